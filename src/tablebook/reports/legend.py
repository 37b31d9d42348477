"""The legend: what the marks on this paper mean, at the foot of each page that has marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tablebook.redline.marks import Author, MarkedBlock, MarkedRun
from tablebook.reports import fonts
from tablebook.reports.ink import Look, look_of
from tablebook.reports.lines import Line, Span, break_lines
from tablebook.reports.pen import Pen
from tablebook.reports.tags import FOOTER
from tablebook.reports.words import Words, words_of

_ROW, _AROUND = 14.0, 20.0
_NAMED = frozenset(("union", "employer", "joint", "mediator", "neutral"))
_CONTRACT = "the current contract"
_ORDER = ("union", "employer", "joint", "mediator", "neutral", "")
_SIZE, _SMALL, _GAP, _AFTER = 9.0, 7.75, 11.0, 5.0


@dataclass(frozen=True, slots=True)
class Legend:
    """The marks a paper has: (party, new or struck), the pair of an offer struck by the other, the bar's party.
    ``words`` are those of the paper's language, ``least`` the smallest size of words on it."""

    marks: tuple[tuple[str, str], ...]
    offered: tuple[str, str] | None = None
    bars: tuple[str, ...] = ()
    base: str = _CONTRACT
    words: Words = field(default_factory=words_of)
    least: float = 0.0

    def __bool__(self) -> bool:
        return bool(self.marks or self.offered or self.bars)

    def height(self, width: float) -> float:
        """What it takes of a page."""
        if not self:
            return 0.0
        rows, lines = len(self._rows(width)), len(self._sentence(width))
        return self._pitch * rows + self._below + self._leading * (lines - 1) + _AROUND

    @property
    def _size(self) -> float:
        return max(_SIZE, self.least)

    @property
    def _small(self) -> float:
        return max(_SMALL, self.least)

    @property
    def _pitch(self) -> float:
        return max(_ROW, self._small * 1.4)

    @property
    def _below(self) -> float:
        """From the last row of marks down to the sentence."""
        return max(13.0, self._leading * 1.2)

    @property
    def _leading(self) -> float:
        return self._small * 1.3

    def draw(self, pen: Pen, x: float, bottom: float, width: float, rule: float) -> None:
        """Draw it with its last line just above ``bottom``; ``rule`` is how long the line above it is."""
        pen.say(FOOTER)
        y = bottom + self.height(width) - 12
        pen.line(x, y, x + rule, y, 0.5, "rule")
        for row in self._rows(width):
            y -= self._pitch
            at = x
            for run, words in row:
                if run is None:
                    at = self._bars(pen, at, y, words)
                else:
                    at = self._sample(pen, at, y, run, words)
        for index, line in enumerate(self._sentence(width)):
            line.draw(pen, x, y - self._below - self._leading * index, self._small)

    def _rows(self, width: float) -> list[list[tuple[MarkedRun | None, str]]]:
        rows: list[list[tuple[MarkedRun | None, str]]] = [[]]
        used = 0.0
        for run, words in self._samples():
            sample = fonts.width(self._said(run) if run else "mm", fonts.SERIF, self._size)
            room = sample + _AFTER + fonts.width(words, fonts.SANS, self._small) + _GAP
            if rows[-1] and used + room - _GAP > width:
                rows.append([])
                used = 0.0
            rows[-1].append((run, words))
            used += room
        return rows

    def _samples(self) -> Iterator[tuple[MarkedRun | None, str]]:
        for party, fate in self.marks:
            author = Author(party)
            name = self.words(f"legend.{party}") if party in _NAMED and not self._alone else ""
            if fate == "new":
                yield MarkedRun("new", author), name
            else:
                yield MarkedRun("struck", None, author), name
        if self.offered is not None:
            yield (
                MarkedRun("offered", Author(self.offered[0]), Author(self.offered[1])),
                self.words("legend.then_struck"),
            )
        if self.bars:
            yield None, self.words("legend.changed")

    def _bars(self, pen: Pen, x: float, y: float, words: str) -> float:
        for index, party in enumerate(self.bars):
            pen.bar(x + 2 + 8 * index, y - 3, y + 8, party)
        at = x + 8 * len(self.bars)
        pen.text(at, y, words, fonts.SANS, self._small, "secondary")
        return at

    def _said(self, run: MarkedRun) -> str:
        return self.words(f"legend.{run.text}")

    def _sample(self, pen: Pen, x: float, y: float, run: MarkedRun, words: str) -> float:
        look, said, size = look_of(run), self._said(run), self._size
        wide = fonts.width(said, fonts.SERIF, size)
        pen.text(x, y, said, fonts.SERIF, size, look.colour)
        pen.marks(x, x + wide, y, size, look)
        if look.bracket:
            pen.bracket(x - 1.6, y, size, look.lines, opens=True)
            pen.bracket(x + wide + 1.6, y, size, look.lines, opens=False)
        pen.text(x + wide + _AFTER, y, words, fonts.SANS, self._small, "secondary")
        return x + wide + _AFTER + fonts.width(words, fonts.SANS, self._small) + _GAP

    @property
    def _alone(self) -> bool:
        """Whether nobody's hands are to be told apart: two documents compared, without any party."""
        parties = {party for party, _ in self.marks} | set(self.offered or ()) | set(self.bars)
        return parties == {"joint"} and self.base != _CONTRACT

    def _sentence(self, width: float) -> list[Line]:
        parties = {party for party, _ in self.marks} | set(self.offered or ()) | set(self.bars)
        said = [self.words(f"legend.{party}_lines") for party in ("union", "employer") if party in parties]
        if parties - {"union", "employer"} and not self._alone:
            said.append(self.words("legend.other_lines"))
        if self.marks or self.offered:
            base = self.words("legend.contract") if self.base == _CONTRACT else self.base
            said.append(self.words("legend.since", base=base))
        return break_lines([Span(" ".join(said), fonts.SANS, Look("secondary"))], width, self._small)


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
