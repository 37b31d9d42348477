"""The words of a PDF page with their places, in the direction in which a person reads the page."""

from __future__ import annotations

import ctypes
import re
from typing import Any, NamedTuple, Protocol

import pypdfium2.raw as pdfium_c

from tablebook.documents.marked_paper import Look

# U+FFFE stands for the hyphen at a line end; the library puts no space after it. What has no width parts words: where a
# paper changes its marking, a mark of no width often stands, in the print of the words before it.
_WORD = re.compile("[^\\s\ufffe\u200b\u200c\u2060\ufeff]+\ufffe?")


class Ink(NamedTuple):
    """How a word looks, and whether lines that mark it reach over the blanks before (``lead``) and behind it
    (``trail``)."""

    look: Look
    lead: bool = False
    trail: bool = False


class Word(NamedTuple):
    """A word's box with the origin at the top left, in points; ``size`` is the height of its font, ``middle``
    the height of its line on the page, ``at`` the library's index of its first character. ``ink`` is how it looks,
    where that is asked."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    bold: bool
    italic: bool
    size: float
    middle: float
    at: int = -1
    ink: Ink | None = None


class Print(Protocol):
    """What is asked about the print of letters."""

    def next_page(self, textpage: object) -> None:
        """Another page is read."""

    def look(self, textpage: object, index: int) -> tuple[bool, bool]:
        """(bold, italic) of the character at ``index``."""


class Fonts:
    """Bold and italic by font, asked once for each font of a document and each piece of text."""

    def __init__(self) -> None:
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._pieces: dict[int, tuple[bool, bool]] = {}

    def next_page(self, textpage: object) -> None:
        """Forgets the pieces of the last page: another page's may stand at the same addresses."""
        self._pieces.clear()

    def look(self, textpage: object, index: int) -> tuple[bool, bool]:
        """(bold, italic) of the character at ``index``."""
        piece = pdfium_c.FPDFText_GetTextObject(textpage, index)
        if not piece:
            return False, False
        address = _address(piece)
        if address not in self._pieces:
            font = pdfium_c.FPDFTextObj_GetFont(piece)
            known = _address(font)
            if font and known not in self._fonts:
                self._fonts[known] = self.ask(font)
            self._pieces[address] = self._fonts.get(known, (False, False))
        return self._pieces[address]

    @staticmethod
    def ask(font: object) -> tuple[bool, bool]:
        """(bold, italic) of a font."""
        buffer = ctypes.create_string_buffer(256)
        pdfium_c.FPDFFont_GetBaseFontName(font, buffer, 256)
        name = buffer.value.decode("utf-8", errors="replace").lower()
        flags = pdfium_c.FPDFFont_GetFlags(font)
        weight = pdfium_c.FPDFFont_GetWeight(font)
        bold = bool(re.search("bold|black|heavy|demi", name)) or weight >= 600 or bool(flags > 0 and flags & 1 << 18)
        return bold, "italic" in name or "oblique" in name


def _address(pointer: ctypes._Pointer[Any]) -> int:
    return ctypes.c_void_p.from_buffer(pointer).value or 0


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


def page_words(textpage: object, fitting: Fitting, fonts: Print) -> list[Word]:
    """The words of a page in the order of the file."""
    fonts.next_page(textpage)
    count = pdfium_c.FPDFText_CountChars(textpage)
    text = _characters(textpage, count)
    box = pdfium_c.FS_RECTF()
    words: list[Word] = []
    for match in _WORD.finditer(text):
        first, last = match.start(), match.end() - 1
        if not pdfium_c.FPDFText_GetLooseCharBox(textpage, first, box):
            continue
        left, right, top, bottom = box.left, box.right, box.top, box.bottom
        if last > first and pdfium_c.FPDFText_GetLooseCharBox(textpage, last, box):
            left, right = min(left, box.left), max(right, box.right)
            top, bottom = max(top, box.top), min(bottom, box.bottom)
        left, right, top, bottom = fitting.shown(left, right, top, bottom)
        bold, italic = fonts.look(textpage, first)
        words.append(
            Word(match.group(), left, right, top, bottom, bold, italic, bottom - top, (top + bottom) / 2, first)
        )
    return words


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
