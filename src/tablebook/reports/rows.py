"""Cells side by side as strips: facts with their labels, lines of minutes, rows of tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tablebook.reports.flow import Strip, tie_lines
from tablebook.reports.lines import Line, Span, break_lines
from tablebook.reports.pen import Pen
from tablebook.reports.tags import Tag

_TOGETHER = 12  # a row of more lines may be cut


@dataclass(slots=True)
class Cell:
    """Lines of words in one column. ``drop`` is how far below the row's top the first line begins. ``mark`` draws a
    party's mark instead of words. Cells are drawn and heard in the order in which they are given."""

    x: float
    width: float
    lines: list[Line]
    size: float
    leading: float
    tag: Tag
    drop: float = 0.0
    right: bool = False
    mark: str = ""

    @property
    def height(self) -> float:
        """From the row's top to below the last line."""
        return self.drop + self.leading * len(self.lines)


def cell(
    spans: Sequence[Span], x: float, width: float, size: float, leading: float, tag: Tag, drop: float = 0.0
) -> Cell:
    """Words broken into a column."""
    lines = break_lines(spans, width, size) if any(span.text for span in spans) else []
    return Cell(x, width, lines, size, leading, tag, drop)


@dataclass(frozen=True, slots=True)
class RowStyle:
    """Padding above and below the words of a row, and the thickness of the rule under it (0: none)."""

    above: float = 0.0
    below: float = 0.0
    rule: float = 0.0
    width: float = 0.0


def row_strips(cells: Sequence[Cell], unit: float, style: RowStyle = RowStyle()) -> list[Strip]:
    """One row: a strip with all of it, or slices of ``unit`` height where it is so tall that it may go on on the next
    page."""
    tall = max((cell.height for cell in cells), default=unit)
    count = max(1, -(-int(tall * 100) // int(unit * 100)))
    if count <= _TOGETHER:
        count, unit = 1, tall
    slices: list[list[_Piece]] = [[] for _ in range(count)]
    for one in cells:
        if one.mark:
            slices[0].append((one, None, one.drop))
        for index, line in enumerate(one.lines):
            offset = one.drop + one.leading * index
            number = min(int((offset + 0.01) / unit), count - 1)
            slices[number].append((one, line, offset - number * unit))
    last = tall - unit * (count - 1)
    strips = []
    for number, content in enumerate(slices):
        above = style.above if number == 0 else 0.0
        height = above + (last + style.below if number == count - 1 else unit)
        rule = style.rule if number == count - 1 else 0.0
        strips.append(Strip(height, _SliceDraw(content, above, height, rule, style.width)))
    tie_lines(strips)
    return strips


_Piece = tuple[Cell, Line | None, float]
"""A line of a cell (None: its mark) and how far below the top of the words it begins."""


@dataclass(slots=True)
class _SliceDraw:
    content: list[_Piece]
    above: float
    height: float
    rule: float
    rule_width: float

    def __call__(self, pen: Pen, x: float, top: float) -> None:
        for one, line, offset in self.content:
            base = top - self.above - offset - one.leading / 2 - 0.34 * one.size
            pen.say(one.tag)
            if line is None:
                pen.party_mark(x + one.x, base, one.mark, one.size)
                continue
            shift = one.width - line.width if one.right else 0.0
            line.draw(pen, x + one.x + shift, base, one.size)
        if self.rule:
            bottom = top - self.height
            pen.line(x, bottom, x + self.rule_width, bottom, self.rule, "rule" if self.rule < 0.9 else "black")
