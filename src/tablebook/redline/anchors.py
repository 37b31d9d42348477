"""What is certain in two sequences: equal elements in order, by their common ends and by what stands there once."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

Pair = tuple[int, int]
Span = tuple[int, int, int, int]


def common_ends(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[int, int]:
    """How many elements both begin with alike, and how many of the others they end with alike."""
    most = min(len(old), len(new))
    start = next((i for i in range(most) if old[i] != new[i]), most)
    most -= start
    return start, next((i for i in range(most) if old[-1 - i] != new[-1 - i]), most)


def gaps(pairs: Sequence[Pair], old_length: int, new_length: int) -> Iterator[Span]:
    """The stretches between pairs where both sides have something left."""
    i = j = 0
    for a, b in (*pairs, (old_length, new_length)):
        if a > i and b > j:
            yield i, a, j, b
        i, j = a + 1, b + 1


def differing(pairs: Sequence[Pair], old_length: int, new_length: int) -> Iterator[Span]:
    """The stretches between pairs where either side has something left."""
    i = j = 0
    for a, b in (*pairs, (old_length, new_length)):
        if a > i or b > j:
            yield i, a, j, b
        i, j = a + 1, b + 1


def equal_pairs(old: Sequence[Hashable], new: Sequence[Hashable], weights: Sequence[float] | None = None) -> list[Pair]:
    """Equal elements in order: common ends, then elements found once on each side, then the same inside each gap.

    Where elements changed places, those stay that weigh most together; ``weights`` are those of the old ones.
    """
    pairs: list[Pair] = []
    stack = [(0, len(old), 0, len(new))]
    while stack:
        a, b, c, d = stack.pop()
        while a < b and c < d and old[a] == new[c]:
            pairs.append((a, c))
            a, c = a + 1, c + 1
        while a < b and c < d and old[b - 1] == new[d - 1]:
            b, d = b - 1, d - 1
            pairs.append((b, d))
        if a == b or c == d:
            continue
        anchors = rising([(i, j, weights[i] if weights else 1.0) for i, j in _unique(old, new, a, b, c, d)])
        pairs.extend(anchors)
        if anchors:
            inner = [(i - a, j - c) for i, j in anchors]
            stack.extend((a + w, a + x, c + y, c + z) for w, x, y, z in gaps(inner, b - a, d - c))
    pairs.sort()
    return pairs


def _unique(old: Sequence[Hashable], new: Sequence[Hashable], a: int, b: int, c: int, d: int) -> list[Pair]:
    ours, theirs = Counter(old[a:b]), Counter(new[c:d])
    at = {new[j]: j for j in range(c, d) if theirs[new[j]] == 1}
    return [(i, at[old[i]]) for i in range(a, b) if ours[old[i]] == 1 and old[i] in at]


def rising(candidates: Sequence[tuple[int, int, float]]) -> list[Pair]:
    """The heaviest chain of candidates that rises in both positions."""
    order = sorted(candidates, key=lambda candidate: (candidate[0], -candidate[1]))
    ends: list[int] = []  # new positions, rising, each the end of a chain
    totals: list[float] = []  # the weight of that chain, rising with it
    last: list[int] = []
    back: list[int] = []
    for number, (_, j, weight) in enumerate(order):
        place = bisect_left(ends, j)
        total = weight + (totals[place - 1] if place else 0.0)
        back.append(last[place - 1] if place else -1)
        stop = place
        while stop < len(ends) and totals[stop] <= total:
            stop += 1
        if stop > place or place == len(ends) or ends[place] > j:
            ends[place:stop], totals[place:stop], last[place:stop] = [j], [total], [number]
    chain: list[Pair] = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(order[at][:2])
        at = back[at]
    chain.reverse()
    return chain
