"""A woven table rewritten by a new pass: rows and columns are aligned, then each pair of cells is compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from tablebook.redline.align import align
from tablebook.redline.anchors import Pair, gaps
from tablebook.redline.likeness import Item
from tablebook.redline.rewrite import rewrite
from tablebook.redline.tokens import Fold, cell_tokens
from tablebook.redline.weave import Cell, Column, Grid, Row, Thread

Rows = Sequence[Sequence[str]]
Line = TypeVar("Line", bound=Thread)


def rewrite_grid(grid: Grid, rows: Rows, number: int, fold: Fold) -> None:
    """Weave a pass of the table in. Afterwards the live cells are ``rows`` exactly."""
    old = live_rows(grid)
    row_pairs = _aligned(old, rows, fold)
    column_pairs = _column_pairs(old, rows, row_pairs, fold)
    width = max(map(len, rows), default=0)

    def same_column(column: Column, at: int) -> bool:
        return bool(rows) and _header(grid, column) == list(rows[0][at : at + 1])

    def same_row(row: Row, at: int) -> bool:
        return _last_texts(row) == list(rows[at])

    columns = _lined_up(grid.columns, column_pairs, width, number, Column, same_column)
    lines = _lined_up(grid.rows, row_pairs, len(rows), number, lambda born: Row({}, born), same_row)
    for column, place in columns:
        _stand(column, place is not None, number)
    for row, place in lines:
        _stand(row, place is not None, number)
        texts = rows[place] if place is not None else ()
        for column, at in columns:
            _put(row, column, texts[at] if at is not None and at < len(texts) else None, number, fold)
    grid.columns = [column for column, _ in columns]
    grid.rows = [row for row, _ in lines]


def live_rows(grid: Grid) -> list[list[str]]:
    """The cells that stand in the last pass."""
    return [[live_text(cell) for cell in _cells(grid, row) if cell.alive] for row in grid.rows if row.alive]


def live_text(cell: Cell) -> str:
    """The words of a cell that stand in the last pass."""
    return "".join(atom.text for atom in cell.atoms if atom.alive)


def _cells(grid: Grid, row: Row) -> list[Cell]:
    return [row.cells[column] for column in grid.columns if column in row.cells]


def _aligned(old: Rows, new: Rows, fold: Fold) -> list[Pair]:
    items = [[_item([fold(cell) for cell in row], row[0] if row else "", "row") for row in rows] for rows in (old, new)]
    return [(a, c) for a, _, c, _ in align(*items).spans]


def _item(cells: Sequence[str], name: str, kind: str) -> Item:
    """A row or column is as like another as many of its cells are the same; parts of numbers say nothing."""
    seen: Counter[str] = Counter()
    words = []
    for cell in cells:
        words.append((cell, seen[cell]))
        seen[cell] += 1
    return Item("\t".join(cells), name, "", kind, frozenset(words))


def _column_pairs(old: Rows, new: Rows, row_pairs: Sequence[Pair], fold: Fold) -> list[Pair]:
    """Columns by their header and their cells in the rows that are in both; the same number between two known columns
    means the same columns, whatever is in them."""
    ours = _columns([old[i] for i, _ in row_pairs], max(map(len, old), default=0), old, fold)
    theirs = _columns([new[j] for _, j in row_pairs], max(map(len, new), default=0), new, fold)
    pairs = [(a, c) for a, _, c, _ in align(ours, theirs).spans]
    for a, b, c, d in list(gaps(pairs, len(ours), len(theirs))):
        if b - a == d - c:
            pairs.extend(zip(range(a, b), range(c, d), strict=True))
    return sorted(pairs)


def _columns(rows: Rows, width: int, table: Rows, fold: Fold) -> list[Item]:
    header = table[0] if table else ()
    found = []
    for at in range(width):
        cells = [fold(row[at]) if at < len(row) else "" for row in rows]
        found.append(_item(cells, header[at] if at < len(header) else "", "column"))
    return found


def _lined_up(
    lines: Sequence[Line],
    pairs: Sequence[Pair],
    count: int,
    number: int,
    make: Callable[[int], Line],
    same: Callable[[Line, int], bool],
) -> list[tuple[Line, int | None]]:
    """Rows (or columns) in their new order, each with its place in the new table or None where it is struck. One that
    was struck before and comes back the same is revived; the rest of what is new is made."""
    partner = dict(pairs)
    out: list[tuple[Line, int | None]] = []
    gap: list[Line] = []
    done = at = 0
    for line in lines:
        place = partner.get(at) if line.alive else None
        at += line.alive
        if place is None:
            gap.append(line)
            continue
        out.extend(_filled(gap, range(done, place), number, make, same))
        out.append((line, place))
        gap, done = [], place + 1
    out.extend(_filled(gap, range(done, count), number, make, same))
    return out


def _filled(
    gap: Sequence[Line], places: range, number: int, make: Callable[[int], Line], same: Callable[[Line, int], bool]
) -> list[tuple[Line, int | None]]:
    out: list[tuple[Line, int | None]] = []
    done = 0
    waiting: list[tuple[Line, int | None]] = []
    for place in places:
        back = next((k for k in range(done, len(gap)) if not gap[k].alive and same(gap[k], place)), None)
        if back is None:
            waiting.append((make(number), place))
            continue
        out.extend((line, None) for line in gap[done:back])
        out.extend(waiting)
        out.append((gap[back], place))
        waiting, done = [], back + 1
    out.extend((line, None) for line in gap[done:])
    return out + waiting


def _header(grid: Grid, column: Column) -> list[str]:
    cell = grid.rows[0].cells.get(column) if grid.rows else None
    return [_last_text(cell)] if cell else []


def _last_texts(row: Row) -> list[str]:
    return [_last_text(cell) for cell in row.cells.values() if cell.events[-1] == row.events[-1]]


def _last_text(cell: Cell) -> str:
    """A struck cell's last words."""
    return "".join(atom.text for atom in cell.atoms if atom.alive_at(cell.events[-1] - 1))


def _stand(thread: Thread, stands: bool, number: int) -> None:
    if thread.alive != stands:
        thread.end(number)


def _put(row: Row, column: Column, text: str | None, number: int, fold: Fold) -> None:
    cell = row.cells.get(column)
    if cell is None:
        if text is not None:
            row.cells[column] = Cell([], number)
            row.cells[column].atoms = rewrite((), cell_tokens(text), number, fold)
        return
    _stand(cell, text is not None, number)
    if text is None:
        for atom in cell.atoms:
            _stand(atom, False, number)
    elif text != live_text(cell):
        cell.atoms = rewrite(cell.atoms, cell_tokens(text), number, fold)
