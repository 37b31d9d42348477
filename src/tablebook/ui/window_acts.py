"""What the window does with itself: text size, colours, full screen, the sheet of keys, the session's two dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import Qt

from tablebook.ui import dialogs
from tablebook.ui.theme import theme

if TYPE_CHECKING:
    from tablebook.ui.main_window import MainWindow


@runtime_checkable
class Steps(Protocol):
    """A page of the window with something to go through by F3."""

    def step_change(self, by: int) -> None:
        """Go on, or back."""


def larger(window: MainWindow) -> None:
    """One step up the ladder of sizes; kept for the next start."""
    _scale(window, 1)


def smaller(window: MainWindow) -> None:
    """One step down."""
    _scale(window, -1)


def usual(window: MainWindow) -> None:
    """Back to 100 %."""
    _scale(window, 0)


def _scale(window: MainWindow, steps: int) -> None:
    theme().step_scale(steps)
    window.preferences["text_scale"] = theme().scale


def toggle_dark(window: MainWindow) -> None:
    """Light or dark, whatever the system says."""
    theme().set_scheme("light" if theme().dark else "dark")
    window.preferences["theme"] = theme().scheme


def toggle_full_screen(window: MainWindow) -> None:
    """Full screen and back."""
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


def show_keys(window: MainWindow) -> None:
    """The sheet of keys, with the legend on top for windows too narrow to show it always."""
    dialogs.show(window, "keys")


def next_change(window: MainWindow) -> None:
    """The next change or finding of what is shown."""
    _step(window, 1)


def previous_change(window: MainWindow) -> None:
    """The change or finding before."""
    _step(window, -1)


def _step(window: MainWindow, by: int) -> None:
    page = window.workspace.stack.currentWidget()
    (page if isinstance(page, Steps) else window.negotiate).step_change(by)


def correct_entry(window: MainWindow) -> None:
    """Correct the entry that the history shows, or the last that was recorded."""
    view = window.negotiate.article.current if window.negotiate.article.view == "history" else None
    if view is not None and hasattr(view, "detail"):
        view.detail.ask_correction()
    else:
        dialogs.show(window, "correct")


def toggle_session(window: MainWindow) -> None:
    """Begin a session, or close the one that is open."""
    dialogs.show(window, "close_session" if window.desk.state.open_session is not None else "open_session")
