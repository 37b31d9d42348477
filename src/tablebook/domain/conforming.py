"""Conforming changes that both sides initialled, put into the words of the successor agreement."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from tablebook.domain.codes import Conforming
from tablebook.domain.dataclass import dataclass
from tablebook.domain.month_words import MONTH_LIKE
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.number_words import from_words
from tablebook.domain.ratifying import ConformingChange
from tablebook.domain.text import Block, BlockKind, heading, section_places, written_on


@dataclass(frozen=True, slots=True)
class Conformed:
    """One change of an initialled list and how often its words were found where it says; 0: they are not there."""

    agreement: str
    change: ConformingChange
    times: int


_FIGURES = re.compile(r"[$¢]?\d[\d,.]*%?")
_DATE = re.compile(
    rf"\b{MONTH_LIKE}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+(?:19|20)\d\d)?|\b(?:19|20)\d\d(?:\s?[–-]\s?(?:19|20)?\d\d)?\b",
    re.I,
)


def changes_figure(old: str, new: str) -> bool:
    """Whether words that take the place of others have another figure in them, in digits or written out, and no other
    date."""
    before, after = (_DATE.sub(" ", words) for words in (old, new))
    written = [[word for word in re.findall(r"[a-z]+", words.lower()) if from_words(word)] for words in (before, after)]
    return sorted(_FIGURES.findall(before)) != sorted(_FIGURES.findall(after)) or written[0] != written[1]


def conforming_for(state: Negotiation, unit: str) -> tuple[tuple[str, ConformingChange], ...]:
    """The changes to one unit under the lists that hold, each with its list's label, in order."""
    lists = state.ratification.conforming.values()
    return tuple((body.label, one) for _, body in lists for one in body.changes if one.article == unit)


def conformed(
    title: str, blocks: tuple[Block, ...], changes: Iterable[tuple[str, ConformingChange]]
) -> tuple[str, tuple[Block, ...], tuple[Conformed, ...]]:
    """A unit's title and blocks with these changes made, and what became of each. The number of blocks stays. A change
    that names no section is made in the title too.

    All changes of one list are of the words as they stood when it was initialled: where 7.4 becomes 7.5 and 7.5 becomes
    7.6, no 7.4 becomes 7.6. A later list is of the words as the earlier ones left them.
    """
    found: list[Conformed] = []
    for label, some in groupby(changes, key=itemgetter(0)):
        at_once = [change for _, change in some]
        blocks, times = _with_list(blocks, at_once)
        of_all = [(at, change) for at, change in enumerate(at_once) if not change.place]
        title = _written(heading(title), of_all, times).text if title else title
        found.extend(Conformed(label, change, times[at]) for at, change in enumerate(at_once))
    return title, blocks, tuple(found)


def _with_list(
    blocks: tuple[Block, ...], changes: Sequence[ConformingChange]
) -> tuple[tuple[Block, ...], Counter[int]]:
    """The blocks with a list's changes made, and how often each was, by its place in the list."""
    spans = {place: range(start, end) for place, start, end in reversed(list(section_places(blocks)))}
    places = [spans.get(change.place, range(0)) if change.place else range(len(blocks)) for change in changes]
    times: Counter[int] = Counter()
    made = []
    for index, block in enumerate(blocks):
        here = [(at, change) for at, change in enumerate(changes) if index in places[at]]
        made.append(_written(_renumbered(block, here, times), here, times))
    return tuple(made), times


def _renumbered(block: Block, changes: Sequence[tuple[int, ConformingChange]], times: Counter[int]) -> Block:
    for at, change in changes:
        if change.kind is Conforming.RENUMBERING and block.label.strip() == change.old.strip():
            times[at] += 1
            section = change.new.rstrip(".") if block.section else ""
            return replace(block, label=change.new, section=section or block.section)
    return block


def _written(block: Block, changes: Sequence[tuple[int, ConformingChange]], times: Counter[int]) -> Block:
    """The block with the words of each change put in; of two that lie on the same words the first in the list."""
    spots: list[tuple[int, int, str]] = []
    for at, change in changes:
        if change.kind is Conforming.RENUMBERING or not change.old:
            continue
        for match in _pattern(change.old).finditer(block.text):
            if not any(start < match.end() and match.start() < end for start, end, _ in spots):
                spots.append((*match.span(), change.new))
                times[at] += 1
    for start, end, new in sorted(spots, reverse=True):
        if block.kind is BlockKind.TABLE:
            block = block.with_text(block.text[:start] + new + block.text[end:])
        else:
            block = written_on(block, start, end, new)
    return block


def _pattern(old: str) -> re.Pattern[str]:
    """The words where they stand by themselves: "7.4" is not in "17.4" or "7.45", nor "§ 7.4" in "§ 7.45"."""
    before = r"(?<![\w.])" if old[:1].isalnum() else ""
    after = r"(?!\w|\.\d)" if old[-1:].isalnum() else ""
    return re.compile(f"{before}{re.escape(old)}{after}")
