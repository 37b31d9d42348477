"""The signed texts that say what to do with the contract, and whose result nobody has confirmed yet.

Their words are no contract language, and what they come to is only proposed: until a person has confirmed it, current
language stands there, as it does where two TAs clash.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tablebook.domain.closing_lines import above_closing
from tablebook.domain.dataclass import dataclass
from tablebook.domain.instruction_words import is_fragment, is_order, names_one, speaks_of_old
from tablebook.domain.instructions import LONGEST_QUOTE, Proposed, has_instructions, proposed_result
from tablebook.domain.language import agreed_text, agreements_in_force, closing, current_blocks, place_blocks
from tablebook.domain.negotiation import Agreement, Negotiation
from tablebook.domain.open_words import open_words
from tablebook.domain.phrases import shorten
from tablebook.domain.ratifying import ResultConfirmed
from tablebook.domain.text import Block, BlockKind, same_words
from tablebook.domain.values import Part


@dataclass(frozen=True, slots=True)
class Waiting:
    """A unit of which a TA says what to do, and whose result is not confirmed."""

    unit: str
    agreement: str


def says_what_to_do(state: Negotiation, key: str, parts: Sequence[Part]) -> bool:
    """Whether a text on an item says what to do, in words that the contract does not have already."""
    if has_instructions(parts):
        return has_instructions(parts, {same_words(block.text) for block in current_blocks(state, key)})
    close = closing(state, key)
    return any(
        _is_order(place_blocks(state, key, part.place), above_closing(part.blocks, close))
        for part in parts
        if not part.deleted
    )


def _is_order(now: Sequence[Block], text: Sequence[Block]) -> bool:
    """Whether all that a text has in place of the contract's is one sentence that only tells what to do ("Increase to
    three days"), or one that names a section of what it would take the place of ("Section 3(d): …"), or a figure."""
    body = [block for block in text if block.kind is not BlockKind.HEADING]
    if len(body) != 1 or body[0].kind is BlockKind.TABLE:
        return False
    said = body[0].text
    told = is_order(said) or (not body[0].section and names_one(body[0].printed, _sections(now)))
    told = told or speaks_of_old(said, "\n".join(block.text for block in now))
    known = {same_words(block.text) for block in now}
    return (told if now else is_fragment(said)) and same_words(said) not in known


def _sections(now: Sequence[Block]) -> tuple[str, ...]:
    found = tuple(block.section for block in now if block.section)
    return found if len(found) > 1 else ()


def comes_to(state: Negotiation, key: str, parts: Sequence[Part]) -> Proposed | None:
    """What a text's instructions on an item come to, for a person to look at; None where it has none."""
    number = state.items[key].article.number if key in state.items else key
    found = proposed_result(number, current_blocks(state, key), parts, closing(state, key))
    if found is not None:
        known = same_words(" ".join(block.printed for block in current_blocks(state, key)))
        gaps = tuple(f"“{one.around}” is left open in it." for one in open_words(found.result, known))
        found = replace(found, doubts=tuple(dict.fromkeys((*found.doubts, *gaps))))
    if found is not None and (order := _left_as_order(state, key, found.result)):
        return replace(found, doubts=(*found.doubts, _not_known(order)))
    if found is not None or not says_what_to_do(state, key, parts):
        return found
    said = "\n".join(block.printed for part in parts for block in part.blocks)
    return Proposed(said, (), (_not_known(said),))


def _not_known(said: str) -> str:
    return f"It is not known what “{shorten(said, LONGEST_QUOTE)}” comes to."


def _left_as_order(state: Negotiation, key: str, result: Sequence[Part]) -> str:
    """Words of a result that only tell what to do; "" where there are none."""
    for part in result:
        if not part.deleted and _is_order(place_blocks(state, key, part.place), part.blocks):
            return " ".join(block.printed for block in part.blocks)
    return ""


def waiting_in(state: Negotiation, agreement: Agreement) -> Iterator[Waiting]:
    """Every text of a TA whose result nobody has confirmed."""
    for text in agreement.body.texts:
        unit, label = text.accepted.article, agreement.body.label
        if (label, unit) in state.ratification.results:
            continue
        if says_what_to_do(state, unit, agreed_text(state, text)):
            yield Waiting(unit, label)


def with_proposals(state: Negotiation) -> Negotiation:
    """The negotiation as if every result were confirmed that is worked out without a doubt, for holding a text against
    what the TAs come to."""
    found = dict(state.ratification.results)
    for one in waiting_texts(state):
        agreement = state.agreements[one.agreement]
        text = next(text for text in agreement.body.texts if text.accepted.article == one.unit)
        come = comes_to(state, one.unit, agreed_text(state, text))
        if come is not None and not come.doubts and come.result:
            found[one.agreement, one.unit] = ResultConfirmed(one.agreement, one.unit, come.instruction, come.result)
    return replace(state, ratification=replace(state.ratification, results=found))


def waiting_texts(state: Negotiation) -> tuple[Waiting, ...]:
    """Every such text of a TA in force, in the order they were signed."""
    return tuple(one for agreement in agreements_in_force(state) for one in waiting_in(state, agreement))
