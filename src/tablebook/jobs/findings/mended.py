"""A reading put right by hand. Where the mended words are in both readings of the paper, they are mended in both: to
put a misread word right is no change of the other side."""

from __future__ import annotations

from collections.abc import Sequence

from tablebook.domain.text import Block
from tablebook.redline.anchors import common_ends
from tablebook.redline.compare import compare

AROUND = 12
"""So many letters beside a mended place tell it from others."""


def mended_old(read: Sequence[Block], mended: Sequence[Block], old: Sequence[Block]) -> tuple[Block, ...]:
    """The old text with the same mending, as far as it holds the same words."""
    result = list(old)
    for block in compare(read, mended).blocks:
        if not block.changed or block.old_index is None or block.new_index is None or block.rows:
            continue
        before, after = read[block.old_index].text, mended[block.new_index].text
        for at, each in enumerate(result):
            patched = _patched(each.text, before, after)
            if not each.rows and patched != each.text:
                result[at] = each.with_text(patched)
                break
    return tuple(result)


def _patched(text: str, before: str, after: str) -> str:
    """The text with what became of ``before`` in ``after``, where it holds the changed words between the same ones."""
    start, end = common_ends(before, after)
    low, high = max(start - AROUND, 0), min(len(before) - end + AROUND, len(before))
    found, put = (
        before[low:high],
        before[low:start] + after[start : len(after) - end] + before[len(before) - end : high],
    )
    return text.replace(found, put) if found and text.count(found) == 1 else text
