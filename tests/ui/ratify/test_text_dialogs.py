"""The dialogs that make the texts and the packet ready: each from its line, its button or the palette."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tablebook.domain.claims import Claim, Clash
from tablebook.domain.codes import Conforming, Party
from tablebook.domain.instructions import Proposed
from tablebook.domain.language import current_blocks, with_parts
from tablebook.domain.ready_line import Act, Check, ReadyLine
from tablebook.domain.record import (
    BlankAnswered,
    ClashSettled,
    ConditionMet,
    ConformingAgreed,
    CostStated,
    DisputeSettled,
    LetterWritten,
    LookedAt,
    PacketMade,
    PayerNamed,
    ResultConfirmed,
    ScanAttached,
    SignatureAdded,
    SummaryWritten,
    TextDisputed,
)
from tablebook.domain.text import paragraph
from tablebook.jobs.agree import reopen
from tablebook.jobs.packet_words import write_letter
from tablebook.jobs.ratify.texts import signed_parts
from tablebook.ui.ratify.clash import ClashDialog
from tablebook.ui.ratify.result_text import ResultDialog
from tests.scans import scan as scanned
from tests.ui.ratify.conftest import FIRST_PACKET, THIRD_PACKET, TOTAL, Office
from tests.ui.ratify.test_vote_dialogs import ready, shown

At = Callable[..., Office]


def settle(here: Office, line: ReadyLine) -> Any:
    """Press the button of a line."""
    here.stage.ready.asked.emit(line)
    return here.dialog()


def test_a_payer_is_named(office: At) -> None:
    here = office(TOTAL)
    before, dialog = here.entries(), settle(here, here.line(Act.NAME_PAYER))
    assert ready(dialog) == "Name who pays."
    here.write(dialog.boxes["payer"], "The District")
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, PayerNamed)
    assert (body.agreement, body.payer) == ("TA 19", "The District")


def test_what_was_looked_at_stands(office: At) -> None:
    here = office(TOTAL)
    line = here.line(Act.LOOK_AT)
    before, dialog = here.entries(), settle(here, line)
    assert ready(dialog) == "Say why it may stand."
    here.write(dialog.boxes["reason"], "Compared cell by cell")
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, LookedAt)
    assert (body.line, body.reason) == (line.key, "Compared cell by cell")


def test_a_condition_came_about(office: At) -> None:
    here = office(TOTAL)
    line = ReadyLine(Check.CONDITIONS, False, "TA 12 depends on a grant.", Act.CONDITION_MET, "12", agreement="TA 12")
    before, dialog = here.entries(), settle(here, line)
    assert ready(dialog) == "Say how it came about."
    here.write(dialog.boxes["how"], "The grant came on 12 April")
    here.press("Ctrl+Return")
    assert here.recorded(dialog, before, ConditionMet).agreement == "TA 12"


def test_words_are_disputed_and_settled(office: At) -> None:
    here = office(FIRST_PACKET)
    here.stage.traced.table.setCurrentIndex(here.stage.traced.model.index(1, 0))
    before, dialog = here.entries(), here.ask("dispute")
    chosen = here.stage.traced.model.rows[1].agreement
    assert dialog.boxes["ta"].value == chosen
    assert ready(dialog) == "Type what we say was agreed."
    here.write(dialog.boxes["ours"], "Thirty days")
    assert ready(dialog) == "Type what they say was agreed."
    here.write(dialog.boxes["theirs"], "Twenty days")
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, TextDisputed)
    assert (body.agreement, body.ours, body.theirs) == (chosen, "Thirty days", "Twenty days")
    here.settled()
    before, dialog = here.entries(), settle(here, here.line(Act.SETTLE_DISPUTE))
    here.write(dialog.boxes["words"], "Thirty, as the notes of the session say")
    here.press("Ctrl+Return")
    assert here.recorded(dialog, before, DisputeSettled).agreement == chosen


def test_a_blank_is_answered_with_words(office: At) -> None:
    here = office(TOTAL)
    line = ReadyLine(Check.OPEN_WORDS, False, "A blank.", Act.ANSWER_BLANK, "12", agreement="TA 12", old="____")
    before, dialog = here.entries(), settle(here, line)
    assert ready(dialog) == "Type the words that take its place, or leave it out."
    here.press("Ctrl+Return")
    assert here.entries() == before, "empty words are not taken for leaving it out"
    dialog.boxes["how"].set_value("keep")
    dialog.boxes["how"].changed.emit("keep")
    assert ready(dialog) == ""
    assert not dialog.boxes["words"].isEnabled()
    dialog.boxes["how"].set_value("replace")
    dialog.boxes["how"].changed.emit("replace")
    here.write(dialog.boxes["words"], "thirty")
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, BlankAnswered)
    assert (body.agreement, body.words, body.becomes) == ("TA 12", "____", "thirty")


def test_a_blank_of_no_ta_is_refused_in_the_jobs_words(office: At) -> None:
    here = office(TOTAL)
    line = ReadyLine(Check.OPEN_WORDS, False, "A blank.", Act.ANSWER_BLANK, "12", agreement="TA 99", old="____")
    before, dialog = here.entries(), settle(here, line)
    here.write(dialog.boxes["words"], "thirty")
    here.press("Ctrl+Return")
    here.until(lambda: "There is no TA 99." in shown(dialog))
    assert here.entries() == before
    here.press("Esc")


def test_a_conforming_list_is_initialled_by_both(office: At) -> None:
    here = office(TOTAL)
    line = ReadyLine(Check.REFERENCES, False, "A reference.", Act.CONFORMING, "12", "12", old="class", key="x")
    before, dialog = here.entries(), settle(here, line)
    assert ready(dialog).startswith("Type what each should say instead")
    here.write(dialog.rows[0][2], "course")
    assert ready(dialog) == "Name who initialled it for each side."
    for box, name in zip(dialog.initials.values(), ("Dana Marsh", "Tom Kessler"), strict=True):
        here.write(box, name)
    here.write(dialog.rows[0][0], "99.9")
    assert ready(dialog) == "“99.9” is no article or section of this book."
    here.write(dialog.rows[0][0], "12")
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, ConformingAgreed)
    (change,) = body.changes
    assert (change.article, change.old, change.new, change.kind) == (
        "12",
        "class",
        "course",
        Conforming.REFERENCE,
    )
    assert [one.name for one in body.initials] == ["Dana Marsh", "Tom Kessler"]


def test_what_tells_of_the_last_contract_opens_the_list_with_its_words(office: At) -> None:
    here = office(TOTAL)
    rows = here.stage.view.rows if here.stage.view else ()
    (row,) = [one for one in rows if one.check is Check.DATES]
    assert not row.blocks
    before, dialog = here.entries(), settle(here, row.line)
    assert [(boxes[0].text(), boxes[1].text()) for boxes in dialog.rows][2] == (
        "27.6",
        "For the Association: /s/ Grace Odell, president, May 28, 2024",
    )
    here.write(dialog.rows[2][2], "For the Association:")
    for box, name in zip(dialog.initials.values(), ("Dana Marsh", "Tom Kessler"), strict=True):
        here.write(box, name)
    here.press("Ctrl+Return")
    (change,) = here.recorded(dialog, before, ConformingAgreed).changes
    assert (change.article, change.place, change.new) == ("27", "27.6", "For the Association:")
    here.settled()
    rows = here.stage.view.rows if here.stage.view else ()
    assert not any("Grace Odell" in one.sentence for row in rows for one in row.open if row.check is Check.DATES)


def test_one_of_two_tas_governs(office: At) -> None:
    here = office(TOTAL)
    sides = (Claim("14.3", "TA 14.3", (paragraph("Twenty"),)), Claim("14.3", "TA 14.4", (paragraph("Thirty"),)))
    before, dialog = here.entries(), ClashDialog(here.desk, Clash("14", "14.3", sides), here.window)
    dialog.open()
    here.dialog()
    assert "TA 14.3 and TA 14.4 say different things" in dialog.title.text()
    assert ready(dialog) == "Say why it governs."
    dialog.boxes["stands"].set_value("TA 14.3")
    here.write(dialog.boxes["reason"], "It was signed for this place")
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, ClashSettled)
    assert (body.stands, body.gives_way, body.place) == ("TA 14.3", "TA 14.4", "14.3")


def test_what_instructions_come_to_is_confirmed_by_a_person(office: At) -> None:
    here = office(TOTAL)
    line = ReadyLine(Check.INSTRUCTIONS, False, "Instructions.", Act.CONFIRM_RESULT, "12", agreement="TA 12")
    dialog = ResultDialog(here.desk, line, Proposed("Delete 12.9", ()), here.window)
    before = here.entries()
    dialog.open()
    here.dialog()
    here.write(dialog.by, " ")
    assert ready(dialog) == "Name who confirms it."
    here.write(dialog.by, "Dana Marsh")
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, ResultConfirmed)
    assert (body.agreement, body.by, body.instruction) == ("TA 12", "Dana Marsh", "Delete 12.9")
    printed = [block.printed for part in body.result for block in part.blocks]
    assert printed == [block.printed for block in current_blocks(here.desk.state, "12")]


def test_words_that_only_sound_like_an_instruction_are_taken_as_they_were_signed(office: At) -> None:
    here = office(TOTAL)
    state = here.desk.state
    line = ReadyLine(Check.INSTRUCTIONS, False, "Instructions.", Act.CONFIRM_RESULT, "12", agreement="TA 12")
    dialog = ResultDialog(here.desk, line, Proposed("Delete 12.9", ()), here.window)
    before = here.entries()
    dialog.open()
    here.dialog()
    here.write(dialog.by, "Dana Marsh")
    signed = with_parts(state, "12", signed_parts(state, "TA 12", "12"))
    assert signed != current_blocks(state, "12")
    for words in (signed, current_blocks(state, "12"), signed):
        dialog.other_words.click()
        assert dialog.editor.blocks() == words
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, ResultConfirmed)
    assert [part.blocks for part in body.result] == [signed]


def test_the_signed_paper_and_a_later_signature_are_added(office: At, tmp_path: Path) -> None:
    here = office(TOTAL)
    before, dialog = here.entries(), settle(here, here.line(Act.ATTACH_SCAN))
    assert ready(dialog) == "Choose the paper, or say who signed later."
    scan = tmp_path / "TA 23 signed.pdf"
    scan.write_bytes(scanned())
    dialog.paper.take(scan)
    here.until(lambda: dialog.paper.kept and not dialog.paper.pending)
    assert ready(dialog) == ""
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, ScanAttached)
    assert body.file.name == "TA 23 signed.pdf"
    here.settled()
    line = ReadyLine(Check.SIGNATURES, False, "One is missing.", Act.ADD_SIGNATURE, "23", "employer", "TA 23")
    before, dialog = here.entries(), settle(here, line)
    assert dialog.signs[Party.EMPLOYER].isChecked()
    here.write(dialog.who[Party.EMPLOYER], "Paula Wendt")
    here.write(dialog.days[Party.EMPLOYER], "3 Feb")
    here.press("Ctrl+Return")
    added = here.recorded(dialog, before, SignatureAdded)
    assert (added.signature.name, added.signature.party) == ("Paula Wendt", Party.EMPLOYER)


def test_the_total_ta_waits_until_nothing_is_open(office: At) -> None:
    here = office("2027-04-14T23:35")
    assert here.stage.subtitle.text().startswith("No total TA yet.")
    line = ReadyLine(Check.ARTICLES, False, "No total TA.", Act.TOTAL_TA)
    before, dialog = here.entries(), settle(here, line)
    here.write(dialog.words, " ")
    assert ready(dialog) == "Type the line that was signed."
    here.write(dialog.words, "All else stays as it is.")
    assert ready(dialog) == "Name who signed for the union."
    here.write(dialog.who[Party.UNION], "Dana Marsh")
    assert ready(dialog) == "Name who signed for the employer."
    here.write(dialog.who[Party.EMPLOYER], "Ruth Kessler")
    here.press("Ctrl+Return")
    here.until(lambda: "An unsettled article stops the total TA." in shown(dialog))
    assert here.entries() == before
    here.press("Esc")


def test_plain_words_go_from_ta_to_ta(office: At) -> None:
    here = office(TOTAL)
    before, dialog = here.entries(), settle(here, here.line(Act.WRITE_SUMMARY))
    first = dialog.ta.value
    here.write(dialog.words, " ")
    assert ready(dialog) == "Write the words."
    here.write(dialog.words, "You can see your file within three days.")
    here.press("Ctrl+Return")
    here.until(lambda: here.entries() > before and dialog.ta.value != first)
    body = list(here.desk.state.entries.values())[-1].body
    assert isinstance(body, SummaryWritten)
    assert (body.agreement, body.text) == (first, "You can see your file within three days.")
    assert dialog.isVisible()
    assert dialog.words.text() == ""
    here.press("Esc")


def test_a_translation_names_who_made_it(office: At) -> None:
    here = office(TOTAL)
    dialog = here.ask("words")
    dialog.language.set_value("es")
    dialog._load()
    here.write(dialog.words, "Puede ver su expediente.")
    assert ready(dialog) == "Write the English words first: a translation stands beside them."
    here.press("Esc")


def test_the_letter_and_the_costs_are_written(office: At) -> None:
    here = office(TOTAL)
    before, dialog = here.entries(), here.ask("letter")
    assert ready(dialog) == "Write the words."
    here.write(dialog.words, "Dear members")
    here.press("Ctrl+Return")
    letter = here.recorded(dialog, before, LetterWritten)
    assert (letter.text, letter.signed) == ("Dear members", "Dana Marsh")
    before, dialog = here.entries(), here.ask("cost")
    here.write(dialog.words, "It costs 4 percent.")
    dialog.table.set_text("Year | Cost\n2027 | 4 %")
    here.press("Ctrl+Return")
    cost = here.recorded(dialog, before, CostStated)
    assert cost.rows == (("Year", "Cost"), ("2027", "4 %"))
    before = here.entries()
    dialog = here.ask("letter")
    assert dialog.words.text() == "Dear members", "what was kept stands there"
    dialog.language.set_value("es")
    dialog._load()
    here.write(dialog.words, "Queridos")
    assert ready(dialog) == "Name who translated it."
    here.press("Esc")


def test_an_old_letter_is_told_of_before_the_packet_is_printed(office: At) -> None:
    here = office(FIRST_PACKET)
    dialog = here.ask("preview")
    assert not dialog.note.isVisible()
    here.press("Esc")
    here.act(reopen, "TA 12", "To be looked at again")
    dialog = here.ask("preview")
    assert "before packet 1. Since then 1 TA changed (TA 12): read it again." in dialog.chosen.note
    assert dialog.note.isVisible()
    dialog.paper.set_value("packet summary en")
    dialog._renew()
    assert not dialog.note.isVisible()
    here.press("Esc")


def test_the_packet_is_made_once_for_the_same_words(office: At) -> None:
    here = office(TOTAL)
    before = here.entries()
    here.stage.ask("make")
    here.until(lambda: here.entries() > before)
    assert isinstance(list(here.desk.state.entries.values())[-1].body, PacketMade)
    here.settled()
    assert here.stage.packet.title.text() == "Packet 1"
    here.stage.ask("make")
    here.until(lambda: here.refused)
    assert here.refused[-1].what == "Packet 1 says all this already."


def test_two_packets_are_compared(office: At) -> None:
    here = office(THIRD_PACKET)
    assert here.stage.packet.buttons["compare"].isVisible()
    dialog = here.ask("compare")
    here.until(lambda: dialog.found is not None)
    assert (dialog.first.value, dialog.second.value) == ("1", "3")
    assert "Both hold the same words." in dialog.said.accessibleName() + "".join(
        one.text() for one in dialog.said.findChildren(type(dialog.title))
    )
    assert not dialog.page.isVisible()
    here.press("Esc")


def test_one_packet_alone_is_not_compared(office: At) -> None:
    here = office(FIRST_PACKET)
    assert not here.stage.packet.buttons["compare"].isVisible()
    here.stage.ask("compare")
    assert here.said[-1] == "There are no two packets yet."


def test_a_letter_written_elsewhere_shows_in_the_card(office: At) -> None:
    here = office(TOTAL)
    here.act(write_letter, "Dear members", signed="Dana Marsh")
    names = [one.text() for one in here.stage.packet.findChildren(type(here.stage.subtitle))]
    assert not any("no cover letter" in name for name in names)
    assert any("No plain words yet" in name for name in names)
