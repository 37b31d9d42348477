"""Marked papers in one notation: [-struck-], {+new+}; the rest stands in both readings. A line is a paragraph."""

from __future__ import annotations

import re

from tablebook.domain.text import Block, blocks_from_lines

_MARK = re.compile(r"\[-(.*?)-\]|\{\+(.*?)\+\}", re.S)


def new_text(marked: str) -> str:
    """The accepted reading."""
    return _lines(_MARK.sub(lambda match: match[2] or "", marked))


def old_text(marked: str) -> str:
    """The rejected reading."""
    return _lines(_MARK.sub(lambda match: match[1] or "", marked))


def readings(marked: str) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """(accepted, rejected) as blocks."""
    return blocks_from_lines(new_text(marked)), blocks_from_lines(old_text(marked))


def _lines(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())
