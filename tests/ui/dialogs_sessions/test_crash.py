"""A fault saves what was typed and tells no word of the book; after a hard stop the next start says what is whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tablebook import paths
from tablebook.ui.crash import guard, left_behind
from tablebook.ui.kit.dialog import DialogShell


def _dialog(window: Any, name: str) -> DialogShell:
    found = window.findChild(DialogShell, name)
    assert found is not None
    assert found.isVisible()
    return found


def test_a_fault_saves_the_half_typed_line_and_reports_without_a_word(qtbot: QtBot, open_at: Any) -> None:
    window = open_at()
    watch = guard(window)
    window.negotiate.focus_entry()
    qtbot.keyClicks(QApplication.focusWidget(), "q: Stipend per semester")

    def fail(book: Any) -> None:
        raise RuntimeError("Kessler said twenty-two")

    window.bridge.run(fail)
    qtbot.waitUntil(lambda: watch.faults == 1)
    qtbot.waitUntil(lambda: window.findChild(DialogShell, "fault") is not None)
    dialog = _dialog(window, "fault")
    reports = list(paths.rescue_folder().glob("fault-*.txt"))
    text = reports[0].read_text("utf-8")
    assert "RuntimeError" in text
    assert "test_crash.py" in text
    assert not any(word in text for word in ("Kessler", "twenty", "Stipend", "Lakeview", str(Path.home())))
    kept: list[str] = []
    window.bridge.run(lambda book: book.plan.note_line().text, then=kept.append)
    qtbot.waitUntil(lambda: bool(kept))
    assert kept == ["q: Stipend per semester"]
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()


def test_a_step_of_the_rescue_that_fails_does_not_stop_the_next(
    qtbot: QtBot, open_at: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    window = open_at()
    watch = guard(window)

    def broken() -> bool:
        raise OSError("no")

    monkeypatch.setattr(watch, "_save", broken)
    watch.fault(RuntimeError("x"))
    qtbot.waitUntil(lambda: window.findChild(DialogShell, "fault") is not None)
    dialog = _dialog(window, "fault")
    assert list(paths.rescue_folder().glob("fault-*.txt"))
    assert "could not be saved" in " ".join(label.text() for label in dialog.findChildren(type(dialog.title)))
    dialog.close()


def test_the_next_start_says_what_is_whole_and_notes_the_gap(qtbot: QtBot, open_at: Any, tmp_path: Path) -> None:
    folder = paths.rescue_folder()
    folder.mkdir(parents=True)
    seen = "2027-03-09T14:01:22-06:00"
    gone = {"book": str(tmp_path / "Lakeview.tablebook"), "seen": seen}
    (folder / "running-1.json").write_text(json.dumps(gone), "utf-8")
    (folder / "running-2.json").write_text("{half", "utf-8")
    before_that = {**gone, "seen": "2027-03-09T13:50:00-06:00"}
    elsewhere = {**gone, "book": str(tmp_path / "Another.tablebook")}
    (folder / "running-4.json").write_text(json.dumps(elsewhere), "utf-8")
    (folder / "running-3.json").write_text(json.dumps(before_that), "utf-8")

    window = open_at()
    watch = guard(window)
    watch._opened()
    # It stopped twice, and the last time is told; of the other book there is nothing to say here.
    assert sorted(path.name for path in folder.glob("running-*")) == sorted([watch.marker.name, "running-4.json"])
    dialog = _dialog(window, "back")
    qtbot.waitUntil(lambda: "Record verified" in dialog.line.label.text())
    assert "38 seconds" in dialog.subtitle.text()
    before = len(window.desk.state.entries)
    with qtbot.waitSignal(window.desk.changed):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(window.desk.state.entries) == before + 1
    said = [getattr(entry.body, "text", "") for entry in window.desk.state.entries.values()]
    assert "Program restarted, 14:01:22 to 14:02:00. Nothing was said in this time." in said


def test_a_book_closed_in_good_order_leaves_no_mark(qtbot: QtBot, open_at: Any) -> None:
    window = open_at()
    watch = guard(window)
    watch.beat()
    assert watch.marker.exists()
    assert left_behind(paths.rescue_folder(), window.bridge.facts.path, watch.marker) == ()
    assert watch.marker.exists()
    watch.end()
    assert not list(paths.rescue_folder().glob("running-*"))
