"""A copy of a book, made while it is open and proved before it gets its name."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from tablebook.book.connection import Db, Mode, connect
from tablebook.book.entries import book_id
from tablebook.book.faults import from_os, spoken
from tablebook.book.placing import free_path, part_path, place, remove_part
from tablebook.book.verification import verify_rows
from tablebook.errors import StorageError


def copy_to(db: Db, path: Path, folder: Path, now: datetime, why: str = "") -> Path:
    """Copy the open book into a folder under its name, the time, and why; give back the copy's path."""
    name = " ".join(part for part in (path.stem, f"{now:%Y-%m-%d %H%M}", why) if part)
    target = free_path(folder / f"{name}.tablebook")
    part = part_path(target)
    try:
        # The driver says only "unable to open"; the system says why.
        part.touch(0o600)
        _copy(db, path, part)
        place(part, target)
    except OSError as error:
        raise from_os(error, target) from error
    finally:
        remove_part(part)
    return target


def _copy(db: Db, path: Path, part: Path) -> None:
    with spoken(path):
        book = book_id(db, path)
        before = verify_rows(db, book, path)
    with spoken(part):
        copy = connect(part, Mode.MAKE)
        try:
            db.backup(copy)
            after = verify_rows(copy, book, part)
        finally:
            copy.close()
    if after != before:
        raise StorageError(
            "The backup is not the same as the book.",
            "What was read back from it differs from what was written.",
            "The copy was thrown away. Make it on another drive.",
        )
