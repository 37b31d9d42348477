"""Answers put in the place of the words they answer: of a blank, an "[ok]", a note left in a signed text.

What such words are is in :mod:`tablebook.domain.open_words`, which only those who look for them need to load.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tablebook.domain.ratifying import BlankAnswered
from tablebook.domain.text import Block, BlockKind, written_on
from tablebook.domain.values import Part


def answered(parts: Iterable[Part], answers: Iterable[BlankAnswered]) -> tuple[Part, ...]:
    """Parts with each answer put in the place of the words it answers. Of several alike in one place the later ones go
    first, so that each is still the one that was meant."""
    done = list(parts)
    for one in sorted(answers, key=lambda answer: -answer.nth):
        for at, part in enumerate(done):
            if part.place == one.place and one.becomes != one.words:
                done[at] = Part(part.place, _written(part.blocks, one), part.deleted, part.new)
    return tuple(done)


def _written(blocks: tuple[Block, ...], answer: BlankAnswered) -> tuple[Block, ...]:
    left = answer.nth
    for index, block in enumerate(blocks):
        found = spots(block.text, answer.words)
        if len(found) < left:
            left -= len(found)
            continue
        new = _answer_in(block, found[left - 1], answer)
        kept = bool(new.text.strip()) or bool(block.section)
        return (*blocks[:index], *((new,) if kept else ()), *blocks[index + 1 :])
    return blocks


def _answer_in(block: Block, start: int, answer: BlankAnswered) -> Block:
    """The block with the answer; where words are left out, without the space that they leave double or at an end."""
    end, text = start + len(answer.words), block.text
    if not answer.becomes:
        if start and text[start - 1].isspace() and (end == len(text) or text[end].isspace() or text[end] in ".,;:"):
            start -= 1
        elif not start and end < len(text) and text[end].isspace():
            end += 1
    if block.kind is BlockKind.TABLE:
        return block.with_text(text[:start] + answer.becomes + text[end:])
    return written_on(block, start, end, answer.becomes)


def spots(text: str, words: str) -> list[int]:
    """Where the words stand by themselves: the blank "__" is not found in "______"."""
    first, last = re.escape(words[0]), re.escape(words[-1])
    pattern = rf"(?<!{first}){re.escape(words)}(?!{last})" if words[0] in "_.?*" else re.escape(words)
    return [match.start() for match in re.finditer(pattern, text)]
