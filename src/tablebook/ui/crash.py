"""When the program fails: what was typed is saved first, then a report is written, then a person is asked how to go on.

The report holds the place in the program and no word of the book: not even the sentence of the fault, which may quote
what was typed. It stays on this computer.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, qVersion

from tablebook import paths
from tablebook.domain.dataclass import dataclass
from tablebook.ui.aside import in_window

if TYPE_CHECKING:
    from tablebook.ui.main_window import MainWindow

BEAT_MS = 5000
"""How often a running program notes that it is there, so that the next start knows when it stopped."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """A program that ended without closing its book: which book, and when it was last there."""

    book: Path
    seen: datetime
    report: str = ""


def report_of(fault: BaseException, now: datetime) -> str:
    """Where in the program it happened, and on what system; no word of the book."""
    from tablebook import __version__

    lines = [
        f"Tablebook {__version__}, {now:%Y-%m-%d %H:%M:%S}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()}",
        f"Fault: {type(fault).__name__}",
    ]
    seen: set[int] = set()
    one: BaseException | None = fault
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        lines.append(f"In {type(one).__name__}, the innermost last:")
        for frame in traceback.extract_tb(one.__traceback__):
            lines.append(f"  {_place(frame.filename)}:{frame.lineno} {frame.name}")
        one = one.__cause__ or one.__context__
    return "\n".join(lines) + "\n"


def _place(filename: str) -> str:
    """A file inside the program by its own path; any other by its name, which may lie in a person's folder."""
    parts = Path(filename).parts
    return "/".join(parts[parts.index("tablebook") :]) if "tablebook" in parts else Path(filename).name


class Guard(QObject):
    """Watches one window. `fault` may be called from any thread; all that follows happens in the window's."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.folder = paths.rescue_folder()
        self.marker = self.folder / f"running-{os.getpid()}-{id(window):x}.json"
        self.faults = 0
        self._busy = False
        window.bridge.crashed.connect(self.fault)
        window.desk.opened.connect(self._opened)
        window.bridge.left.connect(self.end)
        window.destroyed.connect(lambda _=None, marker=self.marker: marker.unlink(missing_ok=True))
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.end)
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self.beat)

    # A fault

    def fault(self, fault: BaseException) -> None:
        """Something failed that should not have."""
        in_window(self._handle, fault)

    def _handle(self, fault: BaseException) -> None:
        if self._busy:  # a fault while a fault is told: the first one is what matters
            return
        self._busy = True
        self.faults += 1
        try:
            saved = _tried(self._save)
            report = _tried(lambda: self._write(fault))
            _tried(lambda: self._tell(fault, bool(saved), report if isinstance(report, Path) else None))
        finally:
            self._busy = False

    def _save(self) -> bool:
        """What is half typed goes to the book's thread at once."""
        stages = self.window.workspace.stages
        if "negotiate" in stages:
            stages["negotiate"].save_now()  # type: ignore[attr-defined]
        return True

    def _write(self, fault: BaseException) -> Path:
        now = self.window.desk.now()
        self.folder.mkdir(parents=True, exist_ok=True)
        target = self.folder / f"fault-{now:%Y%m%d-%H%M%S}-{self.faults}.txt"
        target.write_text(report_of(fault, now), "utf-8")
        return target

    def _tell(self, fault: BaseException, saved: bool, report: Path | None) -> bool:
        from tablebook.ui.dialogs.crashed import show_fault

        show_fault(self.window, type(fault).__name__, saved, report)
        return True

    # The mark of a running program

    def _opened(self) -> None:
        self.beat()
        self._beat.start()
        facts = self.window.bridge.facts
        if facts is None or not self.window.desk.writable:  # whoever writes in it may well be there
            return
        here = left_behind(self.folder, facts.path, self.marker)
        if not here:
            return
        from tablebook.ui.dialogs.crashed import show_back

        show_back(self.window, max(here, key=lambda one: one.seen))  # it may have stopped twice: one is told, and noted

    def beat(self) -> None:
        """Note that the program is there. A folder that cannot be written to costs only this note."""
        facts = self.window.bridge.facts
        if facts is None:
            self.end()
            return
        told = {"book": str(facts.path), "seen": self.window.desk.now().isoformat()}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.marker.write_text(json.dumps(told), "utf-8")
        except OSError:
            self._beat.stop()

    def end(self) -> None:
        """The book was closed in good order."""
        self._beat.stop()
        self.marker.unlink(missing_ok=True)


def _tried(step: Callable[[], object]) -> object:
    """One step of the rescue; it failing must not stop the next. What failed is printed."""
    try:
        return step()
    except Exception:  # noqa: BLE001 - nothing may stop the rescue of what was typed
        traceback.print_exc()
        return None


def left_behind(folder: Path, book: Path, own: Path) -> tuple[Stopped, ...]:
    """The marks that programs left which had this book, each read once. Only the one that may write in the book asks,
    so none of them is there any more; a number of a process would not tell, since another one may bear it by now."""
    found = []
    for marker in sorted(folder.glob("running-*.json")) if folder.is_dir() else ():
        if marker == own:
            continue
        try:
            told = json.loads(marker.read_text("utf-8"))
            if Path(told["book"]) != book:
                continue
            found.append(Stopped(book, datetime.fromisoformat(told["seen"])))
        except (OSError, ValueError, KeyError, TypeError):
            pass  # half written when the power went: there is nothing to learn from it
        marker.unlink(missing_ok=True)
    return tuple(found)


def guard(window: MainWindow) -> Guard:
    """Watch a window, once."""
    made = getattr(window, "crash_guard", None)
    if made is None:
        made = window.crash_guard = Guard(window)  # type: ignore[attr-defined]
    assert isinstance(made, Guard)
    return made


def install(window: MainWindow) -> Guard:
    """Take every exception that nobody caught, in any thread."""
    watch = guard(window)

    def caught(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, fault, trace)
            return
        traceback.print_exception(kind, fault, trace)
        watch.fault(fault)

    def caught_in_thread(told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None and issubclass(told.exc_type, Exception):
            traceback.print_exception(told.exc_type, told.exc_value, told.exc_traceback)
            watch.fault(told.exc_value)

    sys.excepthook = caught
    threading.excepthook = caught_in_thread
    return watch
