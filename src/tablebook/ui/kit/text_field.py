"""Several lines to type in. Tab leaves it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from tablebook.ui.kit.field import Labelled
from tablebook.ui.style import draw_field
from tablebook.ui.theme import theme


class _Lines(QPlainTextEdit):
    """The editor; the sheet knows it by its name and leaves its ground to the box."""


class _Box(QFrame):
    """The outline around the editor; it shows the editor's focus."""

    def __init__(self, edit: QPlainTextEdit) -> None:
        super().__init__()
        self._edit = edit
        self.tone = ""
        edit.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Repaint when the keyboard comes or goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The same box as a one-line field."""
        painter = QPainter(self)
        draw_field(painter, QRectF(self.rect()), self.tone or ("focus" if self._edit.hasFocus() else "rest"))
        painter.end()


class TextField(Labelled):
    """A field of `lines` lines, scrolling beyond; 0 lines takes the height there is."""

    changed = Signal(str)

    def __init__(
        self,
        label: str = "",
        text: str = "",
        hint: str = "",
        placeholder: str = "",
        lines: int = 4,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint, parent)
        self._lines = lines
        self.edit = _Lines(text)
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.setTabChangesFocus(True)
        self.edit.setPlaceholderText(placeholder)
        self._box = _Box(self.edit)
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(5, 4, 4, 4)
        inside.addWidget(self.edit)
        self._take(self._box, self.edit, name or label)
        self.edit.setAccessibleDescription(hint)
        self.edit.textChanged.connect(self._changed)
        theme().changed.connect(self._dress)
        self._dress()

    def _changed(self) -> None:
        if self.error.text():  # what was wrong is being changed
            self.set_error("")
        self.changed.emit(self.text())

    def text(self) -> str:
        """What is typed, without outer blanks."""
        return self.edit.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Fill it in."""
        self.edit.setPlainText(text)

    def set_error(self, sentence: str) -> None:
        """Say what is wrong under the field; "" when it is right again."""
        self._box.tone = "wrong" if sentence else ""
        self._box.update()
        self._say(self.edit, sentence)

    def set_frozen(self, frozen: bool) -> None:
        """Show as fixed."""
        self._box.tone = "frozen" if frozen else ""
        self._box.update()
        self.edit.setReadOnly(frozen)

    def _dress(self) -> None:
        self.edit.setFont(theme().font("body"))
        line = theme().metrics("body").lineSpacing()
        if self._lines:
            self.edit.setFixedHeight(round(line * self._lines + theme().px(10)))
