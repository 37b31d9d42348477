"""Sessions, caucuses, notes, hand-overs, holds: the acts between opening and closing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tablebook.domain.codes import Custody, Party, SessionKind, Sign, State
from tablebook.domain.positions import position
from tablebook.domain.record import Corrected, NoteTaken
from tablebook.domain.values import Person, Team
from tablebook.errors import UserError
from tablebook.jobs import correct, hold, note, pass_text, sessions
from tablebook.jobs.pass_text import offer, spoken_kind
from tablebook.jobs.place_text import parts_from_lines
from tablebook.jobs.targets import find_target
from tests.unit.jobs.conftest import Desk

TEAMS = (
    Team(Party.UNION, "Lakeview EA", (Person("Dana Marsh", initials="DM"),)),
    Team(Party.EMPLOYER, "Lakeview SD", (Person("Ruth Kessler", initials="RK"),)),
)


@pytest.fixture
def table(desk: Desk) -> Desk:
    sessions.set_roster(desk.book, TEAMS)
    present = {Party.UNION: ["Dana Marsh"], Party.EMPLOYER: ["Ruth Kessler"]}
    sessions.open_session(desk.book, place="Room B", present=present, note_taker="Priya Nair")
    desk.clock.forward(60)
    return desk


def taken(desk: Desk, typed: str) -> NoteTaken:
    changed = note.take_note(desk.book, typed)
    body = desk.state.entries[changed.entries[0]].body
    assert isinstance(body, NoteTaken)
    return body


def test_sessions_are_numbered_and_one_is_open_at_a_time(table: Desk) -> None:
    assert sessions.next_session_number(table.book) == 2
    with pytest.raises(UserError, match="still open"):
        sessions.open_session(table.book, place="Room C", present={})
    changed = sessions.close_session(table.book, next_date="Tue 16 Mar", owed=["The numbers"])
    assert changed.sessions == {1}
    with pytest.raises(UserError, match="No session is open"):
        sessions.close_session(table.book)


def test_a_closed_session_takes_corrections_only(table: Desk) -> None:
    said = note.take_note(table.book, "RK They said so")
    began = table.clock.now()
    table.clock.forward(600)
    sessions.close_session(table.book)
    table.clock.forward(60)
    with pytest.raises(UserError, match="Session 1 is closed"):
        note.take_note(table.book, "RK And this", first_key=began + timedelta(minutes=1))
    correct.correct(table.book, said.entries[0], author="Priya Nair", reason="Misheard", text="They said no")
    entry = list(table.state.entries.values())[-1]
    assert isinstance(entry.body, Corrected)
    assert entry.custody is Custody.OURS
    for missing in ({"author": " "}, {"reason": ""}, {"text": ""}):
        given = {"author": "A", "reason": "B", "text": "C", **missing}
        with pytest.raises(UserError, match="correction needs"):
            correct.correct(table.book, said.entries[0], **given)


def test_a_note_is_ours_and_place_and_speaker_stick(table: Desk) -> None:
    first = taken(table, "@12.1 RK ? Is 22 a hard limit")
    second = taken(table, "and from when")
    assert (first.who, first.side, first.sign, first.place) == ("Ruth Kessler", Party.EMPLOYER, Sign.QUESTION, "12.1")
    assert (second.who, second.sign, second.place) == ("Ruth Kessler", Sign.GIST, "12.1")
    assert list(table.state.entries.values())[-1].custody is Custody.OURS
    sessions.close_session(table.book)
    sessions.open_session(table.book, place="Room B", present={})
    assert taken(table, "a new day").who == "", "a new session starts afresh"


def test_a_note_has_the_time_of_its_first_key(table: Desk) -> None:
    first_key = table.clock.now()
    table.clock.forward(45)
    changed = note.take_note(table.book, "RK slow typing", first_key)
    entry = table.state.entries[changed.entries[0]]
    assert (entry.at, entry.recorded) == (first_key, first_key + timedelta(seconds=45))


def test_a_promise_has_an_owner_and_is_kept(table: Desk) -> None:
    changed = note.take_note(table.book, "RK ! we will get you the numbers")
    promise = table.state.promises[changed.entries[0]]
    assert (promise.body.owner, promise.kept) == ("Ruth Kessler", None)
    note.keep_promise(table.book, promise.id, "RK", "They came.")
    assert table.state.promises[promise.id].kept is not None


@pytest.mark.parametrize("typed", ["", "   ", "@12.1", "@12.1 ?"])
def test_a_note_without_words_is_refused(table: Desk, typed: str) -> None:
    before = len(table.state.entries)
    with pytest.raises(UserError, match="no words"):
        note.take_note(table.book, typed)
    assert len(table.state.entries) == before


def test_what_is_noted_in_our_caucus_stays_in_the_plan(table: Desk) -> None:
    sessions.call_caucus(table.book, Party.UNION, "14:00")
    before = len(table.state.entries)
    assert note.take_note(table.book, "@12.1 DM our limit is 24").plan
    assert len(table.state.entries) == before
    assert [(one.who, one.text, one.place) for one in table.book.plan.private_notes()] == [
        ("Dana Marsh", "our limit is 24", "12.1")
    ]
    sessions.end_caucus(table.book)
    assert not note.take_note(table.book, "back at the table").plan
    with pytest.raises(UserError, match="No caucus is running"):
        sessions.end_caucus(table.book)


def test_their_caucus_is_not_private(table: Desk) -> None:
    sessions.call_caucus(table.book, Party.EMPLOYER)
    assert not note.take_note(table.book, "we wait").plan
    with pytest.raises(UserError, match="still running"):
        sessions.call_caucus(table.book, Party.UNION)


def test_notes_with_a_mediator_have_their_own_custody(desk: Desk) -> None:
    sessions.open_session(desk.book, place="Room C", present={}, kind=SessionKind.MEDIATION)
    taken(desk, "m said in confidence")
    assert list(desk.state.entries.values())[-1].custody is Custody.MEDIATION
    sessions.close_session(desk.book)
    taken(desk, "between sessions")
    assert list(desk.state.entries.values())[-1].custody is Custody.OURS


def test_the_last_line_is_mended_for_two_minutes(table: Desk) -> None:
    note.take_note(table.book, "RK They sad so")
    table.clock.forward(119)
    note.mend_last_note(table.book, "They said so")
    body = list(table.state.entries.values())[-1].body
    assert isinstance(body, Corrected)
    assert (body.code, body.reason, body.author, body.replaces) == ("typo", "typo", "Priya Nair", "They sad so")
    table.clock.forward(62)
    with pytest.raises(UserError, match="can no longer be mended"):
        note.mend_last_note(table.book, "Too late")


# Papers


def prepared(desk: Desk, label: str = "") -> tuple[str, pass_text.TextPassed]:
    target = find_target(desk.state, "12.1")
    body = offer(desk.state, target, Party.UNION, parts_from_lines(desk.state, target, "At most 22."), label=label)
    changed = pass_text.prepare(desk.book, [body])
    return changed.entries[0], body


def test_prepared_is_not_passed(table: Desk) -> None:
    entry, body = prepared(table)
    assert body.label == "U-1"
    assert position(table.state, "12").state is State.NOT_OPENED
    table.clock.forward(300)
    changed = pass_text.hand_over(table.book, [entry], handed_by="Dana Marsh", handed_to="Ruth Kessler")
    assert changed.articles == {"12"}
    (one,) = table.state.passes_on("12")
    assert (one.at, one.body.parts, one.body.handed_to) == (table.clock.now(), body.parts, "Ruth Kessler")
    assert position(table.state, "12").state is State.WITH_THEM
    with pytest.raises(UserError, match="not waiting"):
        pass_text.hand_over(table.book, [entry])


def test_a_torn_up_paper_frees_its_label(table: Desk) -> None:
    entry, _ = prepared(table)
    with pytest.raises(UserError, match="We have used U-1"):
        prepared(table, "U-1")
    pass_text.void(table.book, entry, "Misprinted")
    again, body = prepared(table)
    assert body.label == "U-1"
    assert again != entry


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("current language", "current"),
        ("Current contract language.", "current"),
        ("CCL", "current"),
        ("No", "reject"),
        ("no, never", "reject"),
        ("No thank you.", "reject"),
        ("we reject it", "reject"),
        ("Not this year, but next", "concept"),
        ("north wing first", "concept"),
        ("2 % with trigger language", "concept"),
    ],
)
def test_what_a_spoken_answer_amounts_to(words: str, kind: str) -> None:
    assert spoken_kind(words) == kind


def test_held_and_resumed(table: Desk) -> None:
    assert hold.hold(table.book, "12", "The bus contract").message == "Article 12 is held."
    assert position(table.state, "12").state is State.HELD
    with pytest.raises(UserError, match="held already"):
        hold.hold(table.book, "12", "Again")
    hold.resume(table.book, "12")
    assert position(table.state, "12").state is State.NOT_OPENED
    with pytest.raises(UserError, match="not held"):
        hold.resume(table.book, "12")
