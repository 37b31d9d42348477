"""The next date of the plan that is not done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tablebook.book.book import Book


@dataclass(frozen=True, slots=True)
class Deadline:
    """What is due, and when."""

    what: str
    due: date


def next_deadline(book: Book, today: date) -> Deadline | None:
    """What is overdue first, else what comes next; a date that was met by today asks for nothing."""
    found = [
        Deadline(row["what"], date.fromisoformat(row["date"]))
        for row in book.plan.get("deadlines") or ()
        if not row.get("done") or date.fromisoformat(row["done"]) > today
    ]
    return min(found, key=lambda one: one.due, default=None)
