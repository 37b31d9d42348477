"""Words that the reading of the final file set aside: a list with dots and figures looks like a table of contents."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tablebook.proof.keys import key_of, words_of
from tablebook.proof.matching import Gap
from tablebook.proof.stream import Stream

AllLines = Callable[[], Sequence[str]]
"""Every line of the final file as printed, contents and running heads included; asked for when words are missing."""

_FEWEST = 5


def without_set_aside(
    gaps: Sequence[Gap], one: Stream, other: Stream, all_lines: AllLines
) -> tuple[list[Gap], list[str]]:
    """The differences without words that do stand in the file, and those words."""
    asked = [gap for gap in gaps if _may_be(gap, one)]
    if not asked:
        return list(gaps), []
    read = f" {' '.join(other.keys)} "
    printed = f" {' '.join(key_of(word) for line in all_lines() for word in words_of(line))} "
    there = set()
    for gap in asked:
        words = f" {' '.join(one.keys[gap.a : gap.b])} "
        if printed.count(words) > read.count(words):
            there.add(gap)
    return [gap for gap in gaps if gap not in there], [one.words(gap.a, gap.b) for gap in gaps if gap in there]


def _may_be(gap: Gap, one: Stream) -> bool:
    """Whether text is left out, and not only a heading: those the real contents say again."""
    return (
        gap.b - gap.a >= _FEWEST and gap.c == gap.d and not all(one.line_at(at).heading for at in range(gap.a, gap.b))
    )
