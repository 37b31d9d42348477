"""The lines that the contract is signed on, where a paper gives the language above them anew: nobody types those lines
into a proposal, and the signatures at its foot are its own. They stay as the contract has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tablebook.domain.closing_lines import above_closing, closing_of, opens
from tablebook.domain.contract import UnitKind
from tablebook.domain.instructions import has_instructions
from tablebook.domain.language import closing, current_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.text import Block, same_words, section_places
from tablebook.domain.values import Part


def with_closing(
    state: Negotiation, key: str, parts: tuple[Part, ...], old: tuple[Part, ...] | None = None
) -> tuple[Part, ...]:
    """The parts with the contract's lines to sign, each below the section that has them in the contract. A part that
    closes in other words has its own; so has one whose ``old`` text shows the lines, and strikes them. What an
    instruction comes to keeps them by itself. Below an article that has none in the contract they are the paper's."""
    close = closing(state, key)
    if not close:
        return tuple(_without_own(state, key, part) for part in parts)
    last = [place for place, _, _ in section_places(current_blocks(state, key))][-1]
    struck = {part.place for part in old or () if closing_of(part.blocks)}
    found = []
    for part in parts:
        takes = part.place not in struck and part.blocks and not has_instructions((part,))
        if takes and part.place in (last, ""):
            found.append(replace(part, blocks=_closed(part.blocks, close)))
        elif takes and part.new:  # behind the last section: the paper's own lines to sign are no language
            found.append(replace(part, blocks=above_closing(part.blocks, closing_of(part.blocks))))
        else:
            found.append(part)
    return tuple(found)


def _without_own(state: Negotiation, key: str, part: Part) -> Part:
    item = state.items.get(key)
    article = item is not None and item.article.kind is UnitKind.ARTICLE
    own = closing_of(part.blocks) if article and not has_instructions((part,)) else ()
    return replace(part, blocks=above_closing(part.blocks, own)) if own else part


def said_of_closing(state: Negotiation, key: str, parts: Sequence[Part], shown: Sequence[Part]) -> tuple[str, ...]:
    """What to say where the parts have lines to sign that the paper as ``shown`` had not."""
    if tuple(parts) == tuple(shown):
        return ()
    name = state.items[key].article.name
    if not closing(state, key):
        return (f"The lines to sign at the foot of the paper are no part of {name}.",)
    return (f"{name} keeps the lines that the contract is signed on.",)


def _closed(blocks: tuple[Block, ...], close: tuple[Block, ...]) -> tuple[Block, ...]:
    """A text with the lines to sign, which those of the paper alone give way to; where it has the sentence above them
    anew, with the lines below that alone."""
    own = closing_of(blocks)
    if not own:  # the lines were taken for the paper's, and a name above them was not
        heads = (n for n in range(min(len(close), len(blocks)), 0, -1) if _alike(blocks[-n:], close[:n]))
        blocks = blocks[: len(blocks) - next(heads, 0)]
    words = {_blank(block) for block in close}
    if all(_blank(block) in words for block in own) or not any(map(opens, own)):
        return (*blocks[: len(blocks) - len(own)], *close)
    if any(not opens(block) for block in own):
        return blocks
    return (*blocks, *(block for block in close if not opens(block)))


def _alike(some: Sequence[Block], others: Sequence[Block]) -> bool:
    return [_blank(block) for block in some] == [_blank(block) for block in others]


def _blank(block: Block) -> str:
    """A line to sign without what is typed for its length."""
    return same_words(re.sub(r"_{2,}", "_", block.printed))
