"""Lines that say something, and lines that are only a title."""

from __future__ import annotations

import re

_LONGEST_TITLE = 8
_HALF = 0.5
_WORD = re.compile(r"[^\W\d_]{4,}")


def is_prose(text: str) -> bool:
    """Whether a line says something: a sentence with its stop, or many words that are mostly no names."""
    words, long = text.split(), _WORD.findall(text)
    if text.rstrip()[-1:] in (".", ";", ":") and len(words) > 4:
        return True
    return len(words) > _LONGEST_TITLE and sum(word.islower() for word in long) > _HALF * len(long)
