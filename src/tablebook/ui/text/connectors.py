"""The gutter between two texts: a numbered band from the struck line to the new line, in the tone of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from tablebook.ui.theme import theme

if TYPE_CHECKING:
    from tablebook.ui.text.side_by_side import SideBySide

WIDTH = 64


class Connectors(QWidget):
    """Draws the bands at the scroll position of the texts. Not in the tab order: F3 moves, a click goes there."""

    clicked = Signal(int)

    def __init__(self, owner: SideBySide) -> None:
        super().__init__(owner)
        self._owner = owner
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """As wide as the gutter."""
        return QSize(theme().px(WIDTH), theme().px(100))

    def _band(self, at: int) -> QPolygonF:
        """The outline of one connector in this widget: a point on the side where nothing stands."""
        left, right = self._owner.spots_of(at)
        half, width = theme().px(9), float(self.width())
        shift = self._owner.left.verticalScrollBar().value()
        ends = []
        for x, (y, empty) in ((0.0, left), (width, right)):
            middle = y - shift
            reach = 0.0 if empty else half
            ends.append((QPointF(x, middle - reach), QPointF(x, middle + reach)))
        (left_top, left_foot), (right_top, right_foot) = ends
        return QPolygonF([left_top, right_top, right_foot, left_foot])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, bands with numbers, and the word at each fold."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.color("window"))
        painter.fillRect(0, 0, 1, self.height(), look.color("line"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), look.color("line"))
        for at, change in enumerate(self._owner.changes):
            self._paint_change(painter, at, change.tone)
        self._paint_folds(painter)
        painter.end()

    def _paint_change(self, painter: QPainter, at: int, tone: str) -> None:
        look, band = theme(), self._band(at)
        box = band.boundingRect()
        if box.bottom() < 0 or box.top() > self.height():
            return
        current = at == self._owner.at_change
        ground = "neutral" if tone == "neutral" else f"{tone}_tint"
        line = "secondary" if tone == "neutral" else tone
        painter.setPen(QPen(look.color(line), look.px(2) if current else 1.2))
        painter.setBrush(look.color(ground))
        painter.drawPolygon(band)
        size = look.px(21)
        disc = QRectF(box.center().x() - size / 2, box.center().y() - size / 2, size, size)
        painter.setPen(QPen(look.color("ink" if current else line), 1.2))
        painter.setBrush(look.color("ink" if current else "page"))
        painter.drawEllipse(disc)
        painter.setFont(look.font("small_strong"))
        painter.setPen(look.color("on_ink" if current else "problem" if tone == "problem" else "text"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(at + 1))

    def _paint_folds(self, painter: QPainter) -> None:
        look, page = theme(), self._owner.left
        shift = page.verticalScrollBar().value()
        painter.setFont(look.font("tag"))
        for at, row in enumerate(page.rows):
            if not row.fold:
                continue
            y = page.row_rect(at).center().y() - shift
            if -50 < y < self.height() + 50:
                painter.setPen(look.color("tertiary"))
                room = QRectF(0, y - look.px(18), self.width(), look.px(16))
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, "same")
                painter.fillRect(QRectF(1, y, self.width() - 2, look.px(1.5)), look.color("strong"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a number goes to that change."""
        for at in range(len(self._owner.changes)):
            if self._band(at).boundingRect().adjusted(0, -4, 0, 4).contains(event.position()):
                self.clicked.emit(at)
                return
