"""RedlinePage: one text with every word's author, fate and freshness; read-only, all by keyboard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QTextCursor
from PySide6.QtWidgets import QWidget

from tablebook.redline.marks import MarkedBlock
from tablebook.ui.kit.announce import announce
from tablebook.ui.kit.chip import ChipLook
from tablebook.ui.text.changes import ChangeAt, changes_of, to_step
from tablebook.ui.text.copying import mime_of
from tablebook.ui.text.fill import alike, fill, refill
from tablebook.ui.text.finding import find_in
from tablebook.ui.text.formats import Formats
from tablebook.ui.text.geometry import pieces_of, row_rect
from tablebook.ui.text.page import TextPage
from tablebook.ui.text.rows import Ink, Note, Placed, Row, Span, rows_of
from tablebook.ui.text.spoken import spoken_row


class RedlinePage(TextPage):
    """Shows marked blocks. F3 and Shift+F3 go through the changes; copying gives clean text and marked HTML."""

    current_change = Signal(int)
    fold_opened = Signal(int)

    def __init__(self, kind: str = "page", parent: QWidget | None = None) -> None:
        super().__init__(kind, parent)
        self.rows: tuple[Row, ...] = ()
        self.changes: tuple[ChangeAt, ...] = ()
        self.step_through = "auto"
        self.at_change = -1
        self._formats = Formats(self.look)
        self._said = -1
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setUndoRedoEnabled(False)
        self.setAccessibleName("Redline")
        self.cursorPositionChanged.connect(self._say_row)

    def show_blocks(
        self,
        blocks: Sequence[MarkedBlock],
        *,
        chips: Mapping[str, ChipLook] | None = None,
        notes: Mapping[int, Note] | None = None,
    ) -> None:
        """Show a redline: chips by section number, notes by the block's position. Only what differs is redrawn."""
        self.show_rows(rows_of(blocks, chips, notes))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show prepared rows: what side by side does, with folds and pads."""
        going_on = bool(self.rows and rows) and alike(self.rows[0], rows[0])
        shift = self.verticalScrollBar().value()
        self.rows = tuple(rows)
        self.placed = refill(self.document(), self.placed, self.rows, self._formats)
        self.lay_out()
        self._count()
        if self.at_change < 0 and not self.hasFocus():
            self.moveCursor(QTextCursor.MoveOperation.Start)
            # The same text after another key: whoever reads further down stays there.
            self.verticalScrollBar().setValue(shift if going_on else 0)

    def rebuild(self) -> None:
        """Write everything again, keeping the place."""
        shift, caret = self.verticalScrollBar().value(), self.textCursor().position()
        self._formats = Formats(self.look)
        self.placed = fill(self.document(), self.rows, self._formats)
        self.lay_out()
        self._count()
        cursor = self.textCursor()
        cursor.setPosition(min(caret, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(shift)

    def _count(self) -> None:
        self.changes = to_step(changes_of(self.document(), self.placed), self.step_through)
        self.at_change = min(self.at_change, len(self.changes) - 1)
        self.setAccessibleDescription(
            "No changes." if not self.changes else f"{len(self.changes)} changes. F3 goes to the next."
        )

    @property
    def change_count(self) -> int:
        """How many changes F3 goes through."""
        return len(self.changes)

    def next_change(self) -> None:
        """Go to the next change; after the last, to the first."""
        self._go(self.at_change + 1)

    def previous_change(self) -> None:
        """Go to the change before; before the first, to the last."""
        self._go(self.at_change - 1 if self.at_change >= 0 else len(self.changes) - 1)

    def go_to_change(self, at: int) -> None:
        """Go to one change by its number, counted from 0."""
        self._go(at)

    def go_to_section(self, number: str) -> bool:
        """Bring a section's head into view; False where there is none."""
        for at, each in enumerate(self.placed):
            if each.row.block.section == number:
                rect = self.row_rect(at)
                self.scroll_to(rect.top(), rect.bottom())
                self._caret(each.first, 0)
                return True
        return False

    def _go(self, at: int) -> None:
        if not self.changes:
            return
        self.at_change = at % len(self.changes)
        change = self.changes[self.at_change]
        row = self.placed[change.row]
        self._said = change.row
        self._caret(change.block, change.start)
        spots = self._spots(change)
        self.scroll_to(min(s.top() for s in spots), max(s.bottom() for s in spots))
        announce(self, f"Change {self.at_change + 1} of {len(self.changes)}. {spoken_row(row.row, self.read_marks)}")
        self.viewport().update()
        self.current_change.emit(self.at_change)

    def _caret(self, block: int, start: int) -> None:
        cursor = QTextCursor(self.document().findBlockByNumber(block))
        cursor.setPosition(cursor.position() + start)
        shift = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(shift)

    def _spots(self, change: ChangeAt) -> list[QRectF]:
        """Where a change stands on the page, line by line."""
        look, block = self.look, self.document().findBlockByNumber(change.block)
        span = Span(change.start, change.end, Ink("x"))
        pieces = pieces_of(self.document(), block, span, look) if change.end > change.start else []
        top, foot, air = look.px(16), look.px(8), look.px(4)
        rects = [QRectF(p.left - air, p.baseline - top, p.right - p.left + 2 * air, top + foot) for p in pieces]
        return rects or [self.row_rect(change.row)]

    def change_rect(self, at: int) -> QRectF:
        """The room of a change on the page, all its lines."""
        spots = self._spots(self.changes[at])
        whole = spots[0]
        for spot in spots[1:]:
            whole = whole.united(spot)
        return whole

    def paint_over(self, painter: QPainter) -> None:
        """A thin ink outline round the change that F3 went to."""
        if not 0 <= self.at_change < len(self.changes) or not self.outline_current:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.look.color("ink"), self.look.px(1.3)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for spot in self._spots(self.changes[self.at_change]):
            painter.drawRoundedRect(spot, self.look.px(4), self.look.px(4))

    outline_current = True

    def cell_rect(self, at: int, cell: tuple[int, int] | None) -> QRectF:
        """The room of a table's cell, counted from 0; of the whole row of the page without a cell."""
        placed = self.placed[at]
        if cell is None:
            return self.row_rect(at)
        columns = max(1, *map(len, placed.row.block.rows))
        here = Placed(placed.row, placed.first + cell[0] * columns + cell[1])
        return row_rect(self.document(), here, self.look, self.text_width)

    def find_words(self, words: str, backward: bool = False) -> bool:
        """Select the next place where `words` stand, labels included, going round at the end; False without any."""
        return find_in(self, words, backward)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Clean text and marked text (HTML) of what is selected."""
        return mime_of(self.textCursor(), self.placed)

    def row_at_caret(self) -> int:
        """The row the text cursor stands in, -1 without any."""
        number = self.textCursor().block().blockNumber()
        return next((at for at, p in enumerate(self.placed) if p.first <= number < p.first + p.count), -1)

    def _say_row(self) -> None:
        """Read a row aloud with its marks when the text cursor comes to it."""
        at = self.row_at_caret()
        if at >= 0 and at != self._said and self.hasFocus() and self.read_marks:
            announce(self, spoken_row(self.placed[at].row))
        self._said = at

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F3 through the changes, Enter or Space on a fold opens it; the rest is Qt's."""
        if event.key() == Qt.Key.Key_F3:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.previous_change if back else self.next_change)()
            return
        at = self.row_at_caret()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and at >= 0 and self.rows[at].fold:
            self.fold_opened.emit(at)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a fold opens it."""
        super().mouseReleaseEvent(event)
        y = event.position().y() + self.verticalScrollBar().value()
        for at, row in enumerate(self.rows):
            if row.fold and not self.textCursor().hasSelection():
                rect = self.row_rect(at)
                if rect.top() - self.look.px(8) <= y <= rect.bottom() + self.look.px(8):
                    self.fold_opened.emit(at)
                    return
