"""Making a new book's file: whole or not at all, and never over another file."""

from __future__ import annotations

from pathlib import Path

from tablebook import __version__
from tablebook.book import search
from tablebook.book.chain import Moment, genesis, microseconds, offset_minutes, seal
from tablebook.book.connection import APPLICATION_ID, Db, Mode, connect, statements, transaction
from tablebook.book.entries import append, attach
from tablebook.book.faults import from_os, spoken
from tablebook.book.migrations import VERSION
from tablebook.book.placing import part_path, place, remove_part
from tablebook.clock import Clock
from tablebook.domain.record import BookMade, Draft
from tablebook.errors import UserError
from tablebook.ids import Ids

SUFFIX = ".tablebook"


def make_file(path: Path, made: BookMade, clock: Clock, ids: Ids, origin: str, source_file: bytes | None) -> None:
    """Write a book with its first entry. ``source_file`` is the file that ``made.source`` names."""
    if path.suffix != SUFFIX:
        raise UserError(f"“{path.name}” is not a name for a book.", f"A book's name ends in {SUFFIX}.", "Add it.")
    if (made.source is None) != (source_file is None):
        raise ValueError("the contract's file and its name come together")
    part = part_path(path)
    try:
        if path.exists():
            raise FileExistsError
        # The driver says only "unable to open"; the system says why.
        part.touch(0o600, exist_ok=False)
        with spoken(path):
            _write(part, made, clock, ids, origin, source_file)
        place(part, path)
    except FileExistsError as error:
        raise UserError(
            f"There is a file “{path.name}” already.", "A new book never replaces a file.", "Choose another name."
        ) from error
    except OSError as error:
        raise from_os(error, path) from error
    finally:
        remove_part(part)


def _write(part: Path, made: BookMade, clock: Clock, ids: Ids, origin: str, source_file: bytes | None) -> None:
    book, now = ids.new(), clock.now()
    moment = Moment(now, clock.monotonic_ns())
    sealed, entry = seal(Draft(made), origin, 1, genesis(book), ids.salt(), moment)
    db = connect(part, Mode.MAKE)
    try:
        with transaction(db):
            _schema(db)
            db.execute(
                "INSERT INTO book (id, made_us, made_offset_min, program) VALUES (?, ?, ?, ?)",
                (book, microseconds(now), offset_minutes(now), __version__),
            )
            if made.source and source_file is not None:
                attach(db, book, {made.source.digest: source_file})
            append(db, book, [sealed], [entry])
    finally:
        db.close()


def _schema(db: Db) -> None:
    script = Path(__file__).with_name("schema.sql").read_text("utf-8")
    for statement in statements(script):
        db.execute(statement)
    search.make(db)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {VERSION}")
