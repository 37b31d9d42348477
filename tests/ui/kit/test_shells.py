"""Dialogs, messages, banners, findings, and the line at the bottom."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tablebook.ui.kit.banner import Banner
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.corners import rounded_region
from tablebook.ui.kit.dialog import DialogShell
from tablebook.ui.kit.field import Field
from tablebook.ui.kit.finding import FindingCard
from tablebook.ui.kit.gallery import make_sheet
from tablebook.ui.kit.gallery_dialog import sample_dialog
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.message import MessageBar
from tablebook.ui.kit.scrim import Scrim
from tablebook.ui.kit.scroll import ScrollArea
from tablebook.ui.kit.status_line import Part, StatusLine
from tablebook.ui.theme import Theme

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_a_dialog_shades_its_window_and_starts_in_the_first_field(qtbot: QtBot, window: QWidget) -> None:
    shell = sample_dialog(window)
    shell.open()
    assert [shade.size() for shade in window.findChildren(Scrim)] == [QSize(1280, 720)]
    assert isinstance(shell.focusWidget(), Field) or shell.focusWidget().accessibleName() == "Label"
    shell.reject()
    assert not [shade for shade in window.findChildren(Scrim) if shade.isVisible()]


def test_ctrl_enter_does_the_main_act_and_esc_records_nothing(qtbot: QtBot, window: QWidget) -> None:
    shell = DialogShell("Pass Article 12", parent=window)
    shell.body.addWidget(Field("Label"))
    main = shell.set_main("Pass as U-4", "send")
    shell.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is shell)
    with qtbot.waitSignal(main.clicked):
        qtbot.keyClick(shell, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    main.set_reason("A reason for the expiry is missing.")
    with qtbot.assertNotEmitted(main.clicked):
        qtbot.keyClick(shell, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(shell, Key.Key_Return)
    with qtbot.waitSignal(shell.rejected):
        qtbot.keyClick(shell, Key.Key_Escape)


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.5, 2.0])
def test_a_dialog_fits_a_small_laptop_at_every_text_size(
    qtbot: QtBot, window: QWidget, look: Theme, scale: float
) -> None:
    look.set_scale(scale)
    shell = sample_dialog(window)
    with qtbot.waitExposed(shell):
        shell.open()
    assert shell.width() <= 1280
    assert shell.height() <= 720
    main = shell.main
    assert main is not None
    corner = main.mapTo(shell, main.rect().bottomRight())
    assert shell.rect().contains(corner)
    content = shell.scroller.widget()
    assert content is not None
    assert content.width() <= shell.scroller.viewport().width()
    shell.reject()


def test_the_main_act_is_last_in_the_footer(qtbot: QtBot, window: QWidget) -> None:
    shell = DialogShell("Receive", parent=window)
    main = shell.set_main("Record as E-3")
    other = shell.add_button(Button("Discard", kind="danger"))
    shell.open()
    assert shell.cancel_button.x() < other.x() < main.x()


def test_a_message_goes_when_its_time_is_up_unless_it_has_the_focus(qtbot: QtBot, window: QWidget) -> None:
    bar = MessageBar(window)
    done: list[str] = []
    bar.show_message("U-4 passed 15:10.", action="Show", act=lambda: done.append("shown"))
    assert bar.isVisible()
    assert bar.timer.interval() == 6000
    assert bar.height() == 40
    assert bar.accessibleName() == "U-4 passed 15:10."
    bar.button.setFocus()
    bar.timer.timeout.emit()
    assert bar.isVisible()
    qtbot.keyClick(bar.button, Key.Key_Return)
    assert done == ["shown"]
    assert not bar.isVisible()
    bar.show_message("U-5 passed 15:12.")
    bar.timer.timeout.emit()
    assert not bar.isVisible()


def test_a_long_message_is_whole_in_a_narrow_window(qtbot: QtBot, window: QWidget) -> None:
    bar = MessageBar(window)
    window.resize(420, 400)
    bar.show_message("The book was copied to the stick TABLE at 15:10, with 412 entries and all papers.", action="Show")
    assert bar.width() <= 420
    assert bar.label.height() >= bar.label.heightForWidth(bar.label.width())
    middle = bar.geometry().center().x()
    assert abs(middle - 210) <= 1


def test_a_banner_and_a_finding_say_all_and_offer_one_act(qtbot: QtBot) -> None:
    banner = Banner("Read only.", "This book is open in another window.", action="Open a copy")
    card = FindingCard("2 changes not marked", "12.1c: 28 became 30.", show="Show 1 of 2", way="Ask about it")
    for widget in (banner, card):
        qtbot.addWidget(widget)
        widget.show()
    assert banner.accessibleName() == "Read only. This book is open in another window."
    assert card.accessibleName() == "2 changes not marked. 12.1c: 28 became 30."
    with qtbot.waitSignals([banner.acted, card.shown, card.answered]):
        banner.button.click()
        card.show_button.click()
        card.way_button.click()
    plain = card.grab().toImage()
    card.set_selected(True)
    assert card.grab().toImage() != plain


def test_the_deadline_is_never_what_drops(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.set_record([Part("Recorded 14:02:11", "shield-check", "ta"), Part("412 entries verified")])
    line.set_deadline(Part("Sunshine posting due Fri 12 Mar", "calendar-clock", "attention", loud=True))
    line.resize(420, 30)
    line.show()
    assert line.accessibleName() == "Recorded 14:02:11. 412 entries verified. Sunshine posting due Fri 12 Mar"
    narrow = line.grab().toImage()
    line.set_record([Part("Recorded 14:02:11", "shield-check", "ta")])
    assert line.grab().toImage() == narrow
    line.set_record(
        [Part("Entry 211 fails its check", "shield-alert", "problem", loud=True)], "Open the last good copy"
    )
    line.resize(900, 30)
    line.grab()
    assert line.button.isVisible()
    with qtbot.waitSignal(line.acted):
        line.button.click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_part_paints_in_every_look(qtbot: QtBot, look: Theme, scheme: str, scale: float) -> None:
    sheet = make_sheet()
    qtbot.addWidget(sheet)
    sheet.show()
    look.set_scheme(scheme)
    look.set_scale(scale)
    picture = sheet.grab().toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(0, 600, 3)}
    for role in ("window", "panel", "page", "ink", "attention_tint"):
        assert look.color(role).name() in colors


def test_a_dialog_wider_than_planned_still_lies_in_the_middle(qtbot: QtBot, window: QWidget) -> None:
    shell = DialogShell("Wide", width=400, parent=window)
    content = QWidget()
    content.setMinimumWidth(700)
    shell.body.addWidget(content)
    shell.open()
    qtbot.waitUntil(lambda: shell.width() > 700)
    middle = window.mapToGlobal(window.rect().center())
    assert abs(shell.geometry().center().x() - middle.x()) <= 1
    assert abs(shell.geometry().center().y() - middle.y()) <= 1
    shell.reject()


def test_the_corners_of_a_window_are_left_out_and_its_edges_are_not(qtbot: QtBot, window: QWidget) -> None:
    region = rounded_region(window, 10)
    assert not region.contains(QPoint(0, 0))
    assert not region.contains(QPoint(1279, 719))
    assert region.contains(QPoint(0, 360))
    assert region.contains(QPoint(640, 719))


def test_a_dialog_over_a_dialog_has_the_room_of_the_window(window: QWidget) -> None:
    below = DialogShell("Record a TA", parent=window)
    below.open()
    above = DialogShell("Print", parent=below)
    tall = QWidget()
    tall.setMinimumHeight(2000)
    above.body.addWidget(tall)
    above.open()
    assert below.height() < above.height() == window.height() - 24


def test_a_scroll_area_is_a_stop_of_the_tab_key_only_where_its_words_scroll_alone(qtbot: QtBot) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    words = Label("Words. " * 400, wrap=True)
    column.addWidget(words)
    area = ScrollArea(content)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert area.focusPolicy() & Qt.FocusPolicy.TabFocus
    field = Field("Label")
    column.addWidget(field)
    qtbot.waitUntil(lambda: area.focusPolicy() == Qt.FocusPolicy.NoFocus)
    field.setEnabled(False)
    field.hide()
    words.setText("Words.")
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_tab_goes_round_a_dialog_by_what_can_be_seen(qtbot: QtBot) -> None:
    shell = DialogShell("Hold Article 12", "Set aside.")
    first = Field("Why")
    shell.body.addWidget(first)
    qtbot.addWidget(shell)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(lambda: first.edit.hasFocus())
    stops = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    assert set(stops) == {first.edit, shell.close_button, shell.cancel_button}


def test_a_closed_dialog_goes_for_good(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tablebook.ui.kit.dialog.LET_GO_MS", 0)
    window = QWidget()
    qtbot.addWidget(window)
    dialog = DialogShell("One", parent=window)
    dialog.open()
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert not window.findChildren(DialogShell)
