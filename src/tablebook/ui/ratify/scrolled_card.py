"""A card whose middle scrolls. Its acts stand under it; in a low window they scroll along, so nothing is cut."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tablebook.ui.kit.card import Card
from tablebook.ui.kit.scroll import ScrollArea
from tablebook.ui.kit.spacing import space
from tablebook.ui.theme import theme

LOW = 350
"""Effective height under which the acts go into the part that scrolls."""


class ScrolledCard(Card):
    """Put the heading into `body` first, then call `make_middle`; `column` scrolls, `foot` holds the acts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(18, 14, 18, 14), spacing=8, parent=parent)
        self._low = False

    def make_middle(self, name: str) -> None:
        """Call it once the heading stands; ``name`` is what a screen reader says of the part that scrolls."""
        inside = QWidget()
        self.column = space(QVBoxLayout(inside), (0, 0, 6, 0), 8)
        self._scrolled = space(QVBoxLayout(), spacing=8)
        self.column.addLayout(self._scrolled, 1)
        self.scroller = ScrollArea(inside, name=name)
        self.foot = QWidget()
        self.foot_column = space(QVBoxLayout(self.foot), spacing=8)
        self.body.addWidget(self.scroller, 1)
        self.body.addWidget(self.foot)

    def set_middle(self, widget: QWidget) -> None:
        """What scrolls; what stood there before goes."""
        while (item := self._scrolled.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._scrolled.addWidget(widget, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Low or not."""
        super().resizeEvent(event)
        low = self.height() / theme().scale < LOW
        if low != self._low:
            self._low = low
            (self.body if low else self.column).removeWidget(self.foot)
            (self.column if low else self.body).addWidget(self.foot)
