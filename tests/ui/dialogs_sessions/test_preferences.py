"""Choices count at once and are kept; each setting that is not hidden can be chosen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tablebook.preferences import SETTINGS, Preferences
from tablebook.ui.kit.choice import Check
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.theme import theme
from tests.ui.dialogs_sessions.showing import shown


def test_every_setting_is_there_and_counts_at_once(qtbot: QtBot, empty_window: Any) -> None:
    dialog = shown(qtbot, empty_window, "preferences")
    boxes = {box.accessibleName(): box for box in dialog.findChildren(DropDown)}
    checks = dialog.findChildren(Check)
    assert len(boxes) + len(checks) == sum(setting.kind != "hidden" for setting in SETTINGS)
    scale = boxes["Text size"]
    before = theme().scale
    scale.setFocus()
    qtbot.keyClick(scale, Qt.Key.Key_Down)
    assert theme().scale > before
    qtbot.keyClick(next(one for one in checks if "motion" in one.words), Qt.Key.Key_Space)
    folder = empty_window.preferences._path.parent
    again = Preferences(folder)
    assert again["text_scale"] == theme().scale
    assert again["reduced_motion"] is True
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
