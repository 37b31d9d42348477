"""A second, reading connection to an open book, for a thread beside the book's own."""

from __future__ import annotations

from pathlib import Path

from tablebook.book import entries, search
from tablebook.book.connection import Db
from tablebook.book.faults import spoken


class Reader:
    """Searches and fetches files while the book's own thread records. It sees what is recorded, at once."""

    def __init__(self, path: Path, db: Db, book: str) -> None:
        self._path, self._db, self._book = path, db, book

    def search(self, text: str, limit: int = 50) -> tuple[search.SearchHit, ...]:
        """Where these words stand in the Record, best first."""
        with spoken(self._path):
            return search.find(self._db, self._book, text, limit)

    def attachment(self, digest: str) -> bytes:
        """A kept file, byte for byte. KeyError where there is none under this SHA-256."""
        with spoken(self._path):
            content = entries.attached(self._db, self._book, digest)
        if content is None:
            raise KeyError(digest)
        return content

    def close(self) -> None:
        """Give the connection back."""
        self._db.close()
