"""One table of all figures at the end of the run."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks.measured import Measured

KEPT = pytest.StashKey[Measured]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--fuzz-cases", type=int, default=1000, help="how many files of each format a fuzz run makes wrong"
    )
    parser.addoption("--word-files", type=Path, help="a folder with Word files that anybody may have")
    parser.addoption("--fuzz-seed", type=int, default=0, help="the seed of a fuzz run; by the clock without one")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[KEPT] = Measured()


@pytest.fixture(autouse=True, scope="session")
def _garbage() -> Iterator[None]:
    """The peers run as they do by themselves, the interpreter looking for garbage when it likes."""
    gc.enable()
    yield
    gc.disable()


@pytest.fixture
def measured(pytestconfig: pytest.Config) -> Iterator[Measured]:
    """Where a measurement writes its figures; it fails at its end if one of them was over its limit."""
    kept = pytestconfig.stash[KEPT]
    before = len(kept.over)
    yield kept
    if kept.over[before:]:
        pytest.fail("; ".join(kept.over[before:]), pytrace=False)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    kept = config.stash.get(KEPT, None)
    if kept is not None and kept.lines:
        terminalreporter.section("figures; floor: the least that the same work takes in the same run")
        for line in kept.table():
            terminalreporter.write_line(line)
