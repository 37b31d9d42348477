"""What every part of an open book works with: the connection, whose book it is, and whether it may be written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tablebook.book.connection import Db, transaction
from tablebook.book.faults import spoken
from tablebook.clock import Clock
from tablebook.domain.dataclass import dataclass
from tablebook.errors import UserError
from tablebook.ids import Ids


@dataclass(frozen=True, slots=True)
class Access:
    """An open book's file. ``read_only_reason`` is empty where it may be written."""

    db: Db
    book: str
    path: Path
    clock: Clock
    ids: Ids
    read_only_reason: str = ""

    @contextmanager
    def reading(self) -> Iterator[Db]:
        """Read; what goes wrong with the file becomes a sentence."""
        with spoken(self.path):
            yield self.db

    @contextmanager
    def writing(self) -> Iterator[Db]:
        """Write, all or nothing; on disk when the block ends."""
        self.refuse_if_read_only()
        with spoken(self.path), transaction(self.db):
            yield self.db

    def refuse_if_read_only(self) -> None:
        """Raise the sentence that says why nothing can be changed here."""
        if self.read_only_reason:
            raise UserError(
                "This book is open for reading only.",
                self.read_only_reason,
                "Open it again where it can be written, or work on a copy.",
            )
