"""Numbered points of a lettered section that were read as sections of their own: "1. Intensive care: two patients;"
below "A. Ratios" opens none in an article whose sections have letters and whose lists have numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tablebook.domain.contract import Section
from tablebook.domain.text import Block, BlockKind, Run


def points_again(blocks: Sequence[Block], sections: Mapping[str, Section]) -> tuple[Block, ...]:
    """The blocks with such heads as points again, in one paragraph with the words that were taken for their text."""
    inner = [block for one in sections.values() for block in one.blocks[1:]]
    numbered = any(re.fullmatch(r"\(?\d+[.)]*", block.label) for block in inner)
    if not numbered or any(char.isdigit() for number in sections for char in number):
        return tuple(blocks)
    return tuple(_joined(blocks, inner))


def _joined(blocks: Sequence[Block], inner: Sequence[Block]) -> Iterator[Block]:
    waiting: Block | None = None
    for block in blocks:
        if waiting is not None:
            goes_on = block.kind is BlockKind.PARAGRAPH and not block.label and not block.section
            yield _one(waiting, block, inner) if goes_on else waiting
            waiting = None
            if goes_on:
                continue
        if block.section.isdigit() and re.fullmatch(r"\(?\d+[.)]*", block.label):
            block = replace(block, section="", kind=BlockKind.PARAGRAPH, level=0)
            if block.text.strip():
                waiting = block
                continue
        yield block
    if waiting is not None:
        yield waiting


def _one(title: Block, text: Block, inner: Sequence[Block]) -> Block:
    """The point in one paragraph, parted as the contract parts the same words, else by a colon."""
    words = re.escape(title.text.strip())
    found = (re.match(rf"{words}\s*([:.–—-]+)", block.text, re.I) for block in inner)
    sign = next((match[1] for match in found if match), ":")
    space = " " if sign in (":", ".") else f" {sign} "
    return replace(title, runs=(*title.runs, Run(f"{sign} " if space == " " else space), *text.runs))
