"""The single letters of a page's words: asked for only where a mark covers a part of a word."""

from __future__ import annotations

import ctypes
from math import hypot
from typing import Any

import pypdfium2.raw as pdfium_c

from tablebook.documents.pdf import calls
from tablebook.documents.pdf.faces import Face, Faces
from tablebook.documents.pdf.paths import Matrix
from tablebook.documents.words import Word


class Letters:
    """Boxes, baselines and faces of the characters of one page. ``shown`` turns the page's coordinates as shown."""

    def __init__(self, textpage: Any, words: list[Word], faces: Faces, shown: Matrix) -> None:
        self._textpage = textpage
        self._words = words
        self._faces = faces
        self._shown = shown
        self._handle = calls.address(textpage)
        self._box = pdfium_c.FS_RECTF()
        self._point = calls.Slots(ctypes.c_double, 1), calls.Slots(ctypes.c_double, 1)
        self._matrix = calls.Slots(ctypes.c_float, 6)
        self._levels: dict[int, tuple[float, float]] = {}
        self._measures: dict[int, tuple[float, float]] = {}

    def face(self, index: int, place: int = 0) -> Face | None:
        """The face of a word's character."""
        return self._faces.at(self._words[index].at + place)

    def faces(self) -> list[Face | None]:
        """The face of each word, None where its letters have more than one."""
        return self._faces.of_words(self._words)

    def measure(self, index: int) -> tuple[float, float]:
        """(size of the font, height of the baseline) of a word; size 0 where it does not run level."""
        if index not in self._measures:
            self._measures[index] = self._measured(self._words[index].at)
        return self._measures[index]

    def _measured(self, at: int) -> tuple[float, float]:
        piece = self._faces.piece(at)
        known = self._levels.get(piece) if piece else None
        if known is not None:
            return known
        x, y = self._point
        matrix = self._matrix.values
        calls.char_matrix(self._handle, at, self._matrix.at[0])
        calls.char_origin(self._handle, at, *x.at, *y.at)
        a, b, c, d, _, f = self._shown
        across, down = matrix[0] * a + matrix[1] * c, matrix[0] * b + matrix[1] * d
        size = calls.font_size(self._handle, at) * hypot(matrix[2], matrix[3])
        measure = size if abs(down) <= 0.1 * across else 0.0, b * x.values[0] + d * y.values[0] + f
        if not down:
            self._levels[piece] = measure  # a piece of text that runs level has one baseline
        return measure

    def between(self, index: int, left: float, right: float) -> tuple[int, int]:
        """The characters of a word whose middle lies between two sides: (first, last + 1)."""
        word = self._words[index]
        slack = 0.08 * (word.right - word.left) / len(word.text)
        if left <= word.left + slack and right >= word.right - slack:
            return 0, len(word.text)
        middles = [self._middle(word.at + place) for place in range(len(word.text))]
        inside = [place for place, middle in enumerate(middles) if left <= middle <= right]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def edge(self, index: int, place: int) -> float:
        """Where a word's character begins, from the left."""
        return self._sides(self._words[index].at + place)[0]

    def _middle(self, at: int) -> float:
        left, right = self._sides(at)
        return (left + right) / 2

    def _sides(self, at: int) -> tuple[float, float]:
        box = self._box
        pdfium_c.FPDFText_GetLooseCharBox(self._textpage, at, box)
        a, _, c, _, e, _ = self._shown
        one, other = a * box.left + c * box.bottom + e, a * box.right + c * box.top + e
        return min(one, other), max(one, other)
