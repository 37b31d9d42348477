"""Keys for whatever has the keyboard."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot


def press(qtbot: QtBot, *keys: Any) -> None:
    """Keys and words to type; a key that is pressed with another stands with it as a pair."""
    for key in keys:
        widget = QApplication.focusWidget()
        if isinstance(key, str):
            qtbot.keyClicks(widget, key)
        elif isinstance(key, tuple):
            qtbot.keyClick(widget, *key)
        else:
            qtbot.keyClick(widget, key)
