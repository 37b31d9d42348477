"""A count as one bar, with the mark of what it takes. No word lies under the mark, which is seen on any ground."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tablebook.domain.vote_count import Count
from tablebook.ui.kit.painting import box, follow, line_of_text, text_width
from tablebook.ui.theme import theme

TOP, HIGH, INSET = 6, 22, 8


class Tally(QWidget):
    """Yes and no side by side. A word that has no room clear of the mark is left out: the line below says both."""

    def __init__(self, counted: Count, needed: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._needed = counted, needed
        self.setAccessibleName(f"Yes {counted.yes}, no {counted.no}, {needed} yes needed")
        follow(self)

    def sizeHint(self) -> QSize:
        """A bar with the mark standing out above and below."""
        return QSize(theme().px(200), theme().px(HIGH + 2 * TOP))

    def _parts(self) -> tuple[QRectF, QRectF]:
        px, whole = theme().px, max(self._count.cast, 1)
        room = self.width() - px(2)
        yes = room * self._count.yes / whole
        no = max(0.0, room * self._count.no / whole - px(2))
        return QRectF(0, px(TOP), yes, px(HIGH)), QRectF(yes + px(2), px(TOP), no, px(HIGH))

    def mark(self) -> QRectF:
        """Where the mark stands, with the clear strip on both sides of it."""
        px, whole = theme().px, max(self._count.cast, 1)
        at = (self.width() - px(2)) * min(self._needed, whole) / whole
        return QRectF(at - px(2), 0, px(6), px(HIGH + 2 * TOP))

    def words(self) -> list[tuple[QRectF, str]]:
        """The words that stand in the bar, each in the free part of its colour that is nearest to its left end."""
        px, mark = theme().px, self.mark()
        found = []
        for part, text in zip(self._parts(), (f"Yes {self._count.yes}", f"No {self._count.no}"), strict=True):
            wide, left = text_width(text, "small_strong"), part.left() + px(INSET)
            starts = [left, max(left, mark.right() + px(INSET) / 2)]
            for start in starts:
                rect = QRectF(start, part.top(), wide, part.height())
                if rect.right() + px(INSET) / 2 <= part.right() and not rect.intersects(mark):
                    found.append((rect, text))
                    break
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Green for yes, grey for no, and the mark in ink on a strip of the page."""
        painter, px = QPainter(self), theme().px
        yes, no = self._parts()
        box(painter, QRectF(0, px(TOP), self.width() - px(2), px(HIGH)), px(4), "neutral")
        box(painter, yes, px(4), "ta")
        box(painter, no, px(4), "secondary")
        for rect, text in self.words():
            line_of_text(painter, rect.adjusted(0, 0, px(2), 0), text, "small_strong", "page")
        mark = self.mark()
        painter.fillRect(mark, theme().color("page"))
        painter.fillRect(mark.adjusted(px(2), 0, -px(2), 0), theme().color("ink"))
        painter.end()
