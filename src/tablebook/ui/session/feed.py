"""The feed: what was said and done in this session, newest at the bottom and in view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from tablebook.ui.delegates.feed_row import FeedDelegate
from tablebook.ui.models.feed import FeedModel, FeedRow
from tablebook.ui.theme import theme


class Feed(QListView):
    """A list of rows that keeps its newest end in view unless somebody has scrolled up to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = FeedModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(FeedDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Notes of this session")
        self.viewport().setAutoFillBackground(False)
        self._at_end = True
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.verticalScrollBar().rangeChanged.connect(self._stretched)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: Sequence[FeedRow]) -> None:
        """Show these rows."""
        self.rows.apply(rows)

    def _moved(self, value: int) -> None:
        self._at_end = value >= self.verticalScrollBar().maximum() - theme().px(4)

    def _stretched(self, _low: int, high: int) -> None:
        if self._at_end:
            self.verticalScrollBar().setValue(high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
