"""Comparing words inside one pair of paragraphs: the fewest changes, then joined so that they read as phrases."""

from __future__ import annotations

from collections.abc import Sequence

from tablebook.redline.anchors import common_ends, differing
from tablebook.redline.lcs import common
from tablebook.redline.tokens import BREAK, SENTENCE_ENDS, Fold, exact, is_gap, is_word

_MARGIN = 24
"""Tokens of the common ends that still take part in finding where a change begins and ends."""

Hunk = tuple[int, int, int, int]
"""A change: old[a:b] became new[c:d]. All between hunks is equal."""

WHOLE = 0.4
"""Two paragraphs less alike than this are shown as one replaced by the other, but for whole phrases that stay."""

_PHRASE = 8
"""So many equal words on end are no chance: a sentence kept in a paragraph that is otherwise written anew."""


def hunks(
    old: Sequence[str], new: Sequence[str], fold: Fold = exact, *, glue: int = 2, whole: float = WHOLE
) -> list[Hunk]:
    """The changes between two lists of tokens, spaces included.

    Islands of up to ``glue`` equal words between two changes join them. With a likeness under ``whole`` only phrases of
    eight equal words and more stay.
    """
    start, end = _ends(old, new) if fold is exact else (0, 0)
    around = 2 * _words(old, 0, start) + 2 * _words(old, len(old) - end, len(old))
    inner_old, inner_new = old[start : len(old) - end], new[start : len(new) - end]
    found = _inner(inner_old, inner_new, fold, glue, whole, around)
    return [(a + start, b + start, c + start, d + start) for a, b, c, d in found]


def _ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How much of both ends is surely the same. Some tokens are left on, so that changes can settle between phrases."""
    start, end = common_ends(old, new)
    start, end = max(start - _MARGIN, 0), max(end - _MARGIN, 0)
    while start and is_gap(old[start - 1]):
        start -= 1
    while end and is_gap(old[-end]):
        end -= 1
    return start, end


def _inner(old: Sequence[str], new: Sequence[str], fold: Fold, glue: int, whole: float, around: int) -> list[Hunk]:
    """The changes in what is left between the ends."""
    old_at = [i for i, text in enumerate(old) if not is_gap(text)]
    new_at = [j for j, text in enumerate(new) if not is_gap(text)]
    old_words = [fold(old[i]) for i in old_at]
    new_words = [fold(new[j]) for j in new_at]
    found = list(differing(common(old_words, new_words), len(old_words), len(new_words)))
    if _likeness(found, old_words, new_words, around) < whole:
        found = _phrases_only(found, old_words, new_words)
    found = _settled(found, old_words, new_words)
    if glue:
        found = _glued(found, old_words, glue)
    pairs = [(old_at[i], new_at[j]) for i, j in _pairs(found, len(old_words), len(new_words))]
    return _with_spaces(pairs, old, new, fold)


def _pairs(found: Sequence[Hunk], old_length: int, new_length: int) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    i = j = 0
    for a, b, c, d in (*found, (old_length, old_length, new_length, new_length)):
        pairs.extend(zip(range(i, a), range(j, c), strict=True))
        i, j = b, d
    return pairs


def _settled(found: Sequence[Hunk], old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """Each insertion (or deletion), of all places where the same one could stand, where it is a sentence or clause."""
    out: list[Hunk] = []
    for k, (a, b, c, d) in enumerate(found):
        if (a < b) == (c < d):
            out.append((a, b, c, d))
            continue
        left = min(a - out[-1][1], c - out[-1][3]) if out else min(a, c)
        right = min(found[k + 1][0] - b, found[k + 1][2] - d) if k + 1 < len(found) else min(len(old) - b, len(new) - d)
        step = _step(new, c, d, left, right) if c < d else _step(old, a, b, left, right)
        out.append((a + step, b + step, c + step, d + step))
    return out


def _step(words: Sequence[str], start: int, end: int, left: int, right: int) -> int:
    best, most = 0, _worth(words, start, end)
    for way, room in ((-1, left), (1, right)):
        for far in range(1, room + 1):
            gone, come = (start - far, end - far) if way < 0 else (start + far - 1, end + far - 1)
            if words[gone] != words[come]:
                break
            if (worth := _worth(words, start + way * far, end + way * far)) > most:
                best, most = way * far, worth
    return best


def _worth(words: Sequence[str], start: int, end: int) -> int:
    if words[end - 1] in SENTENCE_ENDS:
        return 2 if start == 0 or words[start - 1] in SENTENCE_ENDS else 1
    return 0


def _likeness(found: Sequence[Hunk], old: Sequence[str], new: Sequence[str], around: int) -> float:
    """Equal words twice, over all words, with those ``around`` that are the same anyway; 1.0 where a side has none."""
    old_total, new_total = _words(old, 0, len(old)), _words(new, 0, len(new))
    if not around and not (old_total and new_total):
        return 1.0
    changed = sum(_words(old, a, b) + _words(new, c, d) for a, b, c, d in found)
    return 1.0 - changed / (old_total + new_total + around or 1)


def _words(texts: Sequence[str], start: int, end: int) -> int:
    return sum(map(is_word, texts[start:end]))


def _phrases_only(found: Sequence[Hunk], old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """The changes with all equal words between them, and at both ends, that are no whole phrase."""
    out = [(0, 0, 0, 0)]
    for hunk in (*found, (len(old), len(old), len(new), len(new))):
        if _words(old, out[-1][1], hunk[0]) < _PHRASE:
            out[-1] = (out[-1][0], hunk[1], out[-1][2], hunk[3])
        else:
            out.append(hunk)
    return [hunk for hunk in out if hunk[0] < hunk[1] or hunk[2] < hunk[3]]


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
    return count <= most and 2 * count <= smaller


def _with_spaces(pairs: Sequence[tuple[int, int]], old: Sequence[str], new: Sequence[str], fold: Fold) -> list[Hunk]:
    """Hunks over all tokens from the equal words: what stands between two equal words is compared as spaces."""
    found: list[Hunk] = []
    i = j = 0
    for a, b in (*pairs, (len(old), len(new))):
        if old[i:a] != new[j:b] and (hunk := _trimmed(i, a, j, b, old, new, fold)):
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
    if last and (short or old[a - 1] == BREAK or is_gap(old[i]) or is_gap(new[j])):
        return i, a - 1, j, b - 1
    return i, a, j, b
