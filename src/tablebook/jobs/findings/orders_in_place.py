"""Orders that begin with the place they are about, in the contract's own way of numbering: "2.3.B - change …",
"Section 9.D – delete". They are put in words that are known for orders, before their numbers are read as sections."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tablebook.domain.instruction_words import is_instruction, is_order
from tablebook.domain.named_points import named_place, with_whole_place
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.text import Block, BlockKind, paragraph, same_words

_POINT = re.compile(r"\(?([A-Za-z]{1,2}|\d{1,2})[.)]+")
_GOES = re.compile(r"\W*(?:delete|strike|remove|eliminate)d?\W*", re.I)


def plain_orders(state: Negotiation, key: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """A paper's blocks, each such order in plain words. One on a point waits for a person: what it comes to in the rest
    of its section is not said."""
    item = state.items.get(key)
    if item is None or item.new:
        return tuple(blocks)
    sections = {one.number: one.blocks for one in item.article.sections} or {"": item.article.blocks}
    known = {same_words(block.text) for block in item.article.blocks}
    heads = {same_words(some[0].printed): number for number, some in sections.items() if number}
    done: list[Block] = []
    now = ""
    for block in blocks:
        now = heads.get(same_words(block.printed), block.section or now)
        if block.kind is BlockKind.TABLE or same_words(block.text) in known:
            done.append(block)
            continue
        place = named_place(with_whole_place(block).printed, key, sections)
        now = place.section if place else now
        point = _POINT.fullmatch(block.label) if not block.section else None
        if point and _GOES.fullmatch(block.text):  # "(C) Delete." is no order on the whole section
            done.append(
                paragraph(
                    f"Delete paragraph ({point[1]}) of Section {now}." if now else f"Delete paragraph ({point[1]})."
                )
            )
        else:
            done.append(_plain(block, key, sections))
    return tuple(done)


def _plain(block: Block, key: str, sections: dict[str, tuple[Block, ...]]) -> Block:
    words = with_whole_place(block).printed
    place = named_place(words, key, sections)
    rest = words[place.skip :].strip() if place else ""
    if place is None or not rest or (not place.path and (_GOES.fullmatch(rest) or is_instruction(words))):
        return block
    if not (_GOES.fullmatch(rest) or is_instruction(rest) or is_order(rest)):
        return block
    if not place.path:
        return paragraph(f"Section {place.section}: {rest}")
    where = f"Section {place.section}" if place.section else f"Article {key}"
    order = f"Amend paragraph ({')('.join(place.printed)}) of {where}: {rest}"
    return paragraph(order) if is_instruction(order) else block
