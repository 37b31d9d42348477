"""The Ratify stage of a real window, on the sample's book at a moment of its story, driven by keys."""

from __future__ import annotations

import shutil
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.exceptions import TimeoutError
from pytestqt.qtbot import QtBot

from tablebook import app
from tablebook.clock import FixedClock
from tablebook.domain.record import VoteSet
from tablebook.domain.voting import TallyEntered
from tablebook.jobs.ratify.count import certify, enter_tallies
from tablebook.jobs.sample import load_story, story_time
from tablebook.preferences import Preferences
from tablebook.ui.main_window import MainWindow
from tablebook.ui.ratify.stage import Ratify
from tablebook.ui.theme import theme

TOTAL, FIRST_PACKET, THIRD_PACKET = "2027-04-14T23:50", "2027-04-15T09:12", "2027-04-15T10:50"
COUNTED, CERTIFIED, APPROVED = "2027-04-25T17:15", "2027-04-25T17:25", "2027-05-04T19:45"
EXECUTED = "2027-05-08T10:00"
NOTICE_DAY, CLOSED = "2027-04-19T07:20", "2027-04-25T16:30"


def working() -> str:
    """What every thread of the program is at, for a test that waited in vain."""
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    frames = sys._current_frames().items()
    return "\n".join(f"{names.get(at)}\n{''.join(traceback.format_stack(frame)[-6:])}" for at, frame in frames)


class Office:
    """The window at its Ratify stage, with what a test asks of it: keys in, entries out."""

    def __init__(self, qtbot: QtBot, window: MainWindow, clock: FixedClock) -> None:
        self.qtbot, self.window, self.clock = qtbot, window, clock
        self.said: list[str] = []
        self.refused: list[Any] = []
        self.desk.said.connect(lambda text, _icon: self.said.append(text))
        self.desk.refused.connect(self.refused.append)

    @property
    def desk(self) -> Any:
        return self.window.desk

    @property
    def stage(self) -> Ratify:
        page = self.window.workspace.stage_page("ratify")
        assert isinstance(page, Ratify)
        return page

    def until(self, done: Callable[[], object]) -> None:
        """Let the window work until something is so."""
        self.qtbot.waitUntil(lambda: bool(done()), timeout=30_000)

    def settled(self) -> None:
        """Let the book's thread answer, and the stage look at the whole."""
        answers: list[int] = []
        self.window.bridge.run(lambda book: 1, then=answers.append)
        self.until(lambda: answers)
        try:
            self.until(lambda: not self.stage.look.busy and not self.stage.pages.busy)
        except TimeoutError:
            raise AssertionError(f"The stage still works:\n{working()}") from None

    def press(self, *keys: str) -> None:
        """Press keys, named as Qt writes them, where the keyboard is."""
        for key in keys:
            target = QApplication.focusWidget() or QApplication.activeWindow()
            assert target is not None
            QTest.keySequence(target, QKeySequence(key))

    def write(self, box: Any, text: str) -> None:
        """Put the keyboard into a box and type over what stands there."""
        edit = getattr(box, "edit", box)
        edit.setFocus()
        edit.selectAll()
        QTest.keyClicks(edit, text)

    def ask(self, wanted: str) -> Any:
        """Ask the stage for an act; gives back the dialog that opens."""
        self.stage.ask(wanted)
        return self.dialog()

    def dialog(self) -> Any:
        """The dialog that lies over the window, with the keyboard in it."""
        self.until(lambda: QApplication.activeModalWidget() is not None)
        found: Any = QApplication.activeModalWidget()
        found.activateWindow()
        self.until(lambda: found.isActiveWindow() and QApplication.focusWidget() is not None)
        return found

    def line(self, act: Any) -> Any:
        """The first open line of readiness that this act settles."""
        assert self.stage.view is not None
        return next(one for row in self.stage.view.rows for one in row.open if one.act is act)

    def entries(self) -> int:
        """How many entries the record has."""
        return len(self.desk.state.entries)

    def recorded(self, dialog: Any, before: int, kind: type) -> Any:
        """The newest entry, once it is of this kind and the dialog is gone."""
        self.until(lambda: self.entries() > before and not dialog.isVisible())
        body = list(self.desk.state.entries.values())[-1].body
        assert isinstance(body, kind)
        return body

    def act(self, job: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
        """Do a job on the book, as another dialog would."""
        done: list[Any] = []
        self.desk.act(job, *args, then=done.append, **kwargs)
        self.until(lambda: done)
        self.settled()

    def vote_against(self) -> None:
        """The members' vote is counted and does not carry."""
        vote: VoteSet = self.desk.state.ratification.votes["Members’ vote"].body
        tallies = [TallyEntered(vote.vote, 100, 90, 20, 70, place=place) for place in vote.places]
        self.act(enter_tallies, tallies)
        self.act(certify, vote.vote, "Grace Odell, president")


@pytest.fixture
def office(
    qtbot: QtBot, tmp_path: Path, told: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Office]]:
    """Open the window at its Ratify stage."""
    monkeypatch.setenv("TABLEBOOK_HOME", str(tmp_path / "home"))
    made: list[MainWindow] = []

    def opened(
        moment: str = THIRD_PACKET, size: tuple[int, int] = (1440, 900), scale: float = 1.0, stage: str = "ratify"
    ) -> Office:
        app.application()
        path = tmp_path / "Lakeview.tablebook"
        shutil.copy(told(moment), path)
        preferences = Preferences(tmp_path / "preferences")
        preferences["text_scale"] = scale
        clock = FixedClock(story_time(moment, load_story()) + timedelta(minutes=1))
        window = app.make_window([str(path)], preferences, clock)
        made.append(window)
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        found = Office(qtbot, window, clock)
        found.until(lambda: window.bridge.facts is not None and window.made("workspace"))
        window.go_stage(stage)
        if stage == "ratify":
            found.until(lambda: found.stage.view is not None)
            found.settled()
        return found

    yield opened
    for window in made:
        window.close()
    theme().set_scale(1.0)


def texts_of(widget: QWidget) -> str:
    """All words that are shown in a part of the window."""
    found = []
    for one in widget.findChildren(QWidget):
        if one.isVisibleTo(widget):
            text = getattr(one, "text", None)
            found += [str(text()) if callable(text) else "", one.accessibleName(), one.toolTip()]
    return " ".join(part for part in found if part)
