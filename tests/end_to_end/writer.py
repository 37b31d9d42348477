"""The real program with somebody who never stops typing, until it is killed: `python writer.py BOOK SEED`.

It prints what the window has shown as recorded, and what stands in the draft and in the entry line with the time.
"""

from __future__ import annotations

import random
import re
import sys
import time
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tablebook import app
from tablebook.clock import SystemClock
from tablebook.preferences import Preferences
from tablebook.ui.dialogs.crashed import Back

WORDS = "the parties shall meet within ten days of notice and every member keeps the place held before".split()
ARTICLE = "8"


def say(*parts: object) -> None:
    """One line to whoever reads, out of this process before anything else happens."""
    print(*parts, sep="\t", flush=True)  # noqa: T201 - this is how the test is told


class Writer:
    """Types notes and a draft in turn through the window's keyboard, until it is killed."""

    def __init__(self, window: Any, seed: int) -> None:
        self.window, self.random = window, random.Random(seed)
        self.keys: list[str] = []
        self.last: dict[str, str] = {}
        self.timer = QTimer(interval=4)
        self.timer.timeout.connect(self.step)
        window.bridge.recorded.connect(lambda _when: self.recorded())

    def recorded(self) -> None:
        """What the window says is recorded: the count in the status line, and the words of the newest entry."""
        said = " ".join(part.text for part in self.window.workspace.status.left)
        newest = list(self.window.desk.state.entries.values())[-1].body
        say("recorded", re.findall(r"(\d+) entr", said)[0], getattr(newest, "text", ""))

    def start(self) -> None:
        """Show what was half typed when it was killed the last time, and go on."""
        say("open", self.window.negotiate.entry.text())
        self.window.desk.choose(ARTICLE)
        self.keys = ["Ctrl+D"]
        self.timer.start()

    def step(self) -> None:
        """One key, and what stands there after it. Between two windows the keyboard is nowhere for a moment."""
        if QGuiApplication.focusWindow() is None:
            self.window.activateWindow()
            return
        if not self.keys:
            self.keys = self.plan()
        key = self.keys.pop(0)
        if len(key) > 1:
            press(key)
        else:
            QTest.keyClick(QGuiApplication.focusWindow(), key)
        self.show()

    def plan(self) -> list[str]:
        """The next few keys: a note, half of them with their Enter, or some words at the end of the draft."""
        words = f"{self.random.randrange(10**6)} {' '.join(self.random.sample(WORDS, 4))}"
        if self.random.random() < 0.5:
            return ["F4", "Ctrl+A", *f"note {words}", *self.random.choice([[], ["Return"]])]
        return ["Alt+2", "Ctrl+End", *(f" {words}" * self.random.randint(1, 5))]

    def show(self) -> None:
        """What stands in the line and in the draft, each time it is another."""
        negotiate = self.window.negotiate
        now = {"line": negotiate.entry.text()}
        if negotiate.article.drafting:
            now["draft"] = negotiate.article.current.page.blocks()[-1].text
        for name, text in now.items():
            if text != self.last.get(name):
                self.last[name] = text
                say(name, f"{time.monotonic():.3f}", text)


def press(key: str) -> None:
    """A key by its name, where the keyboard is."""
    stroke = QKeySequence(key)[0]
    QTest.keyClick(QGuiApplication.focusWindow(), stroke.key(), stroke.keyboardModifiers())


def main(book: str, seed: str) -> int:
    """Open the book in the real window and begin when it is there."""
    app.application()
    window = app.make_window([book], Preferences(), SystemClock())
    window.bridge.crashed.connect(lambda fault: say("fault", repr(fault)))
    window.show()
    window.activateWindow()
    writers: list[Writer] = []
    waiting = QTimer(interval=20)

    def begin() -> None:
        if window.bridge.facts is None or not window.made("workspace") or not window.workspace.stages:
            return
        told = [one for one in QApplication.topLevelWidgets() if isinstance(one, Back) and one.isVisible()]
        if told:
            told[0].activateWindow()
            if QGuiApplication.focusWindow() is None:
                return
            press("Ctrl+Return" if int(seed) % 2 else "Esc")
            return
        waiting.stop()
        window.activateWindow()
        writers.append(Writer(window, int(seed)))
        # The line of before was asked for when the stage was made; what is asked now is answered after it.
        window.bridge.run(lambda book: None, then=lambda _: writers[0].start())

    waiting.timeout.connect(begin)
    waiting.start()
    return QApplication.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
