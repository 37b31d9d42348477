"""Section numbers that a paper without an article's heading was read to have on lines of their own: "Section 3. Drivers
are paid" is one line in a contract whose sections have no titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tablebook.domain.contract import Section
from tablebook.domain.text import Block, BlockKind

_NUMBER = re.compile(r"\W*(?:section|sec\.|§+)\s*(\w+(?:\.\w+)*)\W*", re.I)


def run_in_heads(blocks: Sequence[Block], like: Iterable[Section]) -> tuple[Block, ...]:
    """The blocks with each such number before the words that follow it, where no section ``like`` these has a title."""
    known = list(like)
    if not known or any(one.title for one in known):
        return tuple(blocks)
    return tuple(_joined(blocks))


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    head: tuple[Block, str] | None = None
    for block in blocks:
        if head is not None:
            plain = block.kind is BlockKind.PARAGRAPH and not block.label and not block.section
            yield replace(block, label=head[0].label, section=head[1]) if plain else head[0]
            head = None
            if plain:
                continue
        bare = block.kind is BlockKind.HEADING and not block.section and not block.text.strip()
        if bare and (number := _NUMBER.fullmatch(block.label)):
            head = block, number[1]
            continue
        yield block
    if head is not None:
        yield head[0]
