"""The frame of our own papers: what stands between their head and their foot is text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tablebook.documents.lines import Line

_HEAD, _FOOT = 66.0, 48.0
"""Points from the edges of a page: nearer to them stand the head and the foot, further away the text."""


def framed(lines: Sequence[Line], heights: Sequence[float]) -> tuple[Line, ...]:
    """The lines, those in the frame known as such. A paper whose pages have no head above the frame and no foot below
    it, such as one in large print, has none. ``heights`` are those of the pages."""
    places = [_place(line, heights) for line in lines]
    pages, heads, feet = (
        {line.page for line, place in zip(lines, places, strict=True) if place in some}
        for some in (("head", "text", "foot"), ("head",), ("foot",))
    )
    if not pages == heads == feet:
        return tuple(lines)
    return tuple(replace(line, framed=place == "text") for line, place in zip(lines, places, strict=True))


def _place(line: Line, heights: Sequence[float]) -> str:
    """Where on its page a line stands."""
    if line.page is None or line.y < _HEAD:
        return "head"
    return "foot" if line.y > heights[line.page - 1] - _FOOT else "text"
