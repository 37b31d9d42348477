"""What stands marked in real papers, woven pass by pass: every fact comes out with the mark that people read on it.

The facts are typed from signed papers (Oakland, Sacramento, San José); here each section goes over the table again:
the contract, a union pass with all that was inserted, an employer pass that strikes, a union pass that restores.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tablebook.documents.read import read_text
from tablebook.domain.text import Block, paragraph
from tablebook.redline.compare import compare
from tablebook.redline.layers import layers
from tablebook.redline.marks import Author, MarkedRun, Redline
from tablebook.redline.readings import accepted, rejected
from tests.unit.redline.kingsley import articles
from tests.unit.redline.plain import check, listed, plain

PAPERS = ("oakland-ta-2019", "sacramento-ta-2024", "sjta-ta")
U1, E1, U2, E2 = (
    Author(*each) for each in (("union", "U-1"), ("employer", "E-1"), ("union", "U-2"), ("employer", "E-2"))
)


class Fact(NamedTuple):
    mark: str
    text: str


def _sections(paper: Path) -> Iterator[tuple[str, list[Fact]]]:
    """The facts of each section that has a mark, in the order of the page."""
    for document in json.loads((paper / "marks.json").read_text(encoding="utf-8"))["documents"]:
        found: dict[str, list[Fact]] = {}
        for fact in document["facts"]:
            if fact["mark"] in ("struck", "inserted", "inserted-then-struck", "unmarked"):
                found.setdefault(fact["section"], []).append(Fact(fact["mark"], " ".join(fact["text"].split())))
        for section, facts in found.items():
            if any(fact.mark != "unmarked" for fact in facts):
                yield f"{document['label']} {section}", facts


def _text(facts: list[Fact], *marks: str) -> list[Block]:
    """A section as a pass has it: a numbered paragraph for each place."""
    return [paragraph(fact.text if fact.mark in marks else "", f"({at})") for at, fact in enumerate(facts, 1)]


def _said(runs: tuple[MarkedRun, ...], writer: Author | None, striker: Author | None) -> str:
    return " ".join("".join(run.text for run in runs if (run.writer, run.striker) == (writer, striker)).split())


def _exact(redline: Redline, old: list[Block], new: list[Block]) -> None:
    assert [block.printed for block in accepted(redline)] == [block.printed for block in new]
    assert [block.printed for block in rejected(redline)] == [block.printed for block in old]


@pytest.mark.parametrize("name", PAPERS)
def test_each_fact_comes_out_with_its_mark(name: str, shared_data: Path) -> None:
    count = 0
    for _, facts in _sections(shared_data / name):
        base = _text(facts, "struck", "unmarked")
        offer = _text(facts, "struck", "inserted", "inserted-then-struck", "unmarked")
        counter = _text(facts, "inserted", "unmarked")
        redline = layers(base, [(U1, offer), (E1, counter)])
        _exact(redline, base, counter)
        hands = {"struck": (None, E1), "inserted": (U1, None), "inserted-then-struck": (U1, E1)}
        for fact, block in zip(facts, redline.blocks, strict=True):
            if fact.mark in hands:
                assert _said(block.runs, *hands[fact.mark]) == fact.text
                count += 1
            else:
                assert _said(block.runs, None, None) == fact.text
        restored = layers(base, [(U1, offer), (E1, counter), (U2, offer)])
        _exact(restored, base, offer)
        for fact, block in zip(facts, restored.blocks, strict=True):
            writer = U1 if fact.mark in ("inserted", "inserted-then-struck") else None
            assert _said(block.runs, writer, None) == fact.text
            assert block.fresh == (fact.mark in ("struck", "inserted-then-struck"))
            assert not any(run.striker for run in block.runs)
    assert count > 20


def test_an_offer_between_two_editions(shared_data: Path) -> None:
    """Grinnell: the contract of 2021, the employer's final offer, and what was agreed in the end."""
    folder = shared_data / "grinnell-dining"
    names = ("contract-2021-2023.md", "college-final-offer.pdf", "contract-2024-2027.md")
    base, offer, agreed = (list(read_text(folder / name).blocks) for name in names)
    redline = layers(base, [(E1, offer), (U1, agreed)])
    _exact(redline, base, agreed)
    _exact(layers(base, [(E1, offer), (U1, agreed), (E2, base), (U2, agreed)]), base, agreed)
    words = {writer: sum(len(run.text.split()) for block in redline.blocks for run in block.all_runs
                         if run.writer == writer and run.striker is None) for writer in (None, E1, U1)}  # fmt: skip
    assert all(words.values())


def test_two_editions_as_a_chain_that_is_taken_back(shared_data: Path) -> None:
    """Kingsley: the employer goes back to the old edition, article by article, and the union to the new one."""
    editions = [articles(shared_data / f"or-kingsley-{years}") for years in ("2023-2025", "2025-2027")]
    for number in editions[0].keys() & editions[1].keys():
        old, new = (edition[number] for edition in editions)
        redline = layers(old, [(U1, new), (E1, old), (U2, new), (E2, old)])
        _exact(redline, old, old)
        assert not any(run.mark == "inserted" for block in redline.blocks for run in block.all_runs)
        redline = layers(old, [(U1, new), (E1, old), (U2, new)])
        _exact(redline, old, new)
        assert not any(run.striker == E1 for block in redline.blocks for run in block.all_runs)


@pytest.mark.parametrize("number", ["7", "12", "14", "21", "26"])
def test_golden_articles_of_two_editions(number: str, root: Path) -> None:
    old, new = (articles(root / "tests/data" / f"or-kingsley-{years}")[number] for years in ("2023-2025", "2025-2027"))
    redline = compare(old, new)
    _exact(redline, old, new)
    check(f"kingsley-article-{number}", plain(redline) + "\n" + listed(redline))
