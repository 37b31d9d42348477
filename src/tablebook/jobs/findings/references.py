"""A citation that leads nowhere, told from where it stands: "12.2 points to Section 8.4. Their E-2 deletes it."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tablebook.domain.cautions import Caution, block_place
from tablebook.domain.cross_references import numbers_cited, struck_by
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.record import TextPassed
from tablebook.domain.text import Block, section_spans


def as_cited(state: Negotiation, body: TextPassed, caution: Caution) -> Caution:
    """The caution with the place of the citation and its words; cautions of other kinds as they are. ``old`` names
    the article that is to be opened to see why."""
    if caution.code not in ("dead-reference", "struck-reference"):
        return caution
    number = caution.place
    place, words = next(_citing(body, number), ("", ""))
    home = state.contract.find(number) or (body.article, number)
    sentence = caution.sentence
    if caution.code == "struck-reference":
        sentence = f"{place or 'It'} points to {words or f'Section {number}'}. {_who_strikes(state, body, home)}"
    elif place:
        sentence = f"{place} points to {words}. {caution.sentence}"
    return replace(caution, place=place, sentence=sentence, old=home[0], new=words)


def _who_strikes(state: Negotiation, body: TextPassed, home: tuple[str, str]) -> str:
    one = struck_by(state, *home)
    name = state.items[home[0]].article.name if home[0] in state.items else home[0]
    if one is None:
        return "The paper itself deletes it."
    owner = "Our" if one.body.party is state.we else "Their"
    return f"{owner} {one.body.label} on {name} deletes it."


def _citing(body: TextPassed, number: str) -> Iterator[tuple[str, str]]:
    """Where the text cites the number, and in which words."""
    said = re.compile(rf"\b(?:Sections?|Articles?)\s+{re.escape(number)}\b(?!\.?\d)|§§?\s*{re.escape(number)}\b")
    for place, block in placed_blocks(tuple(block for part in body.parts for block in part.blocks)):
        if match := said.search(block.text):
            yield place, match[0]
        elif number in numbers_cited(block.text):
            yield place, number


def placed_blocks(blocks: tuple[Block, ...]) -> Iterator[tuple[str, Block]]:
    """Each block with its place as it is cited."""
    for number, start, end in section_spans(blocks):
        for block in blocks[start:end]:
            yield block_place(number, block), block
