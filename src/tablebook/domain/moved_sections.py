"""Which section of an article became which: renumbered by a TA, or gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from tablebook.domain.text import Block, same_words, sections_of

_LIKE = 0.5
_SAME_PLACE = 0.15
"""So much more alike must a section elsewhere be, before it is held to be the one that stood here."""


def moved_sections(before: tuple[Block, ...], after: tuple[Block, ...]) -> dict[str, str]:
    """The sections that stand under another number now, and those that are no more (""), by their number before."""
    old, new = _sections(before), _sections(after)
    if list(old) == list(new) and all(old[place] == new[place] for place in old):
        return {}
    became: dict[str, str] = {place: place for place in old if old[place] == new.get(place)}
    taken = set(became)
    for place in old:
        same = [other for other in new if other not in taken and new[other] == old[place]]
        if place not in became and len(same) == 1 and len(old[place]) > 3:
            became[place] = same[0]
            taken.add(same[0])
    for place, other in _alike(
        {p: w for p, w in old.items() if p not in became}, {p: w for p, w in new.items() if p not in taken}
    ):
        if place not in became and other not in taken:
            became[place] = other
            taken.add(other)
    for place in old:
        if place not in became:
            became[place] = place if place in new and place not in taken else ""
    return {place: other for place, other in became.items() if place != other}


def _sections(blocks: tuple[Block, ...]) -> dict[str, tuple[str, ...]]:
    """The words of each section without the number that it opens with."""
    return {place: tuple(_words(some)) for place, some in sections_of(blocks).items() if place}


def _words(blocks: Sequence[Block]) -> list[str]:
    first, *rest = blocks
    return same_words(" ".join([first.text, *(block.printed for block in rest)])).split()


def _alike(old: Mapping[str, tuple[str, ...]], new: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Pairs that say nearly the same, the most alike first."""
    pairs: list[tuple[float, str, str]] = []
    for place, words in old.items():
        matcher = SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(words)
        for other, others in new.items():
            matcher.set_seq1(others)
            if matcher.real_quick_ratio() < _LIKE or matcher.quick_ratio() < _LIKE:
                continue
            ratio = matcher.ratio()
            if ratio >= _LIKE:
                pairs.append((ratio + (_SAME_PLACE if place == other else 0), place, other))
    return [(place, other) for _, place, other in sorted(pairs, key=lambda pair: -pair[0])]
