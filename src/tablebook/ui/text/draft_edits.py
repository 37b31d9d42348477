"""What a draft's keys do to its blocks, without any window: split, join, replace a stretch, change a table's rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from tablebook.domain.text import Block, BlockKind, Run
from tablebook.ui.text.lettering import next_label


class Place(NamedTuple):
    """A point in a draft: its block, the cell counted row by row (-1 in a paragraph), and the Python position."""

    row: int
    cell: int = -1
    offset: int = 0


class Edit(NamedTuple):
    """Put `blocks` in place of `gone` blocks from `at`, and the text cursor at `caret`."""

    at: int
    gone: int
    blocks: tuple[Block, ...]
    caret: Place


def joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Runs without empty ones, neighbours of one style as one: the form that is compared with what is on the page."""
    made: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if made and (made[-1].bold, made[-1].italic) == (run.bold, run.italic):
            made[-1] = Run(made[-1].text + run.text, run.bold, run.italic)
        else:
            made.append(run)
    return tuple(made)


def cut(runs: Sequence[Run], start: int, end: int | None = None) -> tuple[Run, ...]:
    """The runs between two Python positions."""
    kept, at = [], 0
    for run in runs:
        low = max(start - at, 0)
        high = len(run.text) if end is None else min(end - at, len(run.text))
        if low < high:
            kept.append(replace(run, text=run.text[low:high]))
        at += len(run.text)
    return tuple(kept)


def split(blocks: Sequence[Block], place: Place, labelled: bool = True) -> Edit:
    """Enter: what stands after the place begins a new paragraph, with the next label of its list. On an empty lettered
    paragraph Enter ends the list: the label goes. Without `labelled` the new paragraph goes on under the same label."""
    block = blocks[place.row]
    in_list = bool(block.label) and not block.section and block.kind is BlockKind.PARAGRAPH
    if in_list and labelled and not block.text:
        return Edit(place.row, 1, (replace(block, label="", level=0),), place)
    above = next((b.label for b in reversed(blocks[: place.row]) if b.level == block.level), "")
    label = next_label(block.label, above) if in_list and labelled else ""
    level = block.level if block.kind is BlockKind.PARAGRAPH else 0
    left = replace(block, runs=cut(block.runs, 0, place.offset))
    right = Block(BlockKind.PARAGRAPH, label, cut(block.runs, place.offset), level=level)
    return Edit(place.row, 1, (left, right), Place(place.row + 1))


def join_with_above(blocks: Sequence[Block], row: int) -> Edit | str:
    """Backspace at the beginning: the words join the paragraph above, whose label stays. A sentence says why not."""
    if row == 0:
        return ""
    above, block = blocks[row - 1], blocks[row]
    if above.kind is BlockKind.TABLE:
        return "A table stands above. Its words cannot join a paragraph."
    if block.kind is BlockKind.HEADING and block.text:
        return f"Section {block.label or block.text} begins here. Empty its heading to join it to the text above."
    if above.kind is BlockKind.HEADING and above.text and block.text:
        return "A heading stands above. Empty one of the two before joining them."
    if above.kind is BlockKind.HEADING and not above.text and block.kind is BlockKind.PARAGRAPH and not above.section:
        return Edit(row - 1, 2, (block,), Place(row - 1))
    merged = replace(above, runs=above.runs + block.runs)
    return Edit(row - 1, 2, (merged,), Place(row - 1, -1, len(above.text)))


def remove(blocks: Sequence[Block], start: Place, end: Place) -> Edit | str:
    """Delete what is selected across blocks; whole tables in between go, an end inside a table is refused."""
    if start.row == end.row and start.cell >= 0:
        return clear_cells(blocks, start, end)
    if start.cell >= 0 or end.cell >= 0:
        return "The selection begins or ends inside a table. Select the whole table, or cells of it."
    first, last = blocks[start.row], blocks[end.row]
    words = cut(first.runs, 0, start.offset) + cut(last.runs, end.offset)
    return Edit(start.row, end.row - start.row + 1, (replace(first, runs=words),), start)


def clear_cells(blocks: Sequence[Block], start: Place, end: Place) -> Edit:
    """Empty the cells between two places of one table; within one cell only the words between them."""
    table = blocks[start.row]
    columns = width_of(table)
    cells = [[*row, *[""] * (columns - len(row))] for row in table.rows]
    if start.cell == end.cell:
        words = cells[start.cell // columns][start.cell % columns]
        cells[start.cell // columns][start.cell % columns] = words[: start.offset] + words[end.offset :]
        return Edit(start.row, 1, (with_rows(table, cells),), start)
    low_row, high_row = sorted((start.cell // columns, end.cell // columns))
    low, high = sorted((start.cell % columns, end.cell % columns))
    for row in cells[low_row : high_row + 1]:
        row[low : high + 1] = [""] * (high + 1 - low)
    return Edit(start.row, 1, (with_rows(table, cells),), Place(start.row, low_row * columns + low))


def width_of(table: Block) -> int:
    """How many columns a table has: as many as its longest row."""
    return max((len(row) for row in table.rows), default=1) or 1


def with_rows(table: Block, cells: Sequence[Sequence[str]]) -> Block:
    """The table with other cells. Empty cells that a short row never had are not added to it."""
    rows = []
    for at, row in enumerate(cells):
        shortest = len(table.rows[at]) if at < len(table.rows) else len(row)
        kept = len(row)
        while kept > shortest and not row[kept - 1]:
            kept -= 1
        rows.append(tuple(row[:kept]))
    return replace(table, rows=tuple(rows))


def set_cell(table: Block, cell: int, words: str) -> Block:
    """The table with other words in one cell, counted row by row."""
    columns = width_of(table)
    cells = [[*row, *[""] * (columns - len(row))] for row in table.rows]
    cells[cell // columns][cell % columns] = words
    return with_rows(table, cells)


def add_row(blocks: Sequence[Block], place: Place) -> Edit:
    """A new empty row under the one with the text cursor, which goes to its first cell."""
    table = blocks[place.row]
    columns, at = width_of(table), place.cell // width_of(table) + 1
    rows = (*table.rows[:at], ("",) * columns, *table.rows[at:])
    return Edit(place.row, 1, (replace(table, rows=rows),), Place(place.row, at * columns))


def remove_row(blocks: Sequence[Block], place: Place) -> Edit:
    """Take out the row with the text cursor; with its last row the table goes."""
    table = blocks[place.row]
    columns, at = width_of(table), place.cell // width_of(table)
    rows = (*table.rows[:at], *table.rows[at + 1 :])
    if not rows:
        return Edit(place.row, 1, (Block(),), Place(place.row))
    return Edit(place.row, 1, (replace(table, rows=rows),), Place(place.row, min(at, len(rows) - 1) * columns))


def indent(blocks: Sequence[Block], place: Place, by: int) -> Edit:
    """One level in or out."""
    block = blocks[place.row]
    return Edit(place.row, 1, (replace(block, level=max(0, min(8, block.level + by))),), place)


def insert(blocks: Sequence[Block], place: Place, new: Sequence[Block]) -> Edit:
    """Put pasted blocks at a place: a single line joins the words there, several stand between what they part."""
    block = blocks[place.row]
    if len(new) == 1 and new[0].kind is not BlockKind.TABLE and not (new[0].label and not block.text):
        words = cut(block.runs, 0, place.offset) + _said(new[0]) + cut(block.runs, place.offset)
        added = sum(len(run.text) for run in _said(new[0]))
        return Edit(place.row, 1, (replace(block, runs=words),), place._replace(offset=place.offset + added))
    left, right = cut(block.runs, 0, place.offset), cut(block.runs, place.offset)
    made = list(new)
    keeps_head = bool(left) or block.kind is BlockKind.HEADING or bool(block.section)
    if keeps_head:
        made.insert(0, replace(block, runs=left))
    caret = Place(place.row + len(made) - 1, -1, len(made[-1].text) if made[-1].kind is not BlockKind.TABLE else 0)
    if right:
        made.append(Block(BlockKind.PARAGRAPH, "", right, level=block.level))
    if made[caret.row - place.row].kind is BlockKind.TABLE:
        caret = Place(caret.row, 0, 0)
    return Edit(place.row, 1, tuple(made), caret)


def _said(block: Block) -> tuple[Run, ...]:
    return (Run(f"{block.label} "), *block.runs) if block.label else block.runs


def spread(blocks: Sequence[Block], place: Place, cells: Sequence[Sequence[str]]) -> Edit:
    """Pasted cells over the table from the cell with the text cursor, rows added where there are too few."""
    table = blocks[place.row]
    columns = width_of(table)
    down, across = divmod(place.cell, columns)
    grid = [[*row, *[""] * (columns - len(row))] for row in table.rows]
    grid += [[""] * columns for _ in range(down + len(cells) - len(grid))]
    for at, row in enumerate(cells):
        for step, words in enumerate(row[: columns - across]):
            grid[down + at][across + step] = words
    return Edit(place.row, 1, (with_rows(table, grid),), place)
