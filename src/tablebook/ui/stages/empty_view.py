"""An article nobody has opened: what follows from that, the first acts, and the current language."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tablebook.domain.labels import next_label
from tablebook.domain.language import current_blocks
from tablebook.domain.phrases import listed
from tablebook.ui.desk import Desk
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.card import Card
from tablebook.ui.kit.flow import Flow
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.scroll import ScrollArea
from tablebook.ui.kit.spacing import space
from tablebook.ui.stages.citations import cited_in, pages_of
from tablebook.ui.stages.text_views import TextView, whole
from tablebook.ui.text.clean_page import CleanPage
from tablebook.ui.theme import theme

LOWEST = 120
"""The contract's words are never lower than this; what is above them scrolls away instead."""


class EmptyView(TextView):
    """The first acts stand where the timeline will be."""

    asked = Signal(str)
    """The id of an act."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.head = Label("", "body_strong")
        self.text = Label("", "body", "secondary", wrap=True)
        self.draft = Button("Draft", "pencil", "primary", key="Ctrl+D")
        self.receive = Button("Receive theirs", "inbox", key="F6")
        self.as_is = Button("Offer to leave it as is", "check", "ghost", key="F5")
        self.about, self.cited = Label("", "small", "secondary"), Label("", "small", "secondary")
        self.clean = CleanPage()
        # All of it scrolls where a window is low or the print is large: the first acts are never cut.
        inside = QWidget()
        column = space(QVBoxLayout(inside), spacing=10)
        column.addWidget(self._make_card())
        line = space(Flow(), spacing=8)
        line.addWidget(self.about)
        line.at_end()
        line.addWidget(self.cited)
        column.addLayout(line)
        column.addWidget(self.clean, 1)
        whole(self, ScrollArea(inside))
        self._measure()
        theme().changed.connect(self._measure)
        for button, act in ((self.draft, "draft"), (self.receive, "receive"), (self.as_is, "pass")):
            button.clicked.connect(lambda _=False, act=act: self.asked.emit(act))

    def _make_card(self) -> Card:
        card = Card(margins=(16, 14, 16, 14), spacing=8)
        card.body.addWidget(self.head)
        card.body.addWidget(self.text)
        row = space(Flow(), spacing=8)
        for button in (self.draft, self.receive, self.as_is):
            row.addWidget(button)
        card.body.addLayout(row)
        return card

    def _measure(self) -> None:
        self.clean.setMinimumHeight(theme().px(LOWEST))

    @property
    def page(self) -> CleanPage:
        return self.clean

    def renew(self) -> None:
        """Say what stands and show it."""
        state = self.desk.state
        item = state.items[self.key]
        held = item.held is not None
        self.head.setText("Held before anything was passed" if held else "Neither side has opened this article")
        reading = "" if self.desk.writable else "This book is open for reading only."
        carries = "If it stays that way, the current language carries into the new agreement word for word."
        self.text.setText(f"{carries} {reading}".strip())
        for button in (self.draft, self.receive, self.as_is):
            button.set_reason(reading)
        self.draft.set_words(f"Draft {next_label(state, self.key, state.we)}")
        pages = pages_of(item)
        self.about.setText(f"Current contract language{', ' if pages else ''}{pages}")
        cited = cited_in(state, self.key)
        self.cited.setText(f"Cited in {'Article' if len(cited) == 1 else 'Articles'} {listed(cited)}" if cited else "")
        self.clean.show_text(current_blocks(state, self.key))
