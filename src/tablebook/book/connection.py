"""Connections to a book's file: one driver, its settings made and read back."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import quote

from sqlcipher3 import dbapi2 as driver

from tablebook.errors import StorageError

if TYPE_CHECKING:
    # The driver ships no types; this is what we use of it.
    class Rows(Protocol):
        """The rows of one statement."""

        def fetchone(self) -> Any: ...

        def fetchmany(self, size: int) -> list[Any]: ...

        def fetchall(self) -> list[Any]: ...

        def __iter__(self) -> Iterator[Any]: ...

    class Db(Protocol):
        """One connection."""

        @property
        def in_transaction(self) -> bool: ...

        def execute(self, statement: str, values: Sequence[object] = ...) -> Rows: ...

        def executemany(self, statement: str, values: Iterable[Sequence[object]]) -> Rows: ...

        def backup(self, target: Db) -> None: ...

        def set_trace_callback(self, seen: Callable[[str], None] | None) -> None: ...

        def close(self) -> None: ...

    class DriverError(Exception):
        """What the driver raises; the code is SQLite's own."""

        sqlite_errorcode: int

else:
    Db, DriverError = driver.Connection, driver.Error

APPLICATION_ID = 0x54424C42
"""The bytes "TBLB" at offset 68 of the file."""

BUSY_MS = 5000


class Mode(Enum):
    """How a file is opened."""

    WRITE = "rw"
    MAKE = "rwc"
    READ = "ro"
    FROZEN = "ro&immutable=1"
    """For media that cannot change. Never with a -wal beside it: its entries would not be seen."""


def connect(path: Path, mode: Mode) -> Db:
    """A connection with every setting made and read back. The driver's own errors come through as they are."""
    db: Db = driver.connect(_uri(path, mode), uri=True, isolation_level=None, check_same_thread=False)
    try:
        db.execute("PRAGMA cipher_log_level = NONE")
        for name, wanted in _settings(mode):
            db.execute(f"PRAGMA {name} = {wanted}")
            check_setting(name, wanted, value_of(db, name))
    except BaseException:
        db.close()
        raise
    return db


def check_setting(name: str, wanted: object, got: object) -> None:
    """Refuse to work on a book whose safety settings did not take."""
    if str(got).lower() != str(wanted).lower():
        raise StorageError(
            "This book cannot be kept safely here.",
            f"The storage did not accept the setting {name} = {wanted} (it says {got}).",
            "Copy the book to a folder on this computer's own disk and open it there. Nothing was changed.",
        )


def value_of(db: Db, name: str) -> Any:
    """What a pragma says now."""
    row = db.execute(f"PRAGMA {name}").fetchone()
    return row[0] if row else None


def _settings(mode: Mode) -> Iterator[tuple[str, object]]:
    yield "busy_timeout", BUSY_MS
    yield "trusted_schema", 0
    if mode in (Mode.READ, Mode.FROZEN):
        return
    yield "foreign_keys", 1
    yield "secure_delete", 1
    yield "journal_mode", "wal"
    yield "synchronous", 2
    if sys.platform == "darwin":
        yield "fullfsync", 1
        yield "checkpoint_fullfsync", 1


def _uri(path: Path, mode: Mode) -> str:
    """The path as SQLite's URI, also for names with ? # % and for network shares."""
    name = quote(os.fsencode(path.absolute().as_posix()))
    return f"file://{name if name.startswith('/') else '/' + name}?mode={mode.value}"


@contextmanager
def transaction(db: Db) -> Iterator[None]:
    """All or nothing: BEGIN IMMEDIATE, then COMMIT, or ROLLBACK when anything is raised."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        # SQLite has rolled back by itself after some errors (disk full); a second ROLLBACK would hide the first error.
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def statements(script: str) -> Iterable[str]:
    """The single statements of a script; the driver's own executescript would commit in between."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if driver.complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip() and not all(line.startswith("--") for line in pending.strip().splitlines()):
        raise ValueError(f"the script ends inside a statement: {pending!r}")


def sqlite_version() -> str:
    """The version of the SQLite that the driver brings along."""
    return str(driver.sqlite_version)
