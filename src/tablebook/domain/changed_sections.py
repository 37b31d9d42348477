"""What an article becomes section by section, as the parts that change it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tablebook.domain.text import Block, BlockKind, section_places, written_on
from tablebook.domain.values import Part


def changed_sections(base: tuple[Block, ...], sections: Sequence[tuple[str, tuple[Block, ...]]]) -> tuple[Part, ...]:
    """The parts that make ``sections`` of an article: those that are gone first, then those that read otherwise."""
    before = {place: base[start:end] for place, start, end in section_places(base)}
    after = dict(sections)
    gone = [Part(place, deleted=True) for place in before if place not in after]
    new = [
        Part(place, _under_its_title(before.get(place, ()), blocks), new=place not in before)
        for place, blocks in sections
        if before.get(place) != blocks
    ]
    return (*gone, *new)


def _under_its_title(before: Sequence[Block], blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A section's new text, whose title in front of its words stands above them as the contract has it."""
    if not before or not blocks:
        return blocks
    head, first = before[0], blocks[0]
    titled = head.kind is BlockKind.HEADING and head.text.strip()
    if not titled or first.kind is not BlockKind.PARAGRAPH or not first.section:
        return blocks
    title = re.match(rf"{re.escape(titled)}\s*[.:–—-]\s*(?=\S)", first.text)
    if title is None:
        return blocks
    return (head, written_on(replace(first, label="", section=""), 0, title.end(), ""), *blocks[1:])
