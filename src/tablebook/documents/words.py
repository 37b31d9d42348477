"""Words with their places on a page."""

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """A word's box with the origin at the top left, in points; ``size`` is the height of its font, ``middle``
    the height of its line on the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    bold: bool
    italic: bool
    size: float
    middle: float


Rows = list[list[Word]]
