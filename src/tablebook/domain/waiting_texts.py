"""The signed texts that say what to do with the contract, and whose result nobody has confirmed yet.

Their words are no contract language, and what they come to is only proposed: until a person has confirmed it, current
language stands there, as it does where two TAs clash.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tablebook.domain.dataclass import dataclass
from tablebook.domain.instructions import Proposed, has_instructions, proposed_result
from tablebook.domain.language import agreed_text, agreements_in_force, closing, current_blocks
from tablebook.domain.negotiation import Agreement, Negotiation
from tablebook.domain.text import same_words
from tablebook.domain.values import Part


@dataclass(frozen=True, slots=True)
class Waiting:
    """A unit of which a TA says what to do, and whose result is not confirmed."""

    unit: str
    agreement: str


def says_what_to_do(state: Negotiation, key: str, parts: Sequence[Part]) -> bool:
    """Whether a text on an item says what to do, in words that the contract does not have already."""
    if not has_instructions(parts):
        return False
    return has_instructions(parts, {same_words(block.text) for block in current_blocks(state, key)})


def comes_to(state: Negotiation, key: str, parts: Sequence[Part]) -> Proposed | None:
    """What a text's instructions on an item come to, for a person to look at; None where it has none."""
    number = state.items[key].article.number if key in state.items else key
    return proposed_result(number, current_blocks(state, key), parts, closing(state, key))


def waiting_in(state: Negotiation, agreement: Agreement) -> Iterator[Waiting]:
    """Every text of a TA whose result nobody has confirmed."""
    for text in agreement.body.texts:
        unit, label = text.accepted.article, agreement.body.label
        if (label, unit) in state.ratification.results:
            continue
        if says_what_to_do(state, unit, agreed_text(state, text)):
            yield Waiting(unit, label)


def waiting_texts(state: Negotiation) -> tuple[Waiting, ...]:
    """Every such text of a TA in force, in the order they were signed."""
    return tuple(one for agreement in agreements_in_force(state) for one in waiting_in(state, agreement))
