"""Keep what belongs to a TA: its signed paper, a later signature, its plain words; and the packet as it was made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tablebook.book.book import Book
from tablebook.domain.codes import Custody
from tablebook.domain.packets import summary_source, tas_now
from tablebook.domain.record import Draft, PacketMade, ScanAttached, SignatureAdded, SummaryWritten
from tablebook.domain.values import Attachment, Signature
from tablebook.errors import UserError
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


def write_summary(
    book: Book,
    ta: str,
    text: str,
    *,
    language: str = "en",
    by: str = "",
    translator: str = "",
    reviewer: str = "",
    at: datetime | None = None,
) -> Changed:
    """Keep plain words beside a TA. A translation is made from the English words, so those come first."""
    state = book.negotiation
    if ta not in state.agreements:
        raise UserError(f"There is no {ta}.", "", "Name the TA by its label.")
    source = summary_source(state, ta, language)
    if not source:
        raise UserError(f"{ta} has no English words to translate.", "", "Write the plain words in English first.")
    body = SummaryWritten(ta, text, source, language, by, translator, reviewer)
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], f"The plain words beside {ta} are kept.")


def record_packet(
    book: Book,
    fingerprint: str,
    *,
    number: int = 0,
    languages: Sequence[str] = ("en",),
    by: str = "",
    note: str = "",
    at: datetime | None = None,
) -> Changed:
    """Record that a packet was made: its number (the next one), its fingerprint, and the exact texts it holds."""
    when = at_or_now(book, at)
    state = book.negotiation
    chosen = number or max(state.ratification.packets, default=0) + 1
    body = PacketMade(chosen, fingerprint, tas_now(state), when.date().isoformat(), tuple(languages), by, note)
    return record(book, [Draft(body, Custody.SHARED, when)], f"Packet {chosen} is made.")
