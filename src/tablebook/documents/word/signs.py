"""The characters that a run's signs print, and the fields of a document: instructions print nothing."""

from __future__ import annotations

import re

from lxml import etree

from tablebook.documents.word.parts import W

SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_SYMBOLS = {0xF0B7: "•", 0xF0A8: "☐", 0xF06F: "☐", 0xF0FE: "☒", 0xF0FC: "✓", 0xF0A7: "▪"}


def symbol(element: etree._Element) -> str:
    """What a symbol of a symbol font looks like, "" where that is unknown."""
    written = element.get(W + "char") or ""
    code = int(written, 16) if re.fullmatch("[0-9A-Fa-f]{1,6}", written) else 0
    return _SYMBOLS.get(code, chr(code) if 31 < code < 0xD800 or 0xF900 <= code < 0x10000 else "")


class Fields:
    """Which part of which fields the reading is in: only results are printed. The outermost one's instruction tells
    whether it is the table of contents."""

    def __init__(self) -> None:
        self._open: list[bool] = []
        self._instructions: list[str] = []

    def meet(self, kind: str) -> None:
        """A field begins, goes over from instruction to result, or ends."""
        if kind == "begin":
            self._open.append(False)
            self._instructions.append("")
        elif kind == "separate" and self._open:
            self._open[-1] = True
        elif kind == "end" and self._open:
            self._open.pop()
            self._instructions.pop()

    def instruct(self, words: str) -> None:
        """More of the innermost field's instruction."""
        if self._instructions:
            self._instructions[-1] = (self._instructions[-1] + words).lstrip()

    @property
    def in_contents(self) -> bool:
        """Whether the outermost field makes a table of contents."""
        return bool(self._instructions) and self._instructions[0].startswith("TOC")

    @property
    def printing(self) -> bool:
        """Whether words are printed here."""
        return all(self._open)
