"""Drafting beside a live redline, and the history of an article, by keys."""

from __future__ import annotations

from collections.abc import Callable

from tablebook.domain.record import Corrected
from tests.ui.frame.conftest import CTRL, SHIFT, Key, Table


def begin(table: Table, key: str = "12") -> None:
    table.desk.choose(key)
    table.press(Key.Key_D, CTRL)
    table.until(lambda: table.stage.article.drafting and table.stage.article.current._loaded == key)


def test_ctrl_d_drafts_from_the_latest_text_and_looks_private(table: Table) -> None:
    begin(table)
    editor = table.stage.article.current.page
    assert table.focus() is editor
    assert "twenty-two (22)" in editor.toPlainText()
    assert editor.edge == "private"
    assert "Draft U-4 in the plan" in table.stage.article.current.line.label.text()
    assert table.stage.session.plan.isVisible()


def test_a_note_typed_beside_a_draft_is_seen_in_the_record_where_it_went(table: Table) -> None:
    begin(table)
    table.press(Key.Key_F4)
    table.type("RK ? Which year?")
    table.press(Key.Key_Return)
    rows = table.stage.session.feed.rows
    table.until(lambda: rows.rows and rows.rows[-1].words == "Which year?")
    assert not rows.rows[-1].private
    assert table.stage.session.feed.accessibleName() == "Notes of this session"


def test_typing_is_kept_in_the_plan_and_comes_back(open_table: Callable[..., Table]) -> None:
    table = open_table()
    begin(table)
    table.press(Key.Key_Down)
    table.press(Key.Key_Home)
    table.type("Always. ")
    table.until(lambda: "saved 14:02:11" in table.stage.article.current.line.label.text())
    path = table.window.bridge.facts.path
    entries = len(table.desk.state.entries)
    table.window.close()
    again = open_table(book=path)
    assert len(again.desk.state.entries) == entries
    begin(again)
    again.until(lambda: "Always. " in again.stage.article.current.page.toPlainText())
    again.press(Key.Key_Z, CTRL)
    again.until(lambda: "Always. " not in again.stage.article.current.page.toPlainText())


def test_the_redline_of_the_draft_follows(table: Table) -> None:
    begin(table)
    table.press(Key.Key_Down)
    table.press(Key.Key_Home)
    table.type("Always. ")
    redline = table.stage.article.current.panes.redline
    table.until(lambda: "Always. " in redline.toPlainText())
    assert redline.change_count > 0


def test_agreed_sections_are_locked(table: Table) -> None:
    begin(table)
    editor = table.stage.article.current.page
    assert set(editor._chips) == {"12.3", "12.5"}


def test_use_theirs_and_step_back(table: Table) -> None:
    begin(table)
    view = table.stage.article.current
    view.theirs.setFocus()
    table.press(Key.Key_Space)
    assert "twenty-four (24)" in view.page.toPlainText()
    view.page.setFocus()
    while view.page.history.done:
        table.press(Key.Key_Z, CTRL)
    assert "twenty-two (22)" in view.page.toPlainText()


def test_the_plan_goes_when_we_are_back_at_the_table(table: Table) -> None:
    table.press(Key.Key_F8)
    table.until(lambda: table.desk.our_caucus)
    begin(table)
    table.press(Key.Key_F8)
    assert not table.stage.article.drafting
    table.until(lambda: not table.desk.our_caucus)
    assert not table.stage.session.plan.isVisible()


def test_limits_are_kept(table: Table) -> None:
    begin(table)
    limits = table.stage.session.plan.limits
    table.until(lambda: bool(limits._rows) and limits._rows[-1][0].isVisible())
    limits._rows[-1][0].setFocus()
    table.type("Kindergarten")
    limits._rows[0][1].setFocus()
    table.type("22")
    table.stage.save_now()
    kept: list[object] = []
    table.window.bridge.run(lambda book: book.plan.article("12").limits, then=kept.append)
    table.until(lambda: bool(kept))
    assert [(limit.name, limit.limit) for limit in kept[0]] == [("Kindergarten", "22")]  # type: ignore[attr-defined]


def test_history_has_everything_said_and_passed(table: Table) -> None:
    table.desk.choose("12")
    table.press(Key.Key_4, CTRL | SHIFT)
    view = table.stage.article.current
    entries = [row for row in view.list.rows.rows if not row.head]
    assert [row.title for row in entries if row.mark == "pass"] == ["U-3", "E-2", "U-2", "E-1", "U-1"]
    view.search.setFocus()
    table.type("semester")
    assert {row.text for row in view.list.rows.rows if not row.head} == {
        "Stipend per day or per semester?",
        "Relief paid by semester, not by day?",
    }


def test_the_shown_entry_is_corrected_and_the_correction_stands_in_the_history(table: Table) -> None:
    table.desk.choose("12")
    table.press(Key.Key_4, CTRL | SHIFT)
    view = table.stage.article.current
    row = next(row for row in view.list.rows.rows if row.text.startswith("Birch and Harbor"))
    view.list.setCurrentIndex(view.list.rows.index(view.list.rows.rows.index(row)))
    table.press(Key.Key_R, CTRL | SHIFT)
    dialog = table.dialog()
    assert dialog.title.text() == f"Correct entry {row.number}"
    assert dialog.boxes["text"].text() == row.text
    dialog.boxes["text"].set_text("Birch and Alder.")
    dialog.boxes["reason"].edit.setFocus()
    table.type("Misheard")
    table.press(Key.Key_Return, CTRL)
    table.until(lambda: row.id in table.desk.state.corrections)
    fix = table.desk.state.entries[table.desk.state.corrections[row.id][0]].body
    assert isinstance(fix, Corrected)
    assert (fix.text, fix.reason, fix.author) == ("Birch and Alder.", "Misheard", "Priya Nair")
    table.until(lambda: any("Birch and Alder." in one.text for one in view.list.rows.rows))
