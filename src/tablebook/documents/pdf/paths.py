"""What is drawn on a PDF page beside its words: thin level lines, filled boxes, upright lines, pictures.

All places are as the page is shown: the origin at the top left, in points. Drawings inside form objects count too.
"""

from __future__ import annotations

import ctypes
from dataclasses import field
from itertools import pairwise
from math import hypot
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium_c

from tablebook.documents.pdf import calls
from tablebook.domain.dataclass import dataclass

Matrix = tuple[float, float, float, float, float, float]
Points = list[tuple[float, float]]

THICK = 3.2  # no line under or through words is thicker; what is, is a bar or a box
_BORDER = 1.6  # a filled bar that is wider may be a marker behind a narrow letter
_FAR = 1e5  # nothing off so far can be seen; broken files draw at no place at all
_DOT = 1.7  # the dots of a dotted line are drawn one by one
_MOST_SEGMENTS = 60_000  # a page's worth of tables; a map or a photograph in vectors has more, and no marks
_LONGEST_PATH = 4_000
_MOST_OBJECTS = 50_000
_MOST_WORDS = 1_500  # where each letter is an object of its own, nothing is printed twice for weight
_DEEPEST = 6
_WHITE = 0xF6


class Rule(NamedTuple):
    """A level line. ``y`` is its middle."""

    left: float
    right: float
    y: float
    thick: float
    colour: str


class Box(NamedTuple):
    """A filled rectangle, or a picture (without colour). ``order`` says what is painted over what."""

    left: float
    right: float
    top: float
    bottom: float
    colour: str = ""
    order: int = 0

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def near(self, x: float, y: float) -> bool:
        """Whether a point lies in it or close above or below."""
        return self.left <= x <= self.right and self.top - 4 <= y <= self.bottom + 4


class Upright(NamedTuple):
    """An upright line, or the side of a frame."""

    x: float
    top: float
    bottom: float


@dataclass(slots=True)
class Drawing:
    """All that a page shows beside its words. ``twice`` are pieces of text (by address) that were printed once more
    over themselves, a little aside, which makes them bold."""

    rules: list[Rule] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    uprights: list[Upright] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    twice: set[int] = field(default_factory=set)


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does ``inner`` first and ``outer`` then."""
    a, b, c, d, e, f = inner
    k, m, n, p, q, r = outer
    return (a * k + b * n, a * m + b * p, c * k + d * n, c * m + d * p, e * k + f * n + q, e * m + f * p + r)


def hex_colour(red: int, green: int, blue: int) -> str:
    """A colour as "#rrggbb"."""
    return f"#{red:02x}{green:02x}{blue:02x}"


class Painter:
    """Goes over the objects of a page and notes what they show."""

    def __init__(self) -> None:
        self._matrix = calls.Slots(ctypes.c_float, 6)
        self._modes = calls.Slots(ctypes.c_int, 2)
        self._pen = calls.Slots(ctypes.c_float, 1)
        self._floats = calls.Slots(ctypes.c_float, 4)
        self._colour = calls.Slots(ctypes.c_uint, 4)
        self._drawing = Drawing()
        self._segments = self._order = 0
        self._printed: dict[tuple[int, int], tuple[int, float, float]] = {}

    def drawing(self, page: Any, shown: Matrix) -> Drawing:
        """What ``page`` (a raw handle) shows; ``shown`` turns its coordinates into those of the page as shown."""
        self._drawing = Drawing()
        self._segments = self._order = 0
        self._printed.clear()
        handle = calls.address(page)
        self._objects(calls.page_object, handle, pdfium_c.FPDFPage_CountObjects(page), shown, 0)
        return self._drawing

    def _objects(self, get: Any, holder: int, count: int, outer: Matrix, depth: int) -> None:
        for index in range(min(count, _MOST_OBJECTS)):
            thing = get(holder, index)
            kind = calls.object_kind(thing)
            if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
                if count <= _MOST_WORDS:
                    self._text(thing)
                continue
            self._order += 1
            if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
                self._path(thing, outer)
            elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
                corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
                self._drawing.pictures.append(_box(_moved(corners, times(self._own(thing), outer)), "", self._order))
            elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = times(self._own(thing), outer)
                held = pdfium_c.FPDFFormObj_CountObjects(ctypes.cast(thing, pdfium_c.FPDF_PAGEOBJECT))
                self._objects(calls.form_object, thing, held, inner, depth + 1)

    def _text(self, thing: int) -> None:
        """Looks whether a piece of text was printed before, a little aside: so print programs make it bold."""
        if not calls.object_bounds(thing, *self._floats.at):
            return
        left, bottom, right, top = self._floats.values
        if not (abs(bottom) < _FAR and abs(left) < _FAR and top > bottom):
            return  # off the page, or a blank
        row, column = round(bottom), round(left)
        for near in ((row, column), (row, column - 1), (row, column + 1)):
            first, start, end = self._printed.get(near, (0, 0.0, 0.0))
            if first and 0.1 <= abs(left - start) <= 1.2 and abs((right - left) - (end - start)) < 0.3:
                self._drawing.twice.add(first)
        self._printed[row, column] = thing, left, right

    def _own(self, thing: int) -> Matrix:
        calls.object_matrix(thing, self._matrix.at[0])
        a, b, c, d, e, f = self._matrix.values
        return a, b, c, d, e, f

    def _path(self, thing: int, outer: Matrix) -> None:
        count = calls.path_length(thing)
        if not 2 <= count <= _LONGEST_PATH or self._segments > _MOST_SEGMENTS:
            return
        self._segments += count
        filled, stroked = self._inks(thing)
        if not (filled or stroked) or (not stroked and count <= 5 and self._is_line(thing, filled, outer)):
            return
        matrix = times(self._own(thing), outer)
        pen = 0.0
        if stroked and calls.stroke_width(thing, self._pen.at[0]):
            pen = self._pen.values[0] * hypot(matrix[2], matrix[3])
        for points in self._figures(thing, count):
            self._figure(_moved(points, matrix), filled, stroked, pen)

    def _is_line(self, thing: int, colour: str, outer: Matrix) -> bool:
        """Takes a filled bar by its bounds, without a look at its points."""
        if not calls.object_bounds(thing, *self._floats.at):
            return False
        left, bottom, right, top = self._floats.values
        a, b, c, d, e, f = outer
        x, y = a * left + c * bottom + e, b * left + d * bottom + f
        to_x, to_y = a * right + c * top + e, b * right + d * top + f
        if min(abs(to_x - x), abs(to_y - y)) > THICK:
            return False
        self._figure([(x, y), (to_x, y), (to_x, to_y), (x, to_y)], colour, "", 0.0)
        return True

    def _inks(self, path: int) -> tuple[str, str]:
        """(filled, stroked): the colours that a path is painted with. White on white paper shows nothing."""
        if not calls.path_mode(path, *self._modes.at):
            return "", ""
        fill, stroke = self._modes.values
        filled = self._ink(calls.fill_colour, path) if fill else ""
        return filled, self._ink(calls.stroke_colour, path) if stroke else ""

    def _ink(self, ask: Any, path: int) -> str:
        if not ask(path, *self._colour.at):
            return ""
        red, green, blue, alpha = self._colour.values
        return "" if alpha <= 12 or min(red, green, blue) >= _WHITE else hex_colour(red, green, blue)

    def _figures(self, path: int, count: int) -> list[Points]:
        """The figures of a path, each a list of its points in the path's own coordinates."""
        x, y = self._floats.at[:2]
        values = self._floats.values
        figures: list[Points] = []
        for index in range(count):
            segment = calls.path_segment(path, index)
            if not calls.segment_point(segment, x, y):
                continue
            if calls.segment_kind(segment) == pdfium_c.FPDF_SEGMENT_MOVETO or not figures:
                figures.append([(values[0], values[1])])
            else:
                figures[-1].append((values[0], values[1]))
            if calls.segment_closes(segment) and len(figures[-1]) > 2:
                figures[-1].append(figures[-1][0])
        return figures

    def _figure(self, points: Points, filled: str, stroked: str, pen: float) -> None:
        left, right, top, bottom, *_ = _box(points, "", 0)
        if not (-_FAR < left <= right < _FAR and -_FAR < top <= bottom < _FAR):
            return
        wide, high = right - left, bottom - top
        drawing = self._drawing
        if (high + pen <= THICK and wide > 0.8 and wide > 1.2 * (high + pen)) or 0.2 < max(wide, high) + pen <= _DOT:
            drawing.rules.append(Rule(left, right, (top + bottom) / 2, high + pen, stroked or filled))
        elif wide + pen <= (_BORDER if filled else THICK) and high > 3:
            drawing.uprights.append(Upright((left + right) / 2, top, bottom))
        elif filled and wide > 0.8 and high > 0.8 and _fills(points, left, right, top, bottom):
            drawing.boxes.append(Box(left, right, top, bottom, filled, self._order))
        elif stroked and pen <= THICK:
            self._sides(points, stroked, pen)

    def _sides(self, points: Points, colour: str, pen: float) -> None:
        """The straight sides of a figure drawn with a pen: a frame, a grid, several lines in one stroke."""
        for (x, y), (to_x, to_y) in pairwise(points):
            if abs(y - to_y) < 0.3 and abs(x - to_x) > 0.8:
                self._drawing.rules.append(Rule(min(x, to_x), max(x, to_x), (y + to_y) / 2, pen, colour))
            elif abs(x - to_x) < 0.3 and abs(y - to_y) > 3:
                self._drawing.uprights.append(Upright(x, min(y, to_y), max(y, to_y)))


def _moved(points: Points, matrix: Matrix) -> Points:
    a, b, c, d, e, f = matrix
    return [(a * x + c * y + e, b * x + d * y + f) for x, y in points]


def _box(points: Points, colour: str, order: int) -> Box:
    across, down = [x for x, _ in points], [y for _, y in points]
    return Box(min(across), max(across), min(down), max(down), colour, order)


def _fills(points: Points, left: float, right: float, top: float, bottom: float) -> bool:
    """Whether a figure fills the box around it: a rectangle, or one with round ends as a viewer's marker draws."""
    area = sum(x * to_y - to_x * y for (x, y), (to_x, to_y) in pairwise([*points, points[0]])) / 2
    return len(points) >= 4 and abs(area) >= 0.85 * (right - left) * (bottom - top)
