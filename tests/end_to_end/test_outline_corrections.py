"""A contract is corrected by keyboard, the program is killed, the corrections are there, and the book is made."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tablebook.ui.outline.review import Review
from tests.end_to_end.conftest import Seat
from tests.end_to_end.making_the_book import outline
from tests.end_to_end.person import Person
from tests.ui.dialogs_sessions.printed_contract import printed_contract

CORRECTOR = Path(__file__).with_name("corrector.py")


def correct_until_killed(file: Path, keys: str) -> None:
    """Start the program, press the keys in its window, and kill it the moment the last one is pressed."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, str(CORRECTOR), str(file), keys], env=environment, stdout=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        try:
            assert program.stdout.readline() == b"done\n"
        finally:
            program.kill()


def page_there(person: Person, review: Review) -> None:
    """Wait for the page of what is looked at."""
    view = review.centre.page
    person.until(lambda: view.paper is not None and not view.file.busy)


def visit_every_doubt(person: Person, review: Review) -> list[tuple[int, int | None]]:
    """F3 round all doubts: (page shown, page of the doubt) of each."""
    seen = []
    for _ in review.stand.doubts:
        page_there(person, review)
        assert any(mark.current for mark in review.centre.page.marks), "what is in doubt is marked on its page"
        seen.append((review.centre.page.page, review.stand.doubts[review.doubt_at].page))
        person.press("F3")
    return seen


def make(person: Person, review: Review, book: Path, files: list[Path]) -> None:
    """Make the book, and type the names that the paper did not give when they are asked for."""
    files.append(book)
    person.press("Ctrl+Return")
    if "no name" in review.who.note.label.text():
        person.type("Harbor Educators Association")
        person.tab_to("Name of the employer")
        person.type("Harbor Board")
        person.press("Ctrl+Return")
    person.until(lambda: person.window.bridge.facts is not None)
    person.settled()


def test_an_invented_contract(
    sit_down: Seat, chosen_files: list[Path], tmp_path: Path, own_folders: Path, qtbot: QtBot
) -> None:
    file = printed_contract(tmp_path / "harbor.pdf")
    correct_until_killed(file, 'F3 L End F2 Ctrl+A "Union_dues" Return')
    person = sit_down()
    chosen_files.append(file)
    person.press("Ctrl+N")
    review = outline(person)
    assert review.banner.isVisible()
    assert review.banner.head.text().startswith("Your 2 corrections of ")
    assert review.stand.reading.articles[-1].title == "Union dues"
    assert [page for page, _ in visit_every_doubt(person, review)] == [3, 2, 4]
    person.press("Return")
    assert [doubt.page for doubt in review.stand.doubts] == [2, 4], "the page that is a picture is kept so"
    person.press("Ctrl+Z", "Ctrl+Y")
    person.look("outline-corrected")
    make(person, review, tmp_path / "harbor.tablebook", chosen_files)
    made = person.window.desk.state.made
    assert made is not None
    assert made.contract.articles[-1].title == "Union dues"
    assert list((own_folders / "rescue" / "corrections").glob("*")) == []


def test_a_real_contract_of_77_pages(
    sit_down: Seat, chosen_files: list[Path], tmp_path: Path, shared_data: Path, own_folders: Path,
    words_of_outline: Callable[[Review], list[str]],
) -> None:  # fmt: skip
    file = shared_data / "portland-me-teachers" / "pea-contract-2019-2022.pdf"
    correct_until_killed(file, "Return F3 Return")
    person = sit_down()
    chosen_files.append(file)
    person.press("Ctrl+N")
    review = outline(person)
    assert review.banner.head.text().startswith("Your 2 corrections of ")
    work_day = next(unit for unit in review.stand.reading.articles if unit.number == "10")
    assert "E" in [section.number for section in work_day.sections], "the gap was closed"
    seen = visit_every_doubt(person, review)
    assert len(seen) >= 6
    assert all(shown == page for shown, page in seen if page is not None and not _split_elsewhere(review, page))
    before = words_of_outline(review)
    make(person, review, tmp_path / "portland.tablebook", chosen_files)
    made = person.window.desk.state.made
    assert made is not None
    assert [f"{unit.number} {unit.title}" for unit in made.contract.articles] == before


def _split_elsewhere(review: Review, page: int) -> bool:
    """Whether the doubt of a contents page is shown where its heading stands in the text."""
    return page in {doubt.page for doubt in review.stand.doubts if doubt.code == "contents-not-in-text"}


@pytest.fixture
def words_of_outline() -> Callable[[Review], list[str]]:
    """Number and title of every unit."""
    return lambda review: [f"{unit.number} {unit.title}" for unit in review.stand.reading.articles]
