"""A paper as a column of strips, and the strips laid on pages.

A strip is a piece of paper of full width that is never cut: a line of a paragraph, a row of a table. ``keep`` ties it
to the next one. All that is asked of a page break (two lines together, a heading with its text, a signature block with
the sentence above it, a table's head on each page) is said with these few fields.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tablebook.reports.pen import Pen
from tablebook.reports.tags import Tag

Draw = Callable[[Pen, float, float], None]
"""Draws a strip: the pen, the left edge of the text, and the top of the strip."""


@dataclass(slots=True)
class Strip:
    """One uncut piece. ``space`` is the air above it, dropped at the top of a page. ``marked`` asks for the legend on
    its page, ``wide`` for a page on its side. ``head`` is drawn again above it where it opens a page. ``opens`` is the
    heading that begins here, ``lang`` the language of its words where it is not the paper's; strips of one ``block`` go
    on with one another. What ``parts`` the text above from the text below is left out at the top of a page."""

    height: float
    draw: Draw
    space: float = 0.0
    keep: bool = False
    marked: bool = False
    wide: bool = False
    opens_page: bool = False
    head: Strip | None = None
    opens: Tag | None = None
    lang: str = ""
    block: object = None
    parts: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """How much there is on a page: the height for text upright and on its side, and what a legend takes of it."""

    upright: float
    sideways: float
    legend: float

    def height(self, wide: bool, marked: bool) -> float:
        """The height for text on such a page."""
        return (self.sideways if wide else self.upright) - (self.legend if marked else 0.0)


@dataclass(slots=True)
class Page:
    """Strips with their distance from the top of the text. The first ``repeated`` stood on an earlier page already."""

    wide: bool = False
    marked: bool = False
    used: float = 0.0
    placed: list[tuple[float, Strip]] = field(default_factory=list)
    repeated: int = 0

    def takes(self, strips: Sequence[Strip], room: Room) -> bool:
        """Whether strips that must stay together fit below what is here."""
        if self.placed and (strips[0].opens_page or strips[0].wide != self.wide):
            return False
        marked = self.marked or any(strip.marked for strip in strips)
        height = self.used
        for index, strip in enumerate(strips):
            first = not self.placed and index == 0
            height += strip.height + (_head_height(strip) if first else strip.space)
        return height <= room.height(self.wide if self.placed else strips[0].wide, marked) + 0.01

    def put(self, strip: Strip) -> None:
        """Lay a strip below what is here."""
        if strip.parts and not self.placed:
            return
        if not self.placed:
            self.wide = strip.wide
            if strip.head is not None:
                self.placed.append((0.0, strip.head))
                self.used = strip.head.height
                self.repeated = 1
        else:
            self.used += strip.space
        self.placed.append((self.used, strip))
        self.used += strip.height
        self.marked = self.marked or strip.marked


def _head_height(strip: Strip) -> float:
    return strip.head.height if strip.head is not None else 0.0


def pages_of(strips: Sequence[Strip], room: Room) -> list[Page]:
    """The pages, at least one. What is tied together and longer than a page begins on a new one and is cut where a page
    is full."""
    pages = [Page()]
    for chunk in _chunks(strips):
        if pages[-1].takes(chunk, room):
            _put_all(pages[-1], chunk)
            continue
        if Page().takes(chunk, room):
            pages.append(Page())
            _put_all(pages[-1], chunk)
            continue
        if pages[-1].placed:
            pages.append(Page())
        for strip in chunk:
            if pages[-1].placed and not pages[-1].takes([strip], room):
                pages.append(Page())
            pages[-1].put(strip)
    return pages


def _put_all(page: Page, chunk: Sequence[Strip]) -> None:
    for strip in chunk:
        page.put(strip)


def _chunks(strips: Sequence[Strip]) -> list[list[Strip]]:
    chunks: list[list[Strip]] = []
    tied = False
    for strip in strips:
        if tied and chunks and strip.wide == chunks[-1][-1].wide and not strip.opens_page:
            chunks[-1].append(strip)
        else:
            chunks.append([strip])
        tied = strip.keep
    return chunks


def tie_lines(strips: Sequence[Strip]) -> None:
    """Tie the first two and the last two of a paragraph's lines, so that none stands alone."""
    if len(strips) > 1:
        strips[0].keep = True
        strips[-2].keep = True


def keep_together(strips: Sequence[Strip]) -> None:
    """Tie all strips to one another (the last stays free)."""
    for strip in strips[:-1]:
        strip.keep = True
