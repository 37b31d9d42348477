"""The card under the others: each agreed text with what the assembled agreement has of it, differences first."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QMenu,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tablebook.domain.negotiation import Negotiation
from tablebook.jobs.ratification_view import RatificationView
from tablebook.ui.delegates.traced_row import INSET, TracedDelegate
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.card import Card
from tablebook.ui.kit.flow import Flow
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.scroll import ScrollArea
from tablebook.ui.kit.segmented import Segmented
from tablebook.ui.kit.spacing import space
from tablebook.ui.models.traced import HEADS, Traced, TracedModel, traced_rows
from tablebook.ui.theme import theme

ALL, DIFFERS = "all", "differs"


class TracedCard(Card):
    """``gone`` names an article to go to, ``paper`` a TA whose signed paper is wanted, ``asked`` what else is:
    "dispute", "conforming", "assemble" or "proof"."""

    gone = Signal(str)
    paper = Signal(str)
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(18 - INSET, 8, 18 - INSET, 8), spacing=6, parent=parent)
        self.model = TracedModel(self)
        self.switch = Segmented([(DIFFERS, "Differs 0"), (ALL, "All 0")], ALL, name="Which texts")
        self._buttons: list[Button] = []
        top = QWidget()
        head = space(Flow(top), spacing=8)
        head.addWidget(Label("Traced to signed TAs", "panel_title"))
        head.at_end()
        for key, said, icon in (
            ("dispute", "Dispute the words", "hand"),
            ("conforming", "Conforming list", "pencil"),
            ("assemble", "Save the agreement", "download"),
            ("proof", "Prove a final contract", "shield-check"),
        ):
            button = Button(said, icon, size=28)
            button.clicked.connect(lambda _=False, key=key: self.asked.emit(key))
            head.addWidget(button)
            self._buttons.append(button)
        head.addWidget(self.switch)
        inside = self._inside = QWidget()
        column = space(QVBoxLayout(inside), (0, 4, 0, 0), 6)  # room for the ring around what has the keyboard
        around = space(QVBoxLayout(), (INSET, 0, INSET, 0))
        around.addWidget(top)
        column.addLayout(around)
        self.table = self._make_table()
        self.empty = Label("No TA has been signed. F7 on an article records one.", "body", "secondary", wrap=True)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        self.area = ScrollArea(inside, name="Traced to signed TAs")
        self.body.addWidget(self.area, 1)
        self.switch.changed.connect(lambda key: self.model.apply(self.model.all, key == DIFFERS))
        self.table.activated.connect(lambda index: self.gone.emit(self.model.rows[index.row()].article))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu_at)
        self.table.installEventFilter(self)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_row())
        self.model.modelReset.connect(self._fit)
        theme().changed.connect(self._fit)
        self._fit()

    def stops(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        return [*self._buttons, *self.switch.segments(), self.table]

    def chain(self) -> list[QWidget]:
        """The same; the part that scrolls holds stops always."""
        return self.stops()

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
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._delegate = TracedDelegate(table)
        table.setItemDelegate(self._delegate)
        return table

    def _fit(self) -> None:
        """Cells side by side where each has its room; else one below the other, the table as high as its rows: then
        the card alone scrolls."""
        table, header, rows = self.table, self.table.horizontalHeader(), self.table.verticalHeader()
        header.setFont(theme().font("small_strong"))
        widths = self._delegate.widths(table.width() - table.verticalScrollBar().sizeHint().width())
        self._delegate.stacked = stacked = not widths
        header.setVisible(not stacked)
        header.setStretchLastSection(not stacked)
        for column, width in enumerate(widths or [table.width()]):
            table.setColumnWidth(column, width)
        for column in range(1, len(HEADS)):
            table.setColumnHidden(column, stacked)
        rows.setMinimumSectionSize(theme().px(32))
        table.resizeRowsToContents()
        table.setMinimumHeight(rows.length() if stacked else theme().px(100))
        never, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        table.setVerticalScrollBarPolicy(never if stacked else needed)
        at = table.currentIndex()
        if stacked and at.column() > 0:
            table.setCurrentIndex(at.siblingAtColumn(0))

    def _take_row(self) -> None:
        """The keyboard is seen where it is: on a row that is chosen."""
        if self.table.hasFocus() and self.model.rows and not self.table.selectionModel().hasSelection():
            self.table.selectRow(max(0, self.table.currentIndex().row()))
        self._show_row()

    def _show_row(self) -> None:
        """Bring the chosen row into sight where the card scrolls and not the table."""
        if self._delegate.stacked and self.table.hasFocus() and self.table.currentIndex().isValid():
            rect = self.table.visualRect(self.table.currentIndex())
            at = self.table.viewport().mapTo(self._inside, rect.center())
            self.area.ensureVisible(0, at.y(), 0, rect.height() // 2 + theme().px(4))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space opens the menu of the row; Enter goes to its article. A new width is a new fit."""
        if watched is self.table and event.type() == QEvent.Type.Resize:
            self._fit()
        if watched is self.table and event.type() == QEvent.Type.FocusIn:
            QTimer.singleShot(0, self, self._take_row)
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

    def show_state(self, state: Negotiation, today: date, view: RatificationView | None) -> None:
        """Show the rows; without a view the assembled text is still being looked at."""
        rows = traced_rows(state, today, view.traced if view else ())
        differing = sum(row.differs for row in rows)
        self.switch.set_text(DIFFERS, f"Differs {differing}")
        self.switch.set_text(ALL, f"All {len(rows)}")
        self.model.apply(rows, self.switch.value == DIFFERS)
        self.empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
