"""Where a marked text has the beginnings of paragraphs, Word has their ends: the fate of each end."""

from __future__ import annotations

from collections.abc import Sequence

from tablebook.redline.marks import Fate, MarkedBlock

_STAYS = Fate()


def stays(fate: Fate) -> bool:
    """Whether nobody brought it and nobody struck it."""
    return fate.writer is None and fate.striker is None


def is_whole(block: MarkedBlock) -> bool:
    """Whether all words of a paragraph come and go with its beginning."""
    start = block.start
    return not stays(start) and all(
        (run.striker is None) == (start.striker is None) and (run.writer is None) == (start.writer is None)
        for run in block.runs
    )


def ends_of(blocks: Sequence[MarkedBlock], before_table: bool) -> list[Fate]:
    """The fate of each paragraph's end, so that both readings join and part the same words.

    The end of a paragraph is the beginning of the next. A paragraph that comes or goes whole takes its own end along,
    as a person would strike it, as long as one that stays follows.
    """
    starts = [block.start for block in blocks]
    ends = [*starts[1:], _STAYS]
    at = 0
    while at < len(blocks):
        last = at
        if not is_whole(blocks[at]):
            at += 1
            continue
        while last + 1 < len(blocks) and is_whole(blocks[last + 1]):
            last += 1
        followed = last + 1 < len(blocks) and stays(starts[last + 1])
        if followed or (at == 0 and last + 1 == len(blocks) and before_table):
            ends[at : last + 1] = starts[at : last + 1]
            if at and followed:
                ends[at - 1] = _STAYS
        at = last + 1
    return ends
