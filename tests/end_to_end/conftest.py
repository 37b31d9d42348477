"""The real window with real files; only the system's own file dialog is answered by the test."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tablebook import app
from tablebook.clock import FixedClock
from tablebook.preferences import Preferences
from tablebook.ui.main_window import MainWindow
from tablebook.ui.theme import theme
from tests.end_to_end.person import Person

MORNING = datetime(2027, 2, 2, 9, 0, 11, tzinfo=ZoneInfo("America/Los_Angeles"))
Seat = Callable[..., Person]


@pytest.fixture
def chosen_files(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The paths a person chooses in the system's file dialogs, in their order."""
    paths: list[Path] = []

    def choose(*_args: object, **_options: object) -> tuple[str, str]:
        return str(paths.pop(0)), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return paths


@pytest.fixture
def sit_down(qtbot: QtBot, tmp_path: Path, own_folders: Path) -> Iterator[Seat]:
    """Start the program's window, on the first page or on a book."""
    windows: list[MainWindow] = []

    def start(
        book: Path | None = None, size: tuple[int, int] = (1440, 900), scale: float = 1.0, at: datetime = MORNING
    ) -> Person:
        app.application()
        preferences = Preferences(tmp_path / "preferences")
        preferences["text_scale"], preferences["theme"] = scale, "light"
        clock = FixedClock(at)
        window = app.make_window([str(book)] if book else [], preferences, clock)
        windows.append(window)
        window.resize(*size)
        with qtbot.waitExposed(window), qtbot.waitSignal(window.ready):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        person = Person(qtbot, window, clock)
        if book is not None:
            person.until(lambda: window.bridge.facts is not None or window.made("welcome"))
        return person

    yield start
    for window in windows:
        for top in QApplication.topLevelWidgets():
            if isinstance(top, QWidget) and top is not window and top.isVisible():
                top.close()
        window.close()
        window.deleteLater()
    theme().set_scale(1.0)


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A printer named Office, which lays what it is sent into a folder: the system's own print commands, played."""
    if sys.platform == "win32":
        pytest.skip("Windows has no lp; its printers are painted on.")
    out, commands = tmp_path / "printed", tmp_path / "bin"
    out.mkdir()
    commands.mkdir()
    for name, script in (("lp", f'echo "$@" > "{out}/said"; cat > "{out}/paper.pdf"'),
                         ("lpstat", 'test "$1" = -e && echo Office || echo "the usual: Office"')):  # fmt: skip
        command = commands / name
        command.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        command.chmod(command.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("PATH", f"{commands}{os.pathsep}{os.environ['PATH']}")
    return out
