import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tablebook.domain.text import BlockKind
from tablebook.redline.marks import Author, Fate, MarkedBlock, MarkedRun
from tablebook.ui.text.clean_page import CleanPage
from tablebook.ui.text.copying import clean_text
from tablebook.ui.text.redline_page import RedlinePage
from tablebook.ui.text.rows import Note, ta_chip
from tests.ui.text.article_12 import salary_table


@pytest.fixture
def page(qtbot, article):
    made = RedlinePage()
    qtbot.addWidget(made)
    made.resize(722, 500)
    made.show()
    made.show_blocks(article, chips={"12.3": ta_chip("TA’d 2 Mar 16:05")})
    return made


def select_all(page):
    QTest.keyClick(page, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def test_f3_goes_through_what_is_new_since_the_last_pass_and_round(page, look):
    look.reduced_motion = True
    seen = []
    page.current_change.connect(seen.append)
    assert page.change_count == 5
    for _ in range(6):
        QTest.keyClick(page, Qt.Key.Key_F3)
    QTest.keyClick(page, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert seen == [0, 1, 2, 3, 4, 0, 4]
    rect = page.change_rect(4)
    top = page.verticalScrollBar().value()
    assert top <= rect.top()
    assert rect.bottom() <= top + page.viewport().height()


def test_all_changes_can_be_gone_through_as_well(page):
    page.step_through = "all"
    page.rebuild()
    assert page.change_count > 10


def test_words_are_at_the_measure_of_the_design(page):
    assert page.text_width == pytest.approx(722 - 60 - 76, abs=12)
    page.resize(1400, 500)
    assert page.text_width / page.look.measure <= 1.001
    first = page.document().firstBlock()
    assert page.document().documentLayout().blockBoundingRect(first).left() > 300


def test_lines_are_25_pixels_and_lettered_lines_hang(page):
    layout = page.document().findBlockByNumber(1).layout()
    assert layout.lineAt(1).y() - layout.lineAt(0).y() == pytest.approx(25, abs=0.1)
    lettered = page.document().findBlockByNumber(2)
    assert lettered.blockFormat().leftMargin() == 36
    assert lettered.text().startswith("Kindergarten"), "the printed label stands apart from the words"


def test_copy_gives_clean_text_and_marked_html(page):
    select_all(page)
    mime = page.createMimeDataFromSelection()
    lines = mime.text().splitlines()
    assert lines[0] == "12.1 Class size limits"
    assert lines[1] == (
        "The District shall keep the number of students in a regular classroom at or below the following limits after "
        "the tenth (10th) day of school:"
    )
    assert lines[2] == "a. Kindergarten and transitional kindergarten: twenty-two (22)"
    assert "[<s" in mime.html()
    assert "make every reasonable effort to</s>" in mime.html()
    assert "double" in mime.html()


def test_copying_a_part_cuts_at_the_selection(page):
    cursor = page.textCursor()
    block = page.document().findBlockByNumber(4)
    cursor.setPosition(block.position() + 7)
    cursor.setPosition(block.position() + 16, cursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    assert page.createMimeDataFromSelection().text() == "4 through"


def test_find_knows_labels_case_and_the_end(page):
    assert page.find_words("12.2 relief")
    assert page.row_at_caret() == 6
    assert page.find_words("KINDERGARTEN")
    assert page.textCursor().selectedText() == "Kindergarten"
    assert not page.find_words("nowhere")


def test_showing_again_changes_only_what_differs(page, article):
    first = page.document().findBlockByNumber(0)
    revision = first.revision()
    changed = (*article[:2], *article[3:])
    page.show_blocks(changed)
    assert len(page.placed) == len(article) - 1
    assert page.document().blockCount() == len(changed)
    assert page.document().findBlockByNumber(0).revision() == revision
    assert [page.document().findBlockByNumber(p.first).text() for p in page.placed] == [
        "".join(run.text for run in block.runs) for block in changed
    ]


@pytest.mark.parametrize("size", [0, 1, 3])
def test_tables_come_and_go(page, article, size):
    blocks = (*[salary_table()] * size, *article[:2], *[salary_table()] * size)
    page.show_blocks(blocks)
    page.show_blocks(article)
    page.show_blocks(blocks)
    cells = [page.document().findBlockByNumber(p.first).text() for p in page.placed]
    assert cells.count("Step") == 2 * size
    assert all(page.document().findBlockByNumber(p.first + p.count - 1).isValid() for p in page.placed)


def test_a_section_is_found_by_its_number(page):
    assert page.go_to_section("12.3")
    assert page.row_at_caret() == 8
    assert not page.go_to_section("99")


def test_what_a_screen_reader_hears(page, monkeypatch):
    heard = []
    monkeypatch.setattr("tablebook.ui.text.redline_page.announce", lambda _w, text, *_: heard.append(text))
    page.next_change()
    assert heard[0].startswith("Change 1 of 5.")
    assert "union struck: make every reasonable effort to. end." in heard[0]
    assert "employer offered, union struck: make a reasonable effort to. end." in heard[0]
    assert "employer new: limits. end." in heard[0]
    assert heard[0].endswith("U-3.")
    page.read_marks = False
    page.next_change()
    assert "end." not in heard[1]
    assert "twenty" not in heard[1].replace("twenty-two (22)", "") or "after the tenth (10th) day of school" in heard[1]


def test_scale_and_scheme_change_live(page, look):
    before = page.document().size().height()
    page.next_change()
    look.set_scale(1.5)
    assert page.document().size().height() > before * 1.3
    assert page.at_change == 0
    look.set_scheme("dark")
    assert page.palette().base().color() == look.color("page")
    look.apply(QApplication.instance())
    assert page.grab().toImage().pixelColor(20, 20) == look.color("page"), "light words on a light page"


def test_a_long_note_gets_the_lines_it_needs(page, article):
    page.show_blocks(article, notes={4: Note("Short", "problem", "eye-off", True)})
    short = page.row_rect(5).top()
    page.show_blocks(article, notes={4: Note("Long " * 60, "problem", "eye-off", True)})
    assert page.row_rect(5).top() > short + 40
    page.grab()


def test_clean_reading_has_no_marks(qtbot):
    from tablebook.domain.text import paragraph, table

    clean = CleanPage()
    qtbot.addWidget(clean)
    clean.show_text((paragraph("One", "a.", level=1), table([["x", "1"]])))
    assert clean.change_count == 0
    assert clean.toPlainText().split() == ["One", "x", "1"]


def test_clean_text_leaves_out_struck_words_and_their_space():
    union, employer = Author("union", "U-1"), Author("employer", "E-1")
    runs = (
        MarkedRun("within "),
        MarkedRun("ten", None, union),
        MarkedRun(" "),
        MarkedRun("five", union),
        MarkedRun(" days"),
    )
    struck = MarkedBlock(BlockKind.PARAGRAPH, (MarkedRun("gone", None, employer),), "b.")
    assert clean_text((MarkedBlock(BlockKind.PARAGRAPH, runs, "a."), struck)) == "a. within five days"


def test_a_split_paragraph_says_so_with_a_pilcrow(qtbot):
    union = Author("union", "U-1")
    page = RedlinePage()
    qtbot.addWidget(page)
    page.resize(700, 200)
    page.show()

    def dark_left_of_words(start):
        page.show_blocks((MarkedBlock(BlockKind.PARAGRAPH, (MarkedRun("words"),), start=start),))
        image = page.grab().toImage()
        strip = [image.pixelColor(x, y) for x in range(40, 58) for y in range(15, 45)]
        return sum(color.lightness() < 200 for color in strip)

    assert dark_left_of_words(Fate()) == 0
    assert dark_left_of_words(Fate(writer=union)) > 10


def test_a_shorter_text_after_a_longer_one_keeps_the_room_of_its_first_number(qtbot):
    def text(rows):
        return [
            MarkedBlock(BlockKind.PARAGRAPH, (MarkedRun("Words. " * 12),), label=f"1.{at}", section=f"1.{at}")
            for at in range(rows)
        ]

    page = RedlinePage()
    qtbot.addWidget(page)
    page.resize(722, 300)
    page.show()
    page.show_blocks(text(30))
    page.show_blocks([MarkedBlock(BlockKind.HEADING, (MarkedRun("One file"),), label="23.1", section="23.1")])
    assert page.document().firstBlock().blockFormat().textIndent() > 20
