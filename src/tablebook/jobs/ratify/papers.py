"""Keep what belongs to a TA: its signed paper as a scan or photo, and a signature that came later."""

from __future__ import annotations

from datetime import datetime

from tablebook.book.book import Book
from tablebook.domain.codes import Custody
from tablebook.domain.record import Draft, ScanAttached, SignatureAdded
from tablebook.domain.values import Attachment, Signature
from tablebook.jobs.changed import Changed, at_or_now, record


def attach_scan(
    book: Book,
    file: tuple[Attachment, bytes],
    ta: str = "",
    *,
    by: str = "",
    note: str = "",
    at: datetime | None = None,
) -> Changed:
    """Keep the signed paper of a TA byte for byte; without a TA, the signed copy of the executed agreement."""
    body = ScanAttached(file[0], ta, by, note)
    said = f"{file[0].name} is kept with {ta or 'the executed agreement'}."
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], said, {file[0].digest: file[1]})


def add_signature(book: Book, signature: Signature, ta: str = "", at: datetime | None = None) -> Changed:
    """Record that a party signed a TA on a later day than the other; without a TA, the executed agreement."""
    drafts = [Draft(SignatureAdded(signature, ta), Custody.SHARED, at_or_now(book, at))]
    return record(book, drafts, f"{signature.name} signed {ta or 'the agreement'}.")
