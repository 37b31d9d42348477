"""The jobs of ratification on the sample: a vote that fails, what comes after it, and what is kept beside a TA."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tablebook.book.book import Book
from tablebook.clock import FixedClock
from tablebook.domain.codes import Conforming, Fate, Party, Ratifier, SignedHow, State
from tablebook.domain.positions import position
from tablebook.domain.readiness import readiness
from tablebook.domain.ready_line import Check
from tablebook.domain.record import ConformingChange, TallyEntered, VoteSet
from tablebook.domain.successor import assemble
from tablebook.domain.values import Attachment, Signature
from tablebook.errors import UserError
from tablebook.jobs import agree, packet_words
from tablebook.jobs.make_packet import make_packet
from tablebook.jobs.ratify import count, execute, papers, send_back, settle_line, texts, vote
from tablebook.jobs.sample import make_sample
from tablebook.jobs.sheets.packet import packet_sheet


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with make_sample(tmp_path / "Lakeview.tablebook") as made:
        assert isinstance(made.clock, FixedClock)
        made.clock.forward(60)
        yield made


def voted_down(book: Book) -> None:
    vote.set_up_vote(book, VoteSet("First vote", Ratifier.MEMBERS, "Ratify?", 452, packet=1))
    count.enter_tallies(book, [TallyEntered("First vote", 400, 400, 150, 250)])
    count.certify(book, "First vote", "Grace Odell, president")


def test_two_packets_of_two_votes_are_compared(book: Book) -> None:
    make_packet(book)
    voted_down(book)
    send_back.send_back(book, "First vote", "Class size", {"TA 12": Fate.REOPENS, "TA 13": Fate.FALLS})
    state = book.negotiation
    assert {position(state, key).state for key in ("12", "13")} <= {State.WITH_US, State.WITH_THEM, State.PART_TA}
    accepted = agree.find_accepted(state, "12", "U-4")
    agree.agree(book, [agree.agreed_on(state, accepted)])
    make_packet(book)
    found = send_back.compare_packets(book.negotiation, 1, 2)
    assert set(found.tas.gone) == {"TA 12", "TA 13"}
    assert len(found.tas.new) == 1
    assert {"12", "13"} <= {key for key, _ in found.articles}
    assert all(redline.changes for _, redline in found.articles)
    with pytest.raises(UserError, match="There is no packet 9"):
        send_back.compare_packets(book.negotiation, 1, 9)


def test_a_name_that_is_no_ta_is_refused_before_anything_is_recorded(book: Book) -> None:
    make_packet(book)
    voted_down(book)
    before = len(book.entries)
    with pytest.raises(UserError, match="TA 99 is not in force"):
        send_back.send_back(book, "First vote", "Class size", {"TA 99": Fate.FALLS})
    assert len(book.entries) == before


def test_a_vote_that_is_still_to_come_is_on_the_packet_that_is_made_last(book: Book) -> None:
    vote.set_up_vote(book, VoteSet("First vote", Ratifier.MEMBERS, "Ratify?", 100))
    made = make_packet(book)
    assert made.message.endswith(" First vote is on it.")
    assert book.negotiation.ratification.votes["First vote"].body.packet == 1
    with pytest.raises(UserError, match="Packet 1 says all this already"):
        make_packet(book)
    count.enter_tallies(book, [TallyEntered("First vote", 100, 80, 20, 60)])
    packet_words.write_summary(book, "TA 12", "Classes get smaller.")
    assert "is on it" not in make_packet(book).message
    assert book.negotiation.ratification.votes["First vote"].body.packet == 1


def test_the_packet_tells_of_the_vote_that_was_set_up_last(book: Book) -> None:
    assert isinstance(book.clock, FixedClock)
    vote.set_ratifiers(book, [Ratifier.MEMBERS, Ratifier.UNIT, Ratifier.BOARD])
    vote.set_up_vote(book, VoteSet("Unit", Ratifier.UNIT, "Shall all agree?", 500))
    book.clock.forward(60)
    vote.set_up_vote(book, VoteSet("Members", Ratifier.MEMBERS, "Shall the members agree?", 452))
    notice = packet_sheet(book.negotiation, book.clock.now()).vote
    assert notice is not None
    assert (notice.question, notice.eligible) == ("Shall the members agree?", 452)


def test_what_is_still_to_come_is_not_recorded(book: Book) -> None:
    vote.set_up_vote(book, VoteSet("First vote", Ratifier.MEMBERS, "Ratify?", 100))
    before = len(book.entries)
    with pytest.raises(UserError, match="2099-01-01, and that day is still to come"):
        vote.give_notice(book, "First vote", "2099-01-01")
    with pytest.raises(UserError, match="The signing is dated 2099-01-01"):
        execute.execute(book, [Signature(Party.UNION, "Odell", "2099-01-01T10:00:00+00:00")])
    with pytest.raises(UserError, match="The notice needs its date"):
        vote.give_notice(book, "First vote", "Apr 2")
    assert len(book.entries) == before


def test_a_scan_is_kept_byte_for_byte_with_its_ta(book: Book) -> None:
    data = b"%PDF-1.4 signed on both sides"
    file = Attachment(hashlib.sha256(data).hexdigest(), "TA 12 signed.pdf", len(data))
    papers.attach_scan(book, (file, data), "TA 12")
    assert book.attachment(book.negotiation.agreements["TA 12"].papers[0].digest) == data
    assert book.verify().ok
    missed = {line.agreement for line in readiness(book.negotiation) if line.check is Check.SCANS}
    assert "TA 12" not in missed


def test_a_conforming_list_puts_a_citation_right_in_the_successor(book: Book) -> None:
    initials = [Signature(party, "AB", book.clock.now().isoformat(), "", SignedHow.INITIALS)
                for party in (Party.UNION, Party.EMPLOYER)]  # fmt: skip
    change = ConformingChange("1", "District", "School District", Conforming.TYPOGRAPHY)
    texts.agree_conforming(book, [change], initials)
    built = assemble(book.negotiation)
    assert built.conformed[0].times > 0
    article = built.by_key["1"].article
    assert article is not None
    assert "School District" in " ".join(block.text for block in article.blocks)


def test_a_line_settled_by_number_does_what_it_says(book: Book) -> None:
    lines = settle_line.open_lines(book)
    number = next(i for i, line in enumerate(lines, 1) if line.check is Check.PAYERS)
    settle_line.settle_line(book, number, "Payroll of the District")
    assert book.negotiation.ratification.payers[lines[number - 1].agreement].payer == "Payroll of the District"
    with pytest.raises(UserError, match="not settled this way"):
        settle_line.settle_line(book, len(settle_line.open_lines(book)), "x")


def test_words_of_a_translation_are_not_taken_for_the_english_ones(book: Book) -> None:
    packet_words.write_summary(book, "TA 12", "Classes get smaller.")
    packet_words.translate_summary(book, "TA 12", "es", "Las clases se reducen.", "Alma Ruiz")
    packet_words.write_summary(book, "TA 12", "Classes get smaller by two.")
    lines = settle_line.open_lines(book)
    number = next(i for i, line in enumerate(lines, 1) if line.check is Check.SUMMARIES and line.old == "es")
    with pytest.raises(UserError, match="not settled this way"):
        settle_line.settle_line(book, number, "Las clases se reducen en dos.")
    assert book.negotiation.ratification.summaries["TA 12", "en"][1].text == "Classes get smaller by two."
