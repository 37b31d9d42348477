"""Correct an entry by an addendum; what it corrects stays as it was."""

from __future__ import annotations

from datetime import datetime

from tablebook.book.book import Book
from tablebook.domain.codes import Custody
from tablebook.domain.record import Corrected, Draft
from tablebook.domain.values import EntryId
from tablebook.errors import UserError
from tablebook.jobs.changed import Changed, at_or_now, record


def correct(
    book: Book, target: EntryId, *, author: str, reason: str, text: str, replaces: str = "", at: datetime | None = None
) -> Changed:
    """Add a dated correction with its reason and author, in the custody of what it corrects."""
    entry = book.negotiation.entries.get(target)
    if entry is None:
        raise UserError(
            "That entry is not in this book.",
            "A correction names the entry it corrects.",
            "Choose the entry in the history.",
        )
    custody = entry.custody if entry.custody is not Custody.PLAN else Custody.OURS
    body = Corrected(target, author.strip(), reason.strip(), text.strip(), replaces)
    number = book.negotiation.number(target)
    return record(book, [Draft(body, custody, at_or_now(book, at))], f"Entry {number} is corrected.")
