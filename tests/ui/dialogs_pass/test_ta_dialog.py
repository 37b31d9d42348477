"""The TA: which text, signed how and by whom, with pen edits; the last one closes the rest; packages whole."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tablebook.domain.codes import Custody, Party, SignedHow, State
from tablebook.domain.positions import position, unresolved
from tablebook.domain.record import Agreed, AgreementReopened, AllAgreed, ReasonGiven
from tablebook.jobs.pass_paper import Paper, pass_paper, read_paper
from tablebook.jobs.print_paper import paper_bytes
from tablebook.jobs.sample import sample_folder
from tablebook.jobs.sheets.agreement import ta_sheet
from tablebook.ui.dialogs.agree import TaDialog
from tablebook.ui.dialogs.pick_many import in_runs
from tablebook.ui.dialogs.print_paper import PrintDialog
from tablebook.ui.dialogs.reopen import reopen_dialog
from tests.scans import scan as scanned
from tests.ui.dialogs_pass.conftest import Table
from tests.ui.dialogs_pass.texts import last_entries
from tests.unit.documents.photos import photo
from tests.unit.reports.square import page_picture


def opened(table: Table, key: str = "12") -> TaDialog:
    """The dialog over the window."""
    dialog = TaDialog(table.desk, key, table.window)
    table.over(dialog)
    return dialog


def agreed(table: Table, dialog: TaDialog) -> Agreed:
    """The newest TA, once it is recorded."""
    table.until(lambda: isinstance(last_entries(table, 1)[0].body, Agreed) and not dialog.isVisible())
    body: Agreed = last_entries(table, 1)[0].body
    return body


def test_off_with_the_reason_until_both_have_signed(table_at: Callable[..., Table]) -> None:
    table = table_at()
    dialog = opened(table)
    assert dialog.main is not None
    assert dialog.main.reason() == "Both signatures are missing"
    table.press("Enter")
    assert dialog.main.reason() == "One signature is missing"
    table.press("Ctrl+Enter")
    assert dialog.isVisible()
    table.press("Enter")
    assert dialog.main.reason() == ""
    table.press("Ctrl+Enter")

    body = agreed(table, dialog)
    assert body.label == "TA 12"
    assert body.texts[0].places == ("12.1", "12.2")
    assert [one.name for one in body.signatures] == ["Dana Marsh", "Ruth Kessler"]
    assert "ratification" in body.subject_to


def test_pen_edits_make_a_joint_text_in_the_same_stroke(table_at: Callable[..., Table]) -> None:
    table = table_at()
    dialog = opened(table)
    dialog.form.how.set_value("initials")
    dialog._take_how("initials")
    dialog.form.as_amended.setChecked(True)
    row = dialog.form.edits.rows[0]
    row.old.edit.setFocus()
    table.press("twenty-four (24)", "Tab", "twenty-three (23)")
    for card in dialog.signers.values():
        card.pages.set_text("2 of 2")
        card.sign.click()
    dialog.check()
    assert "1 pen edit makes a new joint text" in dialog.form.amended_words.text()
    marks = "".join(run.text for row in dialog.form.page.rows for run in row.block.all_runs)
    assert "twenty-three (23)" in marks
    assert dialog.form.page.rows[-1].block.margin_author.label == "edit 1"
    table.press("Ctrl+Enter")

    text = agreed(table, dialog).texts[0]
    assert text.edits[0].place == "12.1"
    assert set(text.edits[0].initials) == {Party.UNION, Party.EMPLOYER}
    assert any("twenty-three (23)" in block.text for part in text.amended for block in part.blocks)
    assert last_entries(table, 1)[0].body.how is SignedHow.INITIALS
    assert last_entries(table, 1)[0].body.signatures[0].pages == "2 of 2"


def test_as_amended_goes_to_the_first_edit_and_says_what_to_do(table_at: Callable[..., Table]) -> None:
    table = table_at()
    dialog = opened(table)
    dialog.form.as_amended.click()
    first = dialog.form.edits.rows[0]
    assert QApplication.focusWidget() is first.old.edit
    dialog.check()
    assert not dialog.form.page.rows
    empty = dialog.form.page.grab().toImage()
    assert "words that are struck" in dialog.form.page.accessibleDescription()
    colours = {empty.pixelColor(x, y).rgb() for x in range(0, empty.width(), 2) for y in range(0, empty.height(), 2)}
    assert len(colours) > 8, "the page is not empty: the letters of what to do stand on it"
    table.press("twenty-four (24)", "Tab", "twenty-three (23)")
    dialog.check()
    runs = [run for row in dialog.form.page.rows for run in row.block.all_runs]
    assert [run.text for run in runs if run.striker] == ["twenty-four (24)"]
    assert [run.text for run in runs if run.writer] == ["twenty-three (23)"]


def test_words_that_are_not_there_cannot_be_struck(table_at: Callable[..., Table]) -> None:
    table = table_at()
    dialog = opened(table)
    dialog.form.as_amended.setChecked(True)
    dialog.form.edits.rows[0].old.set_text("no such words")
    dialog.check()
    assert "not have these words. Type them as they stand there" in dialog.form.edit_error.text()
    dialog.reject()


def test_uneven_initials_ask_who_read_the_paper(table_at: Callable[..., Table]) -> None:
    table = table_at()
    dialog = opened(table)
    dialog.form.as_amended.setChecked(True)
    row = dialog.form.edits.rows[0]
    row.old.set_text("twenty-four (24)")
    row.new.set_text("twenty-three (23)")
    row.initials[Party.EMPLOYER].setChecked(False)
    for card in dialog.signers.values():
        card.sign.click()
    dialog.check()
    assert dialog.main is not None
    assert dialog.main.reason().startswith("The initials differ in number.")
    dialog.form.readback.edit.setFocus()
    table.press("Priya Nair", "Ctrl+Enter")
    assert agreed(table, dialog).readback == "Priya Nair"


def test_a_scan_is_kept_as_it_came(table_at: Callable[..., Table], tmp_path: Path) -> None:
    table = table_at()
    scan = tmp_path / "signed.pdf"
    scan.write_bytes(scanned())
    dialog = opened(table)
    dialog.paper.take(scan)
    table.press("Enter", "Enter")
    table.until(lambda: not dialog.paper.pending)
    table.press("Ctrl+Enter")
    body = agreed(table, dialog)
    assert body.scan is not None
    assert table.ask(lambda book: book.attachment(body.scan.digest)) == scan.read_bytes()


def test_an_offer_that_was_replaced_asks_for_its_reason(table_at: Callable[..., Table]) -> None:
    table = table_at()
    dialog = opened(table)
    old = table.desk.state.find_pass("12", "E-1")
    assert old is not None
    dialog.form.text.set_value(old.id)
    dialog.form._show_text()
    dialog.form.places.set_values(["12.1"])
    for card in dialog.signers.values():
        card.sign.click()
    dialog.check()
    assert dialog.main is not None
    assert dialog.main.reason() == "Give the reason: the offer was replaced."
    dialog.reasons.fields["replaced"].set_text("They said it stands again")
    table.press("Ctrl+Enter")
    table.until(lambda: isinstance(last_entries(table, 1)[0].body, ReasonGiven) and not dialog.isVisible())
    signed, given = last_entries(table, 2)
    assert given.custody is Custody.OURS
    assert given.body == ReasonGiven(signed.body.label, ("12",), "replaced", "They said it stands again")


def test_a_package_is_accepted_whole(table_at: Callable[..., Table]) -> None:
    table = table_at()
    dialog = opened(table, "13")
    dialog.form.text.set_value("package:P-1")
    dialog.form._show_text()
    for card in dialog.signers.values():
        card.sign.click()
    dialog.check()
    assert dialog.main is not None
    assert dialog.main.words == "Record package P-1 whole"
    table.press("Ctrl+Enter")

    agreed(table, dialog)
    assert table.desk.state.packages["P-1"].state == "accepted"
    assert {position(table.desk.state, key).state for key in ("13", "15")} <= {State.TA, State.PART_TA, State.WITH_US}
    labels = [entry.body.label for entry in last_entries(table, 2)]
    assert labels == ["TA 13", "TA 15"]


def last_ta() -> tuple[str, str]:
    """The moment before the last TA of the story, and its article."""
    events = json.loads((sample_folder() / "events.json").read_text("utf-8"))["events"]
    at = max(number for number, event in enumerate(events) if event["kind"] == "ta")
    return events[at - 1]["at"], events[at]["article"]


def test_the_last_ta_offers_the_line_that_closes_the_rest(table_at: Callable[..., Table]) -> None:
    moment, key = last_ta()
    table = table_at(moment)
    assert unresolved(table.desk.state) == (key,)
    dialog = opened(table, key)
    assert "current contract language" in dialog.form.leftover.text()
    assert dialog.main is not None
    assert "total" not in dialog.main.words, "everything being settled so far does not mean that it is all"
    dialog.form.leftover_on.setFocus()
    table.press("Space")
    table.until(lambda: dialog.main.words.endswith("and the total TA"))
    table.press("Ctrl+Enter")
    assert dialog.isVisible(), "nobody has signed"
    dialog.signers[table.desk.state.we].sign.setFocus()
    table.press("Enter", "Enter", "Ctrl+Enter")

    table.until(lambda: isinstance(last_entries(table, 1)[0].body, AllAgreed) and not dialog.isVisible())
    assert table.desk.state.settled is not None
    assert isinstance(last_entries(table, 2)[0].body, Agreed)


def test_a_ta_is_reopened_with_its_reason_and_both_stay(table_at: Callable[..., Table]) -> None:
    table = table_at()
    dialog = reopen_dialog(table.desk, "9", table.window)
    table.over(dialog)
    assert dialog.main is not None
    assert dialog.main.reason() == "Say why; it is kept with the TA."
    dialog.boxes["reason"].edit.setFocus()
    table.press("A figure was typed wrong", "Ctrl+Enter")

    table.until(lambda: isinstance(last_entries(table, 1)[0].body, AgreementReopened))
    label = last_entries(table, 1)[0].body.agreement
    assert label in table.desk.state.agreements
    assert last_entries(table, 1)[0].body.reason == "A figure was typed wrong"


def test_the_agreed_words_are_read_against_the_contract(table_at: Callable[..., Table]) -> None:
    dialog = opened(table_at())
    page = dialog.form.agreed
    assert page.isVisibleTo(dialog)
    assert page.change_count > 0
    one = dialog.form.accepted
    assert one is not None
    for part in (part for part in one.body.parts if part.place in dialog.form.places.values):
        assert part.blocks[-1].text.split()[-1] in page.toPlainText()
    dialog.form.as_amended.setChecked(True)
    assert not page.isVisibleTo(dialog)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["12.1", "12.2", "12.3", "12.4", "12.5"], ["12.1 to 12.5"]),
        (["12.1", "12.2", "12.4"], ["12.1", "12.2", "12.4"]),
        (["8.9", "8.10", "8.11", "9.12"], ["8.9 to 8.11", "9.12"]),
        (["E-1", "E-2", "all"], ["E-1", "E-2", "all"]),
    ],
)
def test_sections_that_follow_each_other_are_said_as_one_run(names: list[str], said: list[str]) -> None:
    assert in_runs(names) == said


def test_what_became_of_the_sheets_is_said_in_the_dialog_and_not_behind_it(
    table_at: Callable[..., Table], tmp_path: Path
) -> None:
    table = table_at()
    dialog = opened(table)
    dialog.sheets.click()
    table.until(lambda: bool(dialog.findChildren(PrintDialog)) and dialog.findChildren(PrintDialog)[0].isVisible())
    sheets = dialog.findChildren(PrintDialog)[0]
    sheets.save_to(tmp_path / "ta.pdf")
    table.until(lambda: not sheets.isVisible())
    assert "ta.pdf" in dialog.line.label.text()
    assert not any("ta.pdf" in said for said in table.said)
    dialog.form.conditions.set_text("x")
    dialog.check()
    assert dialog.line.label.text() == "Both signatures are missing"
    dialog.reject()


def _photo_of(table: Table, body: Agreed, folder: Path) -> Path:
    """A photo of the sheet that was printed for this TA."""
    path = folder / "signed.jpg"
    path.write_bytes(photo(page_picture(paper_bytes(ta_sheet(table.desk.state, body, table.desk.now()))), turned=3))
    return path


def test_the_photo_of_the_sheet_that_was_printed_fits(table_at: Callable[..., Table], tmp_path: Path) -> None:
    table = table_at()
    dialog = opened(table)
    found = dialog.check()
    assert found is not None
    table.press("Enter", "Enter")
    dialog.paper.take(_photo_of(table, found, tmp_path))
    table.until(lambda: dialog.paper.check is not None)
    assert dialog.paper.code.label.text().endswith("Article 12: the text that was agreed.")
    assert dialog.missing() == ""
    table.press("Ctrl+Enter")
    assert agreed(table, dialog).scan is not None


def test_a_sheet_with_pen_edits_was_printed_before_them(table_at: Callable[..., Table], tmp_path: Path) -> None:
    table = table_at()
    dialog = opened(table)
    printed = dialog.check()
    assert printed is not None
    taken = _photo_of(table, printed, tmp_path)
    dialog.form.as_amended.setChecked(True)
    row = dialog.form.edits.rows[0]
    row.old.set_text("twenty-four (24)")
    row.new.set_text("twenty-three (23)")
    for card in dialog.signers.values():
        card.sign.click()
    dialog.check()
    dialog.paper.take(taken)
    table.until(lambda: dialog.paper.check is not None)
    assert "before its pen edit: see that the paper has them" in dialog.paper.code.label.text()
    assert dialog.missing() == ""


def test_the_sheet_of_another_ta_waits_for_a_choice(table_at: Callable[..., Table], tmp_path: Path) -> None:
    table = table_at()
    dialog = opened(table)
    other = next(one for one in table.desk.state.agreements.values() if one.body.texts[0].accepted.article != "12")
    table.press("Enter", "Enter")
    assert dialog.missing() == ""
    dialog.paper.take(_photo_of(table, other.body, tmp_path))
    table.until(lambda: dialog.paper.check is not None)
    assert f"signed.jpg is the sheet of {other.body.label}, not of TA 12." in dialog.paper.code.label.text()
    assert dialog.missing() == dialog.paper.pending != ""
    before = last_entries(table, 1)
    table.press("Ctrl+Enter")
    assert dialog.isVisible()
    assert last_entries(table, 1) == before
    (choice,) = dialog.paper.places.values()
    table.until(lambda: QApplication.focusWidget() is choice)
    assert choice.visibleRegion().boundingRect() == choice.rect(), "it is in sight"
    table.press("Space")
    assert dialog.missing() == ""
    table.press("Ctrl+Enter")
    assert agreed(table, dialog).label == "TA 12"


CONDITION = "the union withdraws grievance 24-7"


@pytest.mark.parametrize("waived", [False, True])
def test_the_condition_of_the_offer_is_taken_over(table_at: Callable[..., Table], tmp_path: Path, waived: bool) -> None:
    table = table_at()
    file = tmp_path / "offer.txt"
    file.write_text("12.2 Relief\n\nAn aide is hired where a class is too large.\n", encoding="utf-8")
    offer = Paper(("12",), Party.EMPLOYER, read_paper(file), label="E-9", conditions=CONDITION)
    table.ask(lambda book: pass_paper(book, offer).changed)
    dialog = opened(table)
    assert dialog.form.conditions.text() == CONDITION
    if waived:
        dialog.form.conditions.set_text("")
    table.press("Enter", "Enter", "Ctrl+Enter")
    assert agreed(table, dialog).conditions == ("None" if waived else CONDITION)
