"""Labelled paragraphs as lists: "(a)" and what it labels, one in the other as their levels are."""

from __future__ import annotations

import re

from tablebook.reports.tags import Tag

_KINDS = (
    (re.compile(r"\W*\d[\d.]*\W*"), "Decimal"),
    (re.compile(r"\W*[a-z]\W*"), "LowerAlpha"),
    (re.compile(r"\W*[A-Z]\W*"), "UpperAlpha"),
    (re.compile(r"\W*[ivxlc]+\W*"), "LowerRoman"),
    (re.compile(r"\W*[IVXLC]+\W*"), "UpperRoman"),
)


class Lists:
    """The lists that are open at a point of a text, the outer ones first."""

    def __init__(self) -> None:
        self._open: list[tuple[int, Tag, Tag]] = []

    def item(self, level: int, label: str) -> tuple[Tag, Tag]:
        """The tags of a label and of what it labels; deeper levels stand in the item above them."""
        self._close(level)
        if self._open and self._open[-1][0] == level:
            outer = self._open.pop()[1]
        else:
            home = self._open[-1][2] if self._open else None
            outer = Tag("L", home, attributes=f"/O/List/ListNumbering/{_numbering(label)}")
        item = Tag("LI", outer)
        name, body = Tag("Lbl", item), Tag("LBody", item)
        self._open.append((level, outer, body))
        return name, body

    def home(self, level: int) -> Tag | None:
        """Where an unlabelled paragraph of this level stands: in the item it goes on with, or in none."""
        self._close(level)
        return self._open[-1][2] if self._open else None

    def end(self) -> None:
        """A heading, a table or a paragraph of the outermost level ends all lists."""
        self._open.clear()

    def _close(self, level: int) -> None:
        while self._open and self._open[-1][0] > level:
            self._open.pop()


def _numbering(label: str) -> str:
    return next((name for form, name in _KINDS if form.fullmatch(label)), "Disc")
