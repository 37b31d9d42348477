"""Where the agreement stands on its way to a binding one, in a sentence or two: each state says its own."""

from __future__ import annotations

from datetime import datetime

from tablebook.domain.codes import BoardOutcome, Ratifier, VoteOutcome
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.phrases import listed
from tablebook.domain.positions import unresolved
from tablebook.domain.ratification import Vote
from tablebook.domain.rules_ratification import moment
from tablebook.domain.vote_count import count, tallies
from tablebook.ui import words
from tablebook.ui.ratify.vote_steps import counted_whole, failed_vote, shown_vote

BODIES = {Ratifier.MEMBERS: "The members", Ratifier.UNIT: "All in the unit", Ratifier.BOARD: "The board"}
WAITS = "Nothing is sent to members until every line below is settled."


def where_it_stands(state: Negotiation, now: datetime, left: int) -> str:
    """``left`` is how many lines of readiness are in the way of the vote."""
    said, today = state.ratification, now.date()
    vote = shown_vote(state)
    if said.executed is not None:
        return words.with_days(f"Executed {said.executed.body.day}. It cannot change any more.", today)
    if failed := failed_vote(state):
        return f"{_failed(failed, now)} It goes back to the table, or another vote is set up."
    if vote is not None and vote.body.practice and vote.counting and not vote.decided:
        return f"{_reached(state, now)} A practice count is entered; the vote that counts is not set up."
    if said.bodies and not said.missing:
        return f"{_ratified(state)}. It waits to be signed."
    if vote is not None and not vote.decided:
        return _vote(vote, now)
    if len(said.missing) < len(said.bodies):
        return f"{_ratified(state)}. {_next(said.missing[0])}"
    if state.settled is None:
        return _open(state, now, left)
    if not said.bodies:
        return f"{_reached(state, now)} Nobody has to ratify it: it waits to be signed."
    if said.missing[0] is Ratifier.BOARD:
        return f"{_reached(state, now)} {_next(Ratifier.BOARD)}"
    ready = WAITS if left else "Every line below is settled: the vote can be set up."
    return f"{_reached(state, now)} {'The next vote is not set up.' if said.sent_back else ready}"


def _reached(state: Negotiation, now: datetime) -> str:
    entry = next((one for one in reversed(list(state.entries.values())) if one.body is state.settled), None)
    if entry is None:
        return "No total TA yet."
    again = " again" if state.ratification.sent_back else ""
    return f"Total TA reached{again} {words.moment(entry.at, now.date())}."


def _open(state: Negotiation, now: datetime, left: int) -> str:
    """Before the total TA; after a vote that failed, that one comes first."""
    if not state.ratification.sent_back:
        return f"No total TA yet. {WAITS}"
    entry, body = state.ratification.sent_back[-1]
    when, open_ones = words.moment(state.entries[entry].at, now.date()), len(unresolved(state, now))
    still = f"{words.count(open_ones, 'article is', 'articles are')} open" if open_ones else "every article is settled"
    return f"{body.vote} did not carry, and the agreement went back to the table {when}: {still}. No total TA yet."


def _failed(vote: Vote, now: datetime) -> str:
    when = words.moment(vote.certified_at, now.date()) if vote.certified_at else ""
    if vote.board is not None:
        did = "approved it only with changes" if vote.board.result is BoardOutcome.CHANGED else "did not approve it"
        return f"The board {did}{f', recorded {when}' if when else ''}."
    short = vote.certified is not None and vote.certified.result is VoteOutcome.NO_QUORUM
    did = "had no quorum" if short else "did not carry"
    return f"{vote.body.vote} {did}{f', certified {when}' if when else ''}."


def _ratified(state: Negotiation) -> str:
    """ "The members ratified it and the board approved it"."""
    said = state.ratification
    done = [body for body in said.bodies if body not in said.missing]
    parts = [f"{BODIES[body]} {'approved' if body is Ratifier.BOARD else 'ratified'} it" for body in done]
    return listed([parts[0], *(part[0].lower() + part[1:] for part in parts[1:])])


def _next(body: Ratifier) -> str:
    return "The board votes on it next." if body is Ratifier.BOARD else f"The vote of {BODIES[body].lower()} is next."


def _vote(vote: Vote, now: datetime) -> str:
    """How far a vote by ballots is that is not decided."""
    counted, name = count(vote), vote.body.vote
    held = tallies(vote)
    if vote.since:
        return f"The count of {name} was corrected after it was certified: it has to be certified again."
    if counted_whole(vote, counted):
        undecided = f" {counted.challenged} challenged are undecided." if counted.challenged else ""
        return f"{name} is counted and not certified yet.{undecided}"
    if held:
        of = f"{len(held)} of {len(vote.body.places)} places" if counted.missing else "Every place"
        rest = ". The others are not" if counted.missing else "; ballots that were challenged are still to be mixed in"
        return f"{of} of {name} {'are' if counted.missing else 'is'} counted{rest}."
    notice = f"Notice was given {vote.notices[-1].day}." if vote.notices else "Its notice is not given yet."
    return words.with_days(f"{_times(vote, now)} {notice}", now.date())


def _times(vote: Vote, now: datetime) -> str:
    name, today = vote.body.vote, now.date()
    opens, closes = (moment(one) for one in (vote.body.opens, vote.body.closes))
    if closes is not None and now >= closes:
        return f"{name} closed {words.moment(closes, today)}; its count is not entered yet."
    if opens is not None and now < opens:
        return f"{name} is set up and opens {words.moment(opens, today)}."
    if opens is not None:
        return f"{name} is open{f' until {words.moment(closes, today)}' if closes else ''}."
    return f"{name} is set up."
