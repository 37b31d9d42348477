"""How soon F9 covers what is private, beside painting the same window once more."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tablebook import app
from tablebook.clock import SystemClock
from tablebook.jobs.sample import make_sample
from tablebook.preferences import Preferences
from tablebook.ui.privacy import privacy
from tests.benchmarks.measured import Measured

COVERED = 0.050
ROUNDS = 9


def test_f9_covers_the_window(qtbot: QtBot, qapp: QApplication, tmp_path: Path, measured: Measured) -> None:
    book = tmp_path / "Sample.tablebook"
    make_sample(book).close()
    window = app.make_window([str(book)], Preferences(tmp_path), SystemClock())
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.desk.opened, timeout=20_000):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    covers, took, repainted = privacy(window), [], []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        window.repaint()
        repainted.append(time.perf_counter() - began)
        began = time.perf_counter()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_F9)
        took.append(time.perf_counter() - began)
        assert covers.on
        assert all(cover.isVisible() for cover in covers.covers)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_F9)
        qapp.processEvents()
    measured("F9 covers the window (floor: painting it again)", min(took), limit=COVERED, floor=min(repainted))
