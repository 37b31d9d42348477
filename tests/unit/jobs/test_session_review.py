"""What is open before a session closes, on small stories told through the jobs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from tablebook.book.book import Book
from tablebook.clock import FixedClock
from tablebook.domain.codes import Party
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.record import Corrected, PaperReceived
from tablebook.domain.text import paragraph
from tablebook.domain.values import Person, Team
from tablebook.errors import UserError
from tablebook.ids import SeededIds
from tablebook.jobs import close_places, note, sessions
from tablebook.jobs.new_book import Who, make_book
from tablebook.jobs.papers_received import receive_paper
from tablebook.jobs.session_review import SessionReview, review

START = datetime(2027, 3, 9, 13, 5, tzinfo=timezone(timedelta(hours=-6)))
OURS = Team(Party.UNION, "Lakeview EA", (Person("Dana Marsh", "chief", "DM"), Person("Priya Nair", "notes", "PN")))
THEIRS = Team(Party.EMPLOYER, "Lakeview SD", (Person("Ruth Kessler", "chief", "RK"), Person("Theo Brandt", "", "TB")))


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(START)


@pytest.fixture
def book(tmp_path: Path, clock: FixedClock) -> Iterator[Book]:
    contract = Contract("", (Article(UnitKind.ARTICLE, "12", "Class Size", (paragraph("Thirty students."),)),))
    who = Who("Lakeview EA", "Lakeview SD", Party.UNION)
    made = make_book(tmp_path / "b.tablebook", contract, who, clock=clock, ids=SeededIds(), origin="here")
    sessions.set_roster(made, [OURS, THEIRS])
    present = {Party.UNION: ["Dana Marsh", "Priya Nair"], Party.EMPLOYER: ["Ruth Kessler"]}
    clock.forward(1)
    sessions.open_session(made, place="Board Room B", present=present, note_taker="Priya Nair")
    clock.forward(60)
    yield made
    made.close()


def _review(book: Book, next_date: str = "Tue 16 Mar") -> SessionReview:
    return review(book.negotiation, 1, book.clock.now(), next_date)


def _kinds(book: Book) -> list[str]:
    return [place.kind for place in _review(book).open_places]


def test_an_orderly_session_has_nothing_open(book: Book, clock: FixedClock) -> None:
    note.take_note(book, "RK ? Is 22 a hard limit")
    found = _review(book)
    assert found.open_places == ()
    assert found.in_order == (("Every note has a speaker and a time", 1), ("Attendance matches who spoke", 1))
    assert (found.entries, found.first, found.last) == (2, 3, 4)


def test_only_the_next_date_is_missing_when_it_is_empty(book: Book) -> None:
    assert [place.kind for place in _review(book, " ").open_places] == ["next-date"]


def test_a_caucus_without_its_end_is_closed_at_the_time_proposed(book: Book, clock: FixedClock) -> None:
    sessions.call_caucus(book, Party.EMPLOYER)
    clock.forward(35 * 60)
    note.take_note(book, "DM We are ready")
    clock.forward(300)
    (place,) = _review(book).open_places
    assert place.kind == "caucus"
    assert place.text == "Theirs, out 13:06. Marsh speaks at 13:41, entry 5."
    assert place.when is not None
    assert place.when.strftime("%H:%M") == "13:40"
    sessions.end_caucus(book, place.when)
    assert _kinds(book) == []
    assert book.negotiation.sessions[1].caucuses[0].back == place.when


def test_a_promise_needs_a_date_and_keeps_its_words(book: Book, clock: FixedClock) -> None:
    note.take_note(book, "RK ! We will get you the counts")
    (place,) = _review(book).open_places
    assert (place.kind, place.title, place.who) == ("promise", "A promise has no date", "Ruth Kessler")
    assert place.entry is not None
    clock.forward(5)
    close_places.owe_promise(book, place.entry, "Theo Brandt", "Tue 16 Mar")
    assert _kinds(book) == []
    added = list(book.negotiation.entries.values())[-1].body
    assert isinstance(added, Corrected)
    assert added.text == "Owed by Theo Brandt, by Tue 16 Mar."
    assert added.author == "Priya Nair"
    assert book.negotiation.entries[place.entry].body.text == "We will get you the counts"


def test_a_note_without_a_speaker_is_named(book: Book, clock: FixedClock) -> None:
    note.take_note(book, "Somebody asks for water")
    (place,) = _review(book).open_places
    assert place.kind == "speaker"
    assert place.entry is not None
    with pytest.raises(UserError):
        close_places.name_speaker(book, place.entry, " ")
    clock.forward(5)
    close_places.name_speaker(book, place.entry, "Theo Brandt")
    assert _kinds(book) == []


def test_somebody_who_spoke_and_was_not_there_is_added(book: Book, clock: FixedClock) -> None:
    note.take_note(book, "TB = It costs 1.2 million")
    note.take_note(book, "TB = a year")
    (place,) = _review(book).open_places
    assert (place.kind, place.who) == ("here", "Theo Brandt")
    clock.forward(5)
    close_places.add_present(book, place.who)
    assert _kinds(book) == []


def _their_pass(book: Book) -> None:
    from tablebook.domain.codes import Form, PassKind
    from tablebook.domain.record import TextPassed
    from tablebook.domain.values import Part
    from tablebook.jobs.pass_text import pass_texts

    part = Part("", (paragraph("Thirty-one students."),))
    body = TextPassed("12", "E-1", Party.EMPLOYER, (part,), PassKind.PROPOSAL, Form.AMEND, handed_by="Ruth Kessler")
    pass_texts(book, [body])


def test_a_paper_is_attached_to_its_pass_byte_for_byte(book: Book, clock: FixedClock, tmp_path: Path) -> None:
    _their_pass(book)
    (place,) = _review(book).open_places
    assert place.kind == "paper"
    assert place.entry is not None
    scan = tmp_path / "scan “1”.png"
    scan.write_bytes(b"\x89PNG fake bytes")
    clock.forward(5)
    close_places.attach_paper(book, place.entry, scan)
    assert _kinds(book) == []
    kept = list(book.negotiation.entries.values())[-1].body
    assert isinstance(kept, PaperReceived)
    assert kept.file is not None
    assert kept.about[0].label == "E-1"
    assert book.attachment(kept.file.digest) == scan.read_bytes()


def test_the_same_label_on_another_article_is_another_paper(book: Book, clock: FixedClock, tmp_path: Path) -> None:
    from tablebook.domain.values import PassRef

    _their_pass(book)
    scan = tmp_path / "other.pdf"
    scan.write_bytes(b"%PDF-1.4")
    clock.forward(5)
    receive_paper(book, Party.EMPLOYER, "E-1", file=scan, about=(PassRef("13", "E-1"),))
    assert _kinds(book) == ["paper"]


def test_why_there_is_no_paper_is_kept(book: Book, clock: FixedClock) -> None:
    _their_pass(book)
    (place,) = _review(book).open_places
    assert place.entry is not None
    with pytest.raises(UserError):
        close_places.no_paper(book, place.entry, "")
    clock.forward(5)
    close_places.no_paper(book, place.entry, "read out at the table")
    assert _kinds(book) == []


def test_what_stays_open_goes_into_owed_in_words(book: Book) -> None:
    note.take_note(book, "RK ! We will get you the counts")
    (place,) = _review(book).open_places
    assert place.owed == "A promise has no date. 13:06, entry 4, Kessler: “We will get you the counts”"
