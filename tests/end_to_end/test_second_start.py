"""A second start reads only and says so; what cannot be opened is told in the window and left as it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tablebook.book.lock import lock_path
from tablebook.ui.main_window import MainWindow
from tests.end_to_end.conftest import Seat
from tests.end_to_end.person import Person
from tests.integration.book.test_storage_trouble import read_only
from tests.unit.book.test_opening import CASES

MOMENT = "2027-03-09T14:02"


@pytest.fixture
def book(tmp_path: Path, told: Callable[[str], Path]) -> Path:
    """The sample at two o'clock, in a folder of its own."""
    folder = tmp_path / "folder"
    folder.mkdir()
    return Path(shutil.copy(told(MOMENT), folder / "Lakeview.tablebook"))


@pytest.fixture
def first_start(book: Path, own_folders: Path, qtbot: object) -> Iterator[subprocess.Popen[bytes]]:
    """The program itself, started by its own command, with the book open."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen([sys.executable, "-m", "tablebook", str(book)], env=environment) as program:
        qtbot.waitUntil(lambda: lock_path(book).exists())  # type: ignore[attr-defined]
        yield program
        program.kill()


def banner(window: MainWindow) -> str:
    """What is said across the top."""
    return " ".join(one.accessibleName() for one in window.workspace.banners)


def message(person: Person) -> str:
    """The short message at the bottom."""
    bar = person.window.message
    return bar.accessibleName() if bar.isVisible() else ""


def test_a_second_start_reads_only_and_refuses_every_act_with_its_sentence(
    first_start: subprocess.Popen[bytes], book: Path, sit_down: Seat
) -> None:
    before = book.read_bytes()
    person = sit_down(book)
    person.settled()
    person.look("second-start")
    assert first_start.poll() is None
    assert "Open for reading only." in banner(person.window)
    assert "It is open already" in banner(person.window)
    assert "One window at a time writes to a book." in banner(person.window)
    entries = len(person.window.desk.state.entries)
    for key in ("F5", "F6", "F7", "F8", "Ctrl+D", "Ctrl+H", "Ctrl+Shift+E"):
        person.said.clear()
        person.press(key)
        assert message(person).startswith("This book is open for reading only."), key
        person.press("Escape")
    person.press("F4")
    person.type("a line")
    person.press("Return")
    person.settled()
    assert "reading only" in person.window.negotiate.session.told.text()
    assert person.window.negotiate.entry.text() == "a line", "what was typed is not thrown away"
    assert len(person.window.desk.state.entries) == entries
    person.press("Ctrl+Down", "Alt+2")
    assert person.window.negotiate.article.current.page.toPlainText(), "reading goes on"
    assert book.read_bytes() == before


@pytest.mark.parametrize("case", CASES)
def test_what_is_no_whole_book_is_told_on_the_first_page(
    case: str, book: Path, sit_down: Seat, chosen_files: list[Path]
) -> None:
    spoil, _kind, sentence = CASES[case]
    spoil(book)
    before = book.read_bytes()
    person = sit_down()
    chosen_files.append(book)

    person.press("Ctrl+O")

    person.until(lambda: person.window.welcome.error.isVisible())
    person.look(f"welcome-{case.replace(' ', '-')}")
    said = person.window.welcome.error.accessibleName()
    assert sentence in said
    assert said.count(".") >= 2, "what, why and what to do"
    assert "Traceback" not in said
    assert person.window.pages.currentWidget() is person.window.welcome
    assert person.focus.accessibleName(), "the keyboard is on the page"
    assert book.read_bytes() == before
    assert [each.name for each in book.parent.iterdir()] == [book.name]


def test_a_book_in_a_read_only_folder_opens_for_reading(book: Path, sit_down: Seat) -> None:
    before = book.read_bytes()
    with read_only(book.parent):
        person = sit_down(book)
        person.settled()
        assert "cannot be written to" in banner(person.window)
        person.press("F5")
        assert message(person).startswith("This book is open for reading only.")
        person.window.close()
        assert [each.name for each in book.parent.iterdir()] == [book.name]
    assert book.read_bytes() == before


def test_a_book_that_is_not_there_any_more_is_told(sit_down: Seat, tmp_path: Path) -> None:
    person = sit_down(tmp_path / "gone.tablebook")
    person.until(lambda: person.window.made("welcome") and person.window.welcome.error.isVisible())
    assert "gone.tablebook" in person.window.welcome.error.accessibleName()
