"""The machinery that brings older books up to date, with a step made up for the test: there is only one format yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tablebook.book import Book, migrations, verify_file
from tablebook.book.connection import DriverError, Mode, connect, value_of
from tablebook.errors import UserError
from tests.unit.book.story import digest, note, reopen, session

STEPS = {
    2: "-- Who said it on the phone.\nCREATE TABLE call (id TEXT);\nINSERT INTO call VALUES ('a;b');",
    3: "ALTER TABLE call ADD COLUMN minutes BIGINT;",
}


@pytest.fixture
def old(book: Book, path: Path) -> Path:
    book.record([session(1), note("a")])
    book.close()
    return path


def test_the_steps_are_numbered_without_a_gap() -> None:
    assert list(migrations.STEPS) == list(range(2, migrations.VERSION + 1))


def test_a_book_of_today_is_left_alone(old: Path) -> None:
    before = digest(old)
    reopen(old).close()
    assert digest(old) == before


def test_an_older_book_is_kept_before_it_is_brought_up_to_date(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = verify_file(old)
    monkeypatch.setattr(migrations, "VERSION", 3)
    monkeypatch.setattr(migrations, "STEPS", STEPS)
    with reopen(old) as book:
        assert value_of(book._access.db, "user_version") == 3
        assert book._access.db.execute("SELECT id, minutes FROM call").fetchall() == [("a;b", None)]
        assert book.verify() == before
    (kept,) = [each for each in old.parent.iterdir() if each != old]
    assert kept.name == "Local 7 2027-03-02 0900 before update.tablebook"
    assert verify_file(kept) == before
    db = connect(kept, Mode.FROZEN)
    assert value_of(db, "user_version") == 1
    db.close()


def test_a_failed_step_leaves_the_book_as_it_was(old: Path) -> None:
    db = connect(old, Mode.WRITE)
    with pytest.raises(DriverError):
        migrations.migrate(db, lambda: old, {**STEPS, 3: "ALTER TABLE nowhere ADD COLUMN a;"}, 3)
    assert value_of(db, "user_version") == 1
    assert db.execute("SELECT 1 FROM sqlite_master WHERE name = 'call'").fetchone() is None
    db.close()


def test_without_a_backup_nothing_is_changed(old: Path) -> None:
    def fail() -> Path:
        raise UserError("The disk is full.")

    db = connect(old, Mode.WRITE)
    with pytest.raises(UserError):
        migrations.migrate(db, fail, STEPS, 3)
    assert value_of(db, "user_version") == 1
    db.close()


def test_an_older_book_that_cannot_be_written_is_told(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "VERSION", 3)
    monkeypatch.setattr(migrations, "STEPS", STEPS)
    before = digest(old)
    with pytest.raises(UserError, match="older Tablebook"):
        reopen(old, read_only=True)
    assert digest(old) == before
