"""How the letters of a PDF page are printed: font, slant, colour, and whether they can be seen at all."""

from __future__ import annotations

import ctypes
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium_c

from tablebook.documents.pdf import calls
from tablebook.documents.pdf.paths import hex_colour
from tablebook.documents.pdf.words import Fonts, Span, pieces_of
from tablebook.documents.words import Word

_UNSEEN = (3, 7)  # text modes that paint nothing: neither, and clip alone
_OUTLINED = (1, 5)
_BOTH = (2, 6)


class Face(NamedTuple):
    """The print of letters. ``painted`` says that they leave ink. Equal faces are one object."""

    bold: bool = False
    italic: bool = False
    colour: str = "#000000"
    painted: bool = True


_NO_FACE = Face()


class Faces:
    """The faces of a document's letters, asked once for each piece of text of a page. ``twice`` are the pieces of the
    page that were printed twice to make them bold."""

    def __init__(self) -> None:
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._pieces: dict[int, Face] = {}
        self._starts: dict[int, int] = {}
        self._faces: dict[tuple[Any, ...], Face] = {}
        self._parts = calls.Slots(ctypes.c_uint, 4)
        self._pen = calls.Slots(ctypes.c_float, 1)
        self._textpage = 0
        self.twice: set[int] = set()

    def looks(self, textpage: int, indexes: list[int], lines: list[Span]) -> list[tuple[bool, bool]]:
        """(bold, italic) of the characters at which the words of another page start."""
        self._textpage = textpage
        self._pieces.clear()  # another page's may stand at the same addresses
        pieces = pieces_of(textpage, indexes, lines)
        self._starts = dict(zip(indexes, pieces, strict=True))
        known = {piece: self._ask(piece) if piece else _NO_FACE for piece in set(pieces)}
        return [known[piece][:2] for piece in pieces]

    def piece(self, index: int) -> int:
        """The piece of text that the character at ``index`` belongs to; 0 for one that the library made up."""
        known = self._starts.get(index)
        return calls.text_object(self._textpage, index) or 0 if known is None else known

    def at(self, index: int) -> Face | None:
        """The face of the character at ``index``; None where the library made the character up."""
        piece = self.piece(index)
        return (self._pieces.get(piece) or self._ask(piece)) if piece else None

    def of_page(self) -> set[Face]:
        """The faces of all words of the page."""
        return set(self._pieces.values())

    def of_words(self, words: list[Word]) -> list[Face | None]:
        """The face of each word, None where its letters have more than one. The page's words, in order."""
        pieces = [self._starts[word.at] for word in words]
        faces: list[Face | None] = [self._pieces[piece] if piece else _NO_FACE for piece in pieces]
        # A word is of one piece with the next one, or its last letter is asked.
        alone = [place for place, (one, other) in enumerate(pairwise([*pieces, -1])) if one != other]
        ends = [words[place].at + len(words[place].text) - 1 for place in alone]
        for place, end, piece in zip(alone, ends, calls.text_objects(self._textpage, ends), strict=True):
            face = faces[place]
            if piece != pieces[place] and face is not None and not self._one(face, words[place].at, end):
                faces[place] = None
        return faces

    def _one(self, face: Face, first: int, last: int) -> bool:
        """Whether all characters have a face. Where each letter is a piece of its own, all are asked."""
        known, textpage, text_object = self._pieces, self._textpage, calls.text_object
        for index in range(last, first, -1):
            piece = text_object(textpage, index)
            if ((known.get(piece) or self._ask(piece)) if piece else _NO_FACE) is not face:
                return False
        return True

    def _ask(self, piece: int) -> Face:
        parts = self._parts
        font, mode = calls.font_of(piece) or 0, calls.text_mode(piece)
        if mode in _OUTLINED:
            coloured = calls.stroke_colour(piece, *parts.at)
        else:
            coloured = calls.fill_colour(piece, *parts.at)
        key = (font, mode, *parts.values) if coloured else (font, mode)
        thick = piece in self.twice or (mode in _BOTH and self._pen_width(piece) > 0)
        key = (*key, thick)
        face = self._faces.get(key)
        if face is None:
            colour = tuple(parts.values) if coloured else (0, 0, 0, 255)
            face = self._faces[key] = self._made(font, mode, colour, thick)
        self._pieces[piece] = face
        return face

    def _made(self, font: int, mode: int, colour: tuple[int, ...], thick: bool) -> Face:
        if font and font not in self._fonts:
            self._fonts[font] = Fonts.ask(ctypes.cast(font, pdfium_c.FPDF_FONT))
        bold, italic = self._fonts.get(font, (False, False))
        face = Face(bold or thick, italic, hex_colour(*colour[:3]), colour[3] > 12 and mode not in _UNSEEN)
        return next((known for known in self._faces.values() if known == face), face)

    def _pen_width(self, piece: int) -> float:
        return self._pen.values[0] if calls.stroke_width(piece, self._pen.at[0]) else 0.0
