"""What a paper's sections mean for those it does not show: one that stands on it under another number, or instructions
above them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from tablebook.domain.instruction_words import is_instruction
from tablebook.domain.text import Block, BlockKind, same_words

_ALIKE, _SURE = 0.5, 0.9
"""So much of the words of two sections with one title must be the same; the latter where the number is a new one."""


def instructed(lead: Sequence[Block]) -> tuple[Block, ...]:
    """What stands above a paper's sections from the first instruction on ("Delete existing Sections 4 to 6 and add"):
    it is no header, but says what the sections are for."""
    for at, block in enumerate(lead):
        if block.kind is not BlockKind.TABLE and is_instruction(block.text):
            return tuple(lead[at:])
    return ()


def renumbered(known: Mapping[str, Sequence[Block]], shown: Mapping[str, Sequence[Block]]) -> dict[str, str]:
    """The sections that a paper does not show under their numbers, but under others, where it would leave their words
    in two places: the old number, and the one on the paper."""
    found: dict[str, str] = {}
    for old in known:
        if old in shown:
            continue
        for new in shown:
            alike = _ALIKE if new in known else _SURE
            if new in found.values() or _same(known.get(new, ()), shown[new], alike):
                continue
            if _same(known[old], shown[new], alike):
                found[old] = new
                break
    return found


def _same(one: Sequence[Block], other: Sequence[Block], alike: float) -> bool:
    """Whether two sections are one: the same words, or the same title over words that are alike."""
    (title, words), (their_title, their_words) = _read(one), _read(other)
    if not words or not their_words:
        return False
    if words == their_words:
        return True
    matcher = SequenceMatcher(None, words, their_words, autojunk=False)
    return bool(title) and title == their_title and matcher.quick_ratio() >= alike and matcher.ratio() >= alike


def _read(blocks: Sequence[Block]) -> tuple[str, list[str]]:
    """A section's title, and its other words without its number."""
    if not blocks:
        return "", []
    first, *rest = blocks
    title = same_words(first.text).casefold() if first.kind is BlockKind.HEADING else ""
    said = [*([] if title else [first.text]), *(block.printed for block in rest)]
    return title, same_words(" ".join(said)).casefold().split()
