import threading

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from tablebook.domain.text import paragraph
from tablebook.redline.compare import compare
from tablebook.redline.marks import Author
from tablebook.ui.text.draft_edits import Place
from tablebook.ui.text.draft_panes import DraftPanes
from tablebook.ui.text.live_redline import LiveRedline

BASE = (paragraph("The District shall meet within ten (10) days."), paragraph("Second."))


def since_base(blocks):
    return compare(BASE, blocks, Author("union", "U-4"), fresh=True).blocks


def test_typing_refreshes_the_redline_off_the_window_thread(qtbot):
    threads = []

    def slow(blocks):
        threads.append(threading.current_thread())
        return since_base(blocks)

    panes = DraftPanes(slow)
    qtbot.addWidget(panes)
    panes.resize(1500, 500)
    panes.show()
    panes.show_blocks(BASE)
    assert panes.redline.change_count == 0
    place = Place(0, -1, 3)
    panes.editor.select(place, place)
    with qtbot.waitSignal(panes.live.ready):
        QTest.keyClicks(panes.editor, " big")
    qtbot.waitUntil(lambda: panes.redline.change_count == 1)
    assert "The big District" in panes.redline.toPlainText()
    assert threads[0] is threading.main_thread()
    assert threads[-1] is not threading.main_thread()
    panes.live.wait()


def test_only_the_newest_text_is_shown(qtbot):
    gate, shown = threading.Event(), []

    def held(blocks):
        gate.wait(5)
        return since_base(blocks)

    live = LiveRedline(held)
    live.ready.connect(shown.append)
    live.update((paragraph("one"),))
    qtbot.waitUntil(lambda: live._running)
    for words in ("two", "three", "four"):
        live.update((paragraph(words),))
    gate.set()
    qtbot.waitUntil(lambda: bool(shown) and "four" in str(shown[-1]))
    assert len(shown) <= 2
    live.wait()


def test_panes_stack_when_narrow_and_one_can_be_shown_alone(qtbot):
    from PySide6.QtCore import Qt

    panes = DraftPanes(since_base)
    qtbot.addWidget(panes)
    panes.resize(1500, 500)
    panes.show()
    panes.show_blocks(BASE)
    assert panes.splitter.orientation() is Qt.Orientation.Horizontal
    panes.resize(700, 500)
    assert panes.splitter.orientation() is Qt.Orientation.Vertical
    panes.show_mode("draft")
    assert panes.editor.isVisible()
    assert not panes.redline.isVisible()


def test_after_a_fault_in_comparing_the_next_key_gets_its_redline(qtbot, monkeypatch):
    import sys

    faults, shown = [], []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: faults.append(kind))
    monkeypatch.setattr(sys, "unraisablehook", lambda what: faults.append(what.exc_type))

    def compare_or_fail(blocks):
        if blocks[0].text == "bad":
            raise ValueError("bad")
        return since_base(blocks)

    live = LiveRedline(compare_or_fail)
    live.ready.connect(shown.append)
    live.update((paragraph("bad"),))
    qtbot.waitUntil(lambda: live._number == 1 and not live._running)
    live.update((paragraph("good"),))
    qtbot.waitUntil(lambda: bool(shown))
    live.wait()


def test_whoever_reads_further_down_stays_there_when_the_next_redline_comes(qtbot):
    long = tuple(paragraph(f"Sentence {number} of the District's duties.") for number in range(60))
    panes = DraftPanes(lambda blocks: compare(long, blocks, Author("union", "U-4"), fresh=True).blocks)
    qtbot.addWidget(panes)
    panes.resize(1500, 400)
    panes.show()
    panes.show_blocks(long)
    bar = panes.redline.verticalScrollBar()
    panes.editor.select(Place(2, -1, 3), Place(2, -1, 3))  # its place on the redline is in sight: nothing scrolls
    bar.setValue(300)
    with qtbot.waitSignal(panes.live.ready):
        QTest.keyClicks(panes.editor, "x")
    qtbot.waitUntil(lambda: panes.redline.change_count == 1)
    assert bar.value() == 300
    panes.show_blocks((paragraph("Another article."), *long))
    assert bar.value() == 0
    panes.live.wait()


LONG = tuple(paragraph(f"Paragraph {number} of a long article. " * 6, f"{number}.") for number in range(30))


def long_panes(qtbot):
    panes = DraftPanes(lambda blocks: compare(LONG, blocks, Author("union", "U-4"), fresh=True).blocks)
    qtbot.addWidget(panes)
    panes.resize(1500, 400)
    panes.show()
    panes.show_blocks(LONG)
    return panes


def in_sight(panes, row):
    where = panes.redline.row_rect(row).translated(0, -panes.redline.verticalScrollBar().value())
    return 0 <= where.top() < panes.redline.viewport().height()


def settled(panes):
    return panes.redline._glide.state() == panes.redline._glide.State.Stopped


def test_the_redline_goes_to_the_paragraph_the_caret_goes_to(qtbot):
    panes = long_panes(qtbot)
    assert not in_sight(panes, 20)
    place = Place(20, -1, 0)
    panes.editor.select(place, place)
    qtbot.waitUntil(lambda: in_sight(panes, 20))
    qtbot.waitUntil(lambda: settled(panes))
    shift = panes.redline.verticalScrollBar().value()
    near = Place(21, -1, 0)
    panes.editor.select(near, near)
    assert in_sight(panes, 21), "what is in view already"
    assert settled(panes)
    assert panes.redline.verticalScrollBar().value() == shift, "moves nothing"
    panes.live.wait()


def test_nothing_jumps_while_a_paragraph_is_written(qtbot):
    panes = long_panes(qtbot)
    place = Place(20, -1, 3)
    panes.editor.select(place, place)
    qtbot.waitUntil(lambda: in_sight(panes, 20) and settled(panes))
    panes.redline.verticalScrollBar().setValue(0)
    for word in (" one", " two"):
        with qtbot.waitSignal(panes.live.ready):
            QTest.keyClicks(panes.editor, word)
    assert settled(panes)
    assert panes.redline.verticalScrollBar().value() == 0, "somebody reads at another place while it is typed"
    panes.live.wait()


def test_a_paragraph_begun_at_the_end_comes_into_view_with_its_redline(qtbot):
    panes = long_panes(qtbot)
    panes.editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.waitUntil(lambda: in_sight(panes, 29) and settled(panes))
    panes.redline.verticalScrollBar().setValue(0)
    QTest.keyClick(panes.editor, Qt.Key.Key_Return)
    QTest.keyClicks(panes.editor, "New words.")
    qtbot.waitUntil(lambda: len(panes.redline.rows) == 31 and in_sight(panes, 30))
    panes.live.wait()
