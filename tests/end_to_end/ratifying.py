"""The steps of ratification in the real window, by keyboard: each records one thing and looks at what it recorded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from tablebook.domain import record as r
from tablebook.domain.ready_line import Act
from tablebook.ui.dialogs.agree import TaDialog
from tablebook.ui.dialogs.close_session import CloseSession
from tablebook.ui.dialogs.latest import Latest
from tablebook.ui.dialogs.open_session import OpenSession
from tablebook.ui.dialogs.pass_text import PassDialog
from tablebook.ui.dialogs.print_paper import PrintDialog
from tablebook.ui.dialogs.reason import ReasonDialog
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.label import IconLine
from tablebook.ui.ratify.board_vote import BoardDialog
from tablebook.ui.ratify.packet_texts import CostDialog, LetterDialog
from tablebook.ui.ratify.plain_words import PlainWordsDialog
from tablebook.ui.ratify.proof_page import ProofDialog
from tablebook.ui.ratify.ready_words import BUTTONS
from tablebook.ui.ratify.save_agreement import SaveDialog
from tablebook.ui.ratify.sent_back import SendBackDialog
from tablebook.ui.ratify.signing import SigningDialog
from tablebook.ui.ratify.total_ta import TotalDialog
from tablebook.ui.ratify.vote_certify import CertifyDialog
from tablebook.ui.ratify.vote_notice import NoticeDialog
from tablebook.ui.ratify.vote_set import VoteDialog
from tablebook.ui.ratify.vote_tally import TallyDialog
from tests.end_to_end.person import Person

FAR = 250
"""So many stops the whole stage may have before a control."""


def stage(person: Person) -> Any:
    """Ctrl+3, once everything that is shown there is worked out."""
    person.press("Ctrl+3")
    page = person.window.workspace.stages["ratify"]
    for _ in range(3):  # what is shown is asked for in steps, one after the other
        person.until(lambda: not any(work.busy for work in page.findChildren(Latest)))
        person.settled()
    return page


def button(person: Person, words: str) -> None:
    """Go by Tab to the button of the stage that bears these words, and press it."""
    stage(person)
    passed = []
    for _ in range(FAR):
        at = person.focus
        if isinstance(at, Button) and (at.words.startswith(words) or at.accessibleName().startswith(words)):
            person.press("Return")
            return
        passed.append(getattr(at, "words", at.accessibleName()))
        person.press("Tab")
    raise AssertionError(f"Tab does not come to “{words}”, only to {list(dict.fromkeys(passed))}")


def ask(person: Person, words: str, dialog: type[QWidget]) -> Any:
    """Press a button of the stage, and wait for what it opens."""
    button(person, words)
    return person.dialog(dialog)


def fill(person: Person, name: str, words: str) -> None:
    """Go to a field and put these words there instead of what stands in it."""
    person.tab_to(name)
    person.press("Ctrl+A")
    person.paste(words)


def pick(person: Person, name: str, words: str) -> None:
    """Go to a drop-down and choose by the arrows."""
    box = person.tab_to(name)
    assert isinstance(box, DropDown)
    person.press("Home")
    for _ in range(box.count()):
        if box.currentText().startswith(words):
            return
        person.press("Down")
    raise AssertionError(f"“{name}” offers no “{words}”")


def record(person: Person, dialog: Any, kind: type) -> Any:
    """Ctrl+Enter, and the body of the entry of this kind that it made; what the dialog says where it is refused."""
    before = list(person.window.desk.state.entries)
    assert dialog.main.isEnabled(), dialog.line.label.text()
    person.press("Ctrl+Return")
    person.until(lambda: not dialog.isVisible() or dialog.main.isEnabled())
    assert not dialog.isVisible(), dialog.line.label.text()
    person.closed(dialog)
    made = [one.body for key, one in person.window.desk.state.entries.items() if key not in before]
    return next(body for body in made if isinstance(body, kind))


def at(person: Person, moment: str) -> None:
    """The day and the hour, in the zone of the table."""
    person.clock.put(datetime.fromisoformat(f"{moment}-06:00"))


# At the table


def close_the_session(person: Person) -> None:
    """Ctrl+Shift+E: what is open there stays so."""
    person.settled()
    person.press("Ctrl+2", "Ctrl+Shift+E")
    record(person, person.dialog(CloseSession), r.SessionClosed)


def open_a_session(person: Person, place: str) -> r.SessionOpened:
    """Ctrl+Shift+E: the people of last time."""
    person.press("Ctrl+2", "Ctrl+Shift+E")
    dialog = person.dialog(OpenSession)
    fill(person, "Place", place)
    body: r.SessionOpened = record(person, dialog, r.SessionOpened)
    return body


def pass_a_change(person: Person, article: str, old: str, new: str) -> r.TextPassed:
    """Ctrl+D: find words and type others over them; F5 hands it over."""
    person.window.desk.choose(article)
    person.press("Ctrl+2")
    person.settled()
    person.press("Ctrl+D")
    person.until(lambda: person.window.negotiate.article.drafting and person.focus.accessibleName() == "Draft")
    person.press("Ctrl+F")
    person.type(old)
    person.press("Return", "Escape")
    person.type(new)
    person.settled()
    person.look("rat-draft")
    person.press("F5")
    dialog = person.dialog(PassDialog)
    person.until(lambda: not dialog.preview.work.busy)
    person.look("rat-pass")
    body: r.TextPassed = record(person, dialog, r.TextPassed)
    return body


# To the total TA


def sign_the_ta(person: Person, article: str, total: bool) -> r.Agreed:
    """F7: both sign the last text; the line that closes the rest is signed with it, or left for later."""
    person.window.desk.choose(article)
    person.press("Ctrl+2")
    person.settled()
    person.press("F7")
    dialog = person.dialog(TaDialog)
    for _ in range(2):
        person.tab_to("Signed on paper")
        person.press("Return")
    assert dialog.form.total.isVisibleTo(dialog.form), "the last open article offers the total TA"
    if dialog.form.leftover_on.isChecked() is not total:
        person.tab_to(dialog.form.leftover_on.accessibleName())
        person.press("Space")
    agreed: r.Agreed = record(person, dialog, r.Agreed)
    return agreed


def settle_the_lines(person: Person, answers: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Press the button of every line in the way, and give each what its dialog asks for."""
    done = []
    for _ in range(60):
        rows = stage(person).view.rows
        row = next((one for one in rows if not one.settled and one.line.act in answers), None)
        if row is None:
            return done
        kind = TotalDialog if row.line.act is Act.TOTAL_TA else ReasonDialog
        dialog = ask(person, f"{BUTTONS[row.line.act]}: {row.line.sentence}", kind)
        for name, words in answers[row.line.act].items():
            fill(person, name, words)
        record(person, dialog, object)
        done.append(row.line.sentence)
    raise AssertionError(f"the lines do not end: {done[-3:]}")


# What members read


def write_the_words(person: Person, words: Mapping[str, str]) -> None:
    """Plain words beside these TAs."""
    dialog = ask(person, "Plain words", PlainWordsDialog)
    for label, said in words.items():
        before = len(person.window.desk.state.entries)
        pick(person, "TA", f"{label},")
        fill(person, "Plain words", said)
        fill(person, "Written by", "Priya Nair")
        person.press("Ctrl+Return")
        person.until(lambda before=before: len(person.window.desk.state.entries) > before)  # type: ignore[misc]
        person.until(lambda said=said: dialog.words.text() != said)  # type: ignore[misc]
    person.look("rat-words")
    person.press("Escape")
    person.closed(dialog)


def translate_the_words(person: Person, label: str, spanish: str) -> None:
    """The Spanish beside the English, with who translated it and who checked it."""
    dialog = ask(person, "Plain words", PlainWordsDialog)
    pick(person, "Language", "Spanish")
    pick(person, "TA", f"{label},")
    fill(person, "Plain words", spanish)
    fill(person, "Translated by", "Alma Ruiz")
    fill(person, "Checked by", "Sam Ortiz")
    before = len(person.window.desk.state.entries)
    person.press("Ctrl+Return")
    person.until(lambda: len(person.window.desk.state.entries) > before)
    person.until(lambda: dialog.words.text() != spanish)
    person.press("Escape")
    person.closed(dialog)


def write_the_letter(person: Person, words: str) -> None:
    """The cover letter, signed by the first of our roster."""
    dialog = ask(person, "Cover letter", LetterDialog)
    fill(person, "Words", words)
    record(person, dialog, r.LetterWritten)


def state_the_costs(person: Person, words: str, rows: Sequence[Sequence[str]]) -> None:
    """What it costs, in words and as a table."""
    dialog = ask(person, "Cost summary", CostDialog)
    fill(person, "Words", words)
    fill(person, "Table", "\n".join(" | ".join(cells) for cells in rows))
    record(person, dialog, r.CostStated)


def make_the_packet(person: Person) -> r.PacketMade:
    """Record the packet as it is now."""
    made = len(person.window.desk.state.ratification.packets)
    button(person, "Make the packet")
    body: r.PacketMade = person.recorded(r.PacketMade, made + 1)
    stage(person)
    return body


def said_of_the_packet(person: Person) -> list[str]:
    """Every sentence on the packet's card."""
    return [line.label.text() for line in stage(person).packet.findChildren(IconLine) if line.isVisible()]


# The vote


def set_up_the_vote(person: Person, fields: Mapping[str, str], words: str = "Set up the vote") -> r.VoteSet:
    """Fill in what differs from what stands there."""
    dialog = ask(person, words, VoteDialog)
    for name, typed in fields.items():
        fill(person, name, typed)
    person.look(f"rat-set-up-{dialog.who}")
    body: r.VoteSet = record(person, dialog, r.VoteSet)
    return body


def give_notice(person: Person, how: str) -> r.NoticeGiven:
    """The readiness line of the notice."""
    dialog = ask(person, "Record it: ", NoticeDialog)
    fill(person, "How", how)
    body: r.NoticeGiven = record(person, dialog, r.NoticeGiven)
    return body


def count_the_vote(person: Person, figures: Mapping[str, Mapping[str, int]], tellers: str) -> list[r.TallyEntered]:
    """A row of figures for each place, and who counted."""
    dialog = ask(person, "Enter ", TallyDialog)
    for place, row in figures.items():
        for figure, number in row.items():
            fill(person, f"{figure}, {place}", str(number))
    fill(person, "Tellers", tellers)
    person.look("rat-count")
    before = list(person.window.desk.state.entries)
    record(person, dialog, r.TallyEntered)
    entries = person.window.desk.state.entries
    return [one.body for key, one in entries.items() if key not in before and isinstance(one.body, r.TallyEntered)]


def certify(person: Person, by: str) -> r.VoteCertified:
    """Who certifies it; the rule that decided stands above."""
    dialog = ask(person, "Certify ", CertifyDialog)
    fill(person, "Certified by", by)
    person.look("rat-certify")
    body: r.VoteCertified = record(person, dialog, r.VoteCertified)
    return body


def back_to_the_table(person: Person, reason: str, fates: Mapping[str, str], rule: str) -> r.SentBack:
    """Every TA stands but those named."""
    dialog = ask(person, "Back to the table", SendBackDialog)
    fill(person, "Why", reason)
    fill(person, "The rule", rule)
    for label, fate in fates.items():
        pick(person, f"What becomes of {label}", fate)
    person.look("rat-back")
    body: r.SentBack = record(person, dialog, r.SentBack)
    return body


def call_the_roll(person: Person, answers: Sequence[tuple[str, str]], seats: int) -> r.BoardVoted:
    """The board's answers by name."""
    dialog = ask(person, "Record the board", BoardDialog)
    fill(person, "Seats on the board", str(seats))
    for at, (name, answer) in enumerate(answers, start=1):
        fill(person, f"Member {at}", name)
        pick(person, f"Answer {at}", answer)
    person.look("rat-board")
    body: r.BoardVoted = record(person, dialog, r.BoardVoted)
    return body


def sign(person: Person, files: list[Path], copy: Path, signers: Mapping[str, str]) -> r.Executed:
    """Both sign, and the signed copy is kept."""
    dialog = ask(person, "Record the signing", SigningDialog)
    for name, words in signers.items():
        fill(person, name, words)
    files.append(copy)
    person.tab_to("Scan or photo")
    person.press("Return")
    person.until(dialog.main.isEnabled)  # its square code is looked for
    person.look("rat-sign")
    body: r.Executed = record(person, dialog, r.Executed)
    return body


# Papers


def save_papers(person: Person, files: list[Path], opened_by: str, wanted: Mapping[str, Path]) -> None:
    """Each paper of the print dialog that a button opens, by the words it is called with."""
    for words, target in wanted.items():
        dialog = ask(person, opened_by, PrintDialog)
        box = person.tab_to("Paper")
        person.press("Home")
        for _ in range(box.count()):  # type: ignore[attr-defined]
            if dialog.paper.currentText() == words:
                break
            person.press("Down")
        assert dialog.paper.currentText() == words, dialog.paper.currentText()
        person.until(lambda dialog=dialog: not dialog.preview.work.busy)  # type: ignore[misc]
        files.append(target)
        person.press("Ctrl+S")
        person.closed(dialog)
        assert files == []


def save_the_web_page(person: Person, files: list[Path], target: Path) -> None:
    """The members' packet as one page."""
    files.append(target)
    button(person, "Web page")
    person.until(lambda: f"Saved {target.name}." in person.said)


def save_the_agreement(person: Person, files: list[Path], target: Path, tracked: bool = False) -> list[str]:
    """The successor agreement in the format that the name ends in; gives back what the dialog says of it."""
    dialog = ask(person, "Save the agreement", SaveDialog)
    pick(person, "Format", {".docx": "Word", ".pdf": "PDF", ".md": "Markdown"}[target.suffix])
    if tracked:
        person.tab_to("With its changes")
        person.press("Space")
    files.append(target)
    person.press("Ctrl+Return")
    person.until(lambda: bool(dialog.said))
    said = [one.label.text() for one in dialog.said]
    person.press("Escape")
    person.closed(dialog)
    return said


def prove(person: Person, files: list[Path], final: Path) -> str:
    """What the proof of a final contract says."""
    files.append(final)
    dialog = ask(person, "Prove a final contract", ProofDialog)
    said: str = dialog.subtitle.text()
    person.look("rat-proof")
    person.press("Escape")
    person.closed(dialog)
    return said
