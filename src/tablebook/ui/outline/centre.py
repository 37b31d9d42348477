"""The middle of the review: the file's own page, the words as read, a table cell by cell, and the line that asks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tablebook.documents.reading import Reading
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.label import IconLine, Label, Panel, Rule
from tablebook.ui.kit.segmented import Segmented
from tablebook.ui.kit.spacing import space
from tablebook.ui.outline.page_view import PageView
from tablebook.ui.outline.table_sheet import TableSheet
from tablebook.ui.outline.ways import Way
from tablebook.ui.outline.words_view import WordsView
from tablebook.ui.stages.ask_bar import AskBar


class Centre(Panel):
    """A PDF has pages to look at; other files have their words."""

    cell_typed = Signal(int, int, int, str)
    left = Signal()
    taken = Signal()

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self.path, self._pages = path, 0
        self.has_pages = path.suffix.lower() == ".pdf"
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
        self.ask = AskBar()
        self.strip = Panel("attention_tint")
        self.strip_words = IconLine("circle-alert", "", "attention", text_role="text", wrap=True)
        self.strip_take = Button("", size=28, key="Enter")
        self.strip_take.clicked.connect(self.taken)
        self.page, self.words, self.table = PageView(), WordsView(), TableSheet()
        self.stack = QStackedWidget()
        for view in (self.page, self.words, self.table):
            self.stack.addWidget(view)
        self._table_at = -1
        self._lay_out()
        self._connect()
        self._show("page" if self.has_pages else "words")

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
        self.switch.setVisible(self.has_pages)

    def _connect(self) -> None:
        self.switch.changed.connect(self._show)
        self.back.clicked.connect(lambda: self._turn(-1))
        self.forth.clicked.connect(lambda: self._turn(1))
        self.smaller.clicked.connect(lambda: self.page.zoom(-1))
        self.larger.clicked.connect(lambda: self.page.zoom(1))
        self.words.table_asked.connect(self.open_table)
        self.words.line_moved.connect(self._follow_line)
        self.table.cell_typed.connect(lambda row, column, text: self.cell_typed.emit(self._table_at, row, column, text))
        self.table.left.connect(self._close_table)

    def show_unit(self, reading: Reading, position: int, way: Way | None, line: int = -1) -> None:
        """Show a unit of the contract, and where something is proposed in it."""
        unit = reading.articles[position]
        self._pages, self._unit = reading.pages or 0, unit
        self.words.show_unit(unit, way, line)
        at = way.block if way is not None and way.block >= 0 else line
        page = (unit.blocks[at].page if 0 <= at < len(unit.blocks) else None) or unit.page or 1
        if self.has_pages:
            self.page.show_page(self.path, page)
        if self.stack.currentWidget() is self.table:
            self._renew_table()
        self._tell(page)

    def show_strip(self, sentence: str, verb: str) -> None:
        """Where there is no room for the pane of doubts, one line says the doubt and offers the way."""
        self.strip.setVisible(bool(sentence))
        self.strip_words.set_line("circle-alert", sentence, "attention", "text")
        self.strip_take.set_words(verb)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the aside out where room is short."""
        self.aside.setVisible(not narrow)

    def show_words(self) -> None:
        """Show the words, whatever was shown."""
        self._show("words")
        self.switch.set_value("words")

    def _show(self, which: str) -> None:
        self.stack.setCurrentWidget(self.page if which == "page" else self.words)
        for button in (self.back, self.forth, self.smaller, self.larger):
            button.setVisible(which == "page")
        if self._pages or not self.has_pages:
            self._tell(self.page.page)

    def _tell(self, page: int) -> None:
        unit = getattr(self, "_unit", None)
        if self.stack.currentWidget() is self.page:
            self.place.setText(f"Page {page} of {self._pages}")
            self.aside.setText("the file’s own page")
        elif unit is not None:
            self.place.setText(unit.name)
            where = f"page {unit.page}, " if unit.page else ""
            table = self.stack.currentWidget() is self.table
            self.aside.setText("cell by cell, Esc goes back to the words" if table else f"{where}as it was read")

    def _turn(self, by: int) -> None:
        page = max(1, min(self._pages or 1, self.page.page + by))
        self.page.show_page(self.path, page)
        self._tell(page)

    def _follow_line(self, line: int) -> None:
        if self.has_pages and 0 <= line < len(self.words.lines.blocks):
            page = self.words.lines.blocks[line].page
            if page:
                self.page.show_page(self.path, page)

    # Tables

    def open_table(self, block: int) -> None:
        """Show a table cell by cell."""
        self._table_at = block
        self.stack.setCurrentWidget(self.table)
        self._renew_table()
        self.table.setFocus()
        self._tell(1)

    def _renew_table(self) -> None:
        blocks = self.words.lines.blocks
        if 0 <= self._table_at < len(blocks) and blocks[self._table_at].rows:
            self.table.show_block(blocks[self._table_at])
        else:
            self._close_table()

    def _close_table(self) -> None:
        self.show_words()
        self.left.emit()
