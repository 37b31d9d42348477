"""Open and close a session at the table; call and end a caucus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from tablebook.book.book import Book
from tablebook.domain.codes import Custody, Party, SessionKind
from tablebook.domain.record import CaucusCalled, CaucusEnded, Draft, RosterSet, SessionClosed, SessionOpened, Team
from tablebook.errors import UserError
from tablebook.jobs.changed import Changed, at_or_now, record

Names = Mapping[Party, Sequence[str]]


def _by_party(names: Names) -> tuple[tuple[Party, tuple[str, ...]], ...]:
    return tuple((party, tuple(people)) for party, people in names.items())


def next_session_number(book: Book) -> int:
    """The number after the last session."""
    return max(book.negotiation.sessions, default=0) + 1


def open_session(
    book: Book,
    *,
    place: str,
    present: Names,
    absent: Names | None = None,
    note_taker: str = "",
    kind: SessionKind = SessionKind.TABLE,
    agenda: Sequence[str] = (),
    number: int | None = None,
    at: datetime | None = None,
) -> Changed:
    """Begin a session; entries are stamped from now on. Refused while another one is open."""
    number = next_session_number(book) if number is None else number
    body = SessionOpened(number, place, _by_party(present), _by_party(absent or {}), note_taker, kind, tuple(agenda))
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], f"Session {number} is open.")


def close_session(
    book: Book,
    *,
    next_date: str = "",
    next_place: str = "",
    agenda: Sequence[str] = (),
    owed: Sequence[str] = (),
    at: datetime | None = None,
) -> Changed:
    """End the open session. After this only corrections can be added to it."""
    number = book.negotiation.open_session
    if number is None:
        raise UserError("No session is open.", "There is nothing to close.", "Open a session first.")
    body = SessionClosed(number, next_date, next_place, tuple(agenda), tuple(owed))
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], f"Session {number} is closed.")


def call_caucus(
    book: Book, by: Party, promised_back: str = "", reason: str = "", at: datetime | None = None
) -> Changed:
    """One side leaves the room. While it is ours, what is typed is private."""
    body = CaucusCalled(by, promised_back, reason)
    who = "Our" if by is book.negotiation.we else "Their"
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], f"{who} caucus has begun.")


def end_caucus(book: Book, at: datetime | None = None) -> Changed:
    """Both sides are back at the table."""
    caucus = book.negotiation.caucus
    if caucus is None:
        raise UserError("No caucus is running.", "Both sides are at the table.", "Call a caucus with F8.")
    return record(book, [Draft(CaucusEnded(caucus.by), Custody.SHARED, at_or_now(book, at))], "Back at the table.")


def set_roster(book: Book, teams: Sequence[Team], at: datetime | None = None) -> Changed:
    """Say who is on the teams, from now on."""
    return record(book, [Draft(RosterSet(tuple(teams)), Custody.SHARED, at_or_now(book, at))], "The roster is set.")
