"""The words of a PDF page with their places, in the direction in which a person reads the page."""

from __future__ import annotations

import ctypes
import re
from typing import NamedTuple, Protocol

import pypdfium2.raw as pdfium_c

from tablebook.documents.pdf import calls
from tablebook.documents.words import Word

# U+FFFE stands for the hyphen at a line end; the library puts no space after it. What has no width parts words: where a
# paper changes its marking, a mark of no width often stands, in the print of the words before it.
_WORD = re.compile("[^\\s\ufffe\u200b\u200c\u2060\ufeff]+\ufffe?")

_Box = ctypes.c_float * 4
Bold = tuple[bool, bool]
Span = tuple[int, int]
Boxes = tuple[float, float, float, float, float, float, float, float]


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
    """The words of a page in the order of the file. What stands outside it as shown is left out."""
    text = _characters(textpage, pdfium_c.FPDFText_CountChars(textpage))
    spans = [match.span() for match in _WORD.finditer(text)]
    handle = calls.address(textpage)
    looks = fonts.looks(handle, [first for first, _ in spans])
    plain = fitting == Fitting(fitting.width, fitting.height)
    height = fitting.height
    make = _make
    words: list[Word] = []
    for (first, end), (bold, italic), box in zip(*_parted(handle, spans, looks), strict=True):
        # FS_RECTF holds left, top, right, bottom: those of the first and of the last character.
        left, top, right, bottom, left2, top2, right2, bottom2 = box
        if left2 < left:
            left = left2
        if right2 > right:
            right = right2
        if top2 > top:
            top = top2
        if bottom2 < bottom:
            bottom = bottom2
        if right <= left and top <= bottom:
            continue
        if plain:
            top, bottom = height - top, height - bottom
        else:
            left, right, top, bottom = fitting.shown(left, right, top, bottom)
        middle = (top + bottom) / 2
        if -2 <= middle <= height + 2:
            words.append(
                make(Word, (text[first:end], left, right, top, bottom, bold, italic, bottom - top, middle, first, None))
            )
    return words


# A long contract has a quarter of a million words: a named tuple's own constructor takes twice as long.
_make = tuple.__new__


def _parted(handle: int, spans: list[Span], looks: list[Bold]) -> tuple[list[Span], list[Bold], list[Boxes]]:
    """Words with their looks and boxes. A word that ends left of its beginning and below it is two: a line ended in it
    without a blank or a hyphen."""
    boxes = _boxes(handle, spans)
    wrapped = [
        at
        for at, (left, top, _, bottom, left2, top2, _, bottom2) in enumerate(boxes)
        if left2 < left - 1 and (top + bottom) - (top2 + bottom2) > 1.4 * (top - bottom)
    ]
    for at in reversed(wrapped):
        parts = _at_line_end(handle, *spans[at])
        boxes[at : at + 1] = _boxes(handle, parts)
        looks[at : at + 1] = [looks[at]] * len(parts)
        spans[at : at + 1] = parts
    return spans, looks, boxes


def _at_line_end(handle: int, first: int, end: int) -> list[Span]:
    """The two parts of a word that goes on below."""
    lefts = [box[0] for box in _boxes(handle, [(index, index + 1) for index in range(first, end)])]
    cuts = [first + index for index in range(1, len(lefts)) if lefts[index] < lefts[index - 1] - 1]
    return [(first, cuts[0]), (cuts[0], end)] if cuts else [(first, end)]


def _boxes(textpage: int, spans: list[Span]) -> list[Boxes]:
    """The boxes of the first and of the last character of each word, eight numbers a word, zeros for none."""
    boxes = (_Box * (2 * len(spans)))()
    start, box = ctypes.addressof(boxes), calls.loose_box
    places = range(start, start + 32 * len(spans), 32)
    there = [
        box(textpage, first, at) and box(textpage, end - 1, at + 16)
        for (first, end), at in zip(spans, places, strict=True)
    ]
    if not all(there):
        for at, known in zip(places, there, strict=True):
            if not known:
                ctypes.memset(at, 0, 32)
    edges = iter(memoryview(boxes).cast("B").cast("f") if spans else ())
    return list(zip(*[edges] * 8, strict=True))


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
