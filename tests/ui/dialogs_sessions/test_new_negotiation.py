"""From a file to a book by keyboard: read in a process of its own, looked over, made."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tablebook.ui.main_window import MainWindow
from tablebook.ui.outline.reading_page import ReadingPage
from tablebook.ui.outline.review import Review
from tablebook.ui.theme import theme
from tests.ui.dialogs_sessions.keyboard import press

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
CONTRACT = """# Agreement

Between the Birch Board of Education and the Birch Education Association.

## Article 1. Recognition

The Board recognizes the Association.

## Article 2. Class Size

### 2.1 Limits

No class exceeds thirty students.

### 2.2 Relief

Relief is given on day ten.

### 2.2 Caseload

A specialist has no more than fifty cases.

## Article 3. Pay

The schedule is in the appendix.

## Article 5. Term

It ends in June 2027.
"""


@pytest.fixture
def review(read: Callable[[Path], QWidget], tmp_path: Path) -> Review:
    path = tmp_path / "Birch agreement.md"
    path.write_text(CONTRACT, "utf-8")
    page = read(path)
    assert isinstance(page, Review)
    return page


def _names(review: Review) -> list[str]:
    return [f"{unit.number} {unit.title}" for unit in review.stand.reading.articles if unit.kind != "preamble"]


def _go_to(review: Review, number: str) -> None:
    at = next(at for at, unit in enumerate(review.stand.reading.articles) if unit.number == number)
    review.steps.choose(at)
    review.renew()


def test_what_was_read_and_what_is_in_doubt_are_told(review: Review) -> None:
    assert _names(review) == ["1 Recognition", "2 Class Size", "3 Pay", "5 Term"]
    codes = [doubt.code for doubt in review.stand.doubts]
    assert codes == ["section-twice", "number-gap"]
    assert "4 articles" in review.told.text()
    assert "2 places in doubt" in review.told.text()
    assert (review.who.union.text(), review.who.employer.text()) == (
        "Birch Education Association", "Birch Board of Education")  # fmt: skip


def test_enter_takes_what_is_proposed_and_undo_takes_it_back(qtbot: QtBot, review: Review) -> None:
    assert review.panel.take.words == "Number it 2.3"
    press(qtbot, Qt.Key.Key_Return)
    assert [section.number for section in review.stand.reading.articles[review.stand.chosen].sections] == [
        "2.1", "2.2", "2.3"]  # fmt: skip
    assert [doubt.code for doubt in review.stand.doubts] == ["number-gap"]
    press(qtbot, (Qt.Key.Key_Z, CTRL))
    assert len(review.stand.doubts) == 2
    press(qtbot, (Qt.Key.Key_Y, CTRL))
    assert len(review.stand.doubts) == 1


def test_f3_goes_to_the_next_doubt_and_l_leaves_it(qtbot: QtBot, review: Review) -> None:
    press(qtbot, Qt.Key.Key_F3)
    assert review.panel.count.text() == "Doubt 2 of 2"
    press(qtbot, "l")
    assert [doubt.code for doubt in review.stand.doubts] == ["section-twice"]
    press(qtbot, (Qt.Key.Key_Z, CTRL))
    assert len(review.stand.doubts) == 2


def test_enter_on_a_quiet_article_opens_its_words_and_changes_nothing(qtbot: QtBot, review: Review) -> None:
    press(qtbot, Qt.Key.Key_Home)
    assert review.stand.reading.articles[review.stand.chosen].number == "1"
    press(qtbot, Qt.Key.Key_Return)
    assert not review.steps.can_undo
    assert review.centre.words.hasFocus()


def test_the_doubt_of_the_row_is_the_one_shown(qtbot: QtBot, review: Review) -> None:
    press(qtbot, Qt.Key.Key_End)
    assert review.panel.count.text() == "Doubt 2 of 2"
    press(qtbot, Qt.Key.Key_Home, Qt.Key.Key_Down)
    assert review.panel.count.text() == "Doubt 1 of 2"


def test_every_other_way_by_its_key(qtbot: QtBot, review: Review) -> None:
    _go_to(review, "3")
    press(qtbot, Qt.Key.Key_F2, (Qt.Key.Key_A, CTRL), "Salary", Qt.Key.Key_Return)
    assert "3 Salary" in _names(review)
    press(qtbot, "n", (Qt.Key.Key_A, CTRL), "10", Qt.Key.Key_Return)
    assert _names(review)[-2:] == ["10 Salary", "11 Term"]
    press(qtbot, (Qt.Key.Key_Up, ALT))
    assert _names(review)[1] == "10 Salary"
    press(qtbot, "a")
    assert review.stand.reading.articles[review.stand.chosen].kind == "appendix"
    press(qtbot, "m")
    assert review.stand.reading.articles[review.stand.chosen].kind == "mou"
    press(qtbot, "j")
    assert "10 Salary" not in _names(review)
    for _ in range(6):
        press(qtbot, (Qt.Key.Key_Z, CTRL))
    assert _names(review) == ["1 Recognition", "2 Class Size", "3 Pay", "5 Term"]
    assert not review.steps.can_undo


def test_a_line_of_the_words_is_chosen_to_split_before_it(qtbot: QtBot, review: Review) -> None:
    press(qtbot, Qt.Key.Key_Home, Qt.Key.Key_Down, "s")
    assert review.centre.words.hasFocus()
    press(qtbot, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down, "s")
    assert len(_names(review)) == 5
    assert any("Relief" in name for name in _names(review))
    press(qtbot, (Qt.Key.Key_Z, CTRL))
    assert _names(review) == ["1 Recognition", "2 Class Size", "3 Pay", "5 Term"]


def test_the_book_is_made_and_opens(
    qtbot: QtBot, review: Review, empty_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def save(parent: QWidget, title: str, start: str, *_: Any, **__: Any) -> tuple[str, str]:
        asked.append(start)
        return str(tmp_path / "birch"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    press(qtbot, Qt.Key.Key_F3)
    with qtbot.waitSignal(empty_window.desk.opened):
        press(qtbot, (Qt.Key.Key_Return, CTRL))
    made = empty_window.desk.state.made
    assert made is not None
    assert (made.union, made.we) == ("Birch Education Association", "union")
    assert made.source is not None
    assert made.source.name == "Birch agreement.md"
    assert Path(asked[0]).name == "Birch Education Association.tablebook"
    kept: list[Any] = []
    empty_window.bridge.run(lambda book: book.plan.get("reading-doubts"), then=kept.append)
    qtbot.waitUntil(lambda: bool(kept))
    assert [doubt["code"] for doubt in kept[0]] == ["section-twice", "number-gap"]
    assert not [page for page in empty_window.findChildren(Review) if page.isVisible()]


def test_a_party_without_a_name_is_asked_for_in_its_field(qtbot: QtBot, review: Review) -> None:
    review.who.union.clear()
    press(qtbot, (Qt.Key.Key_Return, CTRL))
    assert review.who.union.hasFocus()
    assert "The union has no name" in review.who.note.label.text()
    qtbot.keyClicks(review.who.union, "B")
    assert review.who.note.label.text() == "Doubts can wait, they stay listed"


def test_no_file_is_replaced(qtbot: QtBot, review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = tmp_path / "taken.tablebook"
    taken.write_text("mine", "utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(taken), ""))
    press(qtbot, (Qt.Key.Key_Return, CTRL))
    qtbot.waitUntil(lambda: "taken.tablebook" in review.who.note.label.text())
    assert taken.read_text("utf-8") == "mine"


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize(
    "name",
    [
        "Agreement-of-the-Public-Schools-and-the-Association_2024-2028_Final-Signed_with_Appendices_A_to_M.pdf",
        "Agreementofthepublicschoolsandtheassociationofteachersandalloftheirassistantsandaides.pdf",
    ],
)
def test_the_name_of_the_file_that_is_read_is_never_cut(
    qtbot: QtBot, empty_window: MainWindow, monkeypatch: pytest.MonkeyPatch, name: str, scale: float
) -> None:
    monkeypatch.setattr(theme(), "scale", scale)
    page = ReadingPage(Path(name))
    empty_window.resize(900, 640)
    empty_window.pages.addWidget(page)
    empty_window.pages.setCurrentWidget(page)
    qtbot.waitUntil(lambda: page.title.isVisible() and page.title.width() > 100)
    title = page.title
    qtbot.waitUntil(lambda: title.height() >= title.heightForWidth(title.width()))
    assert page.rect().contains(title.mapTo(page, title.rect().bottomRight()))
    words = title.fontMetrics().boundingRect(title.rect(), Qt.TextFlag.TextWordWrap, title.text())
    assert words.width() <= title.width()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.docx", b"", "empty"),
        ("prose.txt", b"Nothing here is an article of anything.\n" * 5, "No articles were found"),
        ("program.docx", b"MZ\x90\x00" + b"\x00" * 300, "program.docx"),
    ],
)
def test_a_file_that_cannot_be_read_says_so_in_place(
    qtbot: QtBot, read: Any, empty_window: MainWindow, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    page = read(path)
    assert isinstance(page, ReadingPage)
    assert said in page.line.label.text()
    assert page.todo.text()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert empty_window.pages.currentWidget() is empty_window.pages.widget(0)


def test_esc_stops_the_reading(qtbot: QtBot, empty_window: MainWindow, tmp_path: Path) -> None:
    from tablebook.ui.dialogs import new_negotiation

    path = tmp_path / "c.md"
    path.write_text(CONTRACT * 50, "utf-8")
    job: Any = new_negotiation.show(empty_window, path)
    page = job.page
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    page._thread.join(10)
    assert page.cancelled.is_set()
    assert not page._thread.is_alive()
    assert not isinstance(empty_window.pages.currentWidget(), ReadingPage | Review)


def test_a_table_is_typed_in_cell_by_cell(qtbot: QtBot, read: Any, root: Path, tmp_path: Path) -> None:
    path = tmp_path / "contract.docx"
    shutil.copy(root / "resources" / "sample" / "contract.docx", path)
    review = read(path)
    at, block = next(
        (at, index)
        for at, unit in enumerate(review.stand.reading.articles)
        for index, one in enumerate(unit.blocks)
        if one.rows
    )
    review.steps.choose(at)
    review.renew()
    press(qtbot, (Qt.Key.Key_2, ALT))
    assert review.centre.page.hasFocus()
    press(qtbot, (Qt.Key.Key_2, ALT))
    review.centre.words.setCurrentIndex(review.centre.words.lines.index(block))
    press(qtbot, Qt.Key.Key_Return)
    assert review.centre.table.hasFocus()
    review.centre.table.setCurrentCell(1, 1)
    before = review.stand.reading.articles[at].blocks[block].rows[1][1]
    press(qtbot, Qt.Key.Key_F2, (Qt.Key.Key_A, CTRL), "99,999", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: review.stand.reading.articles[at].blocks[block].rows[1][1] == "99,999")
    qtbot.waitUntil(review.centre.table.hasFocus)
    press(qtbot, (Qt.Key.Key_Z, CTRL))
    assert review.stand.reading.articles[at].blocks[block].rows[1][1] == before
    assert review.centre.table.item(1, 1).text() == before
    press(qtbot, Qt.Key.Key_Escape)
    assert review.centre.words.hasFocus()


def test_the_file_s_own_page_stands_beside_the_outline(qtbot: QtBot, read: Any, shared_data: Path) -> None:
    review = read(shared_data / "portland-me-teachers" / "pea-contract-2019-2022.pdf")
    page = review.centre.page
    qtbot.waitUntil(lambda: bool(page.sheet.items()))
    assert review.centre.place.text() == f"Page {page.page} of 77"
    assert review.who.union.text() == "Portland Education Association"


@pytest.mark.parametrize(("width", "scale", "parts"), [(1440, 1.0, "list panel"), (1200, 1.0, "list cards"),
                                                       (1280, 1.5, "list strip")])  # fmt: skip
def test_it_folds_where_room_is_short(
    qtbot: QtBot, review: Review, empty_window: MainWindow, width: int, scale: float, parts: str
) -> None:
    empty_window.resize(width, 720)
    theme().set_scale(scale)
    qtbot.waitUntil(lambda: review.width() == width)
    seen = {
        "list": review.list.isVisible(),
        "panel": review.panel.isVisible(),
        "cards": review.cards.isVisible(),
        "strip": review.centre.strip.isVisible(),
    }
    assert " ".join(name for name, there in seen.items() if there) == parts
    assert empty_window.width() == width
