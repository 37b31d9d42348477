"""A finding: the problem, one sentence with both texts, where it is, and one way forward."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.ui.kit.button import Button
from tablebook.ui.kit.card import Card
from tablebook.ui.kit.chip import TONES
from tablebook.ui.kit.label import Icon, Label
from tablebook.ui.kit.spacing import space


class FindingCard(Card):
    """`show` and `way` are the words of its two buttons; `add_action` takes fields for what is closed on the spot."""

    shown = Signal()
    answered = Signal()

    def __init__(
        self,
        title: str,
        text: str = "",
        icon: str = "circle-alert",
        tone: str = "problem",
        show: str = "",
        way: str = "",
        way_icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(margins=(14, 12, 14, 12), parent=parent)
        self._role = TONES[tone][0]
        self.title = Label(title, "body_strong", wrap=True)
        self.text = Label(text, "body", "secondary", wrap=True)
        self.show_button = Button(show, size=28)
        self.way_button = Button(way, way_icon, kind="ghost", size=28)
        self.show_button.clicked.connect(self.shown)
        self.way_button.clicked.connect(self.answered)
        self.acts = space(QHBoxLayout(), (0, 6, 0, 0), 6)
        self.acts.addWidget(self.show_button)
        self.acts.addWidget(self.way_button)
        self.acts.addStretch(1)
        column = space(QVBoxLayout(), spacing=4)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addLayout(self.acts)
        row = space(QHBoxLayout(), spacing=10)
        row.addWidget(Icon(icon, self._role, 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.body.addLayout(row)
        # Only now: a widget that is shown before it has a parent would be a window for a moment and take the keyboard.
        for part, words in ((self.text, text), (self.show_button, show), (self.way_button, way)):
            part.setVisible(bool(words))
        self.setAccessibleName(f"{title}. {text}" if text else title)

    def add_action(self, widget: QWidget) -> None:
        """Put a field or button of the screen's own before the empty end of the row."""
        self.acts.insertWidget(self.acts.count() - 1, widget)

    def set_selected(self, selected: bool) -> None:
        """The selected card takes its tone as outline; the same tone frames the words on the page."""
        self.set_outline(self._role if selected else "strong", 2.0 if selected else 1.0)
