"""The line by which a total TA closes what has no agreement of its own, as it was signed."""

from __future__ import annotations

from tablebook.domain.contract import UnitKind
from tablebook.domain.negotiation import Agreement, Negotiation


def leftovers_line(state: Negotiation) -> str:
    """The signed line about the rest: that of the TA that closes, where there is one, else of the total TA."""
    closing = closing_agreement(state)
    if closing is None:
        return state.settled.words if state.settled else ""
    return closing_words(state, closing) or (state.settled.words if state.settled else "")


def closing_agreement(state: Negotiation) -> Agreement | None:
    """The TA on the line alone. Where the total TA was signed together with the last article there is none: the line
    then stands among the words of the total TA."""
    closing = state.agreements.get(state.settled.agreement) if state.settled else None
    if closing is None:
        return None
    article = closing.body.texts[0].accepted.article
    return closing if state.items[article].article.kind is UnitKind.GROUND_RULES else None


def closing_words(state: Negotiation, closing: Agreement) -> str:
    """The words of the pass that was accepted in it."""
    accepted = state.named(closing.body.texts[0].accepted)
    return " ".join(block.text for part in accepted.body.parts for block in part.blocks) if accepted else ""
