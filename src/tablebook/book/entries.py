"""The Record and its attachments in the file: the few statements that append and read them."""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from tablebook.book import search
from tablebook.book.chain import FORMAT, Sealed, read_entry
from tablebook.book.connection import Db
from tablebook.book.faults import damaged, from_newer
from tablebook.domain.record import KINDS, Attachment, Entry
from tablebook.errors import UserError

APPEND = "INSERT INTO entry (book, chain, seq, hash, header, salt, body) VALUES (?, ?, ?, ?, ?, ?, ?)"
ATTACH = "INSERT OR IGNORE INTO attachment (book, digest, content) VALUES (?, ?, ?)"
HEAD = "SELECT seq, hash FROM entry WHERE book = ? AND chain = ? ORDER BY seq DESC LIMIT 1"
_AT_A_TIME = 2_000
# As blobs, so that the exact bytes come back even where somebody wrote bytes that are no text.
_READ = "SELECT hash, CAST(header AS BLOB), CAST(body AS BLOB) FROM entry WHERE book = ? ORDER BY chain, seq"


def book_id(db: Db, path: Path) -> str:
    """The id of the book in this file."""
    row = db.execute("SELECT id FROM book").fetchone()
    if row is None:
        raise damaged(path)
    return str(row[0])


def append(db: Db, book: str, sealed: Sequence[Sealed], entries: Sequence[Entry]) -> None:
    """Write entries and their search rows. The caller holds the transaction."""
    for one, entry in zip(sealed, entries, strict=True):
        body = None if one.body is None else one.body.decode()
        db.execute(APPEND, (book, one.chain, one.seq, one.hash, one.header.decode(), one.salt, body))
        if search.searchable(entry):
            db.execute(search.INSERT.format(""), search.index_row(entry))


def attach(db: Db, book: str, attachments: Mapping[str, bytes]) -> None:
    """Keep files under their digests; one that is there already is not written twice."""
    for digest, content in attachments.items():
        if digest != hashlib.sha256(content).hexdigest():
            raise ValueError(f"the attachment's bytes do not have the digest {digest}")
        db.execute(ATTACH, (book, digest, content))


def attached(db: Db, book: str, digest: str) -> bytes | None:
    """A kept file, or None where there is none under this digest."""
    row = db.execute("SELECT content FROM attachment WHERE book = ? AND digest = ?", (book, digest)).fetchone()
    return None if row is None else bytes(row[0])


def has_attachment(db: Db, book: str, digest: str) -> bool:
    """Whether a file with this digest is kept."""
    row = db.execute("SELECT 1 FROM attachment WHERE book = ? AND digest = ?", (book, digest)).fetchone()
    return row is not None


def attachments_in(value: Any) -> Iterator[Attachment]:
    """Every file that an entry's body names."""
    if isinstance(value, Attachment):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            part = getattr(value, field.name)
            if is_dataclass(part):
                yield from attachments_in(part)


def read_all(db: Db, book: str, path: Path) -> list[Entry]:
    """Every entry, chain by chain. What cannot be read is damage, or comes from a newer program."""
    found: list[Entry] = []
    with no_collection():
        rows = db.execute(_READ, (book,))
        while some := rows.fetchmany(_AT_A_TIME):
            heads, bodies = _parsed([row[1] for row in some], path), _parsed([row[2] or b"null" for row in some], path)
            found.extend(_read(row[0], head, body, path) for row, head, body in zip(some, heads, bodies, strict=True))
    return found


def _parsed(texts: list[bytes], path: Path) -> list[Any]:
    """Many JSON texts in one go, which takes half the time of one by one."""
    try:
        values: list[Any] = json.loads(b"[" + b",".join(texts) + b"]")
    except ValueError as error:
        raise damaged(path) from error
    # A text that was changed into two values would move all behind it to other entries.
    if len(values) != len(texts):
        raise damaged(path)
    return values


def _read(digest: str, head: Any, body: Any, path: Path) -> Entry:
    try:
        return read_entry(digest, head, body)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _unreadable(head, path) from error


def _unreadable(head: Any, path: Path) -> UserError:
    newer = isinstance(head, dict) and (head.get("format") != FORMAT or head.get("kind") not in KINDS)
    return from_newer(path) if newer else damaged(path)


@contextmanager
def no_collection() -> Iterator[None]:
    """Many thousand new objects that all stay: looking for garbage among them would double the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
