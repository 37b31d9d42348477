"""The current contract, the signed text and the final text laid beside each other, word by word."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from tablebook.proof.matching import Gap, Match, same_words
from tablebook.proof.stream import Stream


class Region(NamedTuple):
    """The same stretch in the signed text, the final text and the current contract, as (start, end) of each."""

    signed: tuple[int, int]
    final: tuple[int, int]
    current: tuple[int, int]


class ThreeWay:
    """Finds of any stretch of the signed text what the final text and the current contract have there."""

    def __init__(self, signed: Stream, final: Stream, current: Stream, to_final: Match, from_current: Match) -> None:
        self.signed, self.final, self.current = signed, final, current
        self.from_current = from_current
        size = len(signed.keys)
        self._final = _partners(to_final, size)
        self._now = _partners(Match((), tuple((c, a, n) for a, c, n in from_current.runs)), size)
        self._ends = [c for _, c, _ in to_final.runs]
        self._runs = to_final.runs

    def region(self, start: int, end: int) -> Region:
        """The stretch grown on both sides to where a word stands in all three."""
        while start and (self._final[start - 1] < 0 or self._now[start - 1] < 0):
            start -= 1
        size = len(self._final)
        while end < size and (self._final[end] < 0 or self._now[end] < 0):
            end += 1
        final = (self._final[start - 1] + 1 if start else 0, self._final[end] if end < size else len(self.final.keys))
        now = (self._now[start - 1] + 1 if start else 0, self._now[end] if end < size else len(self.current.keys))
        return Region((start, end), final, now)

    def keeps_current(self, region: Region) -> bool:
        """Whether a TA changed something here, and the final text still has the words from before."""
        signed, final, now = (
            text.keys[slice(*span)] for text, span in zip((self.signed, self.final, self.current), region, strict=True)
        )
        return not same_words(signed, now) and same_words(final, now)

    def changed_by_ta(self, start: int, end: int) -> Gap | None:
        """The first change of the current contract (a to b there, c to d in the signed text) that this stretch of the
        signed text holds words of; for a place without words, one that ends or begins there."""
        for gap in self.from_current.gaps:
            if gap.c > end:
                return None
            if start == end or gap.c == gap.d:
                touches = gap.c <= start <= gap.d if start == end else start < gap.c < end
            else:
                touches = gap.c < end and start < gap.d
            if touches:
                return gap
        return None

    def stop_now(self, at: int) -> str | None:
        """The sign behind a word of the signed text in the current contract; None where it is not there."""
        now = self._now[at]
        beside = self._now[at + 1] if at + 1 < len(self._now) else -1
        return self.current.stops[now] if now >= 0 and beside == now + 1 else None

    def before(self, at: int) -> int:
        """Where in the signed text a word of the final text would stand that it does not have."""
        number = bisect_right(self._ends, at) - 1
        if number < 0:
            return 0
        a, c, length = self._runs[number]
        return a + min(at - c, length)


def _partners(match: Match, size: int) -> list[int]:
    """For each word of the first text the word of the second that it is, or -1."""
    found = [-1] * size
    for a, c, length in match.runs:
        found[a : a + length] = range(c, c + length)
    return found
