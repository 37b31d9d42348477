"""What copying takes along: clean text for other programs, and the marks as HTML for those that can show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QTextCursor

from tablebook.domain.text import BlockKind
from tablebook.redline.marks import MarkedBlock, MarkedRun
from tablebook.ui.text.offsets import python_index
from tablebook.ui.text.rows import Placed

if TYPE_CHECKING:
    from tablebook.ui.main_window import MainWindow


def mime_of(cursor: QTextCursor, placed: Sequence[Placed]) -> QMimeData:
    """The clipboard's content for a selection."""
    from tablebook.ui.text.marked_html import blocks_html

    blocks = selected_blocks(cursor, placed)
    mime = QMimeData()
    mime.setText(clean_text(blocks))
    mime.setHtml(blocks_html(blocks))
    return mime


def copy_marks(window: MainWindow) -> None:
    """Put what is selected on the clipboard as plain text with marks, or the whole article where nothing is."""
    page = window.negotiate.article.current.page
    cursor = page.textCursor() if hasattr(page, "textCursor") else None
    if cursor is not None and cursor.hasSelection() and getattr(page, "placed", ()):
        _put(window, selected_blocks(cursor, page.placed))
        return
    key, shown = window.desk.article, window.negotiate.article.shown

    def redline(book: Any) -> tuple[MarkedBlock, ...]:
        from tablebook.jobs.redline_of import article_redline

        return article_redline(book.negotiation, key, shown=shown or None).blocks

    window.desk.bridge.run(redline, then=lambda blocks: _put(window, blocks))


def _put(window: MainWindow, blocks: Sequence[MarkedBlock]) -> None:
    from tablebook.redline.plain_marks import LEGENDS, marked_text

    way = window.preferences["plain_marks"]
    QGuiApplication.clipboard().setText(marked_text(blocks, way))
    window.say(f"Copied with marks: {LEGENDS[way]}.", "copy")


def selected_blocks(cursor: QTextCursor, placed: Sequence[Placed]) -> tuple[MarkedBlock, ...]:
    """The selection as marked blocks; a table that is touched comes whole, a paragraph cut where the selection ends."""
    document, low, high = cursor.document(), cursor.selectionStart(), cursor.selectionEnd()
    found = []
    for each in placed:
        first = document.findBlockByNumber(each.first)
        last = document.findBlockByNumber(each.first + each.count - 1)
        if last.position() + last.length() - 1 < low or first.position() > high or each.row.fold:
            continue
        block = each.row.block
        if block.kind is BlockKind.TABLE:
            found.append(block)
            continue
        text = first.text()
        start = python_index(text, max(0, low - first.position()))
        end = python_index(text, min(first.length() - 1, high - first.position()))
        if end > start or not text:
            cut = _cut(block.runs, start, end)
            found.append(replace(block, runs=cut) if start == 0 else replace(block, runs=cut, label="", old_label=None))
    return tuple(found)


def _cut(runs: Sequence[MarkedRun], start: int, end: int) -> tuple[MarkedRun, ...]:
    kept, at = [], 0
    for run in runs:
        low, high = max(start - at, 0), min(end - at, len(run.text))
        if low < high:
            kept.append(replace(run, text=run.text[low:high]))
        at += len(run.text)
    return tuple(kept)


def clean_text(blocks: Sequence[MarkedBlock]) -> str:
    """The words that stand, one block a line, tables with tabs; what is struck is left out, and so is its space."""
    lines = []
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            lines += ["\t".join(_standing(cell) for cell in row) for row in block.rows]
            continue
        words = _standing(block.runs)
        if words or not block.runs:
            lines.append(f"{block.label} {words}".strip())
    return "\n".join(lines)


def _standing(runs: Sequence[MarkedRun]) -> str:
    """Words without what is struck; the doubled space that a struck word leaves behind goes with it."""
    words = "".join(run.text for run in runs if run.striker is None)
    if any(run.striker is not None for run in runs):
        words = " ".join(part for part in words.split(" ") if part)
    return words
