"""Record that the ratified agreement was signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tablebook.book.book import Book
from tablebook.domain.codes import Custody
from tablebook.domain.record import Draft, Executed
from tablebook.domain.values import Attachment, Signature
from tablebook.jobs.changed import Changed, at_or_now, reasons_given, record
from tablebook.jobs.paper_codes import AGREEMENT
from tablebook.jobs.ratify.vote import bytes_of, not_to_come


def execute(
    book: Book,
    signatures: Sequence[Signature],
    day: str = "",
    *,
    effective: str = "",
    note: str = "",
    file: tuple[Attachment, bytes] | None = None,
    at: datetime | None = None,
    reasons: Sequence[tuple[str, str]] = (),
) -> Changed:
    """Record the signing. Refused without the votes of all who ratify, and for a text that was not voted on."""
    when = at_or_now(book, at)
    kept = file[0] if file else None
    body = Executed(day or when.date().isoformat(), tuple(signatures), effective, note, kept)
    for signed in (body.day, *(one.at[:10] for one in signatures)):
        not_to_come(signed, when, "The signing")
    drafts = [Draft(body, Custody.SHARED, when), *reasons_given(AGREEMENT, (), reasons, when)]
    return record(book, drafts, "The agreement is executed.", bytes_of(file))
