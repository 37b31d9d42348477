"""What comes next on the way to a binding agreement, by who ratifies and what was decided: the likeliest act first."""

from __future__ import annotations

from dataclasses import dataclass

from tablebook.domain.codes import Ratifier
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.packets import members_vote_of
from tablebook.domain.ratification import Vote
from tablebook.domain.vote_count import Count, count, tallies


@dataclass(frozen=True, slots=True)
class Step:
    """An act of the stage by its name (see `acts.ASKED`), with its words and its icon."""

    act: str
    words: str
    icon: str


SET_UP = Step("set-up", "Set up the vote", "list-checks")
ANOTHER = Step("set-up", "Set up another vote", "list-checks")
EDIT = Step("set-up", "Edit set-up", "pencil")
TALLY = Step("tally", "Enter the count", "hash")
AGAIN = Step("tally", "Correct the count", "hash")
CHALLENGES = Step("challenges", "Challenges", "hand")
SHEET = Step("sheet", "Tally sheet", "printer")
RECORD = Step("sheet", "Print the record", "printer")
CERTIFY = Step("certify", "Certify the count", "signature")
BOARD = Step("board", "Record the board’s vote", "gavel")
BACK = Step("back", "Back to the table", "undo-2")
SIGNED = Step("executed", "Record the signing", "signature")
COPY = Step("executed", "Add to the signed copy", "paperclip")
NO_COPY = Step("executed", "Add the signed copy", "paperclip")
WHO = Step("who", "Who ratifies", "users")


COUNTS = ("tally", "certify")
"""The acts that wait until nothing stands in the way of the vote."""


def shown_vote(state: Negotiation) -> Vote | None:
    """The vote by ballots that is on the screen: the latest that counts, before that one a practice count."""
    now = state.ratification
    if name := members_vote_of(state):
        return now.votes[name]
    return next((one for one in reversed(list(now.votes.values())) if one.body.practice and one.turn == now.turn), None)


def failed_vote(state: Negotiation) -> Vote | None:
    """The vote that was decided against the agreement and after which it is not yet back on the table."""
    now = state.ratification
    last = (one for body in now.bodies for one in now.votes_of(body)[-1:])
    return next((one for one in last if one.decided and not one.carried), None)


def steps(state: Negotiation) -> tuple[Step, ...]:
    """What can be done now; the first is the one that comes next."""
    now = state.ratification
    vote = shown_vote(state)
    record = (RECORD,) if now.votes else ()
    if now.executed is not None:
        return (COPY if now.executed.scans else NO_COPY, *record)
    if failed_vote(state) is not None:
        return (BACK, ANOTHER, *record)
    if not now.missing:
        return (SIGNED, *record, WHO)
    waiting = (BOARD,) if Ratifier.BOARD in now.missing else ()
    if now.missing[0] is Ratifier.BOARD:
        return (*waiting, *_by_ballots(state, vote), WHO)
    if vote is None:
        return SET_UP, WHO
    if vote.decided:  # the body that is next has no vote yet: this one was another body's, or practice
        return (SET_UP, *waiting, RECORD, WHO)
    return (*_by_ballots(state, vote), WHO)


def _by_ballots(state: Negotiation, vote: Vote | None) -> tuple[Step, ...]:
    if vote is None:
        ballots = any(body is not Ratifier.BOARD for body in state.ratification.missing)
        return (SET_UP,) if ballots else ()
    if vote.decided:
        return (RECORD,)
    counted = count(vote)
    if vote.body.practice and tallies(vote):
        return (SET_UP, AGAIN, SHEET)
    if counted_whole(vote, counted):
        return (CERTIFY, AGAIN, CHALLENGES, SHEET)
    return (TALLY, *((CHALLENGES, SHEET) if tallies(vote) else (EDIT, CHALLENGES, SHEET)))


def counted_whole(vote: Vote, counted: Count) -> bool:
    """Whether every place is counted and nothing is left to mix in."""
    return bool(tallies(vote)) and not counted.missing and not counted.to_mix
