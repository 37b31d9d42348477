"""All doubts as cards, for a narrow window: each with its proposal inside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tablebook.documents.reading import Doubt
from tablebook.ui.kit.finding import FindingCard
from tablebook.ui.kit.label import IconLine, Panel
from tablebook.ui.kit.scroll import ScrollArea
from tablebook.ui.kit.spacing import space
from tablebook.ui.outline.ways import WHY, Way

MOST = 20


class DoubtCards(Panel):
    """`taken` and `left` name a doubt by its place in the list; `shown` when its card is pressed."""

    taken = Signal(int)
    left = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        content = QWidget()
        self._column = space(QVBoxLayout(content), (16, 16, 16, 16), 10)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = ScrollArea(content)
        outer.addWidget(self._area)
        self.cards: list[FindingCard] = []

    def show_doubts(self, doubts: Sequence[tuple[Doubt, Way]], current: int) -> None:
        """Show these; the current one is framed."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = []
        first = max(0, min(current - MOST // 2, len(doubts) - MOST))
        for at, (doubt, way) in enumerate(doubts[first : first + MOST], first):
            self.cards.append(self._card(at, doubt, way))
            self._column.addWidget(self.cards[-1])
            if at == current:
                self.cards[-1].set_selected(True)
                QTimer.singleShot(0, self.cards[-1], partial(self._area.ensureWidgetVisible, self.cards[-1]))
        more = len(doubts) - MOST
        words = f"and {more} more. " if more > 0 else ""
        told = "The places in doubt stay listed until they are settled." if doubts else "No place is in doubt."
        self._column.addWidget(IconLine("info", f"{words}You can start now. {told}", "secondary", wrap=True))
        self._column.addStretch(1)

    def _card(self, at: int, doubt: Doubt, way: Way) -> FindingCard:
        page = f"Page {doubt.page}. " if doubt.page else ""
        text = f"{page}{WHY.get(doubt.code, '')}"
        card = FindingCard(doubt.message.rstrip("."), text, "circle-alert", "attention", way.verb,
                           "" if way.act == "keep" else "Leave as it is")  # fmt: skip
        card.shown.connect(lambda: self.taken.emit(at))
        card.answered.connect(lambda: self.left.emit(at))
        return card
