"""The ruled lines of a table. Qt's own take ten times as long as the words, and every key waits for them."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPen, QTextCursor, QTextDocument, QTextTable

from tablebook.ui.text.look import PageLook
from tablebook.ui.text.rows import Placed


def grid(painter: QPainter, document: QTextDocument, each: Placed, look: PageLook) -> None:
    """Lines round all cells of a table, in the room that Qt has laid out for its borders."""
    table = QTextCursor(document.findBlockByNumber(each.first)).currentTable()
    if table is None:
        return
    side = [_room(document, table, row, 0) for row in range(table.rows())]
    head = [_room(document, table, 0, column) for column in range(table.columns())]
    foot = [_room(document, table, table.rows() - 1, column) for column in range(table.columns())]
    downs = [*(room.top() for room in side), max(room.bottom() for room in foot)]
    rights = [*(room.left() for room in head), head[-1].right()]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(look.color("strong"), 1))
    painter.drawLines([QLineF(rights[0], y, rights[-1], y) for y in downs])
    painter.drawLines([QLineF(x, downs[0], x, downs[-1]) for x in rights])
    painter.restore()


def _room(document: QTextDocument, table: QTextTable, row: int, column: int) -> QRectF:
    """A cell with the line at its left and the one above it. Its first paragraph is its only one."""
    block = table.cellAt(row, column).firstCursorPosition().block()
    shape = table.format()
    pad, line = shape.cellPadding(), shape.border()
    return document.documentLayout().blockBoundingRect(block).adjusted(-pad - line, -pad - line, pad, pad)
