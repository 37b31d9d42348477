"""Record a no to an offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tablebook.ui.dialogs.withdraw import offers, reject_dialog

if TYPE_CHECKING:
    from tablebook.ui.main_window import MainWindow


def show(window: MainWindow) -> None:
    """Open it on the chosen article, or say that no offer stands there."""
    desk = window.desk
    if not offers(desk.state, desk.article):
        window.say("No offer stands on this article.", "info")
        return
    reject_dialog(desk, desk.article, window).open()
