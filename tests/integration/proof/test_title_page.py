"""What stands above the first article of a real contract: the book's outline does not have it, a final text may
change it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tablebook.documents.read import read_contract, read_text
from tablebook.domain.contract import Contract
from tablebook.domain.text import Block, Run, paragraph
from tablebook.proof.front import front_of
from tablebook.proof.prove import prove
from tablebook.proof.results import Proof
from tests.integration.proof.test_typed_again import CONTRACTS

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
    found = proof_of(contract, named, front)
    assert not found.findings
    assert any("Teachers United Local 5" in said for said in found.beside)
    own = (paragraph("SUCCESSOR AGREEMENT"), paragraph("Adopted by the Board in open session"), *blocks[len(front) :])
    found = proof_of(contract, own, front)
    assert not found.findings
    assert "SUCCESSOR" in found.above
    bare = proof_of(contract, blocks[len(front) :], front)
    assert (bare.findings, bare.above) == ((), "")
