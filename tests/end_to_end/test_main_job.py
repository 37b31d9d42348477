"""From a contract to a signed TA, minutes and summary: the whole main job in the real window, by keyboard alone."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication

from tablebook.domain import record as r
from tablebook.domain.codes import Custody, State
from tablebook.domain.language import successor_blocks
from tablebook.domain.positions import positions
from tablebook.jobs.open_book import open_book
from tablebook.ui.dialogs.agree import TaDialog
from tablebook.ui.dialogs.close_session import CloseSession
from tablebook.ui.dialogs.open_session import OpenSession
from tablebook.ui.dialogs.pass_text import PassDialog
from tablebook.ui.dialogs.print_paper import PrintDialog
from tests.end_to_end.conftest import Seat
from tests.end_to_end.making_the_book import EMPLOYER, UNION, make_the_book
from tests.end_to_end.person import Person, words_of

ROSTERS = {
    UNION: ("Dana Marsh, chief, DM", "Ken Ito, note taker, KI"),
    EMPLOYER: ("Ruth Kessler, counsel, RK", "Paul Ortiz, HR, PO"),
}


def open_the_session(person: Person) -> None:
    """Ctrl+Shift+E: place, note taker and both rosters typed."""
    person.press("Ctrl+Shift+E")
    dialog = person.dialog(OpenSession)
    person.tab_to("Place")
    person.type("District office, room 4")
    person.tab_to("Note taker")
    person.type("Ken Ito")
    for party, people in ROSTERS.items():
        person.tab_to(f"Add a person to {party}")
        for one in people:
            person.type(one)
            person.press("Return")
    person.look("4-open-session")
    person.press("Ctrl+Return")
    opened = person.recorded(r.SessionOpened)
    assert (opened.number, opened.place, opened.note_taker) == (1, "District office, room 4", "Ken Ito")
    assert dict(opened.present)["employer"] == ("Ruth Kessler", "Paul Ortiz")
    person.closed(dialog)


def replace(person: Person, old: str, new: str) -> None:
    """Find words in the text on the screen and type others over them."""
    person.press("Ctrl+F")
    person.type(old)
    person.press("Return", "Escape")
    person.type(new)


def draft_and_pass(person: Person) -> None:
    """Ctrl+D: type the change, say privately how far we go; F5 hands it over."""
    person.press("Alt+1", "/")
    person.type("4")
    person.press("Return")
    person.until(lambda: person.window.desk.article == "4")
    person.look("5-article")
    person.press("Ctrl+D")
    person.until(lambda: person.window.negotiate.article.drafting and bool(person.focus.accessibleName() == "Draft"))
    replace(person, "five (5)", "ten (10)")
    person.tab_to("Limit 1, what")
    person.type("Days to choose")
    person.press("Tab")
    person.type("ZEBRALIMIT six days")
    person.tab_to("Why we want it, private")
    person.type("ZEBRAWHY two members lost their place")
    person.look("6-draft")
    person.settled()
    person.press("F5")
    dialog = person.dialog(PassDialog)
    person.until(lambda: not dialog.preview.work.busy)
    person.look("7-pass")
    assert dialog.form.label.text() == "U-1"
    person.press("Ctrl+Return")
    body = person.recorded(r.TextPassed)
    assert (body.label, body.article, body.party) == ("U-1", "4", "union")
    assert "within ten (10) calendar days" in " ".join(b.text for part in body.parts for b in part.blocks)
    person.closed(dialog)
    person.look("8-passed")


THEIRS = """Article 4
Contracting out
Section C.
If the decision will result in contracting out, the Employer may:
1. Offer the teacher placement in OSD program run by the Agency in an available vacant position for which he/she is \
qualified, as determined by the Agency, and such placement is not in violation of another collective bargaining \
Agreement; or
2. Should the contractor be agreeable and need the services of the teacher, place the teacher with the contractor; or
3. The teacher may exercise his/her layoff rights pursuant to Article 12. The teacher must select layoff within \
seven (7) calendar days pursuant to notification.
4. The Agency agrees that it will strongly encourage any public body to which STEA unit jobs may be contracted to \
give preferential consideration to STEA members submitting job applications including the right to interview.
"""


def receive_their_counter(person: Person) -> None:
    """F6, Ctrl+V: what they changed without a mark is found; Ctrl+Enter records."""
    person.clock.forward(600)
    person.press("F6")
    person.until(lambda: type(person.window.workspace.stack.currentWidget()).__name__ == "ReceiveScreen")
    screen: Any = person.window.workspace.stack.currentWidget()
    person.paste(THEIRS)
    person.until(lambda: bool(screen._found) and not screen.work.busy)
    person.look("9-receive")
    assert screen.sides.change_count == 2
    person.press("Ctrl+Return")
    person.recorded(r.TextPassed, 2)
    body = person.last(r.TextPassed)
    assert (body.label, body.party) == ("E-1", "employer")
    person.until(lambda: person.window.workspace.stack.currentWidget() is person.window.negotiate)
    person.settled()


def marked(person: Person) -> str:
    """The redline on the screen as marked text: Alt+2, Ctrl+A, Ctrl+C."""
    person.press("Alt+2", "Ctrl+A", "Ctrl+C")
    return QGuiApplication.clipboard().mimeData().html()


def see_what_changed(person: Person) -> None:
    """The redline shows word by word who wrote and struck what."""
    person.until(lambda: "seven (7)" in person.window.negotiate.article.current.page.toPlainText())
    person.look("10-redline")
    html = marked(person)
    for word, line in (("ten (10)", "s"), ("seven (7)", "u"), ("five (5)", "s"), ("may", "u"), ("will", "s")):
        found = re.findall(rf"<{line} [^>]*>([^<]*)</{line}>", html)
        assert any(word in piece for piece in found), (word, line, found)
    person.press("Ctrl+B")
    person.until(lambda: "five (5) [" not in person.window.negotiate.article.current.page.toPlainText())
    person.press("Ctrl+B")


NOTES = (
    ("@4.C RK We can live with seven days.", "gist", "Ruth Kessler"),
    ("DM ?Why may and not will?", "question", "Dana Marsh"),
    ('RK "The district keeps its discretion."', "exact", "Ruth Kessler"),
    ("!We will get you the list of vacancies", "promise", "Ruth Kessler"),
    ("< ~If you strike may, seven is possible", "what-if", ""),
)


def note_what_is_said(person: Person) -> None:
    """F4 and the one-line grammar."""
    person.press("F4")
    for at, (line, _sign, _who) in enumerate(NOTES):
        person.clock.forward(20)
        person.type(line)
        person.press("Return")
        person.recorded(r.NoteTaken, at + 1)
    notes = [one.body for one in person.window.desk.state.entries.values() if isinstance(one.body, r.NoteTaken)]
    assert [(note.sign, note.who) for note in notes] == [(sign, who) for _line, sign, who in NOTES]
    assert {note.place for note in notes} == {"4.C"}
    person.look("11-notes")


def caucus_and_answer(person: Person) -> None:
    """F8: what is typed stays in the plan; back at the table we answer on their text."""
    person.clock.forward(60)
    person.press("F8")
    person.recorded(r.CaucusCalled)
    before = len(person.window.desk.state.entries)
    person.press("F4")
    person.until(lambda: person.window.negotiate.entry.private)
    person.type("ZEBRANOTE seven is enough if may goes")
    person.press("Return")
    person.settled()
    assert len(person.window.desk.state.entries) == before, "a private note is no entry"
    person.look("12-caucus")
    person.press("Ctrl+D")
    person.until(lambda: person.focus.accessibleName() == "Draft")
    person.tab_to("Use theirs", "Shift+Tab")
    person.press("Return", "Alt+2")
    replace(person, "Employer may", "Employer will")
    person.look("13-caucus-draft")
    person.clock.forward(300)
    person.settled()
    person.press("F8")
    person.recorded(r.CaucusEnded)
    person.settled()
    person.press("F5")
    dialog = person.dialog(PassDialog)
    person.until(lambda: not dialog.preview.work.busy)
    assert dialog.form.answers.words().startswith("E-1")
    person.look("14-answer")
    person.press("Ctrl+Return")
    body = person.recorded(r.TextPassed, 3)
    assert body.label == "U-2"
    assert [ref.label for ref in body.responds_to] == ["E-1"]
    person.closed(dialog)


def agree_and_print(person: Person, files: list[Path], folder: Path) -> None:
    """F7: the sheets are printed to sign and kept as PDF, both sign, Ctrl+Enter."""
    person.clock.forward(300)
    person.press("F7")
    dialog = person.dialog(TaDialog)
    person.tab_to("Print the sheets")
    person.press("Return")
    sheet = person.dialog(PrintDialog)
    person.until(lambda: sheet._looked and not sheet.preview.work.busy)
    person.look("15-print-to-sign")
    person.press("Ctrl+Return")
    person.until(lambda: not sheet.isVisible())
    dialog.activateWindow()
    person.until(dialog.isActiveWindow)
    person.tab_to("Print the sheets")
    person.press("Return")
    sheet = person.dialog(PrintDialog)
    files.append(folder / "to sign.pdf")
    person.press("Ctrl+S")
    person.until(lambda: not sheet.isVisible())
    dialog.activateWindow()
    person.until(dialog.isActiveWindow)
    for _ in ROSTERS:
        person.tab_to("Signed on paper")
        person.press("Return")
    person.look("16-ta")
    person.press("Ctrl+Return")
    agreed = person.recorded(r.Agreed)
    assert agreed.texts[0].accepted.label == "U-2"
    assert agreed.label == "TA 4.C"
    assert {one.name for one in agreed.signatures} == {"Dana Marsh", "Ruth Kessler"}
    assert person.window.desk.state.settled is None, "one article is not the whole contract"
    person.closed(dialog)
    person.look("17-agreed")


def save_paper(person: Person, name: str, target: Path, files: list[Path]) -> None:
    """Ctrl+P, choose the paper with the arrows, Ctrl+S."""
    files.append(target)
    person.press("Ctrl+P")
    dialog = person.dialog(PrintDialog)
    person.tab_to("Paper")
    for _ in range(30):
        if dialog.paper.currentText().startswith(name):
            break
        person.press("Down")
    assert dialog.paper.currentText().startswith(name), dialog.paper.currentText()
    person.until(lambda: not dialog.preview.work.busy)
    person.look(f"print-{target.stem}")
    person.press("Ctrl+S")
    person.closed(dialog)
    assert files == []


def close_the_session(person: Person) -> None:
    """Ctrl+Shift+E: what is missing is looked at, the next date set, and it is closed."""
    person.clock.forward(1800)
    person.press("Ctrl+Shift+E")
    dialog = person.dialog(CloseSession)
    person.look("18-close")
    kinds = [place.kind for place in dialog._shown or []]
    assert "promise" in kinds, "the promise has no date yet"
    person.tab_to("Due")
    person.type("9 February")
    person.press("Return")
    person.until(lambda: "promise" not in [place.kind for place in dialog._shown or []])
    person.tab_to("Next date and time")
    person.type("Tue 9 Feb 9:00")
    person.tab_to("Agenda")
    person.type("Article 22, Article 25")
    person.look("19-close-ready")
    person.press("Ctrl+Return")
    closed = person.recorded(r.SessionClosed)
    assert closed.agenda == ("Article 22", "Article 25")
    person.closed(dialog)


PRIVATE = ("ZEBRALIMIT", "ZEBRAWHY", "ZEBRANOTE", "six days", "lost their place")


def check_the_papers(folder: Path) -> None:
    """Every paper says what it must and nothing that is private."""
    said = {path.stem: words_of(path) for path in folder.glob("*.pdf")}
    assert set(said) == {"to sign", "ta", "minutes", "joint", "summary", "sent"}
    for name, words in said.items():
        assert not [mark for mark in PRIVATE if mark in words], name
        assert UNION in words, name
        assert EMPLOYER in words, name
    for name in ("to sign", "ta", "sent"):
        assert "seven (7) calendar days" in said[name], name
        assert "the Employer will" in said[name], name
        assert "Subject to ratification" in said[name] or "subject to ratification" in said[name], name
    assert "Ruth Kessler" in said["ta"]
    assert "The district keeps its discretion." in said["minutes"]
    assert "The district keeps its discretion." not in said["joint"], "joint minutes hold no notes"
    for name in ("minutes", "joint"):
        assert "District office, room 4" in said[name], name
        assert "Tue 9 Feb" in said[name] or "9 February" in said[name], name
    assert "Contracting out" in said["summary"]
    assert "U-2" in said["summary"]


def check_the_record(path: Path) -> None:
    """The book opened anew holds everything, each entry chained to the one before."""
    with open_book(path, read_only=True) as book:
        assert book.verify().ok
        state = book.negotiation
        kinds = Counter(type(entry.body).__name__ for entry in state.entries.values())
        assert kinds["TextPassed"] == 3
        assert kinds["NoteTaken"] == len(NOTES)
        assert kinds["Agreed"] == kinds["SessionClosed"] == kinds["CaucusCalled"] == kinds["CaucusEnded"] == 1
        custody = {type(entry.body).__name__: entry.custody for entry in state.entries.values()}
        assert custody["NoteTaken"] == Custody.OURS
        assert custody["TextPassed"] == custody["Agreed"] == Custody.SHARED
        where = positions(state, book.clock.now())
        assert where["4"].state == State.PART_TA or where["4"].state == State.TA
        assert where["5"].state == State.NOT_OPENED
        text = " ".join(block.text for block in successor_blocks(state, "4"))
        assert "seven (7) calendar days" in text
        assert "the Employer will:" in text
        assert [note.text for note in book.plan.private_notes()] == ["ZEBRANOTE seven is enough if may goes"]
        assert "ZEBRA" not in " ".join(repr(entry.body) for entry in state.entries.values())


def test_the_whole_main_job(sit_down: Seat, chosen_files: list[Path], tmp_path: Path, printer: Path) -> None:
    person = sit_down()
    person.look("0-welcome")
    assert person.focus.accessibleName().startswith("New negotiation from a contract")
    book, papers = tmp_path / "Timber.tablebook", tmp_path / "papers"
    papers.mkdir()
    make_the_book(person, chosen_files, book)
    open_the_session(person)
    draft_and_pass(person)
    receive_their_counter(person)
    see_what_changed(person)
    note_what_is_said(person)
    caucus_and_answer(person)
    agree_and_print(person, chosen_files, papers)
    save_paper(person, "TA sheet", papers / "ta.pdf", chosen_files)
    close_the_session(person)
    save_paper(person, "Minutes of session 1, ours", papers / "minutes.pdf", chosen_files)
    save_paper(person, "Minutes of session 1, joint", papers / "joint.pdf", chosen_files)
    save_paper(person, "TA summary", papers / "summary.pdf", chosen_files)
    person.look("20-end")
    assert not person.refused
    person.press("Ctrl+Q")
    (printer / "paper.pdf").rename(papers / "sent.pdf")
    check_the_papers(papers)
    check_the_record(book)
