"""Heads that a reading set apart from the words that follow them on the paper, put back before them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tablebook.domain.text import Block, BlockKind


def joined_heads(
    blocks: Iterable[Block], head: Callable[[Block], Block | None], joined: Callable[[Block, Block], tuple[Block, ...]]
) -> Iterator[Block]:
    """The blocks, each ``head`` with the plain words below it ``joined``; where there are none it stands alone."""
    waiting: Block | None = None
    for block in blocks:
        if waiting is not None:
            plain = block.kind is BlockKind.PARAGRAPH and not block.label and not block.section
            yield from joined(waiting, block) if plain else (waiting,)
            waiting = None
            if plain:
                continue
        waiting = head(block)
        if waiting is None:
            yield block
    if waiting is not None:
        yield waiting
