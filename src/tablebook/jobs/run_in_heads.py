"""Section numbers that a paper without an article's heading was read to have on lines of their own: "Section 3. Drivers
are paid" is one line in a contract whose sections have no titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tablebook.domain.contract import Section
from tablebook.domain.text import Block, BlockKind
from tablebook.jobs.joined_heads import joined_heads

_NUMBER = re.compile(r"\W*(?:section|sec\.|§+)\s*(\w+(?:\.\w+)*)\W*", re.I)


def run_in_heads(blocks: Sequence[Block], like: Iterable[Section], *, new: bool) -> tuple[Block, ...]:
    """The blocks with each such number before the words that follow it, where all sections ``like`` these run in; in a
    ``new`` unit, unless most of the others have their numbers on lines of their own."""
    known = list(like)
    headed = [one for one in known if one.title or one.blocks[0].kind is BlockKind.HEADING]
    alone = [one for one in headed if not one.title and not one.blocks[0].text.strip()]
    if not known or (2 * len(alone) >= len(known) if new else headed):
        return tuple(blocks)
    return tuple(joined_heads(blocks, _bare, _run_in))


def _bare(block: Block) -> Block | None:
    """A block that is a section's number alone; None for any other."""
    number = _NUMBER.fullmatch(block.label)
    own = number is not None and block.section in ("", number[1])
    return block if own and block.kind is BlockKind.HEADING and not block.text.strip() else None


def _run_in(head: Block, words: Block) -> tuple[Block, ...]:
    number = _NUMBER.fullmatch(head.label)
    assert number is not None
    return (replace(words, label=head.label, section=number[1]),)
