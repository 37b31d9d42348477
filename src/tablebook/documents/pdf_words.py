"""The words of a PDF page with their places, in the direction in which a person reads the page."""

from __future__ import annotations

import ctypes
import re
from typing import NamedTuple, Protocol

import pypdfium2.raw as pdfium_c

from tablebook.documents import pdf_calls as calls
from tablebook.documents.words import Word

# U+FFFE stands for the hyphen at a line end; the library puts no space after it. What has no width parts words: where a
# paper changes its marking, a mark of no width often stands, in the print of the words before it.
_WORD = re.compile("[^\\s\ufffe\u200b\u200c\u2060\ufeff]+\ufffe?")

_Box = ctypes.c_float * 4
Bold = tuple[bool, bool]


class Print(Protocol):
    """What is asked about the print of letters."""

    def looks(self, textpage: int, indexes: list[int]) -> list[Bold]:
        """(bold, italic) of the characters at these places."""


class Fitting(NamedTuple):
    """How a page is shown: its size, its turn in degrees, and the corner from which its own coordinates count. A
    cropped page shows a part of them."""

    width: float
    height: float
    rotation: int = 0
    x: float = 0.0
    y: float = 0.0

    def shown(self, left: float, right: float, top: float, bottom: float) -> tuple[float, float, float, float]:
        """(left, right, top, bottom) as shown, from a box in the page's own coordinates (which grow upwards)."""
        left, right, top, bottom = left - self.x, right - self.x, top - self.y, bottom - self.y
        if self.rotation == 90:
            return bottom, top, left, right
        if self.rotation == 180:
            return self.width - right, self.width - left, bottom, top
        if self.rotation == 270:
            return self.width - top, self.width - bottom, self.height - right, self.height - left
        return left, right, self.height - top, self.height - bottom


class Fonts:
    """Bold and italic by font, asked once for each font of a document."""

    def __init__(self) -> None:
        self._fonts: dict[int, Bold] = {}

    def looks(self, textpage: int, indexes: list[int]) -> list[Bold]:
        """(bold, italic) of the characters at these places. Between two that one piece of text holds, all are its."""
        found: list[Bold] = [(False, False)] * len(indexes)
        pieces: dict[int, int] = {}

        def piece(at: int) -> int:
            if at not in pieces:
                pieces[at] = calls.text_object(textpage, indexes[at]) or 0
            return pieces[at]

        spans = [(0, len(indexes) - 1)] if indexes else []
        while spans:
            first, last = spans.pop()
            if piece(first) == piece(last):
                look = self._look(piece(first))
                if look != (False, False):
                    found[first : last + 1] = [look] * (last + 1 - first)
            elif last - first > 1:
                middle = (first + last) // 2
                spans += [(first, middle), (middle, last)]
            else:
                found[first], found[last] = self._look(piece(first)), self._look(piece(last))
        return found

    def _look(self, piece: int) -> Bold:
        font = calls.font_of(piece) if piece else None
        if not font:
            return False, False
        if font not in self._fonts:
            self._fonts[font] = self.ask(ctypes.cast(font, pdfium_c.FPDF_FONT))
        return self._fonts[font]

    @staticmethod
    def ask(font: object) -> Bold:
        """(bold, italic) of a font."""
        buffer = ctypes.create_string_buffer(256)
        pdfium_c.FPDFFont_GetBaseFontName(font, buffer, 256)
        name = buffer.value.decode("utf-8", errors="replace").lower()
        flags = pdfium_c.FPDFFont_GetFlags(font)
        weight = pdfium_c.FPDFFont_GetWeight(font)
        bold = bool(re.search("bold|black|heavy|demi", name)) or weight >= 600 or bool(flags > 0 and flags & 1 << 18)
        return bold, "italic" in name or "oblique" in name


def page_words(textpage: object, fitting: Fitting, fonts: Print) -> list[Word]:
    """The words of a page in the order of the file."""
    handle = calls.address(textpage)
    text = _characters(textpage, pdfium_c.FPDFText_CountChars(textpage))
    spans = [match.span() for match in _WORD.finditer(text)]
    edges = _edges(handle, spans)
    if wrapped := {span for span, edge in zip(spans, edges, strict=True) if _goes_on_below(edge)}:
        spans = [part for span in spans for part in (_at_line_end(handle, *span) if span in wrapped else [span])]
        edges = _edges(handle, spans)
    looks = fonts.looks(handle, [start for start, _ in spans])
    words: list[Word] = []
    for (start, end), edge, look in zip(spans, edges, looks, strict=True):
        left, top, right, bottom, left2, top2, right2, bottom2 = edge
        left, right = min(left, left2), max(right, right2)
        top, bottom = max(top, top2), min(bottom, bottom2)
        if right <= left and top <= bottom:
            continue
        left, right, top, bottom = fitting.shown(left, right, top, bottom)
        words.append(Word(text[start:end], left, right, top, bottom, *look, bottom - top, (top + bottom) / 2, start))
    return words


def _edges(handle: int, spans: list[tuple[int, int]]) -> list[list[float]]:
    """The boxes of the first and the last letter of each word: left, top, right, bottom, twice."""
    boxes = (_Box * (2 * len(spans)))()
    at = ctypes.addressof(boxes)
    for place, (start, end) in enumerate(spans):
        here = at + 32 * place
        if not calls.loose_box(handle, start, here) or not calls.loose_box(handle, end - 1, here + 16):
            ctypes.memset(here, 0, 32)
    numbers = list(memoryview(boxes).cast("B").cast("f")) if spans else []
    return [numbers[place : place + 8] for place in range(0, len(numbers), 8)]


def _goes_on_below(edge: list[float]) -> bool:
    """Whether a word ends left of its beginning and below it: a line ended in it without a blank or a hyphen."""
    left, top, _, bottom, left2, top2, _, bottom2 = edge
    return left2 < left - 1 and (top + bottom) - (top2 + bottom2) > 1.4 * (top - bottom)


def _at_line_end(handle: int, start: int, end: int) -> list[tuple[int, int]]:
    """The two parts of a word that goes on below."""
    lefts = [edge[0] for edge in _edges(handle, [(index, index + 1) for index in range(start, end)])]
    cut = next(
        index for index in range(1, len(lefts) + 1) if index == len(lefts) or lefts[index] < lefts[index - 1] - 1
    )
    return [(start, start + cut), (start + cut, end)] if start + cut < end else [(start, end)]


def _characters(textpage: object, count: int) -> str:
    """The page's characters, one for each index that the library counts."""
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium_c.FPDFText_GetText(textpage, 0, count, buffer)
    text = bytes(buffer)[: max(0, written - 1) * 2].decode("utf-16-le", errors="replace")
    if len(text) == count:
        return text
    codes = (pdfium_c.FPDFText_GetUnicode(textpage, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " " for code in codes)
