"""What can be done with an article: its menu, its package, its TA; what a draft has to answer for; the list's order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QApplication

from tablebook.domain.codes import Party
from tablebook.domain.contract import UnitKind
from tablebook.domain.positions import live_passes
from tablebook.domain.values import Part
from tablebook.jobs.pass_text import offer, pass_texts
from tablebook.jobs.redline_of import article_redline, clean_text, unit_text
from tablebook.jobs.sessions import call_caucus
from tablebook.jobs.targets import Target
from tablebook.jobs.withdraw import reject
from tablebook.redline.readings import accepted
from tablebook.ui.models.articles import ALL, rows_of
from tablebook.ui.stages.acceptable import why_nothing_to_accept
from tablebook.ui.stages.article_menu import article_menu
from tablebook.ui.stages.history_detail import same_place
from tablebook.ui.stages.text_views import standing_text
from tests.ui.frame.conftest import CTRL, SHIFT, Key, Table


def keep_draft(table: Table, key: str) -> None:
    state = table.desk.state
    one = state.passes[standing_text(state, key)]
    table.window.bridge.run(lambda book: book.plan.save_draft(key, unit_text(state, one, key), one.id))
    table.settled()


def test_units_stand_after_the_articles_and_the_parties_are_not_counted(table: Table) -> None:
    rows = rows_of(table.desk.state, table.desk.positions)
    kinds = [table.desk.state.items[row.key].article.kind for row in rows]
    assert kinds == sorted(kinds, key=[UnitKind.PREAMBLE, UnitKind.ARTICLE, UnitKind.APPENDIX, UnitKind.MOU].index)
    numbers = {row.key: row.number for row in rows}
    assert (numbers["12"], numbers["Appendix A"], numbers["MOU 1"]) == ("12", "A", "MOU 1")
    counted = [row for row in rows if table.desk.state.items[row.key].article.kind is not UnitKind.PREAMBLE]
    assert table.stage.articles.model.counts()[ALL] == len(counted)


def test_clean_reads_as_the_redline_and_carries_the_appendix_under_its_name(table: Table) -> None:
    state = table.desk.state
    form = tuple(block.with_text(f"{block.text} Complaint") for block in state.items["Appendix C"].article.blocks)
    body = offer(state, Target("18"), Party.UNION, (Part("Appendix C", form),))
    table.desk.act(pass_texts, [body])
    table.until(lambda: standing_text(table.desk.state, "18") not in state.passes)
    table.desk.choose("18")
    one = table.desk.state.passes[standing_text(table.desk.state, "18")]
    table.until(lambda: table.stage.article.shown == one.id)
    table.press(Key.Key_3, CTRL | SHIFT)
    read = table.stage.article.current.page.toPlainText()
    assert "Appendix C. Grievance Form" in read
    assert "Complaint" in read[read.index("Appendix C. Grievance Form") :]
    redline = article_redline(table.desk.state, "18", shown=one.id)
    assert [block.text for block in clean_text(table.desk.state, one)] == [block.text for block in accepted(redline)]


def test_a_lettered_place_shows_its_own_line_in_every_text(table: Table) -> None:
    texts = same_place(table.desk.state, "12", "12.1a", table.desk.now().date())
    assert [one.label for one in texts][-1] == "U-3"
    assert texts[-1].text == "Kindergarten and transitional kindergarten: twenty-two (22)"
    assert texts[-1].when == "13:24"
    assert len(same_place(table.desk.state, "12", "12.1", table.desk.now().date())[-1].text) > len(texts[-1].text) * 2


def test_a_refused_package_lets_the_articles_own_last_position_stand_again(table: Table) -> None:
    state = table.desk.state
    key = next(ref.article for ref in state.packages["P-1"].body.members)
    table.desk.choose(key)
    inside = {one.id for one in state.passes_on(key) if one.body.package == "P-1"}
    assert "In package P-1" in table.stage.article.head.state.accessibleName()
    table.desk.act(reject, state.packages["P-1"].body.party.other, package="P-1", by="R. Kessler", reason="Too much.")
    table.until(lambda: table.desk.positions[key].package == "")
    table.settled()
    own = [one.id for one in live_passes(table.desk.state, key) if one.body.parts]
    assert table.stage.article.shown not in inside
    assert table.stage.article.shown == own[-1]
    assert "P-1" not in table.stage.article.head.state.accessibleName()


def test_ta_is_off_with_its_reason_until_there_is_something_to_accept(table: Table) -> None:
    button = table.window.workspace.bar.buttons["agree"]
    table.desk.choose("12")
    assert button.isEnabled()
    table.desk.choose("1")
    assert button.reason() == "Nothing with words was passed on Article 1, so there is nothing to agree."
    settled = next(key for key, where in table.desk.positions.items() if where.state == "ta")
    assert "TA’d" in why_nothing_to_accept(table.desk.state, settled, table.desk.now())


def test_the_menu_of_an_article_says_what_cannot_be_done_and_why(table: Table) -> None:
    table.desk.choose("1")
    menu = article_menu(table.window, table.window)
    acts = {action.objectName(): action for action in menu.actions() if action.objectName()}
    assert acts["hold"].isEnabled()
    assert not acts["withdraw"].isEnabled()
    assert acts["withdraw"].toolTip() == "No offer stands on this article."
    assert acts["reopen"].toolTip() == "No TA is in force on this article."


def test_withdraw_reject_and_reopen_have_keys(table: Table) -> None:
    table.desk.choose("12")
    for key, title in ((Key.Key_B, "Withdraw"), (Key.Key_N, "Reject"), (Key.Key_O, "Reopen")):
        table.window.activateWindow()
        table.until(table.window.isActiveWindow)
        table.press(key, CTRL | SHIFT)
        dialog = table.dialog()
        assert dialog.title.text().startswith(title)
        dialog.reject()


def begin_draft(table: Table) -> Any:
    table.desk.choose("12")
    table.press(Key.Key_D, CTRL)
    view = table.stage.article.current
    table.until(lambda: view._loaded == "12" and view.checks.isVisible())
    return view


def test_a_struck_section_is_cited_and_a_condition_makes_it_good(table: Table) -> None:
    view = begin_draft(table)
    assert view.checks.line.label.text() == ("Section 8.4 is being struck in Article 8. Add a condition, or cite 8.3.")
    view.checks.add.setFocus()
    table.press(Key.Key_Return)
    table.until(lambda: "Section 8.4 stays" in view.checks.kept.label.text())
    table.until(lambda: view.checks._said.isHidden())
    table.press(Key.Key_Right)
    table.type("x")
    view.leave()
    table.press(Key.Key_F5)
    assert table.dialog().form.condition.text() == "Section 8.4 stays as it is in the current contract."
    table.dialog().reject()


def test_another_section_is_cited_in_the_draft_with_a_step_back(table: Table) -> None:
    view = begin_draft(table)
    view.checks.cite.setFocus()
    table.press(Key.Key_Return)
    words = view.page.toPlainText()
    assert "Section 8.3" in words
    assert "Section 8.4" not in words
    table.until(lambda: "8.4" not in view.checks.line.label.text() or view.checks.isHidden())
    table.press(Key.Key_Z, CTRL)
    assert "Section 8.4" in view.page.toPlainText()


def test_our_caucus_opens_the_draft_of_an_article_that_waits_for_us(open_table: Callable[..., Table]) -> None:
    table = open_table()
    table.desk.choose("8")
    assert table.desk.positions["8"].state == "with-us"
    keep_draft(table, "8")
    table.clock.put(table.clock.now() + timedelta(minutes=1))
    table.desk.act(call_caucus, Party.UNION)
    table.until(lambda: table.stage.article.drafting)


def test_a_caucus_without_a_draft_opens_none(table: Table) -> None:
    table.desk.choose("8")
    table.desk.act(call_caucus, Party.UNION)
    table.until(lambda: table.desk.our_caucus)
    table.settled()
    assert not table.stage.article.drafting


def test_copy_with_marks_takes_the_article_or_what_is_selected(table: Table) -> None:
    """As plain text for e-mail, in the way of marking that was chosen."""
    table.desk.choose("12")
    table.until(lambda: bool(table.stage.article.current.page.placed))
    clipboard = QApplication.clipboard()
    clipboard.clear()
    table.press(Key.Key_C, CTRL | SHIFT)
    table.until(lambda: bool(clipboard.text()))
    text = clipboard.text()
    assert "a. Kindergarten and transitional kindergarten: [twenty-six (26) twenty-four (24)] TWENTY-TWO (22)" in text
    assert text.splitlines()[-1] == "Marks: [struck] in brackets, NEW in capitals."

    table.window.preferences["plain_marks"] = "underscores"
    table.stage.article.current.page.selectAll()
    table.press(Key.Key_C, CTRL | SHIFT)
    table.until(lambda: clipboard.text() != text)
    assert "_twenty-two (22)_" in clipboard.text()
