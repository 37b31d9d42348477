"""Papers without any number: paragraphs that are nearly those of the contract stand for these, and not for the whole
article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from tablebook.domain.instruction_words import is_instruction, is_order
from tablebook.domain.language import current_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.phrases import shorten
from tablebook.domain.text import Block, BlockKind, same_words, sections_of
from tablebook.jobs.findings.paper_lines import own_lines
from tablebook.jobs.findings.points_in_place import InPlace
from tablebook.jobs.findings.remarks import is_remark
from tablebook.jobs.section_openings import with_sections
from tablebook.jobs.targets import Target

_ALIKE = 0.75
_BEGINS = 2
"""Words that begin both: "Art rooms have no more …" is no new text of "Labs have no more …"."""
_FEWEST = 8
"""Words; of fewer, nobody can tell."""


def alike_in_place(state: Negotiation, target: Target, blocks: Sequence[Block], known: str) -> InPlace:
    """A paper on an article of several sections that names none, each of its paragraphs in the place of the one that it
    is most like; as it is where one of them is like none, or says what to do."""
    as_is = InPlace(tuple(blocks), None)
    base = current_blocks(state, target.key)
    texts = {number: text for number, text in sections_of(base).items() if number}
    if target.place or len(texts) < 2:
        return as_is
    own = own_lines(blocks, known, new=False)
    told = [at for at, block in enumerate(blocks) if at not in own and block.kind is not BlockKind.HEADING]
    if not told or any(block.section for block in with_sections(state, target.key, blocks)):
        return as_is
    spots: dict[int, Block] = {}
    for at in told:
        spot = _spot(base, blocks[at])
        if spot is None or any(spot <= other for other in spots):
            return as_is
        like = base[spot]
        spots[spot] = replace(blocks[at], label=like.label, section=like.section, kind=like.kind, level=like.level)
    made = [spots.get(at, block) for at, block in enumerate(base)]
    touched = {
        number: text for number, text in sections_of(tuple(made)).items() if number and text != texts.get(number)
    }
    opening = any(at < next(n for n, block in enumerate(base) if block.section) for at in spots)
    if opening or not touched:
        return as_is
    above = [block for at, block in enumerate(blocks) if at < told[0]]
    below = [block for at, block in enumerate(blocks) if at > told[0] and at not in told]
    said = tuple(
        f"“{shorten(blocks[at].printed, 60)}” names no section: it is read as the paragraph of {_names(touched)} that "
        "it is most like. See that it is."
        for at in told
    )
    return InPlace((*above, *(block for text in touched.values() for block in text), *below), None, said)


def _names(touched: Sequence[str] | dict[str, tuple[Block, ...]]) -> str:
    names = " and ".join(touched)
    return f"Section{'s' * (len(touched) > 1)} {names}"


def _spot(base: Sequence[Block], block: Block) -> int | None:
    """The one paragraph of an article that is nearly this one."""
    words = same_words(block.text).casefold().split()
    plain = block.kind is BlockKind.PARAGRAPH and not (
        is_instruction(block.text) or is_order(block.text) or is_remark(block.text)
    )
    if len(words) < _FEWEST or not plain:
        return None
    like = [
        at
        for at, one in enumerate(base)
        if one.kind is BlockKind.PARAGRAPH
        and same_words(one.text).casefold().split()[:_BEGINS] == words[:_BEGINS]
        and SequenceMatcher(None, same_words(one.text).casefold().split(), words, autojunk=False).ratio() >= _ALIKE
    ]
    return like[0] if len(like) == 1 else None
