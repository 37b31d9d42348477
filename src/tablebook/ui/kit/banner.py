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
        self._tone, self._rounded = tone, rounded
        role = TONES[tone][0]
        self.icon = Icon(icon, role, 18)
        self.head = Label(head, "body_bold", "text" if tone != "private" else "private", wrap=True)
        self.text = Label(text, "small" if rounded else "body", "secondary", wrap=True)
        self.button = Button(action, size=28)
        self.button.clicked.connect(self.acted)
        words = space(QVBoxLayout(), spacing=2)
        words.addWidget(self.head)
        words.addWidget(self.text)
        row = space(QHBoxLayout(self), (16, 10, 14, 10), 12)
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
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.setAccessibleName(" ".join(part for part in (head, text) if part))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tint, in high contrast with an outline because a tint says nothing by itself."""
        painter = QPainter(self)
        role, tint = TONES[self._tone]
        plain = theme().color(tint) == theme().color("window")
        box(painter, QRectF(self.rect()), theme().px(8) if self._rounded else 0, tint, role if plain else "")
        painter.end()
