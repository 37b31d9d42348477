"""What we asked for in each article and what we got, from the passes that both sides have and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tablebook.domain.closing_lines import above_closing, closing_of
from tablebook.domain.contract import UnitKind
from tablebook.domain.language import agreements_in_force, closing, current_blocks, held_parts, passed_parts
from tablebook.domain.negotiation import Agreement, Negotiation, Pass
from tablebook.domain.own_heading import own_heading
from tablebook.domain.successor import Successor
from tablebook.domain.text import Block, same_words, sections_of
from tablebook.domain.values import Part
from tablebook.domain.waiting_texts import comes_to, says_what_to_do
from tablebook.jobs.sheets.wording import number_of
from tablebook.redline.asked import threefold
from tablebook.reports.packet.sheet import AskedFor, AskedPlace


def asked_for(state: Negotiation, after: Successor) -> tuple[AskedFor, ...]:
    """Each unit on which we proposed words or something was agreed, in the order of the agreement; a new one under the
    number that it has there."""
    found = (_unit(state, after, key) for key in dict.fromkeys((*after.by_key, *state.items)))
    return tuple(one for one in found if one is not None)


def _unit(state: Negotiation, after: Successor, key: str) -> AskedFor | None:
    item = state.items[key]
    if item.article.kind is UnitKind.GROUND_RULES:
        return None
    ours = [one for one in _speaking(state, key) if one.body.party is state.we and one.has_text]
    held = [one.body.label for one in _holding(state, key)]
    if not ours and not held:
        return None
    article = after.article_of(state, key)
    return AskedFor(
        article.number if key in after.by_key and article.kind is UnitKind.ARTICLE else number_of(state, key),
        article.name,
        article.title,
        tuple(dict.fromkeys(label for label, _ in _first_asked(state, key, ours).values())),
        tuple(dict.fromkeys(held)),
        withdrawn=not held and not item.deferred,
        deferred="" if held else item.deferred,
        places=tuple(_places(state, after, key, ours)),
        new=item.new,
    )


def _carries(state: Negotiation, article: str, key: str, places: Sequence[str]) -> bool:
    """Whether a text on an article has another unit in it. Section 1 of Article 12 is not Article 1."""
    return key in places and state.carried_unit(article, key) is not None


def _speaking(state: Negotiation, key: str) -> Iterator[Pass]:
    """The passes that have words of this unit: its own, and those that carry it with an article."""
    home = state.items[key].home
    for one in sorted((*state.passes_on(key), *state.passes_on(home)), key=lambda one: one.at):
        if one.body.article == key or _carries(state, one.body.article, key, one.places):
            yield one


def _holding(state: Negotiation, key: str) -> Iterator[Agreement]:
    """The TAs that hold something of this unit."""
    for agreement in agreements_in_force(state):
        for text in agreement.body.texts:
            article = text.accepted.article
            units = (state.carried_unit(article, part.place) for part in held_parts(state, agreement, text))
            if any((other.key if other else article) == key for other in units):
                yield agreement


def _first_asked(state: Negotiation, key: str, ours: list[Pass]) -> dict[str, tuple[str, tuple[Block, ...]]]:
    """Each place with the label and the words of our first pass that speaks of it."""
    asked: dict[str, tuple[str, tuple[Block, ...]]] = {}
    close = closing(state, key)
    for one in ours:
        label = one.body.label
        for part in _meant(state, key, one):
            blocks = () if part.deleted else above_closing(part.blocks, close)
            if one.body.article != key:
                if part.place == key:
                    asked.setdefault("", (label, blocks))
            elif not part.place:
                heading = own_heading(state.items[key].article.kind, blocks)
                blocks = blocks[heading.blocks :] if heading else blocks
                gone = dict.fromkeys(sections_of(_language(state, key)), ()) if part.deleted else {}
                for place, words in (gone or sections_of(blocks)).items():
                    asked.setdefault(place, (label, words))
            elif not state.carried_unit(key, part.place):
                asked.setdefault(part.place, (label, blocks))
    return asked


def _meant(state: Negotiation, key: str, one: Pass) -> tuple[Part, ...]:
    """The parts of a pass as the agreement would have them: of a text that says what to do, what it comes to, as it was
    confirmed where a TA holds it."""
    said = passed_parts(one)
    if one.body.article != key or not says_what_to_do(state, key, said):
        return said
    for agreement in state.agreements.values():
        confirmed = state.ratification.results.get((agreement.body.label, key))
        if confirmed and any(state.named(text.accepted) is one for text in agreement.body.texts):
            return confirmed.result
    worked_out = comes_to(state, key, said)
    return worked_out.result if worked_out else said


def _places(state: Negotiation, after: Successor, key: str, ours: list[Pass]) -> Iterator[AskedPlace]:
    """Section by section. Each is asked for where we first spoke of it, also when another was asked for before."""
    asked = {place: blocks for place, (_, blocks) in _first_asked(state, key, ours).items()}
    today = sections_of(_language(state, key))
    got = sections_of(_without_closing(state, key, _got(state, after, key)))
    found = []
    renumbered = _renumbered(today, asked, got)
    for place in dict.fromkeys((*today, *asked, *got)):
        now = today.get(place, ())
        if place not in renumbered:
            found.append((place, threefold(now, asked.get(place, now), got.get(place, ()))))
    telling = any(not one.only_grammar for _, passages in found for one in passages)
    for place, passages in found:
        kept = tuple(one for one in passages if not (telling and one.only_grammar))
        if kept:
            yield AskedPlace(place, kept)


def _without_closing(state: Negotiation, key: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A text without the lines to sign, which a conforming list may have put into other words."""
    close = closing(state, key)
    left = above_closing(blocks, close)
    return above_closing(blocks, closing_of(blocks)) if close and left == blocks else left


def _language(state: Negotiation, key: str) -> tuple[Block, ...]:
    """The contract's text of a unit without the lines that the contract is signed on."""
    return above_closing(current_blocks(state, key), closing(state, key))


def _renumbered(
    today: Mapping[str, tuple[Block, ...]], asked: Mapping[str, tuple[Block, ...]], got: Mapping[str, tuple[Block, ...]]
) -> set[str]:
    """Sections that only get another number, under the old and the new one: nothing was taken out or put in."""
    both: set[str] = set()
    for old, now in today.items():
        if got.get(old) or not now:
            continue
        for new, then in got.items():
            if new not in today and _words(then) == _words(now) and _words(asked.get(new, then)) == _words(now):
                both |= {old, new}
    return both


def _words(blocks: Sequence[Block]) -> list[str]:
    return [same_words(block.text) for block in blocks]


def _got(state: Negotiation, after: Successor, key: str) -> tuple[Block, ...]:
    """The unit as the agreement will have it; one that is under no TA and in no contract has no words."""
    unit = after.by_key.get(key)
    if unit is None:
        return current_blocks(state, key)
    return unit.article.blocks if unit.article is not None else ()
