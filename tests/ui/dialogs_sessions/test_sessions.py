"""Sessions are opened and closed by keyboard alone; what was typed stands in the record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tablebook.domain.codes import Custody, Party
from tablebook.ui.kit.choice import Check
from tests.ui.dialogs_sessions.showing import shown

CTRL = Qt.KeyboardModifier.ControlModifier


def _focus(qtbot: QtBot, dialog: QWidget, name: str) -> QWidget:
    """Tab on until the named thing has the keyboard."""
    for _ in range(120):
        now = QApplication.focusWidget()
        if now is not None and name in now.accessibleName():
            return now
        qtbot.keyClick(now or dialog, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {name}")


def _type(qtbot: QtBot, box: QWidget, text: str) -> None:
    qtbot.keyClick(box, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(box, text)


def test_one_look_and_ctrl_enter_begin_the_next_session(qtbot: QtBot, open_at: Any) -> None:
    window = open_at("2027-03-16T12:59")
    dialog = shown(qtbot, window, "open_session")
    with qtbot.waitSignal(window.desk.changed):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    session = window.desk.state.sessions[7]
    assert window.desk.state.open_session == 7
    assert (session.body.place, session.body.note_taker, session.body.kind) == ("Union Hall", "Priya Nair", "table")
    assert dict(session.body.present)[Party.EMPLOYER] == ("Ruth Kessler", "Theo Brandt", "Lena Voss", "Carl Hume")
    assert "Sam Ortiz" in dict(session.body.absent)[Party.UNION]
    assert session.body.agenda == ("Article 8", "Article 14", "Article 19")
    assert not dialog.isVisible()


def test_place_kind_attendance_a_guest_and_a_new_member_by_keyboard(qtbot: QtBot, open_at: Any) -> None:
    window = open_at("2027-03-16T12:59")
    dialog = shown(qtbot, window, "open_session")
    _type(qtbot, _focus(qtbot, dialog, "Place"), "Mediation centre, room 3")
    qtbot.keyClick(_focus(qtbot, dialog, "At the table"), Qt.Key.Key_Right)
    assert "no export" in dialog.custody.label.text()
    box = _focus(qtbot, dialog, "Jon Cole")
    assert isinstance(box, Check)
    qtbot.keyClick(box, Qt.Key.Key_Space)
    line = _focus(qtbot, dialog, "Add a person to Lakeview Education")
    qtbot.keyClicks(line, "Ines Calder, guest of Families for Play")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    line = _focus(qtbot, dialog, "Add a person to Lakeview School")
    qtbot.keyClicks(line, "Ann Pruitt, counsel, AP")
    window_changed = [0]
    window.desk.changed.connect(lambda _: window_changed.__setitem__(0, window_changed[0] + 1))
    qtbot.keyClick(line, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.desk.state.open_session == 7)
    state = window.desk.state
    session = state.sessions[7]
    assert session.body.kind == "mediation"
    assert state.custody_here() is Custody.MEDIATION
    assert "Jon Cole" in dict(session.body.absent)[Party.UNION]
    assert "Ines Calder" in dict(session.body.present)[Party.UNION]
    assert "Ann Pruitt" in dict(session.body.present)[Party.EMPLOYER]
    roster = {person.name: person for person in state.teams[Party.EMPLOYER].people}
    assert (roster["Ann Pruitt"].role, roster["Ann Pruitt"].initials) == ("counsel", "AP")
    assert "Ines Calder" not in {person.name for person in state.teams[Party.UNION].people}


def test_what_is_missing_is_said_at_its_field_and_nothing_is_recorded(qtbot: QtBot, open_at: Any) -> None:
    window = open_at("2027-03-16T12:59")
    dialog = shown(qtbot, window, "open_session")
    before = len(window.desk.state.entries)
    _type(qtbot, _focus(qtbot, dialog, "Begins"), "25:99")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    assert dialog.begins.error.text() == "As 13:04"
    assert QApplication.focusWidget() is dialog.begins.edit
    assert dialog.line.label.text().startswith("Date or time is not clear.")
    qtbot.keyClicks(dialog.begins.edit, "1")
    assert dialog.begins.error.text() == ""
    assert dialog.line.label.text().endswith("recorded."), "nor does the foot say what is mended"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert len(window.desk.state.entries) == before


def test_open_places_are_closed_where_they_stand_then_the_session(qtbot: QtBot, open_at: Any) -> None:
    window = open_at("2027-03-09T14:45")
    dialog = shown(qtbot, window, "close_session")
    now = QApplication.focusWidget()
    assert now is not None
    assert now.accessibleName() == "Back at 14:45"
    with qtbot.waitSignal(window.desk.changed):
        qtbot.keyClick(now, Qt.Key.Key_Return)
    assert window.desk.state.caucus is None
    date = _focus(qtbot, dialog, "Next date and time")
    qtbot.keyClicks(date, "Tue 16 Mar 13:00")
    qtbot.keyClicks(_focus(qtbot, dialog, "Place"), "Union Hall")
    agenda = _focus(qtbot, dialog, "Agenda")
    assert isinstance(agenda, QLineEdit)
    qtbot.keyClicks(agenda, "Article 8, Article 14")
    assert "in order" in dialog.line.label.text()
    with qtbot.waitSignal(window.desk.changed):
        qtbot.keyClick(agenda, Qt.Key.Key_Return, CTRL)
    closed = window.desk.state.sessions[6].closed
    assert closed is not None
    assert (closed.next_date, closed.next_place, closed.agenda) == (
        "Tue 16 Mar 13:00", "Union Hall", ("Article 8", "Article 14"))  # fmt: skip
    assert window.desk.state.open_session is None
    assert not dialog.isVisible()


def test_the_fingerprint_and_the_counts_are_those_of_the_record(qtbot: QtBot, open_at: Any) -> None:
    from tablebook.domain.text import short_code
    from tablebook.jobs.sheets.minutes import session_fingerprint

    window = open_at("2027-03-09T16:00")
    dialog = shown(qtbot, window, "close_session")
    state = window.desk.state
    assert dialog.side_part.code.text() == short_code(session_fingerprint(state, 6))
    assert dialog.side_part._counts["entries"][0].text() == str(len(state.sessions[6].entries))
    dialog.reject()
    assert window.desk.state.open_session == 6


def test_the_first_session_takes_its_roster_as_it_is_typed(qtbot: QtBot, empty_window: Any, tmp_path: Path) -> None:
    from tablebook.domain.contract import Article, Contract, UnitKind
    from tablebook.domain.text import paragraph
    from tablebook.ids import SeededIds
    from tablebook.jobs.new_book import Who, make_book

    contract = Contract("", (Article(UnitKind.ARTICLE, "1", "Pay", (paragraph("Ten dollars."),)),))
    path = tmp_path / "first.tablebook"
    who = Who("Birch EA", "Birch Board", Party.EMPLOYER)
    make_book(path, contract, who, clock=empty_window.bridge.clock, ids=SeededIds(), origin="here").close()
    empty_window.bridge.clock.forward(60)
    with qtbot.waitSignal(empty_window.desk.opened):
        empty_window.open_book(path)
    dialog = shown(qtbot, empty_window, "open_session")
    assert dialog.line.label.text().startswith("Nobody is here for either side yet. It can begin all the same")
    qtbot.keyClicks(_focus(qtbot, dialog, "Place"), "Library")
    qtbot.keyClicks(_focus(qtbot, dialog, "Note taker"), "Ann Pruitt")
    line = _focus(qtbot, dialog, "Add a person to Birch Board")
    for typed in ("Ann Pruitt, counsel", "Abe Park, AP"):
        qtbot.keyClicks(line, typed)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert dialog.line.label.text().startswith("Nobody is here for them yet.")
    qtbot.keyClicks(_focus(qtbot, dialog, "Add a person to Birch EA"), "Dana Marsh, chief")
    assert "Nobody" not in dialog.line.label.text(), "whoever stands in the line is here when it begins"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: empty_window.desk.state.open_session == 1)
    state = empty_window.desk.state
    ours = state.teams[Party.EMPLOYER].people
    assert [(person.name, person.role, person.initials) for person in ours] == [
        ("Ann Pruitt", "counsel", "AP"),
        ("Abe Park", "", "AP2"),
    ]
    assert state.sessions[1].body.note_taker == "Ann Pruitt"
    assert dict(state.sessions[1].body.present)[Party.UNION] == ("Dana Marsh",)


def test_the_dialog_grows_with_the_roster_and_the_line_stays_in_sight(qtbot: QtBot, open_at: Any) -> None:
    window = open_at("2027-03-16T12:59")
    dialog = shown(qtbot, window, "open_session")
    line = _focus(qtbot, dialog, "Add a person to Lakeview Education")
    dialog.resize(dialog.width(), 480)
    for name in ("Ada Ash", "Ben Birch", "Cleo Cedar", "Dan Dogwood"):
        qtbot.keyClicks(line, name)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.height() > 480)
    viewport = dialog.scroller.viewport()
    qtbot.waitUntil(lambda: viewport.rect().contains(line.mapTo(viewport, line.rect().bottomLeft())))
