"""The contents of a long paper: each line leads to its heading, by its page number and by a click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tablebook.reports import fonts
from tablebook.reports.flow import Strip, keep_together
from tablebook.reports.lines import Line, break_lines
from tablebook.reports.pen import Pen
from tablebook.reports.pieces import words
from tablebook.reports.tags import Tag

_SMALL = 8.75  # the labels of the second level
_NUMBER = 26.0  # the column of page numbers
_LABEL, _WORDS = 62.0, 76.0  # where the labels of the second level end, and where its words begin


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents: the heading's tag (``strip.opens`` of its first strip), its words, and for the second
    level the label before them ("12", "17 to 27")."""

    heading: Tag
    words: str = ""
    level: int = 1
    label: str = ""


def contents(entries: Sequence[Entry], width: float, least: float = 0.0, pitch: float = 1.0) -> list[Strip]:
    """The lines of the contents, no words smaller than ``least``; with a ``pitch`` under 1 the lines are closer.

    The page numbers are filled in when the paper is drawn.
    """
    strips: list[Strip] = []
    whole, part = Tag("TOC"), Tag("TOC")
    level = 0
    for entry in entries:
        if entry.level > 1 and level <= 1:
            part = Tag("TOC", whole)
        new = _entry(entry, width, Tag("TOCI", whole if entry.level <= 1 else part), least, pitch)
        new[0].space = 0.0 if not strips else 4.0 if entry.level < level else 0.0
        level = entry.level
        strips += new
    return strips


def _entry(entry: Entry, width: float, item: Tag, least: float, pitch: float) -> list[Strip]:
    first = entry.level <= 1
    font, size, leading = (fonts.SANS_SEMIBOLD, 10.0, 22.0) if first else (fonts.SERIF, 11.0, 18.1)
    size, leading = max(size, least), leading * pitch
    small = max(_SMALL, least)
    left = 0.0 if first else _WORDS
    label = Tag("Lbl", item)
    link = Tag("Link", Tag("Reference", item))
    said = entry.words or entry.heading.words
    lines = break_lines(words(said, font, "black" if first else "text"), width - left - _NUMBER - 12, size)
    strips = [
        Strip(
            leading,
            _EntryDraw(entry, line, left, width, size, leading, small, link, label, index == 0, line is lines[-1]),
        )
        for index, line in enumerate(lines)
    ]
    keep_together(strips)
    return strips


@dataclass(slots=True)
class _EntryDraw:
    entry: Entry
    line: Line
    left: float
    width: float
    size: float
    leading: float
    small: float
    link: Tag
    label: Tag
    first: bool
    last: bool

    def __call__(self, pen: Pen, x: float, top: float) -> None:
        base = top - self.leading / 2 - 0.34 * self.size
        right = x + self.width
        if self.first and self.entry.label:
            pen.say(self.label)
            words_of = fonts.fitted(self.entry.label, fonts.SANS, self.small, _LABEL)
            pen.text_right(x + _LABEL, base, words_of, fonts.SANS, self.small, "secondary")
        pen.say(self.link)
        self.line.draw(pen, x + self.left, base, self.size)
        if self.last:
            pen.text(x + self.left + self.line.width, base, " ", fonts.SERIF, self.size)
            pen.leader(x + self.left + self.line.width + 5, base, right - _NUMBER + 4)
            font = fonts.SANS_SEMIBOLD if self.entry.level <= 1 else fonts.SERIF
            pen.text_right(right, base, self.entry.heading.page, font, self.size, "black")
        bottom = top - self.leading
        pen.link(self.link, x + self.left, bottom, right, top, self.entry.heading)
