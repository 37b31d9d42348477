"""All doubts as cards, for a narrow window: each with its proposal inside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tablebook.documents.reading import Doubt
from tablebook.ui.kit.finding import FindingCard
from tablebook.ui.kit.label import IconLine, Panel
from tablebook.ui.kit.scroll import ScrollArea
from tablebook.ui.kit.spacing import space
from tablebook.ui.outline.ways import WHY, Way
from tablebook.ui.outline.wishes import PICTURES

MOST = 20
BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class DoubtCard(FindingCard):
    """One doubt. `looked` when it is pressed, or the keyboard comes to one of its buttons."""

    looked = Signal()

    def __init__(self, doubt: Doubt, way: Way) -> None:
        page = f"Page {doubt.page}. " if doubt.page else ""
        text = f"{page}{WHY.get(doubt.code, '')}"
        self.typed = doubt.code in PICTURES
        leave = "Type its words" if self.typed else "" if way.act == "keep" else "Leave as it is"
        super().__init__(doubt.message.rstrip("."), text, "circle-alert", "attention", way.verb, leave)
        for button in (self.show_button, self.way_button):
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page follows the keyboard from card to card."""
        if event.type() == QEvent.Type.FocusIn and isinstance(event, QFocusEvent) and event.reason() in BY_TAB:
            self.looked.emit()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside its buttons looks at it."""
        super().mousePressEvent(event)
        self.looked.emit()


class DoubtCards(Panel):
    """`taken` and `left` name a doubt by its place in the list, `looked` the one whose card is looked at,
    `type_asked` the page whose words are to be typed."""

    taken = Signal(int)
    left = Signal(int)
    looked = Signal(int)
    type_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        content = QWidget()
        self._column = space(QVBoxLayout(content), (16, 16, 16, 16), 10)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = ScrollArea(content)
        outer.addWidget(self._area)
        self.cards: dict[int, DoubtCard] = {}
        self._shown: list[tuple[Doubt, Way]] = []

    def show_doubts(self, doubts: Sequence[tuple[Doubt, Way]], current: int) -> None:
        """Show these; the current one is framed and in sight."""
        if list(doubts) != self._shown or (current not in self.cards and doubts):
            held = self.isAncestorOf(QApplication.focusWidget() or self)
            self._make(list(doubts), current)
            if held and current in self.cards:  # the button that was pressed is gone
                self.cards[current].show_button.setFocus(Qt.FocusReason.OtherFocusReason)
        for at, card in self.cards.items():
            card.set_selected(at == current)
        if current in self.cards:
            card = self.cards[current]
            QTimer.singleShot(0, card, partial(self._area.ensureWidgetVisible, card))

    def _make(self, doubts: list[tuple[Doubt, Way]], current: int) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._shown = doubts
        first = max(0, min(current - MOST // 2, len(doubts) - MOST))
        self.cards = {at: DoubtCard(*one) for at, one in enumerate(doubts[first : first + MOST], first)}
        for at, card in self.cards.items():
            card.shown.connect(partial(self.taken.emit, at))
            card.answered.connect(partial((self.type_asked if card.typed else self.left).emit, at))
            card.looked.connect(partial(self.looked.emit, at))
            self._column.addWidget(card)
            card.show()  # at once, so that it can have the keyboard
        more = len(doubts) - len(self.cards)
        words = f"and {more} more, F3 goes to them. " if more > 0 else ""
        told = "The places in doubt stay listed until they are settled." if doubts else "No place is in doubt."
        self._column.addWidget(IconLine("info", f"{words}You can start now. {told}", "secondary", wrap=True))
        self._column.addStretch(1)
