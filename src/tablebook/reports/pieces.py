"""What the papers are put together from, besides the text itself: titles, facts, notes, rules, signature blocks."""

from __future__ import annotations

from collections.abc import Sequence

from tablebook.reports import fonts
from tablebook.reports.flow import Strip, keep_together, tie_lines
from tablebook.reports.ink import Look
from tablebook.reports.lines import Line, Span, break_lines
from tablebook.reports.pen import Pen
from tablebook.reports.rows import Cell, cell, row_strips
from tablebook.reports.tags import Tag, heading

Fact = tuple[str, str]
_PITCH = 15.2  # points from one fact to the next


def words(text: str, font: str, colour: str = "text") -> list[Span]:
    """One span of plain words."""
    return [Span(text, font, Look(colour))]


def prose(
    text: str,
    width: float,
    font: str = fonts.SERIF,
    size: float = 11.5,
    leading: float = 17.0,
    space: float = 0.0,
    colour: str = "text",
    level: int = 0,
) -> list[Strip]:
    """A paragraph of plain words, or with a ``level`` a heading; nothing where there are none."""
    if not text:
        return []
    strips = []
    tag = heading(level, text) if level else Tag("P")
    for line in break_lines(words(text, font, colour), width, size):

        def draw(pen: Pen, x: float, top: float, line: Line = line) -> None:
            pen.say(tag)
            line.draw(pen, x, top - leading / 2 - 0.34 * size, size)

        strips.append(Strip(leading, draw, block=tag))
    strips[0].space = space
    strips[0].opens = tag
    tie_lines(strips)
    return strips


def rule(width: float, thickness: float = 0.5, space: float = 6.0, below: float = 0.0) -> Strip:
    """A line across the text; none where it would open a page."""

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.line(x, top, x + width, top, thickness, "rule" if thickness < 0.9 else "black")

    return Strip(below + 0.1, draw, space, parts=True)


def facts(rows: Sequence[Fact], width: float, label_width: float = 76.0, x: float = 0.0) -> list[Strip]:
    """Labels and their values, one under the other; empty values are left out."""
    strips: list[Strip] = []
    all_of_them = Tag("L")
    for label, value in rows:
        if value:
            strips += row_strips(_fact_cells(label, value, x, width, label_width, all_of_them), _PITCH)
    if strips:
        strips[0].space = 5
    return strips


def _fact_cells(label: str, value: str, x: float, width: float, label_width: float, facts_of: Tag) -> list[Cell]:
    fact = Tag("LI", facts_of)
    name, said = Tag("Lbl", fact), Tag("LBody", fact)
    return [
        cell(words(label, fonts.SANS, "secondary"), x, label_width - 4, 9, _PITCH, name),
        cell(words(value, fonts.SANS_MEDIUM, "black"), x + label_width, width - label_width, 9, _PITCH, said),
    ]


def facts_in_two(left: Sequence[Fact], right: Sequence[Fact], width: float) -> list[Strip]:
    """Facts in two columns; in one where a value would need more than two lines, or the right side is empty."""
    left = [fact for fact in left if fact[1]]
    right = [fact for fact in right if fact[1]]
    column = width * 0.54 - 14, width * 0.46
    for facts_of, room in ((left, column[0]), (right, column[1])):
        if any(len(break_lines(words(value, fonts.SANS_MEDIUM), room - 76, 9)) > 2 for _, value in facts_of):
            return facts([*left, *right], width)
    strips: list[Strip] = []
    all_of_them = Tag("L")
    for index in range(max(len(left), len(right))):
        cells: list[Cell] = []
        if index < len(left):
            cells += _fact_cells(*left[index], 0.0, column[0] if right else width, 76.0, all_of_them)
        if index < len(right):
            cells += _fact_cells(*right[index], width * 0.54, column[1], 66.0, all_of_them)
        strips += row_strips(cells, _PITCH)
    if strips:
        strips[0].space = 5
    return strips


def title_strips(title: str, aside: str, about: str, under: str, width: float, level: int = 0) -> list[Strip]:
    """The paper's name with something at its right (date, label), and what it is about with something at its right.
    With a ``level`` what it is about is a heading too."""
    name, topic = heading(1, title), heading(level, about) if level else Tag("P")
    strips = row_strips(_pair(title, fonts.SERIF_SEMIBOLD, 21, 25, aside, fonts.SANS_SEMIBOLD, 9.75, width, name), 25)
    strips[0].opens = name
    if about or under:
        below = row_strips(_pair(about, fonts.SERIF, 13, 17, under, fonts.SANS, 8.75, width, topic), 17)
        below[0].opens = topic
        strips += below
    strips[0].space = 4
    keep_together(strips)
    strips[-1].keep = True
    return strips


def _pair(
    left: str,
    font: str,
    size: float,
    leading: float,
    right: str,
    right_font: str,
    right_size: float,
    width: float,
    tag: Tag,
) -> list[Cell]:
    right = fonts.drawable(right)
    taken = min(fonts.width(right, right_font, right_size) + 0.1, width * 0.45)
    first = cell(words(left, font, "black"), 0, width - taken - (12 if right else 0), size, leading, tag)
    colour = "black" if right_font == fonts.SANS_SEMIBOLD else "secondary"
    second = cell(words(right, right_font, colour), width - taken, taken, right_size, right_size * 1.35, Tag("P"))
    second.drop = leading / 2 + 0.34 * size - right_size * (0.675 + 0.34)  # on one baseline
    second.right = True
    return [first, second]


def head(text: str, width: float, size: float = 10.75, space: float = 12.0, level: int = 2) -> list[Strip]:
    """A heading of the paper itself, tied to what follows."""
    strips = prose(text, width, fonts.SANS_SEMIBOLD, size, size * 1.55, space, "black", level)
    for strip in strips:
        strip.keep = True
    return strips


def note(text: str, width: float, space: float = 8.0) -> list[Strip]:
    """A small remark."""
    return prose(text, width, fonts.SANS, 8.75, 13, space, "secondary")
