import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest

from tablebook.domain.text import Block, BlockKind, Run, heading, paragraph, table
from tablebook.ui.text.draft_editor import DraftEditor
from tablebook.ui.text.draft_edits import Place
from tablebook.ui.text.rows import locked_chip

ARTICLE = (
    heading("Class size limits", "12.1", section="12.1"),
    paragraph("The limits are:"),
    paragraph("Kindergarten: twenty-four (24)", "a.", level=1),
    paragraph("Grade 1: twenty-eight (28)", "b.", level=1),
    table([["Step", "BA"], ["1", "$48,210"]]),
    heading("Combination classes", "12.3", section="12.3"),
    paragraph("Two students below."),
)


@pytest.fixture
def editor(qtbot):
    made = DraftEditor()
    qtbot.addWidget(made)
    made.resize(720, 800)
    made.show()
    made.show_blocks(ARTICLE, locked={"12.3": locked_chip()})
    return made


def at(editor, row, offset, cell=-1):
    place = Place(row, cell, offset)
    editor.select(place, place)


words = st.text(alphabet=st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=12)
runs = st.lists(st.builds(Run, words, st.booleans(), st.booleans()), max_size=4).map(tuple)
rows = st.lists(st.lists(words, max_size=4).map(tuple), max_size=4).map(tuple)
labels = st.sampled_from(["", "a.", "(iv)", "12.1", "•"])
any_block = st.one_of(
    st.builds(Block, st.just(BlockKind.PARAGRAPH), labels, runs, labels, st.integers(0, 3), st.just(()), st.none()),
    st.builds(Block, st.just(BlockKind.HEADING), labels, runs, labels, st.integers(0, 3)),
    st.builds(Block, st.just(BlockKind.TABLE), st.just(""), st.just(()), st.just(""), st.just(0), rows, st.just(4)),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(blocks=st.lists(any_block, min_size=1, max_size=7).map(tuple))
def test_what_is_not_edited_comes_back_exactly(editor, blocks):
    editor.show_blocks(blocks)
    assert editor.blocks() == blocks
    assert editor.reread() == blocks


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    blocks=st.lists(any_block, min_size=1, max_size=5).map(tuple),
    keys=st.lists(
        st.sampled_from([
            "a", " ", Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Down,
            Qt.Key.Key_End, Qt.Key.Key_Tab,
        ]),
        max_size=15,
    ),
)  # fmt: skip
def test_page_and_blocks_never_part_and_undo_leads_back(editor, blocks, keys):
    editor.show_blocks(blocks)
    for key in keys:
        if key is Qt.Key.Key_Tab and editor.caret_place().cell < 0:
            continue
        QTest.keyClick(editor, key)
    now = editor.blocks()
    assert editor.reread() == now
    while editor.history.done:
        editor.undo()
    assert editor.blocks() == blocks
    while editor.history.undone:
        editor.redo()
    assert editor.blocks() == now


def test_typing_changes_the_words_of_one_block_only(editor):
    at(editor, 2, 14)
    QTest.keyClicks(editor, "now ")
    assert editor.blocks()[2] == paragraph("Kindergarten: now twenty-four (24)", "a.", level=1)
    assert editor.blocks()[:2] == ARTICLE[:2]
    assert editor.blocks()[3:] == ARTICLE[3:]


def test_a_label_cannot_be_deleted_by_holding_backspace(editor):
    at(editor, 2, 14)
    for _ in range(14):
        QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.blocks()[2].printed == "a. twenty-four (24)"


def test_enter_makes_the_next_letter_and_backspace_takes_it_back(editor):
    at(editor, 3, 26)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "Grade 2")
    assert editor.blocks()[4].printed == "c. Grade 2"
    QTest.keyClick(editor, Qt.Key.Key_Home)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.blocks()[3].text == "Grade 1: twenty-eight (28)Grade 2"


def test_an_agreed_section_is_locked_against_every_way_in(editor, qtbot):
    at(editor, 6, 3)
    with qtbot.waitSignal(editor.refused) as told:
        QTest.keyClicks(editor, "x")
    assert "12.3" in told.args[0]
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    QTest.keyClick(editor, Qt.Key.Key_F2)
    mime = QMimeData()
    mime.setText("pasted")
    editor.insertFromMimeData(mime)
    editor.select(Place(3, -1, 2), Place(6, -1, 3))
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    QTest.keyClicks(editor, "y")
    editor.cut()
    assert editor.blocks() == ARTICLE


def test_tab_moves_through_cells_and_adds_a_row_after_the_last(editor):
    at(editor, 4, 0, cell=0)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    QTest.keyClicks(editor, "MA")
    assert editor.blocks()[4].rows == (("Step", "MA"), ("1", "$48,210"))
    at(editor, 4, 0, cell=3)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    QTest.keyClicks(editor, "2")
    assert editor.blocks()[4].rows == (("Step", "MA"), ("1", "$48,210"), ("2", ""))
    QTest.keyClick(editor, Qt.Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    assert editor.blocks()[4].rows == (("Step", "MA"), ("1", "$48,210"))


def test_typing_over_a_selection_across_paragraphs_joins_them(editor):
    editor.select(Place(1, -1, 4), Place(3, -1, 9))
    QTest.keyClicks(editor, "x")
    assert editor.blocks()[1] == paragraph("The xtwenty-eight (28)")


def test_letters_of_one_word_are_one_step(editor):
    at(editor, 1, 15)
    QTest.keyClicks(editor, " now then")
    assert len(editor.history.done) == 2
    editor.undo()
    assert editor.blocks()[1].text == "The limits are: now"
    editor.undo()
    assert editor.blocks() == ARTICLE


def test_undo_survives_a_restart(editor, qtbot):
    at(editor, 1, 15)
    QTest.keyClicks(editor, " here")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    kept = json.loads(json.dumps(editor.export_history()))
    again = DraftEditor()
    qtbot.addWidget(again)
    again.show_blocks(editor.blocks())
    again.import_history(kept)
    again.undo()
    again.undo()
    assert again.blocks() == ARTICLE
    again.redo()
    assert again.blocks()[1].text == "The limits are: here"


def test_a_history_of_another_text_is_not_taken(editor):
    at(editor, 1, 15)
    QTest.keyClicks(editor, "x")
    kept = editor.export_history()
    editor.show_blocks(ARTICLE)
    editor.import_history(kept)
    editor.undo()
    assert editor.blocks() == ARTICLE


def test_saving_is_told_once_soon_after_the_last_key(editor, qtbot):
    at(editor, 1, 15)
    with qtbot.waitSignal(editor.edited) as told:
        QTest.keyClicks(editor, "abc")
    assert told.args[0][1].text == "The limits are:abc"
    told_again = []
    editor.edited.connect(told_again.append)
    QTest.keyClicks(editor, "d")
    editor.flush()
    assert told_again[0][1].text == "The limits are:abcd"
    editor.flush()
    assert len(told_again) == 1


def test_somebody_who_types_on_and_on_is_saved_too(editor, qtbot):
    at(editor, 1, 15)
    told = []
    editor.edited.connect(told.append)

    def typed_until_saved() -> bool:
        QTest.keyClicks(editor, "a")
        return bool(told)

    qtbot.waitUntil(typed_until_saved)
    assert told[0][1].text.startswith("The limits are:a")


def test_f2_changes_the_label(editor, qtbot):
    at(editor, 2, 5)
    QTest.keyClick(editor, Qt.Key.Key_F2)
    box = editor._label_box
    assert box.text() == "a."
    box.setText("(1)")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert editor.blocks()[2].printed == "(1) Kindergarten: twenty-four (24)"
    assert editor.caret_place() == Place(2, -1, 5)
    QTest.keyClick(editor, Qt.Key.Key_F2)
    editor._label_box.setText("lost")
    QTest.keyClick(editor._label_box, Qt.Key.Key_Escape)
    assert editor.blocks()[2].label == "(1)"


def test_words_from_a_word_processor_come_as_blocks(editor):
    at(editor, 1, 15)
    mime = QMimeData()
    mime.setHtml(
        "<html><head><style>p {color:red}</style></head><body><p>a. One <b>bold</b></p><ol><li>first</li></ol>"
        "<table><tr><td>x</td><td>1</td></tr></table></body></html>"
    )
    editor.insertFromMimeData(mime)
    pasted = editor.blocks()[2:5]
    assert pasted[0] == Block(BlockKind.PARAGRAPH, "a.", (Run("One "), Run("bold", bold=True)), level=1)
    assert pasted[1].printed == "1. first"
    assert pasted[2].rows == (("x", "1"),)
    assert editor.reread() == editor.blocks()


def test_emoji_and_marks_keep_the_caret_right(editor):
    editor.show_blocks((paragraph("a😀b😀c"),))
    at(editor, 0, 4)
    QTest.keyClicks(editor, "x")
    assert editor.blocks()[0].text == "a😀b😀xc"
    assert editor.caret_place() == Place(0, -1, 5)


def test_the_look_changes_while_words_stay(editor, look):
    at(editor, 2, 5)
    QTest.keyClicks(editor, "q")
    now = editor.blocks()
    look.set_scale(1.5)
    look.set_scheme("dark")
    assert editor.blocks() == now == editor.reread()
    assert editor.caret_place() == Place(2, -1, 6)


def test_find_selects_the_words_and_goes_round(editor):
    at(editor, 0, 0)
    assert editor.find_words("TWENTY-EIGHT")
    assert editor.textCursor().selectedText() == "twenty-eight"
    assert editor.find_words("b. grade")
    assert editor.caret_place().row == 3
    assert not editor.find_words("nowhere")


def test_a_section_is_begun_by_typing_its_number_and_one_undo_leaves_it_in_the_words(editor):
    at(editor, 3, len(ARTICLE[3].text))
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(editor, "12.2 Relief")
    made = editor.blocks()[4]
    assert (made.kind, made.label, made.section, made.text) == (BlockKind.HEADING, "12.2", "12.2", "Relief")
    assert editor.reread() == editor.blocks()
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.blocks()[4].text == "12.2 "
    QTest.keyClicks(editor, "stays ")
    assert editor.blocks()[4].text == "12.2 stays "
