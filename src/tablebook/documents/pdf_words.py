"""The words of a PDF page with their places, in the direction in which a person reads the page."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator

import pypdfium2.raw as pdfium_c

from tablebook.documents.words import Word

# U+FFFE stands for the hyphen at a line end; the library puts no space after it.
_WORD = re.compile("[^\\s\ufffe]+\ufffe?")


_Box = ctypes.c_float * 4
# The library's own prototypes turn every argument into an object; with plain addresses a call costs a third.
_LOOSE_BOX = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(pdfium_c.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)
_TEXT_OBJECT = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium_c.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
_FONT = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)(
    ctypes.cast(pdfium_c.FPDFTextObj_GetFont, ctypes.c_void_p).value or 0
)
Look = tuple[bool, bool]


class Fonts:
    """Bold and italic by font, asked once for each font of a document."""

    def __init__(self) -> None:
        self._fonts: dict[int, Look] = {}

    def looks(self, textpage: int, indexes: list[int]) -> list[Look]:
        """(bold, italic) of the characters at these places. Between two that one piece of text holds, all are its."""
        found: list[Look] = [(False, False)] * len(indexes)
        pieces: dict[int, int] = {}

        def piece(at: int) -> int:
            if at not in pieces:
                pieces[at] = _TEXT_OBJECT(textpage, indexes[at]) or 0
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

    def _look(self, piece: int) -> Look:
        font = _FONT(piece) if piece else None
        if not font:
            return False, False
        if font not in self._fonts:
            self._fonts[font] = self._ask(ctypes.cast(font, pdfium_c.FPDF_FONT))
        return self._fonts[font]

    @staticmethod
    def _ask(font: object) -> Look:
        buffer = ctypes.create_string_buffer(256)
        pdfium_c.FPDFFont_GetBaseFontName(font, buffer, 256)
        name = buffer.value.decode("utf-8", errors="replace").lower()
        flags = pdfium_c.FPDFFont_GetFlags(font)
        weight = pdfium_c.FPDFFont_GetWeight(font)
        bold = bool(re.search("bold|black|heavy|demi", name)) or weight >= 600 or bool(flags > 0 and flags & 1 << 18)
        return bold, "italic" in name or "oblique" in name


def page_words(textpage: object, width: float, height: float, rotation: int, fonts: Fonts) -> list[Word]:
    """The words of a page in the order of the file. ``width`` and ``height`` are those of the page as shown;
    what stands outside it is left out."""
    text = _characters(textpage, pdfium_c.FPDFText_CountChars(textpage))
    spans = [match.span() for match in _WORD.finditer(text)]
    handle = ctypes.cast(textpage, ctypes.c_void_p).value or 0  # type: ignore[arg-type]
    looks = fonts.looks(handle, [first for first, _ in spans])
    words: list[Word] = []
    lowest = height + 2
    for (first, end), look, box in zip(spans, looks, _boxes(handle, spans), strict=True):
        # FS_RECTF holds left, top, right, bottom: those of the first and of the last character.
        left, top, right, bottom, left2, top2, right2, bottom2 = box
        left, right = left if left < left2 else left2, right if right > right2 else right2
        top, bottom = top if top > top2 else top2, bottom if bottom < bottom2 else bottom2
        if right <= left and top <= bottom:
            continue
        if rotation:
            left, right, top, bottom = _turned(left, right, top, bottom, width, height, rotation)
        else:
            top, bottom = height - top, height - bottom
        middle = (top + bottom) / 2
        if -2 <= middle <= lowest:
            words.append(Word(text[first:end], left, right, top, bottom, look[0], look[1], bottom - top, middle))
    return words


def _boxes(textpage: int, spans: list[tuple[int, int]]) -> Iterator[tuple[float, ...]]:
    """The boxes of the first and of the last character of each word, eight numbers a word; zeros for none."""
    boxes = (_Box * (2 * len(spans)))()
    here = ctypes.addressof(boxes)
    box = _LOOSE_BOX
    for first, end in spans:
        if not (box(textpage, first, here) and box(textpage, end - 1, here + 16)):
            ctypes.memset(here, 0, 32)
        here += 32
    edges = iter(memoryview(boxes).cast("B").cast("f") if spans else ())
    return zip(*[edges] * 8, strict=True)


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


def _turned(
    left: float, right: float, top: float, bottom: float, width: float, height: float, rotation: int
) -> tuple[float, float, float, float]:
    """(left, right, top, bottom) as shown, from a box in the page's own coordinates (which grow upwards)."""
    if rotation == 90:
        return bottom, top, left, right
    if rotation == 180:
        return width - right, width - left, bottom, top
    if rotation == 270:
        return width - top, width - bottom, height - right, height - left
    return left, right, height - top, height - bottom
