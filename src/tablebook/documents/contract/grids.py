"""Tables in printed lines: rows of pieces that wide gaps set apart in the same columns."""

from __future__ import annotations

from bisect import bisect_left

from tablebook.documents.contract.paragraphs import label_of
from tablebook.documents.lines import Line


def grid_spans(lines: tuple[Line, ...], barred: set[int]) -> list[tuple[int, int]]:
    """(first, last + 1) of each table among lines; lines in ``barred`` (headings) end a table."""
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        if at in barred or not _row(lines[at]):
            at += 1
            continue
        end = at + 1
        while end < len(lines) and end not in barred and _goes_on(lines, at, end):
            end += 1
        while end > at and not _row(lines[end - 1]):
            end -= 1
        if _is_table(lines[at:end]):
            spans.append((at, end))
            at = end
        else:
            at += 1
    return spans


def _cells(line: Line) -> tuple[tuple[float, str], ...]:
    """The pieces of a line; a list label is no cell of its own."""
    cells = line.cells
    if len(cells) > 1 and label_of(Line(cells[0][1] + " x"))[0] == cells[0][1]:
        return ((cells[0][0], f"{cells[0][1]} {cells[1][1]}"), *cells[2:])
    return cells


def _row(line: Line) -> bool:
    return not line.whole and not line.rows and len(_cells(line)) >= 2


def _goes_on(lines: tuple[Line, ...], start: int, at: int) -> bool:
    line, before = lines[at], lines[at - 1]
    if line.page != before.page or line.gap > 2 or line.whole:
        return False
    if _row(line):
        return _aligned(line, lines[start:at])
    filling = len(_cells(line)) == 1 and line.gap < 1 and len(line.text.split()) <= 5 and line.x > lines[start].x + 5
    return filling and at + 1 < len(lines) and _row(lines[at + 1])


def _aligned(line: Line, rows: tuple[Line, ...]) -> bool:
    """Whether a piece after the first begins or ends in a column of the rows above."""
    edges = [edge for row in rows[-4:] for edge in _edges(row)]
    return any(abs(mine - edge) <= 3 for mine in _edges(line) for edge in edges)


def _edges(line: Line) -> list[float]:
    return [edge for x, text in _cells(line)[1:] for edge in (x, x + len(text))]


def _is_table(lines: tuple[Line, ...]) -> bool:
    rows = [line for line in lines if _row(line)]
    widest = max((len(_cells(line)) for line in rows), default=0)
    if widest >= 3:
        return len(rows) >= 2 and sum(len(_cells(line)) >= 3 for line in rows) * 2 >= len(rows)
    labelled = sum(bool(label_of(line)[0]) for line in rows)
    return len(rows) >= 3 and labelled < len(rows) / 2 and len(rows) * 3 >= 2 * len(lines)


def rows_of(lines: tuple[Line, ...]) -> tuple[tuple[str, ...], ...]:
    """The cells of a table's lines, put into the columns that most lines share."""
    columns = _columns(lines)
    rows: list[list[str]] = []
    for line in lines:
        cells = _cells(line)
        row = [""] * len(columns)
        for x, text in cells:
            middle = x + len(text) / 2
            near = sorted({*_nearest(columns, x), *_nearest(columns, middle)})
            place = min(near, key=lambda i: min(abs(columns[i] - x), abs(columns[i] - middle)))
            row[place] = f"{row[place]} {text}".strip()
        if rows and len(cells) == 1 and line.gap < 1 and not row[0]:
            rows[-1] = [f"{a} {b}".strip() for a, b in zip(rows[-1], row, strict=True)]
        else:
            rows.append(row)
    return tuple(tuple(row) for row in rows)


def _nearest(columns: list[float], x: float) -> tuple[int, int]:
    """The columns on the two sides of a place, so that a line of a thousand pieces is not measured with each."""
    behind = min(bisect_left(columns, x), len(columns) - 1)
    return max(0, behind - 1), behind


def _columns(lines: tuple[Line, ...]) -> list[float]:
    """Left edges of the columns: those of the fullest line, and others that lie clear of them."""
    fullest = max(lines, key=lambda line: len(_cells(line)))
    columns = sorted(x for x, _ in _cells(fullest))
    for line in lines:
        for x, _ in _cells(line):
            if x < columns[0] - 6:
                columns.insert(0, x)
    return sorted(columns)
