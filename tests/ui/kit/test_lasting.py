from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tablebook.ui.lasting import keep_constants


def test_calls_into_qt_cannot_use_up_none_true_and_false(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    for _call in range(10_000):
        widget.setEnabled(True)
        widget.isEnabled()
        widget.isHidden()
    for constant in (None, True, False, NotImplemented):
        assert sys.getrefcount(constant) > 1 << 29


def test_keeping_them_twice_changes_nothing() -> None:
    before = sys.getrefcount(NotImplemented)
    keep_constants()
    assert abs(sys.getrefcount(NotImplemented) - before) < 1000
