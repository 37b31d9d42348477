"""Calls into the PDF library that are made for every word, letter or object of a page.

They take and give plain addresses: the library's own way, with a pointer object made for each answer, costs two to
three times as much, which shows in papers whose letters are objects of their own. What is asked about all words of a
page is asked in one go, with the arguments made beforehand, which halves the cost once more.
"""

from __future__ import annotations

import ctypes
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium_c

_ADDRESS = ctypes.c_void_p
_INT = ctypes.c_int


def _plain(function: Any, result: Any, *arguments: Any) -> Any:
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, _ADDRESS).value or 0)


def address(handle: Any) -> int:
    """The address behind a handle of the library."""
    return ctypes.cast(handle, _ADDRESS).value or 0


text_object = _plain(pdfium_c.FPDFText_GetTextObject, _ADDRESS, _ADDRESS, _INT)
font_of = _plain(pdfium_c.FPDFTextObj_GetFont, _ADDRESS, _ADDRESS)
text_mode = _plain(pdfium_c.FPDFTextObj_GetTextRenderMode, _INT, _ADDRESS)
char_matrix = _plain(pdfium_c.FPDFText_GetMatrix, _INT, _ADDRESS, _INT, _ADDRESS)
char_origin = _plain(pdfium_c.FPDFText_GetCharOrigin, _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS)
font_size = _plain(pdfium_c.FPDFText_GetFontSize, ctypes.c_double, _ADDRESS, _INT)
fill_colour = _plain(pdfium_c.FPDFPageObj_GetFillColor, _INT, *[_ADDRESS] * 5)
stroke_colour = _plain(pdfium_c.FPDFPageObj_GetStrokeColor, _INT, *[_ADDRESS] * 5)
stroke_width = _plain(pdfium_c.FPDFPageObj_GetStrokeWidth, _INT, *[_ADDRESS] * 2)
object_matrix = _plain(pdfium_c.FPDFPageObj_GetMatrix, _INT, *[_ADDRESS] * 2)
path_mode = _plain(pdfium_c.FPDFPath_GetDrawMode, _INT, *[_ADDRESS] * 3)
page_object = _plain(pdfium_c.FPDFPage_GetObject, _ADDRESS, _ADDRESS, _INT)
form_object = _plain(pdfium_c.FPDFFormObj_GetObject, _ADDRESS, _ADDRESS, ctypes.c_ulong)
object_kind = _plain(pdfium_c.FPDFPageObj_GetType, _INT, _ADDRESS)
object_bounds = _plain(pdfium_c.FPDFPageObj_GetBounds, _INT, *[_ADDRESS] * 5)
path_length = _plain(pdfium_c.FPDFPath_CountSegments, _INT, _ADDRESS)
path_segment = _plain(pdfium_c.FPDFPath_GetPathSegment, _ADDRESS, _ADDRESS, _INT)
segment_point = _plain(pdfium_c.FPDFPathSegment_GetPoint, _INT, *[_ADDRESS] * 3)
segment_kind = _plain(pdfium_c.FPDFPathSegment_GetType, _INT, _ADDRESS)
segment_closes = _plain(pdfium_c.FPDFPathSegment_GetClose, _INT, _ADDRESS)


class Slots:
    """A few numbers in memory for the library to write its answers into. ``at`` are their addresses."""

    def __init__(self, kind: Any, count: int) -> None:
        self.values = (kind * count)()
        start = ctypes.addressof(self.values)
        self.at = tuple(start + place * ctypes.sizeof(kind) for place in range(count))


_MANY = 2048
_NUMBERS = (ctypes.c_float * (4 * _MANY))()
_BOXES = [ctypes.byref(_NUMBERS, 16 * place) for place in range(_MANY)]
# Without the kinds of their arguments, for arguments that are numbers or made already.
_loose_box = _plain(pdfium_c.FPDFText_GetLooseCharBox, _INT)
_text_object = _plain(pdfium_c.FPDFText_GetTextObject, _ADDRESS)


def loose_boxes(textpage: int, indexes: list[int]) -> list[float]:
    """Left, top, right, bottom of the box of each of these characters, one after the other; zeros for none."""
    page = _ADDRESS.from_param(textpage)
    sides: list[float] = []
    for start in range(0, len(indexes), _MANY):
        asked = indexes[start : start + _MANY]
        there = list(map(_loose_box, repeat(page), asked, _BOXES))
        found: list[float] = _NUMBERS[: 4 * len(asked)]
        for place, known in enumerate(there if 0 in there else ()):
            if not known:
                found[4 * place : 4 * place + 4] = [0.0] * 4
        sides += found
    return sides


def text_objects(textpage: int, indexes: list[int]) -> list[int]:
    """The piece of text that each of these characters belongs to; 0 for one that the library made up."""
    found = list(map(_text_object, repeat(_ADDRESS.from_param(textpage)), indexes))
    return [piece or 0 for piece in found] if None in found else found
