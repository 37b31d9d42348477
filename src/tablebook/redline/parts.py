"""One paragraph split in several, or several joined in one: the pair grows to hold all its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tablebook.redline.likeness import Item

_PART = 0.6
"""So much of a paragraph must come from the other's words that are not yet placed."""


def joined_parts(
    pairs: Sequence[tuple[int, int]], old: Sequence[Item], new: Sequence[Item]
) -> list[tuple[int, int, int, int]]:
    """Each pair as a span, with the unpaired neighbours that hold the rest of its words."""
    spans: list[tuple[int, int, int, int]] = []
    old_from = new_from = 0
    for number, (i, j) in enumerate(pairs):
        old_to, new_to = pairs[number + 1] if number + 1 < len(pairs) else (len(old), len(new))
        a, b, c, d = i, i + 1, j, j + 1
        if old[i].key != new[j].key and not old[i].kind:
            if c > new_from or d < new_to:
                c, d = _reach(old[i], new, j, new_from, new_to)
            if d - c == 1 and (a > old_from or b < old_to):
                a, b = _reach(new[j], old, i, old_from, old_to)
        spans.append((a, b, c, d))
        old_from, new_from = b, d
    return spans


def _reach(whole: Item, parts: Sequence[Item], at: int, lowest: int, highest: int) -> tuple[int, int]:
    """How far around ``at`` the blocks are parts of ``whole``."""
    left = Counter(_plain(whole))
    left.subtract(_plain(parts[at]))
    if sum(count for count in left.values() if count > 0) < 2:
        return at, at + 1
    start, end = at, at + 1
    while end < highest and _takes(left, parts[end]):
        end += 1
    while start > lowest and _takes(left, parts[start - 1]):
        start -= 1
    return start, end


def _takes(left: Counter[str], part: Item) -> bool:
    words = Counter(_plain(part))
    shared = sum(min(count, max(left[word], 0)) for word, count in words.items())
    if part.kind or shared < 2 or shared < _PART * sum(words.values()):
        return False
    left.subtract(words)
    return True


def _plain(item: Item) -> list[str]:
    return [word for word, _ in item.bag]
