"""What stands above the first words of the contract in its file: title page, parties, purpose. The book's outline does
not have it, but a final text may change it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from tablebook.domain.contract import Contract
from tablebook.domain.text import Block
from tablebook.proof.judge import Told
from tablebook.proof.results import Finding
from tablebook.proof.sentences import quoted
from tablebook.proof.stream import Place, Stream, stream_of_blocks, stream_of_contract

_FIRST = 6
"""So many words on end are taken for the beginning of the contract."""
_NEAR = 100
_GRAM = 3
_HALF = 0.5
_DATED = re.compile(
    r"(?i)(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*|\d[\d,./–-]*(?:st|nd|rd|th)?|to|through|until|and|of"
)


def front_of(blocks: Sequence[Block], contract: Contract) -> tuple[Block, ...]:
    """The first blocks of the contract's own file, those above its first unit; none where that cannot be told."""
    first = stream_of_contract(Contract("", contract.articles[:_FIRST])).keys[:_FIRST]
    for size in (_NEAR, len(blocks)) if first else ():  # a title page is short: the rest is seldom read for it
        text = stream_of_blocks(blocks[:size])
        for at in range(len(text.keys) - len(first) + 1):
            if text.keys[at : at + len(first)] == first:
                return tuple(blocks[: text.lines[text.line[at]].block])
    return ()


def place_of_front(contract: Contract) -> Place:
    """How the place is called: "Above Article 1"."""
    first = contract.articles[0].name if contract.articles else "the first article"
    return Place("", f"Above {first}")


def is_in(front: Sequence[Block], final: Sequence[Block]) -> bool:
    """Whether what a final text has above the contract holds most of it: somebody may type the articles alone."""
    wanted, there = (set(_grams(stream_of_blocks(blocks).keys)) for blocks in (front, final))
    return bool(wanted) and len(wanted & there) >= _HALF * len(wanted)


def _grams(keys: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return zip(*(keys[start:] for start in range(_GRAM)), strict=False)


def title_page(told: Sequence[Told], place: Place, text: Stream) -> tuple[list[Told], tuple[str, ...]]:
    """The findings without those of a title page that may be no mistakes, and a sentence on each of these: lines that
    are set otherwise or are new, and other dates, as the new agreement has another term and no TA says so of the title
    page. ``text`` is the one that the findings' words are missing from."""
    changed: Counter[int] = Counter()
    for one in told:
        for gap in one.spans if one.finding.place == place else ():
            changed[text.line[min(gap.a, len(text.line) - 1)]] += max(gap.b - gap.a, gap.d - gap.c)
    other = {n for n, words in changed.items() if words > _HALF * (text.starts[n + 1] - text.starts[n])}
    kept: list[Told] = []
    dated: list[Finding] = []
    said: list[str] = []
    for one in told:
        if one.finding.place != place:
            kept.append(one)
        elif _only_dates(one.finding):
            dated.append(one.finding)
        elif any(text.line[min(gap.a, len(text.line) - 1)] in other for gap in one.spans):
            said.append(one.finding.sentence)
        else:
            kept.append(one)
    if dated:
        new, old = (quoted(" … ".join(words)) for words in ([one.new for one in dated], [one.old for one in dated]))
        said.insert(0, f"{place.name} the dates are others: {new} where the contract had {old}.")
    return kept, tuple(said)


def _only_dates(found: Finding) -> bool:
    words = f"{found.old} {found.new}".split()
    return bool(found.old and found.new) and all(_DATED.fullmatch(one.strip(",.;:()")) for one in words)
