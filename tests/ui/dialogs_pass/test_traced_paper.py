"""From a row of the Ratify stage to the signed paper of its TA, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from tablebook.ui.models.traced import Traced
from tablebook.ui.ratify.traced_card import TracedCard
from tests.ui.dialogs_pass.conftest import Table
from tests.ui.dialogs_pass.test_signed_view import AFTER_SOME_TAS, kept, photo


def _card(table: Table) -> TracedCard:
    card = TracedCard()
    table.qtbot.addWidget(card)
    card.resize(900, 500)
    card.show_state(table.desk.state, table.desk.now().date(), None)
    card.show()
    card.activateWindow()
    return card


def _row(card: TracedCard, ta: str) -> tuple[int, Traced]:
    return next((at, row) for at, row in enumerate(card.model.rows) if row.agreement == ta)


def _acts(menu: QMenu) -> dict[str, QAction]:
    return {action.text().split("\t")[0]: action for action in menu.actions()}


def test_space_opens_the_menu_and_the_paper_is_asked_for(table_at: Callable[..., Table], tmp_path: Path) -> None:
    table = table_at(AFTER_SOME_TAS)
    kept(table, tmp_path, "photo.png", photo())
    card = _card(table)
    at, row = _row(card, "TA 12")
    assert row.papers == 1
    card.table.setFocus()
    card.table.setCurrentIndex(card.model.index(at, 0))
    table.until(card.table.hasFocus)
    asked: list[str] = []
    card.paper.connect(asked.append)
    table.press("Space")
    table.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    _acts(menu)["Show the signed paper"].trigger()
    menu.close()
    assert asked == ["TA 12"]


def test_without_a_paper_the_act_says_why_not(table_at: Callable[..., Table]) -> None:
    table = table_at(AFTER_SOME_TAS)
    card = _card(table)
    _, row = _row(card, "TA 12")
    act = _acts(card.menu_of(row))["Show the signed paper"]
    assert not act.isEnabled()
    assert act.toolTip() == "No signed paper is kept with TA 12."
