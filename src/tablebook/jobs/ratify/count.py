"""Count a vote: tallies by place, challenged ballots, and the certified result. No ballot is ever entered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tablebook.book.book import Book
from tablebook.domain.codes import Custody, VoteOutcome
from tablebook.domain.record import BallotsChallenged, ChallengeSettled, Draft, TallyEntered, VoteCertified
from tablebook.domain.values import Attachment
from tablebook.domain.vote_count import Result, count, result
from tablebook.jobs.changed import Changed, at_or_now, reasons_given, record
from tablebook.jobs.ratify.vote import bytes_of, find_vote


def enter_tallies(
    book: Book,
    tallies: Sequence[TallyEntered],
    at: datetime | None = None,
    reasons: Sequence[tuple[str, str]] = (),
) -> Changed:
    """Enter the counts of one or more places in one stroke. A second count of a place needs its reason."""
    when = at_or_now(book, at)
    drafts = [Draft(tally, Custody.SHARED, when) for tally in tallies]
    drafts += reasons_given(tallies[0].vote if tallies else "", (), reasons, when)
    places = ", ".join(tally.place for tally in tallies if tally.place)
    return record(book, drafts, f"The tally{f' of {places}' if places else ''} is recorded.")


def challenge_ballots(
    book: Book, vote: str, how_many: int, reason: str, *, place: str = "", by: str = "", at: datetime | None = None
) -> Changed:
    """Record that ballots were challenged and set aside: how many and why, never whose."""
    body = BallotsChallenged(vote, how_many, reason, place, by)
    ballots = "1 ballot was" if how_many == 1 else f"{how_many} ballots were"
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], f"{ballots} set aside.")


def settle_challenge(
    book: Book,
    vote: str,
    counted: int,
    not_counted: int,
    reason: str,
    *,
    place: str = "",
    by: str = "",
    at: datetime | None = None,
) -> Changed:
    """Record what was decided about challenged ballots. Where some count, their place is counted again with them."""
    body = ChallengeSettled(vote, counted, not_counted, reason, place, by)
    said = "The decision is recorded." + (" Mix them with the others and count that place again." if counted else "")
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], said)


OUTCOMES = {
    VoteOutcome.RATIFIED: "ratified",
    VoteOutcome.VOTED_DOWN: "voted down",
    VoteOutcome.NO_QUORUM: "no quorum",
}


def result_of(book: Book, vote: str = "") -> Result:
    """What the count so far decides, with the rule in words."""
    found = find_vote(book.negotiation, vote)
    return result(found.body, count(found))


def certify(
    book: Book,
    vote: str,
    by: str,
    *,
    note: str = "",
    file: tuple[Attachment, bytes] | None = None,
    at: datetime | None = None,
    reasons: Sequence[tuple[str, str]] = (),
) -> Changed:
    """Certify what the count decides. The result is worked out here and kept with the rule that decided."""
    found = result_of(book, vote)
    name = find_vote(book.negotiation, vote).body.vote
    body = VoteCertified(name, by, found.outcome, found.rule, note, file[0] if file else None)
    when = at_or_now(book, at)
    drafts = [Draft(body, Custody.SHARED, when), *reasons_given(name, (), reasons, when)]
    return record(book, drafts, f"{name} is certified: {OUTCOMES[found.outcome]}.", bytes_of(file))
