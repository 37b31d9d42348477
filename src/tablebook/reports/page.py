"""The design all papers share: page sizes and margins, the header, the footer, and printing the pages one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from reportlab import rl_config
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.utils import TimeStamp
from reportlab.pdfgen.canvas import Canvas

from tablebook.reports import fonts
from tablebook.reports.flow import Page, Room, Strip, pages_of
from tablebook.reports.ink import Ink
from tablebook.reports.legend import Legend
from tablebook.reports.pen import Pen
from tablebook.reports.saving import PaperCancelled, save
from tablebook.reports.sheets import Masthead
from tablebook.reports.tagging import About, finish
from tablebook.reports.tags import FOOTER, HEADER, Structure
from tablebook.reports.words import Words, words_of

_LEFT, _RIGHT = 66.0, 60.0
_TOP, _BOTTOM = 74.0, 60.0
LARGE = 18.0  # points: no word of a paper in large print is smaller
_SIZES = {"letter": LETTER, "a4": A4}

Progress = Callable[[int, int], None]
"""Called after each page with its number and how many there are."""
Cancelled = Callable[[], bool]
"""Asked before each page; true stops, and nothing is written."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A page size: "letter" or "a4". For large print all that stands on it is drawn ``scale`` times as large: a smaller
    page is laid out and then blown up, so that no paper need know."""

    width: float
    height: float
    scale: float = 1.0

    @classmethod
    def named(cls, name: str, scale: float = 1.0) -> Shape:
        """The shape by its name in the settings."""
        width, height = _SIZES[name.lower()]
        return cls(width / scale, height / scale, scale)

    @property
    def left(self) -> float:
        """The left margin, which has room for the bar of what changed."""
        return max(_LEFT / self.scale, 36.0)

    @property
    def right(self) -> float:
        """The right margin, which has room for the label of a pass."""
        return max(_RIGHT / self.scale, 56.0)

    def size(self, small: float) -> float:
        """The size of small words that stand on each page: in large print they are no smaller than the text."""
        return small if self.scale == 1.0 else max(small, LARGE / self.scale)

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right

    @property
    def wide_width(self) -> float:
        """The same on a page laid on its side."""
        return self.height - self.left - self.right


@dataclass(slots=True)
class Paper:
    """A paper ready to print.

    ``running`` stands at the right of the first header, ``running_on`` of the others; ``head`` at its left, or both
    parties where it is empty. ``foot`` is in the middle of the footer and ``code`` at its right. The pages of ``front``
    (contents) come before those of ``strips`` and are numbered i, ii, iii. ``lang`` is the language that the words are
    read aloud in, and ``words`` are the fixed ones that stand on each page.
    """

    title: str
    masthead: Masthead
    made: datetime
    running: str
    running_on: str
    foot: str
    code: str
    head: str = ""
    strips: list[Strip] = field(default_factory=list)
    front: list[Strip] = field(default_factory=list)
    lang: str = "en-US"
    legend: Legend = field(default_factory=lambda: Legend(()))
    words: Words = field(default_factory=words_of)


def print_paper(
    paper: Paper,
    target: Path | BinaryIO,
    shape: Shape,
    colour: bool = True,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Lay the strips on pages, draw them and write the file. Raises PaperCancelled when asked to stop.

    Every heading (``pieces.head`` and ``prose`` with a ``level``, ``title_strips``, the headings of ``text_strips``) is
    a bookmark. Contents are ``contents.contents`` of entries, each with the tag that a heading's first strip ``opens``,
    put in ``paper.front``. Whoever draws words says first which tag's they are (``pen.say``).
    """
    stop_if(cancelled)
    room = room_of(shape, paper.legend)
    front = pages_of(paper.front, room) if paper.front else []
    body = pages_of(paper.strips, room)
    pages = [*front, *body]
    names = [*(_roman(number) for number in range(1, len(front) + 1)), *map(str, range(1, len(body) + 1))]
    _name_headings(pages, names)
    buffer = BytesIO()
    canvas = _canvas(buffer, paper, shape)
    structure = Structure()
    pen = Pen(canvas, Ink(colour), structure)
    for number, page in enumerate(pages, start=1):
        stop_if(cancelled)
        key = "paper.front_page" if number <= len(front) else "paper.page"
        said = paper.words(key, page=names[number - 1], pages=len(body))
        _draw_page(pen, canvas, paper, page, shape, number == 1, said)
        pen.end_page()
        canvas.showPage()
        if progress is not None:
            progress(number, len(pages))
    about = About(paper.title, paper.masthead.parties, paper.masthead.agreement, paper.lang)
    finish(canvas, structure, about, len(front))
    with fonts.OUTLINES:
        canvas.save()
    stop_if(cancelled)
    save(buffer.getvalue(), target)


def _name_headings(pages: Sequence[Page], names: Sequence[str]) -> None:
    for page, name in zip(pages, names, strict=True):
        for _, strip in page.placed:
            if strip.opens is not None:
                strip.opens.page = name


def _roman(number: int) -> str:
    """The number of a page in front: i, ii, iii, iv."""
    said = ""
    for value, letters in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        said += letters * (number // value)
        number %= value
    return said


def stop_if(cancelled: Cancelled | None) -> None:
    """Raise PaperCancelled when somebody asked to stop."""
    if cancelled is not None and cancelled():
        raise PaperCancelled


def room_of(shape: Shape, legend: Legend) -> Room:
    """How much a page of this shape holds."""
    lost = _TOP + _BOTTOM
    return Room(shape.height - lost, shape.width - lost, legend.height(shape.text_width))


def _canvas(buffer: BytesIO, paper: Paper, shape: Shape) -> Canvas:
    rl_config.useA85 = 0  # pages as bytes, not spelled out in letters: a quarter smaller, and faster
    canvas = Canvas(
        buffer,
        pagesize=(shape.width, shape.height),
        invariant=1,
        pageCompression=1,
        pdfVersion=(1, 7),
        lang=paper.lang,
        initialFontName=fonts.ready(),  # type: ignore[arg-type]  # the stubs say number
    )
    # The library has no public way to say when a paper was made.
    canvas._doc._timeStamp = _stamp(paper.made)  # type: ignore[attr-defined]
    canvas.setTitle(paper.title)
    canvas.setAuthor(paper.masthead.parties)
    canvas.setSubject(paper.masthead.agreement)
    canvas.setCreator("Tablebook")
    return canvas


def _stamp(made: datetime) -> TimeStamp:
    stamp = TimeStamp(invariant=True)
    stamp.YMDhms = made.timetuple()[:6]
    offset = made.utcoffset()
    minutes = int(offset.total_seconds() // 60) if offset is not None else 0
    sign = -1 if minutes < 0 else 1
    stamp.dhh, stamp.dmm = sign * (abs(minutes) // 60), sign * (abs(minutes) % 60)
    return stamp


def _draw_page(pen: Pen, canvas: Canvas, paper: Paper, page: Page, shape: Shape, first: bool, number: str) -> None:
    width, height = (shape.height, shape.width) if page.wide else (shape.width, shape.height)
    canvas.setPageSize((width * shape.scale, height * shape.scale))
    if shape.scale != 1.0:
        canvas.scale(shape.scale, shape.scale)
    pen.new_page()
    left, right = shape.left, width - shape.right
    _header(pen, paper, shape, left, right, height, first)
    for index, (offset, strip) in enumerate(page.placed):
        pen.again(index < page.repeated)
        pen.structure.lang = strip.lang
        strip.draw(pen, left, height - _TOP - offset)
        following = page.placed[index + 1][1] if index + 1 < len(page.placed) else None
        if strip.block is None or following is None or following.block is not strip.block:
            pen.end_block()
    pen.again(False)
    pen.structure.lang = ""
    if page.marked and paper.legend:
        paper.legend.draw(pen, left, _BOTTOM, shape.text_width, right - left)
    _footer(pen, paper, shape, left, right, number)


def _header(pen: Pen, paper: Paper, shape: Shape, left: float, right: float, height: float, first: bool) -> None:
    pen.say(HEADER)
    running_on = paper.running if first else paper.running_on
    head, width = paper.head or paper.masthead.parties, right - left
    parties, running = _parties_line(head, running_on, width, shape)
    size, at = shape.size(9.5), height - 54
    if shape.scale > 1 and (parties, running) != (head, running_on):  # large letters: one below the other, none cut off
        parties, running = (fonts.fitted(one, fonts.SANS_SEMIBOLD, size, width) for one in (head, running_on))
        at += size * 1.3
    pen.text(left, at, parties, fonts.SANS_SEMIBOLD, size, "black")
    pen.text_right(right, height - 54, running, fonts.SANS, shape.size(8.75), "secondary")
    pen.line(left, height - 62, right, height - 62, 1, "black")


def _parties_line(head: str, running: str, width: float, shape: Shape) -> tuple[str, str]:
    """The two sides of the header, cut to where they meet."""
    size = shape.size(8.75)
    right = fonts.fitted(running, fonts.SANS, size, width * 0.45)
    room = width - fonts.width(right, fonts.SANS, size) - 14
    return fonts.fitted(head, fonts.SANS_SEMIBOLD, shape.size(9.5), room), right


def _footer(pen: Pen, paper: Paper, shape: Shape, left: float, right: float, page: str) -> None:
    pen.say(FOOTER)
    pen.line(left, 47, right, 47, 0.5, "rule")
    size = shape.size(8)
    code = fonts.fitted(paper.code, fonts.SANS, size, 150)
    room = right - left - 2 * max(fonts.width(page, fonts.SANS, size), fonts.width(code, fonts.SANS, size)) - 16
    middle = (left + right) / 2
    below = [paper.words("paper.fictional")] if paper.masthead.fictional else []
    beside = fonts.width(fonts.drawable(paper.foot), fonts.SANS, size) <= room
    if not beside:
        below.insert(0, paper.foot)
    small = shape.size(7.5)
    joined = " · ".join(below)
    lines = [joined] if fonts.width(fonts.drawable(joined), fonts.SANS, small) <= right - left else below
    base = 33.0 if len(lines) < 2 else 36.0  # two lines below have room only where this one stands a little higher
    pen.text(left, base, page, fonts.SANS, size, "secondary")
    pen.text_right(right, base, code, fonts.SANS, size, "secondary")
    if beside:
        pen.text_centre(middle, base, fonts.drawable(paper.foot), fonts.SANS, size, "secondary")
    for number, line in enumerate(lines):
        at = 20.0 if len(lines) < 2 else base - small * 1.03 * (number + 1)
        pen.text_centre(middle, at, fonts.fitted(line, fonts.SANS, small, right - left), fonts.SANS, small, "secondary")


def full_parties(masthead: Masthead, shape: Shape) -> Sequence[tuple[str, str]]:
    """The facts about the parties that the header has no room for: names too long for one line, and the unit."""
    whole = masthead.parties == _parties_line(masthead.parties, masthead.agreement, shape.text_width, shape)[0]
    return [("Parties", "" if whole else masthead.parties), ("Unit", masthead.unit)]
