"""The words of one unit as they were read, line by line: one is chosen to split before it, a table to be typed in."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tablebook.domain.contract import Article
from tablebook.domain.text import Block, BlockKind
from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.painting import box, line_of_text
from tablebook.ui.outline.ways import Way
from tablebook.ui.theme import theme

BLOCK = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
BAND, GAP, EDGE, INDENT = 44, 10, 28, 24
WIDEST = 660


class LinesModel(QAbstractListModel):
    """The blocks of a unit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.blocks: tuple[Block, ...] = ()

    def show_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self.blocks = blocks
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many blocks there are."""
        return 0 if parent.isValid() else len(self.blocks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The block itself, or its printed words."""
        block = self.blocks[index.row()]
        if role == BLOCK:
            return block
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"Table, {len(block.rows)} rows" if block.kind is BlockKind.TABLE else block.printed
        return None


def _style(block: Block) -> str:
    return "section_head" if block.kind is BlockKind.HEADING or (block.section and len(block.text) < 80) else "contract"


class LineDelegate(QStyledItemDelegate):
    """Paints a paragraph with its label, a heading, or a table as a grid."""

    way: Way | None = None

    def _room(self, view: QWidget | None) -> float:
        px = theme().px
        width = view.viewport().width() if isinstance(view, QListView) else px(600)
        return float(min(width, px(WIDEST)) - 2 * px(EDGE))

    def _laid(self, block: Block, width: float) -> QTextLayout:
        layout = QTextLayout(block.printed, theme().font(_style(block)))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y, leading = 0.0, theme().px(24)
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 40))
            line.setPosition(line.position() + type(line.position())(0, y))
            y += leading
        layout.endLayout()
        return layout

    def _indent(self, block: Block) -> float:
        return float(theme().px(INDENT) * min(block.level, 4)) if block.kind is BlockKind.PARAGRAPH else 0.0

    def _cells(self, block: Block, width: float) -> tuple[float, float]:
        """Width of a column and height of a row; no column is too small to be read."""
        columns = max((len(row) for row in block.rows), default=1)
        return max((width - 2) / columns, float(theme().px(34))), float(theme().px(24))

    def proposed(self, row: int) -> bool:
        """Whether something is proposed to begin at this line."""
        return self.way is not None and self.way.act == "split" and self.way.block == row

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As tall as the words need at this width."""
        block: Block = index.data(BLOCK)
        px = theme().px
        width = self._room(option.widget)
        band = px(BAND + 8) if self.proposed(index.row()) else 0
        if block.kind is BlockKind.TABLE:
            return QSize(px(200), round(self._cells(block, width)[1] * len(block.rows)) + px(GAP) + band)
        lines = self._laid(block, width - self._indent(block)).lineCount()
        return QSize(px(200), lines * px(24) + px(GAP) + band)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line, framed when it has the keyboard, tinted when something is proposed here."""
        block: Block = index.data(BLOCK)
        view = option.widget
        px = theme().px
        width = self._room(view)
        rect = QRectF(option.rect)
        rect.setWidth(width + 2 * px(EDGE))
        proposed = self.proposed(index.row())
        if proposed:
            self._band(painter, rect)
            rect.setTop(rect.top() + px(BAND + 8))
        inside = rect.adjusted(px(EDGE - 12), 0, -px(EDGE - 12), -px(2))
        if proposed:
            box(painter, inside, px(6), "attention_tint")
        if isinstance(view, QListView) and view.currentIndex() == index:
            box(painter, inside, px(6), "", "ink" if view.hasFocus() else "strong", 2 if view.hasFocus() else 1)
        at = rect.topLeft()
        at.setX(at.x() + px(EDGE))
        at.setY(at.y() + px(3))
        if block.kind is BlockKind.TABLE:
            self._paint_table(painter, QRectF(at.x(), at.y(), width, rect.height()), block)
            return
        indent = self._indent(block)
        at.setX(at.x() + indent)
        painter.setPen(theme().color("text"))
        self._laid(block, width - indent).draw(painter, at)

    def _band(self, painter: QPainter, rect: QRectF) -> None:
        px = theme().px
        band = QRectF(rect.left() + px(EDGE - 12), rect.top(), rect.width() - 2 * px(EDGE - 12), px(BAND))
        box(painter, band, px(8), "attention_tint", "attention", 1.5)
        paint_icon(painter, QRectF(band.left() + px(14), band.top(), px(16), band.height()), "scissors", "attention")
        words = self.way.words if self.way else ""
        line_of_text(painter, band.adjusted(px(40), 0, 0, 0), words, "body_bold", "attention")
        line_of_text(painter, band.adjusted(0, 0, -px(14), 0), "Enter splits", "small_medium", "attention",
                     Qt.AlignmentFlag.AlignRight)  # fmt: skip

    def _paint_table(self, painter: QPainter, rect: QRectF, block: Block) -> None:
        column, height = self._cells(block, rect.width())
        px = theme().px
        painter.save()
        painter.setClipRect(rect)
        for y, row in enumerate(block.rows):
            for x, cell in enumerate(row):
                spot = QRectF(rect.left() + x * column, rect.top() + y * height, column, height)
                painter.setPen(theme().color("strong"))
                painter.drawRect(spot)
                words = theme().metrics("small_tabular").elidedText(cell, Qt.TextElideMode.ElideRight, column - px(8))
                line_of_text(painter, spot.adjusted(px(4), 0, 0, 0), words, "small_tabular")
        painter.restore()


class WordsView(QListView):
    """Up and Down choose a line. Enter takes what is proposed, or opens a table to be typed in."""

    line_moved = Signal(int)
    taken = Signal()
    table_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LinesModel(self)
        self.painter_of_lines = LineDelegate(self)
        self.setModel(self.lines)
        self.setItemDelegate(self.painter_of_lines)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName("Words as read")
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        theme().changed.connect(self.doItemsLayout)

    def show_unit(self, unit: Article, way: Way | None, line: int = -1) -> None:
        """Show the words of a unit, with what is proposed in it."""
        self.painter_of_lines.way = way
        keep = line if line >= 0 else way.block if way and way.block >= 0 else -1
        self.blockSignals(True)
        self.lines.show_blocks(unit.blocks)
        if 0 <= keep < len(unit.blocks):
            self.setCurrentIndex(self.lines.index(keep))
            self.scrollTo(self.currentIndex(), QListView.ScrollHint.PositionAtCenter)
        self.blockSignals(False)
        self.viewport().update()

    @property
    def line(self) -> int:
        """The chosen line; -1 where none is."""
        return self.currentIndex().row()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which line is chosen."""
        super().currentChanged(current, previous)
        if not self.signalsBlocked():
            self.line_moved.emit(current.row())

    def _open(self, row: int) -> None:
        if 0 <= row < len(self.lines.blocks) and self.lines.blocks[row].kind is BlockKind.TABLE:
            self.table_asked.emit(row)
        else:
            self.taken.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters belong to the review."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.line)
        elif (
            (event.text() and event.text().isprintable())
            or event.key() in (Qt.Key.Key_F2, Qt.Key.Key_F3)
            or event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier)
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
