"""Hold, resume, withdraw, reject, correct: words and reason, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tablebook.domain.codes import PassState
from tablebook.domain.record import (
    ArticleDeferred,
    ArticleHeld,
    ArticleResumed,
    Corrected,
    NoteTaken,
    PassRejected,
    PassWithdrawn,
)
from tablebook.ui.dialogs.correct import correct_dialog, last_entry
from tablebook.ui.dialogs.defer import defer_dialog
from tablebook.ui.dialogs.hold import hold_dialog
from tablebook.ui.dialogs.withdraw import offers, reject_dialog, withdraw_dialog
from tests.ui.dialogs_pass.conftest import Table
from tests.ui.dialogs_pass.texts import last_entries


def recorded(table: Table, dialog: Any, kind: type) -> Any:
    """The newest entry, once it is of this kind and the dialog is gone."""
    table.until(lambda: isinstance(last_entries(table, 1)[0].body, kind) and not dialog.isVisible())
    return last_entries(table, 1)[0].body


def test_hold_needs_a_reason(table_at: Callable[..., Table]) -> None:
    table = table_at()
    dialog = hold_dialog(table.desk, "12", table.window)
    table.over(dialog)
    assert dialog.main is not None
    table.press("Ctrl+Enter")
    assert dialog.isVisible()
    assert dialog.main.reason() == "Say why it is held."
    table.press("Until the enrolment is known", "Ctrl+Enter")
    body = recorded(table, dialog, ArticleHeld)
    assert (body.article, body.reason) == ("12", "Until the enrolment is known")


def test_a_held_article_is_taken_off_hold(table_at: Callable[..., Table]) -> None:
    table = table_at()
    dialog = hold_dialog(table.desk, "7", table.window)
    table.over(dialog)
    assert dialog.title.text() == "Take Article 7 off hold"
    table.press("They have the figures", "Ctrl+Enter")
    assert recorded(table, dialog, ArticleResumed).article == "7"


def test_an_article_is_deferred_and_taken_up_again(table_at: Callable[..., Table]) -> None:
    table = table_at()
    dialog = defer_dialog(table.desk, "12", table.window)
    table.over(dialog)
    assert dialog.main is not None
    table.press("Ctrl+Enter")
    assert dialog.main.reason() == "Say what settles it."
    table.press("the committee on class size", "Ctrl+Enter")
    body = recorded(table, dialog, ArticleDeferred)
    assert (body.article, body.to) == ("12", "the committee on class size")
    again = defer_dialog(table.desk, "12", table.window)
    table.over(again)
    assert again.title.text() == "Put Article 12 on the table again"
    table.press("Ctrl+Enter")
    assert recorded(table, again, ArticleResumed).article == "12"


def test_withdraw_is_by_whose_offer_it_is(table_at: Callable[..., Table]) -> None:
    table = table_at()
    dialog = withdraw_dialog(table.desk, "12", table.window)
    table.over(dialog)
    ours = table.desk.state.find_pass("12", "U-3")
    assert ours is not None
    dialog.boxes["offer"].set_value(ours.id)
    dialog.boxes["reason"].edit.setFocus()
    table.press("The Board asked for time", "Ctrl+Enter")
    body = recorded(table, dialog, PassWithdrawn)
    assert (body.party, body.label) == (table.desk.state.we, "U-3")
    after = table.desk.state.find_pass("12", "U-3")
    assert after is not None
    assert after.state is PassState.WITHDRAWN


def test_reject_is_said_by_the_other_side(table_at: Callable[..., Table]) -> None:
    table = table_at()
    dialog = reject_dialog(table.desk, "12", table.window)
    table.over(dialog)
    theirs = table.desk.state.find_pass("12", "E-3")
    assert theirs is not None
    dialog.boxes["offer"].set_value(theirs.id)
    dialog.boxes["words"].set_text("No. Not with thirty.")
    dialog.boxes["reason"].edit.setFocus()
    table.press("Too many in grades 4 to 8", "Ctrl+Enter")
    body = recorded(table, dialog, PassRejected)
    assert (body.party, body.label, body.words) == (table.desk.state.we, "E-3", "No. Not with thirty.")


def test_an_open_package_is_among_the_offers(table_at: Callable[..., Table]) -> None:
    assert offers(table_at().desk.state, "13")[0] == ("package:P-1", "Package P-1")


def test_a_correction_names_author_reason_and_what_it_replaces(table_at: Callable[..., Table]) -> None:
    table = table_at()
    state = table.desk.state
    note = next(entry for entry in reversed(state.entries.values()) if isinstance(entry.body, NoteTaken))
    dialog = correct_dialog(table.desk, note.id, table.window)
    table.over(dialog)
    assert isinstance(note.body, NoteTaken)
    assert dialog.boxes["text"].text() == note.body.text
    dialog.boxes["text"].set_text("What was really said")
    dialog.boxes["reason"].edit.setFocus()
    table.press("Misheard", "Ctrl+Enter")
    body = recorded(table, dialog, Corrected)
    assert (body.target, body.text, body.reason, body.replaces) == (
        note.id, "What was really said", "Misheard", note.body.text,
    )  # fmt: skip
    assert body.author
    assert table.desk.state.entries[note.id].body == note.body
    assert last_entry(table.desk) != last_entries(table, 1)[0].id
