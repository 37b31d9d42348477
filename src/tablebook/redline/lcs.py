"""The longest common subsequence of two short sequences, exactly, with one big integer for a row of the table."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from tablebook.redline.anchors import equal_pairs, gaps

_EXACT = 4_000_000
"""Larger tables are first cut at words that stand once on each side: a paragraph of thousands of words."""
_BEARABLE = 64_000_000
"""A stretch larger than this (8 MB) with nothing in it that stands once is taken as replaced whole."""


def common(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs of positions with equal elements, rising in both, as many as possible."""
    start, old_end, new_end = 0, len(old), len(new)
    while start < old_end and start < new_end and old[start] == new[start]:
        start += 1
    while old_end > start and new_end > start and old[old_end - 1] == new[new_end - 1]:
        old_end -= 1
        new_end -= 1
    pairs = [(i, i) for i in range(start)]
    if old_end > start and new_end > start:
        inner = _inner(old[start:old_end], new[start:new_end])
        pairs.extend((i + start, j + start) for i, j in inner)
    pairs.extend((old_end + i, new_end + i) for i in range(len(old) - old_end))
    return pairs


def _inner(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    if len(old) * len(new) <= _EXACT:
        return _rows_and_back(old, new)
    pairs = equal_pairs(old, new)
    for a, b, c, d in list(gaps(pairs, len(old), len(new))):
        if (b - a) * (d - c) <= _BEARABLE:
            pairs.extend((a + i, c + j) for i, j in _rows_and_back(old[a:b], new[c:d]))
    return sorted(pairs)


def _rows_and_back(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    masks: dict[Hashable, int] = {}
    for i, element in enumerate(old):
        masks[element] = masks.get(element, 0) | 1 << i
    full = (1 << len(old)) - 1
    row = full
    rows = [row]
    # A zero bit i in row j says: old[:i+1] has one more in common with new[:j] than old[:i] has.
    for element in new:
        here = row & masks.get(element, 0)
        row = ((row + here) | (row - here)) & full
        rows.append(row)
    pairs: list[tuple[int, int]] = []
    i, j = len(old), len(new)
    while i and j:
        if old[i - 1] == new[j - 1]:  # always part of a longest one, and keeps neighbours together
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif rows[j] >> (i - 1) & 1:
            i -= 1
        else:
            j -= 1
    pairs.reverse()
    return pairs
