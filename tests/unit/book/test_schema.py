from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import tablebook.book
from tablebook.book import Book
from tablebook.book.connection import APPLICATION_ID, Mode, connect, value_of
from tablebook.book.tables import schema_sql


def test_the_stored_schema_is_the_one_the_tables_make() -> None:
    stored = Path(tablebook.book.__file__).with_name("schema.sql").read_text("utf-8")
    assert stored == schema_sql(), "run `python -m tablebook.book.tables > src/tablebook/book/schema.sql`"


def test_a_book_says_what_it_is_to_other_programs(book: Book, path: Path) -> None:
    book.close()
    start = path.read_bytes()[:100]
    assert start[68:72] == b"TBLB"
    db = connect(path, Mode.FROZEN)
    assert (value_of(db, "application_id"), value_of(db, "user_version")) == (APPLICATION_ID, 1)
    db.close()


def test_kind_and_custody_can_be_asked_for_without_reading_bodies(book: Book, path: Path) -> None:
    db = connect(path, Mode.READ)
    assert db.execute("SELECT kind, custody, at_us FROM entry").fetchall() == [
        ("book-made", "shared", 1803913200000000)
    ]
    db.close()


def test_opening_a_book_loads_no_table_classes() -> None:
    code = "import sys, tablebook.book; print([m for m in ('sqlmodel', 'sqlalchemy', 'pydantic') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
