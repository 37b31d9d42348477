"""The words of a page that is a picture are typed beside the picture, and become a part of the contract."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tablebook.ui.main_window import MainWindow
from tablebook.ui.outline.review import Review
from tests.ui.dialogs_sessions.keyboard import press
from tests.ui.dialogs_sessions.printed_contract import printed_contract

CTRL = Qt.KeyboardModifier.ControlModifier
Read = Callable[[Path], QWidget]


@pytest.fixture
def review(read: Read, tmp_path: Path) -> Review:
    page = read(printed_contract(tmp_path / "harbor.pdf"))
    assert isinstance(page, Review)
    return page


def names(review: Review) -> list[str]:
    return [f"{unit.number} {unit.title}" for unit in review.stand.reading.articles]


def type_page(qtbot: QtBot) -> None:
    """The heading and two paragraphs, line by line."""
    press(qtbot, "t", "ARTICLE 3 LEAVE", Qt.Key.Key_Return, "Ten days a year.", Qt.Key.Key_Return, "Each is paid.")


def test_a_typed_page_becomes_an_article(qtbot: QtBot, review: Review) -> None:
    type_page(qtbot)
    assert review.centre.type_box.field.text().count("\n") == 2, "letters and Enter belong to the lines"
    press(qtbot, (Qt.Key.Key_Return, CTRL))
    assert not review.centre.type_box.isVisible()
    assert review.list.tree.hasFocus()
    assert "page-without-text" not in [doubt.code for doubt in review.stand.doubts]
    assert "Split before Article 3" in review.panel._proposal.label.text().replace("split", "Split")
    press(qtbot, Qt.Key.Key_Return)
    assert names(review) == ["1 RECOGNITION", "2 HOURS", "3 LEAVE", "4 TERM", "5 DUES"]
    leave = review.stand.reading.articles[2]
    assert [(block.text, block.page) for block in leave.blocks] == [("Ten days a year.", 3), ("Each is paid.", 3)]
    assert [doubt.code for doubt in review.stand.doubts] == ["section-gap"], "nothing is missing any longer"
    press(qtbot, (Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Z, CTRL))
    assert len(review.stand.doubts) == 4


def test_what_was_typed_is_kept_for_the_file(qtbot: QtBot, read: Read, review: Review) -> None:
    type_page(qtbot)
    press(qtbot, (Qt.Key.Key_Return, CTRL))
    again: Any = read(review.path)
    assert again.stand.reading.articles[1].blocks[-1].text == "Each is paid."
    assert again.banner.head.text() == "Your 1 correction of today is applied."


def test_esc_puts_the_lines_away_and_loses_none_of_them(qtbot: QtBot, review: Review) -> None:
    type_page(qtbot)
    press(qtbot, Qt.Key.Key_Escape)
    assert not review.centre.type_box.isVisible()
    assert not review.steps.can_undo
    press(qtbot, "t")
    assert review.centre.type_box.field.text().endswith("Each is paid.")


def test_nothing_typed_is_said_in_its_place(qtbot: QtBot, review: Review) -> None:
    press(qtbot, "t", (Qt.Key.Key_Return, CTRL))
    assert review.centre.type_box.isVisible()
    assert "Nothing was typed" in review.centre.type_box.field.accessibleDescription() + _texts(review)
    assert not review.steps.can_undo


def test_t_elsewhere_says_what_it_is_for(qtbot: QtBot, review: Review) -> None:
    press(qtbot, Qt.Key.Key_F3, "t")
    assert not review.centre.type_box.isVisible()
    assert "page that is a picture" in review.panel.said.label.text()


def test_a_card_offers_it_too(qtbot: QtBot, review: Review, empty_window: MainWindow) -> None:
    empty_window.resize(1200, 720)
    qtbot.waitUntil(review.cards.isVisible)
    card = review.cards.cards[0]
    assert card.way_button.words == "Type its words"
    card.way_button.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert review.centre.type_box.isVisible()
    assert review.centre.type_box.field.edit.hasFocus()


def _texts(review: Review) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in review.centre.type_box.findChildren(QLabel))


def test_the_lines_go_with_their_page_and_come_back_with_it(
    qtbot: QtBot, review: Review, empty_window: MainWindow
) -> None:
    empty_window.resize(980, 720)
    qtbot.waitUntil(review.centre.strip.isVisible)
    press(qtbot, "t", "Ten days")
    assert not review.centre.strip.isVisible(), "its room is needed"
    press(qtbot, Qt.Key.Key_F3)
    assert not review.centre.type_box.isVisible()
    assert review.centre.strip.isVisible()
    assert review.list.tree.hasFocus()
    press(qtbot, (Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier), "t")
    assert review.centre.type_box.field.text() == "Ten days"
