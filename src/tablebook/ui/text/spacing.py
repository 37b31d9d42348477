"""The room between rows: more above a head, little between lettered lines, and what notes, frames and pads need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextCursor, QTextDocument

from tablebook.domain.text import BlockKind
from tablebook.ui.text.look import PageLook
from tablebook.ui.text.rows import Note, Placed, Row

TABLE_EDGE = 8
"""From the words of a table's outer cells to its lines."""


def gap_above(row: Row, before: Row | None, look: PageLook) -> float:
    """The room above a row in the flow of the page."""
    if before is None:
        return look.px(4) if row.fold else 0.0
    if row.fold or before.fold:
        return look.px(16)
    block, prior = row.block, before.block
    if BlockKind.TABLE in (block.kind, prior.kind):
        return look.px(12)
    if block.kind is BlockKind.HEADING:
        return look.px(14)
    if prior.kind is BlockKind.HEADING:
        return look.px(7)
    if block.label and prior.label and block.level == prior.level and not block.section:
        return look.px(2)
    return look.px(10)


def note_lines(note: Note, width: float, look: PageLook) -> int:
    """How many lines a note's sentence takes under words `width` wide."""
    if not note.text:
        return 0
    room = QRectF(0, 0, max(1.0, width - look.px(20)), 10_000)
    metrics = QFontMetricsF(look.note)
    taken = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), note.text)
    return max(1, round(taken.height() / metrics.height()))


def note_height(note: Note | None, width: float, look: PageLook) -> float:
    """The room a note takes under its paragraph, frame included."""
    if note is None:
        return 0.0
    return look.px(20) * note_lines(note, width, look) + look.px(8 if note.framed else 3)


def space(document: QTextDocument, placed: Sequence[Placed], look: PageLook, width: float) -> None:
    """Set the room above and under each row; changes only what differs, so nothing flickers."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    before: Row | None = None
    for at, each in enumerate(placed):
        row = each.row
        above = gap_above(row, before, look) + _frame_air(row, look)
        under = note_height(row.note, width, look) + row.pad + (look.px(7) if row.fold else 0)
        if row.note and row.block.rows:
            under += look.px(TABLE_EDGE)
        following = placed[at + 1].row if at + 1 < len(placed) else None
        below = under
        if under and following is not None:
            # Qt takes the larger of two margins that meet, not their sum.
            below += gap_above(following, row, look) + _frame_air(following, look)
        _set(cursor, document, each, above, below)
        before = row
    cursor.endEditBlock()


def _frame_air(row: Row, look: PageLook) -> float:
    return look.px(8) if row.note and row.note.framed else 0.0


def _set(cursor: QTextCursor, document: QTextDocument, each: Placed, above: float, below: float) -> None:
    """Give one row its margins; a table has them on its frame."""
    block = document.findBlockByNumber(each.first)
    if not block.isValid():
        # Filling a page with a shorter text can move its scroll bar, and lay it out with the rows of the longer one.
        return
    table = QTextCursor(block).currentTable()
    if table is not None:
        frame = table.format()
        if (frame.topMargin(), frame.bottomMargin()) != (above, below):
            frame.setTopMargin(above)
            frame.setBottomMargin(below)
            table.setFormat(frame)
        return
    shape = block.blockFormat()
    if (shape.topMargin(), shape.bottomMargin()) != (above, below):
        shape.setTopMargin(above)
        shape.setBottomMargin(below)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(shape)
