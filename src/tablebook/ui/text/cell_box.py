"""The field over a cell of a large table: Qt lays a whole table out anew at every letter, so letters go here first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit

from tablebook.ui.text.draft_edits import Place, width_of
from tablebook.ui.text.draft_keys import would_write
from tablebook.ui.text.offsets import python_index, qt_index

if TYPE_CHECKING:
    from tablebook.ui.text.draft_editor import DraftEditor

LARGE = 80
"""With so many cells a letter takes Qt about half of the 16 ms that a key may take."""

Std = QKeySequence.StandardKey
ITS_OWN = (Std.SelectAll, Std.Copy, Std.MoveToStartOfLine, Std.MoveToEndOfLine)
THE_PAGES = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock)
SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class CellBox(QLineEdit):
    """Shows the words of one cell while they are typed. `typed` tells each change; `over` once, when it ends.

    Letters, deleting and moving sideways stay here. Every other key ends it and is the page's.
    """

    typed = Signal(Place, str)
    over = Signal(Place, str)

    def __init__(self, page: DraftEditor, start: Place, end: Place, words: str) -> None:
        super().__init__(words, page.viewport())
        self._page, self._place, self._ended = page, start, False
        self.setFont(page.look.book)
        self.setFrame(False)
        self._stand()
        down, across = divmod(start.cell, width_of(page.blocks()[start.row]))
        self.setAccessibleName(f"Row {down + 1}, column {across + 1}")
        self.setCursorPosition(qt_index(words, start.offset))
        if start != end:
            self.setSelection(self.cursorPosition(), qt_index(words, end.offset) - self.cursorPosition())
        self.textEdited.connect(self._tell)
        page.verticalScrollBar().valueChanged.connect(self._stand)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stand(self) -> None:
        """Over its cell, as wide as the column."""
        page, placed = self._page, self._page.placed[self._place.row]
        block = page.document().findBlockByNumber(placed.first + self._place.cell)
        room = page.document().documentLayout().blockBoundingRect(block)
        room.translate(-page.horizontalScrollBar().value(), -page.verticalScrollBar().value())
        self.setGeometry(room.adjusted(0, -1, 0, 1).toAlignedRect())

    @property
    def place(self) -> Place:
        """Where the text cursor stands."""
        return self._place._replace(offset=python_index(self.text(), self.cursorPosition()))

    def _tell(self, words: str) -> None:
        self.typed.emit(self.place, words)

    def event(self, event: QEvent) -> bool:
        """Tab is the page's: it goes to the next cell."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not self._mine(event):
            self.end()
            QApplication.sendEvent(self._page, event)
            return True
        return super().event(event)

    def _mine(self, event: QKeyEvent) -> bool:
        if event.key() in THE_PAGES:
            return False
        if event.key() in HELD:
            return True
        if event.key() in SIDEWAYS:
            at, ends = self.cursorPosition(), (0, len(self.text()))
            return at != ends[event.key() == Qt.Key.Key_Right] or self.hasSelectedText()
        return would_write(event) or any(event.matches(key) for key in ITS_OWN)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere ends it; what was typed stays."""
        super().focusOutEvent(event)
        self.end(refocus=False)

    def end(self, *_: object, refocus: bool = True) -> None:
        """Give the cell back to the page."""
        if self._ended:
            return
        self._ended = True
        if refocus:
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.over.emit(self.place, self.text())
        self.hide()
        self.deleteLater()


def box_over(page: DraftEditor) -> CellBox | None:
    """A field over the cell with the text cursor, where its table is large and the cell has one line."""
    start, end = page.selection()
    placed = page.placed[start.row]
    if start.cell < 0 or placed.count < LARGE or (start.row, start.cell) != (end.row, end.cell):
        return None
    words = page.document().findBlockByNumber(placed.first + start.cell).text()
    return None if "\u2028" in words else CellBox(page, start, end, words)
