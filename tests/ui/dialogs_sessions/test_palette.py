"""Ctrl+K: going, doing and finding by letters; the plan stays shut at the table."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.dialogs_sessions.showing import shown

MARK = "quodlibetum"


def _rows(palette: Any) -> list[str]:
    return [row.text for row in palette.list.shown if row.target is not None]


def test_letters_and_enter_go_to_an_article(qtbot: QtBot, open_at: Any) -> None:
    window = open_at()
    palette = shown(qtbot, window, "palette")
    qtbot.keyClicks(palette.line, "class size")
    assert _rows(palette)[0] == "12 Class Size and Caseload"
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.desk.article == "12"
    assert not palette.isVisible()


def test_arrows_pass_over_heads_and_a_command_is_done(qtbot: QtBot, open_at: Any) -> None:
    window = open_at()
    palette = shown(qtbot, window, "palette")
    qtbot.keyClicks(palette.line, ">prepare")
    assert _rows(palette)[0] == "Prepare"
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.workspace.stage == "prepare"


def test_words_said_are_found_with_who_and_when(qtbot: QtBot, open_at: Any) -> None:
    window = open_at()
    palette = shown(qtbot, window, "palette")
    qtbot.keyClicks(palette.line, '"kindergarten')
    qtbot.waitUntil(lambda: any("kindergarten" in text for text in _rows(palette)))
    asides = [row.target.aside for row in palette.list.shown if row.target is not None]
    assert "Kessler, 14:00" in asides
    palette.reject()


def test_nothing_found_says_so(qtbot: QtBot, open_at: Any) -> None:
    window = open_at()
    palette = shown(qtbot, window, "palette")
    qtbot.keyClicks(palette.line, "zzzz")
    assert palette.list.shown[0].text == "Nothing is called “zzzz”. Esc goes back."
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()


@pytest.mark.parametrize(("moment", "there"), [("2027-03-09T14:02", False), ("2027-03-09T14:45", True)])
def test_the_plan_is_searched_only_in_our_caucus(qtbot: QtBot, open_at: Any, moment: str, there: bool) -> None:
    window = open_at(moment)
    done: list[object] = []
    window.bridge.run(
        lambda book: book.plan.add_private_note(book.clock.now(), "Dana Marsh", f"{MARK} is our limit"),
        then=done.append,
    )
    qtbot.waitUntil(lambda: bool(done))
    palette = shown(qtbot, window, "palette")
    asked: list[object] = []
    qtbot.keyClicks(palette.line, MARK)
    window.bridge.run(lambda book: True, then=asked.append)
    qtbot.waitUntil(lambda: bool(asked))
    assert any(MARK in row for row in _rows(palette)) is there
    palette.reject()


def test_the_sheet_ends_under_the_last_result(qtbot: QtBot, open_at: Any) -> None:
    window = open_at()
    palette = shown(qtbot, window, "palette")
    qtbot.keyClicks(palette.line, "class size")
    assert palette.list.height() == palette.list.wanted_height()
    palette.reject()
