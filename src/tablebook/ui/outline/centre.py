"""The middle of the review: the file's own page, the words as read, a table cell by cell, and the line that asks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tablebook.documents.reading import Reading
from tablebook.domain.contract import Article
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.label import IconLine, Label, Panel, Rule
from tablebook.ui.kit.segmented import Segmented
from tablebook.ui.kit.spacing import space
from tablebook.ui.outline.page_view import PageView
from tablebook.ui.outline.table_sheet import TableSheet
from tablebook.ui.outline.type_box import TypeBox
from tablebook.ui.outline.ways import Way
from tablebook.ui.outline.words_view import WordsView
from tablebook.ui.stages.ask_bar import AskBar
from tablebook.ui.theme import theme

ROOM_FOR_ASIDE, ROOM_FOR_ZOOM = 640, 520


class Centre(Panel):
    """`left` gives the keyboard back to the outline, `taken` takes the proposal, `chosen` names a doubt by its mark."""

    cell_typed = Signal(int, int, int, str)
    left = Signal()
    taken = Signal()
    chosen = Signal(int)

    def __init__(self, path: Path, pages: int, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self.place = Label("", "body_bold")
        self.aside = Label("", "small", "secondary")
        self.switch = Segmented((("page", "Page"), ("words", "Words as read")), name="Shown")
        self.back, self.forth = (
            Button("", "chevron-left", "ghost", size=28),
            Button("", "chevron-right", "ghost", size=28),
        )
        self.smaller, self.larger = Button("", "minus", "ghost", size=28), Button("", "plus", "ghost", size=28)
        names = (
            (self.back, "Page before"),
            (self.forth, "Next page"),
            (self.smaller, "Smaller"),
            (self.larger, "Larger"),
        )
        for button, name in names:
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.ask, self.type_box = AskBar(), TypeBox()
        self.strip = Panel("attention_tint")
        self.strip_words = IconLine("circle-alert", "", "attention", text_role="text", wrap=True)
        self.strip_take = Button("", size=28, key="Enter")
        self.strip_take.clicked.connect(self.taken)
        self.page, self.words, self.table = PageView(path, pages), WordsView(), TableSheet()
        self.stack = QStackedWidget()
        for view in (self.page, self.words, self.table):
            self.stack.addWidget(view)
        self._table_at, self._striped = -1, False
        self._unit: Article | None = None
        self._lay_out()
        self._connect()
        self._show("page")

    def _lay_out(self) -> None:
        bar = Panel("panel")
        row = space(QHBoxLayout(bar), (20, 8, 16, 8), 8)
        first: tuple[QWidget, ...] = (self.back, self.place, self.forth, self.aside)
        last: tuple[QWidget, ...] = (self.switch, self.smaller, self.larger)
        for part in first:
            row.addWidget(part)
        row.addStretch(1)
        for part in last:
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        strip = space(QHBoxLayout(self.strip), (16, 6, 12, 6), 10)
        strip.addWidget(self.strip_words, 1)
        strip.addWidget(self.strip_take)
        column.addWidget(bar)
        column.addWidget(Rule())
        column.addWidget(self.strip)
        column.addWidget(self.ask)
        column.addWidget(self.stack, 1)
        column.addWidget(self.type_box)

    def _connect(self) -> None:
        self.switch.changed.connect(self._show)
        self.back.clicked.connect(lambda: self.page.turn(-1))
        self.forth.clicked.connect(lambda: self.page.turn(1))
        self.smaller.clicked.connect(lambda: self.page.zoom(-1))
        self.larger.clicked.connect(lambda: self.page.zoom(1))
        self.words.table_asked.connect(self.open_table)
        self.page.turned.connect(self._tell)
        self.page.taken.connect(self.taken)
        self.page.left.connect(self.left)
        self.type_box.left.connect(self._make_room)
        self.type_box.left.connect(self.left)
        self.page.chosen.connect(self.chosen)
        self.table.cell_typed.connect(lambda row, column, text: self.cell_typed.emit(self._table_at, row, column, text))
        self.table.left.connect(self._close_table)

    def show_unit(self, reading: Reading, position: int, way: Way | None, line: int = -1) -> None:
        """Show a unit of the contract, and where something is proposed in it."""
        self._unit = reading.articles[position]
        self.words.show_unit(self._unit, way, line)
        if self.stack.currentWidget() is self.table:
            self._renew_table()
        self._tell()

    def show_strip(self, sentence: str, verb: str) -> None:
        """Where there is no room for the pane of doubts, one line says the doubt and offers the way."""
        self._striped = bool(sentence)
        self._make_room()
        self.strip_words.set_line("circle-alert", sentence, "attention", "text")
        self.strip_take.set_words(verb)

    def _make_room(self) -> None:
        """The strip gives its room to the lines that are typed."""
        self.strip.setVisible(self._striped and not self.type_box.isVisibleTo(self))

    def ask_page(self, page: int, act: Callable[[str], str]) -> None:
        """Ask for the words of a page, with the page in sight."""
        self._show("page")
        self.switch.set_value("page")
        self.type_box.ask(page, act)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room."""
        super().resizeEvent(event)
        self._tell()

    def show_words(self) -> None:
        """Show the words, whatever was shown."""
        self._show("words")
        self.switch.set_value("words")

    def go(self) -> None:
        """The keyboard to what is shown; where it is already, to the other: page or words."""
        if self.page.hasFocus():
            self.show_words()
        elif self.words.hasFocus():
            self._show("page")
            self.switch.set_value("page")
        shown = self.stack.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, which: str) -> None:
        self.stack.setCurrentWidget(self.page if which == "page" else self.words)
        self._tell()

    def _tell(self) -> None:
        paged, room = self.stack.currentWidget() is self.page, self.width() / theme().scale
        for button in (self.back, self.forth):
            button.setVisible(paged)
        for button in (self.smaller, self.larger):
            button.setVisible(paged and room >= ROOM_FOR_ZOOM)  # its keys are there at any width
        self.aside.setVisible(room >= ROOM_FOR_ASIDE)
        if paged:
            self.place.setText(self.page.told if room >= ROOM_FOR_ZOOM else self.page.told.partition(" of ")[0])
            self.aside.setText("the file’s own page" if self.page.pictured else "the file’s own words")
        elif self._unit is not None:
            self.place.setText(self._unit.name)
            where = f"page {self._unit.page}, " if self._unit.page else ""
            table = self.stack.currentWidget() is self.table
            self.aside.setText("cell by cell, Esc goes back to the words" if table else f"{where}as it was read")

    # Tables

    def open_table(self, block: int) -> None:
        """Show a table cell by cell."""
        self._table_at = block
        self.stack.setCurrentWidget(self.table)
        self._renew_table()
        self.table.setFocus()
        self._tell()

    def _renew_table(self) -> None:
        blocks = self.words.lines.blocks
        if 0 <= self._table_at < len(blocks) and blocks[self._table_at].rows:
            self.table.show_block(blocks[self._table_at])
        else:
            self._close_table()

    def _close_table(self) -> None:
        self.show_words()
        self.words.setFocus()
