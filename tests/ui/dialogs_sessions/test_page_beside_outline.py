"""The file's own page stands beside the outline: it follows the row, frames each doubt, and is worked by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tablebook.ui.kit.label import IconLine
from tablebook.ui.main_window import MainWindow
from tablebook.ui.outline import page_file
from tablebook.ui.outline.mark_item import MarkItem
from tablebook.ui.outline.page_view import PageView
from tablebook.ui.outline.paper import PicturePaper
from tablebook.ui.outline.review import Review
from tablebook.ui.theme import theme
from tablebook.ui.tokens import DARK, LIGHT
from tests.ui.dialogs_sessions.keyboard import press
from tests.ui.dialogs_sessions.printed_contract import LEADING, LEFT, TOP, UNNUMBERED, printed_contract

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Read = Callable[[Path], QWidget]
TEXT = """Article 1. Recognition

The Board recognizes the Association.

Article 2. Hours

Section 1. Day

Eight hours.

Section 1. Year

The year has one hundred eighty days.
"""


def article(number: int) -> str:
    """A short article in Markdown."""
    return (
        f"## Article {number}. Subject {number}\n\nThe Board and the Association have agreed that the {number} days "
        "which are named here are counted from the first Monday of the year, and nobody is asked to work on them.\n"
    )


@pytest.fixture
def review(qtbot: QtBot, read: Read, tmp_path: Path) -> Review:
    """An invented contract as a PDF, with its first page there."""
    page = read(printed_contract(tmp_path / "harbor.pdf"))
    assert isinstance(page, Review)
    shown(qtbot, page)
    return page


def shown(qtbot: QtBot, review: Review, number: int = 0) -> PageView:
    """The page once it is there: the one of this number, or any."""
    view = review.centre.page
    qtbot.waitUntil(lambda: view.paper is not None and not view.file.busy and number in (0, view.page))
    return view


def current(view: PageView) -> MarkItem:
    """The mark of what is looked at."""
    return next(mark for mark in view.marks if mark.current)


def doubts(review: Review) -> list[tuple[str, int | None]]:
    return [(doubt.code, doubt.page) for doubt in review.stand.doubts]


def test_what_the_file_could_not_give_is_a_place_to_go_to(review: Review) -> None:
    assert doubts(review) == [
        ("page-without-text", 3), ("contents-not-in-text", 1), ("section-gap", 2), ("number-gap", 4)]  # fmt: skip
    assert "4 places in doubt" in review.told.text()


def test_f3_moves_row_page_and_mark_together(qtbot: QtBot, review: Review) -> None:
    seen = []
    for _ in review.stand.doubts:
        doubt = review.stand.doubts[review.doubt_at]
        view = shown(qtbot, review, doubt.page or 0)
        row = review.row()
        assert row is not None
        assert row.position == review.stand.position_of(doubt)
        assert current(view).wish.at == review.doubt_at
        seen.append((view.page, row.number))
        press(qtbot, Qt.Key.Key_F3)
    assert seen == [(3, "2"), (1, "2"), (2, "2.4"), (4, "4")]
    press(qtbot, (Qt.Key.Key_F3, SHIFT))
    assert shown(qtbot, review, 4).page == 4, "from the first back to the last"
    assert review.centre.place.text() == "Page 4 of 4"


def test_a_mark_lies_on_its_words(qtbot: QtBot, review: Review) -> None:
    press(qtbot, Qt.Key.Key_F3)
    box = current(shown(qtbot, review, 1)).box
    baseline = 792 - (TOP - 3 * LEADING)
    assert box.top() < baseline < box.bottom(), "the fourth line of the contents is ARTICLE 3"
    assert abs(box.left() - LEFT) < 6
    assert box.height() < LEADING


def test_a_page_that_is_a_picture_is_framed_whole(qtbot: QtBot, review: Review) -> None:
    view = shown(qtbot, review, 3)
    assert view.paper is not None
    assert current(view).box.width() > 0.9 * view.paper.size.width()
    assert "picture" in view.accessibleName()


def test_the_page_follows_the_row(qtbot: QtBot, review: Review) -> None:
    press(qtbot, Qt.Key.Key_End)
    view = shown(qtbot, review, 4)
    assert view.marks[-1].wish.at == -1, "Article 5 is not in doubt: a bar beside its heading, no frame"
    assert [mark.wish.at for mark in view.marks[:-1]] == [3], "the doubt on the same page keeps its frame"
    press(qtbot, Qt.Key.Key_Home)
    assert shown(qtbot, review, 2).page == 2


def test_a_press_on_a_mark_chooses_its_row(qtbot: QtBot, review: Review) -> None:
    press(qtbot, Qt.Key.Key_End)
    view = shown(qtbot, review, 4)
    other = next(mark for mark in view.marks if mark.wish.at == 3)
    at = view.mapFromScene(other.box.center())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    row = review.row()
    assert row is not None
    assert (row.number, review.doubt_at) == ("4", 3)
    assert current(view).wish.at == 3


def test_a_press_beside_the_marks_changes_nothing(qtbot: QtBot, review: Review) -> None:
    press(qtbot, Qt.Key.Key_End)
    view = shown(qtbot, review, 4)
    at = view.mapFromScene(QPointF(400, 700))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    row = review.row()
    assert row is not None
    assert row.number == "5"


def test_a_listed_heading_is_split_where_it_stands_in_the_text(qtbot: QtBot, read: Read, tmp_path: Path) -> None:
    review: Any = read(printed_contract(tmp_path / "harbor.pdf", UNNUMBERED))
    at = next(at for at, one in enumerate(review.stand.doubts) if "DUES" in one.message)
    for _ in range(at):
        press(qtbot, Qt.Key.Key_F3)
    view = shown(qtbot, review, 4)
    mark = current(view)
    assert mark.wish.split == "Split here"
    assert not mark.tag.isEmpty()
    assert mark.tag.bottom() < mark.box.bottom()
    count = len(review.stand.doubts)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
                     view.mapFromScene(mark.tag.center()))  # fmt: skip
    assert review.stand.reading.articles[-1].title == "Dues"
    assert len(review.stand.doubts) == count - 1
    press(qtbot, (Qt.Key.Key_Z, CTRL))
    assert len(review.stand.doubts) == count


def test_keys_zoom_turn_and_give_the_keyboard_back(qtbot: QtBot, review: Review) -> None:
    view = shown(qtbot, review, 3)
    press(qtbot, (Qt.Key.Key_2, ALT))
    assert view.hasFocus()
    width = view.transform().m11()
    press(qtbot, Qt.Key.Key_Plus)
    assert view.transform().m11() == pytest.approx(1.25 * width)
    press(qtbot, Qt.Key.Key_Minus, Qt.Key.Key_Minus)
    assert view.transform().m11() == pytest.approx(0.8 * width)
    press(qtbot, Qt.Key.Key_0)
    assert view.transform().m11() == pytest.approx(width)
    bar = view.verticalScrollBar()
    while bar.value() < bar.maximum():
        press(qtbot, Qt.Key.Key_PageDown)
    press(qtbot, Qt.Key.Key_PageDown)
    assert shown(qtbot, review, 4).page == 4
    press(qtbot, Qt.Key.Key_PageUp)
    assert shown(qtbot, review, 3).page == 3
    press(qtbot, Qt.Key.Key_Escape)
    assert review.list.tree.hasFocus()


def test_enter_on_the_page_takes_what_is_proposed(qtbot: QtBot, review: Review) -> None:
    shown(qtbot, review, 3)
    press(qtbot, (Qt.Key.Key_2, ALT), Qt.Key.Key_Return)
    assert ("page-without-text", 3) not in doubts(review)


@pytest.mark.parametrize(("held", "zooms"), [(CTRL, True), (Qt.KeyboardModifier.NoModifier, False)])
def test_the_wheel_zooms_with_ctrl_alone(qtbot: QtBot, review: Review, held: Any, zooms: bool) -> None:
    view = shown(qtbot, review, 3)
    before = view.zoomed
    at = QPointF(view.viewport().rect().center())
    turned = QWheelEvent(at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, held,
                         Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(view.viewport(), turned)
    assert (view.zoomed > before) is zooms


def test_a_larger_page_is_painted_anew_and_stays_sharp(qtbot: QtBot, review: Review) -> None:
    view = shown(qtbot, review, 3)
    assert isinstance(view.paper, PicturePaper)
    small = view.paper.picture.width()
    assert small == pytest.approx(view.transform().m11() * 612 * view.devicePixelRatioF(), abs=1)
    view.zoom(1)
    view.zoom(1)
    qtbot.waitUntil(lambda: isinstance(view.paper, PicturePaper) and view.paper.picture.width() > 1.5 * small)


def test_a_page_nobody_waits_for_any_longer_is_given_up(
    qtbot: QtBot, review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = shown(qtbot, review, 3)
    stopped: list[int] = []
    real = page_file._sheet

    def slow(path: Path, page: int, width: int, cancel: Any) -> Any:
        if page == 4:
            cancel.wait(20)
            stopped.append(page)
        return real(path, page, width, cancel)

    view.file._kept.clear()  # type: ignore[union-attr]
    monkeypatch.setattr(page_file, "_sheet", slow)
    monkeypatch.setattr(view, "_pages_near", list)
    view.turn(1)
    qtbot.waitUntil(lambda: view.file._latest._running)
    view.turn(-1)
    qtbot.waitUntil(lambda: bool(stopped))
    qtbot.waitUntil(lambda: view.page == 3 and view.paper is not None and not view.file._latest._running)


def test_pictures_kept_have_a_bound(qtbot: QtBot, review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    view = shown(qtbot, review, 3)
    assert len(view.file._kept) > 1, "the pages of the next doubts are there before they are asked for"  # type: ignore[union-attr]
    monkeypatch.setattr(page_file, "MOST_PIXELS", 1)
    monkeypatch.setattr(view, "_pages_near", list)
    view.turn(-2)
    view.zoom(1)
    shown(qtbot, review)
    assert len(view.file._kept) == 1  # type: ignore[union-attr]


@pytest.mark.parametrize(("scheme", "paper"), [("light", LIGHT.paper), ("dark", DARK.paper)])
def test_paper_stays_paper_and_marks_stay_light(qtbot: QtBot, review: Review, scheme: str, paper: str) -> None:
    theme().set_scheme(scheme)
    view = shown(qtbot, review, 3)
    press(qtbot, Qt.Key.Key_F3)
    shown(qtbot, review, 1)
    seen = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    blank = view.mapFromScene(QPointF(580, 400))
    assert seen.pixelColor(blank).name().upper() == paper
    tinted = view.mapFromScene(QPointF(LEFT - 2, current(view).box.center().y()))
    assert seen.pixelColor(tinted).name().upper() == LIGHT.attention_tint


def test_a_file_without_pages_shows_its_own_lines(qtbot: QtBot, read: Read, tmp_path: Path) -> None:
    path = tmp_path / "birch.txt"
    path.write_text(TEXT, "utf-8")
    review: Any = read(path)
    view = shown(qtbot, review)
    assert review.centre.aside.text() == "the file’s own words"
    assert review.centre.place.text() == "Lines 1 to 7 of 7"
    assert doubts(review) == [("section-twice", None)]
    mark = current(view)
    assert view.paper is not None
    (line,) = view.paper.rects(view.file.place(mark.wish))  # type: ignore[union-attr, arg-type]
    assert mark.box.contains(line.center())
    lines = [one.text for one in view.file.lines]  # type: ignore[union-attr]
    assert view.file.place(mark.wish) == range(lines.index("Section 1. Year"), lines.index("Section 1. Year") + 1)  # type: ignore[union-attr]


def test_a_long_file_shows_the_lines_around_the_place_and_turns_on(qtbot: QtBot, read: Read, tmp_path: Path) -> None:
    path = tmp_path / "long.md"
    words = [article(at) for at in range(1, 90) if at != 40]
    path.write_text("\n".join(words), "utf-8")
    review: Any = read(path)
    view = shown(qtbot, review)
    lines = view.file.lines  # type: ignore[union-attr]
    texts = [line.text for line in lines]
    assert view.span.start < texts.index("Article 41. Subject 41") < view.span.stop
    assert len(view.span) == page_file.AROUND
    before = view.span
    press(qtbot, (Qt.Key.Key_2, ALT))
    view.turn(1)
    assert view.span.start > before.start
    for _ in range(9):
        view.turn(-1)
    assert view.span.start == 0


def test_a_file_that_is_gone_says_so_in_place(qtbot: QtBot, review: Review) -> None:
    view = shown(qtbot, review, 3)
    view.file.path.unlink()
    view.file._kept.clear()  # type: ignore[union-attr]
    view.turn(-1)
    qtbot.waitUntil(lambda: "cannot be read" in view.accessibleName())
    press(qtbot, Qt.Key.Key_F3)
    assert review.doubt_at == 1, "the outline goes on"


def test_after_a_doubt_is_settled_f3_goes_to_the_one_that_took_its_place(qtbot: QtBot, review: Review) -> None:
    press(qtbot, Qt.Key.Key_F3, Qt.Key.Key_F3, Qt.Key.Key_Return)
    assert review.panel.title.text().startswith("Article 4 follows Article 2")
    assert review.stand.reading.articles[review.stand.chosen].number == "2", "what was settled stays in sight"
    press(qtbot, Qt.Key.Key_F3)
    assert review.stand.reading.articles[review.stand.chosen].number == "4", "none is passed over"
    assert shown(qtbot, review, 4).page == 4
    press(qtbot, Qt.Key.Key_F3)
    assert shown(qtbot, review, 3).page == 3


def test_in_a_narrow_window_the_page_follows_the_cards(qtbot: QtBot, review: Review, empty_window: MainWindow) -> None:
    empty_window.resize(1200, 720)
    qtbot.waitUntil(review.cards.isVisible)
    cards = review.cards.cards
    assert [cards[at].show_button.words for at in sorted(cards)] == [
        "Keep it so",
        "Look at it",
        "Keep it so",
        "Look at it",
    ]
    cards[0].show_button.setFocus()
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert review.doubt_at == 1
    assert shown(qtbot, review, 1).page == 1
    assert cards[1].show_button.hasFocus(), "looking does not take the keyboard away"
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert shown(qtbot, review, 2).page == 2
    press(qtbot, Qt.Key.Key_Space)
    assert [code for code, _ in doubts(review)] == ["page-without-text", "contents-not-in-text", "number-gap"]
    assert review.cards.isAncestorOf(QApplication.focusWidget()), "and neither does settling one"
    press(qtbot, (Qt.Key.Key_Z, CTRL))
    assert len(doubts(review)) == 4


def test_the_last_of_many_cards_is_in_sight(qtbot: QtBot, read: Read, tmp_path: Path, empty_window: MainWindow) -> None:
    path = tmp_path / "gaps.md"
    path.write_text("\n".join(article(2 * at) for at in range(1, 60)), "utf-8")
    empty_window.resize(1200, 720)
    review: Any = read(path)
    count = len(review.stand.doubts)
    assert count >= 50
    press(qtbot, (Qt.Key.Key_F3, SHIFT))
    assert review.doubt_at == count - 1
    assert len(review.cards.cards) <= 20
    card = review.cards.cards[count - 1]
    qtbot.waitUntil(lambda: not card.visibleRegion().isEmpty())
    assert f"and {count - 20} more" in review.cards.findChildren(IconLine)[-1].label.text()


@pytest.mark.parametrize("size", [(1440, 900), (1200, 720), (980, 720)])
def test_alt_3_brings_the_keyboard_to_the_proposal_in_every_form(
    qtbot: QtBot, review: Review, empty_window: MainWindow, size: tuple[int, int]
) -> None:
    empty_window.resize(*size)
    qtbot.waitUntil(lambda: review.width() == size[0])
    review.list.tree.setFocus()
    press(qtbot, (Qt.Key.Key_3, ALT), Qt.Key.Key_Space)
    assert ("page-without-text", 3) not in doubts(review)


def test_the_words_as_read_follow_the_doubts_too(qtbot: QtBot, review: Review) -> None:
    press(qtbot, (Qt.Key.Key_2, ALT), (Qt.Key.Key_2, ALT))
    assert review.centre.words.hasFocus()
    press(qtbot, Qt.Key.Key_F3, Qt.Key.Key_F3)
    doubt = review.stand.doubts[review.doubt_at]
    assert doubt.code == "section-gap"
    assert review.centre.words.line == doubt.block


def test_a_note_about_the_whole_file_is_a_doubt_of_no_part(qtbot: QtBot, read: Read, root: Path) -> None:
    review: Any = read(root / "resources" / "sample" / "papers" / "Art 8 District E-2 tracked.docx")
    assert doubts(review) == [("tracked-changes", None), ("number-gap", None)]
    assert review.chip.look.text == "0 of 1 parts without doubt"
    shown(qtbot, review)
    press(qtbot, Qt.Key.Key_Return)
    assert doubts(review) == [("number-gap", None)]
