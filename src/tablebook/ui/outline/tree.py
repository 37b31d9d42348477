"""The outline as a tree: number, title, and one amber word where something is in doubt."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.painting import box, line_of_text, text_width
from tablebook.ui.outline.rows import OutlineRow
from tablebook.ui.theme import theme

ROW = Qt.ItemDataRole.UserRole + 1
HEIGHT, NARROW = 30, 320
Index = QModelIndex | QPersistentModelIndex


class OutlineModel(QStandardItemModel):
    """Rows of two levels, made anew after every step."""

    def show_rows(self, rows: Sequence[OutlineRow]) -> None:
        """Show these rows and their sections."""
        self.clear()
        for row in rows:
            item = _made(row)
            item.appendRows([_made(child) for child in row.children])
            self.appendRow(item)


def _made(row: OutlineRow) -> QStandardItem:
    item = QStandardItem(row.title)
    item.setData(row, ROW)
    item.setEditable(False)
    item.setData(row.spoken, Qt.ItemDataRole.AccessibleTextRole)
    return item


class OutlineDelegate(QStyledItemDelegate):
    """Paints a row: chevron, number, title, the word of doubt. A proposed row is dashed amber."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """30 high; a long title takes a second line."""
        row: OutlineRow = index.data(ROW)
        px = theme().px
        view = option.widget
        room = (
            (view.viewport().width() if isinstance(view, QTreeView) else px(280))
            - self._left(row, view)
            - self._right(row)
        )
        metrics = theme().metrics(self._style(row))
        words = metrics.boundingRect(QRectF(0, 0, max(room, px(60)), 10000), int(Qt.TextFlag.TextWordWrap), row.title)
        return QSize(px(120), max(px(HEIGHT), round(words.height()) + px(12)))

    @staticmethod
    def _style(row: OutlineRow) -> str:
        return {"unit": "body_medium", "section": "body", "fold": "small_medium"}[row.kind]

    @staticmethod
    def _left(row: OutlineRow, view: QWidget | None) -> int:
        narrow = view is not None and view.width() < theme().px(NARROW)
        return theme().px({"unit": 68, "section": 84 if narrow else 108, "fold": 38}[row.kind])

    @staticmethod
    def _right(row: OutlineRow) -> int:
        px = theme().px
        return px(16) + (round(text_width(row.word, "small_strong")) + px(30) if row.word else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row over the whole width."""
        row: OutlineRow = index.data(ROW)
        view = option.widget
        if not isinstance(view, OutlineTree):
            return
        px = theme().px
        rect = QRectF(0, option.rect.top(), view.viewport().width(), option.rect.height())
        self._ground(painter, rect, row, view, index)
        if row.kind == "unit" and row.children:
            name = "chevron-down" if view.isExpanded(index) else "chevron-right"
            paint_icon(painter, QRectF(px(17), rect.top(), px(14), rect.height()), name, "secondary")
        if row.kind == "fold":
            paint_icon(painter, QRectF(px(17), rect.top(), px(14), rect.height()), "chevrons-up-down", "tertiary")
        left, right = self._left(row, view), self._right(row)
        role = "attention" if row.proposed else "secondary" if row.kind == "fold" else "text"
        number = QRectF(0, rect.top(), left - px(10), rect.height())
        line_of_text(painter, number, row.number, "body", "secondary", Qt.AlignmentFlag.AlignRight)
        painter.setFont(theme().font(self._style(row)))
        painter.setPen(theme().color(role))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        painter.drawText(rect.adjusted(left, 0, -right, 0), flags, row.title)
        if row.word:
            self._word(painter, rect, row)

    @staticmethod
    def _ground(painter: QPainter, rect: QRectF, row: OutlineRow, view: OutlineTree, index: Index) -> None:
        px = theme().px
        inside = rect.adjusted(px(8), 1, -px(8), -1)
        current = view.currentIndex() == index
        if row.proposed:
            box(painter, inside, px(6), "attention_tint", "attention", 1.5, dashed=True)
        elif current:
            box(painter, inside, px(6), "page", "strong")
        if row.chosen:
            painter.fillRect(QRectF(inside.left(), inside.top() + px(5), px(3), inside.height() - px(10)),
                             theme().color("ink"))  # fmt: skip
        if current and view.hasFocus():
            box(painter, inside.adjusted(-1, 0, 1, 0), px(6), "", "ink", 2)

    @staticmethod
    def _word(painter: QPainter, rect: QRectF, row: OutlineRow) -> None:
        px = theme().px
        icon = QRectF(rect.right() - px(34), rect.top(), px(16), rect.height())
        paint_icon(painter, icon, row.icon or "circle-alert", "attention")
        words = QRectF(rect.left(), rect.top(), rect.width() - px(40), rect.height())
        line_of_text(painter, words, row.word, "small_strong", "attention", Qt.AlignmentFlag.AlignRight)


class OutlineTree(QTreeView):
    """Arrows move and fold; letters are acts of the review and pass through."""

    moved = Signal(object)
    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = OutlineModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(OutlineDelegate(self))
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(False)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Outline")
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet(
            "QTreeView { background: transparent; } QTreeView::item, QTreeView::branch { border: none; }"
        )
        self.clicked.connect(self._pressed)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def _pressed(self, index: QModelIndex) -> None:
        row: OutlineRow = index.data(ROW)
        if row.kind == "fold":
            self.taken.emit()
        elif (
            row.kind == "unit"
            and self.visualRect(index).left() + theme().px(40)
            > self.mapFromGlobal(self.cursor().pos()).x() - self.viewport().x()
        ):
            self.setExpanded(index, not self.isExpanded(index))

    def show_rows(self, rows: Sequence[OutlineRow], open_units: set[int], current: tuple[int, int]) -> None:
        """Show rows; ``current`` is (unit, block) of the row that has the keyboard."""
        self.blockSignals(True)
        self.rows.show_rows(rows)
        wanted = QModelIndex()
        for at in range(self.rows.rowCount()):
            top = self.rows.index(at, 0)
            row: OutlineRow = top.data(ROW)
            if row.position in open_units and row.kind == "unit":
                self.setExpanded(top, True)
            if row.position == current[0] and row.kind == "unit":
                wanted = top
                for under in range(self.rows.rowCount(top)):
                    child = self.rows.index(under, 0, top)
                    if child.data(ROW).block == current[1] >= 0 and not child.data(ROW).proposed:
                        wanted = child
        self.setCurrentIndex(wanted if wanted.isValid() else self.rows.index(0, 0))
        self.blockSignals(False)
        self.scrollTo(self.currentIndex())
        self.viewport().update()

    def doItemsLayout(self) -> None:
        """Titles that wrap anew do not push the row with the keyboard out of sight."""
        super().doItemsLayout()
        self.scrollTo(self.currentIndex())

    @property
    def row(self) -> OutlineRow | None:
        """The row that has the keyboard."""
        found = self.currentIndex().data(ROW)
        return found if isinstance(found, OutlineRow) else None

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is looked at now."""
        super().currentChanged(current, previous)
        if not self.signalsBlocked() and isinstance(current.data(ROW), OutlineRow):
            self.moved.emit(current.data(ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is proposed; a letter belongs to the review, not to a search by first letter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.taken.emit()
        elif (
            (event.text().isprintable() and event.text())
            or event.key() in (Qt.Key.Key_F2, Qt.Key.Key_F3)
            or event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier)
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        """Titles wrap anew."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.scheduleDelayedItemsLayout()
