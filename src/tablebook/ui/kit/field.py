"""A line to type in, with its label above and, when wrong, the sentence that says so below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.spacing import space
from tablebook.ui.style import draw_field
from tablebook.ui.theme import theme


class LineEdit(QLineEdit):
    """The box itself. Tone is "", "wrong" or "frozen"; `lead` and `trail` are icons inside the box."""

    def __init__(self, text: str = "", lead: str = "", height: int = 34, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCursorPosition(0)
        self._lead, self._trail, self._height = lead, "", height
        self._tone = ""
        self.setFrame(False)
        theme().changed.connect(self._dress)
        self._dress()

    def setText(self, text: str | None) -> None:
        """Words put in by the program are shown from their beginning; whoever types on goes to the end."""
        super().setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def set_tone(self, tone: str) -> None:
        """Show it as right (""), wrong or frozen. Frozen text can be read and copied, not changed."""
        self._tone = tone
        self._trail = {"wrong": "circle-alert", "frozen": "lock"}.get(tone, "")
        self.setReadOnly(tone == "frozen")
        self._dress()

    def _dress(self) -> None:
        px = theme().px
        self.setFont(theme().font("body"))
        self.setTextMargins(px(34 if self._lead else 8), 0, px(32 if self._trail else 6), 0)
        self.setMinimumHeight(px(self._height))
        self.update()

    def sizeHint(self) -> QSize:
        """Height of the design, width as the layout gives."""
        return QSize(theme().px(150), theme().px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Our box, the text as Qt draws it, the icons."""
        px = theme().px
        painter = QPainter(self)
        focus = "focus" if self.hasFocus() else "rest"
        draw_field(painter, QRectF(self.rect()), self._tone or (focus if self.isEnabled() else "frozen"))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self)
        height = self.height()
        if self._lead:
            paint_icon(painter, QRectF(px(10), 0, px(16), height), self._lead, "tertiary")
        if self._trail:
            role = "problem" if self._trail == "circle-alert" else "tertiary"
            paint_icon(painter, QRectF(self.width() - px(26), 0, px(16), height), self._trail, role)
        painter.end()


class Labelled(QWidget):
    """What fields share: label with an aside, the box, and the sentence under it."""

    def __init__(self, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = Label(label, "small_medium", "secondary")
        self.hint = Label(hint, "small", "tertiary")
        self.error = Label("", "small", "problem", wrap=True)
        self._column = space(QVBoxLayout(self), spacing=5)
        head = space(QHBoxLayout(), spacing=8)
        head.addWidget(self.label)
        head.addWidget(self.hint)
        head.addStretch(1)
        self._column.addLayout(head)
        self.hint.setVisible(bool(hint))
        self.error.hide()

    def _take(self, box: QWidget, focus: QWidget, name: str) -> None:
        """Put the box between label and sentence, and name the widget that takes the keys."""
        self._column.addWidget(box)
        self._column.addWidget(self.error)
        self.label.setBuddy(focus)
        self.label.setVisible(bool(self.label.text()))
        focus.setAccessibleName(name)
        self.setFocusProxy(focus)

    def _say(self, focus: QWidget, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        focus.setAccessibleDescription(sentence or self.hint.text())


class Titled(Labelled):
    """Any other box under a label: a drop-down, a switch, a row of checks."""

    def __init__(self, label: str, box: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, hint, parent)
        self.box = box
        self._take(box, box, label)
        box.setAccessibleDescription(hint)

    def set_error(self, sentence: str) -> None:
        """Say what is wrong under the box; "" when it is right again."""
        self._say(self.box, sentence)


class Field(Labelled):
    """One line of text."""

    changed = Signal(str)

    def __init__(
        self,
        label: str = "",
        text: str = "",
        hint: str = "",
        placeholder: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint, parent)
        self.edit = LineEdit(text)
        self.edit.setPlaceholderText(placeholder)
        self._take(self.edit, self.edit, name or label)
        self.edit.setAccessibleDescription(hint)
        self.edit.textChanged.connect(self._mended)
        self.edit.textChanged.connect(self.changed)

    def _mended(self) -> None:
        """What was wrong is being changed: the sentence goes before whoever listens says anew what is."""
        if self.error.text():
            self.set_error("")

    def text(self) -> str:
        """What is typed, without outer blanks."""
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        """Fill it in."""
        self.edit.setText(text)

    def set_error(self, sentence: str) -> None:
        """Say what is wrong under the field; "" when it is right again."""
        self.edit.set_tone("wrong" if sentence else "")
        self._say(self.edit, sentence)

    def set_frozen(self, frozen: bool) -> None:
        """Show as fixed, with a lock."""
        self.edit.set_tone("frozen" if frozen else "")
        self.edit.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
