"""A mark on the paper: a frame in the tone of the finding, round the words in question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from tablebook.ui import typefaces
from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.outline.wishes import ROW, Wish
from tablebook.ui.tokens import LIGHT

AIR, CLOSE, INSET = 4.0, 0.5, 6.0
"""Air beside the words, above and below them (their boxes reach to the next lines), and inside the edge of a page."""
TAG_HEIGHT, TAG_PX = 19.0, 11


class MarkItem(QGraphicsItem):
    """One for each doubt on the page, and one for the row that is looked at. `paper` is the sheet's rectangle."""

    def __init__(self, wish: Wish, rects: Sequence[QRectF], paper: QRectF, current: bool) -> None:
        super().__init__()
        self.wish, self.current = wish, current
        self._paper = paper
        self.box = QRectF()
        for rect in rects:
            self.box = self.box.united(rect)
        self.box = self.box.adjusted(-AIR, -CLOSE, AIR, CLOSE) & paper.adjusted(INSET, INSET, -INSET, -INSET)
        if wish.whole:
            self.box = paper.adjusted(INSET, INSET, -INSET, -INSET)
        self._font = typefaces.make(typefaces.STYLES["small_strong"], TAG_PX)
        self.setZValue(2 if current else 1)
        if wish.at != ROW:
            self.setToolTip(wish.said)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def tag(self) -> QRectF:
        """Where the word of the proposal stands; empty where none does."""
        if not (self.current and self.wish.split):
            return QRectF()
        width = 34.0 + 6.2 * len(self.wish.split)
        right = self._paper.right() - 12
        return QRectF(right - width, self.box.top() - TAG_HEIGHT / 2 - 7, width, TAG_HEIGHT)

    def boundingRect(self) -> QRectF:
        """The frame, and the line before it with its tag."""
        around = self.box.united(self.tag) if not self.tag.isEmpty() else self.box
        return around.adjusted(-60, -2, 2, 2) & self._paper

    def pressed_at(self, point: QPointF) -> bool:
        """Only the frame and the tag are pressed, not the line between them."""
        return self.box.contains(point) or self.tag.contains(point)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Light colours always: the paper is light in dark mode too."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.wish.at == ROW:
            painter.fillRect(QRectF(self.box.left() - 8, self.box.top(), 3, self.box.height()), QColor(LIGHT.ink))
            return
        if self.current and self.wish.split:
            self._line(painter)
            return
        painter.setPen(QPen(QColor(LIGHT.attention), 2.0 if self.current else 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.box, 3, 3)

    def _line(self, painter: QPainter) -> None:
        """The line before which something new would begin, and what Enter does."""
        tone, tag = QColor(LIGHT.attention), self.tag
        painter.setPen(QPen(tone, 1.5))
        middle = tag.center().y()
        painter.drawLine(QPointF(max(12.0, self.box.left() - 30), middle), QPointF(tag.left(), middle))
        painter.setBrush(QColor(LIGHT.attention_tint))
        painter.drawRoundedRect(tag, 4, 4)
        paint_icon(painter, QRectF(tag.left() + 7, tag.top(), 12, tag.height()), "scissors", tone)
        painter.setFont(self._font)
        painter.setPen(tone)
        painter.drawText(tag.adjusted(25, 0, -4, 0), int(Qt.AlignmentFlag.AlignVCenter), self.wish.split)
