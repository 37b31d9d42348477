"""Breaking words into lines. Marks break with their words: a bracket opens at the first word and closes at the last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tablebook.reports import fonts
from tablebook.reports.ink import PLAIN, Look
from tablebook.reports.pen import Pen
from tablebook.reports.tags import Tag

_TOKEN = re.compile(r"\n|[ \t]+|[^ \t\n]+")
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2}[-–—/])(?=[^\W\d_]{2})")
_COMPOUND = 14  # a longer word may break at its hyphens; "twenty-three (23)" stays whole
_AIR, _GAP = 2.2, 1.9  # points outside a bracket, and between the bracket and its words


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one typeface with one look. Neighbours of one ``group`` share their brackets, those of one ``tag`` are
    heard together."""

    text: str
    font: str
    look: Look = PLAIN
    group: object = None
    tag: Tag | None = None


@dataclass(slots=True)
class Part:
    """Words of one span on one line. ``mark0`` and ``mark1`` are where its marks begin and end (spaces aside)."""

    span: Span
    x0: float
    x1: float
    text: str
    mark0: float
    mark1: float
    opens: bool = False
    closes: bool = False


@dataclass(slots=True)
class Line:
    """One line of words, its parts from left to right."""

    parts: list[Part] = field(default_factory=list)
    width: float = 0.0

    def draw(self, pen: Pen, x: float, y: float, size: float) -> None:
        """Draw with the baseline at ``y``."""
        spans = [(part, part.span) for part in self.parts]
        pen.texts(
            x, y, size, [(one.x0, one.x1, one.text, span.font, span.look.colour, span.tag) for one, span in spans]
        )
        for part, span in spans:
            look = span.look
            if part.mark1 > part.mark0 and (look.under or look.through):
                pen.marks(x + part.mark0, x + part.mark1, y, size, look)
            if part.opens:
                pen.bracket(x + part.mark0 - _GAP, y, size, look.lines, opens=True)
            if part.closes:
                pen.bracket(x + part.mark1 + _GAP, y, size, look.lines, opens=False)


@dataclass(slots=True)
class _Bit:
    """Letters of one span without a break in them, or the spaces between words."""

    text: str
    width: float
    span: Span
    lead: float = 0.0
    trail: float = 0.0


@dataclass(slots=True)
class _Word:
    """Bits that stay on one line, with the spaces before them; ``forced``: a new line begins here."""

    spaces: list[_Bit]
    bits: list[_Bit] = field(default_factory=list)
    forced: bool = False

    @property
    def width(self) -> float:
        return sum(bit.width + bit.lead + bit.trail for bit in self.bits)


def break_lines(spans: Sequence[Span], width: float, size: float, indent: float = 0.0) -> list[Line]:
    """The lines of a paragraph, at least one; the first begins at ``indent``. Words longer than a line are cut."""
    breaker = _Breaker(max(width, size), size, min(indent, max(width - 4 * size, 0)))
    for word in _words(spans, size):
        breaker.add(word)
    return breaker.finish()


def _words(spans: Sequence[Span], size: float) -> Iterator[_Word]:
    word = _Word([])
    for index, span in enumerate(spans):
        atoms = list(_atoms(fonts.drawable(span.text)))
        letters = [number for number, (text, _) in enumerate(atoms) if not text.isspace()]
        opens = letters[0] if letters and _opens(spans, index) else -1
        closes = letters[-1] if letters and _closes(spans, index) else -1
        for number, (text, breaks) in enumerate(atoms):
            if breaks and word.bits:
                yield word
                word = _Word([])
            if text == "\n":
                yield word
                word = _Word([], forced=True)
                continue
            bit = _Bit(text, fonts.width(text, span.font, size), span)
            bit.lead = _AIR + _GAP if number == opens else 0.0
            bit.trail = _AIR + _GAP if number == closes else 0.0
            if number == len(atoms) - 1 and _abuts(spans, index):
                bit.trail = _AIR
            (word.spaces if text.isspace() and breaks else word.bits).append(bit)
    yield word


def _atoms(text: str) -> Iterator[tuple[str, bool]]:
    """(words, spaces or a newline; whether a line may end before it). No-break spaces count as letters."""
    for token in _TOKEN.findall(text):
        if token[0] in " \t\n":
            yield token, token != "\n"
        else:
            for number, piece in enumerate(_HYPHEN.split(token) if len(token) > _COMPOUND else [token]):
                yield piece, number > 0


def _opens(spans: Sequence[Span], index: int) -> bool:
    return spans[index].look.bracket and (index == 0 or spans[index - 1].group != spans[index].group)


def _closes(spans: Sequence[Span], index: int) -> bool:
    last = index == len(spans) - 1
    return spans[index].look.bracket and (last or spans[index + 1].group != spans[index].group)


def _abuts(spans: Sequence[Span], index: int) -> bool:
    """Whether struck words and new ones beside them would run together; brackets have an air of their own."""
    if index == len(spans) - 1:
        return False
    one, two = spans[index], spans[index + 1]
    if one.look.bracket or two.look.bracket or not (one.text and two.text):
        return False
    marked = (one.look.through and two.look.under) or (one.look.under and two.look.through)
    return bool(marked) and not (one.text[-1].isspace() or two.text[0].isspace())


class _Breaker:
    """Fills lines greedily."""

    def __init__(self, width: float, size: float, indent: float) -> None:
        self._width, self._size = width, size
        self._lines: list[Line] = []
        self._line = Line()
        self._x = indent
        self._empty = True

    def add(self, word: _Word) -> None:
        """Put the next word on this line or the next."""
        if word.forced:
            self._end(spaced=True)
        room = sum(bit.width for bit in word.spaces)
        size = word.width
        if not self._empty and self._x + room + size > self._width:
            self._end(spaced=bool(word.spaces))
        elif not self._empty:
            for bit in word.spaces:
                self._put(bit)
        if self._x + size > self._width:
            self._cut(word)
            return
        for bit in word.bits:
            self._put(bit)

    def finish(self) -> list[Line]:
        """All lines; an empty paragraph has one empty line."""
        self._end()
        return self._lines

    def _end(self, spaced: bool = False) -> None:
        """The line is full. A space between its words and those of the next stays, for whoever copies or hears them."""
        if spaced and self._line.parts:
            self._line.parts[-1].text += " "
        self._line.width = self._x
        self._lines.append(self._line)
        self._line, self._x, self._empty = Line(), 0.0, True

    def _put(self, bit: _Bit) -> None:
        last = self._line.parts[-1] if self._line.parts else None
        start = self._x + bit.lead
        end = start + bit.width
        # Behind a closing bracket the pen has moved on by its air: what follows, also a blank, is placed anew.
        if last is None or last.span is not bit.span or bit.lead or last.closes:
            last = Part(bit.span, start, end, bit.text, start, start, opens=bit.lead > 0)
            self._line.parts.append(last)
        else:
            last.text += bit.text
            last.x1 = end
        if not bit.text.isspace():
            if last.mark0 == last.mark1:
                last.mark0 = start
            last.mark1 = end
        last.closes = last.closes or (bit.trail > 0 and bit.span.look.bracket)
        self._x = end + bit.trail
        self._empty = False

    def _cut(self, word: _Word) -> None:
        """A word longer than a line, cut wherever a line is full."""
        for bit in word.bits:
            begin, x, font = 0, self._x + bit.lead, bit.span.font
            for end, char in enumerate(bit.text):
                step = fonts.width(char, font, self._size)
                if x + step > self._width and (end > begin or not self._empty):
                    if end > begin:
                        self._put(self._slice(bit, begin, end))
                    self._end()
                    begin, x = end, 0.0
                x += step
            self._put(self._slice(bit, begin, len(bit.text)))

    def _slice(self, bit: _Bit, begin: int, end: int) -> _Bit:
        text = bit.text[begin:end]
        lead = bit.lead if begin == 0 else 0.0
        trail = bit.trail if end == len(bit.text) else 0.0
        return _Bit(text, fonts.width(text, bit.span.font, self._size), bit.span, lead, trail)
