"""A memorandum that changes the contract in clauses, taken apart: what it would record on each item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tablebook.domain.amending import Clause, amending
from tablebook.domain.contract import find_place
from tablebook.domain.dataclass import dataclass
from tablebook.domain.language import current_blocks, place_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.point_edits import as_known, with_points
from tablebook.domain.text import Block, BlockKind, paragraph, same_words, sections_of
from tablebook.jobs.place_text import with_sections

_ADDS = re.compile(r"\b(?:add|insert)\w*\b[^.:]{0,60}\b(?:follow|read)", re.I)


@dataclass(frozen=True, slots=True)
class Amended:
    """What a paper's clauses make of one item: its sections that change, whole; how each was read, in sentences; and
    what of the paper is none of its language."""

    blocks: tuple[Block, ...]
    said: tuple[str, ...]
    outside: tuple[Block, ...]


def amended(state: Negotiation, key: str, blocks: Sequence[Block]) -> Amended | None:
    """The paper's text on an item as a text of its own; None where no clause of it changes that item."""
    found = amending(blocks)
    clauses = [one for one in found.clauses if _item(state, one) == key]
    if not clauses:
        return None
    known = {same_words(block.text) for block in current_blocks(state, key)}
    if any(same_words(one.told.partition(" ")[2]) in known or same_words(one.told) in known for one in clauses):
        return None  # the contract itself says so
    texts, said = zip(*(_text(state, key, one) for one in clauses), strict=True)
    return Amended(tuple(block for text in texts for block in text), said, found.outside)


def amended_items(state: Negotiation, blocks: Sequence[Block]) -> dict[str, str]:
    """The items that the clauses of a paper change, in its order, each with the first clause on it."""
    found: dict[str, str] = {}
    for one in amending(blocks).clauses:
        if key := _item(state, one):
            found.setdefault(key, one.told)
    return found


def _item(state: Negotiation, clause: Clause) -> str:
    """The item that a clause names, "" for one that the book lacks."""
    cited, units = clause.cited, {key: item.article for key, item in state.items.items()}
    kind = "Appendix" if cited.appendix else "Article"
    words = f"{kind} {cited.article}" if cited.article else cited.section
    place = find_place(units, words)
    if place is None and not cited.article:  # a section that the clause adds
        place = find_place(units, f"Article {cited.section.partition('.')[0]}")
    return place[0] if place else ""


def _text(state: Negotiation, key: str, clause: Clause) -> tuple[tuple[Block, ...], str]:
    """The sections that a clause changes, whole, and how it was read."""
    name = state.items[key].article.name
    place = _place(state, key, clause.cited.section)
    where = f"{name}, Section {place}" if place else name
    base = place_blocks(state, key, place)
    if clause.deleted:
        return _struck(base if place else ()), f"Read as the end of {where}."
    now = current_blocks(state, key)
    body = with_sections(state, key, as_known(clause.body, now))
    if any(one for one in sections_of(body) if one):
        return body, f"Read as new words of {where}."
    if place and not base:  # "Section (B)(2)" of an article that is lettered and has no sections
        path = (clause.cited.section.lower(), *clause.cited.path)
        if (lettered := with_points(now, body, path)) is not None:
            return lettered, f"Read as new words of points of {name}; its other words stay. See that they should."
    if not place:
        return body, f"Read as the whole of {name}: what the paper does not show is struck. See that it should be."
    if base and _ADDS.search(clause.told):
        return (*base, *body), f"Read as words to be added at the end of {where}. See that they belong there."
    merged = with_points(base, body, clause.cited.path) if base else None
    if merged is not None:
        return merged, f"Read as new words of points of {where}; its other words stay. See that they should."
    if base and base[0].kind is BlockKind.HEADING and not _says(body[0], base[0]):
        return (base[0], *body), f"Read as the whole of {where}."
    label = base[0].label if base else place
    opening = replace(body[0], section=place, label=body[0].label or label)
    return (opening, *body[1:]), f"Read as the whole of {where}."


def _struck(base: Sequence[Block]) -> tuple[Block, ...]:
    """What a paper says of a section that goes, or of an item that goes whole."""
    if not base:
        return (paragraph("Delete in its entirety."),)
    if base[0].kind is BlockKind.HEADING:
        return base[0], paragraph("Deleted.")
    return (base[0].with_text("Deleted."),)


def _place(state: Negotiation, key: str, number: str) -> str:
    """A section as the item has it: "1", "4.1"."""
    known = {one.number for one in state.items[key].article.sections}
    tails = (number, number.partition(".")[2], f"{key}.{number}")
    return next((one for one in tails if one and one in known), number)


def _says(block: Block, heading: Block) -> bool:
    return same_words(block.printed).casefold().startswith(same_words(heading.printed).casefold())
