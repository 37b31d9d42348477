"""Tables whose cells were set in several lines: a page gives their words line by line, in another order than a grid."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from tablebook.proof.matching import Gap, trimmed
from tablebook.proof.row_labels import printed_in, rows_set_otherwise
from tablebook.proof.stream import Stream
from tablebook.redline.lcs import common

_ANOTHER = 3
"""Where more than one word in so many is not among the others, it is another table, not the same one set otherwise."""
_CHANCE = 2
"""So few words on end stand in two tables by chance: a step's number, a word of the head."""
_MUCH = 4
"""So many times fewer differences tell that the words do not stand in their order, though the cells are as many."""
_NEAR = 2
"""Over so many printed lines the lines of one row's cells are spread."""
_PHRASE = 3
"""Shorter words that others stand for are other words, and not the same ones in another order."""


def by_tables(gaps: Sequence[Gap], one: Stream, other: Stream) -> list[Gap]:
    """The same differences; of a table that has other rows or columns in the other text the words are counted, and the
    figures held against each other in their order, where that leaves fewer differences."""
    found = list(gaps)
    for start, end in dict.fromkeys(table for gap in gaps if (table := _table(gap, one))):
        here = [gap for gap in found if gap.b >= start and gap.a <= end]
        if not here:
            continue
        region = _region(here, start, end)
        if _same_grid(region, one, other):
            if paired := _own_cells(start, end, region, one, other):
                at = found.index(here[0])
                found[at : at + len(here)] = paired
            continue
        if all(gap.b - gap.a == gap.d - gap.c < _PHRASE for gap in here):
            continue
        told = _counted(region, here, one, other)
        if _same_cells(region, one, other) and not 0 < _size(told) * _MUCH <= _size(here):
            continue
        if _size(told) > (region.b - region.a + region.d - region.c) / _ANOTHER:
            told = _joined(here)
        elif _size(told) >= _size(here):
            continue
        if told != here:
            at = found.index(here[0])
            found[at : at + len(here)] = told
    return found


def _joined(gaps: Sequence[Gap]) -> list[Gap]:
    """The differences of a table that is another one: what stands between them by chance is part of them."""
    found: list[Gap] = []
    for gap in gaps:
        last = found[-1] if found else None
        if last and max(gap.a - last.b, gap.c - last.d) <= _CHANCE:
            found[-1] = Gap(last.a, gap.b, last.c, gap.d)
        else:
            found.append(gap)
    return found


def _own_cells(start: int, end: int, region: Gap, one: Stream, other: Stream) -> list[Gap]:
    """The differences of a table whose rows have the same labels in both texts, each cell against its own: where every
    step is raised to what the next one was, the fewest changes would be another story. None where that is not so."""
    if (start, end) != (region.a, region.b):
        return []
    ours, theirs = _by_cell(start, end, one), _by_cell(region.c, region.d, other)
    rows = {row for row, _ in ours}
    if {cell for cell in ours if not cell[1]} != {(row, 0) for row in rows} or any(
        ours[row, 0][0] != theirs.get((row, 0), ([], 0))[0] for row in rows
    ):
        return []
    if ours.keys() != theirs.keys() or sum(len(keys) for keys, _ in theirs.values()) != region.d - region.c:
        return []
    found = []
    for cell, (keys, a) in ours.items():
        words, c = theirs[cell]
        if keys != words:
            found.append(trimmed(Gap(a, a + len(keys), c, c + len(words)), one.keys, other.keys))
    return found


def _by_cell(start: int, end: int, text: Stream) -> dict[tuple[int, int], tuple[list[str], int]]:
    """The words of each cell, and where the first of them stands."""
    found: dict[tuple[int, int], tuple[list[str], int]] = {}
    for at in range(start, min(end, len(text.keys))):
        if cell := text.line_at(at).cell:
            found.setdefault(cell, ([], at))[0].append(text.keys[at])
    return found


def _size(gaps: Sequence[Gap]) -> int:
    return sum(gap.b - gap.a + gap.d - gap.c for gap in gaps)


def _table(gap: Gap, one: Stream) -> tuple[int, int] | None:
    """The words of the table that a difference is in or at the end of."""
    for at in (gap.a, gap.a - 1, gap.b - 1):
        if 0 <= at < len(one.line) and one.line_at(at).cell is not None:
            return _around(one, at)
    return None


def _around(one: Stream, at: int) -> tuple[int, int]:
    number = first = last = one.line[at]
    table = one.lines[number].place.unit, one.lines[number].block

    def inside(line: int) -> bool:
        here = one.lines[line]
        return here.cell is not None and (here.place.unit, here.block) == table

    while first and inside(first - 1):
        first -= 1
    while last + 1 < len(one.lines) and inside(last + 1):
        last += 1
    return one.starts[first], one.starts[last + 1]


def _region(gaps: Sequence[Gap], start: int, end: int) -> Gap:
    first, last = gaps[0], gaps[-1]
    a, b = min(start, first.a), max(end, last.b)
    return Gap(a, b, max(first.c - (first.a - a), 0), last.d + (b - last.b))


def _same_grid(region: Gap, one: Stream, other: Stream) -> bool:
    """Whether the table has the same rows and columns in both texts."""
    grids = {other.line_at(at).grid for at in range(region.c, min(region.d, len(other.keys)))}
    return grids == {one.line_at(at).grid for at in range(region.a, region.b)}


def _same_cells(region: Gap, one: Stream, other: Stream) -> bool:
    """Whether the other text has the table in as many cells that say something, but for a row of titles, or in a line
    for each row: then its words stand in their order, and no cell was set in several lines."""
    ours = {one.line[at] for at in range(region.a, region.b)}
    theirs = {other.line[at] for at in range(region.c, min(region.d, len(other.keys)))}
    if all(other.lines[number].cell for number in theirs):
        return 0 <= len(theirs) - len(ours) <= one.line_at(region.a).grid[1]
    return len(_rows(theirs, other)) <= len(_rows(ours, one))


def _rows(lines: Iterable[int], text: Stream) -> set[tuple[int, int]]:
    """The rows of a table that lines are in; a line that is no cell is one by itself."""
    found = set()
    for number in lines:
        line = text.lines[number]
        found.add((line.block, line.cell[0]) if line.cell else (-1, number))
    return found


def _counted(region: Gap, gaps: Sequence[Gap], one: Stream, other: Stream) -> list[Gap]:
    ours = list(range(region.a, region.b))
    theirs = list(range(region.c, min(region.d, len(other.keys))))
    odd = {at for gap in gaps for at in range(gap.a, gap.b)}, {at for gap in gaps for at in range(gap.c, gap.d)}
    mine, yours = _figures(ours, one), _figures(theirs, other)
    pairs = common([one.keys[at] for at in mine], [other.keys[at] for at in yours])
    left = [at for n, at in enumerate(mine) if n not in {i for i, _ in pairs}]
    right = [at for n, at in enumerate(yours) if n not in {j for _, j in pairs}]
    lines = _printed_lines(yours, other)
    exchanged = _exchanged(left, mine, lines, one, other)
    whole = _whole_rows(mine, lines, one)
    away = list(_away(left, right, mine, lines, one, other, 0 if whole else _NEAR))
    if whole:
        exchanged += rows_set_otherwise(ours, theirs, one, other)
    left, right = (
        sorted({*_only_there(left, one, right, other), *(a for a, _ in away)}),
        sorted({*_only_there(right, other, left, one), *(c for _, c in away)}),
    )
    more, less = _beyond(ours, one, theirs, other, odd[0]), _beyond(theirs, other, ours, one, odd[1])
    told_a = {at for gap in exchanged for at in range(gap.a, gap.b)}
    told_c = {at for gap in exchanged for at in range(gap.c, gap.d)}
    left = [at for at in (*left, *_not_broken(more, one, less, other)) if at not in told_a]
    right = [at for at in (*right, *_not_broken(less, other, more, one)) if at not in told_c]
    told = [Gap(a, a + 1, c, c + 1) for a, c in zip(sorted(left), sorted(right), strict=False)]
    told += [Gap(a, b, region.c, region.c) for a, b in _stretches(sorted(left)[len(right) :], one)]
    told += [Gap(region.a, region.a, c, d) for c, d in _stretches(sorted(right)[len(left) :], other)]
    return [*exchanged, *told]


def _exchanged(
    left: Sequence[int], mine: Sequence[int], printed: Sequence[list[int]], one: Stream, other: Stream
) -> list[Gap]:
    """The figures of a row that stand in one printed line of the other text, all of them and in another order. A cell
    of several lines is printed beside others than its own: such rows are left alone."""
    rows: dict[tuple[int, int], list[int]] = defaultdict(list)
    lines: dict[tuple[str, ...], list[list[int]]] = defaultdict(list)
    for at in mine:
        rows[printed_in(at, one)].append(at)
    for line in printed:
        lines[tuple(sorted(other.keys[at] for at in line))].append(line)
    found: list[Gap] = []
    for row in dict.fromkeys(printed_in(at, one) for at in left):
        own = rows[row]
        same = lines.get(tuple(sorted(one.keys[at] for at in own)), [])
        if len({one.line[at] for at in own}) < len(own) or len(same) != 1:
            continue
        found += [Gap(a, a + 1, c, c + 1) for a, c in zip(own, same[0], strict=True) if one.keys[a] != other.keys[c]]
    return found


def _away(
    left: Sequence[int],
    right: Sequence[int],
    mine: Sequence[int],
    lines: Sequence[list[int]],
    one: Stream,
    other: Stream,
    near: int,
) -> Iterator[tuple[int, int]]:
    """The figures that stand among those of another row: not only set up to ``near`` lines before or behind."""
    rows = {row: Counter(one.keys[at] for at in spots) for row, spots in groupby(mine, partial(printed_in, text=one))}
    odd = set(right)
    likeliest = [_likeliest(Counter(other.keys[at] for at in line if at not in odd), rows) for line in lines]
    where = {at: number for number, line in enumerate(lines) for at in line}
    places: dict[str, list[int]] = defaultdict(list)
    for at in right:
        if at in where:
            places[other.keys[at]].append(at)
    for a in left:
        if not (there := places.get(one.keys[a])):
            continue
        row = printed_in(a, one)
        around = [set(likeliest[max(where[at] - near, 0) : where[at] + near + 1]) - {None} for at in there]
        if all(some and row not in some for some in around):
            yield a, there.pop(0)


def _whole_rows(mine: Sequence[int], lines: Sequence[list[int]], one: Stream) -> bool:
    """Whether the figures of each row stand in one printed line: only words were set in several."""
    ours = Counter(printed_in(at, one) for at in mine)
    return sorted(ours.values()) == sorted(map(len, lines))


def _likeliest(line: Counter[str], rows: Mapping[tuple[int, int], Counter[str]]) -> tuple[int, int] | None:
    """The row whose figures a printed line has; None where that cannot be told."""
    shared = {row: (line & figures).total() for row, figures in rows.items()}
    best = max(shared, key=shared.__getitem__, default=None)
    return best if best is not None and shared[best] >= 2 else None


def _printed_lines(figures: Sequence[int], text: Stream) -> list[list[int]]:
    """Figures by the lines in which they are printed."""
    return [list(spots) for _, spots in groupby(figures, partial(printed_in, text=text))]


def _row_at(at: int, text: Stream) -> int:
    cell = text.line_at(at).cell
    return cell[0] if cell else 0


def _of(both: Counter[str], spots: Sequence[int], text: Stream) -> list[int]:
    left = both.copy()
    found = []
    for at in spots:
        if left[text.keys[at]] > 0:
            left[text.keys[at]] -= 1
            found.append(at)
    return found


def _only_there(spots: Sequence[int], text: Stream, others: Sequence[int], other: Stream) -> list[int]:
    """What stands here more often than there; the others were only set in another order."""
    more = Counter(text.keys[at] for at in spots) - Counter(other.keys[at] for at in others)
    return _of(more, spots, text)


def _stretches(spots: Sequence[int], text: Stream) -> list[tuple[int, int]]:
    """Words of one row that follow each other, as one."""
    found: list[tuple[int, int]] = []
    for at in spots:
        if found and found[-1][1] == at and _row_at(at, text) == _row_at(at - 1, text):
            found[-1] = found[-1][0], at + 1
        else:
            found.append((at, at + 1))
    return found


def _not_broken(spots: Sequence[int], text: Stream, others: Sequence[int], other: Stream) -> list[int]:
    """The words without those that the edge of a cell breaks in two ("Paraprofess" above "ional"), here or there."""
    ours, theirs = {text.keys[at] for at in spots}, {other.keys[at] for at in others}
    broken = {first + second for first in theirs for second in theirs} & ours
    pieces = {key for first in ours for second in ours if first + second in theirs for key in (first, second)}
    return [at for at in spots if text.keys[at] not in broken | pieces]


def _figures(spots: Sequence[int], text: Stream) -> list[int]:
    return [at for at in spots if text.keys[at][:1].isdigit()]


def _beyond(spots: Sequence[int], text: Stream, others: Sequence[int], other: Stream, odd: set[int]) -> list[int]:
    """The words that stand here more often than there, those first that were not found in their place."""
    words = [at for at in sorted(spots, key=lambda at: at not in odd) if not text.keys[at][:1].isdigit()]
    return _only_there(words, text, others, other)
