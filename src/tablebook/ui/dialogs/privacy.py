"""Private on and off: see ui/privacy.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tablebook.ui.privacy import privacy

if TYPE_CHECKING:
    from tablebook.ui.main_window import MainWindow


def show(window: MainWindow) -> object:
    """Hide everything private at once; the same key shows it again."""
    covers = privacy(window)
    covers.toggle()
    return covers
