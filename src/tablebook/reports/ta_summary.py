"""The TA log on paper: every tentative agreement, and what is still open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from tablebook.reports import fonts
from tablebook.reports.flow import Strip
from tablebook.reports.page import Cancelled, Paper, Progress, Shape, full_parties, print_paper, stop_if
from tablebook.reports.pieces import facts, head, note, prose, title_strips, words
from tablebook.reports.rows import Cell, RowStyle, cell, row_strips
from tablebook.reports.sheets import OpenRow, TaRow, TaSummarySheet
from tablebook.reports.table import whole
from tablebook.reports.tags import COLUMN_HEAD, Tag

_AGREED = (0.0, 0.262, 0.436, 0.59, 0.873)  # where the columns after the number begin, as parts of the width
_OPEN = (0.0, 0.277, 0.462, 0.736)
_NUMBER = 17.0, 70.0  # the least and the greatest width of the column of numbers ("12", "Appendix A")

Columns = list[tuple[float, float]]


def write(
    sheet: TaSummarySheet,
    target: Path | BinaryIO,
    page: str = "letter",
    colour: bool = True,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Print the summary to a PDF. The same sheet always gives the same bytes."""
    shape = Shape.named(page)
    width = shape.text_width
    paper = Paper(
        title=", ".join(part for part in (sheet.title, sheet.as_of) if part),
        masthead=sheet.masthead,
        made=sheet.made,
        running=sheet.masthead.agreement,
        running_on=sheet.title,
        foot=sheet.count,
        code=f"Record {sheet.fingerprint}",
    )
    strips = title_strips(sheet.title, sheet.as_of, "", "", width)
    strips += note(sheet.lead, width, 2)
    strips += facts(full_parties(sheet.masthead, shape), width)
    stop_if(cancelled)
    strips += _agreed(sheet.rows, width)
    stop_if(cancelled)
    strips += head("Still open", width, space=18)
    strips += _open(sheet.open, width)
    strips += prose(sheet.leftovers, width, fonts.SERIF, 10.5, 14.5, 10)
    strips += note(sheet.left_count, width, 4)
    paper.strips = strips
    print_paper(paper, target, shape, colour, progress, cancelled)


def _agreed(rows: Sequence[TaRow], width: float) -> list[Strip]:
    if not rows:
        return note("No tentative agreement so far.", width, 10)
    names = ("", "Article", "TA, accepts", "Date, time", "Signed by", "Text")
    columns = _columns([row.number for row in rows], _AGREED, width)
    table = Tag("Table")
    strips = _table_head(names, columns, width, table)
    top = whole(strips)
    for row in rows:
        under = ("", row.sections, row.accepted, row.time, _joined(row.conditions, row.effective), "")
        first = (row.number, row.title, row.label, row.date, row.signed_by, row.fingerprint)
        strips += _row(first, under, columns, width, top, table, row.note)
    return strips


def _joined(conditions: str, effective: str) -> str:
    return ". ".join(part for part in (conditions.rstrip("."), f"Effective {effective}" if effective else "") if part)


def _open(rows: Sequence[OpenRow], width: float) -> list[Strip]:
    if not rows:
        return prose(
            "Nothing. Every article is agreed, withdrawn, deferred or current contract language.", width, size=10.5
        )
    columns = _columns([row.number for row in rows], _OPEN, width)
    table = Tag("Table")
    strips = _table_head(("", "Article", "Where it stands", "Latest pass", "Still open in it"), columns, width, table)
    top = whole(strips)
    for row in rows:
        strips += _row((row.number, row.title, row.state, row.latest, row.places), (), columns, width, top, table)
    return strips


def _columns(numbers: Sequence[str], starts: Sequence[float], width: float) -> Columns:
    """(left edge, width) of each column: the numbers' as wide as they need, the others as parts of what is left."""
    asked = max(fonts.width(fonts.drawable(number), fonts.SANS, 8.75) for number in numbers) + 0.1
    first = min(max(asked, _NUMBER[0]), _NUMBER[1])
    left, room = first + 8, width - first - 8
    pairs = zip(starts, [*starts[1:], 1.0], strict=True)
    rest = [(left + start * room, (end - start) * room - (8 if end < 1 else 0)) for start, end in pairs]
    return [(0.0, first), *rest]


def _table_head(names: Sequence[str], columns: Columns, width: float, table: Tag) -> list[Strip]:
    line = Tag("TR", table)
    cells = [
        cell(words(name, fonts.SANS_SEMIBOLD, "black"), x, room, 8.5, 12, line.cell("TH", COLUMN_HEAD))
        for name, (x, room) in zip(names, columns, strict=True)
    ]
    strips = row_strips(cells, 12, RowStyle(3, 3, 0.9, width))
    strips[0].space = 10
    strips[-1].keep = True
    return strips


def _row(
    first: Sequence[str],
    under: Sequence[str],
    columns: Columns,
    width: float,
    top: Strip,
    table: Tag,
    remark: str = "",
) -> list[Strip]:
    """A row: in each column the main words, and below them smaller ones; a remark in full width under all."""
    cells: list[Cell] = []
    line = Tag("TR", table)
    for index, (x, room) in enumerate(columns):
        font, look = (fonts.SANS, "secondary") if index == 0 else (fonts.SANS_MEDIUM, "black")
        place = line.cell("TD")
        main = replace(cell(words(first[index], font, look), x, room, 8.75, 12, Tag("P", place)), right=index == 0)
        cells.append(main)
        if index < len(under) and under[index]:
            below = Tag("P", place)
            cells.append(cell(words(under[index], fonts.SANS, "secondary"), x, room, 8, 11, below, main.height))
    if remark:
        x = columns[1][0]
        lowest = max(one.height for one in cells)
        place = Tag("TR", table).cell("TD", f"/O/Table/ColSpan {len(columns)}")
        cells.append(cell(words(remark, fonts.SERIF_ITALIC), x, width - x, 9.5, 12.5, place, lowest))
    strips = row_strips(cells, 12, RowStyle(4, 4, 0.35, width))
    for strip in strips:
        strip.head = top
    return strips
