"""Books for jobs: the sample's contract in a fresh book, and the sample itself, told once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tablebook.book import Book
from tablebook.clock import FixedClock
from tablebook.documents.read import read_contract
from tablebook.domain.codes import Party
from tablebook.domain.contract import Contract
from tablebook.domain.negotiation import Negotiation
from tablebook.ids import SeededIds
from tablebook.jobs.new_book import Who, make_book
from tablebook.jobs.sample import make_sample

START = datetime(2027, 3, 9, 13, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Desk:
    """A fresh book with its clock."""

    book: Book
    clock: FixedClock

    @property
    def state(self) -> Negotiation:
        return self.book.negotiation


@pytest.fixture(scope="session")
def contract(root: Path) -> Contract:
    return read_contract(root / "resources" / "sample" / "contract.docx").contract


@pytest.fixture
def desk(contract: Contract, tmp_path: Path) -> Iterator[Desk]:
    clock, who = FixedClock(START), Who("Lakeview Education Association", "Lakeview School District", Party.UNION)
    with make_book(tmp_path / "Desk.tablebook", contract, who, clock=clock, ids=SeededIds(), origin="one") as book:
        yield Desk(book, clock)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """The whole sample; tests only read it."""
    with make_sample(tmp_path_factory.mktemp("sample") / "Lakeview.tablebook") as book:
        yield book
