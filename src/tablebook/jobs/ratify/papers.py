"""Keep what belongs to a TA: its signed paper as a scan or photo, and a signature that came later."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tablebook.book.book import Book
from tablebook.domain.codes import Custody
from tablebook.domain.record import Draft, ScanAttached, SignatureAdded
from tablebook.domain.values import Attachment, Signature
from tablebook.jobs.changed import Changed, at_or_now, record
from tablebook.jobs.paper_codes import held_against_ta, read_codes, ta_of
from tablebook.jobs.papers_received import attachment


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


def keep_signed(
    book: Book,
    path: Path,
    ta: str | None = None,
    *,
    nonetheless: bool = False,
    by: str = "",
    note: str = "",
    at: datetime | None = None,
) -> Changed:
    """Keep a photo or scan with a TA once its square code was held against it; with None, with the TA that its code
    names. Another TA's sheet is refused, unless it is to be kept ``nonetheless``."""
    file, state = attachment(path), book.negotiation
    codes = read_codes(path)
    if ta is None:
        ta = ta_of(state, codes)
    check = held_against_ta(state, codes, ta)
    if check.finding is not None and not nonetheless:
        raise check.finding
    done = attach_scan(book, file, ta, by=by, note=note, at=at)
    return replace(done, message=f"{done.message} {check.words}".strip())


def add_signature(book: Book, signature: Signature, ta: str = "", at: datetime | None = None) -> Changed:
    """Record that a party signed a TA on a later day than the other; without a TA, the executed agreement."""
    drafts = [Draft(SignatureAdded(signature, ta), Custody.SHARED, at_or_now(book, at))]
    return record(book, drafts, f"{signature.name} signed {ta or 'the agreement'}.")
