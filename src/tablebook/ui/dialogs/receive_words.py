"""The ways in which their words come in: pasted, typed over the last text, read from a file, only spoken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tablebook.domain.negotiation import Negotiation
from tablebook.domain.text import Block
from tablebook.jobs.redline_of import last_with_text, unit_text
from tablebook.jobs.targets import Target
from tablebook.ui.dialogs.receive_file import FilePage
from tablebook.ui.dialogs.receive_paper import kind_words, pasted_blocks
from tablebook.ui.kit.label import Label, Panel
from tablebook.ui.kit.spacing import space
from tablebook.ui.kit.text_field import TextField
from tablebook.ui.text.draft_editor import DraftEditor

if TYPE_CHECKING:
    from tablebook.jobs.received_file import ReceivedFile

PASTE, OVER, FILE, SPOKEN = "paste", "over", "file", "spoken"
WAYS = [(PASTE, "Paste"), (OVER, "Type over"), (FILE, "From a file"), (SPOKEN, "Only spoken")]


def last_blocks(state: Negotiation, key: str) -> tuple[Block, ...]:
    """The text to type over: the last one on the table, or current language."""
    last = last_with_text(state, key)
    return unit_text(state, last, key) if last else state.items[key].article.blocks


class ReceiveWords(QStackedWidget):
    """`changed` at every change of the words, `arrived` when a whole text is there at once (pasted, read)."""

    changed = Signal()
    arrived = Signal()

    def __init__(self, state: Negotiation, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._key = state, key
        self.over_shown = False
        self.came: ReceivedFile | None = None
        self.pasted = TextField(placeholder="Paste their text here (Ctrl+V), or type it", lines=0, name="Their text")
        self.over = DraftEditor()
        self.over.setAccessibleName("Their text, typed over the last one")
        self.file = FilePage()
        self.read = DraftEditor()
        self.read.setAccessibleName("Their text as it was read, to be put right by hand")
        self.from_file = QStackedWidget()
        self.from_file.addWidget(self.file)
        self.from_file.addWidget(self.read)
        self.said = TextField("Their words", lines=3, placeholder="Current language, no, or an idea in their words")
        self.kind = Label("", "small", "secondary", wrap=True)
        self.pages = {PASTE: _padded(self.pasted), OVER: self.over, FILE: self.from_file, SPOKEN: self._spoken_page()}
        for page in self.pages.values():
            self.addWidget(page)
        self._length = 0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.arrived)
        self.pasted.changed.connect(self._pasted)
        self.over.changed.connect(lambda _: self.changed.emit())
        self.file.came.connect(self._file_came)
        self.read.changed.connect(lambda _: self.changed.emit())
        self.said.changed.connect(self._said)

    def _spoken_page(self) -> QWidget:
        page = Panel("page")
        column = space(QVBoxLayout(page), (40, 32, 40, 32), 10)
        told = "An answer that was only said is recorded as such, without a paper."
        column.addWidget(Label(told, "body", "secondary", wrap=True))
        column.addWidget(self.said)
        column.addWidget(self.kind)
        column.addStretch(1)
        return page

    @property
    def way(self) -> str:
        """The way that is shown."""
        return next(way for way, page in self.pages.items() if page is self.currentWidget())

    def show_way(self, way: str) -> None:
        """Take their words another way."""
        if way == OVER and not self.over_shown:
            self.show_over(last_blocks(self._state, self._key))
        self.setCurrentWidget(self.pages[way])
        self.changed.emit()

    def show_over(self, blocks: tuple[Block, ...]) -> None:
        """Begin typing over this text."""
        self.over_shown = True
        self.over.show_blocks(blocks)

    def focus_words(self) -> None:
        """Put the keyboard where the words go."""
        boxes = {PASTE: self.pasted.edit, OVER: self.over, FILE: self._file_box(), SPOKEN: self.said.edit}
        boxes[self.way].setFocus(Qt.FocusReason.OtherFocusReason)

    def blocks(self, targets: Sequence[Target]) -> tuple[Block, ...]:
        """Their words as blocks; none where nothing was taken in, or where it was only said."""
        if self.way == PASTE:
            return pasted_blocks(self._state, targets, self.pasted.text()) if self.pasted.text() else ()
        if self.way == OVER:
            blocks = self.over.blocks()
            return blocks if blocks != last_blocks(self._state, self._key) else ()
        if self.way == FILE and self.came is not None:
            return self.read.blocks() if self.came.blocks else ()
        return ()

    def _file_box(self) -> QWidget:
        return self.read if self.from_file.currentWidget() is self.read else self.file.choose

    @property
    def mended(self) -> bool:
        """Whether what was read from the file was put right by hand."""
        came = self.came
        return self.way == FILE and came is not None and bool(came.blocks) and self.read.blocks() != came.blocks

    @property
    def old(self) -> tuple[Block, ...] | None:
        """Their text before its changes, where the file says it; put right where the words were."""
        if self.way != FILE or self.came is None or self.came.old is None:
            return None
        if not self.mended:
            return self.came.old
        from tablebook.jobs.findings.mended import mended_old

        return mended_old(self.came.blocks, self.read.blocks(), self.came.old)

    @property
    def nothing_marked(self) -> bool:
        """Whether the file could carry marks and carries none."""
        return self.way == FILE and self.came is not None and self.came.says_nothing_is_marked

    @property
    def spoken(self) -> str:
        """What was only said."""
        return self.said.text() if self.way == SPOKEN else ""

    def _pasted(self, text: str) -> None:
        whole = len(text) - self._length > 40
        self._length = len(text)
        self.changed.emit()
        if whole:
            self.arrived.emit()

    def _said(self, text: str) -> None:
        self.kind.setText(kind_words(text) if text else "")
        self.changed.emit()

    def _file_came(self, came: ReceivedFile) -> None:
        self.take(came)
        if came.blocks:
            # Laying the text out was enough for one turn of the window.
            self._soon.start()

    def take(self, came: ReceivedFile) -> None:
        """A file that was read, or read again with other meanings of its marks."""
        self.came = came
        if came.blocks:
            self.read.show_blocks(came.blocks)
        self.from_file.setCurrentWidget(self.read if came.blocks else self.file)
        self.changed.emit()

    def leave_file_out(self) -> None:
        """The file was the wrong one."""
        self.came, self.file.path = None, ""
        self.from_file.setCurrentWidget(self.file)
        self.changed.emit()

    @property
    def kept(self) -> ReceivedFile | None:
        """The file that goes into the record with the words; what was only said has none."""
        return None if self.way == SPOKEN else self.came


def _padded(field: TextField) -> QWidget:
    page = Panel("panel")
    column = space(QVBoxLayout(page), (24, 18, 24, 18), 0)
    column.addWidget(field)
    return page
