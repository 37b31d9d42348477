"""A dialog as a person meets it: on the screen, with the keyboard."""

from __future__ import annotations

from typing import Any

from pytestqt.qtbot import QtBot

from tablebook.ui import dialogs


def shown(qtbot: QtBot, window: Any, name: str) -> Any:
    """The dialog in `ui/dialogs/<name>.py` over the window."""
    dialog: Any = dialogs.show(window, name)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog
