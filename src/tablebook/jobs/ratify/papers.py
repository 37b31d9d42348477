"""Keep what belongs to a TA: its signed paper as a scan or photo, and a signature that came later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tablebook.book.book import Book
from tablebook.domain.codes import Custody
from tablebook.domain.phrases import listed
from tablebook.domain.record import Draft, ScanAttached, SignatureAdded
from tablebook.domain.values import Attachment, Signature
from tablebook.jobs.changed import Changed, at_or_now, record
from tablebook.jobs.paper_codes import AGREEMENT, held_against_ta, read_codes, tas_of
from tablebook.jobs.papers_received import attachment


def attach_scan(
    book: Book,
    file: tuple[Attachment, bytes],
    ta: str = "",
    also: Sequence[str] = (),
    *,
    by: str = "",
    note: str = "",
    at: datetime | None = None,
) -> Changed:
    """Keep the signed paper of a TA byte for byte; without a TA, the signed copy of the executed agreement. ``also``
    are other TAs whose sheets are in the same file."""
    when, tas = at_or_now(book, at), (ta, *(one for one in also if not _has(book, one, file[0])))
    drafts = [Draft(ScanAttached(file[0], one, by, note), Custody.SHARED, when) for one in tas]
    said = f"{file[0].name} is kept with {listed([one or AGREEMENT for one in tas])}."
    return record(book, drafts, said, {file[0].digest: file[1]})


def _has(book: Book, ta: str, file: Attachment) -> bool:
    """Whether the file is kept with a TA already."""
    there = book.negotiation.agreements.get(ta)
    return there is not None and there.keeps(file)


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
    """Keep a photo or scan with a TA once its square code was held against it; with None, with each TA that its codes
    name. Another TA's sheet is refused, unless it is to be kept ``nonetheless``."""
    file, state = attachment(path), book.negotiation
    codes = read_codes(path)
    also: list[str] = []
    if ta is None:
        ta, *also = tas_of(state, codes)
    check = held_against_ta(state, codes, ta)
    if check.finding is not None and not nonetheless:
        raise check.finding
    done = attach_scan(book, file, ta, also, by=by, note=note, at=at)
    return replace(done, message=f"{done.message} {check.words}".strip())


def add_signature(book: Book, signature: Signature, ta: str = "", at: datetime | None = None) -> Changed:
    """Record that a party signed a TA on a later day than the other; without a TA, the executed agreement."""
    drafts = [Draft(SignatureAdded(signature, ta), Custody.SHARED, at_or_now(book, at))]
    return record(book, drafts, f"{signature.name} signed {ta or 'the agreement'}.")
