"""The parts of an edition as strips of paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tablebook.reports import fonts
from tablebook.reports.contents import Entry
from tablebook.reports.flow import Draw, Strip, keep_together
from tablebook.reports.packet.faces import Face
from tablebook.reports.packet.parts import Facts, Grid, Head, Lines, Pair, Part, Say, Text, Tone
from tablebook.reports.paragraph import text_strips
from tablebook.reports.pen import Pen
from tablebook.reports.pieces import prose, words
from tablebook.reports.rows import Cell, RowStyle, cell, row_strips
from tablebook.reports.table import whole
from tablebook.reports.tags import COLUMN_HEAD, Tag
from tablebook.reports.words import ENGLISH

_GUTTER = 10.0
_SPARE = 0.1
"""A word in a column that is just as wide as it breaks no more."""
_TOGETHER = 8  # strips of a row that stay on one page
_APART, _NEAR = 13.0, 2.0  # above a line that names what follows, and below it
_LABEL_GAP = 7.0  # between a label and its value
_INSET = 9.0  # of words with a bar beside them
_FONTS = {
    Tone.BODY: (fonts.SERIF, "text"),
    Tone.QUIET: (fonts.SERIF, "secondary"),
    Tone.STRONG: (fonts.SERIF_SEMIBOLD, "black"),
    Tone.LEAD: (fonts.SANS, "secondary"),
    Tone.NOTE: (fonts.SANS, "secondary"),
    Tone.FLAG: (fonts.SANS_SEMIBOLD, "black"),
    Tone.WARNING: (fonts.SANS_SEMIBOLD, "black"),
}
_BARRED = (Tone.FLAG, Tone.WARNING)


@dataclass(slots=True)
class Drawer:
    """Draws parts in one face. ``entries`` are the headings that stand in the contents, in order."""

    face: Face
    width: float
    wide: float
    language: str
    entries: list[Entry] = field(default_factory=list)

    def strips(self, parts: Sequence[Part]) -> list[Strip]:
        """All parts, one under the other."""
        found: list[Strip] = []
        for before, part, following in zip((None, *parts[:-1]), parts, (*parts[1:], None), strict=True):
            strips = self.part(part)
            if strips and _names_next(part) and not isinstance(before, Head):
                strips[0].space = _APART
            if strips and before is not None and _names_next(before):
                strips[0].space = _NEAR
            if isinstance(part, Facts) and isinstance(following, Text):
                for strip in strips:
                    strip.keep = True
            found += strips
        return found

    def part(self, part: Part) -> list[Strip]:
        """One part."""
        match part:
            case Say():
                return self.say(part)
            case Head():
                return self._head(part)
            case Facts():
                return self.facts(part)
            case Grid():
                return self._grid(part)
            case Pair():
                return self._pair(part)
            case Text():
                return self._text(part)
            case Lines():
                return self._lines(part)

    def _other(self, language: str) -> str:
        return language if language and language != self.language else ""

    def _set(self, strips: list[Strip], language: str) -> list[Strip]:
        for strip in strips:
            strip.lang = self._other(language)
        return strips

    def _size(self, tone: Tone) -> tuple[float, float]:
        return self.face.small if tone in (Tone.LEAD, Tone.NOTE, Tone.FLAG, Tone.WARNING) else self.face.body

    def say(self, say: Say, space: float = 6.0) -> list[Strip]:
        """A paragraph; what is missing or out of date has a bar beside it."""
        font, colour = _FONTS[say.tone]
        size, leading = self._size(say.tone)
        barred = say.tone in _BARRED
        room = self.width - _INSET if barred else self.width
        strips = prose(say.text, room, font, size, leading, space, colour)
        if barred:
            for strip in strips:
                strip.draw = _Barred(strip.draw, strip.height)
        for strip in strips:
            strip.keep = strip.keep or say.tied
        return self._set(strips, say.language)

    def _head(self, head: Head) -> list[Strip]:
        size, leading = self.face.heads[head.level - 1]
        font = fonts.SERIF_SEMIBOLD if head.level < 3 else fonts.SANS_SEMIBOLD
        space = (0.0, 20.0, 14.0)[head.level - 1]
        room = self.width
        aside = fonts.drawable(head.aside)
        small = self.face.small[0]
        if aside:
            room -= fonts.width(aside, fonts.SANS, small) + 12
        strips = prose(head.text, room, font, size, leading, space, "black", head.level)
        if not strips:
            return []
        if aside:
            strips[0].draw = _Aside(strips[0].draw, aside, self.width, leading, size, small)
        if head.level == 1:
            strips[0].opens_page = True
        if head.level < 3 and strips[0].opens is not None:
            self.entries.append(Entry(strips[0].opens, _titled(head), head.level, head.number))
        for strip in strips:
            strip.keep = True
        return self._set(strips, head.language)

    def facts(self, facts: Facts) -> list[Strip]:
        """Labels and their values."""
        size, leading = self.face.small
        strips: list[Strip] = []
        whole_of_them = Tag("L")
        at = self._label_width([label for label, _ in facts.rows])
        for index, (label, value) in enumerate(facts.rows):
            fact = Tag("LI", whole_of_them)
            name, said = Tag("Lbl", fact), Tag("LBody", fact, lang=self._other(ENGLISH if index in facts.own else ""))
            cells = [
                cell(words(label, fonts.SANS, "secondary"), 0, at - 6, size, leading, name),
                cell(words(value, fonts.SANS_MEDIUM, "black"), at, self.width - at, size, leading, said),
            ]
            strips += row_strips(cells, leading, RowStyle(0.9, 0.9))
        if strips:
            strips[0].space = 6
            keep_together(strips[:2])
        return strips

    def _label_width(self, labels: Sequence[str]) -> float:
        """The column of labels: wide enough that none of their words is broken."""
        size = self.face.small[0]
        longest = max((fonts.width(word, fonts.SANS, size) for label in labels for word in label.split()), default=0.0)
        return max(self.face.labels, longest + _LABEL_GAP)

    def _grid(self, grid: Grid) -> list[Strip]:
        """A table; in large print, where columns would have no room, its rows one under the other."""
        if self.face.scale > 1 and len(grid.head) > 2:
            return self._stacked(grid)
        size, leading = self.face.table
        widths = self._widths(grid)
        columns = [(sum(widths[:index]), width - _GUTTER) for index, width in enumerate(widths)]
        table = Tag("Table")
        line = Tag("TR", table)
        head = [
            cell(words(name, fonts.SANS_SEMIBOLD, "black"), x, wide, size, leading, line.cell("TH", COLUMN_HEAD))
            for name, (x, wide) in zip(grid.head, columns, strict=True)
        ]
        strips = row_strips(head, leading, RowStyle(2.5, 2.5, 0.9, self.width))
        strips[0].space = 6
        top = whole(strips)
        strips[-1].keep = True
        for row in grid.rows:
            new = row_strips(
                self._cells(grid, row, columns, table), leading, RowStyle(size * 0.28, size * 0.28, 0.35, self.width)
            )
            for strip in new:
                strip.head = top
            strips += new
        return strips

    def _widths(self, grid: Grid) -> list[float]:
        """The widths of the columns, each with the gap behind it: as the table shares them out, and where a word of a
        column would break, as much more as it needs from the one with the most room."""
        room, size = self.width + _GUTTER, self.face.table[0]
        widths = [share * room for share in grid.shares]
        for index in range(len(widths)):
            font = _FONTS[grid.tone(index)][0]
            longest = max(
                (fonts.width(fonts.drawable(word), font, size) for row in grid.rows for word in row[index].split()),
                default=0.0,
            )
            widest = max(range(len(widths)), key=lambda at: widths[at])
            more = max(min(longest + _SPARE + _GUTTER - widths[index], widths[widest] - room / 3), 0.0)
            if widest != index:
                widths[index] += more
                widths[widest] -= more
        return widths

    def _stacked(self, grid: Grid) -> list[Strip]:
        """Each row as a list of what its columns are and what stands in them."""
        size, leading = self.face.table
        at, strips = self._label_width(grid.head), list[Strip]()
        for row in grid.rows:
            whole_row, said = Tag("L"), list[Strip]()
            filled = [index for index, text in enumerate(row) if text]
            for index in filled:
                name, text = grid.head[index], row[index]
                font, colour = _FONTS[grid.tone(index)]
                item = Tag("LI", whole_row)
                label, body = Tag("Lbl", item), Tag("LBody", item, lang=self._other(grid.language(index)))
                cells = [
                    cell(words(name, fonts.SANS, "secondary"), 0, at - 6, size, leading, label),
                    cell(words(text, font, colour), at, self.width - at, size, leading, body),
                ]
                style = RowStyle(1, 4, 0.35, self.width) if index == filled[-1] else RowStyle(1, 1)
                said += row_strips(cells, leading, style)
            if said:
                said[0].space = 8
                if len(said) <= _TOGETHER:
                    keep_together(said)
                strips += said
        return strips

    def _cells(self, grid: Grid, row: Sequence[str], columns: Sequence[tuple[float, float]], table: Tag) -> list[Cell]:
        size, leading = self.face.table
        line, cells = Tag("TR", table), []
        for index, (text, (x, wide)) in enumerate(zip(row, columns, strict=True)):
            font, colour = _FONTS[grid.tone(index)]
            place = line.cell("TD")
            place.lang = self._other(grid.language(index))
            cells.append(cell(words(text, font, colour), x, wide, size, leading, place))
        return cells

    def _pair(self, pair: Pair) -> list[Strip]:
        """The original and its translation in two columns; alone, one column."""
        if not pair.right:
            return [strip for say in pair.left for strip in self.say(say)]
        column = (self.width - 2 * _GUTTER) / 2
        cells = [*self._column(pair.left, 0.0, column), *self._column(pair.right, column + 2 * _GUTTER, column)]
        strips = row_strips(cells, self.face.body[1], RowStyle(2, 2))
        strips[0].space = 3
        return strips

    def _column(self, said: Sequence[Say], x: float, width: float) -> list[Cell]:
        cells: list[Cell] = []
        drop = 0.0
        for say in said:
            font, colour = _FONTS[say.tone]
            size, leading = self._size(say.tone)
            tag = Tag("P", lang=self._other(say.language))
            text = f"▲ {say.text}" if say.tone in _BARRED else say.text
            cells.append(cell(words(text, font, colour), x, width, size, leading, tag, drop))
            drop = cells[-1].height + 2
        return cells

    def _text(self, text: Text) -> list[Strip]:
        return self._set(text_strips(text.blocks, self.width, self.wide, self.face.text, 4), text.language)

    def _lines(self, lines: Lines) -> list[Strip]:
        size, leading = self.face.small
        strips = []
        for label in lines.labels:
            tag = Tag("P")
            strips += row_strips(
                [cell(words(label, fonts.SANS, "secondary"), 0, self.width, size, leading, tag)],
                leading,
                RowStyle(16, 3, 0.35, self.width),
            )
        keep_together(strips)
        return strips


def _names_next(part: Part) -> bool:
    """Whether it is a line that says whose words follow ("TA 12.5, section 12.5"): it stands nearer to them than to
    the words above it."""
    return isinstance(part, Say) and part.tied


def _titled(head: Head) -> str:
    """A heading in the contents: after its number only its title."""
    if not head.number or ", " not in head.text:
        return head.text
    name, _, title = head.text.partition(", ")
    return title if name.endswith(head.number) else head.text


@dataclass(slots=True)
class _Barred:
    """Words with a bar at their left."""

    inner: Draw
    height: float

    def __call__(self, pen: Pen, x: float, top: float) -> None:
        pen.line(x + 1.2, top, x + 1.2, top - self.height, 2.4, "black")
        self.inner(pen, x + _INSET, top)


@dataclass(slots=True)
class _Aside:
    """A heading with something small at its right."""

    inner: Draw
    words: str
    width: float
    leading: float
    size: float
    small: float

    def __call__(self, pen: Pen, x: float, top: float) -> None:
        self.inner(pen, x, top)
        base = top - self.leading / 2 - 0.34 * self.size
        pen.say(Tag("P"))
        pen.text_right(x + self.width, base, self.words, fonts.SANS, self.small, "secondary")
