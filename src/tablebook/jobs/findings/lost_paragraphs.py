"""Whole paragraphs of a section that a clean paper does not show: it may mean that they go, or only what it changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tablebook.domain.instructions import has_instructions
from tablebook.domain.language import current_blocks, place_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.not_shown import words_of
from tablebook.domain.text import Block, BlockKind, sections_of
from tablebook.domain.values import Part
from tablebook.jobs.findings.kept_notes import is_note
from tablebook.redline.compare import compare


def lost_paragraphs(
    state: Negotiation, key: str, parts: Sequence[Part], old: Sequence[Part] | None = None
) -> tuple[Part, ...]:
    """By section, the contract's paragraphs that the text is without, where it keeps others of that section. Nothing
    marks them as struck, and in a section that a paper rewrites as a whole nobody misses any. A marked paper strikes
    what its ``old`` text has: those are lost that it has in neither."""
    if has_instructions(parts):
        return ()
    if old is not None:
        new = lost_paragraphs(state, key, parts)
        before = {part.place: part.blocks for part in lost_paragraphs(state, key, old)} if new else {}
        both = (Part(one.place, tuple(b for b in one.blocks if b in before.get(one.place, ()))) for one in new)
        return tuple(part for part in both if part.blocks)
    found = [
        Part(place, tuple(_lost(now, new)))
        for part in parts
        if not part.deleted
        for place, now, new in _sections(state, key, part)
    ]
    return tuple(part for part in found if part.blocks)


def said_of(state: Negotiation, key: str, lost: Sequence[Part]) -> tuple[str, ...]:
    """The same in sentences, for who passes the paper."""
    name = state.items[key].article.name if key in state.items else key
    return tuple(
        f"{f'Section {part.place}' if part.place else name} on the paper is without {words_of(part)}: those words go. "
        "See that they should."
        for part in lost
    )


def _sections(state: Negotiation, key: str, part: Part) -> Iterator[tuple[str, tuple[Block, ...], tuple[Block, ...]]]:
    """Each section that the contract and the part both have, with the words of each; an article without sections is
    one text."""
    whole = current_blocks(state, key)
    if part.place or not any(block.section for block in whole):
        yield part.place, place_blocks(state, key, part.place), part.blocks
        return
    now = sections_of(whole)
    for place, blocks in sections_of(part.blocks).items():
        if place in now:
            yield place, now[place], blocks


def _lost(now: Sequence[Block], new: Sequence[Block]) -> Iterator[Block]:
    """The paragraphs that have none of the new ones in their stead, where another one stays; and any footnote."""
    blocks = compare(now, new, ignore_typography=True).blocks
    shown, had = _labels(new), _labels(now)
    counts_on = not shown.isdisjoint(had) or bool(shown and had)
    stays = counts_on or any(
        now[one.old_index].kind is not BlockKind.HEADING
        for one in blocks
        if one.old_index is not None and one.new_index is not None
    )
    for paired, group in groupby(blocks, lambda one: one.old_index is not None and one.new_index is not None):
        run = [] if paired else list(group)
        gone = [now[one.old_index] for one in run if one.old_index is not None]
        if len(gone) < len(run):  # other words stand there: only a point that those do not count is missed
            gone = [block for block in gone if is_note(block) or (counts_on and _labels([block]) - shown)]
        yield from (block for block in gone if stays or is_note(block))


def _labels(blocks: Sequence[Block]) -> set[str]:
    """The labels of points: "(a)", "2."; not the numbers of sections."""
    return {
        block.label for block in blocks if block.label and not block.section and block.kind is not BlockKind.HEADING
    }
