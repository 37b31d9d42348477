"""What the sample's local wrote for its members on the morning after, taken over as any local takes over its own."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from tablebook.book.book import Book
from tablebook.clock import FixedClock
from tablebook.jobs.packet_file import read_words, take_words


def write_for_members(book: Book, clock: FixedClock, folder: Path, until: datetime | None) -> None:
    """Letter, costs and plain words beside every TA, with the Spanish, unless the story ends before."""
    said = read_words(folder / "members.toml")
    at = datetime.fromisoformat(said["at"])
    if until is None or until >= at:
        clock.put(at)
        take_words(book, said)
