"""What draws: one thin layer over the PDF canvas that knows the inks, the typefaces and the marks."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.pdfgen.canvas import Canvas

from tablebook.reports import fonts
from tablebook.reports.ink import Ink, Look

Words = tuple[float, float, str, str, str]
"""Where the words begin and end, the words, their typeface and colour."""


class Pen:
    """Draws words and lines at points measured from the lower left corner of the page."""

    def __init__(self, canvas: Canvas, ink: Ink) -> None:
        self._canvas, self.ink = canvas, ink
        self._fill, self._stroke = "", ("", 0.0)

    def new_page(self) -> None:
        """Forget the colours in use: each page begins without any."""
        self._fill, self._stroke = "", ("", 0.0)

    def text(self, x: float, y: float, words: str, font: str, size: float, colour: str = "text") -> None:
        """Words from ``x`` rightwards; the words must be drawable."""
        self.texts(x, y, size, [(0.0, 0.0, words, font, colour)])

    def texts(self, x: float, y: float, size: float, parts: Iterable[Words]) -> None:
        """Words on one baseline. Where one part begins at the end of the last, the PDF just goes on."""
        out, end, face = None, 0.0, ""
        for start, stop, words, font, colour in parts:
            if not words:
                continue
            if out is None:
                out = self._canvas.beginText(x + start, y)
            elif abs(start - end) > 0.005:
                out.setTextOrigin(x + start, y)
            if colour != self._fill:  # a colour holds until the page ends: said once, papers are smaller and faster
                out.setFillColor(self.ink[colour])
                self._fill = colour
            for name, piece in fonts.pieces(words, font):
                if name != face:
                    out.setFont(name, size)
                    face = name
                out.textOut(piece)
            end = stop
        if out is not None:
            self._canvas.drawText(out)

    def text_right(self, x: float, y: float, words: str, font: str, size: float, colour: str = "text") -> None:
        """Words that end at ``x``."""
        self.text(x - fonts.width(words, font, size), y, words, font, size, colour)

    def text_centre(self, x: float, y: float, words: str, font: str, size: float, colour: str = "text") -> None:
        """Words with their middle at ``x``."""
        self.text(x - fonts.width(words, font, size) / 2, y, words, font, size, colour)

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float, colour: str, dots: bool = False) -> None:
        """A straight line."""
        canvas = self._canvas
        if self._stroke != (colour, width):
            canvas.setStrokeColor(self.ink[colour])
            canvas.setLineWidth(width)
            self._stroke = (colour, width)
        if dots:
            canvas.setDash([width, width * 1.6])
        canvas.line(x0, y0, x1, y1)
        if dots:
            canvas.setDash([])

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

    def party_mark(self, x: float, y: float, party: str, size: float = 9.0) -> None:
        """Union a filled circle with U, employer an open square with E, others an open circle with their letter."""
        canvas, half = self._canvas, size / 2
        letter = party[:1].upper()
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
