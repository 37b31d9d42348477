"""The page on the file format holds a proof in a few lines of Python: it must say what the program says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tablebook.book import Book
from tablebook.clock import FixedClock
from tablebook.ids import SeededIds
from tests.unit.book.story import MONDAY, ORIGIN, OTHER, contract, note, passed, reopen, session


def test_the_page_proves_a_book_without_the_program(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "Local 7.tablebook"
    with Book.create(path, contract(), FixedClock(MONDAY), SeededIds(), origin=ORIGIN) as book:
        book.record([session(1), note("“ñ” § ½ 🪧"), passed("U-1", "At most 26.")])
    with reopen(path, origin=OTHER) as book:
        book.record([note("from the other laptop")])
        fingerprint = book.verify().fingerprint
    page = (root / "docs" / "file-format.md").read_text("utf-8")
    (lines,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    done = subprocess.run([sys.executable, "-c", lines], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == fingerprint


def test_the_page_names_every_table(root: Path) -> None:
    page = (root / "docs" / "file-format.md").read_text("utf-8")
    schema = (root / "src" / "tablebook" / "book" / "schema.sql").read_text("utf-8")
    tables = re.findall(r"CREATE TABLE (\w+)", schema)
    assert len(tables) == 8
    assert [name for name in tables if f"`{name}`" not in page] == []
