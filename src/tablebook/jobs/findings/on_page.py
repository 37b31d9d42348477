"""Where a finding stands on the page of a comparison: which of its blocks, and which words of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tablebook.domain.cautions import Caution
from tablebook.domain.text import Block
from tablebook.jobs.findings.references import placed_blocks
from tablebook.jobs.findings.strands import even_dashes
from tablebook.jobs.findings.unmarked import Found
from tablebook.redline.marks import Mark, MarkedBlock, Redline


def located(caution: Caution, redline: Redline, found: Found) -> Caution:
    """A finding of the three texts on the page of two of them."""
    block = _block(redline, found.new_index, found.base_index)
    if block < 0 or found.start < 0:
        return replace(caution, block=block)
    marked = redline.blocks[block]
    text = _new_text(marked)
    words = found.words or found.new
    at = _find(text, words, found.start) if words else -1
    start, end = (at, at + len(words)) if at >= 0 else (found.start, found.end)
    return replace(caution, block=block, start=_whole_position(marked, start), end=_whole_position(marked, end))


def page_place(caution: Caution, redline: Redline, new: Sequence[Block]) -> Caution:
    """A caution about a received text in its place: by where it says it is, and by the words it is about."""
    at = _index(caution, new)
    number = _block(redline, at, None) if at is not None else -1
    if number < 0 or not caution.new or redline.blocks[number].rows:
        return replace(caution, block=number)
    marked = redline.blocks[number]
    start = _find(_new_text(marked), caution.new, 0)
    if start < 0:
        return replace(caution, block=number)
    end = start + len(caution.new)
    return replace(caution, block=number, start=_whole_position(marked, start), end=_whole_position(marked, end))


def _index(caution: Caution, new: Sequence[Block]) -> int | None:
    """The block that a caution is about: the first at its place, else the first inside it, that has its words."""
    inside: int | None = None
    for index, (place, block) in enumerate(placed_blocks(tuple(new))):
        if caution.new and _find(block.text, caution.new, 0) < 0:
            continue
        if place == caution.place:
            return index
        if inside is None and caution.place and place.startswith(caution.place):
            inside = index
    return inside


def _block(redline: Redline, new_index: int | None, base_index: int | None) -> int:
    for at, block in enumerate(redline.blocks):
        if new_index is not None and block.new_index == new_index and _stands(block):
            return at
    for at, block in enumerate(redline.blocks):
        if new_index is None and base_index is not None and block.old_index == base_index:
            return at
    return -1


def _stands(block: MarkedBlock) -> bool:
    return block.start.striker is None


def _new_text(block: MarkedBlock) -> str:
    return "".join(run.text for run in block.runs if run.mark is not Mark.DELETED)


def _find(text: str, words: str, after: int) -> int:
    """Where words stand, spaces between them counting alike; -1 where they do not."""
    pattern = re.compile(r"\s+".join(map(re.escape, even_dashes(words).split())))
    plain = even_dashes(text)
    match = pattern.search(plain, max(after, 0)) or pattern.search(plain)
    return match.start() if match else -1


def _whole_position(block: MarkedBlock, position: int) -> int:
    """A position in the new words of a block as one in all its words."""
    new = whole = 0
    for run in block.runs:
        if run.mark is not Mark.DELETED:
            if position < new + len(run.text):
                return whole + position - new
            new += len(run.text)
        whole += len(run.text)
    return whole
