"""In a large table letters are typed into a field over the cell, and everything else is as on the page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tablebook.domain.text import paragraph, table
from tablebook.ui.text.cell_box import CellBox
from tablebook.ui.text.draft_editor import DraftEditor
from tablebook.ui.text.draft_edits import Place

COLUMNS = 6
SCHEDULE = table([[f"{row}-{column}" for column in range(COLUMNS)] for row in range(40)])
BLOCKS = (paragraph("Schedule"), SCHEDULE, paragraph("End"))


@pytest.fixture
def editor(qtbot):
    made = DraftEditor()
    qtbot.addWidget(made)
    made.resize(720, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_blocks(BLOCKS)
    made.setFocus()
    return made


def begin(editor, cell, text, offset=0, to=0):
    editor.select(Place(1, cell, offset), Place(1, cell, to or offset))
    press(text)


def press(text):
    for letter in text:
        QTest.keyClick(QApplication.focusWidget(), letter)


def key(code, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), code, held)


def cells(editor):
    return [cell for row in editor.blocks()[1].rows for cell in row]


def box():
    widget = QApplication.focusWidget()
    assert isinstance(widget, CellBox)
    return widget


def test_letters_stand_in_the_field_and_in_the_draft_at_once(editor):
    begin(editor, 8, "xy")
    assert box().text() == "xy1-2"
    assert box().accessibleName() == "Row 2, column 3"
    assert cells(editor)[8] == "xy1-2"
    assert editor.reread()[1].rows[1][2] == "1-2", "the page is written once, when the field is left"


def test_what_was_selected_is_replaced(editor):
    begin(editor, 8, "9", 0, 3)
    assert cells(editor)[8] == "9"


@pytest.mark.parametrize(
    ("code", "cell"), [(Qt.Key.Key_Tab, 9), (Qt.Key.Key_Backtab, 7), (Qt.Key.Key_Return, 8 + COLUMNS)]
)
def test_tab_and_enter_write_the_page_and_go_on(editor, code, cell):
    begin(editor, 8, "7", 0, 3)
    key(code)
    assert QApplication.focusWidget() is editor
    assert editor.caret_place().cell == cell
    assert editor.reread() == editor.blocks()
    assert cells(editor)[8] == "7"


def test_escape_leaves_the_field_and_keeps_what_was_typed(editor):
    begin(editor, 8, "7", 0, 3)
    key(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is editor
    assert cells(editor)[8] == "7"


def test_undo_takes_back_what_was_typed(editor):
    begin(editor, 8, "77", 0, 3)
    key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.blocks() == BLOCKS
    assert editor.reread() == BLOCKS
    editor.redo()
    assert cells(editor)[8] == "77"
    assert editor.reread() == editor.blocks()


def test_right_at_the_end_goes_to_the_next_cell(editor):
    begin(editor, 8, "a", 3)
    key(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is editor
    assert editor.caret_place() == Place(1, 9, 0)


def test_saving_is_told_while_the_field_is_open(editor, qtbot):
    with qtbot.waitSignal(editor.edited) as told:
        begin(editor, 8, "a")
    assert told.args[0][1].rows[1][2] == "a1-2"
    assert box()


def test_other_characters_keep_their_place(editor):
    begin(editor, 8, "5", 0, 3)
    box().insert("😀ñ")
    box().textEdited.emit(box().text())
    key(Qt.Key.Key_Tab)
    assert cells(editor)[8] == "5😀ñ"
    assert editor.reread() == editor.blocks()


def test_another_text_ends_the_field(editor):
    begin(editor, 8, "5")
    field = box()
    editor.show_blocks((paragraph("Other"),))
    assert not field.isVisible()
    assert editor.blocks() == (paragraph("Other"),)


def test_a_small_table_is_typed_in_on_the_page(editor):
    editor.show_blocks((table([["a", "b"]]),))
    editor.select(Place(0, 0, 0), Place(0, 0, 0))
    press("x")
    assert QApplication.focusWidget() is editor
    assert editor.blocks()[0].rows == (("xa", "b"),)
