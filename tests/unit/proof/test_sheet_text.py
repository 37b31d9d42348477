"""A signed sheet is known by its words, and a word that differs is told."""

from __future__ import annotations

from tablebook.domain.text import Block, heading, paragraph
from tablebook.proof.lines import Place
from tablebook.proof.results import Source
from tablebook.proof.sheet_text import SignedText, find_sheet
from tests.unit.proof.small import SIGNED, TA

LIMITS = SIGNED.articles[0].blocks[:2]
RELIEF = SIGNED.articles[0].blocks[2:]
TEXTS = (
    SignedText(TA, ((Place("12", "Article 12", "12.1"), LIMITS),)),
    SignedText(Source("U-3", "TA 12.2"), ((Place("12", "Article 12", "12.2"), RELIEF),)),
    SignedText(Source("U-9", "TA 7.4"), ((Place("7", "Article 7", "7.4"), ()),)),
)


def _sheet(*blocks: Block) -> list[Block]:
    return [
        heading("Tentative Agreement"),
        paragraph("Between the Union and the District, 2 March 2026, accepted as passed."),
        *blocks,
        paragraph("Signed for the Union ______ for the District ______"),
    ]


def test_the_sheet_of_a_ta() -> None:
    for text, blocks in zip(TEXTS, (LIMITS, RELIEF), strict=False):
        found = find_sheet(_sheet(*blocks), TEXTS)
        assert found is not None
        assert (found.text, found.findings) == (text, ())


def test_a_word_that_differs_is_told() -> None:
    other = LIMITS[1].with_text(LIMITS[1].text.replace("(21)", "(22)"))
    found = find_sheet(_sheet(LIMITS[0], other), TEXTS)
    assert found is not None
    assert found.text is TEXTS[0]
    assert [one.sentence for one in found.findings] == ["Article 12.1 says “22” where TA 12.1 says “21”."]


def test_a_sheet_with_the_redline_below_is_read_by_its_clean_text() -> None:
    marked = LIMITS[1].with_text(LIMITS[1].text.replace("twenty-one (21)", "twenty-two (22) twenty-one (21)"))
    found = find_sheet(_sheet(*LIMITS, paragraph("Compared with the current contract"), LIMITS[0], marked), TEXTS)
    assert found is not None
    assert found.findings == ()


def test_a_ta_that_strikes_its_place_is_known_by_its_name() -> None:
    found = find_sheet(_sheet(paragraph("TA 7.4: Section 7.4 is deleted.")), TEXTS)
    assert found is not None
    assert found.text is TEXTS[2]


def test_another_paper_is_no_sheet() -> None:
    assert (
        find_sheet([paragraph("The parties met on Monday and agreed on the dates of the next sessions.")], TEXTS)
        is None
    )
