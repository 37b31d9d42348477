"""What changed throughout a table is one thing and told once: several cells of a row, a column, a table replaced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from tablebook.proof import sentences
from tablebook.proof.judge import Judge, Told
from tablebook.proof.lines import Line
from tablebook.proof.matching import Gap
from tablebook.proof.results import CellChange, Finding, Kind, Nature, Source, in_rows, spoken_place
from tablebook.proof.stream import Stream

OF_A_ROW = 3
"""So many cells of one row that differ are one finding; fewer are told each by itself."""
OF_A_COLUMN = 3
_FILLED = 0.75
"""So many cells of a column, and such a share of it, mean that the column was set anew and not mistyped."""
OF_A_TABLE = 4
_MOSTLY = 0.5
"""The same of a whole table, for one that has its steps in its rows."""

_Table = tuple[str, int]
_Group = tuple[_Table, Kind, Source | None]
_Column = tuple[bool, int]
"""Whether the column stands in the final text alone, and its number."""


class _Member(NamedTuple):
    """A finding of one row, with the cells it touches and what is in them."""

    told: Told
    row: int
    columns: tuple[_Column, ...]
    cells: tuple[CellChange, ...]


def by_table(told: Sequence[Told], judge: Judge) -> list[Told]:
    """The same findings; those that make up one change of a table as one, which has the words of them all."""
    groups: dict[_Group, list[_Member]] = defaultdict(list)
    plain: list[Told] = []
    for one in told:
        found = _member(one, judge)
        if found is None:
            plain.append(_by_rows(one, judge))
        else:
            groups[found[0], one.finding.kind, one.finding.source].append(found[1])
    for (table, _, _), members in groups.items():
        if len(members) < OF_A_ROW:
            plain.extend(_by_rows(one.told, judge) for one in members)
        else:
            plain.extend(_told(_Grid(judge.signed, table), members, judge))
    return sorted(plain, key=lambda one: one.spans)


class _Grid:
    """A table of the signed text: its cells that have words, how many are in each column, and what it is called."""

    def __init__(self, text: Stream, table: _Table) -> None:
        numbers = [n for n, line in enumerate(text.lines) if _table(line) == table]
        self.cells = {cell for n in numbers if (cell := text.lines[n].cell)}
        self.lines = {line.cell: line for line in map(text.lines.__getitem__, numbers)}
        self.below = {cell for cell in self.cells if cell[0]}
        self.name = name_of(text, numbers[0])

    def in_column(self, column: _Column) -> int:
        """How many cells of a column below its head have words; of a new one, how many rows there are."""
        if column[0]:
            return len({row for row, _ in self.below})
        return sum(number == column[1] for _, number in self.below)


def name_of(text: Stream, number: int) -> str:
    """What a table is called: the heading straight above it, or its first row."""
    line = text.lines[number]
    first = number
    while first and _table(text.lines[first - 1]) == _table(line):
        first -= 1
    above = text.lines[first - 1] if first else None
    if above and above.heading and above.block >= 0 and above.place.unit == line.place.unit:
        return above.text
    row = _row_of(text.lines[first])
    end = first
    while end < len(text.lines) and _row_of(text.lines[end]) == row:
        end += 1
    return " | ".join(one.text for one in text.lines[first:end])


def _table(line: Line) -> _Table | None:
    return (line.place.unit, line.block) if line.cell else None


def _member(one: Told, judge: Judge) -> tuple[_Table, _Member] | None:
    """The finding as one of cells in one row; None where it is no such thing."""
    if len(one.spans) != 1 or one.finding.nature is not Nature.WORDING:
        return None
    gap, text = one.spans[0], judge.signed
    first, last = text.line_at(gap.a), text.line_at(max(gap.a, gap.b - 1))
    if gap.a == gap.b and gap.a:
        before = text.line_at(gap.a - 1)
        first = last = before if before.cell else first
    table = _table(first)
    if (
        table is None
        or table != _table(last)
        or first.cell is None
        or last.cell is None
        or first.cell[0] != last.cell[0]
    ):
        return None
    theirs = [line for line, _ in _lines(judge.final, gap.c, gap.d)]
    if len({line.cell[0] if line.cell else -1 for line in theirs}) > 1 or _is_row(gap, text, judge.final):
        return None
    return table, _Member(one, first.cell[0], *_cells(one, first, judge))


def _is_row(gap: Gap, text: Stream, final: Stream) -> bool:
    """Whether a whole row is left out or put in."""
    ours, start, end = (text, gap.a, gap.b) if gap.a < gap.b else (final, gap.c, gap.d)
    if (gap.a < gap.b) == (gap.c < gap.d):
        return False
    row = _row_of(ours.line_at(start))
    inside = ours.begins_line(start) and ours.begins_line(end)
    alone = (not start or _row_of(ours.line_at(start - 1)) != row) and (
        end >= len(ours.keys) or _row_of(ours.line_at(end)) != row
    )
    return row is not None and inside and alone and len(list(_lines(ours, start, end))) > 1


def _row_of(line: Line) -> tuple[str, int, int] | None:
    return (line.place.unit, line.block, line.cell[0]) if line.cell else None


def _lines(text: Stream, start: int, end: int) -> Iterator[tuple[Line, str]]:
    return ((text.lines[number], words) for number, words in text.pieces(start, end))


def _cells(one: Told, at: Line, judge: Judge) -> tuple[tuple[_Column, ...], tuple[CellChange, ...]]:
    """The columns that a finding touches, and what is told of them; cell by cell where both texts have as many."""
    (gap,), found = one.spans, one.finding
    ours, theirs = list(_lines(judge.signed, gap.a, gap.b)), list(_lines(judge.final, gap.c, gap.d))
    label = at.heads[0] or (at.text if at.cell and not at.cell[1] and len(ours) != 1 else "")
    row = label or f"{(at.cell or (0, 0))[0] + 1}"
    if len(ours) > 1 and len(ours) == len(theirs):
        pairs = zip(ours, theirs, strict=True)
        cells = tuple(CellChange(row, _head(line), old, new) for (line, old), (_, new) in pairs)
        return tuple((False, line.cell[1]) for line, _ in ours if line.cell), cells
    columns = tuple((False, line.cell[1]) for line, _ in ours if line.cell)
    heads = [_head(line) for line, _ in ours or theirs if line.cell]
    if not ours:  # a cell that the signed text does not have, or more words in one that it has
        columns = tuple((line.cell is not None, (line.cell or at.cell or (0, 0))[1]) for line, _ in theirs)
    return columns, (CellChange(row, ", ".join(dict.fromkeys(heads)) or _head(at), found.old, found.new),)


def _head(line: Line) -> str:
    return line.heads[1] or (f"column {line.cell[1] + 1}" if line.cell else "")


def _told(grid: _Grid, members: list[_Member], judge: Judge) -> Iterator[Told]:
    """A group's findings: one of what was changed throughout, one of each row with several cells, the rest as it is."""
    filled = _filled(grid, members)
    throughout = [one for one in members if filled.issuperset(one.columns)]
    if throughout:
        yield _merged(grid, throughout, judge)
    rest = [one for one in members if not filled.issuperset(one.columns)]
    for _, together in groupby(sorted(rest, key=lambda one: (one.row, one.told.spans)), lambda one: one.row):
        here = list(together)
        if sum(len(one.cells) for one in here) >= OF_A_ROW:
            yield _merged(grid, here, judge)
        else:
            yield from (_by_rows(one.told, judge) for one in here)


def _filled(grid: _Grid, members: Sequence[_Member]) -> set[_Column]:
    """The columns that differ throughout: all of them where more than half of the table does."""
    rows: dict[_Column, set[int]] = defaultdict(set)
    for one in members:
        for column in one.columns:
            if one.row:
                rows[column].add(one.row)
    count = {column: len(some) for column, some in rows.items()}
    changed = sum(count.values())
    if len({one.row for one in members}) > 1 and changed >= OF_A_TABLE and changed > _MOSTLY * len(grid.below):
        return {column for one in members for column in one.columns}
    found = {column for column, n in count.items() if n >= OF_A_COLUMN and n >= _FILLED * grid.in_column(column)}
    if found:  # columns that only a few rows reach
        found |= {column for column, n in count.items() if n == grid.in_column(column)}
    return found


def _merged(grid: _Grid, members: Sequence[_Member], judge: Judge) -> Told:
    """One finding of them all, row by row."""
    members = sorted(members, key=lambda one: one.told.spans)
    first = members[0].told.finding
    cells = tuple(cell for one in members for cell in one.cells)
    rows = len({one.row for one in members})
    total = len(grid.cells) if rows > 1 else sum(row == members[0].row for row, _ in grid.cells)
    page = next((one.told.finding.page for one in members if one.told.finding.page), None)
    where = f"{spoken_place(first.place)}, table {sentences.quoted(grid.name)}"
    finding = Finding(
        first.kind,
        Nature.WORDING,
        first.place,
        "\n".join(in_rows(cells, lambda cell: cell.old)),
        "\n".join(in_rows(cells, lambda cell: cell.new)),
        sentences.cells(first.kind, where, cells, max(total, len(cells)), first.source),
        first.source,
        "\n".join(dict.fromkeys(one.told.finding.current for one in members if one.told.finding.current)),
        page=page,
        cells=cells,
    )
    return Told(tuple(span for one in members for span in one.told.spans), finding)


def _by_rows(one: Told, judge: Judge) -> Told:
    """A finding over whole rows of a table, with its words row by row and a sentence that says how many rows."""
    if len(one.spans) != 1 or one.finding.nature is not Nature.WORDING:
        return one
    gap, found = one.spans[0], one.finding
    ours, theirs = list(_lines(judge.signed, gap.a, gap.b)), list(_lines(judge.final, gap.c, gap.d))
    old_rows, new_rows = _rows(ours), _rows(theirs)
    if not (_is_row(gap, judge.signed, judge.final) or len(old_rows) > 1 or len(new_rows) > 1):
        return one
    number = _cell_at(gap, judge.signed)
    if number is None or (not old_rows and not _goes_on(gap, judge.final)):
        # A table that the signed text has nothing of: its words are told as they are, row by row.
        return Told(one.spans, replace(found, new=_in_lines(theirs)))
    where = f"{spoken_place(found.place)}, table {sentences.quoted(name_of(judge.signed, number))}"
    old, new = (_in_lines(ours), _in_lines(theirs)) if found.kind is not Kind.MISSING else (found.old, found.new)
    said = sentences.rows(found.kind, where, (old, len(old_rows)), (new, len(new_rows)), found.source)
    return Told(one.spans, replace(found, old=old, new=new, sentence=said))


def _cell_at(gap: Gap, text: Stream) -> int | None:
    """The line of the first cell in a stretch, else of the one right before or behind it."""
    numbers = [text.line[at] for at in (*range(gap.a, gap.b), gap.a, gap.a - 1) if 0 <= at < len(text.line)]
    return next((number for number in numbers if text.lines[number].cell), None)


def _goes_on(gap: Gap, final: Stream) -> bool:
    """Whether rows that were put in stand in a table that has others."""
    tables = {_table(line) for line, _ in _lines(final, gap.c, gap.d)}
    beside = (final.line_at(at) for at in (gap.c - 1, gap.d) if 0 <= at < len(final.keys))
    return len(tables) == 1 and any(_table(line) in tables for line in beside)


def _rows(lines: Sequence[tuple[Line, str]]) -> list[tuple[str, int, int]]:
    return list(dict.fromkeys(row for line, _ in lines if (row := _row_of(line))))


def _in_lines(lines: Sequence[tuple[Line, str]]) -> str:
    """Words over several lines: each paragraph a line, each row of a table one with bars between its cells."""
    found: list[tuple[tuple[str, int, int] | None, str]] = []
    for line, words in lines:
        row = _row_of(line)
        if found and row is not None and found[-1][0] == row:
            found[-1] = row, f"{found[-1][1]} | {words}"
        else:
            found.append((row, words))
    return "\n".join(words for _, words in found)
