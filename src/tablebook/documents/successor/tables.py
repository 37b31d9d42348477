"""A table's cells written anew where they stand; rows and columns that came or went."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from tablebook.documents.successor.columns import change_columns, set_span, single
from tablebook.documents.successor.letters import Letters
from tablebook.documents.successor.paragraphs import plain, without_fields
from tablebook.documents.tracked.names import TC, TR, Element, P, W, bare, make, remove, without_own_numbers
from tablebook.documents.tracked.table_widths import set_size, table_widths
from tablebook.documents.word.lines import own_parts
from tablebook.documents.word.merged import VMERGE, goes_on, span_of
from tablebook.documents.word.parts import Styles, whole
from tablebook.domain.text import Block, Run, paragraph

Rows = Sequence[Sequence[str]]


def rewrite_table(table: Element, old: Block, new: Block, styles: Styles) -> None:
    """Write the rows of the new block over those of the old one; rows that stay keep their looks."""
    rows = own_parts(table, TR)
    even = all(len({len(row) for row in some}) == 1 for some in (old.rows, new.rows))
    was: Rows | None = old.rows if even and len(rows) == len(old.rows) else None
    if was is not None and len(was[0]) != len(new.rows[0]):
        was = change_columns(table, was, new.rows)
    if was is None:
        _anew(table, rows, new.rows, styles)
        return
    matcher = SequenceMatcher(None, list(map(tuple, was)), list(new.rows), autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        paired = min(b - a, d - c)
        for step in range(paired):
            _row(rows[a + step], was[a + step], new.rows[c + step], styles)
        for gone in rows[a + paired : b]:
            remove(gone)
        last = min(max(a + paired - 1, 0), len(rows) - 1)
        after = rows[last] if a + paired else None
        for cells in new.rows[c + paired : d]:
            made = bare(rows[last])
            without_own_numbers(made)
            _row(made, (), cells, styles)
            if after is not None:
                after.addnext(made)
            else:
                rows[0].addprevious(made)
            after = made


def _row(row: Element, old: Sequence[str], new: Sequence[str], styles: Styles) -> None:
    column = 0
    for whole_cell in own_parts(row, TC):
        span = span_of(whole_cell)
        for step, cell in _parted(whole_cell, new[column : column + span]):
            at = column + step
            if at < len(new) and (step or at >= len(old) or old[at] != new[at]):
                write_cell(cell, new[at], styles)
                _begin(cell, new[at])
        column += span


def _parted(cell: Element, words: Sequence[str]) -> list[tuple[int, Element]]:
    """A cell with its place among the columns that it reaches over; where words stand in one that is not the first,
    they have a cell of their own."""
    starts = [step for step, one in enumerate(words) if one and step]
    if not starts:
        return [(0, cell)]
    found = [(0, cell)]
    for step in starts:
        made = bare(cell)
        without_own_numbers(made)
        found[-1][1].addnext(made)
        found.append((step, made))
    for (step, one), end in zip(found, (*starts, span_of(cell)), strict=True):
        single(one)
        set_span(one, end - step)
    return found


def _begin(cell: Element, words: str) -> None:
    """A cell with words is not covered by the one above it: it begins a merged cell of its own."""
    if words and goes_on(cell):
        next(cell.iter(VMERGE)).set(W + "val", "restart")


def write_cell(cell: Element, words: str, styles: Styles) -> None:
    """Put words into a cell, in its first paragraph."""
    paragraphs = list(cell.iter(P))
    if not paragraphs:
        paragraphs = [make("p")]
        cell.append(paragraphs[0])
    first = paragraphs[0]
    without_fields(first)
    letters = Letters(first, styles)
    if len(paragraphs) == 1 and letters.letters:
        letters.write(0, len(letters.letters), (Run(words),))
        letters.settle()
        return
    plain(first, (paragraph(words),), own_label=False)
    for other in paragraphs[1:]:
        remove(other)


def _anew(table: Element, rows: Sequence[Element], new: Rows, styles: Styles) -> None:
    """A table of uneven rows: every row after the model of the one in its place, with a cell for each column."""
    made = []
    for at, cells in enumerate(new):
        row = bare(rows[min(at, len(rows) - 1)])
        without_own_numbers(row)
        parts = own_parts(row, TC)
        for cell in parts[len(cells) :]:
            remove(cell)
        for _ in range(len(cells) - len(parts)):
            parts[-1].addnext(bare(parts[-1]))
        for cell, words in zip(own_parts(row, TC), cells, strict=False):
            for span in list(cell.iter(W + "gridSpan", W + "vMerge")):
                remove(span)
            write_cell(cell, words, styles)
        made.append(row)
    for row in rows[1:]:
        remove(row)
    for row in reversed(made):
        rows[0].addnext(row)
    remove(rows[0])
    grid = table.find(W + "tblGrid")
    width = max((len(row) for row in new), default=1)
    if grid is not None and len(grid) != width:
        total = sum(whole(one.get(W + "w"), 0) for one in grid) or 9000
        for one in list(grid):
            grid.remove(one)
        grid.extend(make("gridCol", w=str(total // width)) for _ in range(width))


def new_table(block: Block) -> Element:
    """A table where the contract has none to take after: lines around all cells, and room for the longest words."""
    widths, size = table_widths(block.rows)
    table, properties, borders = make("tbl"), make("tblPr"), make("tblBorders")
    properties.append(make("tblW", w="5000", type="pct"))
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(make(side, val="single", sz="4", space="0", color="auto"))
    properties.append(borders)
    grid = make("tblGrid")
    grid.extend(make("gridCol", w=str(width)) for width in widths)
    table.extend((properties, grid))
    for cells in block.rows:
        row = make("tr")
        for words, width in zip(cells, widths, strict=False):
            cell, inner = make("tc"), make("p")
            own = make("tcPr")
            own.append(make("tcW", w=str(width), type="dxa"))
            plain(inner, (paragraph(words),), own_label=False)
            cell.extend((own, inner))
            row.append(cell)
        table.append(row)
    set_size(table, size)
    return table
