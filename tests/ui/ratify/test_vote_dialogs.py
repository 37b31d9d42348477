"""The dialogs of the vote: what is missing is said, the right entry is recorded, the job refuses in its own words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tablebook.domain.codes import BoardOutcome, CountedFrom, Fate, Ratifier, RollCall, VoteOutcome
from tablebook.domain.ready_line import Act
from tablebook.domain.record import (
    BallotsChallenged,
    BoardVoted,
    ChallengeSettled,
    Executed,
    NoticeGiven,
    RatifiersSet,
    ReasonGiven,
    SentBack,
    TallyEntered,
    VoteCertified,
    VoteSet,
)
from tablebook.ui.ratify.vote_steps import steps
from tests.ui.ratify.conftest import (
    APPROVED,
    CERTIFIED,
    CLOSED,
    COUNTED,
    EXECUTED,
    FIRST_PACKET,
    NOTICE_DAY,
    THIRD_PACKET,
    TOTAL,
    Office,
    texts_of,
)

At = Callable[..., Office]


def ready(dialog: Any) -> str:
    """Why the main act is off; "" when it is not."""
    assert dialog.main is not None
    return str(dialog.main.reason())


@pytest.mark.parametrize(
    ("moment", "wanted"),
    [
        (FIRST_PACKET, "set-up"), (THIRD_PACKET, "tally"), (COUNTED, "certify"), (COUNTED, "challenges"),
        (FIRST_PACKET, "who"), (CERTIFIED, "board"), (APPROVED, "executed"), (EXECUTED, "executed"),
        (FIRST_PACKET, "dispute"), (FIRST_PACKET, "words"), (FIRST_PACKET, "letter"), (FIRST_PACKET, "cost"),
        (THIRD_PACKET, "compare"), (FIRST_PACKET, "assemble"), (FIRST_PACKET, "sheet"), (FIRST_PACKET, "preview"),
    ],
)  # fmt: skip
def test_esc_records_nothing(office: At, moment: str, wanted: str) -> None:
    here = office(moment)
    before = here.entries()
    dialog = here.ask(wanted)
    here.press("Esc")
    here.until(lambda: not dialog.isVisible())
    here.settled()
    assert here.entries() == before


def test_a_vote_is_set_up(office: At) -> None:
    here = office(TOTAL)
    before, dialog = here.entries(), here.ask("set-up")
    assert dialog.question.text() == "Shall the 2027–30 agreement be ratified?"
    assert ready(dialog) == "Count the list of those who may vote."
    here.write(dialog.eligible, "four")
    assert ready(dialog) == "Count the list of those who may vote."
    here.write(dialog.eligible, "452")
    assert ready(dialog) == ""
    here.write(dialog.open_day, "24 Apr")
    assert ready(dialog).startswith("Type the day and the time when it opens")
    here.write(dialog.open_time, "07:00")
    here.write(dialog.quorum, "some")
    assert ready(dialog) == "Type the quorum as a number, a share, or none."
    here.write(dialog.quorum, "half")
    dialog.share.set_value("own")
    dialog.check()
    here.write(dialog.own, "three in five")
    assert ready(dialog) == "Type the share as 60 % or 3/7."
    here.write(dialog.own, "60 %")
    here.write(dialog.rule, "three fifths of those voting")
    here.write(dialog.places, "Hall, School")
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, VoteSet)
    assert (body.vote, body.body, body.eligible) == ("Members’ vote", Ratifier.MEMBERS, 452)
    assert body.places == ("Hall", "School")
    assert (body.threshold.part, body.threshold.whole, body.threshold.at_least) == (60, 100, True)
    assert body.threshold.words == "three fifths of those voting"
    assert (body.quorum.part, body.quorum.whole) == (1, 2)
    assert body.opens.startswith("2027-04-24T07:00")


def test_a_vote_that_is_not_counted_is_changed_under_its_name(office: At) -> None:
    here = office(THIRD_PACKET)
    before, dialog = here.entries(), here.ask("set-up")
    assert dialog.name == "Members’ vote"
    here.write(dialog.eligible, "460")
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, VoteSet)
    assert (body.vote, body.eligible, body.packet) == ("Members’ vote", 460, 3)
    assert body.threshold.of is CountedFrom.CAST


def test_a_practice_count_can_be_set_up_and_counted(office: At) -> None:
    here = office(TOTAL)
    before, dialog = here.entries(), here.ask("set-up")
    here.write(dialog.eligible, "12")
    dialog.practice.setChecked(True)
    here.press("Ctrl+Return")
    assert here.recorded(dialog, before, VoteSet).vote == "Practice count"
    here.settled()
    before, dialog = here.entries(), here.ask("tally")
    assert dialog.title.text() == "Count: Practice count"
    for key, figure in (("issued", "12"), ("yes", "7"), ("no", "5")):
        here.write(dialog.boxes["", key], figure)
    here.press("Ctrl+Return")
    here.recorded(dialog, before, TallyEntered)
    assert here.stage.open.text() == "Set up the vote"


def test_a_count_is_entered_by_place(office: At) -> None:
    here = office(CLOSED)
    before, dialog = here.entries(), here.ask("tally")
    assert ready(dialog) == "Type the figures of a place."
    row = {key: dialog.boxes["Union Hall", key] for key in ("issued", "yes", "no", "abstain", "void")}
    here.write(row["yes"], "many")
    assert ready(dialog) == "Yes at Union Hall is no number."
    here.write(row["yes"], "97")
    assert ready(dialog) == "97 ballots were cast at Union Hall, and 0 issued."
    here.write(row["issued"], "116")
    here.write(row["no"], "17")
    here.write(row["abstain"], "1")
    assert dialog.cast["Union Hall"].text() == "115"
    here.write(dialog.tellers, "Alma Ruiz, Jon Cole")
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, TallyEntered)
    assert (body.place, body.issued, body.cast, body.yes, body.no, body.abstain) == ("Union Hall", 116, 115, 97, 17, 1)
    assert body.tellers == ("Alma Ruiz", "Jon Cole")
    assert "Lakeview High, Harbor Elementary" in " ".join(
        label.text() for label in here.stage.vote.findChildren(type(here.stage.subtitle))
    )


def test_a_second_count_says_why(office: At) -> None:
    here = office(COUNTED)
    before, dialog = here.entries(), here.ask("tally")
    here.write(dialog.boxes["Union Hall", "yes"], "96")
    here.write(dialog.boxes["Union Hall", "void"], "1")
    assert ready(dialog) == "Say why it is counted again."
    here.write(dialog.again, "One was void")
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, TallyEntered)
    assert (body.place, body.yes, body.void, body.reason) == ("Union Hall", 96, 1, "One was void")
    assert body.tellers == ("Alma Ruiz", "Jon Cole", "Mai Tran"), "the tellers of the first count stay"


def test_more_ballots_than_members_are_refused_in_the_jobs_words(office: At) -> None:
    here = office(CLOSED)
    before, dialog = here.entries(), here.ask("tally")
    for key, figure in (("issued", "500"), ("yes", "60"), ("no", "40")):
        here.write(dialog.boxes["Union Hall", key], figure)
    here.press("Ctrl+Return")
    here.until(lambda: "500 ballots were issued; 452 may vote." in dialog.line.accessibleName() + shown(dialog))
    assert dialog.isVisible()
    assert here.entries() == before
    assert dialog.main.isEnabled()


def shown(dialog: Any) -> str:
    """What the footer says."""
    return " ".join(one.text() for one in dialog.line.findChildren(type(dialog.title)))


def test_a_count_is_certified_with_its_rule(office: At) -> None:
    here = office(COUNTED)
    before, dialog = here.entries(), here.ask("certify")
    assert "202 of 403" in dialog.subtitle.text()
    assert (dialog.by.text(), ready(dialog)) == ("", "Name who certifies it.")
    here.write(dialog.by, "Grace Odell, president")
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, VoteCertified)
    assert (body.by, body.result) == ("Grace Odell, president", VoteOutcome.RATIFIED)


def test_nothing_is_certified_before_every_place_is_counted(office: At) -> None:
    here = office(THIRD_PACKET)
    here.stage.ask("certify")
    assert here.said[-1] == "Nothing is counted yet."


def notice(here: Office) -> Any:
    """The dialog of the line that asks for the notice."""
    here.stage.ready.asked.emit(here.line(Act.GIVE_NOTICE))
    return here.dialog()


def test_notice_is_recorded_from_its_line(office: At) -> None:
    here = office(NOTICE_DAY)
    before, dialog = here.entries(), notice(here)
    here.write(dialog.day, "the other day")
    assert ready(dialog) == "Type the day as 19 Apr 2027."
    here.write(dialog.day, "1 Jan 2030")
    assert ready(dialog) == "Tue 1 Jan 2030 is still to come. Record the notice when it is given."
    here.write(dialog.day, "19 Apr")
    here.write(dialog.how, "mailed and posted")
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, NoticeGiven)
    assert (body.vote, body.day, body.how) == ("Members’ vote", "2027-04-19", "mailed and posted")


def test_a_notice_while_lines_are_open_asks_why(office: At) -> None:
    here = office(THIRD_PACKET)
    before, dialog = here.entries(), notice(here)
    assert ready(dialog) == "Say why all the same: lines are open."
    here.write(dialog.reasons.fields["not-ready"], "The payers are named by Friday")
    here.press("Ctrl+Return")
    kept = here.recorded(dialog, before, ReasonGiven)
    assert (kept.label, kept.warning) == ("Members’ vote", "not-ready")
    assert kept.reason == "The payers are named by Friday"
    assert here.desk.state.ratification.votes["Members’ vote"].notices


def test_a_count_before_the_vote_is_closed_asks_why(office: At) -> None:
    here = office(NOTICE_DAY)
    dialog = here.ask("tally")
    row = {key: dialog.boxes["Union Hall", key] for key in ("issued", "yes")}
    here.write(row["issued"], "2")
    here.write(row["yes"], "2")
    assert [one.code for one in dialog.reasons.cautions] == ["counted-early", "few-ballots"]
    assert ready(dialog) == "Say why all the same: the vote is still open."
    here.press("Esc")


def test_nothing_is_counted_while_lines_stand_in_the_way(office: At) -> None:
    here = office(THIRD_PACKET)
    buttons = {step.act: button for step, button in zip(steps(here.desk.state), here.stage.vote.stops(), strict=True)}
    assert buttons["tally"].reason() == here.stage.open.reason() == "Settle what is open at the left first."
    assert not buttons["set-up"].reason()


def test_challenged_ballots_are_set_aside_and_decided(office: At) -> None:
    here = office(COUNTED)
    before, dialog = here.entries(), here.ask("challenges")
    assert ready(dialog) == "Type how many were set aside."
    dialog.place.set_value("Union Hall")
    here.write(dialog.how_many, "3")
    assert ready(dialog) == "Say why."
    here.write(dialog.reason, "Not on the list of members")
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, BallotsChallenged)
    assert (body.count, body.place, body.reason) == (3, "Union Hall", "Not on the list of members")
    here.settled()
    before, dialog = here.entries(), here.ask("challenges")
    assert (dialog.what.value, dialog.place.value) == ("decided", "Union Hall"), "it opens on what is undecided"
    assert ready(dialog) == "Type how many of the 3 count, and how many do not."
    here.write(dialog.counted, "2")
    here.write(dialog.not_counted, "2")
    assert ready(dialog) == "Type how many of the 3 count, and how many do not."
    here.write(dialog.not_counted, "1")
    here.write(dialog.reason, "Two had paid their dues")
    here.press("Ctrl+Return")
    settled = here.recorded(dialog, before, ChallengeSettled)
    assert (settled.counted, settled.not_counted, settled.place) == (2, 1, "Union Hall")
    here.settled()
    assert here.stage.open.text() == "Enter the count", "they are mixed in and that place is counted again"


def test_who_ratifies_is_set_in_any_order(office: At) -> None:
    here = office(TOTAL)
    before, dialog = here.entries(), here.ask("who")
    assert ready(dialog) == "This is how it stands."
    dialog.turns[0].set_value("board")
    dialog.check()
    assert ready(dialog) == "Each of them ratifies once."
    dialog.turns[1].set_value("unit")
    here.write(dialog.words, "Bylaw 9.1")
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, RatifiersSet)
    assert (body.bodies, body.words) == ((Ratifier.BOARD, Ratifier.UNIT), "Bylaw 9.1")


def test_nobody_ratifies(office: At) -> None:
    here = office(TOTAL)
    before, dialog = here.entries(), here.ask("who")
    for box in dialog.turns:
        box.set_value("")
    dialog.check()
    assert "Nobody votes" in shown(dialog)
    here.press("Ctrl+Return")
    assert here.recorded(dialog, before, RatifiersSet).bodies == ()


def test_the_board_votes_by_roll_call(office: At) -> None:
    here = office(CERTIFIED)
    before, dialog = here.entries(), here.ask("board")
    assert dialog.seats.text() == "7"
    assert ready(dialog) == "Name who was called."
    for at, name in enumerate(("Paula Wendt", "Martin Osei", "Ellen Brodie", "Luis Camacho", "Roy Tate")):
        here.write(dialog.rows[at][0], name)
        assert ready(dialog) == f"What did {name} answer?"
        dialog.rows[at][1].set_value("no" if name == "Roy Tate" else "yes")
        dialog.check()
    assert shown(dialog).startswith("4 yes, 1 no. ")
    assert shown(dialog).endswith("Yes: 4. So the board approves.")
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, BoardVoted)
    assert body.vote == "Board approval"
    assert [one.answer for one in body.roll_call] == [RollCall.YES] * 4 + [RollCall.NO]
    assert body.result is BoardOutcome.APPROVED
    here.settled()
    assert here.stage.open.text() == "Record the signing"


def test_a_board_that_would_have_other_words_does_not_approve(office: At) -> None:
    here = office(CERTIFIED)
    before, dialog = here.entries(), here.ask("board")
    for at, name in enumerate(("Paula Wendt", "Martin Osei", "Ellen Brodie", "Luis Camacho")):
        here.write(dialog.rows[at][0], name)
        dialog.rows[at][1].set_value("yes")
    dialog.changes.set_text("Strike 18.2.")
    dialog.check()
    assert shown(dialog).endswith("So the board would approve other words than were agreed, which is no approval.")
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, BoardVoted)
    assert body.result is BoardOutcome.CHANGED
    assert "So the board approves" not in body.rule
    assert here.stage.open.text() == "Back to the table"


def test_a_row_comes_when_the_last_is_filled(office: At) -> None:
    here = office(CERTIFIED)
    dialog = here.ask("board")
    rows = len(dialog.rows)
    here.write(dialog.rows[-1][0], "June Abbot")
    assert len(dialog.rows) == rows + 1
    here.press("Esc")


def test_the_signing_is_recorded(office: At) -> None:
    here = office(APPROVED)
    before, dialog = here.entries(), here.ask("executed")
    who, _, day = next(iter(dialog.fields.values()))
    here.write(day, "soon")
    assert ready(dialog) == "“soon” is no date."
    here.write(day, "4 May")
    here.write(who, "Grace Odell")
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, Executed)
    assert {one.name for one in body.signatures} >= {"Grace Odell"}
    assert body.day == "2027-05-04"
    here.settled()
    assert here.stage.subtitle.text().startswith("Executed 4 May.")


def test_nothing_is_signed_before_the_votes(office: At) -> None:
    here = office(COUNTED)
    before, dialog = here.entries(), here.ask("executed")
    here.press("Ctrl+Return")
    here.until(lambda: "There is no vote of" in shown(dialog))
    assert "Record the vote first" in shown(dialog)
    assert here.entries() == before
    here.press("Esc")


def test_back_to_the_table_with_the_fate_of_each(office: At) -> None:
    here = office(THIRD_PACKET)
    here.vote_against()
    before, dialog = here.entries(), here.ask("back")
    assert ready(dialog) == "Say why it goes back."
    assert "TA 8: Article 8, Preparation Time" in texts_of(dialog)
    here.write(dialog.reason, "The vote was 210 to 60 against")
    dialog.own["TA 20"].set_value("reopens")
    dialog.check()
    assert f"{len(dialog.own) - 1} stand, 1 reopens" in shown(dialog)
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, SentBack)
    fates = {one.agreement: one.fate for one in body.fates}
    assert fates.pop("TA 20") is Fate.REOPENS
    assert set(fates.values()) == {Fate.STANDS}
    here.settled()
    assert here.stage.open.text() == "Set up the vote"


def test_nothing_goes_back_without_a_vote_against_it(office: At) -> None:
    here = office(COUNTED)
    dialog = here.ask("back")
    assert ready(dialog) == "No vote was decided against it."
    here.press("Esc")
