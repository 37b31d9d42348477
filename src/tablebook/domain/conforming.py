"""Conforming changes that both sides initialled, put into the words of the successor agreement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tablebook.domain.codes import Conforming
from tablebook.domain.dataclass import dataclass
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.ratifying import ConformingChange
from tablebook.domain.text import Block, BlockKind, section_places, written_on


@dataclass(frozen=True, slots=True)
class Conformed:
    """One change of an initialled list and how often its words were found where it says; 0: they are not there."""

    agreement: str
    change: ConformingChange
    times: int


def conforming_for(state: Negotiation, unit: str) -> tuple[tuple[str, ConformingChange], ...]:
    """The changes to one unit under the lists that hold, each with its list's label, in order."""
    lists = state.ratification.conforming.values()
    return tuple((body.label, one) for _, body in lists for one in body.changes if one.article == unit)


def conformed(
    blocks: tuple[Block, ...], changes: Iterable[tuple[str, ConformingChange]]
) -> tuple[tuple[Block, ...], tuple[Conformed, ...]]:
    """A unit's blocks with these changes made, and what became of each. The number of blocks stays."""
    found: list[Conformed] = []
    for label, change in changes:
        spans = [(start, end) for place, start, end in section_places(blocks) if place == change.place]
        start, end = spans[0] if change.place and spans else (0, 0 if change.place else len(blocks))
        made, times = _change(blocks[start:end], change)
        blocks = (*blocks[:start], *made, *blocks[end:])
        found.append(Conformed(label, change, times))
    return blocks, tuple(found)


def _change(blocks: Sequence[Block], change: ConformingChange) -> tuple[tuple[Block, ...], int]:
    times, made = 0, []
    for block in blocks:
        if change.kind is Conforming.RENUMBERING and block.label.strip() == change.old.strip():
            section = change.new.rstrip(".") if block.section else ""
            made.append(replace(block, label=change.new, section=section or block.section))
            times += 1
            continue
        new, here = _written(block, change) if change.kind is not Conforming.RENUMBERING else (block, 0)
        made.append(new)
        times += here
    return tuple(made), times


def _written(block: Block, change: ConformingChange) -> tuple[Block, int]:
    """The block with each of the words changed that stand by themselves: "7.4" is not found in "17.4" or "7.45"."""
    pattern = rf"(?<![\w.]){re.escape(change.old)}(?![\w]|\.\d)" if change.old[:1].isalnum() else re.escape(change.old)
    spots = [match.span() for match in re.finditer(pattern, block.text)] if change.old else []
    if block.kind is BlockKind.TABLE and spots:
        return block.with_text(re.sub(pattern, lambda _: change.new, block.text)), len(spots)
    for start, end in reversed(spots):
        block = written_on(block, start, end, change.new)
    return block, len(spots)
