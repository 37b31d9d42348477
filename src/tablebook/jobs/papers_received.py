"""Papers that are no proposal, requests for information, and what came."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from tablebook.book.book import Book
from tablebook.domain.codes import Custody, Party
from tablebook.domain.record import Draft, InformationGiven, InformationRequested, PaperReceived
from tablebook.domain.values import Attachment, PassRef
from tablebook.errors import UserError
from tablebook.jobs.changed import Changed, at_or_now, record


def attachment(path: Path, pages: int | None = None) -> tuple[Attachment, bytes]:
    """A file to keep byte for byte: what names it in the record, and its bytes."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UserError(f"{path.name} cannot be read.", error.strerror or "", "Choose another file.") from error
    return Attachment(hashlib.sha256(data).hexdigest(), path.name, len(data), pages), data


def receive_paper(
    book: Book,
    party: Party,
    name: str,
    *,
    file: Path | None = None,
    pages: int | None = None,
    handed_by: str = "",
    answers: str = "",
    about: Sequence[PassRef] = (),
    note: str = "",
    refused: bool = False,
    at: datetime | None = None,
) -> Changed:
    """Record that a paper changed hands; with its file, the file is kept as it came."""
    kept, data = attachment(file, pages) if file else (None, b"")
    body = PaperReceived(party, name, pages, handed_by, answers, tuple(about), note, kept, refused)
    files = {kept.digest: data} if kept else {}
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], f"{name} is recorded.", files)


def request_information(
    book: Book, label: str, text: str, *, asked_by: str = "", due: str = "", at: datetime | None = None
) -> Changed:
    """Record an RFI of ours."""
    body = InformationRequested(label, text, asked_by, book.negotiation.we, due)
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], f"{label} is recorded.")


def information_came(
    book: Book, label: str, text: str = "", *, answered_by: str = "", at: datetime | None = None
) -> Changed:
    """Record what came in answer to an RFI."""
    body = InformationGiven(label, text, answered_by)
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], f"{label} is answered.")
