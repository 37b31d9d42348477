from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tablebook.book import Book, Verification, verify_file
from tablebook.book.chain import header_hash
from tablebook.book.connection import Db, Mode, connect
from tablebook.domain.codes import Custody, Party
from tablebook.domain.record import Attachment, Draft, PaperReceived
from tablebook.errors import StorageError
from tests.unit.book.story import ORIGIN, note, passed, reopen, session

PAPER = b"their enrolment"
FILE = Attachment(hashlib.sha256(PAPER).hexdigest(), "Enrolment.pdf", len(PAPER))


@pytest.fixture
def closed(book: Book, path: Path) -> Path:
    book.record([session(1), note("28 is too many"), passed("U-1", "At most 26.")])
    book.record([Draft(PaperReceived(Party.EMPLOYER, "Enrolment", file=FILE))], {FILE.digest: PAPER})
    book.record([note("thank you")])
    book.close()
    return path


def tampered(path: Path, change: Callable[[Db], object]) -> Verification:
    db = connect(path, Mode.WRITE)
    change(db)
    db.close()
    return verify_file(path)


def codes(verification: Verification) -> set[str]:
    assert verification.ok is (not verification.problems)
    return {problem.code for problem in verification.problems}


def test_an_untouched_record_is_whole(closed: Path) -> None:
    found = verify_file(closed)
    assert (found.ok, found.entries, found.withheld, found.problems) == (True, 6, 0, ())
    assert len(found.fingerprint) == 64
    assert found.short == f"{found.fingerprint[:4]} {found.fingerprint[4:8]}".upper()


def test_the_proof_leaves_nothing_beside_the_book(closed: Path) -> None:
    before = closed.read_bytes()
    verify_file(closed)
    assert [each.name for each in closed.parent.iterdir()] == [closed.name]
    assert closed.read_bytes() == before


def test_every_entry_changes_the_fingerprint(book: Book) -> None:
    before = book.verify().fingerprint
    book.record([session(1)])
    assert book.verify().fingerprint != before
    assert book.fingerprint == book.verify().fingerprint


CHANGES = {
    "a word of a note": ("UPDATE entry SET body = replace(body, '28', '38') WHERE seq = 3", {"body"}),
    "a body that is no longer text": ("UPDATE entry SET body = x'ff00' WHERE seq = 3", {"body"}),
    "a salt": ("UPDATE entry SET salt = zeroblob(16) WHERE seq = 3", {"body"}),
    "a salt taken away": ("UPDATE entry SET salt = NULL WHERE seq = 3", {"body"}),
    "a time": (
        "UPDATE entry SET header = replace(header, '\"at_us\":1', '\"at_us\":2') WHERE seq = 3",
        {"header", "link"},
    ),
    "a custody": ("UPDATE entry SET header = replace(header, 'ours', 'shared') WHERE seq = 3", {"header", "link"}),
    "a stored hash": ("UPDATE entry SET hash = 'ab' WHERE seq = 3", {"header"}),
    "an entry in the middle taken out": ("DELETE FROM entry WHERE seq = 3", {"gap"}),
    "the first entry taken out": ("DELETE FROM entry WHERE seq = 1", {"gap"}),
    "an entry put under another number": ("UPDATE entry SET seq = 60 WHERE seq = 6", {"gap", "header"}),
    "an entry put into another chain": ("UPDATE entry SET chain = 'x', seq = 1 WHERE seq = 6", {"header", "link"}),
    "an attached file": ("UPDATE attachment SET content = x'00'", {"attachment"}),
    "an attached file emptied": ("UPDATE attachment SET content = x''", {"attachment"}),
    "an attached file taken away": ("DELETE FROM attachment", {"attachment"}),
}


@pytest.mark.parametrize("what", CHANGES)
def test_tampering_is_found(closed: Path, what: str) -> None:
    statement, expected = CHANGES[what]
    found = tampered(closed, lambda db: db.execute(statement))
    assert codes(found) == expected, found.problems


def test_a_body_changed_together_with_its_header_and_hash_breaks_the_next_link(closed: Path) -> None:
    def forge(db: Db) -> None:
        header, salt, body = db.execute("SELECT header, salt, body FROM entry WHERE seq = 3").fetchone()
        forged = body.replace("28", "38")
        head = json.loads(header)
        head["body_digest"] = hashlib.sha256(salt + forged.encode()).hexdigest()
        header = json.dumps(head, sort_keys=True, separators=(",", ":"))
        values = (forged, header, header_hash(header.encode()))
        db.execute("UPDATE entry SET body = ?, header = ?, hash = ? WHERE seq = 3", values)

    assert codes(tampered(closed, forge)) == {"link"}


def test_a_withheld_body_leaves_the_chain_whole(closed: Path) -> None:
    before = verify_file(closed)
    found = tampered(closed, lambda db: db.execute("UPDATE entry SET body = NULL, salt = NULL WHERE seq = 3"))
    assert (found.ok, found.withheld, found.fingerprint) == (True, 1, before.fingerprint)
    with reopen(closed) as book:
        assert book.entries[2].body is None
        book.record([note("after it")])
        assert book.verify().ok


def test_a_lost_end_is_found_with_a_fingerprint_noted_earlier(closed: Path) -> None:
    noted = verify_file(closed).fingerprint
    shorter = tampered(closed, lambda db: db.execute("DELETE FROM entry WHERE seq = 6"))
    assert shorter.ok, "nothing in the file itself can tell that its end is gone"
    assert codes(verify_file(closed, noted)) == {"against"}


@pytest.mark.parametrize("form", ["{0}", "{1}", "{2}"])
def test_a_record_that_has_only_grown_knows_its_old_fingerprints(closed: Path, form: str) -> None:
    noted = verify_file(closed)
    given = form.format(noted.fingerprint, noted.short, noted.fingerprint[:12].upper())
    with reopen(closed) as book:
        book.record([note("more")])
        assert book.verify(given).ok
    with reopen(closed, origin="0190a000-0000-7000-8000-000000000002") as theirs:
        theirs.record([note("from the other laptop")])
    assert verify_file(closed, given).ok


def test_a_joined_record_knows_what_each_laptop_noted(closed: Path, tmp_path: Path) -> None:
    """The book was copied to a second laptop; both went on, and their entries were put together in one file."""
    other = tmp_path / "other.tablebook"
    other.write_bytes(closed.read_bytes())
    noted = []
    for file, origin in (
        (closed, "0190a000-0000-7000-8000-000000000002"),
        (other, "0190a000-0000-7000-8000-000000000003"),
    ):
        with reopen(file, origin=origin) as laptop:
            for words in ("one", "two"):
                laptop.record([note(words)])
                noted.append(laptop.verify().fingerprint)
    theirs = connect(other, Mode.READ)
    columns = "book, chain, seq, hash, header, salt, body"
    rows = theirs.execute(f"SELECT {columns} FROM entry WHERE chain LIKE '%3'").fetchall()
    theirs.close()
    both = tampered(closed, lambda db: db.executemany(f"INSERT INTO entry ({columns}) VALUES (?,?,?,?,?,?,?)", rows))
    assert both.ok
    assert len(rows) == 2
    assert [verify_file(closed, code).ok for code in noted] == [True] * 4
    tampered(closed, lambda db: db.execute("DELETE FROM entry WHERE chain LIKE '%3' AND seq = 2"))
    assert [verify_file(closed, code).ok for code in noted] == [True, True, True, False]


@pytest.mark.parametrize("given", ["", "12", "B1E4 0C3", "no fingerprint", "zzzzzzzz"])
def test_what_is_no_fingerprint_proves_nothing(closed: Path, given: str) -> None:
    assert codes(verify_file(closed, given)) == {"against"}


def test_a_record_that_can_no_longer_be_read_is_still_examined(closed: Path) -> None:
    found = tampered(closed, lambda db: db.execute("UPDATE entry SET body = '[' WHERE seq = 3"))
    assert codes(found) == {"body"}
    with pytest.raises(StorageError, match="damaged"):
        reopen(closed)


def stored(path: Path, column: str, seq: int) -> bytes:
    db = connect(path, Mode.FROZEN)
    (found,) = db.execute(f"SELECT CAST({column} AS BLOB) FROM entry WHERE seq = ?", (seq,)).fetchone()
    db.close()
    return bytes(found)


def test_a_header_that_can_no_longer_be_read_is_named(closed: Path) -> None:
    header = stored(closed, "header", 3)
    closed.write_bytes(closed.read_bytes().replace(header, b"?" * len(header)))
    found = verify_file(closed)
    assert codes(found) >= {"header", "link"}
    assert f"{ORIGIN}:3" in {problem.entry for problem in found.problems}


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_changed_byte_of_any_header_or_body_is_found(closed: Path, data: st.DataObject) -> None:
    """On the disk itself, behind SQLite's back."""
    whole = closed.read_bytes()
    part = stored(closed, data.draw(st.sampled_from(["header", "body"])), data.draw(st.integers(1, 6)))
    assert whole.count(part) == 1
    at = whole.index(part) + data.draw(st.integers(0, len(part) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda value: value != whole[at]))
    closed.write_bytes(whole[:at] + bytes([byte]) + whole[at + 1 :])
    try:
        found = verify_file(closed)
        assert not found.ok
        assert found.entries == 6
    finally:
        closed.write_bytes(whole)


def test_the_fingerprint_can_be_computed_without_this_program(closed: Path) -> None:
    db = connect(closed, Mode.FROZEN)
    (header,) = db.execute("SELECT header FROM entry ORDER BY seq DESC LIMIT 1").fetchone()
    db.close()
    head = hashlib.sha256(b"tablebook-entry-1\n" + header.encode()).hexdigest()
    whole = hashlib.sha256(f"tablebook-record-1\n{ORIGIN} 6 {head}\n".encode()).hexdigest()
    assert verify_file(closed).fingerprint == whole


def test_custody_is_under_the_seal(closed: Path) -> None:
    with reopen(closed) as book:
        assert {entry.custody for entry in book.entries} == {Custody.SHARED, Custody.OURS}
