"""The left pane: what is unresolved, finding an article, the list with whose turn it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from tablebook.ui.delegates.article_row import ArticleDelegate
from tablebook.ui.desk import Desk
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.label import Label, Panel, Rule
from tablebook.ui.kit.search_field import SearchField
from tablebook.ui.kit.segmented import Segmented
from tablebook.ui.kit.spacing import space
from tablebook.ui.models.articles import (
    ALL,
    DONE,
    OPEN,
    OURS,
    ROW,
    THEIRS,
    ArticleFilter,
    ArticleModel,
    ArticleRow,
    found_section,
    nearness,
    rows_of,
)
from tablebook.ui.stages.article_menu import show_article_menu
from tablebook.ui.stages.unresolved import UnresolvedCounter
from tablebook.ui.theme import theme

NAMES = {ALL: "All", OURS: "Ours", THEIRS: "Theirs", DONE: "TA’d", OPEN: "Unresolved"}


class ArticleList(QListView):
    """The rows. Up and Down choose, Enter goes to the text, letters find."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(ArticleDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(False)
        self.setAccessibleName("Articles")
        self.viewport().setAutoFillBackground(False)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the article: by mouse, Shift+F10 or the menu key."""
        at = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.visualRect(self.currentIndex()).center()
        elif not self.indexAt(at).isValid():
            return
        show_article_menu(self.viewport(), at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A title that wraps at another width makes another row height."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class ArticlePane(Panel):
    """Header, filters and list. `text_asked` when Enter wants the text of the chosen article."""

    text_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.desk = desk
        self.model = ArticleModel(self)
        self.shown = ArticleFilter(self)
        self.shown.setSourceModel(self.model)
        self.list = ArticleList()
        self.list.setModel(self.shown)
        self._compact, self._sifting = False, False
        column = space(QVBoxLayout(self), (0, 0, 0, 0), 0)
        column.addWidget(self._make_header())
        column.addWidget(Rule())
        column.addWidget(self.list, 1)
        self.nothing = Label("", "body", "secondary", wrap=True)
        self.nothing.setContentsMargins(16, 12, 16, 12)
        self.nothing.hide()
        column.insertWidget(2, self.nothing)
        self._connect()

    def _make_header(self) -> QWidget:
        head = QWidget()
        self._head = space(QVBoxLayout(head), (16, 10, 12, 10), 10)
        first = space(QHBoxLayout(), spacing=8)
        self.title = Label("Articles", "body_bold")
        self.counter = UnresolvedCounter()
        self.picker = DropDown(list(NAMES.items()), name="Which articles", size=32)
        self.picker.hide()
        first.addWidget(self.title)
        first.addStretch(1)
        first.addWidget(self.counter)
        first.addWidget(self.picker)
        self.search = SearchField("Find article or section")
        self.filters = Segmented([(mode, NAMES[mode]) for mode in (ALL, OURS, THEIRS, DONE)], name="Which articles")
        self._head.addLayout(first)
        self._head.addWidget(self.search)
        self._head.addWidget(self.filters)
        return head

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter)
        self.picker.changed.connect(self._filter)
        self.counter.clicked.connect(lambda: self._filter(ALL if self.shown.mode == OPEN else OPEN))
        self.search.searched.connect(self._find)
        self.search.entered.connect(self._go_to_found)
        self.search.left_down.connect(self.list.setFocus)
        self.list.entered.connect(self.text_asked)
        self.list.selectionModel().currentChanged.connect(self._picked)
        self.desk.opened.connect(self._load)
        self.desk.chosen.connect(self._show_chosen)
        self.desk.changed.connect(lambda changed: self._apply())
        if self.desk.state.items:
            self._load()

    def set_compact(self, compact: bool) -> None:
        """Under 1000 effective: counter and drop-down, no search field (/ brings it back)."""
        self._compact = compact
        self.title.setVisible(not compact)
        self.filters.setVisible(not compact)
        self.search.setVisible(not compact or bool(self.search.text()))
        self.picker.setVisible(compact)

    def ask_search(self) -> None:
        """Put the keyboard where an article is found by name."""
        self.search.show()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def step(self, by: int) -> None:
        """Choose the row before or after."""
        at = self.list.currentIndex().row() + by
        if 0 <= at < self.shown.rowCount():
            self.list.setCurrentIndex(self.shown.index(at, 0))

    def next_ours(self) -> bool:
        """Choose the next article that is ours to answer; False where there is none."""
        rows = self.model.rows
        here = next((at for at, row in enumerate(rows) if row.key == self.desk.article), -1)
        for row in (*rows[here + 1 :], *rows[: here + 1]):
            if row.state == "with-us":
                self.desk.choose(row.key)
                return True
        return False

    def _load(self) -> None:
        self.model.apply(rows_of(self.desk.state, self.desk.positions))
        self._count()
        self._show_chosen(self.desk.article)

    def _apply(self) -> None:
        self.model.apply(rows_of(self.desk.state, self.desk.positions))
        if self.shown.mode != ALL:
            self._sift()
        self._count()

    def _count(self) -> None:
        counts = self.model.counts()
        for mode in (ALL, OURS, THEIRS, DONE):
            self.filters.set_text(mode, f"{NAMES[mode]} {counts[mode]}")
        self.picker.set_choices([(mode, f"{words} {counts[mode]}") for mode, words in NAMES.items()], self.shown.mode)
        self.counter.set_number(counts[OPEN], counts[DONE] > 0)

    def _sift(self, mode: str | None = None, typed: str | None = None) -> None:
        """Show fewer rows or more. That chooses no article: what is read or written stays on the screen."""
        self._sifting = True
        self.shown.ask(mode, typed)
        if not self._show_chosen(self.desk.article):
            self.list.setCurrentIndex(QModelIndex())
        self._sifting = False
        self._say_nothing()

    def _filter(self, mode: str) -> None:
        self._sift(mode=mode)
        self.picker.set_value(mode)
        self.counter.set_on(mode == OPEN)
        if mode != OPEN:
            self.filters.set_value(mode)

    def _find(self, typed: str) -> None:
        self._sift(typed=typed)

    def _say_nothing(self) -> None:
        """An empty list says why, and how to see all again."""
        empty = self.shown.rowCount() == 0
        if empty and self.shown.typed:
            self.nothing.setText(f"Nothing is called “{self.shown.typed}”. Esc shows all {len(self.model.rows)}.")
        elif empty:
            self.nothing.setText(f"No article is here. “All” shows all {len(self.model.rows)}.")
        self.nothing.setVisible(empty)

    def _go_to_found(self, typed: str) -> None:
        if self.shown.rowCount() == 0:
            return
        if not typed:
            self.text_asked.emit()
            return
        hits: list[ArticleRow] = [self.shown.index(at, 0).data(ROW) for at in range(self.shown.rowCount())]
        row = min(hits, key=lambda hit: nearness(hit, typed))
        self.desk.choose(row.key, found_section(row, typed))
        self.search.clear()
        self.text_asked.emit()

    def _picked(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = now.data(ROW)
        if row is not None and not self._sifting:
            self.desk.choose(row.key)

    def _show_chosen(self, key: str) -> bool:
        """Bring the row of the article that is read into view; False where a filter hides it."""
        for at in range(self.shown.rowCount()):
            index = self.shown.index(at, 0)
            if index.data(ROW).key == key:
                if index != self.list.currentIndex():
                    self.list.setCurrentIndex(index)
                self.list.scrollTo(index)
                return True
        return False
