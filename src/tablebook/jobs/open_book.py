"""Open a book as this installation: its origin writes one chain in every book it works on."""

from __future__ import annotations

from pathlib import Path

from tablebook.book.book import Book
from tablebook.clock import Clock, SystemClock
from tablebook.ids import Ids, SystemIds, installation_id
from tablebook.paths import rescue_folder


def installation(ids: Ids) -> str:
    """The name of this person's installation, kept beside what must outlive a crash."""
    return installation_id(rescue_folder() / "installation", ids)


def open_book(path: Path, *, clock: Clock | None = None, ids: Ids | None = None, read_only: bool = False) -> Book:
    """The book in this file, to be written by this installation unless only read."""
    clock = clock or SystemClock()
    ids = ids or SystemIds()
    origin = "reader" if read_only else installation(ids)
    return Book.open(path, clock, ids, origin=origin, read_only=read_only)
