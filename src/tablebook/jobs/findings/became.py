"""Changes in words, short enough for a card: "28 became 30", "“shall meet” became “may meet”"."""

from __future__ import annotations

import re

from tablebook.domain.number_words import number_twice
from tablebook.redline.anchors import common_ends

MOST_WORDS = 16


def short(text: str) -> str:
    """The words, the middle left out where there are many; a number written twice by its figure."""
    words = text.split()
    if figure := number_twice(" ".join(words)):
        return figure
    if len(words) <= MOST_WORDS:
        return " ".join(words)
    return f"{' '.join(words[: MOST_WORDS - 5])} … {' '.join(words[-4:])}"


def quoted(text: str) -> str:
    """The words in quotation marks; a bare figure without."""
    said = short(text)
    return said if re.fullmatch(r"[$¢#]?\d[\d,.:/]*(?:st|nd|rd|th)?\s?[%¢]?", said) else f"“{said}”"


def became(old: str, new: str) -> str:
    """The change as a clause."""
    if old and new:
        return f"{quoted(old)} became {quoted(new)}"
    return f"{quoted(new)} is added" if new else f"{quoted(old)} is left out"


def with_context(old: str, new: str, after: str) -> tuple[str, str]:
    """One word for another together with the word that follows, so that it can be recognised; figures stand alone."""
    follows = re.match(r"\s*([A-Za-z’'-]+)", after)
    single = all(len(one.split()) == 1 and not any(map(str.isdigit, one)) for one in (old, new))
    return (f"{old} {follows[1]}", f"{new} {follows[1]}") if single and follows else (old, new)


def trimmed(old: str, new: str) -> tuple[str, str]:
    """Both without the words that they begin and end with alike."""
    before, now = old.split(), new.split()
    start, end = common_ends(before, now)
    return " ".join(before[start : len(before) - end]), " ".join(now[start : len(now) - end])
