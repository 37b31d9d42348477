"""The legend: what the marks on this paper mean, at the foot of each page that has marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tablebook.redline.marks import Author, MarkedBlock, MarkedRun
from tablebook.reports import fonts
from tablebook.reports.ink import look_of
from tablebook.reports.pen import Pen
from tablebook.reports.tags import FOOTER

_ROW, _AROUND = 14.0, 33.0
_NAMES = {"union": "Union", "employer": "Employer", "joint": "Both", "mediator": "Mediator", "neutral": "Neutral"}
_CONTRACT = "the current contract"
_ORDER = ("union", "employer", "joint", "mediator", "neutral", "")
_SIZE, _SMALL, _GAP = 9.0, 7.75, 16.0


@dataclass(frozen=True, slots=True)
class Legend:
    """The marks a paper has: (party, new or struck), the pair of an offer struck by the other, the bar's party."""

    marks: tuple[tuple[str, str], ...]
    offered: tuple[str, str] | None = None
    bars: tuple[str, ...] = ()
    base: str = _CONTRACT

    def __bool__(self) -> bool:
        return bool(self.marks or self.offered or self.bars)

    def height(self, width: float) -> float:
        """What it takes of a page."""
        return _ROW * len(self._rows(width)) + _AROUND if self else 0.0

    def draw(self, pen: Pen, x: float, bottom: float, width: float, rule: float) -> None:
        """Draw it with its last line just above ``bottom``; ``rule`` is how long the line above it is."""
        pen.say(FOOTER)
        y = bottom + self.height(width) - 12
        pen.line(x, y, x + rule, y, 0.5, "rule")
        for row in self._rows(width):
            y -= _ROW
            at = x
            for run, words in row:
                if run is None:
                    at = self._bars(pen, at, y, words)
                else:
                    at = self._sample(pen, at, y, run, words)
        pen.text(x, y - 13, self._sentence(), fonts.SANS, _SMALL, "secondary")

    def _rows(self, width: float) -> list[list[tuple[MarkedRun | None, str]]]:
        rows: list[list[tuple[MarkedRun | None, str]]] = [[]]
        used = 0.0
        for run, words in self._samples():
            sample = fonts.width(run.text if run else "mm", fonts.SERIF, _SIZE)
            room = sample + fonts.width(words, fonts.SANS, _SMALL) + _GAP
            if rows[-1] and used + room - _GAP > width:
                rows.append([])
                used = 0.0
            rows[-1].append((run, words))
            used += room
        return rows

    def _samples(self) -> Iterator[tuple[MarkedRun | None, str]]:
        for party, fate in self.marks:
            author, name = Author(party), "" if self._alone else _NAMES.get(party, "")
            if fate == "new":
                yield MarkedRun("new", author), name
            else:
                yield MarkedRun("struck", None, author), name
        if self.offered is not None:
            yield MarkedRun("offered", Author(self.offered[0]), Author(self.offered[1])), "then struck"
        if self.bars:
            yield None, "changed since the last pass"

    def _bars(self, pen: Pen, x: float, y: float, words: str) -> float:
        for index, party in enumerate(self.bars):
            pen.bar(x + 2 + 8 * index, y - 3, y + 8, party)
        at = x + 8 * len(self.bars)
        pen.text(at, y, words, fonts.SANS, _SMALL, "secondary")
        return at

    @staticmethod
    def _sample(pen: Pen, x: float, y: float, run: MarkedRun, words: str) -> float:
        look, wide = look_of(run), fonts.width(run.text, fonts.SERIF, _SIZE)
        pen.text(x, y, run.text, fonts.SERIF, _SIZE, look.colour)
        pen.marks(x, x + wide, y, _SIZE, look)
        if look.bracket:
            pen.bracket(x - 1.6, y, _SIZE, look.lines, opens=True)
            pen.bracket(x + wide + 1.6, y, _SIZE, look.lines, opens=False)
        pen.text(x + wide + 5, y, words, fonts.SANS, _SMALL, "secondary")
        return x + wide + fonts.width(words, fonts.SANS, _SMALL) + _GAP

    @property
    def _alone(self) -> bool:
        """Whether nobody's hands are to be told apart: two documents compared, without any party."""
        parties = {party for party, _ in self.marks} | set(self.offered or ()) | set(self.bars)
        return parties == {"joint"} and self.base != _CONTRACT

    def _sentence(self) -> str:
        parties = {party for party, _ in self.marks} | set(self.offered or ()) | set(self.bars)
        known = (("union", "Union: one line."), ("employer", "Employer: two lines."))
        lines = [words for party, words in known if party in parties]
        if parties - {"union", "employer"} and not self._alone:
            lines.append("Both or neither: dotted.")
        fate = {fate for _, fate in self.marks}
        if fate or self.offered:
            lines.append(f"Underlined is new since {self.base}, struck is deleted from it.")
        return " ".join(lines)


def legend_of(blocks: Iterable[MarkedBlock], base: str = _CONTRACT) -> Legend:
    """The legend for all marks in some blocks, or an empty one. ``base`` is the text they are compared with."""
    marks: set[tuple[str, str]] = set()
    offered: tuple[str, str] | None = None
    bars: set[str] = set()
    for block in blocks:
        if block.fresh and block.margin_author is not None:
            bars.add(block.margin_author.party)
        for run in (*block.all_runs, MarkedRun("", block.start.writer, block.start.striker)):
            if run.writer is not None and run.striker is not None:
                pair = (run.writer.party, run.striker.party)
                offered = pair if offered is None or pair[0] != pair[1] else offered
            elif run.writer is not None:
                marks.add((run.writer.party, "new"))
            elif run.striker is not None:
                marks.add((run.striker.party, "struck"))
    order = {party: index for index, party in enumerate(_ORDER)}
    ranked = sorted(marks, key=lambda mark: (order.get(mark[0], len(order)), mark[0], mark[1]))
    return Legend(tuple(ranked), offered, tuple(sorted(bars, key=lambda party: order.get(party, len(order)))), base)
