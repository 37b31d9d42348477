"""The window itself: sizes, stages, keys, a book it may not write, a file that is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tablebook import app
from tablebook.clock import FixedClock
from tablebook.preferences import Preferences
from tablebook.ui.actions import ACTS, BY_ID
from tablebook.ui.first_frame import fill_small_screen
from tablebook.ui.session.clock_words import place_line
from tests.ui.frame.conftest import ALT, CTRL, Key, Table

NOON = datetime.fromisoformat("2027-03-09T12:00:00-06:00")


@pytest.mark.parametrize(
    ("size", "scale"),
    [((1440, 900), 1.0), ((1280, 800), 1.0), ((1280, 720), 1.5), ((1000, 700), 1.0), ((1440, 900), 2.0)],
)
def test_nothing_is_cut_at_any_size(open_table: Callable[..., Table], size: tuple[int, int], scale: float) -> None:
    table = open_table(size, scale)
    table.desk.choose("12")
    window = table.window
    assert (window.width(), window.height()) == size
    bar = window.workspace.bar
    for part in (*bar.buttons.values(), bar.private):
        assert part.width() >= part.sizeHint().width()
        assert bar.rect().contains(part.geometry())
    assert table.stage.entry.isVisible()
    assert table.stage.entry.width() > 100
    for part in (table.stage.articles, table.stage.article):
        assert part.width() > 0


def test_the_session_folds_into_a_strip_and_opens_over_the_text(open_table: Callable[..., Table]) -> None:
    table = open_table((1200, 800))
    assert table.stage.strip.isVisible()
    assert not table.stage.session.isVisible()
    table.press(Key.Key_3, ALT)
    assert table.stage.session.isVisible()
    table.press(Key.Key_3, ALT)
    assert not table.stage.session.isVisible()


def test_half_typed_words_stay_when_the_window_folds(open_table: Callable[..., Table]) -> None:
    table = open_table()
    table.press(Key.Key_F4)
    table.type("q: day or")
    table.window.resize(1100, 800)
    assert table.stage.entry.text() == "q: day or"
    assert table.focus() is table.stage.entry
    assert table.stage.strip.isAncestorOf(table.stage.entry)


@pytest.mark.parametrize(
    ("key", "stage", "words"),
    [(Key.Key_1, "prepare", "contract"), (Key.Key_4, "resolve", "impasse"),
     (Key.Key_5, "change", "MOUs")],
)  # fmt: skip
def test_each_stage_says_what_it_holds(table: Table, key: Key, stage: str, words: str) -> None:
    table.press(key, CTRL)
    assert table.window.workspace.stage == stage
    page = table.window.workspace.stack.currentWidget()
    assert any(words in child.line.text() for child in page.findChildren(QWidget) if hasattr(child, "line"))
    table.press(Key.Key_2, CTRL)
    assert table.window.workspace.stage == "negotiate"


def test_ratify_traces_every_ta(table: Table) -> None:
    table.press(Key.Key_3, CTRL)
    page: Any = table.window.workspace.stack.currentWidget()
    table.until(lambda: page.view is not None)
    rows = page.traced.model.rows
    assert len({row.agreement for row in rows}) == len(table.desk.state.agreements) == 16
    assert rows[0].cells[:3] == ("Article 23, Personnel Files", "TA 23", "U-1, as amended")
    assert page.subtitle.text().startswith("No total TA yet.")
    table.press(Key.Key_2, CTRL)
    assert table.window.workspace.stage == "negotiate"


def test_an_unopened_article_says_what_follows(table: Table) -> None:
    table.desk.choose("21")
    view = table.stage.article.current
    assert view.head.text() == "Neither side has opened this article"
    assert view.draft.words == "Draft U-1"
    assert "Extra duty" in view.page.toPlainText()
    table.press(Key.Key_D, CTRL)
    assert table.stage.article.drafting


def test_text_size_by_key_is_kept(table: Table) -> None:
    table.press(Key.Key_Equal, CTRL)
    assert table.window.preferences["text_scale"] == 1.1
    table.press(Key.Key_0, CTRL)
    assert table.window.preferences["text_scale"] == 1.0


def test_the_place_under_the_clock_is_the_whole_place(table: Table) -> None:
    session = next(iter(table.desk.state.sessions.values()))
    named = replace(session, body=replace(session.body, place="Salem, room 4"))
    assert ", Salem, room 4. Began " in place_line(named, table.desk.now())
    assert table.stage.session.clock.place.wordWrap()


def test_a_second_window_reads_only_and_says_so(open_table: Callable[..., Table]) -> None:
    first = open_table()
    second = open_table(book=first.window.bridge.facts.path)
    banner = second.window.workspace.banners[0]
    assert "reading only" in banner.accessibleName()
    second.qtbot.keyClicks(second.stage.entry, "Not kept.")
    second.qtbot.keyClick(second.stage.entry, Key.Key_Return)
    second.until(lambda: second.stage.session.told.text() != "")
    assert second.stage.entry.text() == "Not kept."


def test_a_second_window_shows_no_line_of_the_first_and_says_why_its_acts_are_off(
    open_table: Callable[..., Table],
) -> None:
    first = open_table()
    first.qtbot.keyClicks(first.stage.entry, "RK ? Half a qu")
    first.stage.entry.save_now()
    kept: list[object] = []
    first.window.bridge.run(lambda book: book.plan.note_line().text, then=kept.append)
    first.until(lambda: kept == ["RK ? Half a qu"])
    second = open_table(book=first.window.bridge.facts.path)
    second.desk.choose("21")
    answered: list[object] = []
    second.window.bridge.run(lambda _book: True, then=answered.append)
    second.until(lambda: bool(answered))
    assert second.stage.entry.text() == ""
    assert "half typed" not in second.stage.session.told.text()
    view = second.stage.article.current
    for button in (view.draft, view.receive, view.as_is):
        assert not button.isEnabled()
        assert button.toolTip() == "This book is open for reading only."
    assert view.text.text().endswith("This book is open for reading only.")
    second.press(Key.Key_D, CTRL)
    assert not second.stage.article.drafting


def test_a_file_that_is_no_book_gets_its_sentence_on_the_first_page(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "notes.tablebook"
    path.write_text("no book")
    app.application()
    window = app.make_window([str(path)], Preferences(tmp_path), FixedClock(NOON))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.made("welcome") and window.welcome.error.isVisible())
    assert "notes.tablebook" in window.welcome.error.accessibleName()
    window.close()


def test_the_first_page_lists_the_books_opened_before(open_table: Callable[..., Table], qtbot: QtBot) -> None:
    table = open_table()
    kept = table.window.preferences.recent()
    assert kept[0].title == "Lakeview EA, 2027–30 successor"
    assert kept[0].place == "Negotiate, 9 unresolved"
    table.press(Key.Key_W, CTRL)
    qtbot.waitUntil(lambda: table.window.pages.currentWidget() is table.window.welcome)
    assert table.focus() is table.window.welcome.rows[0]
    table.press(Key.Key_Return)
    table.until(lambda: table.window.bridge.facts is not None)


def test_every_act_has_words_and_no_key_is_used_twice() -> None:
    keys = [key for act in ACTS for key in act.keys]
    assert len(keys) == len(set(keys))
    assert len(BY_ID) == len(ACTS)
    assert all(act.title and act.title[0].isupper() for act in ACTS)


def test_one_press_on_a_real_keyboard_means_one_act() -> None:
    """A keyboard offers Ctrl+Shift+2 also as Ctrl+@, and Qt does nothing at all where it finds two meanings."""
    shifted = dict(zip("1234567890-=[];',./", '!@#$%^&*()_+{}:"<>?', strict=True))
    keys = {key for act in ACTS for key in act.keys}
    twins = {key for key in keys if key.startswith("Ctrl+Shift+") and f"Ctrl+{shifted.get(key[-1], key)}" in keys}
    assert not twins


def test_the_first_window_hangs_over_no_edge_of_a_small_screen(qtbot: QtBot, tmp_path: Path) -> None:
    """The screen of these tests is smaller than the usual window."""
    app.application()
    window = app.make_window([], Preferences(tmp_path), FixedClock(NOON))
    qtbot.addWidget(window)
    assert window.screen().availableSize().width() < window.width()
    fill_small_screen(window)
    assert window.isMaximized()


def test_a_key_that_cannot_act_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    app.application()
    window = app.make_window([], Preferences(tmp_path), FixedClock(NOON))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: bool(window.acts.actions))
    window.acts.run("caucus")
    assert window.message.label.text() == "Open a book first."
    window.close()


def test_alt_alone_opens_the_menus_and_alt_with_a_key_does_not(table: Table) -> None:
    bar, focus = table.window.menuBar(), table.focus()
    table.qtbot.keyPress(focus, Key.Key_Alt)
    table.qtbot.keyPress(focus, Key.Key_1, ALT)
    table.qtbot.keyRelease(focus, Key.Key_Alt)  # a hand lets go of Alt before the other key as often as after it
    assert not bar.isVisible()
    table.qtbot.keyPress(focus, Key.Key_Alt)
    table.qtbot.keyRelease(focus, Key.Key_Alt)
    assert bar.isVisible()


def test_a_key_of_the_table_pressed_over_a_text_being_received_shows_the_table(table: Table) -> None:
    table.press(Key.Key_F6)
    stack = table.window.workspace.stack
    table.until(lambda: stack.currentWidget() is not table.window.workspace.stages["negotiate"])
    received = stack.currentWidget()
    table.type("Theirs")
    table.press(Key.Key_Down, CTRL)
    assert stack.currentWidget() is table.stage
    table.press(Key.Key_Up, CTRL)
    table.press(Key.Key_F6)
    table.until(lambda: stack.currentWidget() is received)
    assert table.focus().toPlainText() == "Theirs"


def test_a_click_on_the_bar_leaves_the_keyboard_where_it_was(table: Table) -> None:
    table.press(Key.Key_F4)
    bar = table.window.workspace.bar
    table.qtbot.mouseClick(bar.buttons["caucus"], Qt.MouseButton.LeftButton)
    table.until(lambda: table.desk.our_caucus)
    assert not any(button.hasFocus() for button in (*bar.buttons.values(), bar.private))


def test_an_article_without_passes_has_no_empty_list_of_them(open_table: Callable[..., Table]) -> None:
    table = open_table(size=(1280, 720), scale=1.5)
    page = table.stage.article
    table.desk.choose("12")
    assert page.pass_picker.isVisible()
    table.desk.choose("1")
    page.set_view("history")
    assert not page.pass_picker.isVisible()
    search = page.current.search
    table.until(lambda: search.height() >= search.sizeHint().height())
