"""Commas and stops between words that are the same."""

from __future__ import annotations

from collections.abc import Iterator

from tablebook.proof.keys import ANY
from tablebook.proof.matching import Match
from tablebook.proof.stream import Stream

_LEAD = 8
"""Within so many words of a paragraph's beginning a colon or a stop may follow its title, as the printer likes."""


def other_stops(one: Stream, other: Stream, match: Match) -> Iterator[tuple[int, int]]:
    """The words of both texts behind which another sign stands."""
    for a, c, length in match.runs:
        ours, theirs = one.stops[a : a + length - 1], other.stops[c : c + length - 1]
        if ours == theirs:
            continue
        for n, (mine, yours) in enumerate(zip(ours, theirs, strict=True)):
            if mine != yours and ANY not in (mine, yours) and _counts(one, a + n, mine, yours):
                yield a + n, c + n


def _counts(one: Stream, at: int, mine: str, yours: str) -> bool:
    signs = {mine, yours}
    if at - one.starts[one.line[at]] < _LEAD and signs <= {"", ".", ":", ".:"}:
        return False
    if signs == {"", "."}:  # "No. 3", "Sec. 2" and "etc." are written with a stop and without
        after = one.words(at + 1, at + 2)
        return len(one.keys[at]) > 3 and after[:1].isupper()
    return True
