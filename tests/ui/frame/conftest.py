"""One window on one real book, driven by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tablebook import app
from tablebook.clock import FixedClock
from tablebook.preferences import Preferences
from tablebook.ui.main_window import MainWindow
from tablebook.ui.theme import theme
from tests.ui.frame.lakeview import make_book

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
Key = Qt.Key


@pytest.fixture(scope="session")
def lakeview(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample up to 14:02 on 9 March, made once; each test works on a copy."""
    path, _ = make_book(sample_folder, tmp_path_factory.mktemp("lakeview") / "lakeview.tablebook")
    return path


class Table:
    """The window with what a test asks of it: keys in, states out."""

    def __init__(self, qtbot: QtBot, window: MainWindow, clock: FixedClock) -> None:
        self.qtbot, self.window, self.clock = qtbot, window, clock

    @property
    def desk(self) -> Any:
        return self.window.desk

    @property
    def stage(self) -> Any:
        return self.window.negotiate

    def press(self, key: Any, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def type(self, text: str) -> None:
        """Type words where the keyboard is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClicks(focus, text)

    def until(self, done: Callable[[], bool]) -> None:
        """Let the window work until something is so."""
        self.qtbot.waitUntil(done)

    def settled(self) -> None:
        """Let the book's thread answer everything that was asked of it."""
        answers: list[int] = []
        self.window.bridge.run(lambda book: 1, then=answers.append)
        self.until(lambda: bool(answers))

    def dialog(self) -> Any:
        """The dialog that is open over the window."""
        self.until(lambda: QApplication.activeModalWidget() is not None)
        found = QApplication.activeModalWidget()
        found.activateWindow()
        self.until(found.isActiveWindow)
        return found

    def focus(self) -> QWidget | None:
        """What has the keyboard."""
        return QApplication.focusWidget()


@pytest.fixture
def open_table(qtbot: QtBot, tmp_path: Path, lakeview: Path) -> Iterator[Callable[..., Table]]:
    """Open the window on a copy of the sample."""
    made: list[MainWindow] = []

    def opened(size: tuple[int, int] = (1440, 900), scale: float = 1.0, book: Path | None = None) -> Table:
        app.application()
        path = book or tmp_path / "lakeview.tablebook"
        if book is None:
            path.write_bytes(lakeview.read_bytes())
        preferences = Preferences(tmp_path / "preferences")
        preferences["text_scale"] = scale
        clock = FixedClock(datetime.fromisoformat("2027-03-09T14:02:11-06:00"))
        window = app.make_window([str(path)], preferences, clock)
        made.append(window)
        faults: list[BaseException] = []
        window.bridge.crashed.connect(faults.append)
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        table = Table(qtbot, window, clock)
        table.until(lambda: bool(faults) or (window.bridge.facts is not None and window.made("workspace")))
        assert not faults, faults
        table.until(lambda: bool(table.stage.article.current.page))
        table.settled()
        return table

    yield opened
    for window in made:
        window.close()
    theme().set_scale(1.0)


@pytest.fixture
def table(open_table: Callable[..., Table]) -> Table:
    """The window as it stands at 14:02."""
    return open_table()
