"""The table of a count: places, and figures at the right of their columns, or lines to write them on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tablebook.reports import fonts
from tablebook.reports.flow import Strip
from tablebook.reports.pen import Pen
from tablebook.reports.pieces import words
from tablebook.reports.rows import Cell, RowStyle, cell, row_strips
from tablebook.reports.tags import COLUMN_HEAD, Tag
from tablebook.reports.vote_sheets import FigureRow, FigureTable

_NAME = 0.26  # of the width
_GAP = 8.0
_BLANK = 26.0  # height of a line to write on


def vote_table(table: FigureTable, width: float) -> list[Strip]:
    """The rows under their heads, the total below a thicker line."""
    tag = Tag("Table")
    strips = _row(FigureRow(table.heads[0], table.heads[1:]), width, tag, head=True, rule=0.9)
    strips[0].space = 8
    strips[-1].keep = True
    for index, row in enumerate(table.rows):
        last = table.total is not None and index == len(table.rows) - 1
        strips += _row(row, width, tag, rule=0.9 if last else 0.35)
        strips[-1].keep = last
    if table.total is not None:
        strips += _row(table.total, width, tag, bold=True, rule=0.35)
    return strips


def _row(
    row: FigureRow, width: float, table: Tag, *, head: bool = False, bold: bool = False, rule: float
) -> list[Strip]:
    line = Tag("TR", table)
    strong = head or bold
    font = fonts.SANS_SEMIBOLD if strong else fonts.SANS_MEDIUM
    name = width * _NAME
    column = (width - name) / max(1, len(row.figures))
    first = line.cell("TH", COLUMN_HEAD) if head else Tag("P", line.cell("TD"))
    cells: list[Cell] = [cell(words(row.name, font, "black"), 0, name - _GAP, 9, 12.5, first)]
    for index, figure in enumerate(row.figures):
        place = line.cell("TH", COLUMN_HEAD) if head else Tag("P", line.cell("TD"))
        one = cell(words(figure, font, "black"), name + index * column + _GAP, column - _GAP, 9, 12.5, place)
        cells.append(replace(one, right=True))
    if head or any(row.figures):
        return row_strips(cells, 12.5, RowStyle(4, 4, rule, width))
    return [_to_write_on(cells[0], [(one.x, one.width) for one in cells[1:]])]


def _to_write_on(name: Cell, spaces: Sequence[tuple[float, float]]) -> Strip:
    """A place's name, and a line to write on for each of its figures, level with the name's last line."""
    height = max(_BLANK, name.height + 12)

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.say(name.tag)
        for index, line in enumerate(reversed(name.lines)):
            line.draw(pen, x, top - height + 6 + index * name.leading, name.size)
        for left, room in spaces:
            pen.line(x + left, top - height + 3, x + left + room, top - height + 3, 0.7, "black")

    strip = Strip(height, draw)
    strip.opens = name.tag
    return strip
