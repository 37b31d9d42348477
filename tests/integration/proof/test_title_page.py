"""What stands above the first article of a real contract: the book's outline does not have it, a final text may
change it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablebook.documents.read import read_contract, read_text
from tablebook.domain.contract import Contract
from tablebook.domain.text import Block, Run, heading, paragraph
from tablebook.proof.front import front_of
from tablebook.proof.prove import prove
from tablebook.proof.results import Proof, Source
from tests.integration.proof.test_typed_again import CONTRACTS
from tests.unit.proof.small import CURRENT, typed

Read = Callable[[str], tuple[Contract, tuple[Block, ...], tuple[Block, ...]]]


@pytest.fixture(scope="module")
def read(shared_data: Path) -> Read:
    """A contract, all blocks of its file, and those above its first unit."""

    def files(name: str) -> tuple[Contract, tuple[Block, ...], tuple[Block, ...]]:
        path = shared_data / CONTRACTS[name]
        contract, blocks = read_contract(path).contract, read_text(path).blocks
        return contract, blocks, front_of(blocks, contract)

    return files


def proof_of(contract: Contract, final: tuple[Block, ...], front: tuple[Block, ...]) -> Proof:
    return prove(contract, contract, final, {}, front=front)


@pytest.mark.parametrize("name", CONTRACTS)
def test_the_same_title_page_has_nothing_to_tell(name: str, read: Read) -> None:
    contract, blocks, front = read(name)
    found = proof_of(contract, blocks, front)
    assert [one for one in found.findings if one.place.unit == ""] == []
    assert found.beside == ()


@pytest.mark.parametrize("name", CONTRACTS)
def test_each_changed_word_above_the_first_article_is_told(name: str, read: Read) -> None:
    contract, blocks, front = read(name)
    tried = 0
    for at, block in enumerate(front):
        words = block.text.split()
        where = [n for n, word in enumerate(words) if re.fullmatch(r"[A-Za-z]{4,}", word)]
        if len(words) < 3 or not where or block.rows:
            continue
        n = where[len(where) // 2]
        changed = " ".join([*words[:n], "Zebra", *words[n + 1 :]])
        final = (*blocks[:at], replace(block, runs=(Run(changed),)), *blocks[at + 1 :])
        told = [one for one in proof_of(contract, final, front).findings if not one.place.unit]
        assert [(one.old, one.new) for one in told] == [(words[n], "Zebra")], block.text
        tried += 1
    assert tried or not front


def test_other_dates_are_a_note_and_another_page_is_none(read: Read) -> None:
    contract, blocks, front = read("lakeview")
    term = Run("July 1, 2027, to June 30, 2030")
    dated = tuple(
        replace(one, runs=(term,)) if at < len(front) and "2024" in one.text else one for at, one in enumerate(blocks)
    )
    found = proof_of(contract, dated, front)
    assert not found.findings
    (said,) = found.beside
    assert "“2027 … 2030” where the contract had “2024 … 2027”" in said
    named = tuple(
        replace(one, runs=(Run("Teachers United Local 5"),)) if one.text == "Lakeview Education Association" else one
        for one in blocks
    )
    (one,) = proof_of(contract, named, front).findings
    assert (one.old, one.new) == ("Lakeview Education Association", "Teachers United Local 5")
    stamped = (*blocks[:1], paragraph("Printed in the fall"), *blocks[1:])
    found = proof_of(contract, stamped, front)
    assert not found.findings
    assert any("Printed in the fall" in said for said in found.beside) or "Printed in the fall" in found.above
    own = (paragraph("SUCCESSOR AGREEMENT"), paragraph("Adopted by the Board in open session"), *blocks[len(front) :])
    found = proof_of(contract, own, front)
    assert not found.findings
    assert "SUCCESSOR" in found.above
    bare = proof_of(contract, blocks[len(front) :], front)
    assert (bare.findings, bare.above) == ((), "")
    assert "Above Parties the final text has nothing" in bare.beside[0]


WAIVER = "The Union waives all claims that it had before this Agreement."
PURPOSE = "The parties enter into this Agreement to give the Board the last word in all matters."


@pytest.mark.parametrize("name", CONTRACTS)
def test_what_is_said_above_the_first_article_is_told(name: str, read: Read) -> None:
    """With and without a heading of its own; whether or not the contract's file has anything there."""
    contract, blocks, front = read(name)
    new = (heading("Article 0 Waiver"), paragraph(WAIVER))
    for final in ((*blocks[: len(front)], *new, *blocks[len(front) :]), (*new, *blocks)):
        for above in (front, ()):
            found = [one for one in proof_of(contract, final, above).findings if WAIVER in one.new]
            assert [(one.old, one.place.unit) for one in found] == [("", "")]


def test_prose_written_anew_above_the_first_article_is_told(read: Read) -> None:
    contract, blocks, front = read("lakeview")
    at = next(n for n, one in enumerate(front) if one.text.endswith(".") and len(one.text) > 60)
    final = (*blocks[:at], paragraph(PURPOSE), *blocks[at + 1 :])
    found = proof_of(contract, final, front)
    assert any("last word" in one.new for one in found.findings)
    assert not any("last word" in said for said in found.beside)


@given(
    st.sampled_from(("Local {}", "within {} days", "{} members", "Room {}")), st.integers(1, 400), st.integers(1, 400)
)
def test_a_number_is_no_date(words: str, was: int, now: int) -> None:
    front = (paragraph("AGREEMENT"), paragraph(words.format(was)), paragraph("Lakeview Education Association"))
    final = (*front[:1], paragraph(words.format(now)), front[2], *typed(CURRENT))
    told = prove(CURRENT, CURRENT, final, {}, front=front).findings
    assert [(one.old, one.new) for one in told] == ([] if was == now else [(str(was), str(now))])


@pytest.mark.parametrize(
    ("was", "now"),
    [("July 1, 2024 – June 30, 2027", "July 1, 2027 – June 30, 2030"), ("2024-27", "2027-30"), ("7/1/24", "7/1/27")],
)
def test_another_date_is_a_note(was: str, now: str) -> None:
    front = (paragraph("AGREEMENT"), paragraph(was), paragraph("Lakeview Education Association"))
    found = prove(CURRENT, CURRENT, (front[0], paragraph(now), front[2], *typed(CURRENT)), {}, front=front)
    assert found.findings == ()
    assert "the dates are others" in found.beside[0]


def test_a_new_title_of_the_first_article_does_not_hide_what_stands_above() -> None:
    front = (paragraph("AGREEMENT"), paragraph("Local 1199"), paragraph("Lakeview Education Association"))
    first, *rest = CURRENT.articles
    signed = Contract("", (replace(first, title="Number of Students in a Class"), *rest))
    final = (front[0], paragraph("Local 1198"), front[2], *typed(signed))
    sources = {("12", ""): Source("E-1", "TA 1")}
    (one,) = prove(CURRENT, signed, final, sources, front=front).findings
    assert (one.old, one.new) == ("1199", "1198")
