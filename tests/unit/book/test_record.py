from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tablebook.book import Book
from tablebook.clock import FixedClock
from tablebook.domain.codes import Custody, Party
from tablebook.domain.record import Attachment, Draft, EntryId, PaperReceived
from tablebook.errors import StorageError, UserError
from tablebook.ids import SeededIds
from tests.unit.book.story import MONDAY, ORIGIN, OTHER, contract, note, passed, reopen, session

PAPER = b"%PDF-1.7 their enrolment"
PAPER_FILE = Attachment(hashlib.sha256(PAPER).hexdigest(), "Enrolment.pdf", len(PAPER))


def test_a_new_book_holds_its_contract_as_the_first_entry(book: Book) -> None:
    assert [entry.kind for entry in book.entries] == ["book-made"]
    assert book.entries[0].id == f"{ORIGIN}:1"
    assert (book.we, book.read_only, book.negotiation.contract.keys) == (Party.UNION, False, ("7", "12"))


def test_what_was_recorded_is_there_at_the_next_start(book: Book, path: Path) -> None:
    recorded = book.record([session(1), note("28 is too many"), passed("U-1", "At most 26.")])
    before = book.negotiation
    book.close()
    with reopen(path) as later:
        assert later.entries[1:] == list(recorded)
        assert later.negotiation == before


def test_each_entry_names_the_one_before_it(book: Book) -> None:
    one, two = book.record([session(1), note("a")])
    (three,) = book.record([note("b")])
    assert [entry.seq for entry in (one, two, three)] == [2, 3, 4]
    assert book.verify().ok


def test_of_a_batch_with_one_refused_entry_nothing_is_recorded(book: Book, path: Path) -> None:
    before, state = list(book.entries), book.negotiation
    with pytest.raises(UserError) as refused:
        book.record([session(1), note("a"), session(1)])
    assert "still open" in refused.value.what
    assert (book.entries, book.negotiation) == (before, state)
    book.close()
    with reopen(path) as later:
        assert len(later.entries) == 1


def test_what_was_given_out_before_does_not_change_under_its_reader(book: Book) -> None:
    held = book.negotiation
    book.record([session(1)])
    assert held.open_session is None
    assert book.negotiation.open_session == 1


def test_when_the_disk_fails_at_the_commit_nothing_is_shown_as_recorded(book: Book, path: Path) -> None:
    state = book.negotiation
    book._access.db.execute("PRAGMA max_page_count = 1")
    with pytest.raises(StorageError) as full:
        book.record([session(1), note("words " * 20_000)])
    assert full.value.what == "The disk is full."
    assert (book.negotiation, len(book.entries)) == (state, 1)
    book._access.db.execute("PRAGMA max_page_count = 1000000")
    (entry,) = book.record([session(1)])
    assert entry.seq == 2
    assert book.verify().ok


def test_an_entry_keeps_when_it_happened_and_when_it_was_written_down(book: Book, clock: FixedClock) -> None:
    clock.put(MONDAY + timedelta(hours=1))
    happened = MONDAY + timedelta(minutes=5)
    (entry,) = book.record([replace(note("said earlier"), at=happened)])
    assert (entry.at, entry.recorded) == (happened, MONDAY + timedelta(hours=1))


def test_a_received_file_comes_back_byte_for_byte(book: Book, path: Path) -> None:
    received = Draft(PaperReceived(Party.EMPLOYER, "Enrolment", file=PAPER_FILE))
    book.record([received], {PAPER_FILE.digest: PAPER})
    book.record([received])
    assert book.attachment(PAPER_FILE.digest) == PAPER
    book.close()
    with reopen(path) as later:
        assert later.attachment(PAPER_FILE.digest) == PAPER


def test_an_entry_cannot_name_a_file_that_is_not_kept(book: Book) -> None:
    with pytest.raises(ValueError, match=r"Enrolment\.pdf"):
        book.record([Draft(PaperReceived(Party.EMPLOYER, "Enrolment", file=PAPER_FILE))])
    assert len(book.entries) == 1
    with pytest.raises(KeyError):
        book.attachment(PAPER_FILE.digest)


def test_bytes_that_are_not_what_their_digest_says_are_not_kept(book: Book) -> None:
    with pytest.raises(ValueError, match="digest"):
        book.record([note("a")], {PAPER_FILE.digest: PAPER + b"!"})
    assert len(book.entries) == 1


def test_the_contract_is_kept_as_the_file_it_was_read_from(path: Path, clock: FixedClock, ids: SeededIds) -> None:
    made = replace(contract(), source=PAPER_FILE)
    with Book.create(path, made, clock, ids, PAPER, origin=ORIGIN) as book:
        assert book.attachment(PAPER_FILE.digest) == PAPER
        assert book.verify().ok


def test_another_laptop_writes_a_chain_of_its_own(book: Book, path: Path) -> None:
    book.record([session(1), note("ours")])
    book.close()
    with reopen(path, origin=OTHER) as theirs:
        (entry,) = theirs.record([note("theirs")])
        assert entry.id == EntryId(f"{OTHER}:1")
        assert theirs.verify().ok
    with reopen(path) as ours:
        assert [entry.chain for entry in ours.entries] == [ORIGIN] * 3 + [OTHER]


def test_a_laptop_whose_clock_is_behind_sees_the_same_order_at_once_and_later(book: Book, path: Path) -> None:
    book.record([session(1), note("noted on the first laptop")])
    book.close()
    behind = FixedClock(MONDAY - timedelta(days=2))
    with Book.open(path, behind, SeededIds(3), origin=OTHER) as theirs:
        theirs.record([note("noted with a slow clock")])
        at_once, order = theirs.negotiation, list(theirs.entries)
    with reopen(path) as later:
        assert later.negotiation == at_once
        assert later.entries == order


def test_a_book_open_for_reading_refuses_in_a_sentence(book: Book, path: Path) -> None:
    book.close()
    with reopen(path, read_only=True) as reader:
        with pytest.raises(UserError, match="reading only"):
            reader.record([session(1)])
        with pytest.raises(UserError, match="reading only"):
            reader.plan.put("label style", "U-1")


def test_a_file_changed_behind_our_back_is_noticed_before_writing(book: Book, path: Path) -> None:
    from tablebook.book.connection import Mode, connect

    book.record([session(1)])
    thief = connect(path, Mode.WRITE)
    thief.execute("DELETE FROM entry WHERE seq = 2")
    thief.close()
    with pytest.raises(StorageError, match="changed by something else"):
        book.record([note("a")])


def test_custody_is_kept_with_each_entry(book: Book, path: Path) -> None:
    book.record([session(1), note("ours"), replace(note("to the mediator"), custody=Custody.MEDIATION)])
    book.close()
    with reopen(path) as later:
        assert [entry.custody for entry in later.entries[2:]] == [Custody.OURS, Custody.MEDIATION]
