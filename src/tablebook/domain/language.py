"""Which words stand where: the current language of a place, and an article with a pass or a TA put into it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tablebook.domain.answered import answered
from tablebook.domain.closing_lines import (
    above_closing,
    closing_at,
    contract_closing,
    ends_contract,
    memorandum_closing,
)
from tablebook.domain.contract import roman_value
from tablebook.domain.negotiation import Agreement, Item, Negotiation, Pass
from tablebook.domain.record import Agreed, AgreedText, Part
from tablebook.domain.text import Block, fingerprint, same_words, section_places, sections_of


def current_blocks(state: Negotiation, key: str) -> tuple[Block, ...]:
    """The contract's text of an item; empty for a new one."""
    item = state.items.get(key)
    return item.article.blocks if item and not item.new else ()


def place_blocks(state: Negotiation, key: str, place: str) -> tuple[Block, ...]:
    """The contract's text of one place of an item: a section, another unit, or "" for the whole."""
    inside = sections_of(current_blocks(state, key)) if place else {}
    if not place or (place == key and place not in inside):  # Section 2 of Article 2 is a section
        return current_blocks(state, key)
    if state.carried_unit(key, place):
        return current_blocks(state, place)
    return inside.get(place, ())


def closing(state: Negotiation, key: str) -> tuple[Block, ...]:
    """The lines that the contract is signed on, where this item has them at its end."""
    item = state.items.get(key)
    if item is None or item.new or not ends_contract(state.contract, key):
        return ()
    last = next(reversed(state.contract.by_key)) == key
    return contract_closing(item.article) or (memorandum_closing(state.contract.articles) if last else ())


def compose(base: tuple[Block, ...], parts: Iterable[Part], close: tuple[Block, ...] = ()) -> tuple[Block, ...]:
    """An article with these parts put in their places; the rest is as in ``base``.

    A new section goes before the first section whose number follows its own. Places that are other units are left out:
    their text is the other unit's. A deleted section is taken out. The lines to sign, ``close``, stay the last.
    """
    blocks = base
    for part in parts:
        if not part.place:
            blocks, close = () if part.deleted else part.blocks, ()
            continue
        places = list(section_places(blocks))
        found = {place: (start, end) for place, start, end in places}
        if part.place in found:
            start, end = found[part.place]
            text = part.blocks
            if part.deleted:
                text = close if closing_at(blocks[start:end], close) is not None else ()
            blocks = (*blocks[:start], *text, *blocks[end:])
        elif not part.deleted and any(block.section for block in part.blocks):
            before = first_after(part.place, [place for place, _, _ in places])
            at = len(blocks) if before is None else places[before][1]
            blocks = (*blocks[:at], *part.blocks, *blocks[at:])
    return _closed(blocks, close)


def _closed(blocks: tuple[Block, ...], close: tuple[Block, ...]) -> tuple[Block, ...]:
    """A text with its lines to sign at the end, where a new section came behind them."""
    return blocks if closing_at(blocks, close) is None else (*above_closing(blocks, close), *close)


def with_parts(state: Negotiation, key: str, parts: Iterable[Part]) -> tuple[Block, ...]:
    """An item's current language with these parts put in their places."""
    return compose(current_blocks(state, key), parts, closing(state, key))


def first_after(number: str, numbers: Sequence[str]) -> int | None:
    """Where a new section of this number goes: the index of the first that follows it; None for behind all."""
    pieces = [re.findall(r"[a-zA-Z]+", one) for one in (number, *numbers)]
    roman = all(roman_value(piece) for some in pieces for piece in some)
    first = roman or all(roman_value(some[0]) for some in pieces if some)  # II-A
    order = _order(number, roman, first)
    return next((i for i, other in enumerate(numbers) if other and _order(other, roman, first) > order), None)


def _order(number: str, roman: bool, first: bool) -> tuple[tuple[int, int, str], ...]:
    """A number's place among its like: figures by size, Roman numerals where all letters (or all that come first) are
    such, letters with AA behind Z."""
    found: list[tuple[int, int, str]] = []
    for at, piece in enumerate(re.findall(r"\d+|[a-zA-Z]+", number)):
        if piece.isdigit():
            found.append((0, int(piece), ""))
        else:
            value = roman_value(piece) if roman or (first and at == 0) else None
            found.append((-1, value or len(piece), "" if value else piece.lower()))
    return tuple(found)


def agreed_parts(state: Negotiation, key: str) -> tuple[Part, ...]:
    """The parts of an item under a TA in force, oldest first."""
    parts: list[Part] = []
    for agreement in agreements_in_force(state, key):
        for text in agreement.body.texts:
            if text.accepted.article == key:
                parts.extend(held_parts(state, agreement, text))
    return tuple(parts)


def held_parts(state: Negotiation, agreement: Agreement, text: AgreedText) -> tuple[Part, ...]:
    """What of a TA still holds: neither reopened, nor given way where it clashed with another. Such a section inside a
    text of the whole is in current language again."""
    parts, key = binding_text(state, agreement, text), text.accepted.article
    if not (agreement.reopened or state.ratification.clashes):
        return parts
    now = sections_of(current_blocks(state, key))
    places = dict.fromkeys((*agreement.reopened, *gave_way(state, agreement.body.label, key)))
    back = [Part(place, now.get(place, ()), place not in now) for place in places if place]
    return tuple(
        part if part.place or part.deleted else replace(part, blocks=compose(part.blocks, back))
        for part in parts
        if holds(agreement, part.place) and not _lost(state, agreement.body.label, key, part.place)
    )


def gave_way(state: Negotiation, label: str, unit: str) -> tuple[str, ...]:
    """The places of a unit where a TA gave way to another when their clash was settled, "" for all of it."""
    return tuple(one.place for one in state.ratification.clashes if (one.article, one.gives_way) == (unit, label))


def _lost(state: Negotiation, label: str, key: str, place: str) -> bool:
    """Whether a TA's part gave way: as its place, with its whole unit, or as a unit that it carries."""
    if other := state.carried_unit(key, place):
        return "" in gave_way(state, label, other.key)
    return not {"", place}.isdisjoint(gave_way(state, label, key))


def binding_text(state: Negotiation, agreement: Agreement, text: AgreedText) -> tuple[Part, ...]:
    """What a TA makes the agreement say: its signed words, or the confirmed result where they are an instruction, with
    the answers to what was left open in them."""
    label, article = agreement.body.label, text.accepted.article
    result = state.ratification.results.get((label, article))
    parts = result.result if result else agreed_text(state, text)
    answers = [one for one in state.ratification.answers.get(label, ()) if one.article == article]
    return answered(parts, answers) if answers else parts


def agreed_text(state: Negotiation, text: AgreedText) -> tuple[Part, ...]:
    """The exact parts that a TA binds: those of the accepted pass, with what was amended at signing in their stead."""
    accepted = state.named(text.accepted)
    amended = {part.place: part for part in text.amended}
    chosen = [amended.pop(part.place, part) for part in passed_parts(accepted, text.places)]
    return (*chosen, *amended.values())


def passed_parts(accepted: Pass | None, places: tuple[str, ...] = ()) -> tuple[Part, ...]:
    """The parts of a pass at these places (none named: all). A section is also found inside a whole article's text."""
    if accepted is None:
        return ()
    if not places:
        return accepted.body.parts
    found = {part.place: part for part in accepted.body.parts}
    if "" in found:
        inner = sections_of(found[""].blocks)
        found.update({number: Part(number, blocks) for number, blocks in inner.items() if number})
    return tuple(found[place] for place in places if place in found)


def parts_fingerprint(parts: Iterable[Part]) -> str:
    """The fingerprint of a passed or agreed text: every label, word and cell, and what is struck whole."""
    blocks: list[Block] = []
    for part in parts:
        blocks.append(Block(label=part.place, section="deleted" if part.deleted else ""))
        blocks.extend(part.blocks)
    return fingerprint(blocks)


def agreement_fingerprint(state: Negotiation, body: Agreed) -> str:
    """The fingerprint of all that a TA binds."""
    return parts_fingerprint(part for text in body.texts for part in agreed_text(state, text))


def holds(agreement: Agreement, place: str) -> bool:
    """Whether this place of the TA was not reopened."""
    return "" not in agreement.reopened and place not in agreement.reopened


def in_force(state: Negotiation, agreement: Agreement) -> bool:
    """Whether a TA counts: not replaced, not reopened whole, and its package (if any) accepted whole."""
    if agreement.superseded or "" in agreement.reopened:
        return False
    package = state.packages.get(agreement.body.package) if agreement.body.package else None
    return package is None or package.state == "accepted"


def agreements_in_force(state: Negotiation, key: str | None = None) -> tuple[Agreement, ...]:
    """The TAs in force, of one item or of all, in the order they were signed."""
    item = state.items.get(key) if key is not None else None
    labels = tuple(state.agreements) if key is None else item.agreements if item else ()
    return tuple(agreement for label in labels if in_force(state, agreement := state.agreements[label]))


def successor_blocks(state: Negotiation, key: str) -> tuple[Block, ...]:
    """An item as it would stand if nothing more were agreed: current language with the TAs in force put in."""
    return with_parts(state, key, agreed_parts(state, key))


def differs(state: Negotiation, key: str, part: Part) -> bool:
    """Whether a part says something else than the contract does in its place."""
    now = place_blocks(state, key, part.place)
    if part.deleted:
        return bool(now)
    return _words(part.blocks) != _words(now)


def _words(blocks: tuple[Block, ...]) -> str:
    return same_words(" ".join(block.printed for block in blocks))


def changed_places(state: Negotiation, key: str, parts: Iterable[Part]) -> tuple[str, ...]:
    """The places of a text that differ from the contract. A whole article counts by its sections, when both the old
    and the new text have any."""
    places: list[str] = []
    for part in parts:
        if part.place:
            if differs(state, key, part):
                places.append(part.place)
            continue
        places.extend(_changed_sections(current_blocks(state, key), () if part.deleted else part.blocks))
    return tuple(dict.fromkeys(places))


def changes_nothing(state: Negotiation, agreement: Agreement) -> bool:
    """Whether a TA is on nothing but the words of the contract, as one of "current language" is."""
    return all(
        not changed_places(state, text.accepted.article, binding_text(state, agreement, text))
        for text in agreement.body.texts
    )


def _changed_sections(old: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[str, ...]:
    if old == new:
        return ()
    before, after = sections_of(old), sections_of(new)
    if not (any(before) and any(after)):
        return ("",) if _words(old) != _words(new) else ()
    return tuple(n for n in dict.fromkeys((*before, *after)) if _say_other(before.get(n, ()), after.get(n, ())))


def _say_other(old: tuple[Block, ...], new: tuple[Block, ...]) -> bool:
    """Whether two texts differ in words. Most passed sections are the contract's own blocks, which is soon seen."""
    return old != new and _words(old) != _words(new)


def title_of(state: Negotiation, key: str) -> str:
    """An item's title as printed; a new one's as first passed."""
    item: Item | None = state.items.get(key)
    return item.article.title if item else key
