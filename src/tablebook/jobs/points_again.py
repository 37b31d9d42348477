"""Numbered points of a lettered section that were read as sections of their own: "1. Intensive care: two patients;"
below "A. Ratios" opens none in an article whose sections have letters and whose lists have numbers."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial

from tablebook.domain.contract import Section
from tablebook.domain.text import Block, BlockKind, Run
from tablebook.jobs.joined_heads import joined_heads

_POINT = re.compile(r"\(?\d+[.)]*")


def points_again(blocks: Sequence[Block], sections: Mapping[str, Section]) -> tuple[Block, ...]:
    """The blocks with such heads as points again, in one paragraph with the words that were taken for their text."""
    inner = [block for one in sections.values() for block in one.blocks[1:]]
    numbered = any(_POINT.fullmatch(block.label) for block in inner)
    if not numbered or any(char.isdigit() for number in sections for char in number):
        return tuple(blocks)
    titles = {one.title.strip(" .:").casefold() for one in sections.values()} - {""}
    return tuple(joined_heads(blocks, partial(_point, titles), partial(_one, inner)))


def _point(titles: Collection[str], block: Block) -> Block | None:
    """A section's head as the point that it is; None for any other block, and where it has the title of a section,
    which the paper counts in figures."""
    if not block.section.isdigit() or not _POINT.fullmatch(block.label):
        return None
    if block.text.strip(" .:").casefold() in titles:
        return None
    return replace(block, section="", kind=BlockKind.PARAGRAPH, level=0)


def _one(inner: Sequence[Block], title: Block, text: Block) -> tuple[Block, ...]:
    """The point in one paragraph, parted as the contract parts the same words, else by a colon."""
    if not title.text.strip():
        return title, text
    words = re.escape(title.text.strip())
    found = (re.match(rf"{words}\s*([:.–—-]+)", block.text, re.I) for block in inner)
    sign = next((match[1] for match in found if match), ":")
    between = f"{sign} " if sign in (":", ".") else f" {sign} "
    return (replace(title, runs=(*title.runs, Run(between), *text.runs)),)
