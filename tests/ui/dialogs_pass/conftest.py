"""The sample's book at a moment of its story, opened behind a desk as the window has it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tablebook.clock import FixedClock
from tablebook.jobs.sample import load_story, story_time
from tablebook.preferences import Preferences
from tablebook.ui.bridge import Bridge
from tablebook.ui.desk import Desk

AT_THE_TABLE = "2027-03-09T14:31"


@dataclass
class Table:
    """A desk, the window over which dialogs open, the clock, and where the book lies."""

    desk: Desk
    window: QWidget
    clock: FixedClock
    path: Path
    qtbot: QtBot
    said: list[str]
    refused: list[Any]

    def ask(self, job: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """What a job on the book's thread gives back."""
        answers: list[Any] = []
        self.desk.bridge.run(job, *args, then=answers.append, **kwargs)
        self.qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    def press(self, *keys: str) -> int:
        """Press keys where the keyboard is; "Ctrl+Enter", "Tab", or letters to type one by one. Gives their number."""
        count = 0
        for key in keys:
            count += _press(key)
        return count

    def over(self, dialog: QWidget) -> None:
        """Open a dialog over the window and wait until it has the keyboard."""
        self.qtbot.addWidget(dialog)
        dialog.open()  # type: ignore[attr-defined]
        dialog.activateWindow()
        self.until(lambda: dialog.isActiveWindow() and QApplication.focusWidget() is not None)

    def until(self, true: Callable[[], bool]) -> None:
        """Let the window work until something is so."""
        self.qtbot.waitUntil(true)


NAMED = {
    "Enter": Qt.Key.Key_Return, "Tab": Qt.Key.Key_Tab, "Esc": Qt.Key.Key_Escape, "Space": Qt.Key.Key_Space,
    "Down": Qt.Key.Key_Down, "Up": Qt.Key.Key_Up, "Right": Qt.Key.Key_Right, "Left": Qt.Key.Key_Left,
}  # fmt: skip


HELD = {
    "Ctrl+": Qt.KeyboardModifier.ControlModifier,
    "Shift+": Qt.KeyboardModifier.ShiftModifier,
    "Alt+": Qt.KeyboardModifier.AltModifier,
}


def _press(key: str) -> int:
    modifiers = Qt.KeyboardModifier.NoModifier
    for name, modifier in HELD.items():
        if key.startswith(name):
            key, modifiers = key.removeprefix(name), modifiers | modifier
    target = QApplication.focusWidget() or QApplication.activeWindow()
    assert target is not None
    if key in NAMED:
        QTest.keyClick(target, NAMED[key], modifiers)
        return 1
    if modifiers != Qt.KeyboardModifier.NoModifier:
        QTest.keyClick(target, getattr(Qt.Key, f"Key_{key}"), modifiers)
        return 1
    QTest.keyClicks(target, key)
    return len(key)


@pytest.fixture
def table_at(
    told: Callable[[str], Path], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], Table]]:
    """Sit down at the table at a moment of the story."""
    monkeypatch.setenv("TABLEBOOK_HOME", str(tmp_path / "home"))
    opened: list[Table] = []

    def sit(moment: str = AT_THE_TABLE) -> Table:
        path = tmp_path / "Lakeview.tablebook"
        shutil.copy(told(moment), path)
        clock = FixedClock(story_time(moment, load_story()))
        clock.forward(60)
        desk = Desk(Bridge(clock), Preferences(tmp_path / "preferences.json"))
        window = QWidget()
        window.resize(1440, 900)
        qtbot.addWidget(window)
        said: list[str] = []
        refused: list[Any] = []
        desk.said.connect(lambda text, _icon: said.append(text))
        desk.refused.connect(refused.append)
        with qtbot.waitSignal(desk.opened):
            desk.bridge.open(path)
        window.show()
        table = Table(desk, window, clock, path, qtbot, said, refused)
        opened.append(table)
        return table

    yield sit
    for table in opened:
        table.desk.bridge.close()
