"""Calls into the PDF library that are made for every letter and every object of a page.

They take and give plain addresses: the library's own way, with a pointer object made for each answer, costs two to
three times as much, which shows in papers whose letters are objects of their own.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium_c

_ADDRESS = ctypes.c_void_p
_INT = ctypes.c_int


def _plain(function: Any, result: Any, *arguments: Any) -> Any:
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, _ADDRESS).value or 0)


def address(handle: Any) -> int:
    """The address behind a handle of the library."""
    return ctypes.cast(handle, _ADDRESS).value or 0


loose_box = _plain(pdfium_c.FPDFText_GetLooseCharBox, _INT, _ADDRESS, _INT, _ADDRESS)
text_object = _plain(pdfium_c.FPDFText_GetTextObject, _ADDRESS, _ADDRESS, _INT)
font_of = _plain(pdfium_c.FPDFTextObj_GetFont, _ADDRESS, _ADDRESS)
text_mode = _plain(pdfium_c.FPDFTextObj_GetTextRenderMode, _INT, _ADDRESS)
fill_colour = _plain(pdfium_c.FPDFPageObj_GetFillColor, _INT, *[_ADDRESS] * 5)
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
