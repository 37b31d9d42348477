"""Which section of an article became which: renumbered by a TA, or gone."""

from __future__ import annotations

from collections.abc import Sequence

from tablebook.domain.matched import matched
from tablebook.domain.text import Block, same_words, sections_of


def moved_sections(before: tuple[Block, ...], after: tuple[Block, ...]) -> dict[str, str]:
    """The sections that stand under another number now, and those that are no more (""), by their number before."""
    old, new = _sections(before), _sections(after)
    if list(old) == list(new) and all(old[place] == new[place] for place in old):
        return {}
    return {place: other for place, other in matched(old, new).items() if place != other}


def _sections(blocks: tuple[Block, ...]) -> dict[str, tuple[str, ...]]:
    """The words of each section without the number that it opens with."""
    return {place: tuple(_words(some)) for place, some in sections_of(blocks).items() if place}


def _words(blocks: Sequence[Block]) -> list[str]:
    first, *rest = blocks
    return same_words(" ".join([first.text, *(block.printed for block in rest)])).split()
