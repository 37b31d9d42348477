"""Buttons, switches, boxes and fields by keyboard alone, and what a screen reader is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tablebook.ui.kit.button import Button
from tablebook.ui.kit.choice import Check, Radio
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import Field, Titled
from tablebook.ui.kit.focus import FocusRing
from tablebook.ui.kit.search_field import SearchField
from tablebook.ui.kit.segmented import Segmented
from tablebook.ui.kit.text_field import TextField
from tablebook.ui.theme import Theme

Key = Qt.Key


def shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    window = QWidget()
    qtbot.shown_window = window  # type: ignore[attr-defined]  # qtbot itself holds it weakly
    row = QHBoxLayout(window)
    for widget in widgets:
        row.addWidget(widget)
    qtbot.addWidget(window)
    window.resize(600, 200)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter])
def test_a_button_is_pressed_by_key(qtbot: QtBot, key: Key) -> None:
    button = Button("Pass", "send", key="F5")
    shown(qtbot, button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)
    assert button.accessibleName() == "Pass"
    assert button.accessibleDescription() == "F5"


def test_a_button_that_is_off_says_why(qtbot: QtBot) -> None:
    button = Button("Record TA")
    shown(qtbot, button)
    button.set_reason("The employer has not signed.")
    assert not button.isEnabled()
    assert button.accessibleDescription() == "The employer has not signed."
    button.set_reason("")
    assert button.isEnabled()


def test_a_button_at_work_says_its_verb_and_takes_no_click(qtbot: QtBot) -> None:
    button = Button("Pass")
    shown(qtbot, button)
    button.set_working("Freezing")
    assert button.accessibleName() == "Freezing"
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    button.set_working("")
    assert button.isEnabled()
    assert button.accessibleName() == "Pass"


def test_a_hidden_key_hint_makes_room_and_goes_to_the_tooltip(qtbot: QtBot) -> None:
    button = Button("Pass", "send", key="F5")
    shown(qtbot, button)
    wide = button.sizeHint().width()
    button.set_key_shown(False)
    assert button.sizeHint().width() < wide
    assert button.toolTip() == "Pass (F5)"


def test_an_ampersand_is_no_mnemonic(qtbot: QtBot) -> None:
    button = Button("Print R&R sheet")
    shown(qtbot, button)
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == "Print R&R sheet"


def test_arrows_move_a_switch_and_tab_leaves_it(qtbot: QtBot) -> None:
    switch = Segmented([("a", "Redline"), ("b", "Clean"), ("c", "History")])
    after = Button("Pass")
    window = shown(qtbot, switch, after)
    switch.segments()[0].setFocus()
    with qtbot.waitSignal(switch.changed) as told:
        qtbot.keyClick(window.focusWidget(), Key.Key_Right)
    assert told.args == ["b"]
    assert window.focusWidget() is switch.segments()[1]
    qtbot.keyClick(window.focusWidget(), Key.Key_End)
    assert switch.value == "c"
    with qtbot.assertNotEmitted(switch.changed):
        qtbot.keyClick(window.focusWidget(), Key.Key_Right)
    qtbot.keyClick(window.focusWidget(), Key.Key_Tab)
    assert window.focusWidget() is after


def test_setting_a_switch_tells_nobody(qtbot: QtBot) -> None:
    switch = Segmented([("table", "At table"), ("caucus", "Caucus")])
    shown(qtbot, switch)
    with qtbot.assertNotEmitted(switch.changed):
        switch.set_value("caucus")
    assert switch.value == "caucus"
    with qtbot.waitSignal(switch.changed):
        qtbot.mouseClick(switch.segments()[0], Qt.MouseButton.LeftButton)


def test_boxes_and_circles(qtbot: QtBot) -> None:
    check, this, that = Check("Word and PDF"), Radio("This", True), Radio("That")
    shown(qtbot, check, this, that)
    qtbot.keyClick(check, Key.Key_Space)
    assert check.isChecked()
    qtbot.mouseClick(that, Qt.MouseButton.LeftButton, pos=that.rect().center())
    assert that.isChecked()
    assert not this.isChecked()
    assert check.accessibleName() == "Word and PDF"
    assert check.height() >= 28


def test_a_field_says_what_is_wrong_and_freezes(qtbot: QtBot) -> None:
    field = Field("Label", "U-3", "proposed")
    shown(qtbot, field)
    assert field.edit.accessibleName() == "Label"
    field.set_error("Union has used U-3 in Article 12")
    assert field.error.isVisible()
    assert field.edit.accessibleDescription() == "Union has used U-3 in Article 12"
    field.set_error("")
    assert not field.error.isVisible()
    field.set_frozen(True)
    qtbot.keyClicks(field.edit, "x")
    assert field.text() == "U-3"


@pytest.mark.parametrize(
    ("act", "role"),
    [
        (lambda field: None, "control"),
        (lambda field: field.setFocus(), "ink"),
        (lambda field: field.set_error("Union has used U-3"), "problem"),
        (lambda field: field.set_frozen(True), "neutral"),
    ],
)
def test_the_outline_of_a_field_says_its_state(
    qtbot: QtBot, look: Theme, act: Callable[[Field], None], role: str
) -> None:
    field, other = Field("Label", "U-3"), Button("Pass")
    shown(qtbot, other, field)
    other.setFocus()
    act(field)
    picture = field.edit.grab().toImage()
    assert picture.pixelColor(0, picture.height() // 2).name() == look.color(role).name()
    ground = "neutral" if role == "neutral" else "page"
    assert picture.pixelColor(4, picture.height() // 2).name() == look.color(ground).name()


def test_tab_leaves_a_field_of_several_lines(qtbot: QtBot) -> None:
    several, after = TextField("Rationale", lines=2), Button("Keep")
    window = shown(qtbot, several, after)
    several.setFocus()
    with qtbot.waitSignal(several.changed):
        qtbot.keyClicks(several.edit, "why")
    qtbot.keyClick(several.edit, Key.Key_Tab)
    assert several.text() == "why"
    assert window.focusWidget() is after


def test_esc_empties_the_search_first(qtbot: QtBot) -> None:
    search = SearchField("Find article or section")
    shown(qtbot, search)
    with qtbot.waitSignal(search.searched) as told:
        qtbot.keyClicks(search, "7")
    assert told.args == ["7"]
    qtbot.keyClick(search, Key.Key_Escape)
    assert search.text() == ""
    with qtbot.waitSignal(search.left_down):
        qtbot.keyClick(search, Key.Key_Down)


def test_a_drop_down_by_keyboard(qtbot: QtBot) -> None:
    box = DropDown([("contract", "against current contract"), ("last", "since last pass")], label="Compare")
    shown(qtbot, box)
    with qtbot.waitSignal(box.changed) as told:
        qtbot.keyClick(box, Key.Key_Down)
    assert told.args == ["last"]
    assert box.accessibleName() == "Compare"
    with qtbot.assertNotEmitted(box.changed):
        box.set_value("contract")
    box.set_choices([("last", "since last pass"), ("u3", "U-3")])
    assert box.value == "last"


def test_a_titled_box_carries_its_label(qtbot: QtBot) -> None:
    titled = Titled("Kind", DropDown([("amend", "Amend")]))
    shown(qtbot, titled)
    assert titled.box.accessibleName() == "Kind"


def test_the_ring_goes_where_the_keyboard_goes(qtbot: QtBot) -> None:
    first, second = Button("Pass"), Button("Receive")
    window = shown(qtbot, first, second)
    second.setFocus()
    rings = [ring for ring in window.findChildren(FocusRing) if ring.isVisible()]
    assert len(rings) == 1
    assert rings[0].geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    window.resize(900, 300)
    assert rings[0].geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    second.hide()
    assert not rings[0].isVisible()


@pytest.mark.parametrize("kind", [Field, TextField])
def test_what_was_wrong_goes_as_soon_as_it_is_changed(qtbot: QtBot, kind: type[Field] | type[TextField]) -> None:
    field = kind("Place")
    shown(qtbot, field)
    said: list[str] = []
    field.changed.connect(lambda _: said.append(field.error.text()))
    field.set_error("The minutes name it")
    qtbot.keyClicks(field.edit, "S")
    assert field.error.text() == ""
    assert not field.error.isVisible()
    assert said == [""], "whoever looks again at what is typed can say anew what is wrong"
