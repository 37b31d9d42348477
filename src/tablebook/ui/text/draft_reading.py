"""Reads back what stands on the page of a draft: a paragraph's runs, a table's cells, and where the text cursor is."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from tablebook.domain.text import Block, BlockKind, Run
from tablebook.ui.text.draft_edits import Place, joined, width_of, with_rows
from tablebook.ui.text.formats import BOLD, ITALIC
from tablebook.ui.text.offsets import python_index, qt_index, shown
from tablebook.ui.text.rows import Placed


def shown_runs(block: Block) -> tuple[Run, ...]:
    """A block's runs as they come back from the page when nobody touched them."""
    return joined([Run(shown(run.text), run.bold, run.italic) for run in block.runs])


def read_runs(block: QTextBlock) -> tuple[Run, ...]:
    """The runs of a paragraph on the page."""
    text = block.text()
    found, at = [], 0
    for piece in block.textFormats():
        end = python_index(text, piece.start + piece.length)
        bold, italic = bool(piece.format.property(BOLD)), bool(piece.format.property(ITALIC))
        found.append(Run(text[at:end], bold, italic))
        at = end
    if at < len(text):
        found.append(Run(text[at:]))
    return joined(found)


def read_block(document: QTextDocument, placed: Placed, known: Block) -> Block:
    """The block as it stands on the page now; the known one itself where nothing differs."""
    first = document.findBlockByNumber(placed.first)
    if known.kind is BlockKind.TABLE and known.rows:
        cells = [document.findBlockByNumber(placed.first + at).text() for at in range(placed.count)]
        columns = width_of(known)
        grid = [cells[at : at + columns] for at in range(0, len(cells), columns)]
        before = [[*map(shown, row), *[""] * (columns - len(row))] for row in known.rows]
        if grid == before:
            return known
        kept = [
            [old if shown(old) == new else _back(new) for old, new in zip(_wide(row, columns), line, strict=True)]
            for row, line in zip(known.rows, grid, strict=True)
        ]
        return with_rows(known, kept)
    runs = read_runs(first)
    if runs == shown_runs(known):
        return known
    return _with_runs(known, runs)


def _wide(row: tuple[str, ...], columns: int) -> list[str]:
    return [*row, *[""] * (columns - len(row))]


def _with_runs(known: Block, runs: tuple[Run, ...]) -> Block:
    kept = tuple(Run(_back(run.text), run.bold, run.italic) for run in runs)
    kind = BlockKind.PARAGRAPH if known.kind is BlockKind.TABLE else known.kind
    return Block(kind, known.label, kept, known.section, known.level, (), known.page, known.source)


def _back(text: str) -> str:
    """Words from the page as they are kept: a line break is a newline."""
    return text.replace("\u2028", "\n")


def place_of(position: int, document: QTextDocument, placed: list[Placed]) -> Place:
    """A document position as a place in the draft."""
    block = document.findBlock(position)
    number = block.blockNumber()
    low, high = 0, len(placed)
    while low + 1 < high:
        middle = (low + high) // 2
        low, high = (middle, high) if placed[middle].first <= number else (low, middle)
    each = placed[low]
    inside = min(max(number - each.first, 0), each.count - 1)
    if not each.first <= number < each.first + each.count:
        return Place(low, inside if is_grid(each) else -1, 0)
    return Place(low, inside if is_grid(each) else -1, python_index(block.text(), position - block.position()))


def is_grid(each: Placed) -> bool:
    """Whether a row stands as a table on the page."""
    return each.row.block.kind is BlockKind.TABLE and bool(each.row.block.rows)


def position_of(place: Place, document: QTextDocument, placed: list[Placed]) -> int:
    """A place in the draft as a document position, as near as the text allows."""
    each = placed[min(place.row, len(placed) - 1)]
    number = each.first + (min(place.cell, each.count - 1) if place.cell > 0 else 0)
    block = document.findBlockByNumber(number)
    return block.position() + qt_index(block.text(), min(place.offset, len(block.text())))


def cursor_at(place: Place, document: QTextDocument, placed: list[Placed]) -> QTextCursor:
    """A text cursor at a place."""
    cursor = QTextCursor(document)
    cursor.setPosition(position_of(place, document, placed))
    return cursor
