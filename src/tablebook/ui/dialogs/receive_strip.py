"""Where there is no room for the left pane: one finding at a time in one strip, with F3 to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.ui.dialogs.receive_findings import CardWords
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.card import Card
from tablebook.ui.kit.chip import TONES
from tablebook.ui.kit.label import Icon, Label, Panel
from tablebook.ui.kit.spacing import space


class FindingStrip(Panel):
    """`next_asked` for the next finding, `acted` with the card whose way forward is taken."""

    next_asked = Signal()
    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self._narrow = False
        self.words: tuple[CardWords, ...] = ()
        self.shown: CardWords | None = None
        self.icon = Icon("circle-alert", "problem", 20)
        self.title = Label("", "body_strong", wrap=True)
        self.text = Label("", "small", "secondary", wrap=True)
        self.way = Button("", kind="ghost", size=28)
        self.count = Label("", "body")
        self.next = Button("Next", key="F3", size=28)
        self.next.clicked.connect(self.next_asked)
        self.way.clicked.connect(lambda: self.acted.emit(self.shown))
        self.card = Card(margins=(14, 6, 12, 6))
        words = space(QVBoxLayout(), spacing=0)
        words.addWidget(self.title)
        words.addWidget(self.text)
        row = space(QHBoxLayout(), spacing=10)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        for part in (self.way, self.count, self.next):
            row.addWidget(part)
        self.card.body.addLayout(row)
        column = space(QVBoxLayout(self), (16, 2, 16, 6), 0)
        column.addWidget(self.card)
        self._tell()

    def set_narrow(self, narrow: bool) -> None:
        """Stand in for the left pane, or not."""
        self._narrow = narrow
        self.setVisible(self._narrow and self.shown is not None)

    def show_found(self, words: Sequence[CardWords]) -> None:
        """What was found in the text."""
        if tuple(words) != self.words:
            self.words = tuple(words)
            self.shown = words[0] if words else None
            self._tell()

    def select(self, words: CardWords) -> None:
        """Say another finding."""
        self.shown = words
        self._tell()

    def _tell(self) -> None:
        one = self.shown
        self.setVisible(self._narrow and one is not None)
        if one is None:
            return
        role = TONES[one.tone][0]
        self.icon.set_icon(one.icon, role)
        self.title.setText(one.title)
        # The strip has two lines; where the texts stand is on the page itself.
        self.text.setText(one.text.partition(" Neither is ")[0].partition(" None of them is ")[0])
        self.way.set_words(one.way.removesuffix(" about it"), one.way_icon)
        self.way.setVisible(bool(one.way))
        self.count.setText(f"{self.words.index(one) + 1} of {len(self.words)}")
        self.card.set_outline(role)
        self.setAccessibleName(f"{one.title}. {one.text}")
