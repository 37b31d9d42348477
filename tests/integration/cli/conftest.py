"""The command line in this process, and fresh books of real contracts to run it on."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tablebook.__main__ import main
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.jobs.open_book import open_book


@dataclass(frozen=True)
class Said:
    """What one command gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer as the one JSON document it must be."""
        return json.loads(self.out)

    def is_refusal(self) -> bool:
        """Exit code 2, nothing on standard output, one plain line on standard error."""
        return (self.code, self.out) == (2, "") and len(self.err.strip().splitlines()) == 1 and _plain(self.err)


def _plain(text: str) -> bool:
    return "Traceback" not in text and "Error:" not in text and text.rstrip().endswith((".", "?"))


Cli = Callable[..., Said]
Books = Callable[[str], Path]
Writer = Callable[..., Path]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    def run(*arguments: object) -> Said:
        capsys.readouterr()
        code = main([str(each) for each in arguments])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Said(code, said.out, said.err)

    return run


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {"folder": tmp_path_factory.mktemp("books")}


@pytest.fixture
def contracts(root: Path) -> dict[str, Path]:
    return {
        "lakeview": root / "resources" / "sample" / "contract.docx",
        "stea": root / "tests" / "data" / "or-stea" / "agreement-unmarked.txt",
        "lane": root / "tests" / "data" / "or-lane-paa" / "agreement.txt",
        "kingsley": root / "tests" / "data" / "or-kingsley-2025-2027" / "agreement.md",
    }


@pytest.fixture
def new_book(_made: dict[str, Path], contracts: dict[str, Path], tmp_path: Path) -> Books:
    """A fresh book of a contract, by its short name; each contract is read once for all tests."""

    def book(name: str) -> Path:
        if name not in _made:
            made = _made["folder"] / f"{name}.tablebook"
            arguments = ["new", str(made), "--contract", str(contracts[name])]
            assert main([*arguments, "--union", "The Union", "--employer", "The Board", "--we", "union"]) == 0
            _made[name] = made
        return Path(shutil.copy(_made[name], tmp_path / f"{name}.tablebook"))

    return book


@pytest.fixture
def lakeview(new_book: Books) -> Path:
    return new_book("lakeview")


@pytest.fixture
def paper(tmp_path: Path) -> Writer:
    """A text file with these words."""

    def write(text: str, name: str = "paper.txt") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def article_of(cli: Cli) -> Callable[[Path, str], dict[str, Any]]:
    """One article of ``status --json``."""

    def article(book: Path, number: str) -> dict[str, Any]:
        found = cli("status", book, "--json").json["articles"]
        return next(one for one in found if one["number"] == number)

    return article


def negotiation(book: Path) -> Negotiation:
    with open_book(book, read_only=True) as opened:
        return opened.negotiation


def last_pass(book: Path, key: str) -> tuple[Negotiation, Pass]:
    state = negotiation(book)
    return state, state.passes_on(key)[-1]


def passed(cli: Cli, book: Path, item: str, file: Path, *more: object) -> tuple[Negotiation, Pass]:
    said = cli("pass", book, "--article", item, "--from", "union", "--file", file, *more)
    assert said.code == 0, said.err
    state = negotiation(book)
    return state, list(state.passes.values())[-1]
