"""Every heading of invented contracts is found again on the paper it was printed on, in its order."""

from __future__ import annotations

from pathlib import Path

import pytest

from tablebook.documents.contract.places import Printed, letters
from tablebook.documents.pdf.pages import page_sheet
from tablebook.documents.read import read_contract, read_source
from tablebook.documents.reading import Reading
from tablebook.documents.sheets import file_line
from tablebook.domain.contract import UnitKind
from tablebook.ui.outline.wishes import Wish, wish_for
from tests.unit.documents.invented import SHAPES, Shape, invented
from tests.unit.documents.printed import as_pdf, as_text, as_word

LEAST = 0.95
FORMS = ("pdf", "columns", "numbered", "text", "word")
CASES = [(FORMS[(at + step) % len(FORMS)], shape) for at, shape in enumerate(SHAPES) for step in (0, 3)]
"""Each shape in two forms, each form with several shapes."""
Found = tuple[Wish, tuple[int, int], str]


def wishes(reading: Reading) -> list[Wish]:
    """The headings of all units and sections in their order."""
    return [
        wish_for(reading, at, block)
        for at, unit in enumerate(reading.articles)
        for block in (-1, *(index for index, one in enumerate(unit.blocks) if one.section))
        if block >= 0 or unit.kind is not UnitKind.PREAMBLE
    ]


def found_in_pdf(path: Path) -> list[Found | None]:
    """Where each stands: its page and word, and the letters found there."""
    data, pages = path.read_bytes(), dict[int, list[str]]()
    places: list[Found | None] = []
    for wish in wishes(read_contract(path)):
        page = wish.page or 0
        if page not in pages:
            pages[page] = [word.text for word in page_sheet(data, path.name, page, 16).words]
        at = wish.found(Printed(pages[page]))
        places.append((wish, (page, at.start), letters("".join(pages[page][at.start : at.stop]))) if at else None)
    return places


def found_in_lines(path: Path) -> list[Found | None]:
    """Where each stands: its line, and the letters found there."""
    lines = [file_line(line).words for line in read_source(path).lines]
    printed = Printed(lines)
    places: list[Found | None] = []
    for wish in wishes(read_contract(path)):
        at = wish.found(printed, whole_file=True)
        places.append((wish, (0, at.start), letters("".join(lines[at.start : at.stop]))) if at else None)
    return places


@pytest.mark.parametrize(("form", "shape"), CASES, ids=[f"{form}-{shape.name}" for form, shape in CASES])
def test_headings_are_found_where_they_are_printed(tmp_path: Path, shape: Shape, form: str) -> None:
    parts = invented(shape, seed=71)
    if form == "text":
        places = found_in_lines(as_text(parts, shape, tmp_path / "c.txt"))
    elif form == "word":
        places = found_in_lines(as_word(parts, shape, tmp_path / "c.docx", styled=True))
    else:
        path = tmp_path / "c.pdf"
        places = found_in_pdf(as_pdf(parts, shape, path, columns=1 + (form == "columns"), numbered=form == "numbered"))
    assert len(places) > 20
    right, last = 0, (0, -1)
    for place in places:
        if place is not None:
            wish, at, said = place
            in_order, last = at >= last, max(at, last)
            right += in_order and any(letters(words)[:12] in said for words in wish.wanted)
    assert right >= LEAST * len(places), f"{right} of {len(places)}"
