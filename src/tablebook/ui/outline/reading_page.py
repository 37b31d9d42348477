"""A file is being read in a process of its own: which page it is at, Cancel, and what is wrong with it in place."""

from __future__ import annotations

import re
import threading
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.errors import UserError
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
    _progress = Signal(int, int)
    _ended = Signal(object)

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
        self._progress.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(lambda: self.line.set_line("file-text", "Reading the file", "secondary"))
        self._thread = threading.Thread(target=self._work, name="reading", daemon=True)

    def _measure(self) -> None:
        self._inner.setMaximumWidth(theme().px(720))

    def start(self) -> None:
        """Begin to read."""
        self._quiet.start()
        self._thread.start()
        self.cancel.setFocus()

    def _work(self) -> None:
        from tablebook.documents.foreign import read_contract_safely
        from tablebook.jobs.keep_corrections import digest_of

        self.digest = digest_of(self.path)
        answer: object
        try:
            answer = read_contract_safely(self.path, self.cancelled, self._progress.emit)
        except UserError as error:
            answer = error
        except Exception as error:  # noqa: BLE001 - a fault of ours is raised again in the window's thread
            answer = error
        if not self.cancelled.is_set():
            self._ended.emit(answer)

    def _tell(self, page: int, pages: int) -> None:
        if not self._quiet.isActive():
            self.line.set_line("file-text", f"Reading page {page} of {pages}", "secondary")

    def _take(self, answer: object) -> None:
        self._quiet.stop()
        self._thread.join()
        if isinstance(answer, UserError):
            self.line.set_line("circle-alert", f"{answer.what} {answer.why}".strip(), "problem", "text")
            self.todo.setText(answer.todo)
            self.other.show()
            self.other.setFocus()
        elif isinstance(answer, Exception):
            raise answer
        else:
            self.read.emit(answer)

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
