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

LEFT, RIGHT = 66.0, 60.0
_TOP, _BOTTOM = 74.0, 60.0
_SIZES = {"letter": LETTER, "a4": A4}

Progress = Callable[[int, int], None]
"""Called after each page with its number and how many there are."""
Cancelled = Callable[[], bool]
"""Asked before each page; true stops, and nothing is written."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A page size: "letter" or "a4"."""

    width: float
    height: float

    @classmethod
    def named(cls, name: str) -> Shape:
        """The shape by its name in the settings."""
        return cls(*_SIZES[name.lower()])

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.width - LEFT - RIGHT

    @property
    def wide_width(self) -> float:
        """The same on a page laid on its side."""
        return self.height - LEFT - RIGHT


@dataclass(slots=True)
class Paper:
    """A paper ready to print. ``running`` stands at the right of the first header, ``running_on`` of the others;
    ``foot`` in the middle of the footer and ``code`` at its right."""

    title: str
    masthead: Masthead
    made: datetime
    running: str
    running_on: str
    foot: str
    code: str
    strips: list[Strip] = field(default_factory=list)
    legend: Legend = field(default_factory=lambda: Legend(()))


def print_paper(
    paper: Paper,
    target: Path | BinaryIO,
    shape: Shape,
    colour: bool = True,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Lay the strips on pages, draw them and write the file. Raises PaperCancelled when asked to stop."""
    stop_if(cancelled)
    pages = pages_of(paper.strips, room_of(shape, paper.legend))
    buffer = BytesIO()
    canvas = _canvas(buffer, paper, shape)
    pen = Pen(canvas, Ink(colour))
    for number, page in enumerate(pages, start=1):
        stop_if(cancelled)
        _draw_page(pen, canvas, paper, page, shape, number, len(pages))
        canvas.showPage()
        if progress is not None:
            progress(number, len(pages))
    with fonts.OUTLINES:
        canvas.save()
    stop_if(cancelled)
    save(buffer.getvalue(), target)


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
        lang="en-US",
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


def _draw_page(pen: Pen, canvas: Canvas, paper: Paper, page: Page, shape: Shape, number: int, count: int) -> None:
    width, height = (shape.height, shape.width) if page.wide else (shape.width, shape.height)
    canvas.setPageSize((width, height))
    pen.new_page()
    _header(pen, paper, width, height, first=number == 1)
    for offset, strip in page.placed:
        strip.draw(pen, LEFT, height - _TOP - offset)
    if page.marked and paper.legend:
        paper.legend.draw(pen, LEFT, _BOTTOM, shape.text_width, width - LEFT - RIGHT)
    _footer(pen, paper, width, f"Page {number} of {count}")


def _header(pen: Pen, paper: Paper, width: float, height: float, first: bool) -> None:
    running = paper.running if first else paper.running_on
    left, right = _parties_line(paper.masthead, running, width - LEFT - RIGHT)
    pen.text(LEFT, height - 54, left, fonts.SANS_SEMIBOLD, 9.5, "black")
    pen.text_right(width - RIGHT, height - 54, right, fonts.SANS, 8.75, "secondary")
    pen.line(LEFT, height - 62, width - RIGHT, height - 62, 1, "black")


def _parties_line(masthead: Masthead, running: str, width: float) -> tuple[str, str]:
    """The two sides of the header, cut to where they meet."""
    right = fonts.fitted(running, fonts.SANS, 8.75, width * 0.4)
    room = width - fonts.width(right, fonts.SANS, 8.75) - 14
    return fonts.fitted(masthead.parties, fonts.SANS_SEMIBOLD, 9.5, room), right


def _footer(pen: Pen, paper: Paper, width: float, page: str) -> None:
    pen.line(LEFT, 47, width - RIGHT, 47, 0.5, "rule")
    code = fonts.fitted(paper.code, fonts.SANS, 8, 150)
    room = width - LEFT - RIGHT - 2 * max(fonts.width(page, fonts.SANS, 8), fonts.width(code, fonts.SANS, 8)) - 16
    pen.text(LEFT, 33, page, fonts.SANS, 8, "secondary")
    pen.text_centre(width / 2, 33, fonts.fitted(paper.foot, fonts.SANS, 8, room), fonts.SANS, 8, "secondary")
    pen.text_right(width - RIGHT, 33, code, fonts.SANS, 8, "secondary")
    if paper.masthead.fictional:
        pen.text_centre(width / 2, 20, "Fictional sample", fonts.SANS, 7.5, "secondary")


def full_parties(masthead: Masthead, shape: Shape) -> Sequence[tuple[str, str]]:
    """The facts about the parties that the header has no room for: names too long for one line, and the unit."""
    whole = masthead.parties == _parties_line(masthead, masthead.agreement, shape.text_width)[0]
    return [("Parties", "" if whole else masthead.parties), ("Unit", masthead.unit)]
