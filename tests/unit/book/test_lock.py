from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tablebook.book.lock import InUseError, WriterLock, lock_path
from tests.unit.book.story import MONDAY

HOLD = """
import sys
from pathlib import Path
from tablebook.book.lock import WriterLock
lock = WriterLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_only_one_has_the_right_to_write(path: Path) -> None:
    lock = WriterLock(path, MONDAY)
    with pytest.raises(InUseError) as taken:
        WriterLock(path)
    assert taken.value.holder.endswith("since 09:00")
    lock.release()
    lock.release()
    WriterLock(path).release()


def test_the_right_is_held_against_other_processes_and_ends_with_them(path: Path) -> None:
    other = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert other.stdin is not None
    assert other.stdout is not None
    with other:
        assert other.stdout.readline().strip() == b"held"
        with pytest.raises(InUseError):
            WriterLock(path)
        other.kill()
        other.wait(timeout=100)
        assert lock_path(path).exists(), "a killed process leaves its side file"
        WriterLock(path).release()
    assert not lock_path(path).exists()


def test_a_side_file_with_nonsense_in_it_names_nobody(path: Path) -> None:
    lock = WriterLock(path, MONDAY)
    lock_path(path).write_bytes(b"\xff\xfe")
    with pytest.raises(InUseError) as taken:
        WriterLock(path)
    assert taken.value.holder == ""
    lock.release()
