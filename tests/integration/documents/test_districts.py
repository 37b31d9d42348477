"""Contracts invented in the shapes that districts print: what the outline gives on papers nobody fitted it to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.documents.districts.making import made
from tests.integration.documents.districts.scores import KINDS, PRINTERS, found_in, wanted_rows
from tests.integration.documents.districts.styles import STYLES, Style
from tests.integration.documents.scoring import score

SEED = 5
# Every style is printed by two printers; all by all take minutes: ``scores.py`` does that.
TURNS = 4
FLOORS = {"article": 0.95, "section": 0.95, "appendix": 0.95, "mou": 0.95}


def can_be_read(style: Style, printer: str) -> bool:
    """Two columns run together cannot be told apart again, and plain text has no bold that shows "1. Title"."""
    return not (
        (style.columns > 1 and printer == "flat text") or (style.name == "number and letters" and "text" in printer)
    )


@pytest.mark.parametrize("printer", PRINTERS, ids=lambda name: name.replace(" ", "-"))
def test_outlines_of_districts(printer: str, tmp_path: Path) -> None:
    first = list(PRINTERS).index(printer) % TURNS
    totals = {kind: [0, 0, 0] for kind in KINDS}
    for style in STYLES[first::TURNS]:
        if can_be_read(style, printer):
            paper = made(style, SEED, 12)
            wanted, got = wanted_rows(paper), found_in(PRINTERS[printer](paper, tmp_path))
            for kind, sums in totals.items():
                figures = score(wanted, got, kind)
                for place, value in enumerate((figures.gold, figures.found, figures.right)):
                    sums[place] += value
    for kind, (gold, found, right) in totals.items():
        assert right >= FLOORS[kind] * gold, (kind, totals)
        assert right >= FLOORS[kind] * found, (kind, totals)
