"""In large print and low windows nothing is cut: what has no room scrolls, and a draft keeps its five lines."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QWidget

from tablebook.ui.kit.label import Label
from tests.end_to_end.person import Person
from tests.end_to_end.places import described, go
from tests.end_to_end.test_every_dialog_fits import SIZES, VIEWS, Sit, sit

__all__ = ["sit"]

LARGE = {"1440 at 200 %": (1440, 900, 2.0), "1280 at 200 %": (1280, 700, 2.0), "low at 150 %": (1280, 700, 1.5)}


@pytest.fixture(autouse=True)
def _sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, size in LARGE.items():
        monkeypatch.setitem(SIZES, name, size)


def cut(top: QWidget) -> list[str]:
    """Words and buttons that are lower or narrower than what stands on them."""
    found = []
    for one in top.findChildren(QWidget):
        if not one.isVisibleTo(top) or not one.isVisible():
            continue
        if isinstance(one, Label) and one.wordWrap() and one.height() + 1 < one.heightForWidth(one.width()):
            found.append(f"words cut: “{one.text()[:60]}”, {one.height()} for {one.heightForWidth(one.width())}")
        if isinstance(one, QAbstractButton) and one.width() < one.minimumSizeHint().width():
            found.append(f"too narrow: {described(one)}, {one.width()} for {one.minimumSizeHint().width()}")
    return found


@pytest.mark.parametrize("size", LARGE)
@pytest.mark.parametrize("name", ["not opened", "draft", "receive"])
def test_nothing_is_cut(sit: Sit, name: str, size: str) -> None:
    person = sit(VIEWS[name], size)
    go(person, VIEWS[name])
    person.settled()
    person.look(f"large-{name}-{size[:4]}")
    stage = person.window.workspace.stack.currentWidget()
    assert not cut(stage.head if name == "receive" else stage.article.current)  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", LARGE)
def test_nothing_of_ratification_is_cut(sit: Sit, size: str) -> None:
    person = sit(VIEWS["ratify with a count"], size)
    go(person, VIEWS["ratify with a count"])
    stage: Any = person.window.workspace.stack.currentWidget()
    person.until(lambda: stage.view is not None and not stage.look.busy and not stage.pages.busy)
    for part in ("ready", "packet", "vote", "traced"):
        stage.switch.set_value(part)
        stage.switch.changed.emit(part)
        person.settled()
        person.look(f"large-ratify-{part}-{size[:4]}")
        assert not cut(stage), part


def lines_in_sight(person: Person) -> float:
    """How many lines of the draft are on the screen, part of a line counted as a part."""
    view = person.window.workspace.stages["negotiate"].article.current
    editor = view.page
    port = view.scroller.viewport()
    page = QRect(editor.viewport().mapTo(port, QPoint()), editor.viewport().size())
    shown = page.intersected(port.rect())
    assert editor.verticalScrollBar().value() == 0
    return (shown.height() - editor.look.top) / editor.look.line


def test_five_lines_of_a_draft_under_what_is_said_of_the_plan(sit: Sit) -> None:
    person = sit(VIEWS["draft"], "low at 150 %")
    go(person, VIEWS["draft"])
    person.until(lambda: len(person.window.workspace.banners) == 1)
    person.settled()
    banner = person.window.workspace.banners[0]
    assert "employer's laptop" in banner.text.text()
    assert "demanded in a hearing" in banner.toolTip(), "all of it is one hover away"
    assert lines_in_sight(person) >= 5


def test_the_line_that_is_written_stays_in_sight(sit: Sit) -> None:
    person = sit(VIEWS["draft"], "1280 at 200 %")
    go(person, VIEWS["draft"])
    person.settled()
    view = person.window.workspace.stages["negotiate"].article.current
    for _ in range(12):
        person.press("Down")
        person.settled()
        caret = view.page.cursorRect()
        middle = view.page.viewport().mapTo(view.scroller.viewport(), caret.center())
        assert view.scroller.viewport().rect().contains(middle)
