"""The paper that was signed, as a scan or a photo, kept as it came; its square code is held against the TA."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from tablebook.domain.phrases import listed
from tablebook.domain.values import Attachment
from tablebook.errors import UserError
from tablebook.ui.dialogs.latest import Latest
from tablebook.ui.folders import ask_file
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.choice import Check, Radio
from tablebook.ui.kit.label import IconLine, Label
from tablebook.ui.kit.spacing import space

if TYPE_CHECKING:
    from tablebook.jobs.paper_codes import CodeCheck, PaperCodes

_LOOKS = {"": ("info", "secondary"), "same": ("circle-check", "ta"), "look": ("circle-alert", "attention")}
KINDS = "Scans and photos (*.pdf *.png *.jpg *.jpeg *.heic *.tif *.tiff);;All files (*)"


class PaperBox(QWidget):
    """Choose it or drop it here. `kept` names it in the record, `data` are its bytes.

    `held` says what its codes mean for the TA it is to be kept with. Where they are another TA's, nothing is recorded
    before somebody says where the paper belongs: `pending` is what is still missing, `instead` the TA that was chosen.
    `may_move` is whether it can be kept with another TA from here; `also` are those whose sheets are in the same file.
    """

    changed = Signal()

    def __init__(self, held: Callable[[PaperCodes], CodeCheck], may_move: bool = False) -> None:
        super().__init__()
        self._held, self._may_move = held, may_move
        self._codes: PaperCodes | None = None
        self._cancel = threading.Event()
        self._look_for = Latest(parent=self)
        self._look_for.ready.connect(self._take_codes)
        self.check: CodeCheck | None = None
        self.code = IconLine("", "", wrap=True)
        self.places: dict[str, Radio] = {}
        self._choices = QWidget()
        space(QVBoxLayout(self._choices), spacing=2)
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
        column.addWidget(self.code)
        column.addWidget(self._choices)
        self.too = Check("", on=True)
        self.too.toggled.connect(lambda _on: self.changed.emit())
        column.addWidget(self.too)
        for part in (self.name, self.error, self.look, self.code, self._choices, self.too):
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
        self._look_for_codes(path)
        self.changed.emit()

    @property
    def pending(self) -> str:
        """Why the paper cannot be recorded yet; "" when it can, or when there is none."""
        if self.kept is None:
            return ""
        if self._codes is None:
            return "The square code on the paper is being looked for."
        if self.check is None or not self.check.strange or self._chosen is not None:
            return ""
        unread = "Choose another copy, or say that this one is to be kept."
        return unread if self.check.unread else "Say where this paper is to be kept."

    @property
    def instead(self) -> str:
        """The TA that the paper is to be kept with instead; "" for the one it was chosen for."""
        return self._chosen or ""

    @property
    def also(self) -> tuple[str, ...]:
        """Other TAs whose sheets are in the same file, and with which it is to be kept too."""
        return self._others if self.too.isChecked() else ()

    @property
    def _others(self) -> tuple[str, ...]:
        check = self.check
        return check.others if self._may_move and check is not None and not check.strange else ()

    @property
    def _chosen(self) -> str | None:
        return next((label for label, radio in self.places.items() if radio.isChecked()), None)

    def look_again(self) -> None:
        """What it is to be kept with is another now."""
        if self._codes is not None and (check := self._held(self._codes)) != self.check:
            self._tell_codes(check)

    def stop(self) -> None:
        """Nobody waits for the codes any more."""
        self._cancel.set()
        self._look_for.drop()

    def _look_for_codes(self, path: Path) -> None:
        from tablebook.jobs.paper_codes import read_codes

        self._cancel.set()
        self._cancel = cancel = threading.Event()
        self._codes, self.check = None, None
        self.too.hide()
        self._offer(())
        self.code.set_line("clock", "Looking for the square code")
        self.code.show()
        self._look_for.ask(lambda: read_codes(path, cancel))

    def _take_codes(self, codes: PaperCodes) -> None:
        self._codes = codes
        self._tell_codes(self._held(codes))
        self.changed.emit()

    def _tell_codes(self, check: CodeCheck) -> None:
        self.check = check
        self.too.set_words(f"Keep it with {listed(self._others)} too")
        self.too.setVisible(bool(self._others))
        finding = check.finding
        if finding is not None:
            self.code.set_line("circle-alert", str(finding), "problem", "text")
            mine = check.ta or "the agreement"
            moves = [(label, f"Keep it with {label} instead") for label in check.others if self._may_move]
            self._offer((*moves, ("", f"Keep it with {mine} nonetheless")))
            return
        self._offer(())
        icon, role = _LOOKS[check.weight]
        self.code.set_line(icon, check.words, role, "text" if check.said else "secondary")

    def _offer(self, places: tuple[tuple[str, str], ...]) -> None:
        """The places among which somebody has to choose; none is chosen beforehand."""
        for radio in self.places.values():
            radio.hide()
            radio.setParent(None)
            radio.deleteLater()
        self.places = {label: Radio(words) for label, words in places}
        layout = self._choices.layout()
        assert layout is not None
        for radio in self.places.values():
            layout.addWidget(radio)
            radio.toggled.connect(lambda _on: self.changed.emit())
        self._choices.setVisible(bool(places))
        if places:
            QTimer.singleShot(0, self, self._to_choices)

    def _to_choices(self) -> None:
        """Nothing goes on before one is chosen: the keyboard goes there, unless somebody types."""
        first = next(iter(self.places.values()), None)
        if first is not None and not isinstance(QApplication.focusWidget(), QLineEdit | QTextEdit | QPlainTextEdit):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

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
