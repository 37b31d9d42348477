"""The cover letter that goes from one packet into the next: whoever makes it is told what changed since."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tablebook.book import Book
from tablebook.domain.codes import Fate, Ratifier
from tablebook.domain.record import TallyEntered, VoteSet
from tablebook.jobs import agree
from tablebook.jobs.letter_age import letter_out_of_date
from tablebook.jobs.make_packet import chosen_packet, make_packet
from tablebook.jobs.packet_parts import packet_parts
from tablebook.jobs.packet_words import write_letter
from tablebook.jobs.print_packet import packet_page
from tablebook.jobs.ratify import count, send_back, vote
from tablebook.jobs.sample import make_sample


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with make_sample(tmp_path / "Lakeview.tablebook") as made:
        yield made


def told(book: Book) -> str:
    return letter_out_of_date(book.negotiation)


def test_a_letter_that_tells_of_what_is_agreed_now_is_not_told_of(book: Book) -> None:
    assert told(book) == ""
    make_packet(book)
    vote.set_up_vote(book, VoteSet("Vote", Ratifier.MEMBERS, "Ratify?", 452, packet=1))
    assert told(book) == "", "a vote that was set after the packet is no other vote"


def test_a_letter_of_the_packet_before_is_told_of_where_the_next_is_made_and_not_to_members(book: Book) -> None:
    make_packet(book)
    vote.set_up_vote(book, VoteSet("First vote", Ratifier.MEMBERS, "Ratify?", 452, packet=1))
    count.enter_tallies(book, [TallyEntered("First vote", 400, 400, 150, 250)])
    count.certify(book, "First vote", "Grace Odell, president")
    send_back.send_back(book, "First vote", "Class size", {"TA 12": Fate.REOPENS, "TA 13": Fate.FALLS})
    accepted = agree.find_accepted(book.negotiation, "12", "U-4")
    agree.agree(book, [agree.agreed_on(book.negotiation, accepted)])
    said = told(book)
    assert said.startswith("The cover letter was written on 15 April 2027, before packet 1. Since then 3 TAs changed (")
    assert said.endswith(") and the agreement went back to the table: read it again.")
    make_packet(book)
    assert told(book) == said, "the next packet does not make the old letter new"
    assert said in packet_parts(book.negotiation, book.clock.now()).missing
    assert "read it again" not in packet_page(chosen_packet(book))
    write_letter(book, "Dear members, we went back for class size.")
    assert told(book) == ""


def test_another_vote_than_the_packet_had_is_told_of(book: Book) -> None:
    vote.set_up_vote(book, VoteSet("Vote", Ratifier.MEMBERS, "Ratify?", 452, "2027-04-24T07:00-06:00"))
    make_packet(book)
    vote.set_up_vote(book, VoteSet("Vote", Ratifier.MEMBERS, "Ratify?", 452, "2027-05-01T07:00-06:00", packet=1))
    assert "Since then the vote was set anew: read it again." in told(book)


def test_without_a_packet_the_tas_signed_after_the_letter_are_told(book: Book) -> None:
    write_letter(book, "Dear members")
    assert told(book) == ""
