"""The lines that a contract is signed on, and what is printed before them."""

from __future__ import annotations

import pytest

from tablebook.domain.closing_lines import (
    Stretch,
    above_closing,
    closing_of,
    closing_start,
    contract_closing,
    in_print,
)
from tablebook.domain.contract import Article, UnitKind
from tablebook.domain.language import compose
from tablebook.domain.text import Block, BlockKind, Run, paragraph
from tablebook.domain.values import Part

TERM = (paragraph("This Agreement is in effect through June 30, 2027."),)
SIGNED = (
    paragraph("IN WITNESS WHEREOF the parties have signed this Agreement on the 14th day of June, 2024."),
    paragraph("For the Board: ____________________ Maria Ostrander, President"),
)


def article(number: str, *blocks: Block, kind: UnitKind = UnitKind.ARTICLE) -> Article:
    return Article(kind, number, f"Title {number}", blocks)


def test_the_lines_to_sign_are_found_at_the_end_of_an_article() -> None:
    assert closing_start((*TERM, *SIGNED)) == 1
    assert closing_start(TERM) == 1
    assert closing_start(()) == 0


@pytest.mark.parametrize(
    "behind",
    [
        paragraph("The committee meets.", "1."),
        paragraph(
            "Any dispute over this clause is heard by the joint committee, which meets in the first week of each month."
        ),
    ],
)
def test_where_language_comes_behind_them_the_article_has_none(behind: Block) -> None:
    assert closing_start((*TERM, *SIGNED, behind)) == 4


def test_new_articles_are_printed_before_the_lines_to_sign_and_nothing_else_is() -> None:
    units = [
        ("26", article("26", *TERM, *SIGNED), False),
        ("26A", article("26A", *TERM), True),
        ("27", article("27", *TERM, *SIGNED), False),
        ("28", article("28", *TERM), True),
        ("gone", None, False),
        ("29", article("29", *TERM), True),
        ("A", article("A", *TERM, kind=UnitKind.APPENDIX), True),
    ]
    assert list(in_print(units)) == [
        Stretch("26", 0, 3), Stretch("26A", 0, 1), Stretch("27", 0, 1), Stretch("28", 0, 1), Stretch("29", 0, 1),
        Stretch("27", 1, 3), Stretch("A", 0, 1),
    ]  # fmt: skip


def section(number: str, words: str) -> Block:
    return Block(BlockKind.PARAGRAPH, number, (Run(words),), section=number)


FIRST, LAST, NEW = section("9.1", "The term is three years."), section("9.2", "It ends."), section("9.3", "It reopens.")


@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        (Part("9.3", (NEW,), new=True), (FIRST, LAST, NEW, *SIGNED)),
        (Part("9.2", deleted=True), (FIRST, *SIGNED)),
        (Part("9.2", (NEW, *SIGNED)), (FIRST, NEW, *SIGNED)),
        (Part("9.1", (NEW,)), (NEW, LAST, *SIGNED)),
        (Part("", (FIRST,)), (FIRST,)),
    ],
)
def test_a_composed_article_ends_with_them(part: Part, wanted: tuple[Block, ...]) -> None:
    assert compose((FIRST, LAST, *SIGNED), [part], SIGNED) == wanted


def test_they_are_told_apart_from_the_language_above_them() -> None:
    assert closing_of((FIRST, *SIGNED)) == SIGNED
    assert closing_of(SIGNED) == ()
    assert above_closing((FIRST, *SIGNED, NEW), SIGNED) == (FIRST, NEW)
    assert above_closing((FIRST,), ()) == (FIRST,)


def test_that_the_parties_sign_is_language_where_no_line_to_sign_follows() -> None:
    said = paragraph("The parties sign this Agreement on May 5, 2024.")
    heads = paragraph("Lakeview Education Association")
    assert closing_of((FIRST, said, heads, SIGNED[1])) == (said, heads, SIGNED[1])
    assert closing_of((FIRST, paragraph("The parties sign this Agreement after both have ratified it."))) == ()


COLUMNS = "By ______________________        By ______________________"
BY, FOR = "By ______________________", "For the Association: ____________ Date: ________"


@pytest.mark.parametrize(
    ("above", "first", "heads"),
    [
        (["It ends.", "Lakeview Education Association"], BY, 1),
        (["It ends.", "Signatures", "Lakeview Education Association"], BY, 2),
        (["It ends.", "Signatures"], FOR, 1),
        (["It ends.", "Lakeview Education Association", "Lakeview School District"], COLUMNS, 2),
        (["It ends.", "Lakeview Education Association", "Lakeview School District"], BY, 0),
        (["It ends.", "Association", "District", "Board of Education"], FOR, 0),
        (["Members come from:", "Board of Education"], BY, 0),
        (["Members come from:", "Teachers Association", "School Board"], BY, 0),
        (["It ends.", "The parties have signed this Agreement:", "Board of Education"], BY, 2),
    ],
)
def test_what_heads_the_first_line_to_sign(above: list[str], first: str, heads: int) -> None:
    blocks = tuple(map(paragraph, (*above, first)))
    assert len(closing_of(blocks)) == heads + 1


def test_a_numbered_line_leads_to_a_list_too() -> None:
    lead = Block(BlockKind.PARAGRAPH, "9.3", (Run("Members come from:"),), section="9.3")
    assert closing_of((FIRST, lead, paragraph("Board of Education"), paragraph(BY))) == (paragraph(BY),)


GRID = Block(BlockKind.TABLE, rows=(("Step", "BA"), ("1", "$45,000")))
SIGNS = (
    paragraph("For the Union: ____________ Date: ______"),
    paragraph("For the District: ____________ Date: ______"),
)


@pytest.mark.parametrize(
    ("blocks", "lines"),
    [
        ((GRID, *SIGNS), 2),
        ((GRID, paragraph("Grievant: ________"), *SIGNS), 0),
        ((GRID, SIGNS[0]), 0),
        ((GRID, SIGNED[0], SIGNS[0]), 2),
    ],
)
def test_below_a_schedule_both_sides_sign_and_nothing_else_is_filled_in(blocks: tuple[Block, ...], lines: int) -> None:
    assert len(contract_closing(article("A", *blocks, kind=UnitKind.APPENDIX))) == lines


@pytest.mark.parametrize(
    ("lines", "start"),
    [
        (("Ratified by the Association on May 3, 2023.", "FOR THE ASSOCIATION:", "Jane Roe, President",
          "FOR THE BOARD:", "John Doe, Chair"), 1),
        (("APPROVED:", "Jane Roe, President", "John Doe, Superintendent", "Date: June 4, 2023"), 1),
        (("Approved by the Board on May 9, 2023", "Approved by the Association on May 3, 2023", "For the Union",
          "Jane Roe", "For the District", "John Doe"), 1),
        (("The committee has these members:", "For the Association:", "Jane Roe, President", "For the Board:",
          "John Doe, Chair"), 6),
        (("Jane Roe, President", "John Doe, Chair"), 3),
        (("For the Association:", "Jane Roe, President", "Ann Cole, Secretary"), 4),
    ],
)  # fmt: skip
def test_names_that_are_printed_close_a_contract_where_both_sides_sign(lines: tuple[str, ...], start: int) -> None:
    assert closing_start((*TERM, *map(paragraph, lines))) == start
