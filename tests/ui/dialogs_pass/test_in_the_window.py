"""In the program's own window: Ctrl+P shows the papers of what is on the screen, Esc goes back, twice is once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tablebook.ui import dialogs
from tablebook.ui.text.draft_editor import DraftEditor
from tests.ui.dialogs_pass.conftest import Table
from tests.ui.dialogs_pass.test_key_budgets import at_the_window, dialog_of, function_key


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
