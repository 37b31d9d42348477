"""Which text became which, where each stands under a name that may have changed: sections, or points inside one."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher

_LIKE = 0.5
_SAME_PLACE = 0.15
"""So much more alike must a text elsewhere be, before it is held to be the one that stood here."""
_TELLING = 3
"""Texts of so few words may stand in several places by chance."""

Words = tuple[str, ...]


def matched(old: Mapping[str, Words], new: Mapping[str, Words]) -> dict[str, str]:
    """The new name of each old one, "" for what is no more: first by the same words, then by the likest."""
    became: dict[str, str] = {place: place for place in old if old[place] == new.get(place)}
    taken = set(became)
    for place in old:
        same = [other for other in new if other not in taken and new[other] == old[place]]
        if place not in became and len(same) == 1 and len(old[place]) > _TELLING:
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
    return became


def _alike(old: Mapping[str, Words], new: Mapping[str, Words]) -> list[tuple[str, str]]:
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
