"""The typefaces of the papers: embedded from the program's own files, with a fallback for each single character.

A character that no shipped typeface has is printed as its code, "‹U+1F600›": a paper neither drops it nor fails on it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import groupby
from threading import Lock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from tablebook.paths import resources

SERIF = "TablebookSerif"
SERIF_ITALIC = "TablebookSerif-Italic"
SERIF_SEMIBOLD = "TablebookSerif-Semibold"
SERIF_BOLD = "TablebookSerif-Bold"
SANS = "TablebookSans"
SANS_MEDIUM = "TablebookSans-Medium"
SANS_SEMIBOLD = "TablebookSans-Semibold"

_FILES = {
    SERIF: "SourceSerifPro-Regular.ttf",
    SERIF_ITALIC: "SourceSerifPro-It.ttf",
    SERIF_SEMIBOLD: "SourceSerifPro-Semibold.ttf",
    SERIF_BOLD: "SourceSerifPro-Bold.ttf",
    SANS: "Inter-400.ttf",
    SANS_MEDIUM: "Inter-500.ttf",
    SANS_SEMIBOLD: "Inter-600.ttf",
}
_FALLBACKS = (SERIF, SANS)
OUTLINES = Lock()
"""Held while a file is finished: the library reads the outlines of a typeface from one place for all papers."""
_REGISTERING = Lock()  # two papers may be made at once, and the registry of fonts is one for the process


@cache
def _widths(font: str) -> dict[int, float]:
    """Character code to width in thousandths of the size; loads and registers the typeface the first time."""
    with _REGISTERING:
        face = TTFont(font, str(resources() / "fonts" / _FILES[font]))
        pdfmetrics.registerFont(face)
    return dict(face.face.charWidths)


@cache
def _drawable(font: str) -> frozenset[str]:
    """The characters a typeface has by itself."""
    return frozenset(chr(code) for code in _widths(font) if code >= 0x20 and not 0x7F <= code < 0xA0)


@cache
def _drawable_by_any() -> frozenset[str]:
    return frozenset().union(*(_drawable(font) for font in _FALLBACKS))


def ready() -> str:
    """The typeface a page begins with, loaded: else the library would name one that is not in the file."""
    _widths(SERIF)
    return SERIF


_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]")
_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\u0085\u2028\u2029]")


def drawable(text: str) -> str:
    """The text in characters that can be drawn. Marks without a shape of their own (joiners, direction marks, soft
    hyphens) go; a character without a glyph becomes its code; every kind of space but the no-break ones a space."""
    if text.isascii() and text.isprintable():
        return text
    known = _drawable_by_any()
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", _NEWLINES.sub("\n", text)))
    if all(char in known or char == "\n" for char in set(text)):
        return text
    return "".join(_spelled(group, list(chars)) for group, chars in groupby(text, lambda char: _fate(char, known)))


def _fate(char: str, known: frozenset[str]) -> str:
    if char in known or char == "\n":
        return "keep"
    return "space" if char.isspace() else "code"


def _spelled(fate: str, chars: list[str]) -> str:
    if fate == "keep":
        return "".join(chars)
    if fate == "space":
        return " " * sum(4 if char == "\t" else 1 for char in chars)
    return "‹" + " ".join(f"U+{ord(char):04X}" for char in chars) + "›"


def pieces(text: str, font: str) -> list[tuple[str, str]]:
    """(typeface, words) in order: the asked typeface wherever it has the character, else the first that has it."""
    own = _drawable(font)
    if own.issuperset(text):
        return [(font, text)]
    return [(name, "".join(chars)) for name, chars in groupby(text, lambda char: _font_for(char, font))]


@lru_cache(maxsize=4096)
def _font_for(char: str, font: str) -> str:
    return next((name for name in (font, *_FALLBACKS) if char in _drawable(name)), font)


@lru_cache(maxsize=60_000)
def _word_width(text: str, font: str) -> float:
    own = _widths(font)
    if _drawable(font).issuperset(text):
        return sum(own[ord(char)] for char in text)
    return sum(sum(_widths(name).get(ord(char), 0) for char in part) for name, part in pieces(text, font))


def width(text: str, font: str, size: float) -> float:
    """How wide drawable text is, in points."""
    units = _word_width(text, font) if len(text) < 60 else _word_width.__wrapped__(text, font)
    return units * size / 1000


def fitted(text: str, font: str, size: float, limit: float) -> str:
    """One line of drawable text cut to a width, with "…" where words are left out."""
    line = drawable(text[:2000]).replace("\n", " ")
    if len(text) <= 2000 and width(line, font, size) <= limit:
        return line
    room = limit - width("…", font, size)
    used = 0.0
    for end, char in enumerate(line):
        used += width(char, font, size)
        if used > room:
            return line[:end].rstrip() + "…"
    return line + "…"
