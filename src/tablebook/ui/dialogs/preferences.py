"""The choices of this person on this machine, each as the list of settings describes it. They count at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tablebook.preferences import SETTINGS, Preferences, Setting
from tablebook.ui.kit.choice import Check
from tablebook.ui.kit.dialog import DialogShell
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import Titled
from tablebook.ui.kit.label import Label, Rule
from tablebook.ui.theme import theme

if TYPE_CHECKING:
    from tablebook.ui.main_window import MainWindow


def show(window: MainWindow) -> DialogShell:
    """Show the choices over the window; there is nothing to save."""
    sheet = DialogShell("Preferences", "They are kept on this computer and hold no word of a book.", 640,
                        cancel="Close", parent=window)  # fmt: skip
    sheet.setObjectName("preferences")
    group = ""
    for setting in SETTINGS:
        if setting.kind == "hidden":
            continue
        if setting.group != group:
            if group:
                sheet.body.addWidget(Rule())
            group = setting.group
            sheet.body.addWidget(Label(group, "body_bold"))
        sheet.body.addWidget(_row(setting, window.preferences))
    sheet.body.addStretch(1)
    sheet.open()
    return sheet


def _row(setting: Setting, preferences: Preferences) -> QWidget:
    if setting.kind == "switch":
        check = Check(f"{setting.label}. {setting.note}" if setting.note else setting.label, preferences[setting.key])
        check.toggled.connect(partial(_choose, setting, preferences))
        return check
    values = {str(value): value for value, _ in setting.choices}
    box = DropDown([(str(value), words) for value, words in setting.choices], str(preferences[setting.key]),
                   name=setting.label)  # fmt: skip
    box.changed.connect(lambda key: _choose(setting, preferences, values[key]))
    return Titled(setting.label, box, setting.note)


def _choose(setting: Setting, preferences: Preferences, value: object) -> None:
    """Keep the choice, and show what it changes."""
    preferences[setting.key] = value
    if setting.key == "theme":
        theme().set_scheme(str(value))
    elif setting.key == "text_scale":
        theme().set_scale(float(str(value)))
