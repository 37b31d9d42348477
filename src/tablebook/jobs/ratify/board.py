"""Record the board's vote by roll call."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tablebook.book.book import Book
from tablebook.domain.codes import BoardOutcome, Custody, Ratifier
from tablebook.domain.record import BoardVoted, Draft, Quorum, RollCallAnswer, Threshold, VoteSet
from tablebook.domain.values import Attachment
from tablebook.domain.vote_count import board_result
from tablebook.jobs.changed import Changed, at_or_now, reasons_given, record
from tablebook.jobs.ratify.vote import bytes_of, find_vote, next_name

OUTCOMES = {
    BoardOutcome.APPROVED: "approved",
    BoardOutcome.REFUSED: "not approved",
    BoardOutcome.CHANGED: "approved with changes",
}


def board_votes(
    book: Book,
    motion: str,
    roll_call: Sequence[RollCallAnswer],
    *,
    vote: str = "",
    threshold: Threshold | None = None,
    seats: int = 0,
    quorum: Quorum | None = None,
    moved_by: str = "",
    seconded_by: str = "",
    changes: str = "",
    recorded_by: str = "",
    file: tuple[Attachment, bytes] | None = None,
    at: datetime | None = None,
    reasons: Sequence[tuple[str, str]] = (),
) -> Changed:
    """Record the board's roll call and what it decides. Without a vote that was set up, one is set up in the same
    stroke: with the seats (not given: as many as were called), the threshold and the quorum given."""
    when = at_or_now(book, at)
    now = book.negotiation.ratification
    waiting = [one for one in now.votes_of(Ratifier.BOARD) if not one.decided]
    drafts = []
    if vote or waiting:
        setup = find_vote(book.negotiation, vote or waiting[-1].body.vote, board=True).body
    else:
        name = next_name(book.negotiation, Ratifier.BOARD)
        setup = VoteSet(
            name, Ratifier.BOARD, motion, seats or len(roll_call), threshold=threshold or Threshold(),
            quorum=quorum or Quorum(),
        )  # fmt: skip
        drafts.append(Draft(setup, Custody.SHARED, when))
    said = BoardVoted(setup.vote, motion, tuple(roll_call), BoardOutcome.APPROVED, "", moved_by, seconded_by, changes,
                      recorded_by, file[0] if file else None)  # fmt: skip
    outcome, rule = board_result(setup, said)
    body = BoardVoted(setup.vote, motion, said.roll_call, outcome, rule, moved_by, seconded_by, changes, recorded_by,
                      said.file)  # fmt: skip
    drafts += [Draft(body, Custody.SHARED, when), *reasons_given(setup.vote, (), reasons, when)]
    return record(book, drafts, f"{setup.vote} is recorded: {OUTCOMES[outcome]}.", bytes_of(file))
