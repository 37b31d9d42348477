"""Corrections of an outline outlive the window: the same file finds them again, another edition does not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tablebook.clock import FixedClock
from tablebook.jobs import keep_corrections
from tablebook.ui.main_window import MainWindow
from tests.ui.dialogs_sessions.keyboard import press

CTRL = Qt.KeyboardModifier.ControlModifier
Read = Callable[[Path], QWidget]
CONTRACT = """# Agreement

## Article 1. Recognition

The Board recognizes the Association.

## Article 2. Hours

### 2.1 Day

Eight hours.

### 2.1 Year

One hundred eighty days.

## Article 4. Term

It ends in June 2027.
"""


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    path = tmp_path / "Birch agreement.md"
    path.write_text(CONTRACT, "utf-8")
    return path


def kept(folders: Path) -> list[Path]:
    return sorted((folders / "rescue" / "corrections").glob("*"))


def titles(review: Any) -> list[str]:
    return [unit.title for unit in review.stand.reading.articles]


def correct(qtbot: QtBot) -> None:
    """Take what is proposed for the section, and rename an article: two corrections."""
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_F2, (Qt.Key.Key_A, CTRL), "Duration", Qt.Key.Key_Return)


def test_the_same_file_finds_its_corrections_again(
    qtbot: QtBot, read: Read, contract: Path, own_folders: Path, empty_window: MainWindow
) -> None:
    read(contract)
    correct(qtbot)
    assert len(kept(own_folders)) == 1, "each step is kept as it is taken"
    clock = empty_window.bridge.clock
    assert isinstance(clock, FixedClock)
    clock.forward(3 * 86400)
    again: Any = read(contract)
    assert titles(again) == ["Recognition", "Hours", "Duration"]
    assert [section.number for section in again.stand.reading.articles[1].sections] == ["2.1", "2.2"]
    assert again.banner.isVisible()
    assert again.banner.head.text() == "Your 2 corrections of Tuesday are applied."
    press(qtbot, (Qt.Key.Key_Z, CTRL))
    assert titles(again)[2] == "Term", "they can be taken back one by one"
    assert not again.banner.isVisible()
    press(qtbot, (Qt.Key.Key_Y, CTRL))
    assert titles(again)[2] == "Duration"


def test_the_name_of_the_file_does_not_matter(qtbot: QtBot, read: Read, contract: Path) -> None:
    read(contract)
    correct(qtbot)
    moved = contract.rename(contract.with_name("final.md"))
    again: Any = read(moved)
    assert titles(again)[2] == "Duration"


def test_start_afresh_drops_them_and_redo_brings_them_back(
    qtbot: QtBot, read: Read, contract: Path, own_folders: Path
) -> None:
    read(contract)
    correct(qtbot)
    again: Any = read(contract)
    again.banner.button.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert titles(again)[2] == "Term"
    assert kept(own_folders) == []
    assert again.list.tree.hasFocus()
    press(qtbot, (Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Y, CTRL))
    assert titles(again)[2] == "Duration"
    assert len(kept(own_folders)) == 1


def test_another_edition_gets_none_of_them_and_says_so(qtbot: QtBot, read: Read, contract: Path) -> None:
    read(contract)
    correct(qtbot)
    contract.write_text(CONTRACT.replace("Eight", "Nine"), "utf-8")
    other: Any = read(contract)
    assert titles(other)[2] == "Term"
    assert not other.steps.can_undo
    assert other.banner.isVisible()
    assert other.banner.head.text() == "This is not the file you corrected today."
    assert "not applied" in other.banner.text.text()
    assert not other.banner.button.isVisible()


def test_corrections_of_another_reading_are_not_applied(
    qtbot: QtBot, read: Read, contract: Path, own_folders: Path
) -> None:
    read(contract)
    correct(qtbot)
    (file,) = kept(own_folders)
    text = file.read_text("utf-8")
    mark = text.split('"reading": "')[1][:64]
    file.write_text(text.replace(mark, "0" * 64), "utf-8")
    again: Any = read(contract)
    assert titles(again)[2] == "Term"
    assert again.banner.head.text() == "Your 2 corrections of today cannot be applied."


def test_a_made_book_takes_them_over_and_nothing_else_keeps_them(
    qtbot: QtBot,
    read: Read,
    contract: Path,
    own_folders: Path,
    empty_window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    review: Any = read(contract)
    correct(qtbot)
    review.who.union.setText("Birch Education Association")
    review.who.employer.setText("Birch Board")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "birch"), ""))
    with qtbot.waitSignal(empty_window.desk.opened):
        press(qtbot, (Qt.Key.Key_Return, CTRL))
    made = empty_window.desk.state.made
    assert made is not None
    assert [unit.title for unit in made.contract.articles] == ["Recognition", "Hours", "Duration"]
    assert kept(own_folders) == []
    book = (tmp_path / "birch.tablebook").read_bytes()
    assert b'"renumber-on"' not in book
    assert b'"rename"' not in book


def test_what_cannot_be_kept_is_said_once_and_the_work_goes_on(
    qtbot: QtBot, read: Read, contract: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(keep_corrections.KeptCorrections, "keep", full)
    review: Any = read(contract)
    said: list[str] = []
    review.panel.say = lambda words, icon="": said.append(words)
    correct(qtbot)
    assert titles(review)[2] == "Duration"
    (told,) = [words for words in said if "cannot be kept" in words]
    assert "No space left on device" in told


@pytest.mark.parametrize(
    ("days", "said"), [(0, "today"), (1, "Monday"), (6, "Wednesday"), (7, "19 Jan"), (-1, "27 Jan")]
)
def test_days_are_named_as_people_name_them(days: int, said: str) -> None:
    from datetime import UTC, datetime

    from tablebook.ui.outline.remembered import day_words

    now = datetime(2027, 1, 26, 9, tzinfo=UTC)
    assert day_words(now - timedelta(days=days), now) == said
