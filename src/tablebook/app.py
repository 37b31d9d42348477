"""The composition root: the only place that wires books, windows, clock and places together."""

from __future__ import annotations

import gc
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tablebook.clock import Clock, SystemClock
from tablebook.preferences import Preferences

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tablebook.ui.main_window import MainWindow


SETTLED_AFTER_MS = 2000


def main(argv: Sequence[str] = ()) -> int:
    """Open the window on the book named first, or on the first page; ends when the window is closed."""
    if reason := no_screen() or no_door_to_the_screen():
        print(reason, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return 2
    app = application()
    window = start(argv)
    window.show()
    return app.exec()


def no_screen() -> str:
    """Why no window can be shown here; "" where one can. Qt itself would end the process without a sentence."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return ""
    return "There is no screen here. The command line works without one: see tablebook --help."


def no_door_to_the_screen() -> str:
    """Which library is missing without which Qt opens no window on an X11 screen; "" where all are there.

    Qt would abort, with a page of its own words that does not name it. The door is opened here just as Qt opens it
    right after, so that looking costs no time.
    """
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    wayland = os.environ.get("WAYLAND_DISPLAY") and platform != "xcb"
    if not sys.platform.startswith("linux") or platform not in ("", "xcb") or wayland:
        return ""
    import ctypes

    from PySide6 import QtWidgets

    door = Path(QtWidgets.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if not door.is_file():  # another Qt than the one that comes with the program
        return ""
    try:
        ctypes.CDLL(str(door))
    except OSError as error:
        return lacks(str(error))
    return ""


def lacks(why: str) -> str:
    """The sentence about a library that the linker did not find, from the linker's own words; "" for anything else."""
    found = re.match(r"(lib[^/:\s]+)\.so\.(\d+)\S*: cannot open shared object file", why)
    if found is None:
        return ""
    name, version = found.groups()
    package = f"{name.lower()}{'-' if name[-1].isdigit() else ''}{version}"
    return (
        f"The window cannot open: the library {name}.so.{version} is missing. Install it (on Debian and Ubuntu the "
        f"package {package}), and see tablebook doctor for all that is missing."
    )


def start(argv: Sequence[str]) -> MainWindow:
    """The window of a person at this machine, about to be shown."""
    # All that is made until the first view stands is there to stay: looking for garbage among it only delays it.
    gc.disable()
    from tablebook.ui.first_frame import fill_small_screen

    preferences = Preferences()
    window = make_window(argv, preferences, SystemClock())
    if not preferences["window"]:  # where it stood the last time is kept
        fill_small_screen(window)
    window.painted.connect(lambda: _catch(window))
    window.painted.connect(lambda: _collect_later(window))
    return window


def application() -> QApplication:
    """The one Qt application, named for the desktop."""
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([sys.argv[0] if sys.argv else "tablebook"])
    assert isinstance(app, QApplication)
    QGuiApplication.setApplicationDisplayName("Tablebook")
    app.setApplicationName("Tablebook")
    QGuiApplication.setDesktopFileName("tablebook")
    return app


def make_window(argv: Sequence[str], preferences: Preferences, clock: Clock) -> MainWindow:
    """A window that paints its frame at once, and is dressed and filled right after."""
    from tablebook.ui.main_window import MainWindow

    window = MainWindow(preferences, clock)
    window.painted.connect(lambda: dress(preferences))
    window.start(Path(argv[0]) if argv else None)
    window.painted.connect(lambda: _watch(window))
    return window


def dress(preferences: Preferences) -> None:
    """Fonts, colours, sizes and style for the whole application."""
    from PySide6.QtWidgets import QApplication

    from tablebook.ui.theme import theme

    look = theme()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    look.set_scale(preferences["text_scale"])
    look.scheme = preferences["theme"]
    look.apply(app)


def _collect_later(window: MainWindow) -> None:
    """From then on look for garbage, but never among what the start, or the opening of a book, has made to stay."""
    from PySide6.QtCore import QTimer

    from tablebook.ui.garbage import Garbage

    def settled() -> None:
        gc.freeze()
        window.desk.opened.connect(gc.freeze)
        Garbage(window)

    QTimer.singleShot(SETTLED_AFTER_MS, window, settled)


def _catch(window: MainWindow) -> None:
    """From now on no exception ends the program unsaid."""
    from tablebook.ui.crash import install

    install(window)


def _watch(window: MainWindow) -> None:
    """The private key in every window, and what is saved when something fails."""
    from tablebook.ui.crash import guard
    from tablebook.ui.privacy import privacy

    privacy(window)
    guard(window)
