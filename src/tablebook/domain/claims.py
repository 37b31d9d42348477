"""What the TAs in force say of each unit of the contract, place by place, and where two of them say other words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from tablebook.domain.dataclass import dataclass
from tablebook.domain.language import agreements_in_force, binding_text, gave_way, holds
from tablebook.domain.negotiation import Agreement, Negotiation
from tablebook.domain.text import Block, same_words, section_places
from tablebook.domain.values import Part
from tablebook.domain.waiting_texts import Waiting, waiting_in


@dataclass(frozen=True, slots=True)
class Claim:
    """What one TA says of a place of a unit: its words, none where it strikes the place; ``place`` "" is the whole.
    ``open`` are places inside a whole text that no longer hold: reopened since, or given way in a clash."""

    place: str
    agreement: str
    blocks: tuple[Block, ...] = ()
    deleted: bool = False
    open: tuple[str, ...] = ()

    def at(self, place: str) -> Claim:
        """What the TA says of a section of its whole text: a section it does not have is struck by it."""
        found = next(((start, end) for name, start, end in section_places(self.blocks) if name == place), None)
        words = self.blocks[found[0] : found[1]] if found else ()
        return Claim(place, self.agreement, words, found is None)

    @property
    def words(self) -> tuple[str, ...]:
        """Every printed label, word and cell, with typography evened out; nothing for what is struck."""
        return () if self.deleted else tuple(same_words(block.printed) for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two or more TAs in force that say other words of one place. None counts because it came later: current language
    stands until the parties settle it."""

    unit: str
    place: str
    sides: tuple[Claim, ...]

    @property
    def agreements(self) -> tuple[str, ...]:
        """The labels of the TAs that clash."""
        return tuple(dict.fromkeys(side.agreement for side in self.sides))


@dataclass(frozen=True, slots=True)
class Lapsed:
    """A place that a TA settled and that no TA holds any more: the TA was replaced by one that does not speak of it."""

    unit: str
    place: str
    agreement: str
    replaced_by: str


def claims(state: Negotiation, waiting: Collection[Waiting]) -> dict[str, tuple[Claim, ...]]:
    """By unit, what each TA in force says of it, in the order signed. A part that is another unit counts there. Where
    the parties settled a clash, the TA that gives way says nothing there, and nothing of the unit in a clash
    of the whole. Texts that are ``waiting`` for a person to confirm what they come to say nothing."""
    found: dict[str, list[Claim]] = {}
    for agreement in agreements_in_force(state):
        for unit, claim in _claims_of(state, agreement, waiting):
            given = gave_way(state, claim.agreement, unit)
            if not {"", claim.place}.isdisjoint(given):
                continue
            if not claim.place:
                claim = replace(claim, open=(*claim.open, *given))
            found.setdefault(unit, []).append(claim)
    return {unit: tuple(some) for unit, some in found.items()}


def _claims_of(state: Negotiation, agreement: Agreement, waiting: Collection[Waiting]) -> Iterator[tuple[str, Claim]]:
    for text in agreement.body.texts:
        key = text.accepted.article
        if Waiting(key, agreement.body.label) in waiting:
            continue
        for part in binding_text(state, agreement, text):
            if not holds(agreement, part.place):
                continue
            carried = state.carried_unit(key, part.place)
            if carried or not part.place or (part.place == key and not _is_section(state, key, part)):
                whole = Claim("", agreement.body.label, part.blocks, part.deleted, agreement.reopened)
                yield (carried.key if carried else key), whole
            else:
                yield from ((key, claim) for claim in _sections(part, agreement.body.label))


def _is_section(state: Negotiation, key: str, part: Part) -> bool:
    """Whether a place named like its unit is a section: Section 2 of Article 2."""
    there = {section.number for section in state.items[key].article.sections}
    return part.place in there or any(block.section == part.place for block in part.blocks)


def _sections(part: Part, label: str) -> Iterator[Claim]:
    """A part as its sections: most hold one; a text that runs on over several speaks of each."""
    spans = list(section_places(part.blocks))
    if len(spans) < 2 or spans[0][0] != part.place:
        yield Claim(part.place, label, part.blocks, part.deleted)
        return
    for place, start, end in spans:
        yield Claim(place, label, part.blocks[start:end])


def clash(unit: str, place: str, sides: Iterable[Claim]) -> Clash | None:
    """The clash of these claims on one place, or None where all say the same."""
    sides = tuple(sides)
    return Clash(unit, place, sides) if len({(side.deleted, side.words) for side in sides}) > 1 else None


def lapsed(state: Negotiation, held: dict[str, tuple[Claim, ...]], waiting: Collection[Waiting]) -> tuple[Lapsed, ...]:
    """What replaced TAs settled and no TA in force speaks of, so that it does not drop out in silence."""
    covered = {(unit, claim.place) for unit, some in held.items() for claim in some}
    covered |= {
        (unit, place)
        for unit, some in held.items()
        for claim in some
        if not claim.place
        for place in (name for name, _, _ in section_places(claim.blocks))
    }
    whole = {unit for unit, place in covered if not place}
    whole |= {one.unit for one in waiting}  # nobody knows yet what of it they speak of
    found: dict[tuple[str, str], Lapsed] = {}
    for agreement in state.agreements.values():
        if not agreement.superseded or "" in agreement.reopened:
            continue
        for unit, claim in _claims_of(state, agreement, tuple(waiting_in(state, agreement))):
            if (unit, claim.place) not in covered and unit not in whole:
                lost = Lapsed(unit, claim.place, agreement.body.label, agreement.superseded)
                found[unit, claim.place] = lost
    return tuple(found.values())
