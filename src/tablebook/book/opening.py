"""Opening a book's file: what it is, whether it may be written, and the plain sentence when it cannot be opened."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from tablebook.book import backup, migrations
from tablebook.book.connection import APPLICATION_ID, Db, DriverError, Mode, connect, value_of
from tablebook.book.faults import from_newer, from_sqlite, gone, no_rights, not_a_book, spoken
from tablebook.book.lock import InUseError, WriterLock
from tablebook.domain.dataclass import dataclass
from tablebook.errors import StorageError, UserError

_NO_WRITING = (driver.SQLITE_READONLY, driver.SQLITE_CANTOPEN, driver.SQLITE_PERM)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open file. Without a lock it is for reading only, and ``reason`` says why."""

    db: Db
    lock: WriterLock | None
    reason: str = ""


def open_file(path: Path, now: datetime, read_only: bool) -> Opened:
    """Open for writing where that is possible and wanted, else for reading."""
    look_at(path)
    if read_only:
        return _for_reading(path, "It was opened for reading.")
    try:
        lock = WriterLock(path, now)
    except InUseError as error:
        where = f" {error.holder}" if error.holder else ""
        return _for_reading(path, f"It is open already{where}. One window at a time writes to a book.")
    except OSError:
        return _for_reading(path, "Its folder cannot be written to.")
    if not os.access(path, os.W_OK):  # SQLite would open it all the same, and fail at the first entry
        lock.release()
        return _for_reading(path, "The file is read-only.")
    try:
        return _for_writing(path, lock, now)
    except BaseException:
        lock.release()
        raise


def look_at(path: Path) -> None:
    """Refuse what is not a book of this or an older version, and leave it as it is."""
    try:
        is_file, exists = path.is_file(), path.exists()
    except OSError as error:
        raise no_rights(path) from error
    if not exists:
        raise gone(path)
    if not is_file:
        raise not_a_book(path)
    with spoken(path):
        # With entries still in the -wal, the file alone may be half of two states: then only SQLite can read it.
        db = read(path) if _has_wal(path) else connect(path, Mode.FROZEN)
        try:
            application, version = value_of(db, "application_id"), value_of(db, "user_version")
        finally:
            db.close()
    if application != APPLICATION_ID:
        raise not_a_book(path)
    if version > migrations.VERSION:
        raise from_newer(path)


def read(path: Path) -> Db:
    """A connection for reading. On media that cannot change, without the files SQLite would put beside the book."""
    with spoken(path):
        try:
            return _probed(connect(path, Mode.READ))
        except DriverError as error:
            if (error.sqlite_errorcode & 0xFF) not in _NO_WRITING:
                raise
    if _has_wal(path):
        raise StorageError(
            f"“{path.name}” was not closed when it was last used, and its folder cannot be written to.",
            "Its last entries are in a second file, whose name ends in -wal.",
            "Copy both files into a folder of your own and open the copy. Nothing was changed.",
        )
    with spoken(path):
        return _probed(connect(path, Mode.FROZEN))


def _has_wal(path: Path) -> bool:
    wal = path.with_name(path.name + "-wal")
    return wal.exists() and wal.stat().st_size > 0


def _probed(db: Db) -> Db:
    """The settings of a reading connection do not touch the file; this does."""
    try:
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        db.close()
        raise
    return db


def _for_reading(path: Path, reason: str) -> Opened:
    db = read(path)
    try:
        with spoken(path):
            version = value_of(db, "user_version")
        if version < migrations.VERSION:
            raise UserError(
                f"“{path.name}” was made by an older Tablebook.",
                f"It has to be brought up to date once, and it cannot be written to: {reason}",
                "Copy it to a folder of your own and open the copy. Nothing was changed.",
            )
    except BaseException:
        db.close()
        raise
    return Opened(db, None, reason)


def _for_writing(path: Path, lock: WriterLock, now: datetime) -> Opened:
    try:
        db = connect(path, Mode.WRITE)
    except DriverError as error:
        if (error.sqlite_errorcode & 0xFF) not in _NO_WRITING:
            raise from_sqlite(error, path) from error
        lock.release()
        return _for_reading(path, "The file or its folder is read-only.")
    try:
        with spoken(path):
            if value_of(db, "user_version") > migrations.VERSION:
                raise from_newer(path)
            migrations.migrate(
                db,
                lambda: backup.copy_to(db, path, path.parent, now, "before update"),
                migrations.STEPS,
                migrations.VERSION,
            )
    except BaseException:
        db.close()
        raise
    return Opened(db, lock)


def tidy(path: Path) -> None:
    """After reading alone: let SQLite take away the empty files it put beside the book, where nobody else uses it."""
    try:
        lock = WriterLock(path)
    except (InUseError, OSError):
        return
    try:
        if not _has_wal(path):
            connect(path, Mode.WRITE).close()
    except (DriverError, UserError):
        # Only tidiness was wanted; what is wrong with the file is told when it is opened.
        pass
    finally:
        lock.release()
