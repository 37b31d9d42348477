"""Comparing words inside one pair of paragraphs: the fewest changes, then joined so that they read as phrases."""

from __future__ import annotations

from collections.abc import Sequence

from tablebook.redline.lcs import common
from tablebook.redline.tokens import BREAK, SENTENCE_ENDS, Fold, exact, is_gap, is_word

Hunk = tuple[int, int, int, int]
"""A change: old[a:b] became new[c:d]. All between hunks is equal."""

WHOLE = 0.4
"""Two paragraphs less alike than this are shown as one replaced by the other."""


def hunks(
    old: Sequence[str], new: Sequence[str], fold: Fold = exact, *, glue: int = 2, whole: float = WHOLE
) -> list[Hunk]:
    """The changes between two lists of tokens, spaces included.

    Islands of up to ``glue`` equal words between two changes join them. Likeness under ``whole`` gives one change.
    """
    old_at = [i for i, text in enumerate(old) if not is_gap(text)]
    new_at = [j for j, text in enumerate(new) if not is_gap(text)]
    old_words = [fold(old[i]) for i in old_at]
    new_words = [fold(new[j]) for j in new_at]
    found = _between(common(old_words, new_words), len(old_words), len(new_words))
    found = [_slide(hunk, found[k - 1] if k else None, new_words, old_words) for k, hunk in enumerate(found)]
    if _likeness(found, old_words, new_words) < whole:
        found = [(0, len(old_words), 0, len(new_words))]
    elif glue:
        found = _glued(found, old_words, glue)
    pairs = [(old_at[i], new_at[j]) for i, j in _pairs(found, len(old_words), len(new_words))]
    return _with_spaces(pairs, old, new, fold)


def _between(pairs: Sequence[tuple[int, int]], old_length: int, new_length: int) -> list[Hunk]:
    found: list[Hunk] = []
    i = j = 0
    for a, b in (*pairs, (old_length, new_length)):
        if a > i or b > j:
            found.append((i, a, j, b))
        i, j = a + 1, b + 1
    return found


def _pairs(found: Sequence[Hunk], old_length: int, new_length: int) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    i = j = 0
    for a, b, c, d in (*found, (old_length, old_length, new_length, new_length)):
        pairs.extend(zip(range(i, a), range(j, c), strict=True))
        i, j = b, d
    return pairs


def _slide(hunk: Hunk, before: Hunk | None, new: Sequence[str], old: Sequence[str]) -> Hunk:
    """Of the places where the same insertion (or deletion) could stand, the one that ends with a sentence or clause."""
    a, b, c, d = hunk
    if (a < b) == (c < d):
        return hunk
    words, start, end = (new, c, d) if c < d else (old, a, b)
    room = min(a - before[1], c - before[3]) if before else min(a, c)
    best, best_worth = 0, _worth(words, start, end)
    for step in range(1, room + 1):
        if words[start - step] != words[end - step]:
            break
        worth = _worth(words, start - step, end - step)
        if worth > best_worth:
            best, best_worth = step, worth
    return a - best, b - best, c - best, d - best


def _worth(words: Sequence[str], start: int, end: int) -> int:
    if words[end - 1] in SENTENCE_ENDS:
        return 2 if start == 0 or words[start - 1] in SENTENCE_ENDS else 1
    return 0


def _likeness(found: Sequence[Hunk], old: Sequence[str], new: Sequence[str]) -> float:
    """Equal words twice, over all words; punctuation counts only where there are no words."""
    old_total, new_total = _words(old, 0, len(old)), _words(new, 0, len(new))
    if not old_total or not new_total:
        return 1.0
    changed = sum(_words(old, a, b) + _words(new, c, d) for a, b, c, d in found)
    return 1.0 - changed / (old_total + new_total)


def _words(texts: Sequence[str], start: int, end: int) -> int:
    return sum(map(is_word, texts[start:end]))


def _glued(found: Sequence[Hunk], old: Sequence[str], most: int) -> list[Hunk]:
    joined: list[Hunk] = []
    for hunk in found:
        if joined and _joins(joined[-1], hunk, old, most):
            joined[-1] = (joined[-1][0], hunk[1], joined[-1][2], hunk[3])
        else:
            joined.append(hunk)
    return joined


def _joins(left: Hunk, right: Hunk, old: Sequence[str], most: int) -> bool:
    """Whether the few equal words between two changes read better as part of one. Never over the end of a sentence,
    and never where only one side has changes: that would strike words that nobody touched."""
    island = old[left[1] : right[0]]
    struck = right[1] - right[0] + left[1] - left[0]
    brought = right[3] - right[2] + left[3] - left[2]
    if not struck or not brought or SENTENCE_ENDS.intersection(island):
        return False
    count = sum(map(is_word, island))
    smaller = min(hunk[1] - hunk[0] + hunk[3] - hunk[2] for hunk in (left, right))
    return count <= most and count <= smaller


def _with_spaces(pairs: Sequence[tuple[int, int]], old: Sequence[str], new: Sequence[str], fold: Fold) -> list[Hunk]:
    """Hunks over all tokens from the equal words: what stands between two equal words is compared as spaces."""
    found: list[Hunk] = []
    i = j = 0
    for a, b in (*pairs, (len(old), len(new))):
        if hunk := _trimmed(i, a, j, b, old, new, fold):
            found.append(hunk)
        i, j = a + 1, b + 1
    return found


def _trimmed(i: int, a: int, j: int, b: int, old: Sequence[str], new: Sequence[str], fold: Fold) -> Hunk | None:
    """One stretch between equal words without the spaces that both sides share. A space stays with the word before it
    ("ten (10) " then "five (5) "), so that what is struck and what is new never stand without a space between."""
    if [fold(text) for text in old[i:a]] == [fold(text) for text in new[j:b]]:
        return None
    if i < a and j < b and old[i] == new[j] == BREAK:
        i, j = i + 1, j + 1
    if i == a or j == b:
        return i, a, j, b
    first = is_gap(old[i]) and fold(old[i]) == fold(new[j])
    last = is_gap(old[a - 1]) and fold(old[a - 1]) == fold(new[b - 1])
    short = a - i == 1 or b - j == 1
    if first and (last or short):
        return i + 1, a, j + 1, b
    if last:
        return i, a - 1, j, b - 1
    return i, a, j, b
