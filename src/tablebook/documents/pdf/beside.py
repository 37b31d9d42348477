"""A printed table that sets two languages side by side: its rows and cells, told by the heads of its columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import sub

from tablebook.documents.columns import Scale
from tablebook.documents.lines import Line
from tablebook.documents.pdf.layout import page_lines
from tablebook.documents.words import LEFT, RIGHT, Rows, Word
from tablebook.domain.dataclass import dataclass

Heads = Callable[[Sequence[str]], object]
_APART = 2.0
"""Letters; heads that stand closer are words of one line."""
_NEXT_ROW = 1.3
"""Lines; what stands further below begins a row of the table."""
_SKIPPED = 3
"""Lines of a page's head above a table that goes on."""
_FOOT = 2
"""Lines of a page's foot below one."""


@dataclass(frozen=True, slots=True)
class _Table:
    """Where a table stands on a page: the rows of words ``first`` to before ``end``, parted at ``x``; ``head`` holds
    the heads of its columns, and what is above ``top`` is no part of it."""

    top: int
    first: int
    end: int
    x: float
    head: list[Word]


def page_lines_beside(
    pages: list[Rows], scale: Scale, gutters: list[float | None], is_head: Heads | None
) -> list[tuple[Line, ...]]:
    """The lines of each page; those of a table of two languages know their cell. Without ``is_head`` none is looked
    for."""
    found: list[tuple[Line, ...]] = []
    before: _Table | None = None
    name = count = 0
    for number, (rows, gutter) in enumerate(zip(pages, gutters, strict=True), 1):
        table = (is_head and _headed(rows, scale, is_head)) or (before and _going_on(rows, before))
        if not table:
            found.append(tuple(page_lines(rows, number, scale, gutter)))
            before = None
            continue
        lines = page_lines(rows[: table.top], number, scale, None)
        inside = _table_rows(rows[table.first : table.end], scale)
        if before is None or _said(before.head) != _said(table.head):
            inside = [[table.head], *inside]
            name, count = number, 0
        for row in inside:
            for column, side in enumerate(_sides(row, table.x)):
                lines += [replace(line, cell=(name, count, column)) for line in page_lines(side, number, scale, None)]
            count += 1
        lines += page_lines(rows[table.end :], number, scale, None)
        found.append(tuple(lines))
        before = table if len(rows) - table.end <= _FOOT else None
    return found


def _said(words: list[Word]) -> str:
    return " ".join(word.text for word in words)


def _headed(rows: Rows, scale: Scale, is_head: Heads) -> _Table | None:
    """The table under a row of two heads."""
    for at, row in enumerate(rows[:-1]):
        gaps = list(map(sub, map(LEFT, row[1:]), map(RIGHT, row)))
        if not gaps or max(gaps) < _APART * scale.letter:
            continue
        cut = gaps.index(max(gaps)) + 1
        left, right = row[:cut], row[cut:]
        if not is_head([_said(left), _said(right)]):
            continue
        x = _parting(rows[at + 1 :], left[-1].right, right[0].left)
        end = _end(rows, at + 1, x)
        if any(word.left >= x for row in rows[at + 1 : end] for word in row):
            return _Table(at, at + 1, end, x, row)
    return None


def _going_on(rows: Rows, before: _Table) -> _Table | None:
    """The table of the page before, where most of this page stands in its columns too."""
    first = next((at for at, row in enumerate(rows[: _SKIPPED + 1]) if not _crosses(row, before.x)), len(rows))
    end = _end(rows, first, before.x)
    both = sum(row[0].right <= before.x and row[-1].left >= before.x for row in rows[first:end])
    return replace(before, top=first, first=first, end=end) if both >= 3 and 2 * (end - first) >= len(rows) else None


def _parting(rows: Rows, left: float, right: float) -> float:
    """The place between two heads that the fewest of the next rows cross."""
    steps = max(1, int((right - left) / 2))
    places = [left + (right - left) * step / steps for step in range(steps + 1)]
    counts = [sum(_crosses(row, x) for row in rows[:12]) for x in places]
    fewest = [x for x, count in zip(places, counts, strict=True) if count == min(counts)]
    return fewest[len(fewest) // 2]


def _end(rows: Rows, first: int, x: float) -> int:
    """The first row that runs across the table's columns."""
    return next((at for at in range(first, len(rows)) if _crosses(rows[at], x)), len(rows))


def _crosses(row: list[Word], x: float) -> bool:
    """Whether a word stands over the place, or words of one line close on both of its sides."""
    before = [word for word in row if word.left < x]
    after = [word for word in row if word.left >= x]
    if any(word.right > x + 1 for word in before):
        return True
    return bool(before and after) and after[0].left - before[-1].right < 0.6 * after[0].size


def _table_rows(rows: Rows, scale: Scale) -> list[Rows]:
    """The printed rows gathered into rows of the table, by the space between these."""
    found: list[Rows] = []
    for at, row in enumerate(rows):
        if at and row[0].middle - rows[at - 1][0].middle <= _NEXT_ROW * scale.pitch:
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _sides(rows: Rows, x: float) -> tuple[Rows, Rows]:
    left = [[word for word in row if word.left < x] for row in rows]
    right = [[word for word in row if word.left >= x] for row in rows]
    return [row for row in left if row], [row for row in right if row]
