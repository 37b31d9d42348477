"""In the program's own window: Ctrl+P shows the papers of what is on the screen, Esc goes back, twice is once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tablebook.domain.codes import Party, Sign
from tablebook.ui import dialogs
from tablebook.ui.dialogs.receive import ReceiveScreen
from tablebook.ui.dialogs.receive_words import FILE
from tablebook.ui.text.draft_editor import DraftEditor
from tests.ui.dialogs_pass.conftest import Table
from tests.ui.dialogs_pass.test_key_budgets import at_the_window, dialog_of, function_key
from tests.ui.dialogs_pass.test_receive import BEFORE_E3
from tests.ui.dialogs_pass.texts import last_entries


def test_ctrl_p_shows_the_papers_of_the_article(table_at: Callable[..., Table], qtbot: QtBot) -> None:
    table = table_at()
    window = at_the_window(table, qtbot)
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(window, table)
    assert dialog.paper.currentText().startswith("Proposal E-3, Article 12")
    table.until(lambda: dialog.preview.pages > 0)
    table.press("Esc")
    table.until(lambda: not dialog.isVisible())
    window.close()


def test_f6_twice_is_one_screen_and_esc_goes_back(table_at: Callable[..., Table], qtbot: QtBot) -> None:
    table = table_at()
    window = at_the_window(table, qtbot)
    stack = window.workspace.stack
    before = stack.count()
    for _ in range(2):
        function_key(window, Qt.Key.Key_F6)
        table.until(lambda: type(stack.currentWidget()).__name__ == "ReceiveScreen")
    assert stack.count() == before + 1
    table.press("Esc")
    table.until(lambda: stack.currentWidget() is window.negotiate)
    assert stack.count() == before
    window.close()


def test_ta_on_an_article_without_words_says_why(table_at: Callable[..., Table], qtbot: QtBot) -> None:
    table = table_at()
    window = at_the_window(table, qtbot)
    window.desk.choose("1")
    function_key(window, Qt.Key.Key_F7)
    assert "nothing to agree" in window.message.label.text()
    window.close()


def test_the_small_dialogs_open_by_name(table_at: Callable[..., Table], qtbot: QtBot) -> None:
    table = table_at()
    window = at_the_window(table, qtbot)
    for name, title in (
        ("hold", "Hold Article 12"),
        ("withdraw", "Withdraw an offer, Article 12"),
        ("reject", "Reject an offer, Article 12"),
        ("reopen", "Reopen a TA, Article 12"),
        ("correct", "Correct entry"),
    ):
        dialogs.show(window, name)
        dialog = dialog_of(window, table)
        assert dialog.title.text().startswith(title)
        dialog.reject()
    window.close()


def test_what_was_just_drafted_is_passed_and_esc_leaves_the_draft_alive(
    table_at: Callable[..., Table], qtbot: QtBot
) -> None:
    table = table_at()
    window = at_the_window(table, qtbot)
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    editor = window.negotiate.article.current.page
    table.until(lambda: isinstance(editor, DraftEditor) and editor.find_words("twenty-four (24)"))
    editor.setFocus()
    table.press("thirty-nine (39)")

    function_key(window, Qt.Key.Key_F5)
    dialog = dialog_of(window, table)
    words = " ".join(block.text for block in dialog.loaded.draft)
    assert "thirty-nine (39)" in words
    table.press("Esc")
    table.until(lambda: not dialog.isVisible())

    window.activateWindow()
    table.until(window.isActiveWindow)
    editor.setFocus()
    assert editor.find_words("thirty-nine (39)")
    table.press("forty (40)")
    editor.flush()
    kept = table.ask(lambda book: book.plan.draft("12"))
    assert "forty (40)" in " ".join(block.text for block in kept.blocks)
    window.close()


def with_their_paper(table: Table, window: Any, sample_folder: Path) -> ReceiveScreen:
    """Receive, opened by its key, with E-3 of the sample read and compared."""
    stack = window.workspace.stack
    function_key(window, Qt.Key.Key_F6)
    table.until(lambda: isinstance(stack.currentWidget(), ReceiveScreen))
    screen = stack.currentWidget()
    assert isinstance(screen, ReceiveScreen)
    screen._take_way(FILE)
    screen.words.file.read(sample_folder / "papers" / "Class Size counter clean.docx")
    table.until(lambda: screen.found is not None and not screen.work.busy)
    return screen


def test_a_question_about_their_paper_and_back_to_it(
    table_at: Callable[..., Table], qtbot: QtBot, sample_folder: Path
) -> None:
    table = table_at(BEFORE_E3)
    window = at_the_window(table, qtbot)
    stack, screen = window.workspace.stack, with_their_paper(table, window, sample_folder)
    function_key(window, Qt.Key.Key_F3)
    assert screen.walk.at == 0, "F3 of the window goes through the findings of the paper that is shown"

    window.negotiate.entry.setText("half a line")
    screen.side.cards[0].way_button.click()
    assert stack.currentWidget() is window.negotiate
    assert window.negotiate.entry.text().startswith("@12.1c < ? 12.1c: 28 became 30")
    before = len(window.desk.state.entries)
    window.negotiate.entry.setFocus()
    table.press("Enter")
    table.until(lambda: len(window.desk.state.entries) == before + 1)
    note = last_entries(table, 1)[0].body
    assert (note.place, note.side, note.sign) == ("12.1c", Party.UNION, Sign.QUESTION)
    assert window.negotiate.entry.text() == "half a line", "what was half typed comes back"

    function_key(window, Qt.Key.Key_F6)
    table.until(lambda: stack.currentWidget() is screen)
    assert len(screen.side.cards) == 3, "the paper is as it was left"
    table.press("Esc")
    table.until(lambda: stack.currentWidget() is window.negotiate)
    window.close()


def test_f3_stays_with_the_paper_and_other_keys_of_the_table_show_the_table(
    table_at: Callable[..., Table], qtbot: QtBot, sample_folder: Path
) -> None:
    """Going through the findings must not leave the paper; asking for an article must, and F6 must bring it back."""
    table = table_at(BEFORE_E3)
    window = at_the_window(table, qtbot)
    stack, screen = window.workspace.stack, with_their_paper(table, window, sample_folder)
    screen.head.label.set_text("E-3 as typed")
    for key, modifiers, stops in (
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier, (0, 1)),
        (Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier, (2, 3)),
    ):
        for at in stops:
            function_key(window, Qt.Key.Key_F3)
            assert stack.currentWidget() is screen
            assert screen.walk.at == at
        QTest.keyClick(window, key, modifiers)
        table.until(lambda: stack.currentWidget() is window.workspace.stages["negotiate"])
        window.desk.choose("12")
        function_key(window, Qt.Key.Key_F6)
        table.until(lambda: stack.currentWidget() is screen)
        assert screen.head.label.text() == "E-3 as typed"
    window.close()


def test_the_paper_names_its_article_in_full_where_there_is_little_room(
    table_at: Callable[..., Table], qtbot: QtBot
) -> None:
    table = table_at()
    window = at_the_window(table, qtbot)
    window.resize(900, 640)
    window.desk.choose("9")
    function_key(window, Qt.Key.Key_F6)
    table.until(lambda: isinstance(window.workspace.stack.currentWidget(), ReceiveScreen))
    head = window.workspace.stack.currentWidget().head  # type: ignore[attr-defined]
    table.until(lambda: head.number.text() == "Article 9, Assignment and Transfer")
    table.until(lambda: head.number.height() >= head.number.heightForWidth(head.number.width()))
    window.close()
