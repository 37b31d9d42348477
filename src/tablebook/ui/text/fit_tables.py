"""A schedule with many columns in smaller letters, so that no figure is broken over two lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFontMetricsF, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat, QTextTable

from tablebook.ui.text.formats import CELL_PAD, SHARE
from tablebook.ui.text.look import PageLook
from tablebook.ui.text.rows import Placed, Row

SMALLEST = 0.7
"""Smaller letters than this share of the page's own are harder to read than a broken word."""
_STEP = 0.05


def fit_tables(document: QTextDocument, placed: Sequence[Placed], look: PageLook, width: float) -> None:
    """Set each table's letters and paddings so that its longest words stand side by side in this width; changes only
    what differs."""
    metrics, known = QFontMetricsF(look.book), dict[str, float]()
    for each in placed:
        if each.row.block.rows and each.count > 1:
            table = QTextCursor(document.findBlockByNumber(each.first)).currentTable()
            # Columns of sentences share the width evenly: they break between words.
            if table is not None and not table.format().columnWidthConstraints():
                _fit(table, look, _share(_wanted(each.row, known, metrics), table.columns(), look, width))


def share_of(cursor: QTextCursor) -> float:
    """The share of the page's letters that the table has in which a cursor stands; 1 outside of tables."""
    table = cursor.currentTable()
    return float(table.format().property(SHARE) or 1.0) if table is not None else 1.0


def sized(look: PageLook, share: float) -> QTextCharFormat:
    """The format that gives words this share of the page's letters."""
    made = QTextCharFormat()
    made.setProperty(QTextFormat.Property.FontPixelSize, max(1, round(look.book.pixelSize() * share)))
    return made


def _wanted(row: Row, known: dict[str, float], metrics: QFontMetricsF) -> float:
    """How wide the longest words of all columns are together."""
    longest = [0.0] * max(map(len, row.block.rows))
    for cells in row.block.rows:
        for column, cell in enumerate(cells):
            for word in "".join(run.text for run in cell).replace("-", "- ").split():
                if word not in known:
                    known[word] = metrics.horizontalAdvance(word)
                longest[column] = max(longest[column], known[word])
    return sum(longest)


def _share(wanted: float, columns: int, look: PageLook, width: float) -> float:
    lines = columns + 1
    if wanted + 2 * look.px(CELL_PAD) * columns + lines <= width:
        return 1.0
    steps = range(round((1 - SMALLEST) / _STEP) + 1)
    fitting = (
        share
        for share in (1 - _STEP * step for step in steps)
        # A letter is a little wider in a small size than its share of the large one.
        if wanted * share * 1.02 + 2 * look.px(CELL_PAD * _closer(share)) * columns + lines <= width
    )
    return next(fitting, SMALLEST)


def _closer(share: float) -> float:
    """The share of the padding: it gives way first."""
    return max(0.4, 1 - 2 * (1 - share)) if share < 1 else 1.0


def _fit(table: QTextTable, look: PageLook, share: float) -> None:
    shape = table.format()
    if abs(float(shape.property(SHARE) or 1.0) - share) < _STEP / 2:
        return
    shape.setProperty(SHARE, share)
    shape.setCellPadding(look.px(CELL_PAD * _closer(share)))
    table.setFormat(shape)
    cursor = table.firstCursorPosition()
    cursor.setPosition(table.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(sized(look, share))
