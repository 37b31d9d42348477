"""The frame of our own papers: what stands between their head and their foot is text."""

from __future__ import annotations

from collections.abc import Sequence

from tablebook.documents.lines import Line

_HEAD, _FOOT = 66.0, 48.0
"""Points from the edges of a page: nearer to them stand the head and the foot, further away the text."""


def frames(lines: Sequence[Line], heights: Sequence[float]) -> bool:
    """Whether each page with text has its head above the frame and its foot below it: a paper in large print has not.
    ``heights`` are those of the pages."""
    pages = {line.page for line in lines}
    heads = {line.page for line in lines if line.y < _HEAD}
    feet = {line.page for line in lines if line.page and line.y > heights[line.page - 1] - _FOOT}
    return bool(pages) and pages == heads == feet


def in_frame(line: Line, heights: Sequence[float]) -> bool:
    """Whether a line stands between the head and the foot of its page."""
    return line.page is not None and _HEAD <= line.y <= heights[line.page - 1] - _FOOT
