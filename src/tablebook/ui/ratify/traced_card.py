"""The card under the others: each agreed text with what the assembled agreement has of it, differences first."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QSizePolicy,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tablebook.domain.negotiation import Negotiation
from tablebook.jobs.ratification_view import RatificationView
from tablebook.ui.delegates.plain_row import PlainDelegate
from tablebook.ui.delegates.wrapped import paint_wrapped, wrapped_height
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.card import Card
from tablebook.ui.kit.flow import Flow
from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.party import paint_pass_label
from tablebook.ui.kit.scroll import ScrollArea
from tablebook.ui.kit.segmented import Segmented
from tablebook.ui.kit.spacing import space
from tablebook.ui.models.traced import HEADS, LAST, PASS, ROW, Standing, Traced, TracedModel, traced_rows
from tablebook.ui.theme import theme

ALL, DIFFERS = "all", "differs"
INSET = 10


MARKS = {Standing.SAME: ("circle-check", "ta"), Standing.DIFFERS: ("circle-alert", "problem")}


class RowDelegate(PlainDelegate):
    """A cell that needs a second line makes its row higher. A pass has its party's mark, the last cell its icon."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The words of a cell, with the mark before them where it has one; a line under the row."""
        px, rect, text = theme().px, QRectF(option.rect), str(index.data())
        row = index.data(ROW)
        mark = MARKS.get(row.standing) if index.column() == LAST else None
        if index.column() == PASS and row.holds:
            self.paint_ground(painter, option, index)
            paint_pass_label(painter, rect.adjusted(px(INSET), 0, 0, 0), row.party, text, "body_medium")
        elif mark is not None:
            self.paint_ground(painter, option, index)
            size = px(16)
            top = rect.top() + (rect.height() - size) / 2
            paint_icon(painter, QRectF(rect.left() + px(INSET), top, size, size), *mark)
            room = rect.adjusted(px(INSET + 22), 0, -px(12), 0)
            room.setTop(rect.top() + max(0.0, (rect.height() - wrapped_height(text, "body", room.width())) / 2))
            paint_wrapped(painter, room, text, "body", mark[1])
        else:
            super().paint(painter, option, index)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme().color("line"))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as the words and their mark, as high as they are in their column."""
        hint = super().sizeHint(option, index)
        table = self.parent()
        if not isinstance(table, QTableView):
            return hint
        px = theme().px
        mark = {LAST: px(22), PASS: px(13)}.get(index.column(), 0)
        room = table.columnWidth(index.column()) - px(22) - (mark if index.column() == LAST else 0)
        high = round(wrapped_height(str(index.data()), "body", room)) + px(15)
        return QSize(hint.width() + mark, max(px(32), high))


class TracedCard(Card):
    """``gone`` names an article to go to, ``paper`` a TA whose signed paper is wanted, ``asked`` what else is:
    "dispute", "assemble" or "proof"."""

    gone = Signal(str)
    paper = Signal(str)
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(18 - INSET, 12, 18 - INSET, 8), spacing=6, parent=parent)
        self.model = TracedModel(self)
        self.switch = Segmented([(DIFFERS, "Differs 0"), (ALL, "All 0")], ALL, name="Which texts")
        self._buttons: list[Button] = []
        top = QWidget()
        head = space(Flow(top), spacing=8)
        head.addWidget(Label("Traced to signed TAs", "panel_title"))
        head.at_end()
        for key, said, icon in (
            ("dispute", "Dispute the words", "hand"),
            ("assemble", "Save the agreement", "download"),
            ("proof", "Prove a final contract", "shield-check"),
        ):
            button = Button(said, icon, size=28)
            button.clicked.connect(lambda _=False, key=key: self.asked.emit(key))
            head.addWidget(button)
            self._buttons.append(button)
        head.addWidget(self.switch)
        inside = QWidget()
        column = space(QVBoxLayout(inside), spacing=6)
        around = space(QVBoxLayout(), (INSET, 0, INSET, 0))
        around.addWidget(top)
        column.addLayout(around)
        self.table = self._make_table()
        self.empty = Label("No TA has been signed. F7 on an article records one.", "body", "secondary", wrap=True)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        self.body.addWidget(ScrollArea(inside), 1)
        self.switch.changed.connect(lambda key: self.model.apply(self.model.all, key == DIFFERS))
        self.table.activated.connect(lambda index: self.gone.emit(self.model.rows[index.row()].article))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu_at)
        self.table.installEventFilter(self)
        theme().changed.connect(self._measure)
        self._measure()

    def stops(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        return [*self._buttons, *self.switch.segments(), self.table]

    @property
    def agreement(self) -> str:
        """The TA of the row that is chosen."""
        at = self.table.currentIndex().row()
        return self.model.rows[at].agreement if 0 <= at < len(self.model.rows) else ""

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName("Traced to signed TAs")
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # it scrolls itself
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setItemDelegate(RowDelegate(table, left=INSET, bar=False))
        for column in range(len(HEADS)):
            wide = column in (0, len(HEADS) - 1)
            mode = QHeaderView.ResizeMode.Stretch if wide else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, mode)
        header.sectionResized.connect(lambda *_: table.resizeRowsToContents())
        return table

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space opens the menu of the row; Enter goes to its article."""
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Space and self.table.currentIndex().isValid():
                self._menu_at(self.table.visualRect(self.table.currentIndex()).bottomLeft())
                return True
        return super().eventFilter(watched, event)

    def _menu_at(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        row = self.table.currentIndex() if not index.isValid() else index
        if row.isValid():
            self.menu_of(self.model.rows[row.row()]).popup(self.table.viewport().mapToGlobal(at))

    def menu_of(self, row: Traced) -> QMenu:
        """What can be done with a row."""
        menu = QMenu(self.table)
        menu.setToolTipsVisible(True)
        article = menu.addAction("Go to the article\tEnter")
        article.triggered.connect(lambda: self.gone.emit(row.article))
        paper = menu.addAction("Show the signed paper")
        paper.setEnabled(row.papers > 0)
        paper.setToolTip("" if row.papers else f"No signed paper is kept with {row.agreement}.")
        paper.triggered.connect(lambda: self.paper.emit(row.agreement))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _measure(self) -> None:
        self.table.verticalHeader().setMinimumSectionSize(theme().px(32))
        self.table.setMinimumHeight(theme().px(100))
        self.table.horizontalHeader().setFont(theme().font("small_strong"))

    def show_state(self, state: Negotiation, today: date, view: RatificationView | None) -> None:
        """Show the rows; without a view the assembled text is still being looked at."""
        rows = traced_rows(state, today, view.traced if view else ())
        differing = sum(row.differs for row in rows)
        self.switch.set_text(DIFFERS, f"Differs {differing}")
        self.switch.set_text(ALL, f"All {len(rows)}")
        self.model.apply(rows, self.switch.value == DIFFERS)
        self.empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
