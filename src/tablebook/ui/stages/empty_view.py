"""An article nobody has opened: what follows from that, the first acts, and the current language."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tablebook.domain.labels import next_label
from tablebook.domain.language import current_blocks
from tablebook.ui.desk import Desk
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.card import Card
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.spacing import space
from tablebook.ui.stages.citations import cited_in, pages_of
from tablebook.ui.stages.text_views import TextView
from tablebook.ui.text.clean_page import CleanPage


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
        self.clean.setMinimumHeight(48)
        column = space(QVBoxLayout(self), spacing=10)
        column.addWidget(self._make_card())
        line = space(QHBoxLayout(), spacing=8)
        line.addWidget(self.about, 1)
        line.addWidget(self.cited)
        column.addLayout(line)
        column.addWidget(self.clean, 1)
        for button, act in ((self.draft, "draft"), (self.receive, "receive"), (self.as_is, "pass")):
            button.clicked.connect(lambda _=False, act=act: self.asked.emit(act))

    def _make_card(self) -> Card:
        card = Card(margins=(16, 14, 16, 14), spacing=8)
        # In a low window the contract's words give way, never the first acts.
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        card.body.addWidget(self.head)
        card.body.addWidget(self.text)
        row = space(QHBoxLayout(), spacing=8)
        for button in (self.draft, self.receive, self.as_is):
            row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    @property
    def page(self) -> CleanPage:
        return self.clean

    def renew(self) -> None:
        """Say what stands and show it."""
        state = self.desk.state
        item = state.items[self.key]
        held = item.held is not None
        self.head.setText("Held before anything was passed" if held else "Neither side has opened this article")
        self.text.setText("If it stays that way, the current language carries into the new agreement word for word.")
        self.draft.set_words(f"Draft {next_label(state, self.key, state.we)}")
        pages = pages_of(item)
        self.about.setText(f"Current contract language{', ' if pages else ''}{pages}")
        cited = cited_in(state, self.key)
        self.cited.setText(f"Cited in {'Article' if len(cited) == 1 else 'Articles'} {_list(cited)}" if cited else "")
        self.clean.show_text(current_blocks(state, self.key))


def _list(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
