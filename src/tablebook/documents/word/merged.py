"""Cells of a Word table that a cell above them covers: programs print none of their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from tablebook.documents.word.parts import W, value, whole

VMERGE = W + "vMerge"
_WIDEST = 64


def span_of(cell: etree._Element) -> int:
    """How many columns a cell takes up."""
    return max(1, min(_WIDEST, whole(value(cell.find(W + "tcPr"), "gridSpan"), 1)))


def goes_on(cell: etree._Element) -> bool | None:
    """Whether a cell goes on with the merged one above it; None for a cell that is not merged downwards."""
    merge = cell.find(f"{W}tcPr/{VMERGE}")
    return None if merge is None else (merge.get(W + "val") or "continue") == "continue"


def covered(rows: Iterable[tuple[etree._Element, Sequence[etree._Element]]]) -> list[list[bool]]:
    """Of each row with its cells, which are covered. A cell that goes on with nothing is printed."""
    found: list[list[bool]] = []
    above: set[tuple[int, int]] = set()
    for row, cells in rows:
        here: set[tuple[int, int]] = set()
        column = whole(value(row.find(W + "trPr"), "gridBefore"), 0)
        found.append([])
        for cell in cells:
            place = column, span_of(cell)
            merged = goes_on(cell)
            found[-1].append(bool(merged) and place in above)
            if merged is not None:
                here.add(place)
            column += place[1]
        above = here
    return found
