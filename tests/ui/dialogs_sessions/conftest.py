"""The real window on the sample's book, at the moment of the pictures."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tablebook.clock import FixedClock
from tablebook.preferences import Preferences
from tablebook.ui.main_window import MainWindow
from tablebook.ui.outline.reading_page import ReadingPage
from tablebook.ui.outline.review import Review

Opener = Callable[..., MainWindow]


@pytest.fixture
def open_at(qtbot: QtBot, tmp_path: Path, own_folders: Path, told: Callable[[str], Path]) -> Iterator[Opener]:
    """A window on a copy of the sample at a moment of its story; the clock stands there."""
    windows: list[MainWindow] = []

    def opened(moment: str = "2027-03-09T14:02", size: tuple[int, int] = (1440, 900)) -> MainWindow:
        from tablebook.jobs.sample import load_story, story_time

        path = tmp_path / "Lakeview.tablebook"
        shutil.copy(told(moment), path)
        when = story_time(moment, load_story())
        assert isinstance(when, datetime)
        window = MainWindow(Preferences(tmp_path / "preferences"), FixedClock(when))
        windows.append(window)
        window.resize(*size)
        window.show()
        with qtbot.waitSignal(window.desk.opened):
            window.open_book(path)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield opened
    for window in windows:
        for top in QApplication.topLevelWidgets():
            if isinstance(top, QWidget) and top is not window and top.isVisible():
                top.close()
        window.close()
        window.deleteLater()


@pytest.fixture
def empty_window(qtbot: QtBot, tmp_path: Path, own_folders: Path) -> Iterator[MainWindow]:
    """A window on the first page."""
    from datetime import UTC

    window = MainWindow(Preferences(tmp_path / "preferences"), FixedClock(datetime(2027, 1, 26, 9, 0, tzinfo=UTC)))
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def read(qtbot: QtBot, empty_window: MainWindow) -> Callable[[Path], QWidget]:
    """Read a file and give back the page that stands there in the end."""

    def reading(path: Path) -> QWidget:
        from tablebook.ui.dialogs import new_negotiation

        new_negotiation.show(empty_window, path)

        def there() -> bool:
            page = empty_window.pages.currentWidget()
            return isinstance(page, Review) or (isinstance(page, ReadingPage) and page.other.isVisible())

        qtbot.waitUntil(there)
        empty_window.activateWindow()
        page = empty_window.pages.currentWidget()
        if isinstance(page, Review):
            page.list.tree.setFocus()
            qtbot.waitUntil(page.list.tree.hasFocus)
        return page

    return reading
