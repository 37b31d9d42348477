"""A full disk, a read-only folder, a stick pulled out: real ones, where the system lets a test make them."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tablebook.book import Book, verify_file
from tablebook.clock import FixedClock
from tablebook.errors import StorageError, UserError
from tablebook.ids import SeededIds
from tests.unit.book.story import MONDAY, ORIGIN, contract, digest, note, reopen, session


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[Path]:
    """A file system of its own, for the tests that need a small or unplugged one."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root on Linux can make a file system for a test")
    folder.mkdir(exist_ok=True)
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip(f"mounting is not allowed here: {done.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """The folder without the right to write: by its rights, or for root, whom rights do not bind, by its mount."""
    if sys.platform == "win32":
        pytest.skip("a folder's read-only mark does not bind on Windows")
    if os.geteuid() != 0:
        folder.chmod(0o500)
        try:
            yield
        finally:
            folder.chmod(0o700)
        return
    binds = (["mount", "--bind", str(folder), str(folder)], ["mount", "-o", "remount,bind,ro", str(folder)])
    if any(subprocess.run(command, capture_output=True, check=False).returncode for command in binds):
        pytest.skip("mounting is not allowed here")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def new_book(path: Path) -> Book:
    return Book.create(path, contract(), FixedClock(MONDAY), SeededIds(), origin=ORIGIN)


def record_without_end(book: Book) -> None:
    for number in itertools.count():
        book.record([note(f"{number} " + "words " * 1_000)])


def test_a_disk_that_fills_up_loses_nothing_that_was_recorded(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "size=1m") as disk:
        path = disk / "a.tablebook"
        with new_book(path) as book:
            book.record([session(1)])
            with pytest.raises(StorageError, match="disk is full") as told:
                record_without_end(book)
            assert told.value.todo
            recorded = list(book.entries)
            assert len(recorded) > 10
            with pytest.raises(StorageError, match="disk is full"):
                book.plan.put("draft", "words " * 100_000)
            assert book.verify().ok
        moved = tmp_path / "a.tablebook"
        for beside in disk.glob("a.tablebook*"):
            shutil.copy(beside, tmp_path / beside.name)
        with reopen(moved) as later:
            assert later.entries == recorded
            later.record([note("there is room again")])
            assert later.verify().ok


def test_a_book_that_does_not_fit_on_the_disk_leaves_nothing(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "size=64k") as disk:
        with pytest.raises(StorageError, match="disk is full"):
            new_book(disk / "a.tablebook")
        assert list(disk.iterdir()) == []


def test_a_backup_that_does_not_fit_leaves_nothing(tmp_path: Path) -> None:
    with mounted(tmp_path / "stick", "size=64k") as stick, new_book(tmp_path / "a.tablebook") as book:
        with pytest.raises(StorageError, match="disk is full"):
            book.backup(stick)
        assert list(stick.iterdir()) == []
        book.record([session(1)])


def test_a_book_in_a_read_only_folder_opens_for_reading_and_stays_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "a.tablebook"
    with new_book(path) as book:
        book.record([session(1), note("28 is too many")])
    before = digest(path)
    with read_only(folder):
        with reopen(path) as reader:
            assert "cannot be written" in reader.read_only_reason
            assert len(reader.entries) == 3
            assert len(reader.search("many")) == 1
            with pytest.raises(UserError, match="reading only"):
                reader.record([note("a")])
        assert verify_file(path).ok
        assert [each.name for each in folder.iterdir()] == [path.name]
        with pytest.raises(UserError, match="cannot be written to"):
            new_book(folder / "b.tablebook")
    assert digest(path) == before


def test_what_a_crash_left_in_a_read_only_folder_is_told_not_skipped(tmp_path: Path) -> None:
    """Opened as unchangeable, the file would show a record without its last entries."""
    folder = tmp_path / "folder"
    folder.mkdir()
    path = tmp_path / "a.tablebook"
    with new_book(path) as book:
        book.record([session(1)])
        for name in ("a.tablebook", "a.tablebook-wal"):
            shutil.copy(tmp_path / name, folder / name)
    with read_only(folder), pytest.raises(StorageError, match="not closed") as told:
        reopen(folder / "a.tablebook")
    assert "Copy both files" in told.value.todo
    with reopen(folder / "a.tablebook") as later:
        assert len(later.entries) == 2


def test_a_file_without_the_right_to_write_opens_for_reading(tmp_path: Path) -> None:
    if sys.platform == "win32" or os.geteuid() == 0:
        pytest.skip("rights do not bind this user")
    path = tmp_path / "a.tablebook"
    new_book(path).close()
    path.chmod(0o400)
    with reopen(path) as reader:
        assert reader.read_only_reason


def test_a_stick_pulled_out_is_told(tmp_path: Path) -> None:
    with mounted(tmp_path / "stick", "size=4m") as stick:
        path = stick / "a.tablebook"
        with new_book(path) as book:
            book.record([session(1)])
            shutil.copy(path, tmp_path / "kept")
        for each in stick.iterdir():
            each.unlink()
        with pytest.raises(StorageError, match="no longer there"):
            reopen(path)
