import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tablebook.domain.text import heading, paragraph, table
from tablebook.redline.compare import compare
from tablebook.redline.marks import Author
from tablebook.ui.text.pairing import pair
from tablebook.ui.text.rows import Flag, Note
from tablebook.ui.text.side_by_side import SideBySide
from tablebook.ui.text.side_titles import SideTitle

OLD = (
    heading("Class size limits", "12.1", section="12.1"),
    paragraph("The District shall keep the number of students at or below the limits after the tenth (10th) day:"),
    paragraph("Kindergarten: twenty-two (22)", "a.", level=1),
    paragraph("Grades 4 through 8: twenty-eight (28)", "b.", level=1),
    table([["Step", "BA"], ["1", "$48,210"]]),
    heading("Combination classes", "12.3", section="12.3"),
    paragraph("Two students below the lower limit."),
    heading("Reporting", "12.5", section="12.5"),
    paragraph("By the thirtieth (30th) day."),
)
NEW = (
    OLD[0],
    paragraph(
        "The District shall, where it can, keep the number of students in a regular classroom at or below the limits "
        "which follow, after the twentieth (20th) day:"
    ),
    OLD[2],
    paragraph("Grades 4 through 8: thirty (30)", "b.", level=1),
    table([["Step", "BA"], ["1", "$48,900"]]),
    *OLD[5:],
    paragraph("And in writing."),
)
THEIRS = Author("employer", "E-3")


@pytest.fixture
def side(qtbot):
    made = SideBySide()
    qtbot.addWidget(made)
    qtbot.addWidget(made.controls)
    made.resize(1100, 600)
    made.show()
    redline = compare(OLD, NEW, THEIRS, fresh=True)
    made.show_texts(redline.blocks, SideTitle("union", "U-3", "ours"), SideTitle("employer", "E-3", "theirs"))
    return made


def text_of(page):
    return [page.document().findBlockByNumber(each.first).text() for each in page.placed]


def assert_level(side):
    assert side.left.tops() == pytest.approx(side.right.tops(), abs=0.5)
    left, right = side.left.document().size().height(), side.right.document().size().height()
    assert left == pytest.approx(right, abs=1)


def test_paragraphs_stand_level_at_every_width_and_scale(side, look):
    for width in (1100, 980, 1500):
        side.resize(width, 600)
        assert not side.stacked
        assert_level(side)
    look.set_scale(1.25)
    side.resize(1700, 600)
    assert_level(side)


def test_each_side_reads_as_its_text(side):
    side.controls.fold.setChecked(False)
    left = "\n".join(text for text in text_of(side.left) if text)
    assert "tenth (10th)" in left
    assert "twentieth" not in left
    right = "\n".join(text_of(side.right))
    assert "twentieth (20th)" in right
    assert "tenth (10th)" not in right
    assert "And in writing." in right


def test_same_sections_fold_on_both_sides_and_open_by_key(side):
    folds = [row.fold for row in side.left.rows if row.fold]
    assert folds == ["12.3  Combination classes, the same, word for word"]
    assert [row.fold for row in side.right.rows if row.fold] == folds
    at = next(n for n, row in enumerate(side.left.rows) if row.fold)
    side.left._caret(side.left.placed[at].first, 0)
    QTest.keyClick(side.left, Qt.Key.Key_Return)
    assert not any(row.fold for row in (*side.left.rows, *side.right.rows))
    assert "Two students below the lower limit." in text_of(side.right)
    side.controls.fold.setChecked(False)
    side.controls.fold.setChecked(True)
    assert any(row.fold for row in side.left.rows)


def test_changes_are_numbered_and_f3_goes_through_them(side, look):
    look.reduced_motion = True
    seen = []
    side.current_change.connect(seen.append)
    count = side.change_count
    assert count >= 4
    for page in (side.left, side.right, side):
        QTest.keyClick(page, Qt.Key.Key_F3)
    QTest.keyClick(side.left, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert seen == [0, 1, 2, 1]
    assert side.controls.count.text() == f"Change 2 of {count}"


def test_the_connector_of_a_new_sentence_ends_in_a_point(side):
    last = side.change_count - 1
    (_, left_empty), (_, right_empty) = side.spots_of(last)
    assert (left_empty, right_empty) == (True, False)
    side.swap()
    (_, left_empty), (_, right_empty) = side.spots_of(last)
    assert (left_empty, right_empty) == (False, True)
    side.grab()


def test_swap_exchanges_texts_and_heads(side):
    left = text_of(side.left)
    side.swap()
    assert text_of(side.right) == left
    assert side.left_title.label.text() == "E-3"
    assert_level(side)


def test_both_scroll_as_one(side):
    side.resize(1100, 220)
    bar = side.right.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    assert side.left.verticalScrollBar().value() == bar.value()


def test_both_wrap_alike_beside_one_scroll_bar(side):
    side.resize(1100, 220)
    assert side.right.verticalScrollBar().isVisible()
    assert side.left.text_width == side.right.text_width


def test_too_narrow_they_stack_and_scroll_apart(side):
    side.resize(700, 600)
    assert side.stacked
    assert not side.gutter.isVisible()
    assert all(each.row.pad == 0 for each in side.left.placed)
    side.resize(1100, 600)
    assert not side.stacked
    assert_level(side)


def test_findings_give_their_tone_and_stand_at_the_newer_words():
    blocks = compare(OLD, NEW, THEIRS, fresh=True).blocks
    at = next(n for n, block in enumerate(blocks) if block.label == "b.")
    whole = "".join(run.text for run in blocks[at].runs)
    start = whole.index("thirty (30)")
    note = Note("Not marked in their file", "problem", "eye-off", False, (Flag(start, start + 11, "unmarked"),))
    made = pair(blocks, notes={at: note})
    row = next(row for row in made.new if row.index == at)
    flag = row.note.flags[0]
    assert "".join(run.text for run in row.block.runs)[flag.start : flag.end] == "thirty (30)"
    tones = {made.old[change.row].index: change.tone for change in made.changes}
    assert tones[at] == "problem"
    assert set(tones.values()) == {"problem", "employer"}
