"""What the book's thread answers: results, refusals, faults; and what the first paint must not have loaded."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from tablebook.clock import FixedClock
from tablebook.errors import UserError
from tablebook.ui.bridge import Bridge

NOON = datetime.fromisoformat("2027-03-09T12:00:00-06:00")
HEAVY = (
    "sqlcipher3",
    "sqlmodel",
    "sqlalchemy",
    "reportlab",
    "pypdfium2",
    "docx",
    "lxml",
    "rapidfuzz",
    "tablebook.domain",
)


def opened(qtbot: QtBot, tmp_path: Path, lakeview: Path) -> Bridge:
    path = tmp_path / "copy.tablebook"
    path.write_bytes(lakeview.read_bytes())
    bridge = Bridge(FixedClock(NOON))
    with qtbot.waitSignal(bridge.opened):
        bridge.open(path)
    return bridge


def test_a_refusal_goes_to_whoever_asked(qtbot: QtBot, tmp_path: Path, lakeview: Path) -> None:
    bridge = opened(qtbot, tmp_path, lakeview)
    told: list[UserError] = []

    def refuse(book: Any) -> None:
        raise UserError("What.", "Why.", "What to do.")

    bridge.run(refuse, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].todo == "What to do."
    with qtbot.waitSignal(bridge.refused):
        bridge.run(refuse)
    bridge.close()


def test_a_fault_is_told_and_the_thread_goes_on(qtbot: QtBot, tmp_path: Path, lakeview: Path) -> None:
    bridge = opened(qtbot, tmp_path, lakeview)
    with qtbot.waitSignal(bridge.crashed) as told:
        bridge.run(lambda book: 1 // 0)
    assert isinstance(told.args[0], ZeroDivisionError)
    answers: list[int] = []
    bridge.run(lambda book: 7, then=answers.append)
    qtbot.waitUntil(lambda: answers == [7])
    bridge.close()


def test_recorded_is_told_once_and_only_after_the_entry_is_in_the_file(
    qtbot: QtBot, tmp_path: Path, lakeview: Path
) -> None:
    from tablebook.book.book import verify_file
    from tablebook.jobs.note import take_note

    bridge = opened(qtbot, tmp_path, lakeview)
    before = len(bridge.state.entries)  # type: ignore[union-attr]
    counted: list[int] = []
    bridge.recorded.connect(lambda _: counted.append(verify_file(tmp_path / "copy.tablebook").entries))
    with qtbot.waitSignal(bridge.changed):
        bridge.run(take_note, "Said.", None)
    assert counted == [before + 1]
    assert len(bridge.state.entries) == before + 1  # type: ignore[union-attr]
    bridge.close()


def test_opening_the_open_book_again_keeps_the_right_to_write(qtbot: QtBot, tmp_path: Path, lakeview: Path) -> None:
    bridge = opened(qtbot, tmp_path, lakeview)
    with qtbot.waitSignal(bridge.opened) as told:
        bridge.open(tmp_path / "copy.tablebook")
    assert told.args[0].read_only_reason == ""
    bridge.close()


def test_a_book_that_cannot_be_opened_leaves_the_open_one(qtbot: QtBot, tmp_path: Path, lakeview: Path) -> None:
    bridge = opened(qtbot, tmp_path, lakeview)
    told: list[UserError] = []
    bridge.open(tmp_path / "absent.tablebook", failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    answers: list[int] = []
    bridge.run(lambda book: len(book.entries), then=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers[0] > 200
    bridge.close()


def test_first_paint_loads_qt_and_the_standard_library_only(tmp_path: Path, lakeview: Path) -> None:
    told = (
        "import sys; from pathlib import Path; from tablebook import app;"
        "from tablebook.clock import SystemClock; from tablebook.preferences import Preferences;"
        f"a = app.application(); book = {str(lakeview)!r}; kept = Preferences(Path({str(tmp_path)!r}));"
        "w = app.make_window([book], kept, SystemClock());"
        f"heavy = lambda: [n for n in {HEAVY!r} if n in sys.modules];"
        "w._after_paint = lambda: (print('painted', heavy()), w.bridge.close(), sys.stdout.flush(), a.exit(0));"
        "w.show(); a.exec()"
    )
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, text=True, env=env, timeout=300, check=False
    )
    assert done.stdout.strip() == "painted []", done.stderr
