"""How papers say times, people and places."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tablebook.book import Book
from tablebook.domain.codes import Channel, Form, Party, PassKind, Sign, SignedHow
from tablebook.domain.values import PassRef
from tablebook.jobs.sheets import wording
from tablebook.jobs.sheets.agreement import ta_sheet, ta_summary_sheet
from tablebook.jobs.sheets.minutes import joint_minutes_sheet, minutes_sheet
from tablebook.jobs.sheets.proposal import proposal_sheet
from tests.unit.domain.table_talk import Table

MOMENT = datetime(2027, 3, 9, 15, 10, tzinfo=UTC)


def test_every_code_has_its_words() -> None:
    for words, codes in (
        (wording.FORMS, Form), (wording.SIGNS, Sign), (wording.PARTIES, Party), (wording.KINDS, PassKind),
        (wording.CHANNELS, Channel), (wording.SIGNED, SignedHow),
    ):  # fmt: skip
        assert set(words) == set(codes)
        assert all(words.values())


def test_days_and_times() -> None:
    assert wording.long_date(date(2027, 3, 9)) == "Tuesday 9 March 2027"
    assert wording.short_day(MOMENT) == "9 Mar 2027"
    assert wording.clock(MOMENT) == "15:10"
    assert wording.day_or_words("2027-07-01") == "1 July 2027"
    assert wording.day_or_words("on ratification") == "on ratification"
    assert wording.moment_or_words("2027-03-09T16:30:00-06:00") == "9 Mar 2027, 16:30"
    assert wording.moment_or_words("Friday noon") == "Friday noon"


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists(words: list[str], said: str) -> None:
    assert wording.listed(words) == said


def test_places(sample: Book) -> None:
    state = sample.negotiation
    assert wording.places_words(state, "12", ("12.1", "12.2")) == "sections 12.1 and 12.2"
    assert wording.places_words(state, "12", ("12.3",)) == "section 12.3"
    assert wording.places_words(state, "12", ("12.1", "12.2", "12.3", "12.4", "12.5")) == "all sections"
    assert wording.places_words(state, "20", ("20.2", "Appendix A")) == "section 20.2, Appendix A"
    assert wording.heading(state, "12", ("12.3",)) == "Article 12, Class Size and Caseload, section 12.3"
    assert wording.heading(state, "Side letter A") == "Side letter A"
    assert wording.refs_words(state, "12", [PassRef("12", "E-3")]) == "E-3, 9 Mar 2027, 14:31"


def test_one_label_of_both_sides_is_dated_by_whose_it_is() -> None:
    table = Table().tell("union passes #1 on 1.1", "employer answers #1 with #1 on 1.1")
    first, second = (f"{one.at:%H:%M}" for one in table.state.passes.values())
    assert first != second
    for party, when in ((Party.UNION, first), (Party.EMPLOYER, second)):
        assert wording.refs_words(table.state, "1", [PassRef("1", "#1", party)]).endswith(when)


def test_a_speaker_goes_by_the_last_name() -> None:
    assert wording.surname("Dana Marsh") == "Marsh"
    assert wording.surname("") == ""


def test_the_masthead(sample: Book) -> None:
    head = wording.masthead(sample.negotiation)
    assert head.parties == "Lakeview Education Association and Lakeview School District"
    assert (head.union_short, head.employer_short, head.fictional) == ("Association", "District", True)
    assert head.agreement == "2027–30 successor agreement"


def test_a_proposal(sample: Book) -> None:
    state = sample.negotiation
    (u4,) = [one for one in state.passes_on("12") if one.body.label == "U-4"]
    sheet = proposal_sheet(state, [u4.id], MOMENT)
    assert (sheet.title, sheet.date, sheet.kind) == ("Union Proposal U-4", "Tuesday 9 March 2027", "Amend")
    assert sheet.expiry == "9 Mar 2027, 16:30"
    assert sheet.expiry_reason
    assert "8.4" in sheet.conditions
    (item,) = sheet.items
    assert item.answers.startswith("E-3, 9 Mar 2027")
    assert [line.current for line in item.passes] == [False] * 6 + [True]
    assert item.not_part.startswith("Sections 12.3 and 12.5 were tentatively agreed")


def test_a_ta_sheet_and_the_log(sample: Book) -> None:
    state = sample.negotiation
    agreement = state.agreements["TA 23"]
    sheet = ta_sheet(state, agreement.body, MOMENT, agreement)
    (text,) = sheet.texts
    assert text.accepted == "Union pass U-1, passed 26 January 2027, " + text.accepted.partition("2027, ")[2]
    assert text.accepted.endswith("session 1, amended at signing")
    assert [(edit.old, edit.new) for edit in text.edits] == [("two (2)", "three (3)")]
    assert [side.signed[0].name for side in sheet.signatures] == ["Dana Marsh", "Ruth Kessler"]
    assert "ratification" in sheet.subject_to
    log = ta_summary_sheet(state, sample.clock.now(), sample.fingerprint)
    assert (len({row.label for row in log.rows}), log.open) == (32, ())
    assert log.count == "31 agreements, 0 articles open, 6 closed in one line"
    assert next(row.note for row in log.rows if row.label == "TA 6") == "Replaced by TA 6 (2)."


@pytest.mark.parametrize(
    ("label", "supersedes"),
    [
        ("TA 8", "Article 8 of the current agreement"),
        ("TA 9", "Sections 9.1 and 9.3 of Article 9 of the current agreement"),
        ("TA 6 (2)", "Sections 6.1 and 6.2 of Article 6 of the current agreement; TA 6 of 16 February 2027"),
        ("TA Appendix B", "Appendix B of the current agreement"),
        ("TA 20", "Sections 20.2, 20.5 and 20.6 of Article 20 and Appendix A of the current agreement"),
        ("TA Side letter A", ""),
    ],
)
def test_a_ta_sheet_says_what_it_supersedes(sample: Book, label: str, supersedes: str) -> None:
    state = sample.negotiation
    (text,) = ta_sheet(state, state.agreements[label].body, MOMENT, state.agreements[label]).texts
    assert text.supersedes == supersedes


def test_one_text_has_one_fingerprint_on_every_paper(sample: Book) -> None:
    """Proposal, TA sheet and TA log: compared wherever a pass was agreed whole and as it was."""
    state = sample.negotiation
    log = {row.label: row.fingerprint for row in ta_summary_sheet(state, MOMENT, sample.fingerprint).rows}
    compared = 0
    for label, agreement in state.agreements.items():
        (text,) = agreement.body.texts
        accepted = state.named(text.accepted)
        assert accepted is not None
        sheet = ta_sheet(state, agreement.body, MOMENT, agreement)
        assert sheet.fingerprint == sheet.texts[0].fingerprint == log[label]
        if text.places == accepted.places and not text.amended:
            assert proposal_sheet(state, [accepted.id], MOMENT).fingerprint == log[label]
            compared += 1
    assert compared > 20


def test_minutes_say_what_was_said_and_joint_ones_do_not(sample: Book) -> None:
    state = sample.negotiation
    ours, joint = minutes_sheet(state, 6, MOMENT), joint_minutes_sheet(state, 6, MOMENT)
    lines = [line for group in ours.groups for line in group.lines]
    assert any("twenty-five" in line.text and line.who == "Kessler" for line in lines)
    assert len(ours.facts.caucuses) == len(state.sessions[6].caucuses)
    assert ours.note_taker == "Priya Nair"
    assert any("Birch and Alder" in line.text for line in ours.corrections)
    assert "twenty-five" not in repr(joint.facts)
