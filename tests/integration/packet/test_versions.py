"""Versions of a packet, what makes an older one out of date, and what is flagged while nobody wrote it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tablebook.book import Book
from tablebook.clock import FixedClock
from tablebook.documents.read import read_contract
from tablebook.domain.codes import Party, Ratifier
from tablebook.domain.record import TextPassed
from tablebook.domain.text import paragraph
from tablebook.domain.values import Part
from tablebook.errors import UserError
from tablebook.ids import SeededIds
from tablebook.jobs import agree, packet_words, pass_text
from tablebook.jobs.make_packet import chosen_packet, make_packet, not_written
from tablebook.jobs.new_book import Who, make_book
from tablebook.jobs.place_text import parts_from_lines
from tablebook.jobs.ratify import vote
from tablebook.jobs.targets import find_target
from tablebook.reports.packet.sheet import Edition
from tablebook.reports.words import words_of
from tests.integration.packet.conftest import Ready, printed, read_back, shown_by, tight, web_page


def reopen(book: Book, label: str) -> None:
    agree.reopen(book, label, "A wrong figure", asked_by="Ruth Kessler", agreed_by="Dana Marsh", words="We mend it.")


def test_a_packet_of_the_same_facts_keeps_its_version(own: Book) -> None:
    sheet = chosen_packet(own)
    assert (sheet.version, sheet.outdated) == (1, ())
    with pytest.raises(UserError, match="Packet 1 says all this already"):
        make_packet(own)


def test_another_fact_is_another_packet(own: Book) -> None:
    before = chosen_packet(own)
    packet_words.write_letter(own, "Dear members, read this.", signed="Dana Marsh")
    after = chosen_packet(own)
    assert (after.version, before.version) == (0, 1)
    assert after.fingerprint != before.fingerprint
    make_packet(own)
    assert chosen_packet(own).version == 2


def test_a_changed_ta_makes_older_packets_visibly_outdated(own: Book) -> None:
    reopen(own, "TA 21")
    old = chosen_packet(own, 1)
    assert old.outdated == ("TA 21",)
    assert "TA 21" in old.labels, "it is printed as it was made"
    said = words_of("en")("paper.outdated", what="TA 21")
    for edition in Edition:
        assert tight(said) in read_back(printed(old, edition)), edition
    assert tight(said) in shown_by(web_page(old))
    assert tight(words_of("es")("paper.outdated", what="TA 21")) in shown_by(web_page(old, "es"))
    assert "TA 21" not in chosen_packet(own).labels


def test_an_old_packet_has_its_own_version_and_fingerprint(own: Book) -> None:
    before = chosen_packet(own)
    reopen(own, "TA 21")
    old = chosen_packet(own, 1)
    assert (old.version, old.fingerprint, old.texts) == (before.version, before.fingerprint, before.texts)


def test_an_old_packet_is_outdated_by_other_words_too(own: Book) -> None:
    packet_words.write_letter(own, "Dear members, read this.")
    words = words_of("en")
    said = words("paper.outdated", what=words("paper.other_words"))
    assert tight(said) in read_back(printed(chosen_packet(own, 1), Edition.MEMBERS))


def test_a_packet_that_was_never_made_is_refused(own: Book) -> None:
    with pytest.raises(UserError, match="There is no packet 7"):
        chosen_packet(own, 7)


def test_a_translation_goes_stale_when_the_english_changes(own: Book) -> None:
    packet_words.write_summary(own, "TA 21", "Sixty dollars for each overnight stay.")
    sheet = chosen_packet(own)
    stale = [text.label for text in sheet.texts for one in text.plain.translations if one.stale]
    assert stale == ["TA 21"]
    for said in (read_back(printed(sheet, Edition.MEMBERS, "es")), shown_by(web_page(sheet, "es"))):
        assert said.count(tight(words_of("es")("translation.stale"))) == 1
    packet_words.translate_summary(own, "TA 21", "es", "Sesenta dólares por noche.", translator="Alma Ruiz")
    again = chosen_packet(own)
    assert not [one for text in again.texts for one in text.plain.translations if one.stale]
    assert tight(words_of("es")("translation.by_only", translator="Alma Ruiz")) in shown_by(web_page(again, "es"))


def test_other_line_breaks_leave_a_translation_as_it_is(own: Book) -> None:
    words = chosen_packet(own).texts[0]
    packet_words.write_summary(own, words.label, words.plain.text.replace(". ", ".\n"))
    assert not any(one.stale for one in chosen_packet(own).texts[0].plain.translations)


def test_the_english_text_is_said_to_control(packet: Ready) -> None:
    said = tight(words_of("es")("translation.controls"))
    assert said in shown_by(web_page(packet.sheet, "es"))
    assert said not in shown_by(web_page(packet.sheet, "en"))


# A negotiation with nothing written


@pytest.fixture
def bare(tmp_path: Path, root: Path) -> Book:
    """A real contract that is no sample, with one TA and not a word written beside it."""
    contract = read_contract(root / "tests" / "data" / "or-kingsley-2023-2025" / "agreement-unmarked.txt").contract
    who = Who("Pine Hollow Teachers", "Pine Hollow Board", Party.UNION)
    clock = FixedClock(datetime(2027, 3, 9, 18, 0, tzinfo=UTC))
    book = make_book(tmp_path / "Bare.tablebook", contract, who, clock=clock, ids=SeededIds(), origin="one")
    state = book.negotiation
    key = next(key for key, item in state.items.items() if item.article.sections)
    place = state.items[key].article.sections[0].number
    target = find_target(state, place if place.startswith(key) else key)
    for label, party, words in (
        ("U-1", Party.UNION, "Ten days."),
        ("E-1", Party.EMPLOYER, "Seven <b>days</b> & no more."),
    ):
        parts = parts_from_lines(book.negotiation, target, words)
        pass_text.pass_texts(book, [pass_text.offer(book.negotiation, target, party, parts, label=label)])
        clock.forward(60)
    agree.agree(book, [agree.agreed_on(book.negotiation, agree.find_accepted(book.negotiation, target.key, "E-1"))])
    return book


def test_what_nobody_wrote_is_flagged_and_not_blank(bare: Book) -> None:
    with bare as book:
        sheet = chosen_packet(book)
    words = words_of("en")
    said = shown_by(web_page(sheet))
    on_paper = read_back(printed(sheet, Edition.MEMBERS))
    for key in ("flag.letter", "flag.plain", "flag.cost", "flag.vote", "paper.draft_note", "letters.none"):
        assert tight(words(key)) in said, key
        assert tight(words(key)) in on_paper, key
    assert len(not_written(sheet)) == 4
    assert tight(words("flag.cost")) in read_back(printed(sheet, Edition.BOARD))
    label = sheet.texts[0].label
    assert tight(words("summary.missing", labels=label)) in read_back(printed(sheet, Edition.SUMMARY))


def test_what_people_wrote_is_no_markup(bare: Book) -> None:
    with bare as book:
        page = web_page(chosen_packet(book))
    assert "<b>days</b>" not in page
    assert tight("Seven <b>days</b> & no more.") in shown_by(page)


def test_section_1_of_another_article_is_not_article_1(bare: Book) -> None:
    """Where sections start again in each article, "1" is a section of the article, and no unit that it carries."""
    with bare as book:
        target = find_target(book.negotiation, "12")
        number = book.negotiation.items["12"].article.sections[0].number
        assert number in book.negotiation.items, "the contract numbers its sections like its articles"
        part = Part(number, (paragraph("Sick leave accrues by the hour.", "1", section=number),))
        body = TextPassed("12", "U-7", Party.UNION, (part,))
        pass_text.pass_texts(book, [body])
        accepted = agree.find_accepted(book.negotiation, target.key, "U-7")
        agree.agree(book, [agree.agreed_on(book.negotiation, accepted)])
        sheet = chosen_packet(book)
    asked = {one.number: one for one in sheet.asked}
    said = [row.got for place in asked["12"].places for row in place.passages]
    assert any("accrues by the hour" in words for words in said)
    others = [row.got for key, one in asked.items() if key != "12" for place in one.places for row in place.passages]
    assert not any("accrues by the hour" in words for words in others)
    assert "1" not in asked or asked["1"].got != asked["12"].got


def test_nothing_agreed_is_no_packet(tmp_path: Path, root: Path) -> None:
    contract = read_contract(root / "resources" / "sample" / "contract.docx").contract
    clock, who = FixedClock(datetime(2027, 3, 9, 18, 0, tzinfo=UTC)), Who("A", "B", Party.UNION)
    with make_book(tmp_path / "New.tablebook", contract, who, clock=clock, ids=SeededIds(), origin="one") as book:
        with pytest.raises(UserError, match="nothing to put in a packet"):
            chosen_packet(book)
        with pytest.raises(UserError, match="no packet to make"):
            make_packet(book)


def test_a_section_that_was_reopened_is_in_no_packet(own: Book) -> None:
    before = next(text for text in chosen_packet(own).texts if len(text.places) > 1)
    gone, *left = before.places
    agree.reopen(own, before.label, "A wrong figure", places=[gone], agreed_by="Dana Marsh")
    assert [text.places for text in chosen_packet(own).texts if text.label == before.label] == [tuple(left)]
    assert chosen_packet(own, 1).outdated == (before.label,)


@pytest.mark.parametrize(
    ("bodies", "key"),
    [((), "terms.signed_alone"), ((Ratifier.UNIT,), "terms.first_unit"), ((Ratifier.MEMBERS,), "terms.first_members")],
)
def test_a_packet_names_those_who_ratify_here_and_nobody_else(
    own: Book, bodies: tuple[Ratifier, ...], key: str
) -> None:
    vote.set_ratifiers(own, bodies)
    for language in ("en", "es"):
        words = words_of(language)
        said = shown_by(web_page(chosen_packet(own), language))
        assert tight(words(key)) in said
        assert tight(words("terms.first_board")) not in said


def test_a_new_article_has_the_number_in_a_packet_that_it_has_in_the_agreement(own: Book) -> None:
    place = find_target(own.negotiation, "New: 3A Recess")
    parts = parts_from_lines(own.negotiation, place, "There is recess twice a day.")
    pass_text.pass_texts(own, [pass_text.offer(own.negotiation, place, Party.UNION, parts, label="U-1")])
    one = agree.find_accepted(own.negotiation, place.key, "U-1")
    agree.agree(own, [agree.agreed_on(own.negotiation, one)])
    sheet = chosen_packet(own)
    assert [(text.number, text.title) for text in sheet.texts if text.label == "TA New: 3A Recess"] == [
        ("3A", "Recess")
    ]
    assert [one.number for one in sheet.asked if one.title == "Recess"] == ["3A"]
