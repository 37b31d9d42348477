"""How a book of an older format becomes one of today's: numbered steps of SQL text that import nothing of today."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from tablebook.book.connection import Db, statements, transaction, value_of

VERSION = 1
"""The format that this program writes: the ``user_version`` of a book."""

STEPS: Mapping[int, str] = {}
"""The SQL that leads to each version above 1. Each is kept for ever, as are books of every version in tests/data."""


def migrate(db: Db, back_up: Callable[[], Path], steps: Mapping[int, str], version: int) -> Path | None:
    """Bring an open book to ``version``. A verified backup is made first; its path is given back.

    All steps are one transaction with the note that they were taken: a failed one leaves the book as it was.
    """
    found = int(value_of(db, "user_version"))
    if found >= version:
        return None
    kept = back_up()
    with transaction(db):
        for number in range(found + 1, version + 1):
            for statement in statements(steps[number]):
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {version}")
    return kept
