"""The words of a PDF page with their places, in the direction in which a person reads the page."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from itertools import compress, pairwise, repeat
from operator import gt, lt, ne, sub
from typing import NamedTuple, Protocol

import pypdfium2.raw as pdfium_c

from tablebook.documents.pdf import calls
from tablebook.documents.words import Word

# U+FFFE stands for the hyphen at a line end; the library puts no space after it. What has no width parts words: where a
# paper changes its marking, a mark of no width often stands, in the print of the words before it.
_WORD = re.compile("[^\\s\ufffe\u200b\u200c\u2060\ufeff]+\ufffe?")

_LEAST_BLANK, _MOST_BLANK = 0.15, 0.5
"""Heights of the letters; what stands closer may be one word, what stands further apart may be columns."""

Bold = tuple[bool, bool]
Span = tuple[int, int]
Sides = list[float]
Boxes = tuple[Sides, Sides, Sides, Sides]
"""Left, right, top, bottom of all words."""
Further = Callable[[float, float], bool]


class Print(Protocol):
    """What is asked about the print of letters."""

    def looks(self, textpage: int, indexes: list[int], lines: list[Span]) -> list[Bold]:
        """(bold, italic) of the characters at which words begin; ``lines`` are stretches of words in one line."""


class Fitting(NamedTuple):
    """How a page is shown: its size, its turn in degrees, and the corner from which its own coordinates count. A
    cropped page shows a part of them."""

    width: float
    height: float
    rotation: int = 0
    x: float = 0.0
    y: float = 0.0

    def shown(self, left: Sides, right: Sides, top: Sides, bottom: Sides) -> tuple[Sides, Sides, Sides, Sides]:
        """(left, right, top, bottom) of boxes as shown, from those in the page's own coordinates (which grow upwards).
        Each list holds one side of all boxes."""
        width, height, rotation, x, y = self
        if x:
            left, right = [side - x for side in left], [side - x for side in right]
        if y:
            top, bottom = [side - y for side in top], [side - y for side in bottom]
        if rotation == 90:
            return bottom, top, left, right
        if rotation == 180:
            return _from(width, right), _from(width, left), bottom, top
        if rotation == 270:
            return _from(width, top), _from(width, bottom), _from(height, right), _from(height, left)
        return left, right, _from(height, top), _from(height, bottom)


def _from(edge: float, sides: Sides) -> Sides:
    return [edge - side for side in sides]


class Fonts:
    """Bold and italic by font, asked once for each font of a document."""

    def __init__(self) -> None:
        self._fonts: dict[int, Bold] = {}

    def looks(self, textpage: int, indexes: list[int], lines: list[Span]) -> list[Bold]:
        """(bold, italic) of the characters at which words begin."""
        pieces = pieces_of(textpage, indexes, lines)
        known = {piece: self._look(piece) for piece in set(pieces)}
        return [known[piece] for piece in pieces]

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


def pieces_of(textpage: int, indexes: list[int], lines: list[Span]) -> list[int]:
    """The piece of text that each of these characters belongs to; 0 for one that the library made up. Where a line
    begins and ends in one piece, all of it is in that."""
    firsts = calls.text_objects(textpage, [indexes[start] for start, _ in lines])
    lasts = calls.text_objects(textpage, [indexes[end - 1] for _, end in lines])
    pieces: list[int] = []
    for (start, end), first, last in zip(lines, firsts, lasts, strict=True):
        pieces += [first] * (end - start) if first == last else calls.text_objects(textpage, indexes[start:end])
    return pieces


def page_words(textpage: object, fitting: Fitting, fonts: Print, whole_lines: bool = False) -> list[Word]:
    """The words of a page in the order of the file. What stands outside it as shown is left out. With ``whole_lines``
    a line of prose, all of one look and its words a blank apart, is one word: that spares half of all further work."""
    text = _characters(textpage, pdfium_c.FPDFText_CountChars(textpage))
    matches = list(_WORD.finditer(text))
    if not matches:
        return []
    firsts, lasts = list(map(re.Match.start, matches)), [end - 1 for end in map(re.Match.end, matches)]
    handle = calls.address(textpage)
    ends = _ends(handle, firsts, lasts)
    if wrapped := _wrapped(ends):
        spans = list(zip(firsts, lasts, strict=True))
        parts = [_at_line_end(handle, *span) if at in wrapped else [span] for at, span in enumerate(spans)]
        firsts, lasts = map(list, zip(*(part for some in parts for part in some), strict=True))
        ends = _ends(handle, firsts, lasts)
        texts = [text[first : last + 1] for first, last in zip(firsts, lasts, strict=True)]
    else:
        texts = list(map(re.Match.group, matches))
    boxes = fitting.shown(*_sides(ends))
    lines = _lines(*boxes[2:])
    looks = fonts.looks(handle, firsts, lines)
    return _placed(texts, firsts, boxes, lines, looks, fitting.height + 2, whole_lines)


def _lines(tops: Sides, bottoms: Sides) -> list[Span]:
    """The stretches of words that stand at one height."""
    places = range(1, len(tops))
    cuts = {*compress(places, map(ne, tops[1:], tops)), *compress(places, map(ne, bottoms[1:], bottoms))}
    return list(pairwise([0, *sorted(cuts), len(tops)]))


def _placed(
    texts: list[str],
    firsts: list[int],
    boxes: Boxes,
    lines: list[Span],
    looks: list[Bold],
    lowest: float,
    whole_lines: bool,
) -> list[Word]:
    """The words that stand on the page. What those of a line share is made out once for all of them."""
    lefts, rights, tops, bottoms = boxes
    words: list[Word] = []
    for start, end in lines:
        top, bottom, look, line = tops[start], bottoms[start], looks[start], slice(start, end)
        middle, size = (top + bottom) / 2, bottom - top
        if not -2 <= middle <= lowest:
            continue
        one_look = looks[line].count(look) == end - start
        if whole_lines and one_look and _is_prose(texts[line], lefts[line], rights[line], size):
            text, left, right = " ".join(texts[line]), lefts[start], rights[end - 1]
            words.append(Word(text, left, right, top, bottom, *look, size, middle, firsts[start]))
            continue
        style = map(repeat, look) if one_look else zip(*looks[line], strict=True)
        sides = texts[line], lefts[line], rights[line], repeat(top), repeat(bottom)
        found = map(_make, repeat(Word), zip(*sides, *style, repeat(size), repeat(middle), firsts[line], repeat(None)))
        words += (word for word in found if word.right > word.left) if bottom <= top else found
    return words


def _is_prose(texts: list[str], lefts: Sides, rights: Sides, size: float) -> bool:
    """Whether words of a line stand a blank apart. A number at its beginning may count the lines of the paper, and what
    is set further apart may be columns or cells."""
    gaps = list(map(sub, lefts[1:], rights))
    apart = bool(gaps) and min(gaps) > _LEAST_BLANK * size and max(gaps) < _MOST_BLANK * size
    return apart and not texts[0].isdigit() and all(map(str.isascii, texts))


# A long contract has a quarter of a million words: a named tuple's own constructor takes twice as long, and so on for
# all that is done word by word here.
_make = tuple.__new__


def _ends(textpage: int, firsts: list[int], lasts: list[int]) -> list[Sides]:
    """Left, top, right, bottom of the first character of all words, and then of the last."""
    found = calls.loose_boxes(textpage, firsts), calls.loose_boxes(textpage, lasts)
    return [boxes[side::4] for boxes in found for side in range(4)]


def _sides(ends: list[Sides]) -> tuple[Sides, Sides, Sides, Sides]:
    """Left, right, top, bottom of the words."""
    left, top, right, bottom, left2, top2, right2, bottom2 = ends
    return (
        _outer(lt, min, left, left2),
        _outer(gt, max, right2, right),
        _outer(gt, max, top, top2),
        _outer(lt, min, bottom, bottom2),
    )


def _outer(further: Further, pick: Callable[[float, float], float], usual: Sides, other: Sides) -> Sides:
    """One side of the words out of those of their two characters. Hardly ever does the ``other`` reach further."""
    if usual == other or not any(map(further, other, usual)):
        return usual
    return list(map(pick, usual, other))


def _wrapped(ends: list[Sides]) -> set[int]:
    """The words that end left of their beginning and below it: a line ended in each without a blank or a hyphen."""
    if not any(map(lt, ends[4], ends[0])):
        return set()
    return {
        at
        for at, (left, top, _, bottom, left2, top2, _, bottom2) in enumerate(zip(*ends, strict=True))
        if left2 < left - 1 and (top + bottom) - (top2 + bottom2) > 1.4 * (top - bottom)
    }


def _at_line_end(textpage: int, first: int, last: int) -> list[Span]:
    """The first and last characters of the two parts of a word that goes on below."""
    lefts = calls.loose_boxes(textpage, list(range(first, last + 1)))[::4]
    cuts = [first + index for index in range(1, len(lefts)) if lefts[index] < lefts[index - 1] - 1]
    return [(first, cuts[0] - 1), (cuts[0], last)] if cuts else [(first, last)]


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
