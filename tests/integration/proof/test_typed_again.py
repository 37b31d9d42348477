"""Real contracts, bargained on and typed again by somebody else: nothing is told where nothing differs, and every
planted error is told once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tablebook.book.book import Book
from tablebook.documents.read import read_contract, read_source, read_text
from tablebook.domain.contract import Contract
from tablebook.domain.successor import Successor, assemble
from tablebook.jobs.prove import prove_blocks
from tablebook.proof.results import Finding, Kind, Proof
from tests.integration.proof import planting
from tests.integration.proof.bargained import bargained
from tests.integration.proof.scoring import unmatched
from tests.integration.proof.typists import TYPISTS

CONTRACTS = {
    "kingsley": "or-kingsley-2023-2025/agreement.txt",
    "lane": "or-lane-paa/agreement.txt",
    "stea": "or-stea/agreement.txt",
    "portland": "portland-me-teachers/pea-contract-2019-2022.pdf",
    "grinnell": "grinnell-dining/contract-2024-2027.md",
    "lakeview": "sample/contract.docx",
}


class Table:
    """A contract with TAs on it, and whoever types the final text."""

    def __init__(self, book: Book, folder: Path) -> None:
        self.book, self.folder = book, folder
        self.successor: Successor = assemble(book.negotiation)

    @property
    def signed(self) -> Contract:
        return self.successor.contract

    def proof_of(self, typed: Contract, kind: str) -> Proof:
        name, typist = TYPISTS[kind]
        path = typist(typed, self.folder / name)
        lines = read_source(path).lines
        blocks = read_text(path).blocks
        return prove_blocks(self.book.negotiation, self.successor, blocks, lambda: [line.printed for line in lines])


@pytest.fixture(scope="module")
def tables(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Table]]:
    made: dict[str, Table] = {}

    def table(name: str) -> Table:
        if name not in made:
            folder = tmp_path_factory.mktemp(name)
            book = bargained(folder / "book.tablebook", read_contract(shared_data / CONTRACTS[name]).contract)
            made[name] = Table(book, folder)
        return made[name]

    yield table
    for one in made.values():
        one.book.close()


def _said(findings: tuple[Finding, ...] | list[Finding]) -> str:
    return "\n".join(f"{one.kind} {one.sentence}" for one in findings)


@pytest.mark.parametrize("kind", TYPISTS)
@pytest.mark.parametrize("name", CONTRACTS)
def test_no_false_alarm_in_another_layout(tables: Callable[[str], Table], name: str, kind: str) -> None:
    table = tables(name)
    proof = table.proof_of(table.signed, kind)
    assert proof.matches, _said(proof.findings)
    assert proof.traces
    assert all(one.source for one in proof.traces)


@pytest.mark.parametrize("kind", TYPISTS)
@pytest.mark.parametrize("name", CONTRACTS)
def test_every_planted_error_is_found_and_nothing_else(tables: Callable[[str], Table], name: str, kind: str) -> None:
    table = tables(name)
    garden = planting.Garden(table.signed, seed=7)
    grown = [plant(garden) for plant in planting.KINDS]
    assert sum(grown) >= 18  # a contract without sums or tables has no such errors
    lost, extra = unmatched(garden.planted, table.proof_of(garden.contract, kind).findings)
    assert not lost, f"{lost}\n{_said(extra)}"
    assert not extra, _said(extra)


@pytest.mark.parametrize("name", CONTRACTS)
def test_the_old_contract_lacks_every_ta_and_each_is_told_once(tables: Callable[[str], Table], name: str) -> None:
    table = tables(name)
    state = table.book.negotiation
    proof = table.proof_of(state.contract, "md")
    assert {one.kind for one in proof.findings} == {Kind.MISSING}, _said(proof.findings)
    assert sorted(one.source.ta for one in proof.findings if one.source) == sorted(state.agreements)


@pytest.mark.parametrize("kind", TYPISTS)
@pytest.mark.parametrize("name", ["kingsley", "stea"])
def test_one_lost_ta_is_one_finding(tables: Callable[[str], Table], name: str, kind: str) -> None:
    table = tables(name)
    for unit in [unit for unit in table.successor.units if unit.agreements][::3]:
        typed = tuple(unit.base if one is unit.article else one for one in table.signed.articles)
        (found,) = table.proof_of(Contract("", tuple(filter(None, typed))), kind).findings
        assert found.kind is Kind.MISSING
        assert found.source is not None
        assert found.source.ta in unit.agreements


@settings(max_examples=12, derandomize=True)
@given(
    name=st.sampled_from(["kingsley", "lane", "stea", "portland", "grinnell", "lakeview"]),
    kind=st.sampled_from(["txt", "md", "docx"]),
    plants=st.lists(st.sampled_from(planting.KINDS), min_size=1, max_size=20),
    seed=st.integers(0, 10_000),
)
def test_whatever_is_planted_is_found(
    tables: Callable[[str], Table],
    name: str,
    kind: str,
    plants: list[Callable[[planting.Garden], bool]],
    seed: int,
) -> None:
    table = tables(name)
    garden = planting.Garden(table.signed, seed)
    for plant in plants:
        plant(garden)
    lost, extra = unmatched(garden.planted, table.proof_of(garden.contract, kind).findings)
    assert (lost, extra) == ([], []), f"lost {lost}\nextra {_said(extra)}"
