"""A book on a real disk, with a clock that stands still and names that repeat."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tablebook.book import Book
from tablebook.clock import FixedClock
from tablebook.ids import SeededIds
from tests.unit.book.story import MONDAY, ORIGIN, contract


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MONDAY)


@pytest.fixture
def ids() -> SeededIds:
    return SeededIds(1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Local 7.tablebook"


@pytest.fixture
def book(path: Path, clock: FixedClock, ids: SeededIds) -> Iterator[Book]:
    with Book.create(path, contract(), clock, ids, origin=ORIGIN) as made:
        yield made
