"""F9 hides everything before anything else; the same key returns, Esc does not."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tablebook.ui.privacy import NAME, Cover, privacy
from tablebook.ui.theme import theme


class _FirstPaint(QObject):
    """Notes what was painted first."""

    def __init__(self) -> None:
        super().__init__()
        self.first = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.first and event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.first = "a cover" if isinstance(watched, Cover) else type(watched).__name__
        return False


def _press(key: Qt.Key, held: Any = Qt.KeyboardModifier.NoModifier) -> None:
    handle = QApplication.focusWindow()
    assert handle is not None
    QTest.keyClick(handle, key, held)


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier),
                                           (Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)])  # fmt: skip
def test_one_key_hides_all_and_the_same_key_returns(qtbot: QtBot, open_at: Any, key: Any, held: Any) -> None:
    window = open_at()
    window.negotiate.focus_entry()
    qtbot.keyClicks(QApplication.focusWidget(), "q: @12.2 Stipend per day")
    before = QApplication.focusWidget()
    title = window.windowTitle()
    assert title != NAME
    _press(key, held)
    covers = privacy(window).covers
    assert {cover.parentWidget() for cover in covers if cover.parentWidget()} == {window}
    assert all(cover.isVisible() for cover in covers)
    assert window.windowTitle() == NAME
    _press(Qt.Key.Key_Escape)
    assert privacy(window).on
    _press(key, held)
    assert not privacy(window).on
    assert window.windowTitle() == title
    assert before.text() == "q: @12.2 Stipend per day"


def test_it_is_painted_before_the_key_is_done_with(open_at: Any) -> None:
    # How many milliseconds this takes is measured in tests/benchmarks/test_privacy.py.
    window = open_at()
    covers, seen = privacy(window), _FirstPaint()
    QApplication.instance().installEventFilter(seen)
    _press(Qt.Key.Key_F9)
    QApplication.instance().removeEventFilter(seen)
    assert covers.on
    assert seen.first == "a cover"
    _press(Qt.Key.Key_F9)


def test_it_covers_a_dialog_that_is_open(open_at: Any) -> None:
    from tablebook.ui.kit.dialog import DialogShell

    window = open_at()
    privacy(window)  # as the program does after its first paint
    dialog = DialogShell("Pass Article 12", parent=window)
    dialog.open()
    dialog.activateWindow()
    QApplication.processEvents()
    _press(Qt.Key.Key_F9)
    assert {cover.parentWidget() for cover in privacy(window).covers if cover.parentWidget()} == {window, dialog}
    _press(Qt.Key.Key_F9)
    assert not privacy(window).on
    dialog.close()


def test_nothing_of_the_book_can_be_inferred(open_at: Any) -> None:
    """Two articles, a different book place, the same picture."""
    window = open_at()
    pictures = []
    for article in ("12", "8"):
        window.desk.choose(article)
        privacy(window).toggle()
        pictures.append(window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
        privacy(window).toggle()
    assert pictures[0] == pictures[1]


def test_the_clock_goes_on(open_at: Any) -> None:
    window = open_at()
    privacy(window).toggle()
    cover = next(cover for cover in privacy(window).covers if cover.parentWidget() is None)
    before = cover.grab().toImage()
    window.bridge.clock.forward(60)
    privacy(window)._tick.timeout.emit()
    assert cover.grab().toImage() != before
    privacy(window).toggle()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_drawn_in_the_theme(qtbot: QtBot, open_at: Any, scheme: str) -> None:
    window = open_at()
    theme().set_scheme(scheme)
    privacy(window).toggle()
    cover: QWidget = privacy(window).covers[0]
    assert cover.grab().toImage().pixelColor(3, 3) == theme().color("window")
    privacy(window).toggle()
