"""The signature block: two columns of lines to sign on, or of what was signed."""

from __future__ import annotations

from collections.abc import Sequence

from tablebook.reports import fonts
from tablebook.reports.flow import Strip, keep_together
from tablebook.reports.pen import Pen
from tablebook.reports.pieces import rule
from tablebook.reports.sheets import SignatureSide, Signed
from tablebook.reports.tags import COLUMN_HEAD, Tag

_GUTTER = 28.0
_LINE = 34.0
_FEW = 3  # signers of one party that fit on a page together with the closing sentence


def signed(strips: Sequence[Strip], sides: Sequence[SignatureSide], width: float) -> list[Strip]:
    """A paper's strips with the block below them, the last ones tied to it: it never stands alone on a page."""
    if sides:
        for strip in strips[-2:]:
            strip.keep = True
    return [*strips, *_block(sides, width)]


def _block(sides: Sequence[SignatureSide], width: float) -> list[Strip]:
    """Few signers are tied into one block. Of many, each is kept whole, with the parties' names above on a new page."""
    if not sides:
        return []
    column = (width - _GUTTER * (len(sides) - 1)) / len(sides)
    table = Tag("Table")
    names = Strip(22, _Headings(sides, column, Tag("TR", table)))
    strips = [rule(width, 1.0, 12, 0), names]
    count = max(1, *(len(side.signed) for side in sides))
    for number in range(count):
        fields = [
            Strip(_LINE, _Field(sides, column, number, field, Tag("TR", table)))
            for field in ("mark", "name", "title", "when")
        ]
        if number:
            fields[0].space, fields[0].head = 10, names
        keep_together(fields)
        fields[-1].keep = number < count - 1 and count <= _FEW
        strips += fields
    strips[0].keep = strips[1].keep = True
    return strips


class _Headings:
    def __init__(self, sides: Sequence[SignatureSide], column: float, row: Tag) -> None:
        self._sides, self._column = sides, column
        self._tags = [row.cell("TH", COLUMN_HEAD) for _ in sides]

    def __call__(self, pen: Pen, x: float, top: float) -> None:
        for index, side in enumerate(self._sides):
            pen.say(self._tags[index])
            words = fonts.fitted(side.heading, fonts.SANS_SEMIBOLD, 9.75, self._column)
            pen.text(x + index * (self._column + _GUTTER), top - 17, words, fonts.SANS_SEMIBOLD, 9.75, "black")


class _Field:
    """One line of the block on each side: the words that were signed, the line, and what it is under the line."""

    def __init__(self, sides: Sequence[SignatureSide], column: float, number: int, field: str, row: Tag) -> None:
        self._sides, self._column, self._number, self._field = sides, column, number, field
        self._tags = [row.cell("TD") for _ in sides]

    def __call__(self, pen: Pen, x: float, top: float) -> None:
        for index, side in enumerate(self._sides):
            if self._number and self._number >= len(side.signed):
                continue
            cell = self._tags[index]
            signed = side.signed[self._number] if side.signed else Signed("")
            left = x + index * (self._column + _GUTTER)
            if self._field == "when":
                date = self._column * 0.58
                self._line(pen, cell, left, top, date, signed.date, "Date")
                self._line(pen, cell, left + date + 16, top, self._column - date - 16, signed.time, "Time")
            else:
                value, what = {
                    "mark": (signed.how, "Signature or initials"),
                    "name": (signed.name, "Printed name"),
                    "title": (signed.title, "Title"),
                }[self._field]
                self._line(pen, cell, left, top, self._column, value, what)

    def _line(self, pen: Pen, cell: Tag, x: float, top: float, width: float, value: str, what: str) -> None:
        y = top - _LINE + 11
        pen.say(Tag("P", cell))
        pen.text(x, y + 4, fonts.fitted(value, fonts.SERIF, 11, width), fonts.SERIF, 11, "black")
        pen.line(x, y, x + width, y, 0.7, "black")
        pen.say(Tag("P", cell))
        pen.text(x, y - 9, what, fonts.SANS, 7.5, "secondary")
