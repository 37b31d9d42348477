"""Nothing needs a mouse: every act has a key or a line in the palette, Tab comes to every control, each has a name."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from shiboken6 import isValid

from tablebook.ui.actions import ACTS, BY_ID
from tablebook.ui.dialogs.palette import Palette
from tablebook.ui.kit.key_cap import KeyCap
from tablebook.ui.privacy import privacy
from tests.end_to_end.conftest import Seat
from tests.end_to_end.person import Person
from tests.end_to_end.places import (
    DIALOGS,
    VIEWS,
    Place,
    crash_dialogs,
    described,
    go,
    go_dialog,
    name_of,
    opened,
    review_of,
    stops,
)

At = Callable[..., Person]


@pytest.fixture
def at_table(sit_down: Seat, told: Callable[[str], Path], tmp_path: Path) -> At:
    """Sit down at a moment of the sample."""
    from tablebook.jobs.sample import load_story, story_time

    def sit(place: Place = Place(), size: tuple[int, int] = (1440, 900), scale: float = 1.0) -> Person:  # noqa: B008
        path = Path(shutil.copy(told(place.moment), tmp_path / "Lakeview.tablebook"))
        person = sit_down(path, size, scale, at=story_time(place.moment, load_story()))
        person.until(lambda: bool(person.window.workspace.stages))
        return person

    return sit


def passed_by_tab(person: Person) -> list[QWidget]:
    """What Tab comes to, until it begins anew."""
    seen: list[QWidget] = []
    for _ in range(400):
        now = QApplication.focusWidget()
        if now is None or now in seen:
            break
        seen.append(now)
        person.press("Tab")
    return seen


def missed(person: Person, top: QWidget) -> list[str]:
    """The controls that Tab does not come to."""
    wanted, seen = stops(top), passed_by_tab(person)
    assert wanted, "there is something to come to"
    return [described(one) for one in wanted if one not in seen]


def nameless(top: QWidget) -> list[str]:
    """The controls of which a screen reader could say nothing."""
    return [described(one) for one in stops(top) if not name_of(one).strip()]


def gone(dialog: QWidget) -> bool:
    """Whether a dialog is closed."""
    return not isValid(dialog) or not dialog.isVisible()


# Acts


def test_no_two_acts_share_a_key() -> None:
    keys = [(QKeySequence(key).toString(), act.id) for act in ACTS for key in act.keys]
    twice = [(key, act) for key, act in keys if sum(key == other for other, _ in keys) > 1]
    assert not twice


PANES = {"list": "Alt+1", "text": "Alt+2", "session": "Alt+3", "entry line": "F4"}
OF_THE_LINE = {"/"}
"""Keys that are letters: in a line they are typed."""


@pytest.mark.parametrize("pane", PANES)
def test_every_key_does_its_act_wherever_the_keyboard_is(at_table: At, pane: str) -> None:
    person = at_table()
    person.settled()
    done: list[str] = []
    for act_id, action in person.window.acts.actions.items():
        action.triggered.disconnect()
        action.triggered.connect(lambda _=False, act_id=act_id: done.append(act_id))
    going = {"Alt+1": person.window.negotiate.focus_list, "Alt+2": person.window.negotiate.focus_text,
             "Alt+3": person.window.negotiate.focus_session, "F4": person.window.negotiate.focus_entry}  # fmt: skip
    going[PANES[pane]]()
    wrong = []
    for act_id in person.window.acts.actions:
        for key in BY_ID[act_id].keys:
            if act_id == "private" or (pane == "entry line" and key in OF_THE_LINE):
                continue
            done.clear()
            person.press(key)
            if done != [act_id]:
                wrong.append((key, act_id, list(done)))
    assert not wrong


def test_every_act_is_found_in_the_palette_by_its_name(at_table: At) -> None:
    person = at_table()
    person.settled()
    person.press("Ctrl+K")
    palette = person.dialog(Palette)
    lost = []
    for act_id in person.window.acts.actions:
        if act_id == "palette":
            continue
        person.press("Ctrl+A")
        person.type(f">{BY_ID[act_id].title}")
        row = palette.list.row
        if row is None or row.target is None or row.target.id != act_id:
            lost.append(act_id)
    assert not lost
    person.press("Escape")


def test_the_sheet_of_keys_names_every_act_that_has_one(at_table: At) -> None:
    person = at_table()
    person.settled()
    sheet = go_dialog(person, "keys")
    said = {label.text() for label in sheet.findChildren(QLabel)} | {cap.accessibleName() for cap in
                                                                     sheet.findChildren(KeyCap)}  # fmt: skip
    acts = [BY_ID[act_id] for act_id in person.window.acts.actions if BY_ID[act_id].keys]
    assert not [act.title for act in acts if act.title not in said]
    person.press("Escape")
    assert not sheet.isVisible()


# Private


def test_the_private_key_hides_and_returns_and_escape_does_not(at_table: At) -> None:
    person = at_table()
    person.settled()
    person.press("F4")
    person.type("half a line")
    cover = privacy(person.window)

    person.press("F9")
    assert cover.on
    person.until(lambda: QApplication.focusWidget() is not person.window.negotiate.entry)
    for key in ("Escape", "Return", "Space", "F5", "F8", "Ctrl+K", "Ctrl+Q", "Tab", "a"):
        person.press(key)
        assert cover.on, key
    assert person.window.isVisible()
    assert person.window.desk.state.caucus is None
    person.press("F9")
    assert not cover.on
    person.until(lambda: QApplication.focusWidget() is person.window.negotiate.entry)
    assert person.window.negotiate.entry.text() == "half a line"
    person.press("Ctrl+.")
    assert cover.on
    person.press("Ctrl+.")
    assert not cover.on


@pytest.mark.parametrize("name", ["pass", "agree", "close session", "palette"])
def test_the_private_key_works_over_a_dialog(at_table: At, name: str) -> None:
    person = at_table(DIALOGS[name])
    dialog = go_dialog(person, name)
    person.press("F9")
    assert privacy(person.window).on
    person.press("Escape")
    assert privacy(person.window).on
    person.press("F9")
    assert not privacy(person.window).on
    assert dialog.isVisible(), "what was begun is still there"
    person.until(dialog.isActiveWindow)
    person.press("Escape")
    person.until(lambda: gone(dialog))


# Controls


@pytest.mark.parametrize("name", DIALOGS)
def test_tab_comes_to_every_control_of_a_dialog_and_each_has_a_name(at_table: At, name: str) -> None:
    person = at_table(DIALOGS[name])
    dialog = go_dialog(person, name)
    person.look(f"dialog-{name}")
    assert not nameless(dialog)
    assert not missed(person, dialog)
    person.press("Escape")
    person.until(lambda: gone(dialog))


def test_arrows_choose_among_radios(at_table: At) -> None:
    person = at_table()
    dialog = go_dialog(person, "agree")
    person.tab_to("As passed")
    person.press("Right")
    assert dialog.form.as_amended.isChecked()  # type: ignore[attr-defined]
    assert dialog.form.edits.isVisible()  # type: ignore[attr-defined]
    person.press("Left")
    assert dialog.form.as_passed.isChecked()  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", crash_dialogs())
def test_tab_comes_to_every_control_after_a_fault(at_table: At, name: str, tmp_path: Path) -> None:
    person = at_table()
    person.settled()
    crash_dialogs()[name](person, tmp_path)
    dialog = opened(person)
    person.look(f"dialog-{name}")
    assert not nameless(dialog)
    assert not missed(person, dialog)
    person.press("Ctrl+Return")
    person.until(lambda: gone(dialog))


@pytest.mark.parametrize("size", [(1440, 900, 1.0), (1280, 720, 1.5)], ids=["1440", "1280 at 150 %"])
@pytest.mark.parametrize("name", VIEWS)
def test_tab_comes_to_every_control_of_the_window(at_table: At, name: str, size: tuple[int, int, float]) -> None:
    person = at_table(VIEWS[name], size[:2], size[2])
    go(person, VIEWS[name])
    person.look(f"view-{name}-{size[0]}")
    assert not nameless(person.window)
    assert not missed(person, person.window)


@pytest.mark.parametrize("size", [(1440, 900, 1.0), (1280, 720, 1.5)], ids=["1440", "1280 at 150 %"])
def test_tab_comes_to_every_control_of_the_outline(
    sit_down: Seat, chosen_files: list[Path], size: tuple[int, int, float]
) -> None:
    person = sit_down(None, size[:2], size[2])
    assert not nameless(person.window), "the first page"
    assert not missed(person, person.window), "the first page"
    review_of(person, chosen_files)
    person.look(f"view-outline-{size[0]}")
    assert not nameless(person.window)
    assert not missed(person, person.window)
