"""Words that the reading of the final file set aside: a list with dots and figures looks like a table of contents, a
line that ends several pages like one that runs along them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tablebook.proof.keys import key_of, words_of
from tablebook.proof.matching import Gap
from tablebook.proof.stream import Stream

AllLines = Callable[[], Sequence[str]]
"""Every line of the final file as printed, contents and running heads included; asked for when words are missing."""

_FEWEST = 5
"""So many words on end are the same place."""


def without_set_aside(
    gaps: Sequence[Gap], one: Stream, other: Stream, all_lines: AllLines
) -> tuple[list[Gap], list[str]]:
    """The differences without words that do stand in the file, and those words."""
    asked = [gap for gap in gaps if _may_be(gap, one)]
    if not asked:
        return list(gaps), []
    read = f" {' '.join(other.keys)} "
    printed = f" {' '.join(key_of(word) for line in all_lines() for word in words_of(line))} "
    there = {gap for gap in asked if any(printed.count(words) > read.count(words) for words in _in_place(gap, one))}
    return [gap for gap in gaps if gap not in there], [one.words(gap.a, gap.b) for gap in gaps if gap in there]


def _may_be(gap: Gap, one: Stream) -> bool:
    """Whether text is left out, and not only a heading: those the real contents say again."""
    if gap.c < gap.d or all(one.line_at(at).heading for at in range(gap.a, gap.b)):
        return False
    return gap.b - gap.a >= _FEWEST or (one.begins_line(gap.a) and one.begins_line(gap.b))


def _in_place(gap: Gap, one: Stream) -> Iterator[str]:
    """The words to look for: those left out, and where they are few, whole lines, with the words before or behind."""
    if gap.b - gap.a >= _FEWEST:
        yield f" {' '.join(one.keys[gap.a : gap.b])} "
        return
    for start, end in ((gap.a - _FEWEST + 1, gap.b), (gap.a, gap.b + _FEWEST - 1)):
        if start >= 0 and end <= len(one.keys):
            yield f" {' '.join(one.keys[start:end])} "
