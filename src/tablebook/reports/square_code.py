"""A square code that a camera reads, drawn as plain black squares beside the words it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from reportlab.graphics.barcode import qrencoder

from tablebook.reports.flow import Strip
from tablebook.reports.pen import Pen
from tablebook.reports.tags import Tag

SIDE = 57.0
"""20 mm: read from a print and from a photo of it."""
_QUIET = 4
"""So many squares of white around it, as the code's own rules ask."""


@lru_cache(maxsize=64)
def squares(words: str) -> tuple[tuple[bool, ...], ...]:
    """The code's rows, true where it is black. A seventh of it may be lost or stained and it is still read."""
    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(qrencoder.QR8bitByte(words.encode()))
    code.make()
    count = code.getModuleCount()
    return tuple(tuple(bool(code.isDark(row, column)) for column in range(count)) for row in range(count))


def room(words: str) -> float:
    """The width that the code takes of the text, its white included; at its right is the page's own margin."""
    return SIDE + _quiet(words)


def beside(strips: Sequence[Strip], words: str, spoken: str, width: float) -> list[Strip]:
    """Strips with the code at their right; those beside it stay on its page. They must leave it ``room``."""
    high, used, found = SIDE + _quiet(words), 0.0, list(strips)
    tag, first = Tag("Figure", spoken=spoken), found[0].draw

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.say(tag)
        pen.squares(x + width - SIDE, top, SIDE, squares(words))
        first(pen, x, top)

    found[0] = replace(found[0], draw=draw)
    for index, strip in enumerate(found):
        used += strip.height + (strip.space if index else 0)
        strip.keep = strip.keep or used < high
    if used < high:
        found.append(Strip(high - used, lambda _pen, _x, _top: None))
    return found


def _quiet(words: str) -> float:
    return SIDE / len(squares(words)) * _QUIET
