"""How a row of the history is painted: time, what stands on the spine, who, kind, words, places, entry number."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tablebook.ui.delegates.wrapped import paint_wrapped, wrapped_height
from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.key_cap import key_cap_size, paint_key_cap
from tablebook.ui.kit.painting import box, line_of_text, text_width
from tablebook.ui.kit.party import paint_party_mark, party_role
from tablebook.ui.models.history import ROW, HistoryRow
from tablebook.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
TIME, SPINE, LEFT, RIGHT = 32, 92, 118, 24


class HistoryDelegate(QStyledItemDelegate):
    """Heads 36 high; rows as high as their words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The room a row takes at the list's present width."""
        row: HistoryRow = index.data(ROW)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        if row.head:
            return QSize(width, theme().px(38))
        return QSize(width, round(theme().px(36) + _height(row, width)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A head, or an entry."""
        row: HistoryRow = index.data(ROW)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.head:
            _paint_head(painter, rect, row)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            _paint_ground(painter, rect, chosen, bool(option.state & QStyle.StateFlag.State_HasFocus))
            _paint_spine(painter, rect, row, index)
            _paint_entry(painter, rect, row)
        painter.restore()


def _style(row: HistoryRow) -> str:
    return "words" if row.exact else "body"


def _height(row: HistoryRow, width: float) -> float:
    return wrapped_height(row.words, _style(row), width - theme().px(LEFT) - theme().px(RIGHT)) if row.text else 0


def _paint_head(painter: QPainter, rect: QRectF, row: HistoryRow) -> None:
    px = theme().px
    left = rect.left() + px(24)
    used = line_of_text(
        painter, QRectF(left, rect.top(), rect.width(), rect.height()), row.head, "small_strong", "secondary"
    )
    painter.setPen(QPen(theme().color("line"), 1))
    middle = round(rect.center().y()) + 0.5
    painter.drawLine(QPointF(left + used + px(10), middle), QPointF(rect.right() - px(18), middle))


def _paint_ground(painter: QPainter, rect: QRectF, chosen: bool, focus: bool) -> None:
    if not chosen:
        return
    px = theme().px
    inner = rect.adjusted(px(8), px(1), -px(12), -px(1))
    box(painter, inner, px(8), "window", "strong")
    painter.fillRect(QRectF(inner.left(), inner.top() + px(8), px(3), inner.height() - px(16)), theme().color("ink"))
    if focus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color("ink"), 2))
        painter.drawRoundedRect(inner, px(8), px(8))


def _paint_spine(painter: QPainter, rect: QRectF, row: HistoryRow, index: Index) -> None:
    px = theme().px
    x, y = rect.left() + px(SPINE), rect.top() + px(20)
    painter.setPen(QPen(theme().color("strong"), 1))
    after = index.sibling(index.row() + 1, 0)
    end = rect.bottom() if after.isValid() and not after.data(ROW).head else y
    before = index.sibling(index.row() - 1, 0)
    start = rect.top() if before.isValid() and not before.data(ROW).head else y
    gap = px(10) if row.mark != "note" else px(6)
    for top, bottom in ((start, y - gap), (y + gap, end)):
        if bottom > top:
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
    size = px(16) if row.mark != "note" else px(9)
    spot = QRectF(x - size / 2, y - size / 2, size, size)
    if row.mark in ("pass", "note") and row.side:
        paint_party_mark(painter, spot, row.side, letter=row.mark == "pass")
    elif row.mark == "note":
        box(painter, spot, size / 2, "control")
    else:
        icon = {"ta": "circle-check", "paper": "paperclip", "other": "file-text"}.get(row.mark, row.mark)
        paint_icon(painter, spot, icon, "ta" if row.mark == "ta" else "secondary")


def _paint_entry(painter: QPainter, rect: QRectF, row: HistoryRow) -> None:
    px = theme().px
    head = QRectF(rect.left(), rect.top() + px(10), rect.width(), px(20))
    line_of_text(painter, head.adjusted(px(TIME), 0, 0, 0), row.time, "small_tabular", "tertiary")
    right = rect.right() - px(RIGHT)
    number = str(row.number) if row.number else ""
    spot = QRectF(right - px(40), head.top(), px(40), head.height())
    line_of_text(painter, spot, number, "small_tabular", "tertiary",
                 Qt.AlignmentFlag.AlignRight)  # fmt: skip
    right -= text_width(number, "small_tabular") + px(10)
    for place in reversed(row.places):
        right -= key_cap_size(place).width()
        paint_key_cap(painter, QPointF(right, head.top() + px(1.5)), place)
        right -= px(4)
    left = rect.left() + px(LEFT)
    role = row.tone if row.tone == "ta" else party_role(row.side) if row.side else "text"
    left += line_of_text(painter, head.adjusted(px(LEFT), 0, 0, 0), row.title, "body_bold", role) + px(8)
    tone = "attention" if row.tone == "attention" else "secondary"
    kind = theme().metrics("small_medium").elidedText(row.kind, Qt.TextElideMode.ElideRight, max(0, right - left))
    if len(kind) > 1:  # dots alone say nothing
        line_of_text(painter, QRectF(left, head.top(), right - left, head.height()), kind, "small_medium", tone)
    if row.text:
        words = QRectF(rect.left() + px(LEFT), head.bottom(), rect.width() - px(LEFT) - px(RIGHT), rect.height())
        paint_wrapped(painter, words, row.words, _style(row))
