"""What draws: one thin layer over the PDF canvas that knows the inks, the typefaces, the marks and the tags."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from operator import itemgetter

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from tablebook.reports import fonts
from tablebook.reports.ink import Ink, Look
from tablebook.reports.tags import AGAIN, ORNAMENT, Structure, Tag

Words = tuple[float, float, str, str, str, Tag | None]
"""Where the words begin and end, the words, their typeface and colour; the tag of their own, if they have one."""


class Pen:
    """Draws words and lines at points measured from the lower left corner of the page.

    Words belong to the tag that was said last (:meth:`say`), lines to none. All that is drawn for a tag without a
    break is one piece of marked content.
    """

    def __init__(self, canvas: Canvas, ink: Ink, structure: Structure) -> None:
        self._canvas, self.ink, self.structure = canvas, ink, structure
        self._fill, self._stroke = "", ("", 0.0)
        self._tag: Tag | None = None
        self._inside: Tag | None = None
        self._again = False
        self._waiting: list[tuple[int, Callable[[], None]]] = []

    def new_page(self) -> None:
        """Forget the colours in use: each page begins without any."""
        self._fill, self._stroke = "", ("", 0.0)
        self.structure.new_page()

    def end_page(self) -> None:
        """No marked content goes on over the end of a page."""
        self._leave()

    def say(self, tag: Tag | None) -> None:
        """What is drawn from here on are the words of this tag."""
        self._tag = AGAIN if self._again else tag

    def later(self, draw: Callable[[], None], order: int = 0) -> None:
        """Draw something once the block that is being drawn is done on this page, the lowest order first."""
        self._waiting.append((order, draw))

    def end_block(self) -> None:
        """The block is done on this page: draw what waited for that."""
        waiting, self._waiting = self._waiting, []
        for _, draw in sorted(waiting, key=itemgetter(0)):
            draw()

    def again(self, repeated: bool) -> None:
        """Whether what is drawn from here on stood before, and is not to be heard twice."""
        self._again = repeated
        self.say(None)

    def link(self, tag: Tag, x0: float, y0: float, x1: float, y1: float, target: Tag) -> None:
        """A place to click, from corner to corner, that leads to a heading."""
        place = self._canvas.absolutePosition
        self.structure.link(tag, (*place(x0, y0), *place(x1, y1)), target)

    def _enter(self, tag: Tag, y: float) -> None:
        if self._inside is not tag:
            self._leave()
            self._canvas._code.append(self._opening(tag, y))  # type: ignore[attr-defined]
            self._inside = tag

    def _leave(self) -> None:
        if self._inside is not None:
            self._canvas._code.append("EMC")  # type: ignore[attr-defined]
            self._inside = None

    def _opening(self, tag: Tag, y: float) -> str:
        if tag.kind == "Artifact":
            return f"/Artifact <<{tag.attributes}>> BDC"
        number = self.structure.content(tag, self._tag, self._canvas.absolutePosition(0, y)[1])
        return f"/{tag.kind} <</MCID {number}>> BDC"

    def text(self, x: float, y: float, words: str, font: str, size: float, colour: str = "text") -> None:
        """Words from ``x`` rightwards; the words must be drawable."""
        self.texts(x, y, size, [(0.0, 0.0, words, font, colour, None)])

    def texts(self, x: float, y: float, size: float, parts: Sequence[Words]) -> None:
        """Words on one baseline. Where one part begins at the end of the last, the PDF just goes on."""
        parts = [part for part in parts if part[2]]
        if not parts:
            return
        if self._tag is None:
            raise ValueError("words are about to be drawn that belong to no tag")
        own = self._tag.kind != "Artifact" and any(part[5] is not None for part in parts)
        if own:
            self._leave()
        else:
            self._enter(self._tag, y + size)
        end, face = parts[0][0], ""
        out = self._canvas.beginText(x + end, y)
        for start, stop, words, font, colour, tag in parts:
            if abs(start - end) > 0.005:
                out.setTextOrigin(x + start, y)
            if own:
                self._switch(out, tag or self._tag, y + size)
            face = self._write(out, words, font, size, colour, face)
            end = stop
        if own:
            self._switch(out, None, y)
        self._canvas.drawText(out)

    def _write(self, out: PDFTextObject, words: str, font: str, size: float, colour: str, face: str) -> str:
        """Write words, changing ink and typeface where they are not the ones in use; the typeface now in use."""
        if colour != self._fill:  # a colour holds until the page ends: said once, papers are smaller and faster
            out.setFillColor(self.ink[colour])
            self._fill = colour
        for name, piece in fonts.pieces(words, font):
            if name != face:
                out.setFont(name, size)
                face = name
            out.textOut(piece)
        return face

    def _switch(self, out: PDFTextObject, tag: Tag | None, y: float) -> None:
        """From one tag to the next amid a line; to None at its end."""
        if self._inside is not tag:
            if self._inside is not None:
                out._code.append("EMC")  # type: ignore[attr-defined]
            if tag is not None:
                out._code.append(self._opening(tag, y))  # type: ignore[attr-defined]
            self._inside = tag

    def text_right(self, x: float, y: float, words: str, font: str, size: float, colour: str = "text") -> None:
        """Words that end at ``x``."""
        self.text(x - fonts.width(words, font, size), y, words, font, size, colour)

    def text_centre(self, x: float, y: float, words: str, font: str, size: float, colour: str = "text") -> None:
        """Words with their middle at ``x``."""
        self.text(x - fonts.width(words, font, size) / 2, y, words, font, size, colour)

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float, colour: str, dots: bool = False) -> None:
        """A straight line, or one of dots."""
        self._stroked(x0, y0, x1, y1, width, colour, [width, width * 1.6] if dots else [])

    def _stroked(
        self, x0: float, y0: float, x1: float, y1: float, width: float, colour: str, dash: list[float]
    ) -> None:
        self._enter(self._tag if self._tag is not None and self._tag.kind == "Artifact" else ORNAMENT, y0)
        said = []  # in the PDF's own words: marked pages are mostly lines, and the library spells numbers slowly
        if self._stroke != (colour, width):
            said.append("{} {} {} RG {:.4g} w".format(*self.ink[colour], width))
            self._stroke = (colour, width)
        if dash:
            said.append(f"[{' '.join(f'{step:.4g}' for step in dash)}] 0 d")
        said.append(f"{x0:.3f} {y0:.3f} m {x1:.3f} {y1:.3f} l S")
        if dash:
            said.append("[] 0 d")
        self._canvas._code.extend(said)  # type: ignore[attr-defined]

    def leader(self, x0: float, y: float, x1: float) -> None:
        """A row of fine dots; those of all lines stand under one another."""
        if x1 > x0:
            self._stroked(x1, y, x0, y, 0.6, "secondary", [0.6, 2.4])

    def bar(self, x: float, y0: float, y1: float, party: str) -> None:
        """The margin bar of what changed since the last pass: union one broad, employer two, neither side grey."""
        if party == "employer":
            self.line(x - 1.5, y0, x - 1.5, y1, 1.5, "employer")
            self.line(x + 1.5, y0, x + 1.5, y1, 1.5, "employer")
        else:
            self.line(x, y0, x, y1, 3.4, "union" if party == "union" else "rule")

    def marks(self, x0: float, x1: float, y: float, size: float, look: Look) -> None:
        """Lines under and through the words between two points on a baseline."""
        unit = size / 16
        for index in range(look.under):
            below = y - (3 + 3 * index) * unit
            self.line(x0, below, x1, below, 1.3 * unit, look.lines, look.dotted)
        if look.through:
            middle = y + 0.27 * size
            for shift in (0.0,) if look.through == 1 else (-1.8 * unit, 1.8 * unit):
                self.line(x0, middle + shift, x1, middle + shift, 1.1 * unit, look.lines, look.dotted)

    def bracket(self, x: float, y: float, size: float, colour: str, opens: bool) -> None:
        """A square bracket; ``x`` is the upright."""
        top, bottom, tick = y + 0.83 * size, y - 0.26 * size, (0.14 if opens else -0.14) * size
        self.line(x, bottom, x, top, size / 14, colour)
        self.line(x, top, x + tick, top, size / 14, colour)
        self.line(x, bottom, x + tick, bottom, size / 14, colour)

    def squares(self, x: float, top: float, side: float, rows: Sequence[Sequence[bool]]) -> None:
        """A picture of black squares, row by row. Squares of a row that touch are drawn as one."""
        if self._tag is None:
            raise ValueError("a picture is about to be drawn that belongs to no tag")
        place = self._canvas.absolutePosition
        corners = (*place(x, top - side), *place(x + side, top))
        self._tag.attributes = f"/O/Layout/BBox[{' '.join(f'{corner:.1f}' for corner in corners)}]"
        self._enter(self._tag, top)
        step = side / len(rows)
        said = ["q 0 0 0 rg"]  # as black as it can be, on paper in colour and without
        for number, row in enumerate(rows):
            at = 0
            for black, some in groupby(row):
                length = len(list(some))
                if black:
                    left, bottom = x + at * step, top - (number + 1) * step
                    said.append(f"{left:.3f} {bottom:.3f} {length * step:.3f} {step:.3f} re")
                at += length
        self._canvas._code.extend([*said, "f Q"])  # type: ignore[attr-defined]

    def party_mark(self, x: float, y: float, party: str, size: float = 9.0) -> None:
        """Union a filled circle with U, employer an open square with E, others an open circle with their letter."""
        canvas, half = self._canvas, size / 2
        letter = party[:1].upper()
        self._enter(self._tag or ORNAMENT, y + size)
        canvas.setLineWidth(1)
        canvas.setStrokeColor(self.ink["black"])
        canvas.setFillColor(self.ink["black"])
        self._fill, self._stroke = "black", ("black", 1)
        middle = y + 0.34 * size
        if party == "employer":
            canvas.rect(x, middle - half, size, size, stroke=1, fill=0)
        else:
            canvas.circle(x + half, middle, half + (0.3 if party == "union" else 0), 1, 1 if party == "union" else 0)
        if party == "union":
            self._white_letter(x + half, y + 0.11 * size, letter, 0.62 * size)
        else:
            self.text_centre(x + half, y + 0.11 * size, letter, fonts.SANS_SEMIBOLD, 0.62 * size, "black")

    def _white_letter(self, x: float, y: float, letter: str, size: float) -> None:
        out = self._canvas.beginText(x - fonts.width(letter, fonts.SANS_SEMIBOLD, size) / 2, y)
        out.setFillGray(1)
        self._fill = ""
        out.setFont(fonts.SANS_SEMIBOLD, size)
        out.textOut(letter)
        self._canvas.drawText(out)
