"""A file is being read in a process of its own: which page it is at, Cancel, and what is wrong with it in place."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.errors import UserError
from tablebook.ui.aside import Errand, in_window
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.label import IconLine, Label, Panel
from tablebook.ui.kit.spacing import space
from tablebook.ui.theme import theme

QUIET_MS = 300
"""Under this nothing is said."""


def breakable(name: str) -> str:
    """A file's name with places to break: names are often one long word."""
    joined = re.sub(r"([_.-])(?=\S)", "\\1\u200b", name)
    return re.sub(r"[^\s\u200b]{24}(?=[^\s\u200b]{8})", lambda found: f"{found[0]}\u200b", joined)


class ReadingPage(Panel):
    """`read` brings the Reading, when `digest` is the file's SHA-256; `stopped` when a person gave up."""

    read = Signal(object)
    stopped = Signal()
    other_asked = Signal()

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.path = path
        self.digest = ""
        self.cancelled = threading.Event()
        self.title = Label(breakable(path.name), "title", wrap=True)
        self.title.setAccessibleName(path.name)
        self.line = IconLine("file-text", "", "secondary", "lead", wrap=True)
        self.todo = Label("", "body", "secondary", wrap=True)
        self.other = Button("Choose another file", "folder-open", "primary", size=36)
        self.cancel = Button("Cancel", "x", key="Esc", size=36)
        self._inner = inner = QWidget()
        column = space(QVBoxLayout(inner), (32, 32, 32, 32), 14)
        acts = space(QHBoxLayout(), spacing=10)
        acts.addWidget(self.other)
        acts.addWidget(self.cancel)
        acts.addStretch(1)
        for part in (self.title, self.line, self.todo):
            column.addWidget(part)
        column.addLayout(acts)
        # In the middle by stretches: an alignment would fix the height before it is known how the name wraps.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(inner, 1000)
        across.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(across)
        outer.addStretch(3)
        theme().changed.connect(self._measure)
        self._measure()
        self.other.hide()
        self.cancel.clicked.connect(self.stop)
        self.other.clicked.connect(self.other_asked)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(lambda: self.line.set_line("file-text", "Reading the file", "secondary"))
        self._errand = Errand(partial(_read, path, self.cancelled, partial(in_window, self._tell)), self._take)

    def _measure(self) -> None:
        self._inner.setMaximumWidth(theme().px(720))

    def start(self) -> None:
        """Begin to read."""
        self._quiet.start()
        self._thread = self._errand.start("reading")
        self.destroyed.connect(self.cancelled.set)  # nobody will look at it: the program need not wait for it
        self.cancel.setFocus()

    def _tell(self, page: int, pages: int) -> None:
        if not self._quiet.isActive():
            self.line.set_line("file-text", f"Reading page {page} of {pages}", "secondary")

    def _take(self, answer: tuple[str, Any] | None, fault: Exception | None) -> None:
        if self.cancelled.is_set():
            return
        self._quiet.stop()
        if isinstance(fault, UserError):
            self.line.set_line("circle-alert", f"{fault.what} {fault.why}".strip(), "problem", "text")
            self.todo.setText(fault.todo)
            self.other.show()
            self.other.setFocus()
        elif answer is None:
            raise fault or AssertionError("nothing was read, and nothing says why")
        else:
            self.digest, reading = answer
            self.read.emit(reading)

    def stop(self) -> None:
        """Give up; nothing was changed."""
        self.cancelled.set()
        self._quiet.stop()
        self.stopped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        else:
            super().keyPressEvent(event)


def _read(path: Path, cancelled: threading.Event, progress: Callable[[int, int], None]) -> tuple[str, Any]:
    """The file's SHA-256 and its Reading."""
    from tablebook.documents.foreign import read_contract_safely
    from tablebook.jobs.keep_corrections import digest_of

    return digest_of(path), read_contract_safely(path, cancelled, progress)
