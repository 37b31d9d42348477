"""Where the receive screen leads: back to the table, to a line begun on the note line, to another article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tablebook.ui.dialogs.receive import ReceiveScreen
    from tablebook.ui.main_window import MainWindow


def leave(window: MainWindow, screen: ReceiveScreen) -> None:
    """Done with it, recorded or not."""
    screen.wait()
    window.workspace.stack.removeWidget(screen)
    screen.deleteLater()
    window.go_stage(window.workspace.stage)
    window.negotiate.focus_entry()


def begin_note(window: MainWindow, line: str) -> None:
    """Back to the table with a line begun; F6 returns to the paper as it was left."""
    window.go_stage("negotiate")
    window.negotiate.begin_line(line)


def open_article(window: MainWindow, key: str) -> None:
    """Look at another article; the paper stays as it was left, and is found again from its own."""
    window.go_stage("negotiate")
    window.desk.choose(key)
