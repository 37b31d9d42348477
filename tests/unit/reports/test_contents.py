"""The contents of a long paper lead to its headings, and large print says the same in larger letters."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw
import pytest

from tests.unit.reports import class_size, long_paper
from tests.unit.reports.tagged import Tagged

PARTS = [
    ("Term and dates", class_size.u4_blocks()),
    ("What changes, in plain words " * 4, class_size.u4_blocks() * 5),
    ("Cost summary", class_size.u4_blocks() * 2),
]


@pytest.fixture(scope="module", params=[1.0, 1.5], ids=["usual print", "large print"])
def paper(request: pytest.FixtureRequest) -> Tagged:
    return Tagged(long_paper.printed(PARTS, request.param))


def test_each_line_leads_to_its_heading_and_says_its_page(paper: Tagged) -> None:
    headings = [one for one in paper.of("H1", "H2") if paper.text(one) != "Contents"]
    lines = paper.of("TOCI")
    assert len(lines) == len(headings) == 2 * len(PARTS)
    owners = paper.owners()
    for line, heading in zip(lines, headings, strict=True):
        (link,) = [one for one in line.walk() if one.kind == "Link"]
        page, number = next(heading.contents())
        assert link.links
        for annotation in link.links:
            target, _how, _left, top, _zoom = annotation["/Dest"]
            assert paper.page_of(target) == page
            assert top > _height(paper, page, number)
            assert owners[annotation["/StructParent"]].indirect_reference == link.entry.indirect_reference
            assert annotation in [one.get_object() for one in paper.reader.pages[0]["/Annots"]]
            assert annotation["/Contents"] == paper.text(heading).strip()
        assert paper.text(link).split()[-1] == paper.reader.page_labels[page]


def test_the_contents_stand_in_front_with_numbers_of_their_own(paper: Tagged) -> None:
    labels = paper.reader.page_labels
    assert labels[:2] == ["i", "1"]
    assert f"Page {labels[0]}" in _page_words(paper, 0)
    assert f"Page 1 of {len(labels) - 1}" in _page_words(paper, 1)


def test_large_print_is_larger_and_says_the_same() -> None:
    usual, large = (long_paper.printed(PARTS, scale) for scale in (1.0, 1.5))
    assert _body(usual) == _body(large)
    assert min(_sizes(large)) == pytest.approx(1.5 * min(_sizes(usual)), abs=0.01)
    assert max(_sizes(large)) == pytest.approx(1.5 * max(_sizes(usual)), abs=0.01)
    assert _within(large)


def test_another_language_is_said(paper: Tagged) -> None:
    assert paper.catalog["/Lang"] == "en-US"
    assert Tagged(long_paper.printed(PARTS[:1], lang="es-US")).catalog["/Lang"] == "es-US"


def _height(paper: Tagged, page: int, number: int) -> float:
    """Where on its page the first words of a marked content stand."""
    document = pypdfium2.PdfDocument(paper.data)
    texts = document[page].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
    bottoms = [
        thing.get_bounds()[1] for thing in texts if pypdfium2.raw.FPDFPageObj_GetMarkedContentID(thing.raw) == number
    ]
    return max(bottoms)


def _page_words(paper: Tagged, page: int) -> str:
    return "".join(piece.words for piece in paper.pieces[page])


def _body(data: bytes) -> list[str]:
    """What is heard from the first heading behind the contents on, element by element."""
    paper = Tagged(data)
    return ["".join(paper.heard(one).split()) for one in paper.of("H1", "H2", "H3", "P", "Lbl")]


def _sizes(data: bytes) -> set[float]:
    """How high the letters of the paper are set, as they come out on the page."""
    import ctypes

    found = set()
    for page in pypdfium2.PdfDocument(data):
        for thing in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            size = ctypes.c_float()
            pypdfium2.raw.FPDFTextObj_GetFontSize(thing.raw, size)
            found.add(round(size.value * thing.get_matrix().a, 2))
    return found


def _within(data: bytes) -> bool:
    """Whether all that is drawn stands on its page."""
    for page in pypdfium2.PdfDocument(data):
        for thing in page.get_objects():
            left, bottom, right, top = thing.get_bounds()
            if left < 0 or bottom < 0 or right > page.get_width() or top > page.get_height():
                return False
    return True
