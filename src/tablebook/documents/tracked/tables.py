"""Tables: rows that stay, go or come, and cells that go or come with their column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tablebook.documents.tracked.names import (
    TBL,
    TC,
    TR,
    Element,
    T,
    W,
    bare,
    child_value,
    is_element,
    make,
    shell,
    without_own_numbers,
)
from tablebook.redline.align import align
from tablebook.redline.anchors import Pair, gaps
from tablebook.redline.likeness import Item

if TYPE_CHECKING:
    from tablebook.documents.tracked.context import Sides
    from tablebook.documents.tracked.steps import Step

_ROW_PROPERTIES = (W + "tblPrEx", W + "trPr")


def write_table(step: Step, sides: Sides) -> Element | None:
    """A table with its changes. Anything else between paragraphs stays as it was, or is left out where it is new."""
    old = step.old.block if step.old is not None else None
    new = step.new.block if step.new is not None else None
    if old is None and new is not None:
        return _whole(new, "ins", sides) if new.tag == TBL else None
    assert old is not None
    if old.tag != TBL:
        return bare(old)
    return _compared(old, new, sides) if new is not None else _whole(old, "del", sides)


def _whole(table: Element, fate: str, sides: Sides) -> Element:
    made = _head(table) if fate == "del" else sides.bring.copy(_head(table), sides.new.name, sides.old.name)
    for row in table.findall(TR):
        made.append(_row(row, fate, sides))
    return made


def _head(table: Element) -> Element:
    made = shell(table)
    for child in table:
        if is_element(child) and child.tag != TR:
            made.append(bare(child))
    return made


def _row(row: Element, fate: str, sides: Sides, cell_fate: str = "") -> Element:
    """A struck or new row, its words struck or new with it."""
    made = _row_head(row, sides if fate == "ins" else None)
    properties = made.find(W + "trPr")
    if properties is None:
        properties = make("trPr")
        made.insert(1 if made.find(W + "tblPrEx") is not None else 0, properties)
    properties.append(sides.stamp(fate))
    for cell in row.findall(TC):
        made.append(_cell(cell, fate, sides, cell_fate))
    return made


def _row_head(row: Element, brought: Sides | None) -> Element:
    made = shell(row)
    without_own_numbers(made)
    for child in row:
        if is_element(child) and child.tag in _ROW_PROPERTIES:
            made.append(bare(child) if brought is None else brought.bring.copy(child, "", ""))
    return made


def _cell(cell: Element, fate: str, sides: Sides, cell_fate: str) -> Element:
    made = shell(cell)
    properties = cell.find(W + "tcPr")
    if properties is not None:
        made.append(bare(properties))
    if cell_fate:
        own = made.find(W + "tcPr")
        if own is None:
            own = make("tcPr")
            made.append(own)
        own.append(sides.stamp(cell_fate))
    made.extend(sides.inside(cell, None, sides) if fate == "del" else sides.inside(None, cell, sides))
    return made


def _compared(old: Element, new: Element, sides: Sides) -> Element:
    made = _head(old)
    ours, theirs = old.findall(TR), new.findall(TR)
    pairs = _rows_paired(ours, theirs)
    columns = _columns(ours, theirs, pairs)
    i = j = 0
    for a, c in (*pairs, (len(ours), len(theirs))):
        made.extend(_row(row, "del", sides) for row in ours[i:a])
        made.extend(_row(row, "ins", sides) for row in theirs[j:c])
        if a < len(ours) and c < len(theirs):
            made.extend(_row_compared(ours[a], theirs[c], columns, sides))
        i, j = a + 1, c + 1
    return made


def _row_compared(old: Element, new: Element, columns: list[Pair] | None, sides: Sides) -> list[Element]:
    if columns is None and _shape(old) != _shape(new):
        return [_row(old, "del", sides), _row(new, "ins", sides)]
    made = _row_head(old, None)
    ours, theirs = old.findall(TC), new.findall(TC)
    pairs = columns if columns is not None else [(k, k) for k in range(len(ours))]
    j = 0
    for a, c in (*pairs, (len(ours), len(theirs))):
        made.extend(_cell(cell, "ins", sides, "cellIns") for cell in theirs[j:c])
        if a < len(ours) and c < len(theirs):
            made.append(_cell_compared(ours[a], theirs[c], sides))
        j = c + 1
    return [made]


def _cell_compared(old: Element, new: Element, sides: Sides) -> Element:
    made = shell(old)
    properties = old.find(W + "tcPr")
    if properties is not None:
        made.append(bare(properties))
    made.extend(sides.inside(old, new, sides))
    return made


def _shape(row: Element) -> list[tuple[str, str]]:
    """How a row is cut into cells."""
    found = []
    for cell in row.findall(TC):
        properties = cell.find(W + "tcPr")
        merge = properties.find(W + "vMerge") if properties is not None else None
        down = (merge.get(W + "val") or "continue") if merge is not None else ""
        found.append((child_value(properties, "gridSpan") or "1", down))
    return found


def _words(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(T))


def _rows_paired(ours: Sequence[Element], theirs: Sequence[Element]) -> list[Pair]:
    items = [
        [Item("\t".join(cells), cells[0] if cells else "", "", "row") for cells in (_cells(row) for row in rows)]
        for rows in (ours, theirs)
    ]
    pairs = [(a, c) for a, b, c, d in align(*items).spans if b - a == d - c == 1]
    for a, b, c, d in list(gaps(pairs, len(ours), len(theirs))):
        if b - a == d - c:
            pairs.extend((a + k, c + k) for k in range(b - a) if _shape(ours[a + k]) == _shape(theirs[c + k]))
    return sorted(pairs)


def _cells(row: Element) -> list[str]:
    return [_words(cell) for cell in row.findall(TC)]


def _columns(ours: Sequence[Element], theirs: Sequence[Element], pairs: Sequence[Pair]) -> list[Pair] | None:
    """Which column is which, where plain grids have columns that come; None where rows tell what changed."""
    widths = [{len(row.findall(TC)) for row in rows} for rows in (ours, theirs)]
    if len(widths[0]) != 1 or len(widths[1]) != 1 or widths[0] == widths[1] or not pairs:
        return None
    if any(part != ("1", "") for row in (*ours, *theirs) for part in _shape(row)):
        return None
    before, after = [_cells(ours[a]) for a, _ in pairs], [_cells(theirs[c]) for _, c in pairs]
    items = [[_column([row[k] for row in rows]) for k in range(len(rows[0]))] for rows in (before, after)]
    found = [(a, c) for a, b, c, d in align(*items).spans if b - a == d - c == 1]
    for a, b, c, d in list(gaps(found, len(items[0]), len(items[1]))):
        if b - a == d - c:
            found.extend(zip(range(a, b), range(c, d), strict=True))
    # A struck cell (w:cellDel) is lost where LibreOffice rejects it: rows that lose a cell are struck and written anew.
    return sorted(found) if len(found) == len(items[0]) else None


def _column(cells: Sequence[str]) -> Item:
    """A column is as like another as many of its cells are the same."""
    seen: Counter[str] = Counter()
    words = []
    for cell in cells:
        words.append((cell, seen[cell]))
        seen[cell] += 1
    return Item("\t".join(cells), cells[0] if cells else "", "", "column", frozenset(words))
