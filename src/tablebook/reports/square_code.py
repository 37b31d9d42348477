"""A square code that a camera reads, drawn as plain black squares beside the words it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reportlab.graphics.barcode import qrencoder

from tablebook.reports.flow import Strip, keep_together
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
    """Strips with the code at their right, all on one page. The strips must leave it ``room``."""
    if not words:
        return list(strips)
    found = list(strips)
    used = sum(strip.height + (strip.space if index else 0) for index, strip in enumerate(found))
    below = SIDE + _quiet(words) - used

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.say(tag)
        pen.squares(x + width - SIDE, top + used, SIDE, squares(words))

    tag = Tag("Figure", spoken=spoken)
    found.append(Strip(max(below, 0.0), draw))
    keep_together(found)
    return found


def _quiet(words: str) -> float:
    return SIDE / len(squares(words)) * _QUIET
