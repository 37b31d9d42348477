"""Positions in words: Python counts characters, Qt counts UTF-16 units (an emoji is one here and two there)."""

from __future__ import annotations


def qt_index(text: str, index: int) -> int:
    """The Qt position of the Python position `index` in `text`."""
    if text.isascii():
        return index
    return index + sum(char > "\uffff" for char in text[:index])


def python_index(text: str, index: int) -> int:
    """The Python position of the Qt position `index`; inside a pair, the position of its character."""
    if text.isascii():
        return index
    units = 0
    for at, char in enumerate(text):
        units += 2 if char > "\uffff" else 1
        if units > index:
            return at
    return len(text)


def qt_length(text: str) -> int:
    """How many Qt positions `text` takes."""
    return qt_index(text, len(text))
