"""A text traced to its signed TA: a row of cells where they have their room, else its words one below the other."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from tablebook.ui.delegates.plain_row import PlainDelegate
from tablebook.ui.delegates.wrapped import paint_wrapped, wrapped_height
from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.painting import text_width
from tablebook.ui.kit.party import paint_party_mark, paint_pass_label
from tablebook.ui.models.traced import LAST, PASS, ROW, Standing, Traced
from tablebook.ui.theme import theme

INSET = 10
ARTICLE, ASSEMBLED = 200, 180
"""The least room at 100 % for the first and the last cell. With less, the words stand one below the other."""
MARKS = {
    Standing.SAME: ("circle-check", "ta", "ta"),
    Standing.DIFFERS: ("circle-alert", "problem", "problem"),
    Standing.LOOKING: ("clock", "tertiary", "text"),
    Standing.REPLACED: ("refresh-cw", "secondary", "text"),
    Standing.REOPENED: ("lock-open", "secondary", "text"),
    Standing.FELL: ("circle-x", "secondary", "text"),
    Standing.WAITS: ("layers", "secondary", "text"),
}
"""The icon of each standing, its colour and that of the words."""
Index = QModelIndex | QPersistentModelIndex


class TracedDelegate(PlainDelegate):
    """A cell that needs a second line makes its row higher. A pass has its party's mark, the last cell its icon.
    While ``stacked``, the first cell holds the words of all."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table, left=INSET, bar=False)
        self._table = table
        self.stacked = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The words of a cell, with the mark before them where it has one; a line under the row."""
        px, rect, row = theme().px, QRectF(option.rect), index.data(ROW)
        if self.stacked:
            self.paint_ground(painter, option, index)
            self._paint_stack(painter, rect, row)
        elif index.column() == PASS and row.holds:
            self.paint_ground(painter, option, index)
            text = str(index.data())
            paint_pass_label(painter, rect.adjusted(px(INSET), 0, 0, 0), row.party, text, "body_medium")
        elif index.column() == LAST:
            self.paint_ground(painter, option, index)
            high = wrapped_height(row.cells[LAST], "body", _words_width(rect.width()))
            self._paint_standing(painter, rect, row, rect.top() + max(0.0, (rect.height() - high) / 2))
        else:
            super().paint(painter, option, index)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme().color("line"))

    def _paint_standing(self, painter: QPainter, rect: QRectF, row: Traced, top: float) -> None:
        px = theme().px
        icon, tone, role = MARKS[row.standing]
        paint_icon(painter, QRectF(rect.left() + px(INSET), top + px(1), px(16), px(16)), icon, tone)
        room = QRectF(rect.left() + px(INSET + 22), top, _words_width(rect.width()), rect.height())
        paint_wrapped(painter, room, row.cells[LAST], "body", role)

    def _paint_stack(self, painter: QPainter, rect: QRectF, row: Traced) -> None:
        px = theme().px
        left, wide, top = rect.left() + px(INSET), rect.width() - 2 * px(INSET), rect.top() + px(8)
        paint_wrapped(painter, QRectF(left, top, wide, rect.height()), row.cells[0], "body_bold")
        top += wrapped_height(row.cells[0], "body_bold", wide)
        if row.holds:
            mark = px(9)
            paint_party_mark(painter, QRectF(left + px(3), top + px(4), mark, mark), row.party, letter=False)
        words = stacked_words(row)
        paint_wrapped(painter, QRectF(left + px(22), top, wide - px(22), rect.height()), words, "body", "secondary")
        top += wrapped_height(words, "body", wide - px(22))
        self._paint_standing(painter, rect, row, top + px(2))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the words and their mark, as high as they are in their column."""
        hint, px = super().sizeHint(option, index), theme().px
        mark = {LAST: px(22), PASS: px(13)}.get(index.column(), 0)
        wide = self._table.columnWidth(index.column())
        if self.stacked:
            return QSize(wide, self._stack_height(wide, index.data(ROW)))
        room = wide - px(22) - (mark if index.column() == LAST else 0)
        high = round(wrapped_height(str(index.data()), "body", room)) + px(15)
        return QSize(hint.width() + mark, max(px(32), high))

    def _stack_height(self, wide: int, row: Traced) -> int:
        px = theme().px
        room = wide - 2 * px(INSET)
        return round(
            wrapped_height(row.cells[0], "body_bold", room)
            + wrapped_height(stacked_words(row), "body", room - px(22))
            + wrapped_height(row.cells[LAST], "body", _words_width(wide))
        ) + px(19)

    def widths(self, room: int) -> list[int]:
        """How wide each cell is in so much room: those between the first and the last as their words are, these two
        share the rest; nothing where the rest is too little for them."""
        model, px = self._table.model(), theme().px
        between = []
        for column in range(1, LAST):
            said = {str(model.index(row, column).data()) for row in range(model.rowCount())}
            mark = px(13) if column == PASS else 0
            own = max((text_width(one, "body_medium") for one in said), default=0) + mark
            head = self._table.horizontalHeader().sectionSizeHint(column)  # the heading with the air around it
            between.append(max(round(own) + px(INSET) + px(12), head))
        rest = room - sum(between)
        if rest < px(ARTICLE) + px(ASSEMBLED):
            return []
        first = max(px(ARTICLE), rest // 2)
        return [first, *between, rest - first]


def stacked_words(row: Traced) -> str:
    """What the cells between the first and the last say, as one line."""
    ta, accepted, signed, by, mark = row.cells[1:LAST]
    return ", ".join(part for part in (accepted, ta, f"signed {signed}", f"by {by}" if by else "", mark) if part)


def _words_width(wide: float) -> float:
    return wide - theme().px(INSET + 22) - theme().px(12)
