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


# What Qt cannot hold as plain words, each as long as before so that positions stay: its own marks for tables and
# pictures, and the ends of lines.
SHOWN = str.maketrans({
    "\n": "\u2028", "\r": "\u2028", "\u2029": "\u2028", "\x0b": "\u2028", "\x0c": "\u2028",
    "\ufdd0": "\ufffd", "\ufdd1": "\ufffd", "\ufffc": "\ufffd", "\0": "\ufffd",
})  # fmt: skip


def shown(text: str) -> str:
    """Words as the page can hold them."""
    return text.translate(SHOWN)
