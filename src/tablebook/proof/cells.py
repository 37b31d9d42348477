"""Differences inside a row of a table, told cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tablebook.proof.matching import Gap
from tablebook.proof.stream import Stream

_Row = tuple[str, int, int]


def by_cells(gaps: Sequence[Gap], one: Stream, other: Stream) -> list[Gap]:
    """The same differences; in a row with as many words as before each word is held against the one in its place."""
    found: list[Gap] = []
    for row, together in groupby(gaps, lambda gap: _row(gap, one)):
        here = list(together)
        found.extend(here if row is None else _paired(here, row, one, other) or here)
    return found


def _row(gap: Gap, one: Stream) -> _Row | None:
    """The row that a difference is in, if it is in one."""
    last = max(gap.a, gap.b - 1)
    if last >= len(one.line) or _of(one, gap.a) != _of(one, last):
        return None
    return _of(one, gap.a)


def _of(one: Stream, at: int) -> _Row | None:
    line = one.line_at(at)
    return (line.place.unit, line.block, line.cell[0]) if line.cell else None


def _paired(gaps: list[Gap], row: _Row, one: Stream, other: Stream) -> list[Gap]:
    start, end = gaps[0].a, gaps[-1].b
    while start and _of(one, start - 1) == row:
        start -= 1
    while end < len(one.line) and _of(one, end) == row:
        end += 1
    begin, stop = gaps[0].c - (gaps[0].a - start), gaps[-1].d + (end - gaps[-1].b)
    if end - start != stop - begin or begin < 0 or stop > len(other.keys):
        return []
    unlike = [n for n in range(end - start) if one.keys[start + n] != other.keys[begin + n]]
    if len(unlike) > sum(max(gap.b - gap.a, gap.d - gap.c) for gap in gaps):
        return []
    found = list(_cells(unlike, start, begin, one))
    # "$1,253" and "2.5" that changed places have as many words, and not word for word in the same cells.
    return [] if any(_over_cells(gap, other) for gap in found) else found


def _over_cells(gap: Gap, other: Stream) -> bool:
    """Whether the other text has the words of a difference in two cells."""
    return other.line[gap.c] != other.line[gap.d - 1] and other.line_at(gap.c).cell is not None


def _cells(unlike: Sequence[int], start: int, begin: int, one: Stream) -> Iterator[Gap]:
    """One difference for each cell, from its first other word to its last."""
    for _, group in groupby(unlike, lambda n: one.line[start + n]):
        ns = list(group)
        yield Gap(start + ns[0], start + ns[-1] + 1, begin + ns[0], begin + ns[-1] + 1)
