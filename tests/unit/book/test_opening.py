"""What cannot be opened, or only for reading: each has its plain sentence and is left as it was."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tablebook.book import Book, verify_file
from tablebook.book.connection import Mode, connect
from tablebook.book.lock import WriterLock, lock_path
from tablebook.clock import FixedClock
from tablebook.domain.record import BookMade
from tablebook.errors import StorageError, UserError
from tablebook.ids import SeededIds
from tests.unit.book.story import MONDAY, ORIGIN, contract, digest, note, passed, reopen, session


def not_sqlite(path: Path) -> None:
    path.write_bytes(b"MZ\x90\x00 this program cannot be run in DOS mode" * 100)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def other_database(path: Path) -> None:
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE entry (book, chain, seq)")
    db.commit()
    db.close()


def newer(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[60:64] = (7).to_bytes(4, "big")
    path.write_bytes(whole)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 3 * 4096 + 100])


def overwritten(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xaa" * (len(whole) - 4096))


CASES: dict[str, tuple[Callable[[Path], None], type[UserError], str]] = {
    "a renamed program": (not_sqlite, UserError, "is not a bargaining book"),
    "an empty file": (empty, UserError, "is not a bargaining book"),
    "another program's database": (other_database, UserError, "is not a bargaining book"),
    "a book of a newer version": (newer, UserError, "made by a newer Tablebook"),
    "a book that was copied half": (cut_short, StorageError, "is damaged"),
    "a book whose pages were overwritten": (overwritten, StorageError, "is damaged"),
}


@pytest.fixture
def closed(book: Book, path: Path) -> Path:
    book.record([session(1), *(note(f"note {number}") for number in range(50)), passed("U-1", "At most 26.")])
    book.close()
    return path


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("case", CASES)
def test_what_is_no_whole_book_is_told_and_left_untouched(closed: Path, case: str, read_only: bool) -> None:
    spoil, kind, sentence = CASES[case]
    spoil(closed)
    before = digest(closed)
    with pytest.raises(kind, match=sentence) as told:
        reopen(closed, read_only=read_only)
    assert told.value.why
    assert told.value.todo
    assert digest(closed) == before
    if not read_only:
        assert [each.name for each in closed.parent.iterdir()] == [closed.name]


def examined(path: Path) -> str:
    try:
        return " ".join(problem.sentence for problem in verify_file(path).problems)
    except UserError as error:
        return error.what


@pytest.mark.parametrize("case", CASES)
def test_the_proof_of_what_is_no_whole_book_is_a_sentence_or_a_problem(closed: Path, case: str) -> None:
    CASES[case][0](closed)
    before = digest(closed)
    assert CASES[case][2] in examined(closed)
    assert digest(closed) == before


def test_a_newer_kind_of_entry_is_not_called_damage(closed: Path) -> None:
    whole = closed.read_bytes()
    renamed = whole.replace(b'"kind":"session-opened"', b'"kind":"session-paused"')
    closed.write_bytes(renamed)
    with pytest.raises(UserError, match="newer Tablebook"):
        reopen(closed)
    assert closed.read_bytes() == renamed


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="no longer there"):
        reopen(tmp_path / "gone.tablebook")
    (tmp_path / "folder.tablebook").mkdir()
    with pytest.raises(UserError, match="is not a bargaining book"):
        reopen(tmp_path / "folder.tablebook")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["folder.tablebook"]


def test_a_second_start_opens_for_reading_and_says_why(book: Book, path: Path) -> None:
    book.record([session(1)])
    with reopen(path) as second:
        assert second.read_only
        assert "open already" in second.read_only_reason
        assert "since 09:00" in second.read_only_reason
        assert len(second.entries) == 2
    book.record([note("the first one still writes")])
    assert book.verify().ok


def test_the_right_to_write_comes_back_when_the_book_is_closed(book: Book, path: Path) -> None:
    book.close()
    assert not lock_path(path).exists()
    with reopen(path) as later:
        assert not later.read_only
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_side_file_left_by_a_crash_does_not_lock_anybody_out(closed: Path) -> None:
    lock_path(closed).write_text('{"computer": "flat-battery", "since": "2027-03-01T09:00:00-06:00"}')
    with reopen(closed) as later:
        assert not later.read_only


def test_a_failed_opening_gives_the_right_to_write_back(closed: Path) -> None:
    cut_short(closed)
    with pytest.raises(StorageError):
        reopen(closed)
    WriterLock(closed).release()


def test_a_book_of_a_newer_version_left_by_a_crash_is_told_and_left_untouched(book: Book, path: Path) -> None:
    book._access.db.execute("PRAGMA user_version = 7")
    for name in (path.name, f"{path.name}-wal"):
        shutil.copy(path.with_name(name), path.with_name(name.replace("Local 7", "Copy")))
    copy = path.with_name("Copy.tablebook")
    before = digest(copy), digest(path.with_name("Copy.tablebook-wal"))
    with pytest.raises(UserError, match="newer Tablebook"):
        reopen(copy)
    assert (digest(copy), digest(path.with_name("Copy.tablebook-wal"))) == before


def test_a_book_on_media_that_cannot_change_is_read_without_files_beside_it(closed: Path) -> None:
    db = connect(closed, Mode.FROZEN)
    assert db.execute("SELECT count(*) FROM entry").fetchone()[0] == 53
    db.close()
    assert [each.name for each in closed.parent.iterdir()] == [closed.name]


NAMES = ["it's “ours”", "100% ?#&=", "🪧 شكرا עברית", "a;b'c--", "  spaces  ", "ñ" * 60]


@pytest.mark.parametrize("name", NAMES)
def test_a_book_may_have_any_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.tablebook"
    with Book.create(path, contract(), FixedClock(MONDAY), SeededIds(), origin=ORIGIN) as book:
        book.record([session(1)])
    with reopen(path) as later:
        assert len(later.entries) == 2
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def create(path: Path, made: BookMade | None = None) -> Book:
    return Book.create(path, made or contract(), FixedClock(MONDAY), SeededIds(), origin=ORIGIN)


def test_a_new_book_never_replaces_a_file(path: Path) -> None:
    path.write_bytes(b"somebody's file")
    with pytest.raises(UserError, match="already"):
        create(path)
    assert path.read_bytes() == b"somebody's file"
    assert list(path.parent.iterdir()) == [path]


def test_a_new_book_needs_its_own_ending_and_an_existing_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"ends in \.tablebook"):
        create(tmp_path / "Local 7.docx")
    with pytest.raises(UserError, match="does not exist"):
        create(tmp_path / "nowhere" / "a.tablebook")
    with pytest.raises(UserError, match="too long"):
        create(tmp_path / f"{'a' * 5_000}.tablebook")
    assert list(tmp_path.iterdir()) == []


def test_a_book_that_cannot_be_made_leaves_nothing_behind(path: Path) -> None:
    with pytest.raises(UserError, match="cannot be kept"):
        create(path, BookMade("a\0b", "District", contract().we, contract().contract))
    assert list(path.parent.iterdir()) == []


def test_a_book_made_in_the_same_moment_by_another_is_not_replaced(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tablebook.book import making

    write = making._write

    def write_slowly(*given: object) -> None:
        write(*given)  # type: ignore[arg-type]
        path.write_bytes(b"the other's")

    monkeypatch.setattr(making, "_write", write_slowly)
    with pytest.raises(UserError, match="already"):
        create(path)
    assert path.read_bytes() == b"the other's"
    assert list(path.parent.iterdir()) == [path]
