"""The stage: what stands in the way with the click that settles it, the next act, and when it looks again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QApplication

from tablebook.book.book import Book
from tablebook.book.plan import Limit
from tablebook.domain.codes import Ratifier
from tablebook.domain.language import agreements_in_force
from tablebook.domain.readiness import in_the_way
from tablebook.domain.ready_line import Act, Check
from tablebook.domain.record import PacketMade
from tablebook.jobs import note
from tablebook.jobs.packet_words import write_letter
from tablebook.jobs.ratify.vote import set_ratifiers
from tablebook.ui.kit.button import Button
from tablebook.ui.ratify.ready_words import detail_of
from tests.ui.ratify.conftest import (
    APPROVED,
    CERTIFIED,
    COUNTED,
    EXECUTED,
    FIRST_PACKET,
    THIRD_PACKET,
    TOTAL,
    Office,
    texts_of,
)

At = Callable[..., Office]


def test_the_keyboard_is_on_the_first_line_that_is_open(office: At) -> None:
    here = office(FIRST_PACKET)
    first = here.stage.ready.stops()[0]
    here.until(lambda: QApplication.focusWidget() is first)
    assert first.accessibleName().startswith("Name: TA 19 makes money due")


def test_tab_goes_through_the_parts_as_they_are_read(office: At) -> None:
    here = office(FIRST_PACKET)
    stage = here.stage
    stage.print.setFocus()
    passed: list[Any] = []
    for _ in range(40):
        here.press("Tab")
        passed.append(QApplication.focusWidget())
    wanted = [
        *stage.ready.stops(),
        *stage.packet.stops(),
        *stage.vote.stops(),
        *[one for one in stage.traced.stops() if isinstance(one, Button)],
    ]
    wanted = [one for one in wanted if one.isVisible() and one.isEnabled()]
    assert [one for one in passed if one in wanted][: len(wanted)] == wanted


def test_lines_and_sheets_are_counted_one_way(office: At) -> None:
    """The head of the stage counts the lines that the dialogs and the command line count, not the rows they stand in;
    and every TA in force is a sheet, the one that closes the rest too."""
    here = office(THIRD_PACKET)
    left = len(in_the_way(here.stage.view.lines))
    assert here.stage.blocked.label.text() == f"{left} lines block it"
    dialog = settled_by(here, Act.GIVE_NOTICE)
    assert f"{left - 1} lines still stand in the way" in dialog.reasons.cautions[0].sentence
    assert dialog.subtitle.text() == "Notice of Members’ vote is due on 19 Apr.", "no day as the record writes it"
    here.press("Esc")
    sheets = len(agreements_in_force(here.desk.state))
    assert f"{sheets} sheets, {2 * sheets} signatures" in texts_of(here.stage.ready)


def settled_by(here: Office, act: Act) -> Any:
    """The dialog of the first line of an act."""
    here.stage.ready.asked.emit(here.line(act))
    return here.dialog()


def test_open_lines_come_first_and_each_has_its_click(office: At) -> None:
    here = office(FIRST_PACKET)
    view = here.stage.view
    assert view is not None
    names = [one.accessibleName() for one in here.stage.ready.stops()]
    left = [row for row in view.rows if not row.settled and row.line.act is not None]
    assert len(names) >= len(left) > 0
    for row in left:
        assert any(row.line.sentence.split(" is due")[0] in name for name in names)
    assert here.stage.ready.chip.accessibleName() or here.stage.ready.chip.isVisible()


def test_days_are_said_as_a_person_says_them(office: At) -> None:
    here = office(FIRST_PACKET)
    shown = texts_of(here.stage)
    assert "is due on 19 Apr" in shown
    assert "Made 15 Apr" in shown
    assert "2027-04" not in shown


def test_the_primary_button_is_the_act_that_comes_next(office: At) -> None:
    said = {
        moment: office(moment).stage.open.text()
        for moment in (TOTAL, THIRD_PACKET, COUNTED, CERTIFIED, APPROVED, EXECUTED)
    }
    assert [words.split("\t")[0] for words in said.values()] == [
        "Set up the vote",
        "Enter the count",
        "Certify the count",
        "Record the board’s vote",
        "Record the signing",
        "Add the signed copy",
    ]


def test_a_vote_that_did_not_carry_leads_back_to_the_table(office: At) -> None:
    here = office(THIRD_PACKET)
    here.vote_against()
    assert here.stage.open.text() == "Back to the table"
    assert "Not ratified" in texts_of(here.stage.vote)


def test_the_board_can_come_first_alone_or_not_at_all(office: At) -> None:
    here = office(TOTAL)
    here.act(set_ratifiers, (Ratifier.BOARD, Ratifier.MEMBERS))
    assert here.stage.open.text() == "Record the board’s vote"
    assert "the board, then the members" in texts_of(here.stage.vote)
    here.act(set_ratifiers, (Ratifier.BOARD,))
    assert "The board alone ratifies it" in texts_of(here.stage.vote)
    here.act(set_ratifiers, ())
    assert here.stage.open.text() == "Record the signing"
    assert "it binds when it is signed" in texts_of(here.stage.vote)


def test_nothing_is_looked_at_while_another_stage_is_shown(office: At) -> None:
    here = office(TOTAL)
    stage, seen = here.stage, here.stage.view
    here.window.go_stage("prepare")
    for number in range(5):
        here.desk.act(write_letter, f"Letter {number}", signed="Dana Marsh")
    done: list[int] = []
    here.window.bridge.run(lambda book: 1, then=done.append)
    here.until(lambda: done)
    assert stage.view is seen
    assert not stage.look.busy
    assert not stage.pages.busy
    here.window.go_stage("ratify")
    here.until(lambda: stage.view is not seen)


def test_a_burst_of_entries_is_looked_at_together(office: At) -> None:
    here = office(TOTAL)
    here.settled()
    looked: list[Any] = []
    here.stage.look.ready.connect(looked.append)
    for number in range(6):
        here.desk.act(write_letter, f"Letter {number}", signed="Dana Marsh")
    here.settled()
    here.until(lambda: looked)
    here.settled()
    assert len(looked) < 6


def test_the_keyboard_stays_at_its_height_when_a_line_is_settled(office: At) -> None:
    here = office(TOTAL)
    buttons = here.stage.ready.stops()
    at = next(i for i, one in enumerate(buttons) if one.accessibleName().startswith("Make it"))
    buttons[at].setFocus()
    here.press("Space")
    here.until(lambda: isinstance(list(here.desk.state.entries.values())[-1].body, PacketMade))
    here.settled()
    here.until(lambda: QApplication.focusWidget() in here.stage.ready.stops())
    assert here.stage.ready.stops().index(QApplication.focusWidget()) in (at, at - 1)  # type: ignore[arg-type]


def test_nothing_private_is_in_the_packet_card(office: At) -> None:
    here = office(THIRD_PACKET, stage="negotiate")
    here.window.bridge.run(_write_privately)
    here.act(note.take_note, "Marsh: ZQOURS they will move on this")
    here.window.go_stage("ratify")
    here.until(lambda: here.stage.view is not None)
    here.settled()
    here.until(lambda: "Full text of every agreement" in texts_of(here.stage.packet))
    shown = texts_of(here.stage)
    assert "No plan, limit or caucus note is in the packet" in shown
    assert "ZQ" not in shown


def _write_privately(book: Book) -> None:
    book.plan.add_private_note(book.clock.now(), "Marsh", "ZQPLANNOTE never above four", "12")
    limit = Limit("ZQPLANWHAT", "ZQPLANLIMIT")
    book.plan.save_article(replace(book.plan.article("12"), rationale="ZQPLANDRAFT", limits=(limit,)))


def test_an_article_that_is_open_is_one_click_away(office: At) -> None:
    here = office("2027-04-13T12:00")
    line = here.line(Act.SETTLE_ARTICLE)
    here.stage.ready.asked.emit(line)
    assert here.window.workspace.stage == "negotiate"
    assert here.desk.article == line.article


def test_a_row_of_the_table_says_itself_and_leads_to_its_article(office: At) -> None:
    here = office(FIRST_PACKET)
    table = here.stage.traced.table
    assert "Assembled text Same" in str(table.model().index(0, 0).data(11))
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    row = here.stage.traced.model.rows[0]
    here.press("Return")
    here.until(lambda: here.window.workspace.stage == "negotiate")
    assert here.desk.article == row.article


def test_print_offers_the_packet_first(office: At) -> None:
    here = office(FIRST_PACKET)
    here.press("Ctrl+P")
    dialog = here.dialog()
    assert dialog.chosen.key.startswith("packet members")
    assert any(key.startswith(("ta ", "redline")) for key in dialog.papers)
    here.press("Esc")
    here.until(lambda: not dialog.isVisible())


def test_the_palette_reaches_the_acts_of_ratification(office: At) -> None:
    here = office(FIRST_PACKET, stage="negotiate")
    for act in ("vote-set", "vote-who", "packet-words", "save-agreement", "board-vote", "dispute"):
        here.window.acts.run(act)
        dialog = here.dialog()
        assert here.window.workspace.stage == "ratify"
        here.press("Esc")
        here.until(lambda dialog=dialog: not dialog.isVisible())
    assert here.window.acts.reason("vote-count") == ""


def test_the_count_waits_for_a_vote(office: At) -> None:
    here = office(TOTAL)
    assert here.window.acts.reason("vote-count") == "Set up the vote first."


def test_one_article_stays_as_it_is(office: At) -> None:
    view = office(TOTAL).stage.view
    assert view is not None
    row = next(one for one in view.rows if one.check is Check.ARTICLES)
    assert detail_of(row, replace(view, counts=(4, 0, 0, 1))) == "4 TA’d, 1 stays as it is"
    assert detail_of(row, replace(view, counts=(4, 1, 0, 5))) == "4 TA’d, 1 withdrawn, 5 stay as they are"
