"""Reopen a TA with its reason; the TA and its reopening both stay in the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from tablebook.domain.language import agreements_in_force
from tablebook.jobs import agree as job
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.reason import Ask, ReasonDialog

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.ui.main_window import MainWindow


def show(window: MainWindow) -> None:
    """Open it on the chosen article, or say that no TA is in force there."""
    desk = window.desk
    if not agreements_in_force(desk.state, desk.article):
        window.say("No TA is in force on this article.", "info")
        return
    reopen_dialog(desk, desk.article, window).open()


def reopen_dialog(desk: Desk, key: str, parent: QWidget | None = None) -> ReasonDialog:
    """Which TA, at which sections, who asked, who agreed, and why."""
    state = desk.state
    found = tuple((one.body.label, one.body.label) for one in reversed(agreements_in_force(state, key)))
    asks = [
        Ask("label", "TA", "one of", choices=found),
        Ask("places", "Sections", hint="none named: all of it"),
        Ask("asked_by", "Asked by", "who", party=state.we),
        Ask("agreed_by", "Agreed by", "who", party=state.them),
        Ask("reason", "Reason", needed="Say why; it is kept with the TA.", hint="kept with the TA"),
        Ask("words", "The words said", "lines"),
    ]
    return ReasonDialog(desk, f"Reopen a TA, {state.items[key].article.name}",
                        "Both stay in the record: the TA as it was signed, and that it was reopened.", asks,
                        "Reopen the TA", _reopen, "lock-open", parent=parent)  # fmt: skip


def _reopen(book: Book, label: str, places: str, asked_by: str, agreed_by: str, reason: str, words: str) -> Any:
    named = tuple(part.strip() for part in places.replace(" and ", ",").split(",") if part.strip())
    return job.reopen(book, label, reason, places=named, asked_by=asked_by, agreed_by=agreed_by, words=words)
