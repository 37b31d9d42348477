"""The conforming list at every size of text: its words can be read, and Tab goes in reading order."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.ratify.conftest import THIRD_PACKET, Office

At = Callable[..., Office]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_words_of_a_change_can_be_read(office: At, scale: float) -> None:
    dialog = office(THIRD_PACKET, size=(1280, 720), scale=scale).ask("conforming")
    where, old, new, _ = dialog.rows[0]
    letter = old.fontMetrics().horizontalAdvance("n")
    assert min(old.width(), new.width()) > (20 if scale == 1.0 else 40) * letter
    assert where.width() < dialog.width() / 2


def test_tab_goes_through_the_changes_in_reading_order(office: At) -> None:
    here = office(THIRD_PACKET, size=(1280, 720), scale=2.0)
    rows = here.ask("conforming").rows
    rows[0][0].setFocus()
    passed = []
    for _ in range(5):
        passed.append(QApplication.focusWidget())
        here.press("Tab")
    (where, old, new, kind), following = rows[0], rows[1][0]
    assert passed == [where, kind, old, new, following]
