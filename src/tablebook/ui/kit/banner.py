"""A strip across the top that stays as long as what it says is so: read only, a failed check, a newer copy."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tablebook.ui.kit.button import Button
from tablebook.ui.kit.chip import TONES
from tablebook.ui.kit.label import Icon, Label
from tablebook.ui.kit.painting import box
from tablebook.ui.kit.spacing import space
from tablebook.ui.theme import theme


class Banner(QFrame):
    """Icon, head, sentence and at most one act on the tint of its tone. `rounded` when it stands among cards."""

    acted = Signal()

    def __init__(
        self,
        head: str,
        text: str = "",
        icon: str = "triangle-alert",
        tone: str = "attention",
        action: str = "",
        rounded: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone, self._rounded, self._text = tone, rounded, text
        role = TONES[tone][0]
        self.icon = Icon(icon, role, 18)
        self.head = Label(head, "body_bold", "text" if tone != "private" else "private", wrap=True)
        self.text = Label(text, "small" if rounded else "body", "secondary", wrap=True)
        self.button = Button(action, size=28)
        self.button.clicked.connect(self.acted)
        words = space(QVBoxLayout(), spacing=2)
        words.addWidget(self.head)
        words.addWidget(self.text)
        self.short, self._low = "", False
        high = 10 if rounded else 5
        row = space(QHBoxLayout(self), (16, high, 14, high), 12)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.text.setVisible(bool(text))
        self.button.setVisible(bool(action))
        self.setAccessibleName(" ".join(part for part in (head, text) if part))
        theme().changed.connect(self.update)

    def set_words(self, head: str, text: str = "") -> None:
        """Say something else."""
        self.head.setText(head)
        self._text = text
        self.set_low(self._low)
        self.setAccessibleName(" ".join(part for part in (head, text) if part))

    def set_low(self, low: bool) -> None:
        """In a low window the `short` words stand for both, where there are any; the tooltip has them in full."""
        self._low = low and bool(self.short)
        self.head.setVisible(not self._low)
        self.text.setText(self.short if self._low else self._text)
        self.text.setVisible(bool(self.text.text()))
        self.setToolTip(self.accessibleName() if self._low else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tint, in high contrast with an outline because a tint says nothing by itself."""
        painter = QPainter(self)
        role, tint = TONES[self._tone]
        plain = theme().color(tint) == theme().color("window")
        box(painter, QRectF(self.rect()), theme().px(8) if self._rounded else 0, tint, role if plain else "")
        painter.end()
