"""Every dialog and every view fits its window: nothing is cut off, the main act and its reason are in sight."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLineEdit, QWidget

from tablebook.ui.kit.dialog import DialogShell
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.segmented import Segmented
from tablebook.ui.text.page import TextPage
from tablebook.ui.theme import theme
from tests.end_to_end.conftest import Seat
from tests.end_to_end.person import Person
from tests.end_to_end.places import (
    DIALOGS,
    RATIFYING,
    VIEWS,
    Place,
    crash_dialogs,
    described,
    go,
    go_dialog,
    go_ratifying,
    opened,
    review_of,
)

SIZES = {"1440": (1440, 900, 1.0), "1280 at 150 %": (1280, 720, 1.5)}
LARGEST = {"1280 at 200 %": (1280, 720, 2.0)}
Sit = Callable[[Place, str], Person]


@pytest.fixture
def sit(sit_down: Seat, told: Callable[[str], Path], tmp_path: Path) -> Sit:
    """Sit down at a moment of the sample, at a window of a size."""
    from tablebook.jobs.sample import load_story, story_time

    def start(place: Place, size: str) -> Person:
        path = Path(shutil.copy(told(place.moment), tmp_path / "Lakeview.tablebook"))
        width, height, scale = {**SIZES, **LARGEST}[size]
        person = sit_down(path, (width, height), scale, at=story_time(place.moment, load_story()))
        person.until(lambda: bool(person.window.workspace.stages))
        assert (person.window.width(), person.window.height()) == (width, height), "the window is as small as asked"
        return person

    return start


def scrolled(widget: QWidget, top: QWidget) -> bool:
    """Whether it lies on a page that scrolls: what is not in sight there can be brought into sight."""
    at = widget.parentWidget()
    while at is not None and at is not top:
        if isinstance(at, QAbstractScrollArea):
            return True
        at = at.parentWidget()
    return False


def place_in(widget: QWidget, top: QWidget) -> QRect:
    """Where a control lies in its window."""
    return QRect(widget.mapTo(top, widget.rect().topLeft()), widget.size())


def faults(top: QWidget) -> list[str]:
    """What is cut off: outside its parent, or smaller than its words need."""
    found = []
    for one in top.findChildren(QWidget):
        if not one.isVisibleTo(top) or one.window() is not top or not one.size().isValid():
            continue
        if not isinstance(one, QAbstractButton | QLineEdit | Label | Segmented | TextPage):
            continue
        if not scrolled(one, top) and not top.rect().contains(place_in(one, top)):
            found.append(f"outside: {described(one)} at {place_in(one, top).getRect()}")
        parent = one.parentWidget()
        if parent is not None and not parent.rect().contains(one.geometry()):
            found.append(f"cut by its parent: {described(one)} {one.geometry().getRect()} in {parent.size().toTuple()}")
        if isinstance(one, QAbstractButton) and one.width() < one.minimumSizeHint().width():
            found.append(f"too narrow: {described(one)}, {one.width()} for {one.minimumSizeHint().width()}")
        if isinstance(one, Segmented) and one.width() < 0.95 * one.sizeHint().width():
            found.append(f"squeezed: {described(one)}, {one.width()} for {one.sizeHint().width()}")
        if isinstance(one, TextPage) and one.isVisible() and one.height() < 2 * theme().px(25):
            found.append(f"too low to be read: {described(one)}, {one.height()}")
        if (
            isinstance(one, Label)
            and one.wordWrap()
            and one.text()
            and one.height() + 1 < one.heightForWidth(one.width())
        ):
            found.append(f"words cut: “{one.text()[:60]}”, {one.height()} high for {one.heightForWidth(one.width())}")
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_fits(sit: Sit, name: str, size: str) -> None:
    person = sit(DIALOGS[name], size)
    dialog: Any = go_dialog(person, name)
    person.look(f"fits-{name}-{size[:4]}")
    check_dialog(person, dialog)


@pytest.mark.parametrize("size", [*SIZES, *LARGEST])
@pytest.mark.parametrize("wanted", RATIFYING)
def test_every_dialog_of_ratification_fits(sit: Sit, wanted: str, size: str) -> None:
    person = sit(Place(moment=RATIFYING[wanted]), size)
    dialog: Any = go_ratifying(person, wanted)
    person.look(f"fits-{wanted}-{size[:4]}")
    check_dialog(person, dialog)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", crash_dialogs())
def test_what_is_shown_after_a_fault_fits(sit: Sit, name: str, size: str, tmp_path: Path) -> None:
    person = sit(Place(), size)
    person.settled()
    crash_dialogs()[name](person, tmp_path)
    dialog = opened(person)
    person.look(f"fits-{name}-{size[:4]}")
    check_dialog(person, dialog)


def check_dialog(person: Person, dialog: Any) -> None:
    """Inside its window, nothing cut, head and foot in sight."""
    window = person.window
    assert window.geometry().contains(dialog.geometry()), (dialog.geometry(), window.geometry())
    assert not faults(dialog)
    if isinstance(dialog, DialogShell):
        for part in (dialog.title, dialog.close_button, dialog.cancel_button, dialog.main):
            if part is not None:
                assert part.isVisible()
                assert dialog.rect().contains(place_in(part, dialog)), described(part)
        assert dialog.main is None or dialog.main.width() >= dialog.main.sizeHint().width()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", VIEWS)
def test_every_view_fits(sit: Sit, name: str, size: str) -> None:
    person = sit(VIEWS[name], size)
    go(person, VIEWS[name])
    person.settled()
    stage: Any = person.window.workspace.stack.currentWidget()
    person.until(lambda: not hasattr(stage, "pages") or not (stage.look.busy or stage.pages.busy))
    person.settled()
    assert not faults(person.window)


@pytest.mark.parametrize("size", SIZES)
def test_the_outline_fits(sit_down: Seat, chosen_files: list[Path], size: str) -> None:
    width, height, scale = SIZES[size]
    person = sit_down(None, (width, height), scale)
    assert not faults(person.window), "the first page"
    review_of(person, chosen_files)
    assert not faults(person.window)
