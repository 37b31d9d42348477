"""How a row of the session's feed is painted: time, party mark, speaker, kind, place, words; or a divider."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tablebook.ui.delegates.wrapped import paint_wrapped, wrapped_height
from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.key_cap import key_cap_size, paint_key_cap
from tablebook.ui.kit.painting import box, line_of_text, text_width
from tablebook.ui.kit.party import paint_party_mark, party_role
from tablebook.ui.models.feed import ROW, FeedRow
from tablebook.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
LEFT, MARK, TEXT, RIGHT = 16, 60, 83, 16


def _style(row: FeedRow) -> str:
    return "words" if row.sign == "exact" else "body"


def _text_left(row: FeedRow) -> int:
    return theme().px(61 if row.private else TEXT)


def _text_height(row: FeedRow, width: float) -> float:
    return wrapped_height(row.words, _style(row), width - _text_left(row) - theme().px(RIGHT))


class FeedDelegate(QStyledItemDelegate):
    """Rows grow with their words; nothing is cut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The room a row takes at the list's present width."""
        row: FeedRow = index.data(ROW)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        if row.divider:
            return QSize(width, theme().px(28))
        return QSize(width, round(theme().px(20) + _text_height(row, width) + theme().px(13)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A divider, or a note."""
        row: FeedRow = index.data(ROW)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected and option.state & QStyle.StateFlag.State_HasFocus:
            inner = rect.adjusted(theme().px(6), 1, -theme().px(6), -theme().px(4))
            box(painter, inner, theme().px(6), "hover")
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().color("ink"), 2))
            painter.drawRoundedRect(inner, theme().px(6), theme().px(6))
        (_paint_divider if row.divider else _paint_note)(painter, rect, row)
        painter.restore()


def _paint_divider(painter: QPainter, rect: QRectF, row: FeedRow) -> None:
    px = theme().px
    line_of_text(painter, rect.adjusted(px(LEFT), 0, 0, 0), row.time, "small_tabular", "tertiary")
    left, right = rect.left() + px(61), rect.right() - px(RIGHT)
    icon = px(14) + px(6) if row.icon else 0
    room = right - left - icon - px(20)
    text = theme().metrics("small").elidedText(row.text, Qt.TextElideMode.ElideRight, room)
    width = text_width(text, "small") + icon
    start = left + (right - left - width) / 2
    painter.setPen(QPen(theme().color("strong"), 1))
    middle = round(rect.center().y()) + 0.5
    for a, b in ((left, start - px(10)), (start + width + px(10), right)):
        if b > a:
            painter.drawLine(QPointF(a, middle), QPointF(b, middle))
    if row.icon:
        paint_icon(painter, QRectF(start, rect.top(), px(14), rect.height()), row.icon, "secondary")
    line_of_text(painter, QRectF(start + icon, rect.top(), room + px(4), rect.height()), text, "small", "secondary")


def _paint_note(painter: QPainter, rect: QRectF, row: FeedRow) -> None:
    px = theme().px
    head = QRectF(rect.left(), rect.top(), rect.width(), px(20))
    line_of_text(painter, head.adjusted(px(LEFT), 0, 0, 0), row.time, "small_tabular", "tertiary")
    if row.side and not row.private:
        mark = QRectF(rect.left() + px(MARK), head.center().y() - px(15) / 2, px(15), px(15))
        paint_party_mark(painter, mark, row.side)
    left = float(_text_left(row))
    right = rect.width() - px(RIGHT)
    if row.place and not row.private:
        right -= key_cap_size(row.place).width()
        paint_key_cap(painter, QPointF(rect.left() + right, head.top() + px(1.5)), row.place)
    role = "private" if row.private else party_role(row.side) if row.side else "secondary"
    left += line_of_text(painter, head.adjusted(left, 0, 0, 0), row.who, "small_strong", role)
    if row.kind and not row.private:
        if row.who:
            left += px(5)
            left += line_of_text(painter, head.adjusted(left, 0, 0, 0), "·", "small_strong", "tertiary") + px(5)
        tone = "attention" if row.sign in ("what-if", "promise") else "secondary"
        room = max(0.0, right - left - px(6))
        kind = theme().metrics("small_medium").elidedText(row.kind, Qt.TextElideMode.ElideRight, room)
        line_of_text(painter, head.adjusted(left, 0, 0, 0), kind, "small_medium", tone)
    words = QRectF(
        rect.left() + _text_left(row), rect.top() + px(20), rect.width() - _text_left(row) - px(RIGHT), rect.height()
    )
    paint_wrapped(painter, words, row.words, _style(row))
