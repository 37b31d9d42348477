"""A person at the keyboard: keys go to the window that has the keyboard, as the system would send them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tablebook.clock import FixedClock
from tablebook.ui.main_window import MainWindow


class Person:
    """Presses keys, types words and looks at the window; touches nothing else."""

    def __init__(self, qtbot: QtBot, window: MainWindow, clock: FixedClock) -> None:
        self.qtbot, self.window, self.clock = qtbot, window, clock
        self.refused: list[Any] = []
        self.said: list[str] = []
        self.faults: list[BaseException] = []
        window.bridge.crashed.connect(self.faults.append)
        window.desk.refused.connect(self.refused.append)
        window.desk.said.connect(lambda words, _icon: self.said.append(words))

    def press(self, *keys: str) -> None:
        """Press keys by their names: "F5", "Ctrl+Return", "Tab", "/"."""
        for key in keys:
            stroke = QKeySequence(key)[0]
            QTest.keyClick(_keyboard(), stroke.key(), stroke.keyboardModifiers())

    def type(self, words: str) -> None:
        """Type words letter by letter, each its own key."""
        for letter in words:
            QTest.keyClick(_keyboard(), letter)

    def paste(self, words: str) -> None:
        """Ctrl+V of words that were copied elsewhere."""
        QGuiApplication.clipboard().setText(words)
        self.press("Ctrl+V")

    @property
    def focus(self) -> QWidget:
        """What has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        return widget

    def tab_to(self, name: str, key: str = "Tab", most: int = 80) -> QWidget:
        """Press Tab until the control of this name has the keyboard."""
        passed = []
        for _ in range(most):
            passed.append(self.focus.accessibleName())
            if passed[-1].startswith(name):
                return self.focus
            self.press(key)
        raise AssertionError(f"Tab does not come to “{name}”, only to {list(dict.fromkeys(passed))}")

    def until(self, so: Callable[[], bool]) -> None:
        """Let the window work until something is so."""
        self.qtbot.waitUntil(lambda: bool(self.faults) or so())
        if self.faults:
            raise self.faults[0]

    def settled(self) -> None:
        """Let the book's thread answer everything that was asked of it so far."""
        answers: list[int] = []
        self.window.bridge.run(lambda book: 1, then=answers.append)
        self.until(lambda: bool(answers))

    def ask(self, job: Callable[..., Any]) -> Any:
        """What the book says, for a test to look at."""
        answers: list[Any] = []
        self.window.bridge.run(job, then=answers.append)
        self.until(lambda: bool(answers))
        return answers[0]

    def dialog(self, kind: type[QWidget]) -> Any:
        """Wait for a dialog of this kind that has the keyboard."""

        def there() -> QWidget | None:
            tops = QApplication.topLevelWidgets()
            return next(
                (one for one in tops if isinstance(one, kind) and one.isVisible() and one.isActiveWindow()), None
            )

        self.until(lambda: there() is not None)
        return there()

    def closed(self, dialog: QWidget) -> None:
        """Wait until a dialog is gone and the window has the keyboard again."""
        self.until(lambda: not dialog.isVisible())
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)

    def last(self, kind: type) -> Any:
        """The body of the newest entry of the record, which must be of this kind."""
        body = list(self.window.desk.state.entries.values())[-1].body
        assert isinstance(body, kind), body
        return body

    def recorded(self, kind: type, count: int = 1) -> Any:
        """Wait until so many entries of a kind are in the record, and give back the body of the newest."""

        def bodies() -> list[Any]:
            return [one.body for one in self.window.desk.state.entries.values() if isinstance(one.body, kind)]

        self.until(lambda: len(bodies()) >= count)
        return bodies()[-1]

    def look(self, name: str) -> None:
        """Keep a picture of the window with what lies over it, where TABLEBOOK_PICTURES names a folder."""
        folder = os.environ.get("TABLEBOOK_PICTURES")
        if folder:
            picture(self.window, Path(folder) / f"{name}.png")


def _keyboard() -> Any:
    window = QGuiApplication.focusWindow()
    assert window is not None, "no window has the keyboard"
    return window


def picture(window: QWidget, path: Path) -> None:
    """The window with every dialog that lies over it."""
    QApplication.processEvents()
    whole = window.grab()
    painter = QPainter(whole)
    for top in QApplication.topLevelWidgets():
        if top is not window and top.isVisible() and top.isWindow():
            painter.drawPixmap(top.mapToGlobal(top.rect().topLeft()) - window.mapToGlobal(window.rect().topLeft()),
                               top.grab())  # fmt: skip
    painter.end()
    path.parent.mkdir(parents=True, exist_ok=True)
    whole.save(str(path))


def words_of(pdf: Path) -> str:
    """What a PDF says, on one line."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    words = " ".join(document[at].get_textpage().get_text_bounded() for at in range(len(document)))
    document.close()
    return " ".join(words.split())
