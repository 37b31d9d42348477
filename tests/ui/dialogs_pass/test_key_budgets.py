"""How many keys from the function key to "recorded": receive 6, hand over 5, TA 6, caucus 1."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tablebook.domain.record import Agreed, CaucusCalled, TextPassed
from tablebook.ui.main_window import MainWindow
from tests.ui.dialogs_pass.conftest import Table
from tests.ui.dialogs_pass.texts import last_entries, save_draft, their_paper


def at_the_window(table: Table, qtbot: QtBot) -> MainWindow:
    """The program's own window on the same book, with Article 12 chosen."""
    table.desk.bridge.close()
    window = MainWindow(table.desk.preferences, table.clock)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    with qtbot.waitSignal(window.desk.opened):
        window.open_book(table.path)
    window.desk.choose("12")
    window.negotiate.focus_text()
    qtbot.addWidget(window)
    table.desk = window.desk
    return window


def function_key(window: MainWindow, key: Qt.Key) -> int:
    """Press one function key in the window."""
    QTest.keyClick(window, key)
    return 1


def recorded(table: Table, kind: type) -> Callable[[], bool]:
    """Whether the newest entry is of this kind."""
    return lambda: isinstance(last_entries(table, 1)[0].body, kind)


def dialog_of(window: MainWindow, table: Table) -> Any:
    """The dialog that came up over the window."""
    from tablebook.ui.kit.dialog import DialogShell

    found: list[Any] = []

    def there() -> bool:
        found[:] = [one for one in window.findChildren(DialogShell) if one.isVisible() and one.isActiveWindow()]
        return bool(found)

    table.until(there)
    return found[0]


def test_hand_over_takes_two_keys_of_five(table_at: Callable[..., Table], qtbot: QtBot) -> None:
    table = table_at()
    table.ask(save_draft, tenth="fifteenth")
    window = at_the_window(table, qtbot)

    keys = function_key(window, Qt.Key.Key_F5)
    dialog = dialog_of(window, table)
    keys += table.press("Ctrl+Enter")

    table.until(recorded(table, TextPassed))
    body = last_entries(table, 1)[0].body
    assert (body.label, body.party) == ("U-4", table.desk.state.we)
    assert keys <= 5
    table.until(lambda: not dialog.isVisible())
    window.close()


def test_receive_takes_three_keys_of_six(table_at: Callable[..., Table], qtbot: QtBot) -> None:
    table = table_at("2027-03-09T14:02")
    text = their_paper(table.desk.state)
    window = at_the_window(table, qtbot)
    QGuiApplication.clipboard().setText(text)

    keys = function_key(window, Qt.Key.Key_F6)
    table.until(lambda: type(window.workspace.stack.currentWidget()).__name__ == "ReceiveScreen")
    keys += table.press("Ctrl+V")
    keys += table.press("Ctrl+Enter")

    table.until(recorded(table, TextPassed))
    body = last_entries(table, 1)[0].body
    assert (body.label, body.party) == ("E-3", table.desk.state.them)
    assert keys <= 6
    table.until(lambda: window.workspace.stack.currentWidget() is window.negotiate)
    window.close()


def test_ta_takes_four_keys_of_six(table_at: Callable[..., Table], qtbot: QtBot) -> None:
    table = table_at()
    window = at_the_window(table, qtbot)

    keys = function_key(window, Qt.Key.Key_F7)
    dialog = dialog_of(window, table)
    keys += table.press("Enter", "Enter", "Ctrl+Enter")

    table.until(recorded(table, Agreed))
    body = last_entries(table, 1)[0].body
    assert body.texts[0].accepted.label == "E-3"
    assert {one.party for one in body.signatures} == {table.desk.state.we, table.desk.state.them}
    assert keys <= 6
    table.until(lambda: not dialog.isVisible())
    window.close()


def test_caucus_takes_one_key(table_at: Callable[..., Table], qtbot: QtBot) -> None:
    table = table_at()
    window = at_the_window(table, qtbot)
    assert table.desk.state.caucus is None

    keys = function_key(window, Qt.Key.Key_F8)

    table.until(recorded(table, CaucusCalled))
    assert keys == 1
    window.close()
