"""The same words in another place: what is left out here and put in there is one change, told once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tablebook.proof.matching import Gap
from tablebook.proof.stream import Stream

_GRAM = 4
_APART = 8
"""So many words may differ inside what moved."""
_LEAST = 8
"""So many words on end are the same words; fewer only where they are all that is left out or put in."""
_MOST = 0.8


class Move(NamedTuple):
    """Words a to b of the one text that stand at c to d in the other, and what differs in them."""

    a: int
    b: int
    c: int
    d: int
    edits: tuple[Gap, ...] = ()


def split_moves(gaps: Sequence[Gap], one: Stream, other: Stream) -> tuple[list[Gap], list[Move]]:
    """The differences without what moved, and what moved."""
    holders: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, gap in enumerate(gaps):
        for at in range(gap.a, gap.b - _GRAM + 1):
            holders[tuple(one.keys[at : at + _GRAM])].append((number, at))
    moves: list[Move] = []
    taken: set[int] = set()  # words of the one text that were found again
    for number, gap in enumerate(gaps):
        at = gap.d if _is_double(gap, other) else gap.c
        while at <= gap.d - _GRAM:
            move = _longest(holders.get(tuple(other.keys[at : at + _GRAM]), ()), at, gap, gaps, one, other, taken)
            if move is None or number in {n for n, g in enumerate(gaps) if g.a <= move.a < g.b}:
                at += 1
                continue
            moves.append(move)
            taken.update(range(move.a, move.b))
            at = move.d
    moves.extend(_short(gaps, one, other, taken, {at for move in moves for at in range(move.c, move.d)}))
    found = set(moves)
    given = {at for move in found for at in range(move.a, move.b)}
    got = {at for move in found for at in range(move.c, move.d)}
    return [left for gap in gaps for left in _left(gap, given, got)], sorted(found)


def _is_double(gap: Gap, other: Stream) -> bool:
    """Whether what was put in stands there twice, one behind the other: it came from nowhere else."""
    size = gap.d - gap.c
    words = other.keys[gap.c : gap.d]
    twice = other.keys[gap.d : gap.d + size] == words or other.keys[max(gap.c - size, 0) : gap.c] == words
    return gap.a == gap.b and twice


def _longest(
    starts: Sequence[tuple[int, int]],
    at: int,
    gap: Gap,
    gaps: Sequence[Gap],
    one: Stream,
    other: Stream,
    taken: set[int],
) -> Move | None:
    best: tuple[Move, Gap] | None = None
    for number, start in starts[:12]:
        if start not in taken:
            move = _grown(start, gaps[number], at, gap, one.keys, other.keys)
            if best is None or move.b - move.a > best[0].b - best[0].a:
                best = move, gaps[number]
    return best[0] if best and _is_move(*best, gap, one, other) else None


def _is_move(move: Move, source: Gap, target: Gap, one: Stream, other: Stream) -> bool:
    """Whether the same words are no phrase that both a lost and a new sentence happen to have."""
    same = move.b - move.a - sum(edit.b - edit.a for edit in move.edits)
    sizes = source.b - source.a, target.d - target.c
    if same < _LEAST:
        return same >= _MOST * max(sizes)
    ours = one.begins_sentence(move.a) and one.begins_sentence(move.b)
    theirs = other.begins_sentence(move.c) and other.begins_sentence(move.d)
    return ours or theirs or same >= _MOST * min(sizes)


def _grown(a: int, source: Gap, c: int, target: Gap, ours: list[str], theirs: list[str]) -> Move:
    """How far the same words go on from here, over small differences."""
    i, j = a, c
    edits: list[Gap] = []
    while True:
        while i < source.b and j < target.d and ours[i] == theirs[j]:
            i, j = i + 1, j + 1
        step = _resumes(i, source.b, j, target.d, ours, theirs)
        if step is None:
            return Move(a, i, c, j, tuple(edits))
        edits.append(Gap(i, step[0], j, step[1]))
        i, j = step


def _resumes(i: int, end: int, j: int, stop: int, ours: list[str], theirs: list[str]) -> tuple[int, int] | None:
    for far in range(1, 2 * _APART):
        for x in range(max(0, far - _APART), min(far, _APART) + 1):
            a, c = i + x, j + far - x
            if a + _GRAM <= end and c + _GRAM <= stop and ours[a : a + _GRAM] == theirs[c : c + _GRAM]:
                return a, c
    return None


def _short(gaps: Sequence[Gap], one: Stream, other: Stream, taken: set[int], got: set[int]) -> Iterator[Move]:
    """What is left out whole in one place and put in whole in another: too short to be found by its phrases."""
    gone = {
        tuple(one.keys[gap.a : gap.b]): gap
        for gap in gaps
        if gap.c == gap.d and gap.b - gap.a >= 2 and gap.a not in taken
    }
    for gap in gaps:
        if gap.a == gap.b and gap.c not in got:
            source = gone.pop(tuple(other.keys[gap.c : gap.d]), None)
            if source is not None:
                yield Move(source.a, source.b, gap.c, gap.d)


def _left(gap: Gap, given: set[int], got: set[int]) -> Iterator[Gap]:
    """What of a difference did not move."""
    ours = list(_stretches(gap.a, gap.b, given))
    theirs = list(_stretches(gap.c, gap.d, got))
    if len(ours) == 1 and len(theirs) == 1:
        yield Gap(*ours[0], *theirs[0])
        return
    place = theirs[0][0] if theirs else gap.c
    yield from (Gap(a, b, place, place) for a, b in ours)
    yield from (Gap(gap.b, gap.b, c, d) for c, d in theirs)


def _stretches(start: int, end: int, away: set[int]) -> Iterator[tuple[int, int]]:
    begin = start
    for at in range(start, end + 1):
        if at == end or at in away:
            if begin < at:
                yield begin, at
            begin = at + 1
