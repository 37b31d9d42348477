"""How the letters of a PDF page are printed: font, slant, colour, size, and whether they can be seen at all."""

from __future__ import annotations

import ctypes
from math import hypot
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium_c

from tablebook.documents.pdf_paths import Matrix, address, hex_colour
from tablebook.documents.pdf_words import Fonts

_UNSEEN = (3, 7)  # text modes that paint nothing: neither, and clip alone


class Face(NamedTuple):
    """The print of one piece of text. ``em`` is the size of its font in points, ``level`` says that it runs level on
    the page as shown, ``painted`` that it leaves ink."""

    bold: bool
    italic: bool
    colour: str
    em: float
    level: bool
    painted: bool


class Faces:
    """The faces of a document's text, asked once for each piece of text of a page."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._pieces: dict[int, Face] = {}
        self._shown: Matrix = (1, 0, 0, -1, 0, 0)
        self._matrix = pdfium_c.FS_MATRIX()
        self._colour = tuple(ctypes.c_uint() for _ in range(4))
        self._pen = ctypes.c_float()

    def next_page(self, shown: Matrix) -> None:
        """Forgets the pieces of the last page; ``shown`` turns the next one's coordinates as it is shown."""
        self._pieces.clear()
        self._shown = shown

    def face(self, textpage: Any, index: int) -> Face | None:
        """The face of the character at ``index``; None where the library made the character up (a blank)."""
        piece = pdfium_c.FPDFText_GetTextObject(textpage, index)
        if not piece:
            return None
        key = address(piece)
        known = self._pieces.get(key)
        if known is None:
            known = self._pieces[key] = self._ask(textpage, index, piece)
        return known

    def _ask(self, textpage: Any, index: int, piece: Any) -> Face:
        matrix = self._matrix
        pdfium_c.FPDFText_GetMatrix(textpage, index, matrix)
        em = pdfium_c.FPDFText_GetFontSize(textpage, index) * hypot(matrix.c, matrix.d)
        bold, italic = self._fonts.look(textpage, index)
        mode = pdfium_c.FPDFTextObj_GetTextRenderMode(piece)
        outlined = mode in (1, 5)
        colour, painted = self._ink(piece, outlined)
        if mode in (2, 6) and pdfium_c.FPDFPageObj_GetStrokeWidth(piece, self._pen):
            bold = bold or self._pen.value * hypot(matrix.c, matrix.d) > 0.012 * em
        across = matrix.a * self._shown[0] + matrix.b * self._shown[2]
        down = matrix.a * self._shown[1] + matrix.b * self._shown[3]
        level = abs(down) <= 0.1 * across
        return Face(bold, italic or _slanted(matrix), colour, em, level, painted and mode not in _UNSEEN)

    def _ink(self, piece: Any, outlined: bool) -> tuple[str, bool]:
        ask = pdfium_c.FPDFPageObj_GetStrokeColor if outlined else pdfium_c.FPDFPageObj_GetFillColor
        if not ask(piece, *self._colour):
            return "#000000", True
        red, green, blue, alpha = (part.value for part in self._colour)
        return hex_colour(red, green, blue), alpha > 12


def _slanted(matrix: Any) -> bool:
    """Whether upright letters were leant over, as programs do for fonts without an italic."""
    return matrix.b == 0 and matrix.d > 0 and 0.15 < matrix.c / matrix.d < 0.5
