"""The agreement as the program itself prints it: nothing of it is told, whatever lines stand at the edges of its pages;
and an error in such a paper is told like any other."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tablebook.book.book import Book
from tablebook.documents.read import read_contract
from tablebook.domain.successor import assemble
from tablebook.errors import UserError
from tablebook.jobs.assemble import save_agreement
from tablebook.jobs.print_paper import print_paper
from tablebook.jobs.prove import prove_file
from tablebook.jobs.sheets.successor import successor_sheet, text_of
from tablebook.redline.compare import compare
from tests.integration.proof import planting
from tests.integration.proof.bargained import bargained
from tests.integration.proof.scoring import unmatched

CONTRACTS = {
    "kingsley": "or-kingsley-2025-2027/agreement.txt",  # "REV: 2015, 2017" at the end of articles, and so of pages
    "portland": "portland-me-teachers/pea-contract-2019-2022.pdf",  # forms, and heads of tables printed again
    "lane": "or-lane-paa/agreement.txt",  # a preamble without a title
    "grinnell": "grinnell-dining/contract-2024-2027.md",  # a remark straight below the last line
}


@pytest.fixture(scope="module")
def books(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str, int], Book]]:
    made: dict[tuple[str, int], Book] = {}

    def book(name: str, amend: int) -> Book:
        if (name, amend) not in made:
            contract = read_contract(shared_data / CONTRACTS[name]).contract
            made[name, amend] = bargained(tmp_path_factory.mktemp(name) / "book.tablebook", contract, amend)
        return made[name, amend]

    yield book
    for one in made.values():
        one.close()


@pytest.mark.parametrize("page", ["letter", "a4"])
@pytest.mark.parametrize("amend", [0, 4])
@pytest.mark.parametrize("name", CONTRACTS)
def test_nothing_is_told_of_pages_of_ours(
    books: Callable[[str, int], Book], name: str, amend: int, page: str, tmp_path: Path
) -> None:
    book, out = books(name, amend), tmp_path / "agreement.pdf"
    save_agreement(book, out, page=page)
    assert [one.sentence for one in prove_file(book, out).proof.findings] == []


@pytest.mark.parametrize("tracked", [False, True])
@pytest.mark.parametrize("name", CONTRACTS)
def test_nothing_is_told_of_a_word_file_of_ours(
    books: Callable[[str, int], Book], name: str, tracked: bool, tmp_path: Path
) -> None:
    book, out = books(name, 2), tmp_path / "agreement.docx"
    save_agreement(book, out, tracked=tracked)
    assert [one.sentence for one in prove_file(book, out).proof.findings] == []


def test_marked_pages_are_refused(books: Callable[[str, int], Book], tmp_path: Path) -> None:
    book, out = books("lane", 2), tmp_path / "marked.pdf"
    save_agreement(book, out, tracked=True)
    with pytest.raises(UserError, match="struck words stand beside the new ones") as refused:
        prove_file(book, out)
    assert "Word file with tracked changes" in str(refused.value)


@pytest.mark.parametrize("name", ["kingsley", "portland"])
def test_every_error_in_pages_of_ours_is_told(books: Callable[[str, int], Book], name: str, tmp_path: Path) -> None:
    book, out = books(name, 2), tmp_path / "agreement.pdf"
    state = book.negotiation
    successor = assemble(state)
    garden = planting.Garden(successor.contract, seed=4)
    assert sum(plant(garden) for plant in planting.KINDS) >= 18
    sheet = successor_sheet(state, successor, datetime.now(UTC), tracked=False)
    blocks = [block for unit in garden.contract.articles for block in text_of(unit)]
    paper = io.BytesIO()
    print_paper(replace(sheet, blocks=compare(blocks, blocks).blocks), paper)
    out.write_bytes(paper.getvalue())
    lost, extra = unmatched(garden.planted, prove_file(book, out).proof.findings)
    assert (lost, [one.sentence for one in extra]) == ([], [])
