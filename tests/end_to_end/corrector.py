"""The real program with somebody who corrects an outline until the last key: `python corrector.py FILE KEYS`.

KEYS are names of keys with spaces between them; a word in quotation marks is typed. It prints a line when all are
pressed.
"""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tablebook import app
from tablebook.clock import SystemClock
from tablebook.preferences import Preferences
from tablebook.ui.dialogs import new_negotiation
from tablebook.ui.outline.review import Review


def main(file: str, keys: str) -> int:
    """Open the outline of the file in the real window, press the keys, wait to be killed."""
    app.application()
    window = app.make_window([], Preferences(), SystemClock())
    window.show()
    window.activateWindow()
    left = shlex.split(keys, posix=False)
    timer = QTimer(interval=10)

    def step() -> None:
        if window.pages.currentWidget() is None:
            return
        if not isinstance(window.pages.currentWidget(), Review):
            if window.property("asked") is None:
                window.setProperty("asked", True)
                new_negotiation.show(window, Path(file))
            return
        keyboard = QGuiApplication.focusWindow()
        if keyboard is None:
            window.activateWindow()
            return
        if left:
            key = left.pop(0)
            if key.startswith('"'):
                QTest.keyClicks(QApplication.focusWidget(), key.strip('"').replace("_", " "))
            else:
                stroke = QKeySequence(key)[0]
                QTest.keyClick(keyboard, stroke.key(), stroke.keyboardModifiers())
            return
        timer.stop()
        print("done", flush=True)  # noqa: T201 - this is how the test is told

    timer.timeout.connect(step)
    timer.start()
    return QApplication.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
