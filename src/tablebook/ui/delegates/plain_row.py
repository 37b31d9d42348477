"""A plain row of words or a cell of a table: room around the words, quiet ground when chosen, an ink bar."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tablebook.ui.delegates.wrapped import paint_wrapped, wrapped_height
from tablebook.ui.kit.painting import text_width
from tablebook.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex


class PlainDelegate(QStyledItemDelegate):
    """`left` and `right` are the room beside the words at 100 %; `bar` draws the ink bar at the row's left edge."""

    def __init__(self, parent: object, left: int = 16, right: int = 12, bar: bool = True) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._left, self._right, self._bar = left, right, bar

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """32 high for one line, and as wide as the words."""
        px = theme().px
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        width = round(max((text_width(line, "body") for line in text.split("\n")), default=0)) + 1
        lines = text.count("\n")
        return QSize(width + px(self._left) + px(self._right), px(32) + lines * px(17))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, bar, words in the middle of the height."""
        px, rect = theme().px, QRectF(option.rect)
        painter.save()
        self.paint_ground(painter, option, index)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        room = rect.adjusted(px(self._left), 0, -px(self._right), 0)
        height = wrapped_height(text, "body", room.width())
        room.setTop(rect.top() + max(0.0, (rect.height() - height) / 2))
        paint_wrapped(painter, room, text, "body")
        painter.restore()

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The quiet ground and the ink bar of a row that is chosen."""
        px, rect = theme().px, QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme().color("hover"))
            if self._bar or index.column() == 0:
                painter.fillRect(
                    QRectF(rect.left(), rect.top() + px(6), px(3), rect.height() - px(12)), theme().color("ink")
                )
