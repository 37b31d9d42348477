"""How sentences say a list of names and a long text: the two forms that every layer needs."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence


def listed(names: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"; "" for none."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def shorten(words: str, most: int) -> str:
    """The words on one line of at most so many letters, cut at a word."""
    return textwrap.shorten(words, most, placeholder=" …")
