"""A new article and the lines that the contract is signed on: no TA says which of them stands first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.text import Block, heading, paragraph
from tablebook.proof.prove import prove
from tablebook.proof.results import Finding, Nature, Source
from tests.unit.proof.small import CURRENT

TERM = (
    heading("Term", "27.1", section="27.1", level=2),
    paragraph(
        "This Agreement is in effect from July 1, 2024, through June 30, 2027, and from year to year thereafter."
    ),
)
SIGNED_ON = (
    paragraph("IN WITNESS WHEREOF the parties have signed this Agreement on the 14th day of June, 2024."),
    paragraph("For the Board: ____________________ Maria Ostrander, President"),
    paragraph("For the Association: ____________________ Daniel Whitfield, President"),
)
SCHOOLS = Article(
    UnitKind.ARTICLE,
    "28",
    "Community Schools",
    (
        heading("Councils", "28.1", section="28.1", level=2),
        paragraph("A site council of four (4) teachers and two (2) students meets at least six (6) times each year."),
    ),
)


def _signed_on(*lines: Block) -> Contract:
    last = Article(UnitKind.ARTICLE, "27", "Term of Agreement", (*TERM, *lines))
    return Contract("", (*CURRENT.articles[:2], last, *CURRENT.articles[2:]))


def _findings(contract: Contract, *final: Article) -> tuple[Finding, ...]:
    units = contract.articles
    signed = Contract("", (*units[:3], SCHOOLS, *units[3:]))
    blocks = [block for unit in final for block in (heading(f"{unit.name} {unit.title}"), *unit.blocks)]
    return prove(contract, signed, blocks, {("28", place): Source("U-3", "TA 28") for place in ("", "28.1")}).findings


@pytest.mark.parametrize(
    "lines",
    [
        SIGNED_ON,
        SIGNED_ON[:1],
        SIGNED_ON[1:],
        (paragraph("Executed at Cedar Falls this 14th day of June, 2024."), *SIGNED_ON[1:]),
    ],
)
def test_a_new_article_stands_before_the_signatures_or_behind_them(lines: tuple[Block, ...]) -> None:
    contract = _signed_on(*lines)
    *before, last, schedule = contract.articles
    assert not _findings(contract, *before, last, SCHOOLS, schedule)
    above = replace(SCHOOLS, blocks=(*SCHOOLS.blocks, *lines))
    assert not _findings(contract, *before, replace(last, blocks=TERM), above, schedule)


def test_a_word_of_the_signatures_below_a_new_article_is_told() -> None:
    contract = _signed_on(*SIGNED_ON)
    *before, last, schedule = contract.articles
    other = (SIGNED_ON[0], SIGNED_ON[1].with_text(SIGNED_ON[1].text.replace("Maria", "Marta")), SIGNED_ON[2])
    above = replace(SCHOOLS, blocks=(*SCHOOLS.blocks, *other))
    (found,) = _findings(contract, *before, replace(last, blocks=TERM), above, schedule)
    assert (found.old, found.new, found.place.unit) == ("Maria", "Marta", "27")


def test_a_new_article_typed_into_another_is_told() -> None:
    contract = _signed_on(paragraph("It may be amended only in writing signed by both parties to this Agreement."))
    *before, last, schedule = contract.articles
    above = replace(SCHOOLS, blocks=(*SCHOOLS.blocks, *last.blocks[2:]))
    (found,) = _findings(contract, *before, replace(last, blocks=TERM), above, schedule)
    assert found.nature is Nature.MOVED


def test_short_lines_to_sign_are_found_below_a_new_article_too() -> None:
    short = (paragraph("For the Union: ________ Date: ____"), paragraph("For the Board: ________ Date: ____"))
    current = _signed_on(*short)
    signed = Contract("", (*current.articles[:3], SCHOOLS, *current.articles[3:]))
    final = [block for unit in current.articles[:3] for block in (heading(f"{unit.name}: {unit.title}"), *unit.blocks)]
    final = [block for block in final if block not in short]
    final += [heading("Article 28: Community Schools"), *SCHOOLS.blocks, *short]
    final += [block for unit in current.articles[3:] for block in (heading(f"{unit.name}: {unit.title}"), *unit.blocks)]
    assert prove(current, signed, final, {("28", "28.1"): Source("U-1", "TA 28")}).findings == ()
