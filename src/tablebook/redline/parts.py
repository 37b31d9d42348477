"""One paragraph split in several, several joined in one, or the break between two set elsewhere (a page of
the old print ended there): the pair grows to hold all its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tablebook.redline.anchors import Pair, Span
from tablebook.redline.likeness import Item

_PART = 0.6
"""So much of a paragraph must come from the other's words that are not yet placed."""
_SURE, _LIKELY = 8, 0.9
"""The same of a part that new paragraphs keep apart from the others, with the words it shares at least."""
_BETWEEN = 3
"""So many new paragraphs may stand between two parts."""

_EDGE = 4
"""So many words at a paragraph's edge are looked for beyond the edge of its partner."""


def joined_parts(pairs: Sequence[Pair], old: Sequence[Item], new: Sequence[Item]) -> list[Span]:
    """Each pair as a span, with the unpaired neighbours that hold the rest of its words."""
    return _reflowed(_grown(pairs, old, new), old, new)


def _grown(pairs: Sequence[Pair], old: Sequence[Item], new: Sequence[Item]) -> list[Span]:
    spans: list[Span] = []
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
    left = Counter(whole.plain)
    left.subtract(parts[at].plain)
    if sum(count for count in left.values() if count > 0) < 2:
        return at, at + 1
    below = _grown_by(left, parts[at + 1 : highest])
    above = _grown_by(left, parts[lowest:at][::-1])
    return at - above, at + 1 + below


def _grown_by(left: Counter[str], beside: Sequence[Item]) -> int:
    """How many of the blocks beside belong in: the parts, and the few new ones that stand between two parts."""
    taken = 0
    for number, part in enumerate(beside):
        if part.kind or part.head or number - taken > _BETWEEN:
            break
        if _takes(left, part, sure=number > taken):
            taken = number + 1
    return taken


def _takes(left: Counter[str], part: Item, sure: bool) -> bool:
    """Whether this is a part; behind one that is none it has to be ``sure``, that is longer and more alike."""
    words = Counter(part.plain)
    shared = sum(min(count, max(left[word], 0)) for word, count in words.items())
    if shared < (_SURE if sure else 2) or shared < (_LIKELY if sure else _PART) * sum(words.values()):
        return False
    left.subtract(words)
    return True


def _reflowed(spans: Sequence[Span], old: Sequence[Item], new: Sequence[Item]) -> list[Span]:
    """Neighbouring spans as one where words went over the edge between them."""
    out: list[Span] = []
    for span in spans:
        if out and _open(out[-1], old, new) and _open(span, old, new) and _flows(out[-1], span, old, new):
            out[-1] = (out[-1][0], span[1], out[-1][2], span[3])
        else:
            out.append(span)
    return out


def _open(span: Span, old: Sequence[Item], new: Sequence[Item]) -> bool:
    a, b, c, d = span
    if any(item.head for item in (*old[a:b], *new[c:d])):
        return False
    return not old[a].kind and ((b - a, d - c) != (1, 1) or old[a].key != new[c].key)


def _flows(left: Span, right: Span, old: Sequence[Item], new: Sequence[Item]) -> bool:
    """Whether the last words of the left stand right of the edge in the other text, or the first of the right left."""
    if any(item.kind or item.head for item in (*old[left[1] : right[0]], *new[left[3] : right[2]])):
        return False
    return _over(old, left[:2], right[:2], new, left[2:], right[2:]) or _over(
        new, left[2:], right[2:], old, left[:2], right[:2]
    )


def _over(ours: Sequence[Item], left: Pair, right: Pair, theirs: Sequence[Item], before: Pair, after: Pair) -> bool:
    tail, head = ours[left[1] - 1].plain[-_EDGE:], ours[right[0]].plain[:_EDGE]
    if len(tail) == _EDGE and _in(tail, theirs[before[1] : after[1]]) and not _in(tail, theirs[slice(*before)]):
        return True
    return len(head) == _EDGE and _in(head, theirs[before[0] : after[0]]) and not _in(head, theirs[slice(*after)])


def _in(words: Sequence[str], items: Sequence[Item]) -> bool:
    text = items[0].flow if len(items) == 1 else "".join(item.flow for item in items).replace("  ", " ")
    return f" {' '.join(words)} " in text
