from __future__ import annotations

import itertools

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tablebook.ui.kit.timeline import PassTimeline, TaPoint, TimelinePoint
from tablebook.ui.theme import Theme

Key = Qt.Key


def make(qtbot: QtBot, passes: int, width: int = 700) -> tuple[QWidget, PassTimeline]:
    line = PassTimeline()
    points = [
        TimelinePoint(f"p{at}", "employer" if at % 2 else "union", f"{'E' if at % 2 else 'U'}-{at // 2 + 1}", "9 Mar",
                      f"passed 9 Mar, change {at}.")
        for at in range(passes)
    ]  # fmt: skip
    window = QWidget()
    qtbot.shown_window = window  # type: ignore[attr-defined]  # qtbot itself holds it weakly
    QVBoxLayout(window).addWidget(line)
    line.set_points(points, points[-1].id, TaPoint(1, 3))
    qtbot.addWidget(window)
    window.resize(width, 120)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window, line


def test_arrows_go_along_and_enter_shows(qtbot: QtBot) -> None:
    window, line = make(qtbot, 4)
    line.points()[-1].setFocus()
    qtbot.keyClick(window.focusWidget(), Key.Key_Left)
    assert window.focusWidget() is line.points()[2]
    assert "change 2" in line.sentence.text()
    with qtbot.waitSignal(line.shown) as told:
        qtbot.keyClick(window.focusWidget(), Key.Key_Return)
    assert told.args == ["p2"]
    with qtbot.waitSignal(line.compare) as told:
        qtbot.keyClick(window.focusWidget(), Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert told.args == ["p2"]
    with qtbot.waitSignal(line.sent) as told:
        qtbot.keyClick(window.focusWidget(), Key.Key_Space)
    assert told.args == ["p2"]
    qtbot.keyClick(window.focusWidget(), Key.Key_Home)
    assert window.focusWidget() is line.points()[0]


def test_the_mouse_shows_too(qtbot: QtBot) -> None:
    _window, line = make(qtbot, 3)
    with qtbot.waitSignal(line.shown) as told:
        qtbot.mouseClick(line.points()[0], Qt.MouseButton.LeftButton)
    assert told.args == ["p0"]
    assert line.points()[0].accessibleDescription() == "Shown"
    assert line.points()[0].accessibleName() == "U-1, 9 Mar. passed 9 Mar, change 0."


def test_passes_without_room_are_counted_and_reached_by_arrow(qtbot: QtBot) -> None:
    window, line = make(qtbot, 20, width=500)
    visible = [at for at, point in enumerate(line.points()) if point.isVisible()]
    assert visible[-1] == 19
    assert 2 <= len(visible) < 20
    boxes = [line.points()[at].geometry() for at in visible]
    assert all(one.right() < other.left() for one, other in itertools.pairwise(boxes))
    assert boxes[-1].right() < line.width()
    line.points()[visible[0]].setFocus()
    for _step in range(3):
        qtbot.keyClick(window.focusWidget(), Key.Key_Left)
    assert window.focusWidget() is line.points()[visible[0] - 3]
    assert window.focusWidget().isVisible()


def test_words_of_a_pass_cannot_become_markup(qtbot: QtBot) -> None:
    line = PassTimeline()
    qtbot.addWidget(line)
    line.set_points([TimelinePoint("p", "union", "U-<b>", "9 Mar", "passed <i>now</i>.")], "p")
    assert "&lt;i&gt;" in line.sentence.text()


def test_an_article_without_a_pass(qtbot: QtBot, look: Theme) -> None:
    line = PassTimeline()
    qtbot.addWidget(line)
    line.set_points([])
    line.show()
    look.set_scale(1.5)
    assert line.sentence.text() == ""
