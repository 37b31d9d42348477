"""Correcting an outline by hand. Each act takes a reading and gives a new one; the caller keeps the history."""

from __future__ import annotations

import re
from dataclasses import replace

from tablebook.documents.contract.doubts import doubts_of
from tablebook.documents.contract.headings import Form, bare_title, parse, value_of
from tablebook.documents.reading import Reading
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.text import Block, BlockKind, blocks_from_lines, heading
from tablebook.errors import UserError

_KINDS = {Form.APPENDIX: UnitKind.APPENDIX, Form.MOU: UnitKind.MOU}
_WORDS = {UnitKind.ARTICLE: "Article", UnitKind.APPENDIX: "Appendix", UnitKind.MOU: "MOU"}


def split(reading: Reading, position: int, block: int) -> Reading:
    """Begins a new unit at a block of unit ``position``; the block's words become its heading when they are short."""
    unit = _unit(reading, position)
    if not 0 <= block < len(unit.blocks):
        raise UserError("There is no such paragraph to split at.", "", "")
    first = unit.blocks[block]
    kind, number, title = _heading_of(first, unit.kind)
    kept = unit.blocks[block + 1 :] if title or number else unit.blocks[block:]
    new = Article(kind, number, title, kept, first.page or unit.page)
    return _with(reading, position, position + 1, (replace(unit, blocks=unit.blocks[:block]), new))


def join_above(reading: Reading, position: int) -> Reading:
    """Makes a unit part of the one above it; its heading stays in the text."""
    if position < 1:
        raise UserError("There is nothing above to join with.", "", "")
    above, unit = _unit(reading, position - 1), _unit(reading, position)
    label = f"{_WORDS.get(unit.kind, '')} {unit.number}".strip() if unit.number else ""
    head = (heading(unit.title, label),) if unit.title or label else ()
    joined = replace(above, blocks=(*above.blocks, *head, *unit.blocks))
    return _with(reading, position - 1, position + 1, (joined,))


def rename(reading: Reading, position: int, title: str) -> Reading:
    """Gives a unit another title."""
    return _with(reading, position, position + 1, (replace(_unit(reading, position), title=" ".join(title.split())),))


def renumber(reading: Reading, position: int, number: str, *, following: bool = False) -> Reading:
    """Gives a unit another number; ``following`` counts on from it through the units of its kind behind it."""
    units = list(reading.articles)
    unit = _unit(reading, position)
    units[position] = replace(unit, number=number.strip())
    current = number.strip()
    for index in range(position + 1, len(units)) if following else ():
        if units[index].kind is unit.kind:
            current = next_number(current)
            units[index] = replace(units[index], number=current)
    return _renewed(reading, tuple(units))


def move(reading: Reading, position: int, by: int) -> Reading:
    """Moves a unit up (``by`` below zero) or down; past the ends it stays at the end."""
    units = list(reading.articles)
    unit = units.pop(_checked(reading, position))
    units.insert(max(0, min(len(units), position + by)), unit)
    return _renewed(reading, tuple(units))


def mark(reading: Reading, position: int, kind: UnitKind) -> Reading:
    """Says what a unit is: article, appendix, MOU or preamble."""
    return _with(reading, position, position + 1, (replace(_unit(reading, position), kind=kind),))


def number_section(reading: Reading, position: int, block: int, number: str) -> Reading:
    """Gives the section that opens at this block another number, in its printed label too."""
    first = _block(reading, position, block)
    old = first.section
    label = first.label.replace(old, number) if old and old in first.label else first.label
    return _with_block(reading, position, block, replace(first, section=number, label=label))


def set_cell(reading: Reading, position: int, block: int, row: int, column: int, text: str) -> Reading:
    """Gives a table's cell other words; a short row is filled up with empty cells."""
    grid = _block(reading, position, block)
    if grid.kind is not BlockKind.TABLE or not 0 <= row < len(grid.rows):
        raise UserError("There is no such cell.", "", "")
    rows = [list(cells) for cells in grid.rows]
    rows[row].extend("" for _ in range(column + 1 - len(rows[row])))
    rows[row][column] = text
    return _with_block(reading, position, block, replace(grid, rows=tuple(map(tuple, rows))))


def type_in(reading: Reading, position: int, page: int, text: str) -> Reading:
    """Puts words that a person read off a page into a unit, behind what stands on the pages before; a line is a
    paragraph, and lines with tabs are a table."""
    unit = _unit(reading, position)
    typed = tuple(replace(block, page=page) for block in blocks_from_lines(text))
    if not typed:
        raise UserError("Nothing was typed.", "", "Type the words of the page, or keep it as a picture.")
    behind = (index for index, block in enumerate(unit.blocks) if (block.page or 0) > page)
    at = next(behind, len(unit.blocks))
    blocks = (*unit.blocks[:at], *typed, *unit.blocks[at:])
    return _with(reading, position, position + 1, (replace(unit, blocks=blocks),))


def next_number(number: str) -> str:
    """The number after this one in its own style: 7 to 8, VII to VIII, B to C, A-1 to A-2, Seven to Eight."""
    from tablebook.documents.word.numbering import counted

    if match := re.fullmatch(r"(.*?)(\d+)", number):
        return f"{match[1]}{int(match[2]) + 1}"
    if match := re.fullmatch(r"(\d+)([A-Ya-y])", number):
        return f"{match[1]}{chr(ord(match[2]) + 1)}"
    if re.fullmatch("[IVXLC]+", number) and (len(number) > 1 or number in "IVX"):
        from tablebook.domain.contract import roman_value

        return counted((roman_value(number) or 0) + 1, "upperRoman")
    if re.fullmatch("[A-Ya-y]", number):
        return chr(ord(number) + 1)
    value = value_of(number)[0]
    words = counted(value + 1, "cardinalText") if value else number
    return words.upper() if number.isupper() else words


def _heading_of(block: Block, kind: UnitKind) -> tuple[UnitKind, str, str]:
    """What a unit that begins at this block is, its number and its title. Long text is no title."""
    kind = UnitKind.ARTICLE if kind is UnitKind.PREAMBLE else kind
    if block.kind is BlockKind.TABLE:
        return kind, "", ""
    text = block.printed
    found = next(iter(parse(text)), None)
    if found and (found.word or found.number):
        title = bare_title(text[found.rest :])
        kind = _KINDS.get(found.form, UnitKind.ARTICLE if found.form is Form.ARTICLE else kind)
        if len(title.split()) <= 20:
            return kind, found.number.rstrip("."), title
    return (kind, "", bare_title(text)) if len(text.split()) <= 20 else (kind, "", "")


def _checked(reading: Reading, position: int) -> int:
    if not 0 <= position < len(reading.articles):
        raise UserError("There is no such line in the outline.", "", "")
    return position


def _unit(reading: Reading, position: int) -> Article:
    return reading.articles[_checked(reading, position)]


def _block(reading: Reading, position: int, block: int) -> Block:
    blocks = _unit(reading, position).blocks
    if not 0 <= block < len(blocks):
        raise UserError("There is no such paragraph.", "", "")
    return blocks[block]


def _with_block(reading: Reading, position: int, index: int, block: Block) -> Reading:
    unit = _unit(reading, position)
    blocks = (*unit.blocks[:index], block, *unit.blocks[index + 1 :])
    return _with(reading, position, position + 1, (replace(unit, blocks=blocks),))


def _with(reading: Reading, start: int, end: int, units: tuple[Article, ...]) -> Reading:
    articles = reading.articles
    return _renewed(reading, (*articles[:start], *units, *articles[end:]))


def _renewed(reading: Reading, units: tuple[Article, ...]) -> Reading:
    """The reading with these units, and the doubts that are true of them. A doubt about a heading's looks stays until
    the unit of that key is gone."""
    contract = Contract(reading.contract.title, units)
    doubts = doubts_of(contract)
    weak = tuple(d for d in reading.doubts if d.code == "weak-heading" and d.article_key in contract.by_key)
    return replace(reading, contract=contract, doubts=(*weak, *doubts))
