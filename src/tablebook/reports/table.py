"""Tables of a contract on paper: salary schedules with cell marks, a repeated head, and room found for many columns.

The words are set at the first size and get smaller where columns would not fit; then the page is laid on its side; what
is still too wide is printed in parts, each beginning with the first column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tablebook.redline.marks import Mark, MarkedBlock, MarkedRun
from tablebook.reports import fonts
from tablebook.reports.flow import Strip
from tablebook.reports.ink import look_of
from tablebook.reports.lines import Span, break_lines
from tablebook.reports.margin import Beside, bar_of, margin_words
from tablebook.reports.pen import Pen
from tablebook.reports.rows import Cell, RowStyle, row_strips
from tablebook.reports.spoken import heard
from tablebook.reports.tags import COLUMN_HEAD, Tag

SIZES = (9.0, 8.0, 7.0, 6.5)
_PAD = 5.0
_NUMBER = re.compile(r"[\s$€£+(−-]*\d[\d,.\s]*[%)]*\s*")
_SPACES = re.compile(r"\s+")

MarkedCell = tuple[MarkedRun, ...]


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column asks for at one point of size: its widest cell, its widest word, and whether it holds numbers."""

    natural: float
    least: float
    number: bool


def table_strips(block: MarkedBlock, width: float, wide: float, sizes: Sequence[float] = SIZES) -> list[Strip]:
    """The rows of a table; the first row stands again at the top of each page. ``sizes`` are tried in turn."""
    count = max((len(row) for row in block.rows), default=0)
    if not count:
        return []
    rows = [tuple(map(_apart, row)) + ((),) * (count - len(row)) for row in block.rows]
    columns = [_column([row[index] for row in rows]) for index in range(count)]
    everything = tuple(range(count))
    for turned, room in ((False, width), (True, wide)):
        for size in sizes:
            if _least(columns, everything, size) <= room:
                return _part(block, rows, columns, everything, size, room, turned)
    strips: list[Strip] = []
    for group in _groups(columns, sizes[-1], wide):
        strips += _part(block, rows, columns, group, sizes[-1], wide, True)
    return strips


def _apart(cell: MarkedCell) -> MarkedCell:
    """The cell with a space between a struck figure and the one in its stead: "50,000 51,000", not one long number."""
    runs: list[MarkedRun] = []
    for run in cell:
        if runs and _touch(runs[-1], run):
            runs.append(MarkedRun(" "))
        runs.append(run)
    return tuple(runs)


def _touch(one: MarkedRun, other: MarkedRun) -> bool:
    """Whether two words of different hands stand side by side with nothing between them."""
    marked = Mark.SAME not in (one.mark, other.mark) and (one.writer, one.striker) != (other.writer, other.striker)
    return marked and one.text[-1:].isalnum() and (other.text[:1].isalnum() or other.text[:1] in ("$", "€", "£"))


def _standing(cell: MarkedCell) -> str:
    """What the cell says now; all of it where it is struck whole."""
    return "".join(run.text for run in cell if run.striker is None) or _words(cell)


def _words(cell: MarkedCell) -> str:
    return "".join(run.text for run in cell)


def _column(cells: Sequence[MarkedCell]) -> _Column:
    texts = [fonts.drawable(_words(cell)) for cell in cells]
    natural = max(fonts.width(text, fonts.SERIF_SEMIBOLD, 1) for text in texts)
    words = {word for text in texts for word in _SPACES.split(text)}
    least = max(fonts.width(word, fonts.SERIF_SEMIBOLD, 1) for word in words)
    body = [text for cell in cells[1:] if (text := fonts.drawable(_standing(cell))).strip()]
    number = bool(body) and sum(_NUMBER.fullmatch(text) is not None for text in body) * 2 > len(body)
    return _Column(natural, min(least, 16.0), number)


def _least(columns: Sequence[_Column], group: Sequence[int], size: float) -> float:
    return sum(columns[index].least * size + 2 * _PAD for index in group)


def _groups(columns: Sequence[_Column], size: float, room: float) -> list[tuple[int, ...]]:
    """Columns in parts that fit, the first column in each."""
    groups: list[tuple[int, ...]] = []
    group: tuple[int, ...] = (0,)
    for index in range(1, len(columns)):
        if len(group) > 1 and _least(columns, (*group, index), size) > room:
            groups.append(group)
            group = (0,)
        group = (*group, index)
    return [*groups, group]


def _shares(columns: Sequence[_Column], size: float, room: float) -> list[float]:
    """Column widths: all they ask for where there is room, else the least and a fair share of the rest."""
    least = [column.least * size + 2 * _PAD for column in columns]
    asked = [max(column.natural * size + 2 * _PAD, low) for column, low in zip(columns, least, strict=True)]
    if sum(asked) <= room:
        spare = min((room - sum(asked)) / len(columns), 40.0)
        return [share + spare for share in asked]
    extra = sum(asked) - sum(least)
    part = max(room - sum(least), 0.0) / extra if extra else 0.0
    return [low + (full - low) * part for low, full in zip(least, asked, strict=True)]


def _part(
    block: MarkedBlock,
    rows: Sequence[tuple[MarkedCell, ...]],
    columns: Sequence[_Column],
    group: Sequence[int],
    size: float,
    room: float,
    turned: bool,
) -> list[Strip]:
    chosen = [columns[index] for index in group]
    shares = _shares(chosen, size, room)
    head: Strip | None = None
    ends: list[Strip] = []
    strips: list[Strip] = []
    table = Tag("Table")
    for number, row in enumerate(rows):
        first = number == 0 and len(rows) > 1
        cells = _cells([row[index] for index in group], chosen, shares, size, first, Tag("TR", table))
        style = RowStyle(2.5, 2.5, 0.9 if first else 0.35, sum(shares))
        new = row_strips(cells, size * 1.3, style)
        if first:
            head = whole(new)
        else:
            new[0].head = head
            for strip in new[1:]:
                strip.head = head
        _mark(new, block, row, number == 0, room, size)
        ends.append(new[-1])
        strips += new
    _tie_rows(ends)
    if turned:
        for strip in strips:
            strip.wide = True
    if strips:
        strips[0].space = 8
    return strips


def _tie_rows(ends: Sequence[Strip]) -> None:
    """Two rows stand under the head at the foot of a page, and two at the top of the next: one alone reads as none."""
    for number, end in enumerate(ends[:-1]):
        end.keep = number < 2 or number == len(ends) - 2


def _cells(
    row: Sequence[MarkedCell], columns: Sequence[_Column], shares: Sequence[float], size: float, head: bool, tag: Tag
) -> list[Cell]:
    x, cells = 0.0, []
    for words, column, share in zip(row, columns, shares, strict=True):
        spans = [
            Span(run.text, _font(run, head), look_of(run), (run.writer, run.striker), own) for run, own in heard(words)
        ]
        room = share - 2 * _PAD + 0.01
        lines = break_lines(spans, room, size) if spans else []
        place = tag.cell("TH", COLUMN_HEAD) if head else tag.cell("TD")
        cells.append(Cell(x + _PAD, room, lines, size, size * 1.3, place, right=column.number))
        x += share
    return cells


def _font(run: MarkedRun, head: bool) -> str:
    if head:
        return fonts.SERIF_SEMIBOLD
    if run.bold:
        return fonts.SERIF_BOLD
    return fonts.SERIF_ITALIC if run.italic else fonts.SERIF


def _mark(
    strips: Sequence[Strip], block: MarkedBlock, row: Sequence[MarkedCell], first: bool, width: float, size: float
) -> None:
    """Rows with marks ask for the legend; rows changed since the last pass get the bar, the first row the pass."""
    runs = [run for cell in row for run in cell]
    changed = any(run.mark is not Mark.SAME for run in runs)
    bar = bar_of(block) if any(run.fresh for run in runs) else None
    words = margin_words(block) if first else ()
    for strip in strips:
        strip.marked = changed or bar is not None
        if bar is not None or words:
            strip.draw = Beside(strip.draw, strip.height, width, size * 0.65 + 5, bar, words, first=True)
            words = ()


def whole(strips: Sequence[Strip]) -> Strip:
    """Strips of one row as a single one, to stand again on a later page."""
    pieces = tuple((strip.draw, strip.height) for strip in strips)

    def draw(pen: Pen, x: float, top: float) -> None:
        for inner, height in pieces:
            inner(pen, x, top)
            top -= height

    return Strip(sum(height for _, height in pieces), draw)
