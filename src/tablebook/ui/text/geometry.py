"""Where words stand on the page: lines, baselines, and the pieces of a span on each line without outer spaces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from tablebook.domain.text import BlockKind
from tablebook.ui.text.look import PageLook
from tablebook.ui.text.rows import Placed, Span

SPACES = " \u00a0\t\u2028\u2029"


class Piece(NamedTuple):
    """A stretch of words on one line. `first` and `last`: the span begins or ends here."""

    left: float
    right: float
    baseline: float
    first: bool
    last: bool


def origin(document: QTextDocument, block: QTextBlock) -> QPointF:
    """The point from which a block's lines are measured."""
    return document.documentLayout().blockBoundingRect(block).topLeft()


def lines_of(block: QTextBlock) -> Iterator[QTextLine]:
    """The lines of a block."""
    layout = block.layout()
    for number in range(layout.lineCount()):
        yield layout.lineAt(number)


def baseline(at: QPointF, line: QTextLine) -> float:
    """The baseline of a line in page coordinates."""
    return at.y() + line.y() + line.ascent()


def pieces_of(document: QTextDocument, block: QTextBlock, span: Span, look: PageLook) -> list[Piece]:
    """The visible stretches of a span, line by line."""
    at, text = origin(document, block), block.text()
    units = _units(text)
    start, end = _trimmed(units, span.start, span.end)
    found = []
    for line in lines_of(block):
        low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        low, high = _trimmed(units, low, high)
        if low >= high:
            continue
        left, right = _x(line, low), _x(line, high)
        if left > right:
            left, right = right, left
        last = high == end
        if last and (span.ink.bracketed or span.air):
            right -= look.px(4)
        found.append(Piece(at.x() + left, at.x() + right, baseline(at, line), low == start, last))
    return found


def _x(line: QTextLine, position: int) -> float:
    """Where a position stands across the line. Qt gives it with the position, which its stubs do not know."""
    return float(line.cursorToX(position)[0])  # type: ignore[index]


def _units(text: str) -> list[str]:
    """The text by Qt positions: what lies beyond the first plane takes two."""
    if text.isascii() or all(char <= "\uffff" for char in text):
        return list(text)
    return [unit for char in text for unit in ((char, char) if char > "\uffff" else (char,))]


def _trimmed(units: list[str], start: int, end: int) -> tuple[int, int]:
    end = min(end, len(units))
    while end > start and units[end - 1] in SPACES:
        end -= 1
    while start < end and units[start] in SPACES:
        start += 1
    return start, end


class Band(NamedTuple):
    """How far down and across a row's words reach: from the top of its first line to the foot of its last."""

    top: float
    bottom: float
    first_baseline: float
    left: float


def band_of(document: QTextDocument, placed: Placed, look: PageLook, rows: tuple[int, ...] = ()) -> Band:
    """The band of a row; for a table, of all its cells or only of the Qt blocks in `rows`."""
    numbers = rows or _outer_cells(placed)
    if placed.row.block.kind is not BlockKind.TABLE or placed.row.fold:
        block = document.findBlockByNumber(placed.first)
        at = origin(document, block)
        lines = list(lines_of(block))
        if not lines:
            return Band(at.y(), at.y(), at.y(), at.x())
        first, last = baseline(at, lines[0]), baseline(at, lines[-1])
        return Band(first - look.px(15.5), last + look.px(5.5), first, at.x())
    bands = [_cell_band(document, number, look) for number in numbers]
    return Band(
        min(b.top for b in bands), max(b.bottom for b in bands), min(b.first_baseline for b in bands),
        min(b.left for b in bands),
    )  # fmt: skip


def _outer_cells(placed: Placed) -> list[int]:
    """The cells of a table's first and last row: they reach as far as the table does."""
    columns = max((len(row) for row in placed.row.block.rows), default=1) or 1
    last = placed.first + placed.count
    return [*range(placed.first, min(placed.first + columns, last)), *range(max(placed.first, last - columns), last)]


def _cell_band(document: QTextDocument, number: int, look: PageLook) -> Band:
    block = document.findBlockByNumber(number)
    at = origin(document, block)
    lines = list(lines_of(block))
    first = baseline(at, lines[0]) if lines else at.y()
    last = baseline(at, lines[-1]) if lines else at.y()
    return Band(first - look.px(15.5), last + look.px(5.5), first, at.x())


def row_rect(document: QTextDocument, placed: Placed, look: PageLook, width: float) -> QRectF:
    """The room of a row across the measure, for frames, folds and scrolling."""
    band = band_of(document, placed, look)
    left = min(band.left, document.rootFrame().frameFormat().leftMargin())
    return QRectF(left, band.top, width, band.bottom - band.top)
