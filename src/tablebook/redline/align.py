"""Which block of the old text is which block of the new one: equal ones exactly, then the most alike in order."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tablebook.redline.likeness import Item, likeness, score
from tablebook.redline.parts import joined_parts

Pair = tuple[int, int]
Span = tuple[int, int, int, int]

_DENSE = 1600
"""Gaps of up to so many pairs of blocks are weighed pair by pair; larger ones through the words they share."""
_COMMON = 24
"""A word found in more blocks than this says nothing about which of them is meant."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Spans old[a:b] = new[c:d] rising in both (more than one block on a side: split or joined), and what moved."""

    spans: tuple[Span, ...]
    moved: tuple[Pair, ...]


def align(old: Sequence[Item], new: Sequence[Item]) -> Alignment:
    """The blocks that belong together, the rest being deleted, inserted or moved."""
    pairs = equal_pairs([item.key + item.kind for item in old], [item.key + item.kind for item in new])
    full: list[Pair] = []
    for a, b, c, d in gaps(pairs, len(old), len(new)):
        full.extend(_alike(old, new, a, b, c, d))
    full.extend(pairs)
    full.sort()
    spans = joined_parts(full, old, new)
    return Alignment(tuple(spans), tuple(_moved(spans, old, new)))


def gaps(pairs: Sequence[Pair], old_length: int, new_length: int) -> Iterator[Span]:
    """The stretches between pairs where both sides have something left."""
    i = j = 0
    for a, b in (*pairs, (old_length, new_length)):
        if a > i and b > j:
            yield i, a, j, b
        i, j = a + 1, b + 1


def equal_pairs(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Equal elements in order: common ends, then elements found once on each side, then the same inside each gap."""
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
        anchors = _rising([(i, j, 1.0) for i, j in _unique(old, new, a, b, c, d)])
        pairs.extend(anchors)
        if anchors:
            inner = [(i - a, j - c) for i, j in anchors]
            stack.extend((a + w, a + x, c + y, c + z) for w, x, y, z in gaps(inner, b - a, d - c))
    pairs.sort()
    return pairs


def _unique(old: Sequence[str], new: Sequence[str], a: int, b: int, c: int, d: int) -> list[Pair]:
    ours, theirs = Counter(old[a:b]), Counter(new[c:d])
    at = {new[j]: j for j in range(c, d) if theirs[new[j]] == 1}
    return [(i, at[old[i]]) for i in range(a, b) if ours[old[i]] == 1 and old[i] in at]


def _rising(candidates: Sequence[tuple[int, int, float]]) -> list[Pair]:
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


def _alike(old: Sequence[Item], new: Sequence[Item], a: int, b: int, c: int, d: int) -> list[Pair]:
    """Pairs in one gap, by what they share."""
    if (b - a) * (d - c) <= _DENSE:
        scored = [(i, j, score(old[i], new[j])) for i in range(a, b) for j in range(c, d)]
        return _rising([candidate for candidate in scored if candidate[2]])
    pairs = _rising(list(_candidates(old, new, a, b, c, d)))
    found = list(pairs)
    inner = [(i - a, j - c) for i, j in pairs]
    for w, x, y, z in gaps(inner, b - a, d - c):
        if pairs and (x - w) * (z - y) <= _DENSE:
            found.extend(_alike(old, new, a + w, a + x, c + y, c + z))
    found.sort()
    return found


def _candidates(
    old: Sequence[Item], new: Sequence[Item], a: int, b: int, c: int, d: int
) -> Iterator[tuple[int, int, float]]:
    """In a large gap, for each new block the few old ones that share its rarer words, and those of its number."""
    posting: dict[tuple[str, int], list[int]] = defaultdict(list)
    named: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i in range(a, b):
        for word in old[i].bag:
            posting[word].append(i)
        if old[i].named:
            named[old[i].section, old[i].label].append(i)
    for j in range(c, d):
        tally: Counter[int] = Counter()
        for word in new[j].bag:
            if len(holders := posting.get(word, ())) <= _COMMON:
                tally.update(holders)
        likely = {i for i, _ in tally.most_common(6)}
        if new[j].named and len(same := named.get((new[j].section, new[j].label), ())) == 1:
            likely.update(same)
        for i in likely:
            if weight := score(old[i], new[j]):
                yield i, j, weight


def _moved(spans: Sequence[Span], old: Sequence[Item], new: Sequence[Item]) -> Iterator[Pair]:
    """Blocks left on both sides that are the same by at least four words in five: they stand elsewhere now."""
    old_left = set(range(len(old))).difference(*(range(a, b) for a, b, _, _ in spans))
    new_left = set(range(len(new))).difference(*(range(c, d) for _, _, c, d in spans))
    if not old_left or not new_left:
        return
    by_key: dict[str, list[int]] = defaultdict(list)
    for i in sorted(old_left, reverse=True):
        if len(old[i].bag) >= 2:
            by_key[old[i].key + old[i].kind].append(i)
    for j in sorted(new_left):
        if by_key.get(new[j].key + new[j].kind):
            i = by_key[new[j].key + new[j].kind].pop()
            old_left.discard(i)
            new_left.discard(j)
            yield i, j
    yield from _moved_and_edited(old_left, sorted(new_left), old, new)


def _moved_and_edited(
    old_left: set[int], new_left: Sequence[int], old: Sequence[Item], new: Sequence[Item]
) -> Iterator[Pair]:
    posting: dict[tuple[str, int], list[int]] = defaultdict(list)
    for i in sorted(old_left):
        if len(old[i].bag) >= 5:
            for word in old[i].bag:
                posting[word].append(i)
    for j in new_left:
        if len(new[j].bag) < 5:
            continue
        tally: Counter[int] = Counter()
        for word in new[j].bag:
            if len(holders := posting.get(word, ())) <= _COMMON:
                tally.update(holders)
        for i, _ in tally.most_common(3):
            if i in old_left and likeness(old[i], new[j]) >= 0.8:
                old_left.discard(i)
                yield i, j
                break
