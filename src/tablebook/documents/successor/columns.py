"""Columns of a table that come or go: all others keep their cells, and cells that reach over several go on doing so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tablebook.documents.successor.paragraphs import plain
from tablebook.documents.tracked.names import (
    BOOKMARKS,
    TC,
    TR,
    Element,
    P,
    W,
    bare,
    make,
    remove,
    shell,
    without_own_numbers,
)
from tablebook.documents.word.lines import own_parts
from tablebook.documents.word.merged import VMERGE, span_of
from tablebook.documents.word.parts import whole
from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import paragraph
from tablebook.redline.anchors import gaps

Rows = Sequence[Sequence[str]]
_TCPR = W + "tcPr"


@dataclass(slots=True)
class _Reach:
    """A cell and the columns that it takes up; ``words`` are None in a column that is new."""

    cell: Element
    columns: list[int]
    words: str | None


def change_columns(table: Element, old: Rows, new: Rows) -> list[list[str]] | None:
    """Bring a table to the columns of the new rows, those that come still without words; its rows as they are now.
    None where the old rows have no even columns."""
    rows = own_parts(table, TR)
    width, wanted = len(old[0]), len(new[0])
    parts = [own_parts(row, TC) for row in rows]
    if any(sum(map(span_of, cells)) != width for cells in parts):
        return None
    origins = _origins(old, new)
    found = []
    for cells, words in zip(parts, old, strict=True):
        reaches = _reaches(cells, words, width, origins)
        _write(cells, reaches)
        line = [""] * wanted
        for one in reaches:
            line[one.columns[0]] = one.words or ""
        found.append(line)
    _set_widths(table, rows, width, origins)
    return found


def _origins(old: Rows, new: Rows) -> list[int | None]:
    """Of each new column the old one that it was: the more of their cells say the same, the surer; what is left between
    two of them is taken in its order."""
    before, after = ([Counter(filter(None, column)) for column in zip(*some, strict=True)] for some in (old, new))
    likes = [[(one & other).total() for other in after] for one in before]
    best = [[0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i, row in enumerate(likes):
        for j, like in enumerate(row):
            best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j], best[i][j] + like)
    pairs = []
    i, j = len(before), len(after)
    while i and j:
        if likes[i - 1][j - 1] and best[i][j] == best[i - 1][j - 1] + likes[i - 1][j - 1]:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif best[i][j] == best[i - 1][j]:
            i -= 1
        else:
            j -= 1
    for a, b, c, d in list(gaps(pairs[::-1], len(before), len(after))):
        pairs.extend(zip(range(a, b), range(c, d), strict=False))
    known = {j: i for i, j in pairs}
    return [known.get(j) for j in range(len(after))]


def _reaches(cells: Sequence[Element], words: Sequence[str], width: int, origins: Sequence[int | None]) -> list[_Reach]:
    """The cells of a row over the new columns. One that comes inside a wide cell, or next to its end, belongs to it."""
    owners: list[Element] = []
    said: list[str] = []
    for cell in cells:
        span = span_of(cell)
        said += [words[len(owners)]] * span
        owners += [cell] * span
    found: list[_Reach] = []
    for at, origin in enumerate(origins):
        behind = next((one for one in origins[at:] if one is not None), None)
        left = found[-1] if found else None
        right = owners[behind] if behind is not None else None
        owner, line = (owners[origin], said[origin]) if origin is not None else (None, "")
        if left is not None and (left.cell is owner or (owner is None and _takes_in(left, right))):
            left.columns.append(at)
        elif owner is not None:
            found.append(_Reach(owner, [at], line))
        elif left is None and behind is not None and right is not None and span_of(right) == width:
            found.append(_Reach(right, [at], said[behind]))
        else:
            near = left.cell if left is not None else right
            assert near is not None
            found.append(_Reach(_empty_like(near), [at], None))
    return found


def _takes_in(left: _Reach, right: Element | None) -> bool:
    """Whether a column that comes between two cells is inside a wide one, or behind its end."""
    return left.words is not None and (left.cell is right or span_of(left.cell) > 1)


def _empty_like(cell: Element) -> Element:
    """A cell of one column without words, in the look of another."""
    made, line = shell(cell), next(cell.iter(P), None)
    properties = cell.find(_TCPR)
    if properties is not None:
        made.append(bare(properties))
    inner = bare(line) if line is not None else make("p")
    without_own_numbers(inner)
    for mark in list(inner.iter(*BOOKMARKS)):
        remove(mark)
    plain(inner, (paragraph(""),), own_label=False)
    made.append(inner)
    single(made)
    return made


def single(cell: Element) -> None:
    """Take a cell out of all merged ones."""
    for merge in [*cell.findall(f"{_TCPR}/{W}gridSpan"), *cell.findall(f"{_TCPR}/{VMERGE}")]:
        remove(merge)


def set_span(cell: Element, columns: int) -> None:
    """Say how many columns a cell takes up."""
    properties = cell.find(_TCPR)
    if properties is None:
        properties = make("tcPr")
        cell.insert(0, properties)
    for own in properties.findall(W + "gridSpan"):
        remove(own)
    if columns > 1:
        at = sum(1 for child in properties if child.tag in (W + "cnfStyle", W + "tcW"))
        properties.insert(at, make("gridSpan", val=str(columns)))


def _write(cells: Sequence[Element], reaches: Sequence[_Reach]) -> None:
    first = next(one.cell for one in reaches if one.words is not None)
    last: Element | None = None
    for one in reaches:
        if one.words is None and last is None:
            first.addprevious(one.cell)
        elif one.words is None and last is not None:
            last.addnext(one.cell)
        set_span(one.cell, len(one.columns))
        last = one.cell
    for cell in cells:
        if not any(one.cell is cell for one in reaches):
            remove(cell)


def _set_widths(table: Element, rows: Sequence[Element], width: int, origins: Sequence[int | None]) -> None:
    """The table as wide as it was: a column that comes takes as much of it as the one beside it."""
    grid = table.find(W + "tblGrid")
    if grid is None:
        return
    old = [whole(one.get(W + "w"), 0) for one in grid.findall(W + "gridCol")]
    if len(old) != width or not all(old):
        old = [(sum(old) or 9000) // width] * width
    new: list[int] = []
    for at, origin in enumerate(origins):
        behind = next((one for one in origins[at:] if one is not None), 0)
        new.append(old[origin] if origin is not None else new[-1] if new else old[behind])
    new = [one * sum(old) // sum(new) for one in new]
    for one in list(grid):
        remove(one)
    grid.extend(make("gridCol", w=str(one)) for one in new)
    for row in rows:
        column = 0
        for cell in own_parts(row, TC):
            span, own = span_of(cell), cell.find(f"{_TCPR}/{W}tcW")
            if own is not None and own.get(W + "type") == "dxa":
                own.set(W + "w", str(sum(new[column : column + span])))
            column += span
