"""Close what is open before a session ends, each as a dated addendum; what was recorded stays as it is."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from tablebook.book.book import Book
from tablebook.domain import record as r
from tablebook.domain.codes import Custody
from tablebook.domain.record import Corrected, Draft, TextPassed
from tablebook.domain.values import EntryId, PassRef
from tablebook.errors import UserError
from tablebook.jobs.changed import Changed, at_or_now, record
from tablebook.jobs.papers_received import receive_paper
from tablebook.jobs.session_review import HERE, NO_PAPER, OWED, SPEAKER


def _add(book: Book, target: EntryId, code: str, reason: str, text: str, at: datetime | None, message: str) -> Changed:
    entry = book.negotiation.entries[target]
    session = book.negotiation.sessions.get(book.negotiation.open_session or 0)
    author = (session.body.note_taker if session else "") or "note taker"
    custody = entry.custody if entry.custody is not Custody.PLAN else Custody.OURS
    body = Corrected(target, author, reason, text, code=code)
    return record(book, [Draft(body, custody, at_or_now(book, at))], message)


def owe_promise(book: Book, promise: EntryId, owner: str, due: str = "", at: datetime | None = None) -> Changed:
    """Say who owes what was promised, and by when."""
    if not owner.strip():
        raise UserError("The promise has no owner.", "Somebody has to bring it.", "Choose who said it.")
    text = f"Owed by {owner.strip()}{f', by {due.strip()}' if due.strip() else ''}."
    return _add(book, promise, OWED, "owner and date", text, at, "The promise has an owner.")


def name_speaker(book: Book, note: EntryId, who: str, at: datetime | None = None) -> Changed:
    """Say who spoke."""
    if not who.strip():
        raise UserError("The note has no speaker.", "", "Choose who spoke.")
    return _add(book, note, SPEAKER, "speaker", f"Said by {who.strip()}.", at, "The speaker is named.")


def add_present(book: Book, name: str, at: datetime | None = None) -> Changed:
    """Say that somebody was there after all."""
    session = book.negotiation.sessions.get(book.negotiation.open_session or 0)
    if session is None:
        raise UserError("No session is open.", "", "Open a session first.")
    opened = next(e for e in session.entries if isinstance(book.negotiation.entries[e].body, r.SessionOpened))
    return _add(book, opened, HERE, "attendance", f"{name} was present.", at, f"{name} is among those present.")


def attach_paper(book: Book, passed: EntryId, file: Path, at: datetime | None = None) -> Changed:
    """Keep the paper of a pass, byte for byte, under its label."""
    body = _passed(book, passed)
    name = f"{body.label}, the paper as handed over"
    return receive_paper(book, body.party, name, file=file, handed_by=body.handed_by,
                         about=(PassRef(body.article, body.label, body.party),), at=at)  # fmt: skip


def no_paper(book: Book, passed: EntryId, why: str, at: datetime | None = None) -> Changed:
    """Say why no paper of a pass exists."""
    _passed(book, passed)
    if not why.strip():
        raise UserError("No reason was given.", "The record keeps why there is no paper.", "Type why.")
    return _add(
        book, passed, NO_PAPER, "no paper", f"No paper exists: {why.strip()}", at, "Noted that no paper exists."
    )


def _passed(book: Book, passed: EntryId) -> TextPassed:
    entry = book.negotiation.entries.get(passed)
    if entry is None or not isinstance(entry.body, TextPassed):
        raise UserError("That pass is not in this book.")
    return entry.body
