"""The pass dialog: what is printed, checked, prepared, handed over, voided; all by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2

from tablebook.domain.codes import Custody, PassKind
from tablebook.domain.record import PackageOffered, PreparedVoided, ReasonGiven, TextPassed, TextPrepared
from tablebook.ui.dialogs.pass_bodies import load
from tablebook.ui.dialogs.pass_form import TYPED
from tablebook.ui.dialogs.pass_text import PassDialog
from tablebook.ui.kit.dialog import WIDTH
from tablebook.ui.models.feed import feed_of
from tablebook.ui.theme import theme
from tests.ui.dialogs_pass.conftest import Table
from tests.ui.dialogs_pass.texts import last_entries, save_draft


def words_in(pdf: bytes) -> str:
    """What a PDF says, on one line."""
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(document[at].get_textpage().get_text_bounded() for at in range(len(document)))
    document.close()
    return " ".join(text.split())


def opened(table: Table, key: str = "12") -> PassDialog:
    """The dialog over the window."""
    dialog = PassDialog(table.desk, key, table.ask(load, key), table.window)
    table.over(dialog)
    return dialog


def drawn(table: Table, dialog: PassDialog) -> str:
    """The words of the page that is shown, once it is drawn."""
    dialog.check()
    table.until(lambda: not dialog.preview.work.busy and bool(dialog.preview.pdf))
    return words_in(dialog.preview.pdf)


def test_label_answers_and_sections_are_proposed(table_at: Callable[..., Table]) -> None:
    table = table_at()
    table.ask(save_draft, tenth="fifteenth")
    dialog = opened(table)

    assert dialog.form.label.text() == "U-4"
    assert dialog.form.answers.words() == "E-3, received 14:31"
    assert dialog.form.kind.value == PassKind.COUNTER
    assert "12.1" in dialog.form.places.values
    assert "12.3" not in dialog.form.places.values, "TA’d with the same words"
    assert dialog.main is not None
    assert dialog.main.words == "Pass as U-4"
    assert "Not regressive." in dialog.line.label.text()
    dialog.reject()


def test_the_page_is_the_very_paper(table_at: Callable[..., Table]) -> None:
    table = table_at()
    table.ask(save_draft, tenth="fifteenth")
    dialog = opened(table)
    dialog.form.condition.set_text("With agreement on Section 8.4")

    said = drawn(table, dialog)

    assert "U-4" in said
    assert "fifteenth" in said
    assert "With agreement on Section 8.4" in said
    dialog.reject()


def test_a_label_in_use_is_refused_under_its_field(table_at: Callable[..., Table]) -> None:
    table = table_at()
    table.ask(save_draft, tenth="fifteenth")
    dialog = opened(table)
    before = len(table.desk.state.entries)

    dialog.form.label.edit.setFocus()
    dialog.form.label.edit.selectAll()
    table.press("U-3", "Ctrl+Enter")

    assert dialog.form.label.error.text() == "Union has used U-3 in Article 12."
    assert dialog.main is not None
    assert not dialog.main.isEnabled()
    assert len(table.desk.state.entries) == before
    dialog.reject()


def test_an_end_needs_its_reason_and_both_are_kept(table_at: Callable[..., Table]) -> None:
    table = table_at()
    table.ask(save_draft, tenth="fifteenth")
    dialog = opened(table)
    assert dialog.main is not None

    dialog.form.until.edit.setFocus()
    table.press("16:30")
    dialog.check()
    assert dialog.main.reason() == "Give the reason for the expiry."
    dialog.form.why.edit.setFocus()
    table.press("The Board meets tonight", "Ctrl+Enter")

    table.until(lambda: isinstance(last_entries(table, 1)[0].body, TextPassed) and not dialog.isVisible())
    body = last_entries(table, 1)[0].body
    assert body.expiry.startswith("2027-03-09T16:30")
    assert body.expiry_reason == "The Board meets tonight"
    assert body.responds_to[0].label == "E-3"


def test_a_regressive_text_asks_for_its_reason_in_the_same_view(table_at: Callable[..., Table]) -> None:
    table = table_at()
    table.ask(save_draft, **{"twenty-five_(25)": "twenty (20)"})
    dialog = opened(table)
    assert dialog.main is not None
    assert "regressive" in dialog.reasons.fields
    assert dialog.main.reason().startswith("Give the reason")

    dialog.reasons.fields["regressive"].edit.setFocus()
    table.press("New enrolment figures", "Ctrl+Enter")

    table.until(lambda: isinstance(last_entries(table, 1)[0].body, ReasonGiven))
    passed, given = last_entries(table, 2)
    assert passed.custody is Custody.SHARED
    assert given.custody is Custody.OURS
    assert given.body == ReasonGiven(passed.body.label, ("12",), "regressive", "New enrolment figures")
    state = table.desk.state
    row = feed_of(state, state.sessions[state.open_session or 0], table.desk.now())[-1]
    assert not row.divider, "a divider has one line, and a reason is to be read whole"
    assert (row.words, row.kind) == ("New enrolment figures", f"Our reason at {passed.body.label}")


def test_prepared_first_then_handed_over_with_one_key(table_at: Callable[..., Table], tmp_path: Path) -> None:
    table = table_at()
    table.ask(save_draft, tenth="fifteenth")
    dialog = opened(table)
    dialog.form.set_folder(str(tmp_path), True)
    table.press("Ctrl+P")
    table.until(lambda: bool(table.desk.state.prepared) and not dialog.isVisible())
    assert isinstance(last_entries(table, 1)[0].body, TextPrepared)
    table.until(lambda: any(tmp_path.glob("Art 12 Union U-4*.pdf")))
    table.until(lambda: any(tmp_path.glob("Art 12 Union U-4*.docx")))

    table.clock.forward(120)
    again = opened(table)
    assert again.main is not None
    assert again.main.words == "Hand over U-4 now"
    assert again.form.label.edit.isReadOnly()
    table.press("Ctrl+Enter")

    table.until(lambda: isinstance(last_entries(table, 1)[0].body, TextPassed) and not again.isVisible())
    entry = last_entries(table, 1)[0]
    assert entry.at == table.clock.now()
    assert entry.body.prepared
    assert not table.desk.state.prepared


def test_a_prepared_text_can_be_voided_and_its_label_is_free(table_at: Callable[..., Table]) -> None:
    table = table_at()
    table.ask(save_draft, tenth="fifteenth")
    dialog = opened(table)
    table.press("Ctrl+P")
    table.until(lambda: bool(table.desk.state.prepared) and not dialog.isVisible())

    again = opened(table)
    again.void.setFocus()
    table.press("Enter")

    table.until(lambda: isinstance(last_entries(table, 1)[0].body, PreparedVoided) and not again.isVisible())
    third = opened(table)
    assert third.form.label.text() == "U-4"
    third.reject()


def test_several_drafts_go_as_one_package(table_at: Callable[..., Table]) -> None:
    table = table_at()
    table.ask(save_draft, tenth="fifteenth")
    table.ask(save_draft, "14", may="shall")
    dialog = opened(table)
    dialog.form.others.set_values(["14"])
    dialog.form.package.setChecked(True)
    for box in dialog.reasons.fields.values():
        box.set_text("For the whole")
    found = dialog.check()
    assert found is not None
    for box in dialog.reasons.fields.values():
        box.set_text("For the whole")
    table.press("Ctrl+Enter")

    table.until(lambda: isinstance(last_entries(table, 1)[0].body, ReasonGiven))
    first, second, package, *reasons = (entry.body for entry in last_entries(table, 3 + len(dialog.reasons.reasons)))
    assert isinstance(package, PackageOffered)
    assert {ref.article for ref in package.members} == {"12", "14"}
    assert first.package == second.package == package.label
    assert [(each.label, each.reason) for each in reasons] == [(package.label, "For the whole")] * len(reasons)


def test_typed_text_is_put_in_its_place(table_at: Callable[..., Table]) -> None:
    table = table_at()
    dialog = opened(table, "1")
    assert dialog.form.source.value == TYPED
    dialog.form.typed.edit.setFocus()
    section = table.desk.state.items["1"].article.sections[0].number
    table.press(f"{section} Words that were never there before.")
    dialog.check()
    for box in dialog.reasons.fields.values():
        box.set_text("The members asked for it")
    table.press("Ctrl+Enter")

    given = len(dialog.reasons.reasons)
    table.until(lambda: not dialog.isVisible())
    body: Any = last_entries(table, 1 + given)[0].body
    assert [part.place for part in body.parts] == [section]
    assert "never there before" in body.parts[0].blocks[-1].text


def test_nothing_private_is_on_the_paper(table_at: Callable[..., Table]) -> None:
    table = table_at()
    table.ask(save_draft, tenth="fifteenth")

    def mark(book: Any) -> None:
        from tablebook.book.plan import ArticlePlan, Limit

        book.plan.save_article(ArticlePlan("12", "ZEBRAWHY", "ZEBRAPRIO", (Limit("ZEBRANAME", "ZEBRALIMIT"),)))
        book.plan.add_private_note(book.clock.now(), "ZEBRAWHO", "ZEBRANOTE", "12")

    table.ask(mark)
    dialog = opened(table)

    assert "ZEBRA" not in drawn(table, dialog)
    dialog.reject()


def test_esc_records_nothing(table_at: Callable[..., Table]) -> None:
    table = table_at()
    table.ask(save_draft, tenth="fifteenth")
    before = len(table.desk.state.entries)
    dialog = opened(table)
    table.press("Esc")
    assert not dialog.isVisible()
    assert len(table.desk.state.entries) == before


def test_without_a_printer_no_copy_is_asked_for_unless_someone_chose(table_at: Callable[..., Table]) -> None:
    dialog = opened(table_at())
    dialog.form.copies.set_value("7")
    dialog.form.set_printers(())
    assert dialog.form.copies.value == "7"
    dialog.form.copies.set_value(dialog.form._proposed_copies)
    dialog.form.set_printers(())
    assert dialog.form.copies.value == "0"
    assert "no printer" in dialog.form.copies_box.hint.text()


def test_the_dialog_is_as_wide_as_the_others(table_at: Callable[..., Table]) -> None:
    dialog = opened(table_at())
    assert dialog.minimumSizeHint().width() <= theme().px(WIDTH)
