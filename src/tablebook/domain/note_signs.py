"""The signs of footnotes: a Word file knows each note by a number of its own, and shows them counted through."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tablebook.domain.text import Block

_SIGN = re.compile(r"\[(\d+)\]")


def shown_signs(texts: Sequence[str]) -> dict[str, str]:
    """The number of each note as a reader counts it, from 1 in the order in which the signs stand in the paragraphs. A
    note is a paragraph that begins with its sign; figures in brackets that are higher than all of these are none."""
    last = max((int(match[1]) for text in texts if (match := _SIGN.match(text))), default=0)
    met = dict.fromkeys(sign for text in texts for sign in _SIGN.findall(text) if int(sign) <= last)
    return {sign: str(count) for count, sign in enumerate(met, 1)}


def signs_in_order(texts: Sequence[str]) -> list[str]:
    """The paragraphs of a text with these numbers in the signs."""
    shown = shown_signs(texts)
    return [_signed(text, shown) for text in texts] if shown else list(texts)


def block_in_order(block: Block, shown: Mapping[str, str]) -> Block:
    """The same of a block, by numbers that are known."""
    runs = tuple(replace(run, text=_signed(run.text, shown)) for run in block.runs)
    return replace(block, label=_signed(block.label, shown), runs=runs)


def _signed(text: str, shown: Mapping[str, str]) -> str:
    return _SIGN.sub(lambda match: f"[{shown.get(match[1], match[1])}]", text)
