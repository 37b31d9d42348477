"""Every dialog on a small laptop at 150 %, dark: nothing wider than the window, everything named and reached by Tab."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from tablebook.ui.dialogs.agree import TaDialog
from tablebook.ui.dialogs.correct import correct_dialog, last_entry
from tablebook.ui.dialogs.hold import hold_dialog
from tablebook.ui.dialogs.pass_bodies import load
from tablebook.ui.dialogs.pass_text import PassDialog
from tablebook.ui.dialogs.print_choice import papers_of
from tablebook.ui.dialogs.print_paper import PrintDialog
from tablebook.ui.dialogs.receive import ReceiveScreen
from tablebook.ui.dialogs.reopen import reopen_dialog
from tablebook.ui.dialogs.withdraw import reject_dialog, withdraw_dialog
from tablebook.ui.theme import Theme
from tests.ui.dialogs_pass.conftest import Table
from tests.ui.dialogs_pass.texts import save_draft

Make = Callable[[Table], Any]


def _pass(table: Table) -> PassDialog:
    table.ask(save_draft, tenth="fifteenth")
    return PassDialog(table.desk, "12", table.ask(load, "12"), table.window)


def _print(table: Table) -> PrintDialog:
    return PrintDialog(
        table.desk, papers_of(table.desk.state, "12", "", table.desk.now(), "0" * 64), parent=table.window
    )


def _correct(table: Table) -> Any:
    entry = last_entry(table.desk)
    assert entry is not None
    return correct_dialog(table.desk, entry, table.window)


DIALOGS: dict[str, Make] = {
    "pass": _pass,
    "ta": lambda table: TaDialog(table.desk, "12", table.window),
    "print": _print,
    "hold": lambda table: hold_dialog(table.desk, "12", table.window),
    "withdraw": lambda table: withdraw_dialog(table.desk, "12", table.window),
    "reject": lambda table: reject_dialog(table.desk, "12", table.window),
    "reopen": lambda table: reopen_dialog(table.desk, "9", table.window),
    "correct": _correct,
}


def nameless(top: QWidget) -> list[QWidget]:
    """What can be reached and says nothing to a screen reader."""
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit)
    found = [one for one in top.findChildren(QWidget) if isinstance(one, kinds) and one.isVisible()]
    return [one for one in found if one.focusPolicy() & Qt.FocusPolicy.TabFocus and not one.accessibleName().strip()]


def reached(top: QWidget, most: int = 3000) -> set[QWidget]:
    """The widgets that Tab comes to, one after the other, until it is back at the first."""
    first = QApplication.focusWidget()
    seen: set[QWidget] = set()
    at = first
    for _ in range(most):
        if at is None or at in seen:
            break
        seen.add(at)
        at = at.nextInFocusChain()
    return {one for one in seen if one is not None and top.isAncestorOf(one)}


@pytest.mark.parametrize("name", DIALOGS)
def test_small_large_and_dark(table_at: Callable[..., Table], look: Theme, name: str) -> None:
    look.set_scheme("dark")
    look.set_scale(1.5)
    table = table_at()
    table.window.resize(1280, 720)
    dialog = DIALOGS[name](table)
    table.over(dialog)

    assert dialog.width() <= 1280
    assert dialog.height() <= 720
    assert nameless(dialog) == []
    assert dialog.main in reached(dialog)
    dialog.reject()


def test_the_receive_screen_small_large_and_dark(table_at: Callable[..., Table], look: Theme) -> None:
    look.set_scheme("dark")
    look.set_scale(1.5)
    table = table_at()
    screen = ReceiveScreen(table.desk, "12")
    table.qtbot.addWidget(screen)
    screen.resize(1280, 640)
    screen.show()
    screen.activateWindow()
    table.until(screen.isActiveWindow)
    assert screen.width() <= 1280
    assert nameless(screen) == []
    screen.wait()
