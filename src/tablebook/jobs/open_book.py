"""Open a book as this installation: its origin writes one chain in every book it works on."""

from __future__ import annotations

from pathlib import Path

from tablebook.book.book import Book
from tablebook.clock import Clock, StoryClock, SystemClock
from tablebook.ids import Ids, SystemIds, installation_id
from tablebook.paths import rescue_folder


def installation(ids: Ids) -> str:
    """The name of this person's installation, kept beside what must outlive a crash."""
    return installation_id(rescue_folder() / "installation", ids)


def open_book(path: Path, *, clock: Clock | None = None, ids: Ids | None = None, read_only: bool = False) -> Book:
    """The book in this file, to be written by this installation unless only read.

    In a fictional book the computer's clock is not asked: its story goes on where it was left.
    """
    real = clock or SystemClock()
    kept = StoryClock(real) if isinstance(real, SystemClock) else real
    ids = ids or SystemIds()
    origin = "reader" if read_only else installation(ids)
    book = Book.open(path, kept, ids, origin=origin, read_only=read_only)
    made = book.negotiation.made
    if isinstance(kept, StoryClock) and made is not None and made.fictional:
        kept.go_on_from(max(entry.recorded for entry in book.entries))
    return book
