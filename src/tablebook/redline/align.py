"""Which block of the old text is which block of the new one: equal ones exactly, then the most alike in order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from tablebook.domain.dataclass import dataclass
from tablebook.redline.anchors import Pair, Span, equal_pairs, gaps, rising
from tablebook.redline.likeness import Item, likeness, score
from tablebook.redline.parts import joined_parts

_DENSE = 1600
"""Gaps of up to so many pairs of blocks are weighed pair by pair; larger ones through the words they share."""
_COMMON = 24
"""A word found in more blocks than this says nothing about which of them is meant."""
_TELLING = 5
"""With so many different words a block is known again wherever it stands."""
_ENOUGH = 16
"""So many rare words tell a block from the others."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Spans old[a:b] = new[c:d] rising in both (more than one block on a side: split or joined), and what moved."""

    spans: tuple[Span, ...]
    moved: tuple[Pair, ...]


def align(old: Sequence[Item], new: Sequence[Item]) -> Alignment:
    """The blocks that belong together, the rest being deleted, inserted or moved."""
    # Of two parts that changed places the longer one stays, and the shorter one moved.
    weights = [1.0 + item.key.count(" ") for item in old]
    pairs = equal_pairs([item.key + item.kind for item in old], [item.key + item.kind for item in new], weights)
    _set_aside(old, new, pairs)
    full: list[Pair] = []
    for a, b, c, d in gaps(pairs, len(old), len(new)):
        full.extend(_alike(old, new, a, b, c, d))
    full.extend(pairs)
    full.sort()
    spans = joined_parts(full, old, new)
    return Alignment(tuple(spans), tuple(_moved(spans, old, new)))


def _set_aside(old: Sequence[Item], new: Sequence[Item], pairs: Sequence[Pair]) -> None:
    """Mark what stands elsewhere word for word: it moved, and is not to be paired with what is only like it."""
    ours = set(range(len(old))).difference(i for i, _ in pairs)
    theirs = set(range(len(new))).difference(j for _, j in pairs)
    once = _only(old, ours)
    for key, j in _only(new, theirs).items():
        if key in once and len(new[j].bag) >= _TELLING:
            old[once[key]].away = new[j].away = True


def _only(items: Sequence[Item], left: Iterable[int]) -> dict[str, int]:
    """The blocks that are left by their words, without those that are there twice."""
    found: dict[str, int] = {}
    counts = Counter(items[at].key + items[at].kind for at in left)
    for at in left:
        if counts[key := items[at].key + items[at].kind] == 1:
            found[key] = at
    return found


def _alike(old: Sequence[Item], new: Sequence[Item], a: int, b: int, c: int, d: int) -> list[Pair]:
    """Pairs in one gap, by what they share."""
    if (b - a) * (d - c) <= _DENSE:
        scored = [(i, j, score(old[i], new[j])) for i in range(a, b) for j in range(c, d)]
        return rising([candidate for candidate in scored if candidate[2]])
    pairs = rising(list(_candidates(old, new, a, b, c, d)))
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
    posting: dict[Hashable, list[int]] = defaultdict(list)
    named: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i in range(a, b):
        for word in old[i].bag:
            posting[word].append(i)
        if old[i].named:
            named[old[i].section, old[i].label].append(i)
    for j in range(c, d):
        tally: Counter[int] = Counter()
        for holders in _rarest(posting, new[j]):
            tally.update(holders)
        likely = {i for i, _ in tally.most_common(4)}
        if new[j].named and len(same := named.get((new[j].section, new[j].label), ())) == 1:
            likely.update(same)
        for i in likely:
            if weight := score(old[i], new[j]):
                yield i, j, weight


def _rarest(posting: Mapping[Hashable, list[int]], item: Item) -> list[list[int]]:
    """Where the words stand that fewest others have: they say best which block is meant, and soonest."""
    found = [holders for word in item.bag if len(holders := posting.get(word, [])) <= _COMMON]
    return sorted(filter(None, found), key=len)[:_ENOUGH]


def _moved(spans: Sequence[Span], old: Sequence[Item], new: Sequence[Item]) -> Iterator[Pair]:
    """Blocks left on both sides that are the same by at least four words in five: they stand elsewhere now."""
    old_left = set(range(len(old))).difference(*(range(a, b) for a, b, _, _ in spans))
    new_left = set(range(len(new))).difference(*(range(c, d) for _, _, c, d in spans))
    if not old_left or not new_left:
        return
    by_key: dict[str, list[int]] = defaultdict(list)
    for i in sorted(old_left, reverse=True):
        if len(old[i].bag) >= 2 or old[i].section:
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
    posting: dict[Hashable, list[int]] = defaultdict(list)
    for i in sorted(old_left):
        if len(old[i].bag) >= _TELLING:
            for word in old[i].bag:
                posting[word].append(i)
    for j in new_left:
        if len(new[j].bag) < _TELLING:
            continue
        tally: Counter[int] = Counter()
        for holders in _rarest(posting, new[j]):
            tally.update(holders)
        for i, _ in tally.most_common(3):
            if i in old_left and likeness(old[i], new[j]) >= 0.8:
                old_left.discard(i)
                yield i, j
                break
