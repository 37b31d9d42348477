"""Set up a vote: who ratifies, the question, the rule, the list, and the notice to those who may vote."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from tablebook.book.book import Book
from tablebook.domain.codes import Custody, Ratifier
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.phrases import listed
from tablebook.domain.ratification import Vote
from tablebook.domain.record import Draft, NoticeGiven, RatifiersSet, VoteSet
from tablebook.domain.text import same_words
from tablebook.domain.values import Attachment
from tablebook.errors import UserError
from tablebook.jobs.changed import Changed, at_or_now, reasons_given, record

NAMES = {Ratifier.MEMBERS: "Members’ vote", Ratifier.UNIT: "Vote of the unit", Ratifier.BOARD: "Board approval"}


def set_ratifiers(book: Book, bodies: Sequence[Ratifier], words: str = "", at: datetime | None = None) -> Changed:
    """Set who ratifies, in their order, with the rule that says so."""
    body = RatifiersSet(tuple(bodies), words)
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], "Who ratifies is recorded.")


def next_name(state: Negotiation, body: Ratifier) -> str:
    """The name proposed for a vote: "Members' vote", and "Members' vote 2" after the agreement came back."""
    count = sum(1 for vote in state.ratification.votes.values() if vote.body.body is body)
    return NAMES[body] if not count else f"{NAMES[body]} {count + 1}"


def set_up_vote(
    book: Book, vote: VoteSet, at: datetime | None = None, reasons: Sequence[tuple[str, str]] = ()
) -> Changed:
    """Set up a vote, or change one that is not counted yet. ``reasons`` are why in spite of a caution, by its code."""
    when = at_or_now(book, at)
    drafts = [Draft(vote, Custody.SHARED, when), *reasons_given(vote.vote, (), reasons, when)]
    return record(book, drafts, f"{vote.vote} is set up.")


def give_notice(
    book: Book,
    vote: str,
    day: str = "",
    *,
    how: str = "",
    by: str = "",
    file: tuple[Attachment, bytes] | None = None,
    at: datetime | None = None,
    reasons: Sequence[tuple[str, str]] = (),
) -> Changed:
    """Record that those who may vote were told."""
    when = at_or_now(book, at)
    body = NoticeGiven(vote, day or when.date().isoformat(), how, by, file[0] if file else None)
    not_to_come(body.day, when, "The notice")
    drafts = [Draft(body, Custody.SHARED, when), *reasons_given(vote, (), reasons, when)]
    return record(book, drafts, f"Notice of {vote} is recorded.", bytes_of(file))


def not_to_come(day: str, when: datetime, what: str) -> None:
    """UserError where an ISO date lies after the moment at which what happened on it is recorded. The day after is let
    pass: people write from other time zones. What is no such date is for the rules to refuse."""
    latest = when.date() + timedelta(days=1)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", day) and day > latest.isoformat():
        raise UserError(
            f"{what} is dated {day}, and that day is still to come.",
            "The record holds what has happened.",
            "Look at the date, or record it on that day.",
        )


def _typed_so(votes: Mapping[str, Vote], name: str) -> Vote | None:
    """A vote by its name as a keyboard types it: with a straight apostrophe, in any case."""
    typed = same_words(name).casefold()
    return next((vote for known, vote in votes.items() if same_words(known).casefold() == typed), None)


def bytes_of(file: tuple[Attachment, bytes] | None) -> Mapping[str, bytes] | None:
    """A file to be kept with an entry, by its digest."""
    return {file[0].digest: file[1]} if file else None


def find_vote(state: Negotiation, name: str = "", *, board: bool = False) -> Vote:
    """The vote of this name; without one, the latest of its kind. Where none is, a sentence with those there are.

    A practice count that is not made yet may be meant as well as the vote itself: then one has to be named."""
    votes = state.ratification.votes
    kind = [vote for vote in votes.values() if (vote.body.body is Ratifier.BOARD) is board]
    real = [vote for vote in kind if not vote.body.practice][-1:]
    meant = real + [vote for vote in kind if vote.body.practice and not vote.counting]
    if not name and len(meant) > 1:
        named = listed([f"“{vote.body.vote}”" for vote in meant])
        raise UserError("More than one vote may be meant.", f"There are {named}.", "Name one of them.")
    found = (votes.get(name) or _typed_so(votes, name)) if name else next(reversed(meant or kind), None)
    if found is None:
        have = f"There are: {', '.join(votes)}." if votes else "No vote is set up."
        what = (
            f"There is no vote named {name}." if name else f"There is no vote of {'the board' if board else 'members'}."
        )
        raise UserError(what, have, "Set up the vote first." if not votes else "Name one of them.")
    return found
