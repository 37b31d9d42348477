"""Rows of a table told by their figures: whether each still has its own label, and its place among the others. A label
may be set in several lines, and a page gives these one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from tablebook.domain.dataclass import dataclass
from tablebook.proof.matching import Gap
from tablebook.proof.stream import Stream
from tablebook.redline.lcs import common


@dataclass(slots=True)
class _Row:
    """A row or printed line: its figures and where they stand, and where the words are that stand in it before them,
    in the lines above it and in those below it that have no figures."""

    figures: tuple[str, ...]
    spots: list[int]
    own: list[int]
    above: list[int]
    below: list[int]


_WAYS = ("below", "above", "own")
"""Where the other lines of a label stand: below its row, above it, or nowhere."""


def rows_set_otherwise(ours: Sequence[int], theirs: Sequence[int], one: Stream, other: Stream) -> list[Gap]:
    """The rows that have other figures, stand beside another label, or in another place, in the other text. Rows with
    the figures of others are left alone: nobody could tell them apart."""
    mine, yours = _rows(ours, one), _rows(theirs, other)
    known = {_label(_words(row, "below"), one) for row in mine}
    found = {way: sum(_label(_words(row, way), other) in known for row in yours) for way in _WAYS}
    way = max(_WAYS, key=found.__getitem__)
    if 2 * found[way] < len(mine):
        return []
    times = Counter(row.figures for row in mine), Counter(row.figures for row in yours)
    pairs = [
        (row, there)
        for row in mine
        for there in yours
        if row.figures == there.figures and len(row.figures) > 1 and times[0][row.figures] == times[1][row.figures] == 1
    ]
    apart = [
        _apart(row, there, at, one, other)
        for row, there in pairs
        if row.own and (at := _words(there, way)) and _label(at, other) != _label(_words(row, "below"), one)
    ]
    return [*apart, *_moved(pairs), *_cells(mine, yours, pairs, way, one, other)]


def _cells(
    mine: Sequence[_Row],
    yours: Sequence[_Row],
    pairs: Sequence[tuple[_Row, _Row]],
    way: str,
    one: Stream,
    other: Stream,
) -> list[Gap]:
    """The figures that are others in a row with the same label."""
    done = {id(row) for pair in pairs for row in pair}
    ours = {_label(_words(row, "below"), one): row for row in mine if id(row) not in done}
    theirs = {_label(_words(row, way), other): row for row in yours if id(row) not in done}
    return [
        Gap(a, a + 1, c, c + 1)
        for label, row in ours.items()
        if label and (there := theirs.get(label)) and len(row.spots) == len(there.spots)
        for a, c in zip(row.spots, there.spots, strict=True)
        if one.keys[a] != other.keys[c]
    ]


def _apart(row: _Row, there: _Row, at: Sequence[int], one: Stream, other: Stream) -> Gap:
    """Where a label is another one: in the lines below or above its row where the words beside the figures are its
    own."""
    size, loose = len(there.own), [place for place in at if place not in there.own]
    begins = _label(row.own[:size], one) == _label(there.own, other)
    if begins and loose and len(row.own) > size:
        return Gap(row.own[size], row.own[-1] + 1, loose[0], loose[-1] + 1)
    spots = there.own or at
    return Gap(row.own[0], row.own[-1] + 1, spots[0], spots[-1] + 1)


def _moved(pairs: Sequence[tuple[_Row, _Row]]) -> list[Gap]:
    """The rows that stand before others than they did, as what is missing in one place and new in another."""
    before = [row.spots[0] for row, _ in pairs]
    after = [row.spots[0] for row, _ in sorted(pairs, key=lambda pair: pair[1].spots[0])]
    stay = {before[i] for i, _ in common(before, after)}
    found = []
    for row, there in pairs:
        if row.spots[0] not in stay:
            size, first, start = len(row.figures), (row.own or [row.spots[0]])[0], (there.own or [there.spots[0]])[0]
            found += [Gap(first, row.spots[0] + size, start, start), Gap(first, first, start, there.spots[0] + size)]
    return found


def _rows(spots: Sequence[int], text: Stream) -> list[_Row]:
    found: list[_Row] = []
    loose: list[int] = []
    for _, line in groupby(spots, lambda at: printed_in(at, text)):
        row = list(line)
        first = next((n for n, at in enumerate(row) if text.keys[at][:1].isdigit()), len(row))
        if first == len(row):
            loose += row
            if found:
                found[-1].below += row
            continue
        figures = tuple(text.keys[at] for at in row if text.keys[at][:1].isdigit())
        last = max(n for n, at in enumerate(row) if text.keys[at][:1].isdigit())
        behind = [at for at in row[last + 1 :] if text.keys[at][:1].isalpha()]
        spots_of = [at for at in row if text.keys[at][:1].isdigit()]
        if any(text.keys[at][:1].isalpha() for at in row[first:last]):  # a head: "Step 1 Step 2"
            figures = ()
        found.append(_Row(figures, spots_of, row[:first], loose, behind))
        loose = []
    return found


def printed_in(at: int, text: Stream) -> tuple[int, int]:
    """The row of a cell, or the line that a word is printed in."""
    line = text.line_at(at)
    return (line.block, line.cell[0]) if line.cell else (-1, text.line[at])


def _words(row: _Row, way: str) -> list[int]:
    return [*(row.above if way == "above" else ()), *row.own, *(row.below if way == "below" else ())]


def _label(spots: Sequence[int], text: Stream) -> str:
    """The letters of a label: the edge of a cell may break a word in two."""
    return "".join(text.keys[at] for at in spots)
