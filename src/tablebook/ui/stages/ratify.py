"""The Ratify stage: the TA log, and what is still open."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tablebook.domain.positions import unresolved
from tablebook.ui import words
from tablebook.ui.delegates.plain_row import PlainDelegate
from tablebook.ui.delegates.wrapped import wrapped_height
from tablebook.ui.desk import Desk
from tablebook.ui.kit.label import IconLine, Label, Panel, Rule
from tablebook.ui.kit.spacing import space
from tablebook.ui.models.ta_log import HEADS, TaModel, ta_rows
from tablebook.ui.stages.later import StageHead
from tablebook.ui.theme import theme

INSET = 10


class LogDelegate(PlainDelegate):
    """A title that needs a second line makes its row higher."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as the words, as high as they are in their column."""
        hint = super().sizeHint(option, index)
        table = self.parent()
        if not isinstance(table, QTableView):
            return hint
        px, room = theme().px, table.columnWidth(index.column()) - theme().px(22)
        return QSize(hint.width(), max(px(32), round(wrapped_height(str(index.data()), "body", room)) + px(15)))


class Ratify(Panel):
    """`asked` names an act by its id."""

    asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.desk = desk
        self.model = TaModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName("TA log")
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setItemDelegate(LogDelegate(self.table, left=INSET, bar=False))
        for column in range(len(HEADS)):
            wide = column == 1
            mode = QHeaderView.ResizeMode.Stretch if wide else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, mode)
        self.open = IconLine("circle-dashed", "", "attention", "body_medium", "text", wrap=True)
        self.empty = Label("No TA has been signed. F7 on an article records one.", "body", "secondary")
        self._build()
        self.table.activated.connect(self._go)
        theme().changed.connect(self._measure)
        desk.opened.connect(self.renew)
        desk.changed.connect(lambda _: self.renew())
        header.sectionResized.connect(lambda *_: self.table.resizeRowsToContents())
        self._measure()
        self.renew()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(StageHead("Ratify", "Holds the TA log; the packet for the members and the vote come to stand "
                                   "here."))  # fmt: skip
        inside = QWidget()
        lines = space(QVBoxLayout(inside), (32, 0, 32, 12), 6)
        lines.addWidget(self.open)
        lines.addWidget(self.empty)
        column.addWidget(inside)
        column.addWidget(Rule())
        # The words of the first column stand under the heading, so the table begins by their inset before it.
        log = space(QVBoxLayout(), (32 - INSET, 0, 32 - INSET, 0), 0)
        log.addWidget(self.table, 1)
        column.addLayout(log, 1)

    def _measure(self) -> None:
        self.table.verticalHeader().setMinimumSectionSize(theme().px(32))
        self.table.horizontalHeader().setFont(theme().font("small_strong"))

    def renew(self) -> None:
        """Read the log again."""
        state, now = self.desk.state, self.desk.now()
        self.model.apply(ta_rows(state, now.date()))
        left = unresolved(state, now)
        if left:
            names = ", ".join(state.items[key].article.name for key in left)
            self.open.set_line(
                "circle-dashed", f"{words.count(len(left), 'article')} unresolved: {names}.", "attention", "text"
            )
        elif state.settled is not None:
            self.open.set_line("badge-check", "Total TA: everything is settled.", "ta", "text")
        else:
            self.open.set_line("circle-check", "Nothing is unresolved.", "ta", "text")
        self.open.setVisible(bool(self.model.rows) or bool(left))
        self.empty.setVisible(not self.model.rows)
        self.table.setVisible(bool(self.model.rows))

    def _go(self, index: object) -> None:
        row = self.model.rows[index.row()]  # type: ignore[attr-defined]
        self.desk.choose(row.article)
        self.asked.emit("negotiate")
