"""A file that the other side handed over: chosen or dropped, read aside with progress and a way to stop."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tablebook.errors import UserError
from tablebook.ui.dialogs.latest import Latest
from tablebook.ui.folders import ask_file
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.label import Icon, Label, Panel
from tablebook.ui.kit.spacing import space

if TYPE_CHECKING:
    from tablebook.jobs.received_file import ReceivedFile

TYPE_IT = "Type them over the last text, or paste them: the file is kept with them."
KINDS = "Papers (*.docx *.pdf *.txt *.md);;All files (*)"


class FilePage(Panel):
    """Says what to do, shows the progress, tells `came` when the words are there."""

    came = Signal(object)
    _progress = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self.setAcceptDrops(True)
        self._stop = threading.Event()
        self.path = ""
        self.work = Latest(parent=self)
        self.work.ready.connect(self._read)
        self.work.failed.connect(self._refused)
        self._progress.connect(self._say_page, Qt.ConnectionType.QueuedConnection)
        self.head = Label("Drop the file here, or choose it", "panel_title")
        self.text = Label("Word, PDF with text, plain text or Markdown. It is kept byte for byte.", "body", "secondary",
                          wrap=True)  # fmt: skip
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.choose = Button("Choose a file", "folder-open")
        self.choose.clicked.connect(self.ask)
        self.cancel = Button("Stop reading", "x")
        self.cancel.clicked.connect(self.stop)
        self.cancel.hide()
        column = space(QVBoxLayout(self), (40, 40, 40, 40), 12)
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Icon("inbox", "tertiary", 28), 0, middle)
        column.addWidget(self.head, 0, middle)
        column.addWidget(self.text)
        column.addWidget(self.choose, 0, middle)
        column.addWidget(self.cancel, 0, middle)
        column.addStretch(2)
        self.setFocusProxy(self.choose)

    def ask(self) -> None:
        """Choose a file with the system's own dialog."""
        if path := ask_file(self, "The paper they handed over", KINDS):
            self.read(path)

    def read(self, path: Path) -> None:
        """Read it aside."""
        self._stop = threading.Event()
        self.path = str(path)
        self.head.setText(f"Reading {path.name}")
        self.text.setText("")
        self.choose.hide()
        self.cancel.show()
        self.work.ask(partial(_read_file, path, self._stop, self._progress.emit))

    def stop(self) -> None:
        """Give up; nothing was taken in."""
        self._stop.set()

    def _say_page(self, page: int, pages: int) -> None:
        if pages and not self._stop.is_set():
            self.text.setText(f"Reading page {page} of {pages}")

    def _read(self, came: ReceivedFile) -> None:
        if came.blocks:
            self._idle(f"{came.kept.name} is read", "Another file can be chosen in its place.")
        else:
            self._idle("Its words cannot be read", f"{' '.join(came.left_out)} {TYPE_IT}".strip())
        self.came.emit(came)

    def _refused(self, error: UserError) -> None:
        self._idle(error.what, " ".join(part for part in (error.why, error.todo) if part))

    def _idle(self, head: str, text: str) -> None:
        self.head.setText(head)
        self.text.setText(text)
        self.cancel.hide()
        self.choose.show()

    def wait(self) -> None:
        """Stop and let the thread end, before the window goes."""
        self._stop.set()
        self.work.wait()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the first file that was dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.read(Path(paths[0]))


def _read_file(path: Path, stop: threading.Event, progress: Any) -> ReceivedFile:
    """Loaded with the first file: what reads papers is not needed to show the screen."""
    from tablebook.jobs.received_file import keep_or_read

    return keep_or_read(path, stop, progress)
