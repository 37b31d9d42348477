"""Take a note as typed in one line, and mend the last one."""

from __future__ import annotations

from datetime import datetime, timedelta

from tablebook.book.book import Book
from tablebook.domain.codes import Channel, Custody, Sign
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.notes import Line, read_line
from tablebook.domain.record import Corrected, Draft, Entry, NoteTaken, PromiseKept
from tablebook.domain.values import EntryId
from tablebook.errors import UserError
from tablebook.jobs.changed import Changed, at_or_now, record

MENDING = timedelta(minutes=2)
"""How long the last line can be mended with the up arrow; afterwards it takes a correction with its own reason."""


def in_our_caucus(state: Negotiation) -> bool:
    """Whether what is typed now is private."""
    return state.caucus is not None and state.caucus.by is state.we


def last_note(state: Negotiation) -> Entry | None:
    """The note taken last, whoever spoke."""
    for entry in reversed(state.entries.values()):
        if isinstance(entry.body, NoteTaken):
            return entry
    return None


def sticky_line(state: Negotiation) -> Line | None:
    """Place, speaker and side of the note before, which stick until changed; a new session starts afresh."""
    entry = last_note(state)
    if entry is None or not isinstance(entry.body, NoteTaken):
        return None
    if state.session_of.get(entry.id) != state.open_session:
        return None
    return Line("", entry.body.place, entry.body.who, entry.body.side)


def take_note(book: Book, typed: str, first_key: datetime | None = None, channel: Channel = Channel.TABLE) -> Changed:
    """Record one line as said, with the time of its first key. In our caucus it stays in the plan."""
    state = book.negotiation
    at = at_or_now(book, first_key)
    if not typed.strip():
        raise UserError("The note has no words.", "Nothing was recorded.", "Type what was said, then Enter.")
    line = read_line(typed, state.teams, state.we, sticky_line(state))
    if not line.text:
        raise UserError(
            "The note has no words after the speaker and the place.", "Nothing was recorded.", "Type what was said."
        )
    if in_our_caucus(state):
        book.plan.add_private_note(at, line.who, line.text, line.place)
        return Changed(message="Kept in the plan.", plan=True)
    body = NoteTaken(line.text, line.who, line.side, line.sign, line.place, channel, owner=_owner(line))
    return record_note(book, body, at)


def _owner(line: Line) -> str:
    return line.who if line.sign is Sign.PROMISE else ""


def record_note(book: Book, body: NoteTaken, at: datetime | None = None, custody: Custody | None = None) -> Changed:
    """Record a note whose parts are known. Its custody is that of the place where it is entered."""
    return record(book, [Draft(body, custody or book.negotiation.custody_here(), at_or_now(book, at))], "Noted.")


def can_mend(state: Negotiation, now: datetime) -> Entry | None:
    """The note that the up arrow would mend now, if it is not over two minutes old."""
    entry = last_note(state)
    return entry if entry is not None and now - entry.recorded <= MENDING else None


def mend_last_note(book: Book, text: str) -> Changed:
    """Mend the line just taken: a correction "typo" by whoever takes the notes; the line itself stays as it was."""
    entry = can_mend(book.negotiation, book.clock.now())
    if entry is None or not isinstance(entry.body, NoteTaken):
        raise UserError(
            "The last line can no longer be mended.", "It is over two minutes old.", "Add a correction with its reason."
        )
    session = book.negotiation.sessions.get(book.negotiation.open_session or 0)
    author = (session.body.note_taker if session else "") or "note taker"
    body = Corrected(entry.id, author, "typo", text.strip(), entry.body.text, code="typo")
    return record(book, [Draft(body, entry.custody, book.clock.now())], "Mended.")


def keep_promise(book: Book, promise: EntryId, by: str = "", note: str = "", at: datetime | None = None) -> Changed:
    """Note that what was promised came."""
    return record(
        book, [Draft(PromiseKept(promise, by, note), Custody.OURS, at_or_now(book, at))], "The promise is kept."
    )
