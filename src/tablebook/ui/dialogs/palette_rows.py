"""The list of the palette: heads with a count, and rows with the typed letters bold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tablebook.jobs.palette_search import ARTICLES, COMMANDS, PASSES, SAID, Group, Target
from tablebook.ui import words
from tablebook.ui.kit.chip import ChipLook, chip_size, paint_chip
from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.key_cap import key_cap_size, paint_key_cap
from tablebook.ui.kit.painting import box, line_of_text, text_width
from tablebook.ui.kit.party import paint_party_mark, party_role
from tablebook.ui.theme import theme

HEADS = {
    ARTICLES: "Articles and sections",
    COMMANDS: "Commands",
    PASSES: "Passes and TAs",
    SAID: "Words said",
}
ROW = Qt.ItemDataRole.UserRole + 1
HEAD_PX, ROW_PX = 28, 34
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """A head (no target) or something to go to."""

    text: str
    count: int = 0
    target: Target | None = None
    spans: tuple[tuple[int, int], ...] = ()


def rows_of(groups: Sequence[Group], typed: bool) -> tuple[Row, ...]:
    """Heads and rows in order."""
    rows: list[Row] = []
    for group in groups:
        head = "With us" if group.name == ARTICLES and not typed else HEADS[group.name]
        rows.append(Row(head, group.count))
        rows.extend(Row(found.target.words, 0, found.target, found.spans) for found in group.found)
    return tuple(rows)


class _Rows(QAbstractListModel):
    """The rows as Qt asks for them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, or its words."""
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            aside = row.target.aside if row.target else f"{row.count}"
            return f"{row.text}, {aside}".rstrip(", ")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads are not chosen."""
        if self.rows[index.row()].target is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Painter(QStyledItemDelegate):
    """Draws heads and rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A head is lower than a row."""
        row: Row = index.data(ROW)
        return QSize(theme().px(100), theme().px(ROW_PX if row.target else HEAD_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line: icon, words with the typed letters bold, and what stands at the right."""
        row: Row = index.data(ROW)
        px = theme().px
        rect = QRectF(option.rect)
        if row.target is None:
            inside = rect.adjusted(px(20), px(4), -px(20), 0)
            line_of_text(painter, inside, row.text, "small_strong", "secondary")
            line_of_text(painter, inside, str(row.count), "small", "secondary", Qt.AlignmentFlag.AlignRight)
            return
        view = option.widget
        current = isinstance(view, QListView) and view.currentIndex() == index
        if current:
            box(painter, rect.adjusted(px(8), 0, -px(8), 0), px(6), "hover", "strong")
        inside = rect.adjusted(px(20), 0, -px(20), 0)
        spot = QRectF(inside.left(), inside.top(), px(16), inside.height())
        if row.target.group == PASSES and row.target.side in ("union", "employer"):
            mark = QRectF(spot.left(), spot.center().y() - px(8), px(16), px(16))
            paint_party_mark(painter, mark, row.target.side)
        else:
            paint_icon(
                painter, spot, row.target.icon or "file-text", "private" if row.target.state == "plan" else "text"
            )
        right = self._aside(painter, inside, row.target, current)
        self._words(painter, inside.adjusted(px(28), 0, -right - px(12), 0), row)

    @staticmethod
    def _aside(painter: QPainter, rect: QRectF, target: Target, current: bool) -> float:
        """What stands at the right; gives back its width."""
        px = theme().px
        right = rect.right()
        if current:
            size = key_cap_size("Enter")
            right -= size.width()
            paint_key_cap(painter, QPointF(right, rect.center().y() - size.height() / 2), "Enter")
            right -= px(8)
        if target.group == COMMANDS and target.aside:
            size = key_cap_size(target.aside)
            right -= size.width()
            paint_key_cap(painter, QPointF(right, rect.center().y() - size.height() / 2), target.aside)
            return rect.right() - right
        if target.group == ARTICLES and target.state:
            if target.label:
                width = text_width(target.label, "small_strong")
                right -= width
                spot = QRectF(right, rect.top(), width + 2, rect.height())
                line_of_text(painter, spot, target.label, "small_strong", party_role(target.side))
                right -= px(8)
            word = words.of(words.STATES, target.state)
            look = ChipLook(word.text, word.icon, word.tone)
            size = chip_size(look)
            right -= size.width()
            paint_chip(painter, QPointF(right, rect.center().y() - size.height() / 2), look)
            return rect.right() - right
        width = text_width(target.aside, "small")
        line_of_text(
            painter, QRectF(right - width, rect.top(), width + 2, rect.height()), target.aside, "small", "secondary"
        )
        return rect.right() - right + width

    @staticmethod
    def _words(painter: QPainter, rect: QRectF, row: Row) -> None:
        """The words piece by piece, the typed letters bold; what has no room ends in dots."""
        left, at = rect.left(), 0
        pieces: list[tuple[str, str]] = []
        for start, end in row.spans:
            pieces += [(row.text[at:start], "body"), (row.text[start:end], "body_bold")]
            at = end
        pieces.append((row.text[at:], "body"))
        for text, style in pieces:
            room = rect.right() - left
            if not text or room <= 0:
                continue
            shown = theme().metrics(style).elidedText(text, Qt.TextElideMode.ElideRight, room)
            left += line_of_text(painter, QRectF(left, rect.top(), room, rect.height()), shown, style)
            if shown != text:
                return


class PaletteList(QListView):
    """Moves over heads. `chosen` with the row that was pressed."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Painter(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListView { background: transparent; }")
        self.setAccessibleName("What was found")
        self.clicked.connect(lambda index: self._press(index.row()))

    def show_rows(self, rows: tuple[Row, ...], typed: str) -> None:
        """Show these, the first of them chosen; without any, say so."""
        self._rows.beginResetModel()
        self._rows.rows = rows or (Row(f"Nothing is called “{typed}”. Esc goes back."),)
        self._rows.endResetModel()
        first = next((at for at, row in enumerate(rows) if row.target is not None), -1)
        if first >= 0:
            self.setCurrentIndex(self._rows.index(first))
        self.viewport().update()

    @property
    def shown(self) -> tuple[Row, ...]:
        """The rows that stand there."""
        return self._rows.rows

    @property
    def row(self) -> Row | None:
        """The chosen row."""
        at = self.currentIndex().row()
        row = self._rows.rows[at] if 0 <= at < len(self._rows.rows) else None
        return row if row is not None and row.target is not None else None

    def step(self, by: int) -> None:
        """Up or down, over heads; round at the ends."""
        places = [at for at, row in enumerate(self._rows.rows) if row.target is not None]
        if not places:
            return
        now = self.currentIndex().row()
        at = places.index(now) if now in places else 0
        self.setCurrentIndex(self._rows.index(places[(at + by) % len(places)]))
        self.viewport().update()

    def wanted_height(self) -> int:
        """So that all rows stand there."""
        px = theme().px
        return sum(px(ROW_PX if row.target else HEAD_PX) for row in self._rows.rows) + px(10)

    def _press(self, at: int) -> None:
        row = self._rows.rows[at]
        if row.target is not None:
            self.chosen.emit(row)
