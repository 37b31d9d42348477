from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as driver

from tablebook.book import Book, connection
from tablebook.book.connection import DriverError, Mode, connect, statements, transaction, value_of
from tablebook.book.faults import from_os, from_sqlite
from tablebook.errors import StorageError, UserError


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("busy_timeout", 5000),
    ],
)
def test_the_safety_settings_took(book: Book, name: str, wanted: object) -> None:
    assert value_of(book._access.db, name) == wanted


def test_a_setting_that_did_not_take_stops_the_opening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database in memory cannot have a write-ahead log, as some network drives cannot."""
    monkeypatch.setattr(connection, "_uri", lambda path, mode: "file::memory:")
    with pytest.raises(StorageError, match="cannot be kept safely here") as told:
        connect(tmp_path / "a", Mode.WRITE)
    assert "journal_mode = wal" in told.value.why


def test_a_transaction_is_all_or_nothing(tmp_path: Path) -> None:
    db = connect(tmp_path / "a", Mode.MAKE)
    db.execute("CREATE TABLE t (a UNIQUE)")
    with pytest.raises(DriverError), transaction(db):
        db.executemany("INSERT INTO t VALUES (?)", [(1,), (1,)])
    assert db.execute("SELECT count(*) FROM t").fetchone() == (0,)
    db.close()


def test_a_script_is_cut_into_its_statements() -> None:
    script = "-- words; more\nCREATE TABLE a (b); INSERT INTO a\nVALUES (';');\n-- the end\n"
    assert len(list(statements("CREATE TABLE a (b);\nINSERT INTO a\nVALUES (';');\n-- the end\n"))) == 2
    assert len(list(statements(script))) == 1
    with pytest.raises(ValueError, match="inside a statement"):
        list(statements("CREATE TABLE a (b"))


def _raised(code: int) -> Any:
    error = driver.OperationalError("words nobody should rely on")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "kind", "sentence"),
    [
        (driver.SQLITE_NOTADB, UserError, "is not a bargaining book"),
        (driver.SQLITE_CORRUPT, StorageError, "is damaged"),
        (driver.SQLITE_CORRUPT | 1 << 8, StorageError, "is damaged"),
        (driver.SQLITE_FULL, StorageError, "disk is full"),
        (driver.SQLITE_IOERR, StorageError, "did not answer"),
        (driver.SQLITE_READONLY, UserError, "cannot be opened here"),
        (driver.SQLITE_CANTOPEN, UserError, "cannot be opened here"),
        (driver.SQLITE_BUSY, StorageError, "Another program is using"),
        (driver.SQLITE_TOOBIG, StorageError, "could not be worked on"),
    ],
)
def test_every_code_has_its_sentence(tmp_path: Path, code: int, kind: type[UserError], sentence: str) -> None:
    path = tmp_path / "Local 7.tablebook"
    path.touch()
    told = from_sqlite(_raised(code), path)
    assert type(told) is kind
    assert sentence in told.what
    assert told.todo


def test_a_stick_that_was_pulled_out_is_told_as_that(tmp_path: Path) -> None:
    told = from_sqlite(_raised(driver.SQLITE_IOERR), tmp_path / "gone.tablebook")
    assert "no longer there" in told.what


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "cannot be written to"),
        (errno.EACCES, "cannot be written to"),
        (errno.ENAMETOOLONG, "name is too long"),
        (errno.ENOENT, "does not exist"),
        (errno.EIO, "could not be written"),
    ],
)
def test_the_systems_errors_have_their_sentences(tmp_path: Path, number: int, sentence: str) -> None:
    assert sentence in from_os(OSError(number, "words"), tmp_path / "a.tablebook").what
