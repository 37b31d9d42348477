"""The paper that was signed, as a scan or a photo, kept as it came."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.domain.values import Attachment
from tablebook.errors import UserError
from tablebook.ui.folders import ask_file
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.spacing import space

KINDS = "Scans and photos (*.pdf *.png *.jpg *.jpeg *.heic *.tif *.tiff);;All files (*)"


class PaperBox(QWidget):
    """Choose it or drop it here. `kept` names it in the record, `data` are its bytes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.path: Path | None = None
        self.kept: Attachment | None = None
        self.data = b""
        self.name = Label("", "body", wrap=True)
        self.error = Label("", "small", "problem", wrap=True)
        self.choose = Button("Scan or photo", "camera", size=28)
        self.look = Button("Look", "eye", size=28)
        self.choose.clicked.connect(self.ask)
        self.look.clicked.connect(self._look)
        acts = space(QHBoxLayout(), spacing=6)
        acts.addWidget(self.look)
        acts.addWidget(self.choose)
        acts.addStretch(1)
        column = space(QVBoxLayout(self), spacing=6)
        column.addWidget(Label("The paper itself", "body_bold"))
        column.addWidget(self.name)
        column.addWidget(self.error)
        column.addLayout(acts)
        for part in (self.name, self.error, self.look):
            part.hide()

    def ask(self) -> None:
        """Choose a file with the system's own dialog."""
        if path := ask_file(self, "The signed paper", KINDS):
            self.take(path)

    def take(self, path: Path) -> None:
        """Keep this file, byte for byte."""
        from tablebook.jobs.papers_received import attachment

        try:
            self.kept, self.data = attachment(path)
        except UserError as error:
            self.error.setText(str(error))
            self.error.show()
            return
        self.path = path
        self.error.hide()
        self.name.setText(f"{path.name}, kept as it came")
        self.choose.set_words("Replace", "camera")
        self.name.show()
        self.look.show()
        self.changed.emit()

    def _look(self) -> None:
        if self.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the first file that was dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take(Path(paths[0]))
