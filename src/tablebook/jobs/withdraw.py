"""End an offer in words: its own party withdraws it, or the other side rejects it."""

from __future__ import annotations

from datetime import datetime

from tablebook.book.book import Book
from tablebook.domain.codes import Custody, Party
from tablebook.domain.record import Draft, PassRejected, PassWithdrawn
from tablebook.jobs.changed import Changed, at_or_now, record


def withdraw(
    book: Book,
    party: Party,
    *,
    article: str = "",
    label: str = "",
    package: str = "",
    by: str = "",
    words: str = "",
    reason: str = "",
    at: datetime | None = None,
) -> Changed:
    """Take back a pass, or a whole package, of this party. Each article's own last position then stands again."""
    body = PassWithdrawn(party, article, label, package, by, words, reason)
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], f"{package or label} is withdrawn.")


def reject(
    book: Book,
    party: Party,
    *,
    article: str = "",
    label: str = "",
    package: str = "",
    by: str = "",
    words: str = "",
    reason: str = "",
    at: datetime | None = None,
) -> Changed:
    """Record this party's no to a pass or a whole package of the other side."""
    body = PassRejected(party, article, label, package, by, words, reason)
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], f"{package or label} is rejected.")
