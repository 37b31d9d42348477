"""The history of one article: everything passed, signed, said and filed, on one spine; the chosen entry in full."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from tablebook.ui.delegates.history_row import HistoryDelegate
from tablebook.ui.desk import Desk
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.label import Label, Panel, Rule
from tablebook.ui.kit.search_field import SearchField
from tablebook.ui.kit.segmented import Segmented
from tablebook.ui.kit.spacing import space
from tablebook.ui.models.history import FILTERS, ROW, HistoryModel, HistoryRow, history_of, kept_rows
from tablebook.ui.stages.history_detail import HistoryDetail
from tablebook.ui.stages.text_views import TextView
from tablebook.ui.theme import theme

ORDERS = [("new", "newest first"), ("old", "oldest first")]
NARROW = 1000
"""Filters, search and the entry beside each other need so much."""


class HistoryList(QListView):
    """The rows; searching moves the choice."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = HistoryModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(HistoryDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName("History")
        self.viewport().setAutoFillBackground(False)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def find_words(self, words: str, backward: bool = False) -> bool:
        """Choose the next row with these words, going round."""
        count = len(self.rows.rows)
        here = max(0, self.currentIndex().row())
        order = [(here + step * (-1 if backward else 1)) % count for step in range(1, count + 1)] if count else []
        for at in order:
            row = self.rows.rows[at]
            if not row.head and words.casefold() in f"{row.title} {row.text}".casefold():
                self.setCurrentIndex(self.rows.index(at))
                return True
        return False


class HistoryView(TextView):
    """Filters above the spine, the entry at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._rows: tuple[HistoryRow, ...] = ()
        self._narrow = False
        self.section = DropDown([("", "all")], label="Section", name="Section")
        self.order = DropDown(ORDERS, label="Order", name="Order")
        self.tools = (self.section, self.order)
        # The same two where the bar of the page has no room for them.
        self.section_here = DropDown([("", "All sections")], name="Section")
        self.order_here = DropDown([(key, words.capitalize()) for key, words in ORDERS], name="Order")
        self.filters = Segmented([*FILTERS], name="Which entries")
        self.picker = DropDown([*FILTERS], name="Which entries")
        self.picker.hide()
        self.search = SearchField("12.1, or words")
        self.list = HistoryList()
        self.nothing = Label("", "body", "secondary", wrap=True)
        self.nothing.setContentsMargins(24, 16, 24, 16)
        self.nothing.hide()
        self.detail = HistoryDetail(desk)
        self._build()
        self._connect()

    def _build(self) -> None:
        left = Panel("page")
        head = Panel("panel")
        row = space(QHBoxLayout(head), (24, 8, 16, 8), 12)
        row.addWidget(self.filters)
        row.addWidget(self.picker)
        row.addStretch(1)
        row.addWidget(self.search)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.second = Panel("panel")
        narrow = space(QHBoxLayout(self.second), (24, 0, 16, 8), 12)
        narrow.addWidget(self.section_here)
        narrow.addWidget(self.order_here)
        narrow.addStretch(1)
        self.second.hide()
        for filters in (head, self.second):  # in a low window the rows give way, never a line of filters
            filters.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for part in (head, self.second, Rule(), self.nothing):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        self.panes.setChildrenCollapsible(False)
        self.panes.addWidget(left)
        self.panes.addWidget(self.detail)
        self.panes.setStretchFactor(0, 1)
        self.panes.setSizes([theme().px(740), theme().px(392)])
        whole_column = QVBoxLayout(self)
        whole_column.setContentsMargins(0, 0, 0, 0)
        whole_column.addWidget(self.panes)

    def _connect(self) -> None:
        self.filters.changed.connect(self._choose_kind)
        self.picker.changed.connect(self._choose_kind)
        for one, other in ((self.section, self.section_here), (self.section_here, self.section)):
            one.changed.connect(other.set_value)
            one.changed.connect(lambda _: self._filter())
        for one, other in ((self.order, self.order_here), (self.order_here, self.order)):
            one.changed.connect(other.set_value)
            one.changed.connect(lambda _: self.renew())
        self.search.searched.connect(lambda _: self._filter())
        self.search.left_down.connect(self.list.setFocus)
        self.search.entered.connect(lambda _: self.list.setFocus())
        self.list.selectionModel().currentChanged.connect(self._picked)
        self.detail.page_asked.connect(self._show_page)

    @property
    def page(self) -> HistoryList:
        return self.list

    def go_to_section(self, number: str) -> None:
        """Only what is about this section."""
        self.section.set_value(number)
        self.section_here.set_value(number)
        self._filter()

    def renew(self) -> None:
        """Read the record of this article again; the chosen entry stays chosen."""
        state = self.desk.state
        self._rows = history_of(state, self.key, self.desk.now().date(), self.order.value != "old")
        sections = [(section.number, section.number) for section in state.items[self.key].article.sections]
        self.section.set_choices([("", "all"), *sections], self.section.value)
        self.section_here.set_choices([("", "All sections"), *sections], self.section.value)
        entries = [row for row in self._rows if not row.head]
        for kind, word in FILTERS:
            count = sum(kind == "all" or kind in row.kinds for row in entries)
            self.filters.set_text(kind, f"{word} {count}")
            self.picker.setItemText(self.picker.findData(kind), f"{word} {count}")
        self._fit()
        self._filter()

    def _choose_kind(self, kind: str) -> None:
        self.filters.set_value(kind)
        self.picker.set_value(kind)
        self._filter()

    def _fit(self) -> None:
        """Where the filters have no room beside each other they are a list."""
        px = theme().px
        narrow = self.width() < px(NARROW)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.filters.setVisible(not narrow)
        self.picker.setVisible(narrow)
        self.second.setVisible(narrow)
        self.detail.set_narrow(narrow)
        self.panes.setSizes([px(360), px(240)] if narrow else [px(740), px(392)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the filters where room is short."""
        super().resizeEvent(event)
        self._fit()

    def _filter(self) -> None:
        chosen = self.list.currentIndex().data(ROW)
        typed = self.search.text()
        rows = kept_rows(self._rows, self.filters.value, self.section.value, typed)
        self.list.rows.apply(rows)
        self.nothing.setVisible(not rows)
        total = sum(not row.head for row in self._rows)
        why = f"Nothing has “{typed}”. Esc shows all {total}." if typed else "Nothing of this kind is on record."
        self.nothing.setText(why)
        ids = [row.id for row in rows]
        at = ids.index(chosen.id) if chosen is not None and chosen.id in ids else 1
        if rows:
            self.list.setCurrentIndex(self.list.rows.index(min(at, len(rows) - 1)))
        self.detail.setVisible(bool(rows))

    def _picked(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = now.data(ROW)
        if row is not None and not row.head:
            self.detail.show_entry(row)
            self.list.scrollTo(now)

    def _show_page(self) -> None:
        """Show the text as it stood when this was said."""
        row = self.list.currentIndex().data(ROW)
        if row is not None:
            self.desk.page_asked.emit(row.id)
