"""Words with their places on a page."""

from __future__ import annotations

from operator import itemgetter
from typing import NamedTuple

from tablebook.documents.marked.paper import Look


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

    def parted_from(self, before: Word, size: float) -> bool:
        """Whether a blank stands between a word and this one, in a text of this size. A narrow gap is enough where the
        file itself has a character between them: slanted letters lean over their blanks."""
        apart = before.at >= 0 and self.at > before.at + len(before.text)
        return self.left - before.right > (0.06 if apart else 0.12) * size


LEFT, RIGHT, MIDDLE = (itemgetter(Word._fields.index(name)) for name in ("left", "right", "middle"))
"""For the loops over all words of a document, in which an attribute's name costs twice as much."""

Rows = list[list[Word]]
