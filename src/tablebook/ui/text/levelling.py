"""Puts the rows of two pages level: whichever side is shorter gets empty room under its row."""

from __future__ import annotations

from tablebook.ui.text.pane import Pane

ROUNDS = 3


def level(left: Pane, right: Pane) -> None:
    """Pad until every row begins at the same height on both sides.

    Qt joins margins in its own way beside tables, so what came of the pads is measured and mended, not trusted.
    """
    count = len(left.placed)
    pads = ([0.0] * count, [0.0] * count)
    for page in (left, right):
        page.set_pads(pads[0])
    for _ in range(ROUNDS):
        tops = [_edges(page) for page in (left, right)]
        drift, changed = 0.0, False
        for at in range(count):
            apart = tops[0][at + 1] - tops[1][at + 1] - drift
            if abs(apart) > 0.4:
                _give(pads, at, apart)
                drift += apart
                changed = True
        if not changed:
            return
        left.set_pads(pads[0])
        right.set_pads(pads[1])


def _edges(page: Pane) -> list[float]:
    """Where each row begins and the page ends."""
    return [*page.tops(), page.document().size().height()]


def _give(pads: tuple[list[float], list[float]], at: int, apart: float) -> None:
    """The left side is `apart` further down after this row: take from its pad first, then pad the right side."""
    more, less = (0, 1) if apart > 0 else (1, 0)
    owed = abs(apart)
    taken = min(owed, pads[more][at])
    pads[more][at] -= taken
    pads[less][at] += owed - taken
