"""The sheet of keys: every act with its keys, read from the one list that also makes the menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from tablebook.ui.actions import BY_ID, MENUS
from tablebook.ui.kit.dialog import DialogShell
from tablebook.ui.kit.key_cap import KeyCap
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.spacing import space
from tablebook.ui.text.legend import LAYERS, Legend

if TYPE_CHECKING:
    from tablebook.ui.main_window import MainWindow

COLUMNS = 2


def show(window: MainWindow) -> None:
    """Show the sheet over the window; Esc closes it."""
    sheet = DialogShell("Keys and legend", "Everything works without a mouse. Alt shows the menus.", cancel="Close",
                        parent=window)  # fmt: skip
    sheet.setObjectName("keys")
    sheet.body.addWidget(Legend(LAYERS))
    for menu in MENUS:
        acts = [act_id for act_id in window.acts.actions if BY_ID[act_id].menu == menu and BY_ID[act_id].keys]
        sheet.body.addWidget(Label(menu, "body_bold"))
        if acts:
            sheet.body.addWidget(_group(acts))
        else:
            names = ", ".join(BY_ID[act_id].title for act_id in window.acts.actions if BY_ID[act_id].menu == menu)
            sheet.body.addWidget(Label(f"In the menu, and by name with Ctrl+K: {names}.", "body", wrap=True))
    sheet.open()


def _group(acts: list[str]) -> QWidget:
    group = QWidget()
    grid = space(QGridLayout(group), spacing=6)
    for column in range(COLUMNS):
        grid.setColumnStretch(2 * column + 1, 1)
    for at, act_id in enumerate(acts):
        act = BY_ID[act_id]
        row, column = at // COLUMNS, 2 * (at % COLUMNS)
        caps = QWidget()
        line = space(QHBoxLayout(caps), spacing=4)
        for key in act.keys[:1] if act_id in ("redline", "sides", "clean", "history") else act.keys:
            line.addWidget(KeyCap(key))
        line.addStretch(1)
        grid.addWidget(caps, row, column)
        grid.addWidget(Label(act.title, "body", wrap=True), row, column + 1)
    return group
