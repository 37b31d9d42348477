"""What keeps the TAs from being one text: two of them that say different things, instructions, blanks."""

from __future__ import annotations

from collections.abc import Iterator

from tablebook.domain import ready_texts
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.successor import Successor


def unclear_texts(state: Negotiation, built: Successor) -> Iterator[str]:
    """Why it is not known what the agreement says, one sentence each: nobody can ratify such a text."""
    for lines in (ready_texts.clashes(state, built), ready_texts.told(state, built)):
        yield from (line.sentence for line in lines if not line.settled)


def open_texts(state: Negotiation, built: Successor) -> Iterator[str]:
    """What is left open in the signed texts: it may be known only at the end, as the day of ratification is. What
    somebody looked at and let stand is open no more."""
    for line in ready_texts.not_let_stand(state, ready_texts.left_open(state, built)):
        yield line.sentence
