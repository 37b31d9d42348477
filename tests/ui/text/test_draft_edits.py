from tablebook.domain.text import Block, BlockKind, Run, heading, paragraph, table
from tablebook.ui.text import draft_edits as edits
from tablebook.ui.text.draft_edits import Place

LIST = (
    heading("Limits", "12.1", section="12.1"),
    paragraph("The following:"),
    paragraph("Kindergarten: 24", "a.", level=1),
    paragraph("Grade 1: 28", "b.", level=1),
)


def applied(blocks, edit):
    assert not isinstance(edit, str), edit
    return (*blocks[: edit.at], *edit.blocks, *blocks[edit.at + edit.gone :])


def test_enter_at_the_end_of_a_lettered_line_gives_the_next_letter():
    edit = edits.split(LIST, Place(3, -1, len("Grade 1: 28")))
    now = applied(LIST, edit)
    assert (now[4].label, now[4].level, now[4].text) == ("c.", 1, "")
    assert edit.caret == Place(4)


def test_enter_in_the_middle_parts_words_and_keeps_their_style():
    blocks = (Block(runs=(Run("one "), Run("two three", bold=True))),)
    now = applied(blocks, edits.split(blocks, Place(0, -1, 8)))
    assert now[0].runs == (Run("one "), Run("two ", bold=True))
    assert now[1].runs == (Run("three", bold=True),)


def test_enter_on_an_empty_lettered_line_ends_the_list():
    blocks = (*LIST, paragraph("", "c.", level=1))
    now = applied(blocks, edits.split(blocks, Place(4)))
    assert (now[4].label, now[4].level, len(now)) == ("", 0, 5)


def test_enter_in_a_heading_begins_a_paragraph_of_its_section():
    now = applied(LIST, edits.split(LIST, Place(0, -1, 6)))
    assert now[0] == LIST[0]
    assert (now[1].kind, now[1].label, now[1].section) == (BlockKind.PARAGRAPH, "", "")


def test_backspace_joins_with_the_paragraph_above_and_its_label_stays():
    edit = edits.join_with_above(LIST, 3)
    now = applied(LIST, edit)
    assert now[2].printed == "a. Kindergarten: 24Grade 1: 28"
    assert edit.caret == Place(2, -1, len("Kindergarten: 24"))


def test_a_section_does_not_vanish_by_backspace():
    blocks = (*LIST, heading("Relief", "12.2", section="12.2"))
    assert "12.2" in edits.join_with_above(blocks, 4)
    assert "heading" in edits.join_with_above(blocks, 1)
    assert edits.join_with_above(blocks, 0) == ""


def test_deleting_across_paragraphs_leaves_their_ends():
    now = applied(LIST, edits.remove(LIST, Place(1, -1, 4), Place(3, -1, 9)))
    assert [block.text for block in now] == ["Limits", "The 28"]


def test_a_selection_that_begins_inside_a_table_is_refused():
    blocks = (table([["a", "b"]]), paragraph("after"))
    assert "table" in edits.remove(blocks, Place(0, 1, 0), Place(1, -1, 2))


def test_rows_come_and_go_and_a_short_row_stays_short():
    blocks = (table([["Step", "BA"], ["1"], ["2", "x"]]),)
    more = applied(blocks, edits.add_row(blocks, Place(0, 0)))
    assert more[0].rows == (("Step", "BA"), ("", ""), ("1",), ("2", "x"))
    less = applied(blocks, edits.remove_row(blocks, Place(0, 5)))
    assert less[0].rows == (("Step", "BA"), ("1",))
    cleared = applied(blocks, edits.clear_cells(blocks, Place(0, 0, 0), Place(0, 2, 1)))
    assert cleared[0].rows == (("", "BA"), ("",), ("2", "x"))


def test_the_last_row_takes_the_table_with_it():
    blocks = (table([["only"]]),)
    assert applied(blocks, edits.remove_row(blocks, Place(0, 0))) == (Block(),)


def test_pasted_lines_stand_between_the_words_they_part():
    edit = edits.insert(LIST, Place(1, -1, 4), (paragraph("x", "1.", level=1), paragraph("y", "2.", level=1)))
    now = applied(LIST, edit)
    assert [block.printed for block in now[1:5]] == ["The ", "1. x", "2. y", "following:"]
    assert edit.caret == Place(3, -1, 1)


def test_one_pasted_line_joins_the_words():
    edit = edits.insert(LIST, Place(1, -1, 4), (paragraph("really "),))
    assert applied(LIST, edit)[1].text == "The really following:"
    assert edit.caret == Place(1, -1, 11)


def test_pasted_cells_go_over_the_table_from_the_cell():
    blocks = (table([["a", "b"], ["c", "d"]]),)
    now = applied(blocks, edits.spread(blocks, Place(0, 3), (("1", "lost"), ("2",))))
    assert now[0].rows == (("a", "b"), ("c", "1"), ("", "2"))
