"""Whole paragraphs of a section that a clean paper does not show: it may mean that they go, or only what it changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tablebook.domain.instructions import has_instructions
from tablebook.domain.language import place_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.phrases import shorten
from tablebook.domain.text import Block, BlockKind
from tablebook.domain.values import Part
from tablebook.redline.compare import compare


def lost_paragraphs(state: Negotiation, key: str, parts: Sequence[Part]) -> tuple[str, ...]:
    """What to say of each section that keeps some of its paragraphs and loses others. Nothing marks them as struck, and
    in a section that a paper rewrites as a whole nobody misses any."""
    if has_instructions(parts):
        return ()
    said: list[str] = []
    for part in parts:
        now = place_blocks(state, key, part.place)
        whole = not part.place and any(block.section for block in now)
        lost = [] if part.deleted or whole else list(_lost(now, part.blocks))
        if lost:
            where = f"Section {part.place}" if part.place else state.items[key].article.name
            words = "; ".join(f"“{shorten(' '.join(block.printed.split()), 60)}”" for block in lost)
            said.append(f"{where} on the paper is without {words}: those words go. See that they should.")
    return tuple(said)


def _lost(now: Sequence[Block], new: Sequence[Block]) -> Iterator[Block]:
    """The paragraphs that have none of the new ones in their stead, where another one stays."""
    blocks = compare(now, new, ignore_typography=True).blocks
    stays = any(
        now[one.old_index].kind is not BlockKind.HEADING
        for one in blocks
        if one.old_index is not None and one.new_index is not None
    )
    for paired, group in groupby(blocks, lambda one: one.old_index is not None and one.new_index is not None):
        run = list(group)
        if paired or not stays or any(one.old_index is None for one in run):
            continue
        yield from (now[one.old_index] for one in run if one.old_index is not None)
