"""The whole stage by Tab and Shift+Tab: every control is reached once, in reading order, by name, and is seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget

from tablebook.domain.codes import Fate
from tablebook.jobs.ratify.send_back import send_back
from tests.ui.ratify.conftest import COUNTED, EXECUTED, THIRD_PACKET, Office

At = Callable[..., Office]


def round_of(here: Office, key: str) -> list[QWidget]:
    """What a key comes to, from the first control of the stage until it leaves the stage."""
    stage = here.stage
    stops = [one for one in stage.findChildren(QWidget) if is_stop(one)]
    first: Any = stage.print if key == "Tab" else last_of(here)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    passed: list[QWidget] = []
    for _ in range(2 * len(stops)):
        at = QApplication.focusWidget()
        if at is None or at in passed or not stage.isAncestorOf(at):
            return passed
        passed.append(at)
        here.settled()
        assert_seen(here, at)
        here.press(key)
    raise AssertionError("the keyboard does not leave the stage")


def still(here: Office) -> list[QWidget]:
    """Every stop of the stage, once what was said anew is laid out, and scrolls or not."""
    found: list[list[QWidget]] = []

    def same() -> bool:
        found.append([one for one in here.stage.findChildren(QWidget) if is_stop(one)])
        return len(found) > 5 and all(one == found[-1] for one in found[-5:])

    here.until(same)
    return found[-1]


def is_stop(one: QWidget) -> bool:
    return one.isVisible() and one.isEnabled() and bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)


def last_of(here: Office) -> QWidget:
    cards = (here.stage.ready, here.stage.packet, here.stage.vote, here.stage.traced)
    return [one for card in cards for one in card.chain() if is_stop(one)][-1]


def assert_seen(here: Office, at: QWidget) -> None:
    """It has a name, the ring or a chosen row shows where the keyboard is, and that lies in sight."""
    words = at.accessibleName() or (at.text() if isinstance(at, QAbstractButton) else "")
    assert words, at
    table = here.stage.traced.table
    assert getattr(at, "ring_radius", None) is not None or (at is table and table.selectionModel().hasSelection())
    spot = table.visualRect(table.currentIndex()) if at is table else at.rect()
    inner = table.viewport() if at is table else at
    parent = at.parentWidget()
    while parent is not None and parent is not here.window:
        if isinstance(parent, QAbstractScrollArea):
            seen = QRect(inner.mapTo(parent.viewport(), spot.topLeft()), spot.size())
            assert parent.viewport().rect().contains(seen), (words, seen, parent.viewport().rect())
        parent = parent.parentWidget()


def in_reading_order(here: Office, passed: list[QWidget]) -> None:
    """Within one part a stop never stands above the one before it."""
    for card in (here.stage.ready, here.stage.packet, here.stage.vote, here.stage.traced):
        tops = [one.mapTo(card, QPoint(0, 0)).y() + one.height() // 2 for one in passed if card.isAncestorOf(one)]
        inside = [one for one in passed if card.isAncestorOf(one)]
        lines = [
            (before, after)
            for before, after, high in zip(tops, tops[1:], (one.height() for one in inside), strict=False)
            if after < before - high
        ]
        assert not lines, (type(card).__name__, [one.accessibleName() for one in inside])


@pytest.mark.parametrize("size", [(1440, 900, 1.0), (1280, 720, 1.0), (1440, 900, 2.0), (1280, 720, 2.0)])
@pytest.mark.parametrize("moment", [THIRD_PACKET, COUNTED, EXECUTED, "sent back"])
def test_every_control_is_reached_both_ways(office: At, moment: str, size: tuple[int, int, float]) -> None:
    here = office(THIRD_PACKET if moment == "sent back" else moment, size[:2], size[2])
    if moment == "sent back":
        here.vote_against()
        here.act(send_back, "Members’ vote", "Class size", {}, others=Fate.REOPENS)
    stage = here.stage
    parts = stage.switch.segments() if stage.switch.isVisible() else [None]
    for part in parts:
        if part is not None:
            part.click()
            here.settled()
        stops = still(here)
        forth = round_of(here, "Tab")
        assert set(forth) == set(stops), [one.accessibleName() for one in {*stops} ^ {*forth}]
        in_reading_order(here, forth)
        back = round_of(here, "Shift+Tab")
        assert back == forth[::-1]
