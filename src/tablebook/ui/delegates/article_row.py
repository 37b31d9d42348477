"""How a row of the article list is painted: number, title, state, last label, TA progress."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tablebook.ui.delegates.wrapped import paint_wrapped, wrapped_height
from tablebook.ui.kit.painting import box, line_of_text
from tablebook.ui.kit.party import paint_pass_label
from tablebook.ui.kit.progress import paint_ta_cells
from tablebook.ui.kit.state import paint_state
from tablebook.ui.models.articles import ROW, ArticleRow
from tablebook.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex

HEIGHT, NUMBER_RIGHT, LEFT, RIGHT, EDGE = 50, 42, 54, 14, 8


class ArticleDelegate(QStyledItemDelegate):
    """50 px a row; a title too long for one line wraps and the row grows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The room the row takes at the list's present width."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        row: ArticleRow = index.data(ROW)
        extra = _title_height(row, width) - theme().px(17)
        return QSize(width, theme().px(HEIGHT) + max(0, round(extra)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then the two lines."""
        row: ArticleRow = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        _paint_ground(painter, rect, option)
        _paint_words(painter, rect, row)
        painter.restore()


def _title_style(row: ArticleRow) -> str:
    return "body_bold" if row.state == "with-us" else "body_medium"


def _title_room(width: float) -> float:
    return width - theme().px(LEFT) - theme().px(14)


def _title_height(row: ArticleRow, width: float) -> float:
    return wrapped_height(row.title, _title_style(row), _title_room(width))


def _paint_ground(painter: QPainter, rect: QRectF, option: QStyleOptionViewItem) -> None:
    px = theme().px
    inner = rect.adjusted(px(EDGE), px(1), -px(4), -px(1))
    flag = QStyle.StateFlag
    if option.state & flag.State_Selected:
        box(painter, inner, px(8), "page", "strong")
        bar = QRectF(inner.left(), inner.top() + px(8), px(3), inner.height() - px(16))
        painter.fillRect(bar, theme().color("ink"))
    elif option.state & flag.State_MouseOver:
        box(painter, inner, px(8), "hover")
    if option.state & flag.State_HasFocus and option.state & flag.State_Selected:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color("ink"), 2))
        painter.drawRoundedRect(inner.adjusted(-1, 0, 1, 0), px(9), px(9))


def _paint_words(painter: QPainter, rect: QRectF, row: ArticleRow) -> None:
    px = theme().px
    quiet = "secondary" if row.muted else "text"
    style = _title_style(row)
    line = px(17)
    top = rect.top() + px(6)
    short = len(row.number) < 4
    number = QRectF(rect.left(), top, px(NUMBER_RIGHT if short else LEFT - 4), line)
    style_of_number = "body_tabular" if short else "tag"
    line_of_text(painter, number, row.number, style_of_number, "secondary", Qt.AlignmentFlag.AlignRight)
    height = _title_height(row, rect.width())
    room = QRectF(rect.left() + px(LEFT), top, _title_room(rect.width()), height)
    paint_wrapped(painter, room, row.title, style, quiet)
    second = QRectF(rect.left() + px(LEFT), room.bottom() + px(2), rect.width() - px(LEFT) - px(RIGHT), px(20))
    used = paint_state(painter, second, row.state, row.extra)
    if row.label:
        paint_pass_label(painter, second.adjusted(used + px(8), 0, 0, 0), row.side, row.label)
    if row.total:
        paint_ta_cells(painter, second, row.done, row.total)
