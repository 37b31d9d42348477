"""Where two streams of words differ: what surely stands in both first, then the fewest changes between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tablebook.domain.dataclass import dataclass
from tablebook.proof.keys import squeezed
from tablebook.proof.stream import Stream
from tablebook.redline.anchors import equal_pairs
from tablebook.redline.lcs import common

_LABEL = "#"
"""Stands for every letter and number that is a label."""
_LONGEST_LABEL = 3
_GRAM = 5
"""So many words on end, standing once in both texts, are the same place."""
_CHANCE = 2
"""So few words between two differences may be the same by chance, or belong to both."""


class Gap(NamedTuple):
    """A difference: the words from ``a`` to before ``b`` of the one text against ``c`` to before ``d`` of the other."""

    a: int
    b: int
    c: int
    d: int


@dataclass(frozen=True, slots=True)
class Match:
    """Two streams laid beside each other: their differences, and the equal stretches (start, start, length)."""

    gaps: tuple[Gap, ...]
    runs: tuple[tuple[int, int, int], ...]


def match_but_labels(one: Stream, other: Stream) -> tuple[Match, list[Gap]]:
    """All differences in words, and apart from them the labels that are others: what numbers a paragraph has no part in
    finding its place."""
    found = match(unlabelled(one), unlabelled(other))
    gaps = (trimmed(gap, one.keys, other.keys) for gap in found.gaps)
    told = tuple(gap for gap in gaps if gap.a < gap.b or gap.c < gap.d)
    return replace(found, gaps=told), list(_relabelled(found, one, other))


def trimmed(gap: Gap, ours: Sequence[str], theirs: Sequence[str]) -> Gap:
    """The difference without what is the same at its ends: a label of the one text may be a word of the other."""
    a, b, c, d = gap
    while a < b and c < d and ours[a] == theirs[c]:
        a, c = a + 1, c + 1
    while a < b and c < d and ours[b - 1] == theirs[d - 1]:
        b, d = b - 1, d - 1
    return Gap(a, b, c, d)


def unlabelled(text: Stream) -> Stream:
    """The text with every label alike, for finding what stands where."""
    keys = list(text.keys)
    for number, line in enumerate(text.lines):
        start = text.starts[number]
        for at in range(start, min(start + line.labels, text.starts[number + 1])):
            keys[at] = _LABEL
    return replace(text, keys=keys)


def _relabelled(found: Match, one: Stream, other: Stream) -> Iterator[Gap]:
    last: Gap | None = None
    for a, c, length in found.runs:
        for n in range(length):
            if one.keys[a + n] == other.keys[c + n]:
                continue
            if last is not None and (last.b, last.d) == (a + n, c + n):
                last = Gap(last.a, a + n + 1, last.c, c + n + 1)
                continue
            if last is not None:
                yield last
            last = Gap(a + n, a + n + 1, c + n, c + n + 1)
    if last is not None:
        yield last


def match(one: Stream, other: Stream) -> Match:
    """All differences in words, in order; what differs in hyphens and spaces alone is none."""
    runs = _runs(one.keys, other.keys)
    raw = _gaps(runs, len(one.keys), len(other.keys))
    told = [gap for gap in raw if differs(gap, one, other)]
    slid = [
        _slid(gap, one, other, left, right) for gap, left, right in _with_room(_joined(told, one, other), one, other)
    ]
    return Match(tuple(slid), tuple(runs))


def differs(gap: Gap, one: Stream, other: Stream) -> bool:
    """Whether two stretches say something else, and are not only broken or tied in other places."""
    same = same_words(one.keys[gap.a : gap.b], other.keys[gap.c : gap.d])
    return not same or _other_words(gap, one, other)


def same_words(ours: list[str], theirs: list[str]) -> bool:
    """Whether two stretches say the same, hyphens and spaces aside. An apostrophe counts where both have the same words
    but for it, "employees" and "employee's"; one that was read as a space does not."""
    if ours == theirs:
        return True
    if [key.replace("'", "") for key in ours] == [key.replace("'", "") for key in theirs]:
        return False
    words = squeezed(ours)
    return words is not None and words == squeezed(theirs)


def _other_words(gap: Gap, one: Stream, other: Stream) -> bool:
    """Whether a stretch that differs in spaces alone says something else: "not able" is not "notable". A hyphen or a
    line's end breaks one word, and so does a page whose letters stand apart: then the pieces are no words."""
    ours, theirs = _joints(one, gap.a, gap.b), _joints(other, gap.c, gap.d)
    return any(
        text.keys[at] in known and text.keys[at + 1] in known
        for text, joints, across, known in ((one, ours, theirs, other.known), (other, theirs, ours, one.known))
        for letters, at in joints.items()
        if letters not in across and _spaced(text, at)
    )


def _spaced(text: Stream, at: int) -> bool:
    """Whether nothing but spaces stands between a word and the next, on one line."""
    if at in text.hyphens or text.begins_line(at + 1):
        return False
    pieces = text.words(at, at + 2).split()
    return len(pieces) == 2 and pieces[0][-1:].isalnum() and pieces[1][:1].isalnum()


def _joints(text: Stream, start: int, end: int) -> dict[int, int]:
    """Where a word ends and the next begins inside a stretch, by how many letters stand before."""
    found: dict[int, int] = {}
    letters = 0
    for at in range(start, end - 1):
        letters += len(text.keys[at].replace("'", ""))
        found[letters] = at
    return found


def _runs(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int, int]]:
    """(start, start, length) of each stretch of equal words."""
    sure = _trimmed(_stretches(equal_pairs(_grams(ours), _grams(theirs)), _GRAM - 1))
    found: list[tuple[int, int, int]] = []
    i = j = 0
    for a, c, length in (*sure, (len(ours), len(theirs), 0)):
        if a > i and c > j:
            inner = common(ours[i:a], theirs[j:c])
            found.extend((i + x, j + y, n) for x, y, n in _stretches(inner, 0))
        if length:
            found.append((a, c, length))
        i, j = a + length, c + length
    return found


def _grams(keys: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(*(keys[n:] for n in range(_GRAM)), strict=False))


def _stretches(pairs: Sequence[tuple[int, int]], beyond: int) -> list[tuple[int, int, int]]:
    """Pairs that follow each other on both sides, as one stretch; each pair reaches ``beyond`` further."""
    found: list[tuple[int, int, int]] = []
    for i, j in pairs:
        if found and i - found[-1][0] == j - found[-1][1] and i <= found[-1][0] + found[-1][2]:
            start, other, _ = found[-1]
            found[-1] = (start, other, i - start + 1 + beyond)
        else:
            found.append((i, j, 1 + beyond))
    return found


def _trimmed(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Stretches that reach into each other (a phrase stands there twice) cut where the earlier one ends."""
    found: list[tuple[int, int, int]] = []
    i = j = 0
    for a, c, length in runs:
        over = max(i - a, j - c, 0)
        if over < length:
            found.append((a + over, c + over, length - over))
            i, j = a + length, c + length
    return found


def _gaps(runs: Sequence[tuple[int, int, int]], ours: int, theirs: int) -> Iterator[Gap]:
    i = j = 0
    for a, c, length in (*runs, (ours, theirs, 0)):
        if a > i or c > j:
            yield Gap(i, a, j, c)
        i, j = a + length, c + length


def _joined(gaps: Sequence[Gap], one: Stream, other: Stream) -> list[Gap]:
    """Differences with a chance word or two between them as one; never over the end of a line or a sentence."""
    found: list[Gap] = []
    for gap in gaps:
        if found and (whole := _turned(found[-1], gap, one, other) or _changed_places(found[-1], gap, one, other)):
            found[-1] = whole
        elif found and _joins(found[-1], gap, one):
            found[-1] = Gap(found[-1].a, gap.b, found[-1].c, gap.d)
            if len(found) > 1 and _joins(found[-2], found[-1], one):
                last = found.pop()
                found[-1] = Gap(found[-1].a, last.b, found[-1].c, last.d)
        else:
            found.append(gap)
    return found


def _turned(left: Gap, right: Gap, one: Stream, other: Stream) -> Gap | None:
    """Two stretches put in (or left out) as one, where the second ends with the very words between them: these then
    stand behind the whole."""
    between = right.a - left.b
    if between != right.c - left.d:
        return None
    if left.a == left.b and right.a == right.b and between <= right.d - right.c:
        same = other.keys[left.d : right.c] == other.keys[right.d - between : right.d]
        return Gap(left.a, left.b, left.c, right.d - between) if same else None
    if left.c == left.d and right.c == right.d and between <= right.b - right.a:
        same = _as_label(one.keys[left.b : right.a], one.keys[right.b - between : right.b])
        return Gap(left.a, right.b - between, left.c, left.d) if same else None
    return None


def _as_label(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether words are the same; a label that was typed as a word, behind a lost paragraph, is one all the same."""
    return all(ours == theirs or (theirs == _LABEL and len(ours) <= _LONGEST_LABEL)
               for ours, theirs in zip(words, others, strict=True))  # fmt: skip


def _changed_places(left: Gap, right: Gap, one: Stream, other: Stream) -> Gap | None:
    """A word put in and the same left out (or the other way round) with a word or two between: "are who" for "who are"
    is one change. More words on end have moved."""
    between = right.a - left.b
    put_in, left_out = (left, right) if left.a == left.b else (right, left)
    if not 0 < between == right.c - left.d <= _CHANCE or put_in.a < put_in.b or left_out.c < left_out.d:
        return None
    words = other.keys[put_in.c : put_in.d]
    apart = any(map(one.begins_line, range(left.b + (left.a == left.b), right.a + (right.a < right.b))))
    if len(words) > 1 or words != one.keys[left_out.a : left_out.b] or apart:
        return None
    return Gap(left.a, right.b, left.c, right.d)


def _joins(left: Gap, right: Gap, one: Stream) -> bool:
    between = right.a - left.b
    if between != right.c - left.d:  # words that differ in hyphens alone stand between
        return False
    if any(map(one.begins_line, range(left.b + (left.a == left.b), right.a + (right.a < right.b)))):
        return False
    smaller = min(max(gap.b - gap.a, gap.d - gap.c) for gap in (left, right))
    both = (left.b - left.a + right.b - right.a) and (left.d - left.c + right.d - right.c)
    return bool(both) and ((between <= _CHANCE and 2 * between <= smaller) or 4 * between <= smaller)


def _with_room(gaps: Sequence[Gap], one: Stream, other: Stream) -> Iterator[tuple[Gap, int, int]]:
    """Each difference with how far it could be moved to either side over equal words."""
    for number, gap in enumerate(gaps):
        before = gaps[number - 1] if number else Gap(0, 0, 0, 0)
        after = gaps[number + 1] if number + 1 < len(gaps) else Gap(len(one.keys), 0, len(other.keys), 0)
        yield gap, min(gap.a - before.b, gap.c - before.d), min(after.a - gap.b, after.c - gap.d)


def _slid(gap: Gap, one: Stream, other: Stream, left: int, right: int) -> Gap:
    """Words put in or left out, of all places where the same could stand, where only a label is, else where a
    line or a sentence begins."""
    if (gap.a < gap.b) == (gap.c < gap.d):
        return gap
    text, start, end = (one, gap.a, gap.b) if gap.a < gap.b else (other, gap.c, gap.d)
    best, most = 0, _worth(text, start, end)
    for way, room in ((-1, left), (1, right)):
        for far in range(1, room + 1):
            gone, come = (start - far, end - far) if way < 0 else (start + far - 1, end + far - 1)
            if text.keys[gone] != text.keys[come]:
                break
            if (worth := _worth(text, start + way * far, end + way * far)) > most:
                best, most = way * far, worth
    return Gap(gap.a + best, gap.b + best, gap.c + best, gap.d + best)


def _worth(text: Stream, start: int, end: int) -> int:
    if all(map(text.is_label, range(start, end))):
        return 3  # "a. a warning" has lost its label, and not its first word
    if not (text.begins_sentence(start) and text.begins_sentence(end)):
        return 0
    return 2 if text.begins_line(start) or text.begins_line(end) else 1
