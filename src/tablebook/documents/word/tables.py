"""Tables of a Word file with the looks of their words, rows and cells."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from tablebook.documents.marked.paper import Look, SeenBlock, SeenRun
from tablebook.documents.word.lines import own_parts
from tablebook.documents.word.merged import covered, span_of
from tablebook.documents.word.parts import W
from tablebook.documents.word.runs import joined
from tablebook.documents.word.tracking import Tracked
from tablebook.domain.text import BlockKind

Blocks = Callable[[etree._Element, Tracked], list[SeenBlock]]
Cell = tuple[SeenRun, ...]


def seen_table(element: etree._Element, tracked: Tracked, position: int, blocks: Blocks) -> list[SeenBlock]:
    """A table as one block. A frame of a single cell gives the paragraphs in it."""
    rows = own_parts(element, W + "tr")
    cells = [own_parts(row, W + "tc") for row in rows]
    if len(cells) == 1 and len(cells[0]) == 1:
        return blocks(cells[0][0], _of_row(rows[0], tracked))
    grid: list[tuple[Cell, ...]] = []
    looks: list[tuple[Look, ...]] = []
    row_looks: list[Look] = []
    for row, parted, hidden in zip(rows, cells, covered(zip(rows, cells, strict=True)), strict=True):
        within = _of_row(row, tracked)
        read = [
            one for part, unseen in zip(parted, hidden, strict=True) for one in _spanned(part, unseen, within, blocks)
        ]
        grid.append(tuple(cell for cell, _ in read))
        looks.append(tuple(look for _, look in read))
        row_looks.append(within.on(Look()))
    if not any(run.text.strip() for row in grid for cell in row for run in cell):
        return []
    width = max(map(len, grid))
    return [
        SeenBlock(
            (),
            BlockKind.TABLE,
            rows=tuple((*row, *[()] * (width - len(row))) for row in grid),
            row_looks=tuple(row_looks),
            cell_looks=tuple((*row, *[Look()] * (width - len(row))) for row in looks),
            source=position,
        )
    ]


def _of_row(row: etree._Element, tracked: Tracked) -> Tracked:
    return tracked.among(row.find(W + "trPr"), "ins", "del")


def _spanned(cell: etree._Element, unseen: bool, tracked: Tracked, blocks: Blocks) -> list[tuple[Cell, Look]]:
    """A cell and the empty ones it spans; the words of one that is covered are read, but not seen."""
    properties = cell.find(W + "tcPr")
    within = tracked.among(properties, "cellIns", "cellDel")
    look = within.on(Look())
    words = _words(blocks(cell, within))
    return [(() if unseen else words, look)] + [((), look)] * (span_of(cell) - 1)


def _words(blocks: list[SeenBlock]) -> Cell:
    """The words of a cell in one line; the blank between two paragraphs looks like the end of the first."""
    runs: list[SeenRun] = []
    between: Look | None = None
    for block in blocks:
        inner = [run for row in block.rows for cell in row for run in (*cell, SeenRun(" ", Look()))] or list(block.runs)
        if between is not None and (inner or between.tracked):
            runs.append(SeenRun(" ", between))
        if block.label and inner:
            runs.append(SeenRun(f"{block.label} ", inner[0].look))
        runs += [SeenRun(run.text.replace("\n", " ").replace("\t", " "), run.look) for run in inner]
        between = block.mark_look
    return joined(runs)
