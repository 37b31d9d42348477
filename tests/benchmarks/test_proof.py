"""How long a proof takes: 60,000 words in at most a second, beside splitting the same words twice; and a whole contract
of 300 pages assembled and proved."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tablebook.documents.read import read_contract
from tablebook.domain.contract import Article, Contract
from tablebook.domain.text import Block, BlockKind, heading
from tablebook.jobs.prove import prove_blocks
from tablebook.proof.prove import prove
from tablebook.proof.results import Source
from tablebook.redline.tokens import split
from tests.benchmarks.measured import Measured, best

AGREEMENTS = ("or-kingsley-2023-2025", "or-kingsley-2025-2027", "or-lane-paa", "or-stea")
WORDS = 60_000
MOST_FOR_A_PROOF = 1.0
MOST_FOR_300_PAGES = 3.0


@pytest.fixture(scope="module")
def contract(shared_data: Path) -> Contract:
    """About 60,000 words of real agreements, each unit once."""
    units: list[Article] = []
    for name in AGREEMENTS:
        units += read_contract(shared_data / name / "agreement.txt").articles
    named = tuple(
        Article(unit.kind, f"{number}", unit.title, unit.blocks) for number, unit in enumerate(units, 1) if unit.blocks
    )
    found = Contract("", named)
    assert _words(found) >= 0.9 * WORDS
    return found


def _words(contract: Contract) -> int:
    return sum(len(block.printed.split()) for unit in contract.articles for block in unit.blocks)


def _typed(contract: Contract) -> tuple[Block, ...]:
    return tuple(
        block for unit in contract.articles for block in (heading(f"Article {unit.number} {unit.title}"), *unit.blocks)
    )


def _changed(contract: Contract, share: float, seed: int) -> Contract:
    """The same with a word changed in a share of its paragraphs."""
    dice = random.Random(seed)

    def change(block: Block) -> Block:
        words = block.text.split(" ")
        if block.kind is not BlockKind.PARAGRAPH or len(words) < 8 or dice.random() > share:
            return block
        words[dice.randrange(len(words))] = dice.choice(["shall", "twenty", "not", "District", "2031"])
        return block.with_text(" ".join(words))

    return Contract(
        "", tuple(Article(u.kind, u.number, u.title, tuple(map(change, u.blocks))) for u in contract.articles)
    )


def test_60_000_words(contract: Contract, measured: Measured) -> None:
    signed = _changed(contract, 0.1, 1)
    final = _typed(_changed(signed, 0.05, 2))
    sources = {
        (key, place): Source("U-1", "TA 1")
        for key, unit in contract.by_key.items()
        for place in ("", *(section.number for section in unit.sections))
    }

    def split_both() -> list[list[str]]:
        return [split(block.text) for one in (signed, contract) for unit in one.articles for block in unit.blocks]

    seconds = best(lambda: prove(contract, signed, final, sources), 3)
    measured("proof of 60,000 words, 1 in 10 changed by TAs", seconds, limit=MOST_FOR_A_PROOF, floor=best(split_both))
    colours = best(lambda: prove(contract, signed, final, sources, in_colour=True), 3)
    measured("the same with the whole text in colours", colours, floor=seconds)


def test_300_pages_assembled_and_proved(contract: Contract, tmp_path: Path, measured: Measured) -> None:
    from tablebook.domain.successor import assemble
    from tests.integration.proof.bargained import bargained

    more = tuple(
        Article(unit.kind, f"{unit.number}{suffix}", unit.title, unit.blocks)
        for suffix in ("", "A")
        for unit in contract.articles
    )
    twice = Contract("", more[: round(len(more) * 0.9)])  # about 300 pages of 350 words
    with bargained(tmp_path / "book.tablebook", twice, amend=20) as book:
        state = book.negotiation
        final = _typed(assemble(state).contract)

        def whole() -> None:
            assert prove_blocks(state, assemble(state), final).matches

        measured("assemble and prove a contract of 300 pages", best(whole, 2), limit=MOST_FOR_300_PAGES)
