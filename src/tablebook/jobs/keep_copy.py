"""Copy the book elsewhere, and remember the last copy that was proved: when, where, and how it is called there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tablebook.book.book import Book

_KEY = "last-copy"


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A proved copy of the book."""

    path: Path
    at: datetime

    @property
    def place(self) -> str:
        """The folder it lies in, as it is spoken of."""
        return self.path.parent.name or self.path.parent.drive or str(self.path.parent)


def copy_book(book: Book, folder: Path) -> KeptCopy:
    """Copy the whole book into a folder; the copy is proved before it gets its name."""
    kept = KeptCopy(book.backup(folder), book.clock.now())
    if not book.read_only:
        book.plan.put(_KEY, {"path": str(kept.path), "at": kept.at.isoformat()})
    return kept


def last_copy(book: Book) -> KeptCopy | None:
    """The last copy that was made, wherever it is now; None where none was ever made."""
    kept = book.plan.get(_KEY)
    return KeptCopy(Path(kept["path"]), datetime.fromisoformat(kept["at"])) if kept else None
