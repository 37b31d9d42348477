"""An offer in words that is taken back: what a side's own last text had put in, or had let go, the other side holds to,
and the new text no longer has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tablebook.domain.cautions import Caution, block_place
from tablebook.domain.language import place_blocks
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.positions import live_passes
from tablebook.domain.record import TextPassed
from tablebook.domain.text import Block, sections_of
from tablebook.domain.values import Part
from tablebook.jobs.findings.became import quoted
from tablebook.jobs.findings.strands import Fate, folded, lines_of, stretches, threaded


def taken_back(state: Negotiation, body: TextPassed) -> Iterator[Caution]:
    """What the text takes back in words; figures are the domain's own caution."""
    live = [one for one in live_passes(state, body.article) if one.has_text]
    mine = [one for one in live if one.body.party is body.party]
    theirs = [one for one in live if one.body.party is not body.party]
    for part in body.parts:
        own, other = _last(mine, part.place), _last(theirs, part.place)
        if own is not None and other is not None and part.place and not part.deleted:
            yield from _in_place(state, body, part, own, other[1])


def _last(passes: list[Pass], place: str) -> tuple[str, tuple[Block, ...]] | None:
    """The label and words of the latest of these passes that speaks of a place."""
    for one in reversed(passes):
        for part in one.body.parts:
            blocks = part.blocks if part.place else sections_of(part.blocks).get(place, ())
            if part.place in (place, "") and blocks:
                return one.body.label, blocks
    return None


def _in_place(
    state: Negotiation, body: TextPassed, part: Part, own: tuple[str, tuple[Block, ...]], other: tuple[Block, ...]
) -> Iterator[Caution]:
    label, earlier = own
    contract = place_blocks(state, body.article, part.place)
    held, base = _words(other), _words(contract)
    # The thread's "old" text is here the side's own last one: what it added is ADDED, struck now is MISQUOTED.
    for block in threaded(contract, earlier, part.blocks):
        where = block_place(part.place, Block(block.kind, block.label, section=block.section))
        for line in lines_of(block):
            for stretch in stretches(line):
                gone = stretch.of(Fate.MISQUOTED)
                if _counts(gone) and _words_of(gone) <= held and not _words_of(gone) <= base:
                    yield Caution(
                        "regressive", f"{label} offered {quoted(gone)}. This leaves it out.", where, old=label
                    )
                back = stretch.of(Fate.AGAIN)
                if _counts(back) and not _words_of(back) <= held:
                    yield Caution("regressive", f"{label} had let go of {quoted(back)}. This puts it back.", where,
                                  old=label)  # fmt: skip


def _counts(text: str) -> bool:
    """Whether words say anything: figures are compared elsewhere, and a lone "the" is no offer."""
    return any(len(word) > 2 and word.isalpha() and word != "the" for word in _words_of(text))


def _words_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", folded(text).casefold()))


def _words(blocks: tuple[Block, ...]) -> Counter[str]:
    return _words_of(" ".join(block.text for block in blocks))
