from __future__ import annotations

from pathlib import Path

import pytest

from tablebook.book import Book, backup, verify_file
from tablebook.domain.text import paragraph
from tablebook.errors import StorageError, UserError
from tests.unit.book.story import note, reopen, session


def test_a_backup_holds_the_whole_book_while_it_stays_open(book: Book, tmp_path: Path) -> None:
    book.record([session(1), note("a")])
    book.plan.save_draft("7", [paragraph("draft")])
    stick = tmp_path / "stick"
    stick.mkdir()
    copy = book.backup(stick)
    book.record([note("after the backup")])
    assert copy == stick / "Local 7 2027-03-01 0900.tablebook"
    assert [each.name for each in stick.iterdir()] == [copy.name]
    with reopen(copy) as kept:
        assert kept.entries == book.entries[:3]
        assert kept.plan.draft("7")
        assert not kept.read_only


def test_a_second_backup_in_the_same_minute_gets_its_own_name(book: Book, tmp_path: Path) -> None:
    first, second = book.backup(tmp_path), book.backup(tmp_path)
    assert second.name == "Local 7 2027-03-01 0900 (2).tablebook"
    assert verify_file(first) == verify_file(second)


def test_a_backup_that_reads_back_differently_is_thrown_away(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = iter([book.verify(), book.verify("ab" * 32)])
    monkeypatch.setattr(backup, "verify_rows", lambda *given: next(found))
    stick = tmp_path / "stick"
    stick.mkdir()
    with pytest.raises(StorageError, match="not the same"):
        book.backup(stick)
    assert list(stick.iterdir()) == []


def test_a_stick_that_is_not_there_is_told(book: Book, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="does not exist"):
        book.backup(tmp_path / "stick")
