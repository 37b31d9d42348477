"""Correct an entry by an addendum with its author and reason; the entry itself stays as it was."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from tablebook.domain.record import BookMade, Corrected, NoteTaken
from tablebook.domain.values import EntryId
from tablebook.jobs import correct as job
from tablebook.ui import words
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.reason import Ask, ReasonDialog

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.ui.main_window import MainWindow


def show(window: MainWindow, entry: str = "") -> None:
    """Open it on an entry; without one, on the last that can be corrected."""
    found = EntryId(entry) if entry else last_entry(window.desk)
    if found is None:
        window.say("There is no entry to correct.", "info")
        return
    correct_dialog(window.desk, found, window).open()


def last_entry(desk: Desk) -> EntryId | None:
    """The last entry that tells of something said or done."""
    told = reversed(desk.state.entries.values())
    return next(
        (one.id for one in told if one.body is not None and not isinstance(one.body, BookMade | Corrected)), None
    )


def correct_dialog(desk: Desk, entry: EntryId, parent: QWidget | None = None) -> ReasonDialog:
    """What it says, what it should say, who corrects it and why."""
    state = desk.state
    body = state.entries[entry].body
    was = body.text if isinstance(body, NoteTaken) else ""
    session = state.sessions.get(state.session_of.get(entry) or 0)
    author = desk.preferences["author"] or (session.body.note_taker if session else "")
    when = words.moment(state.entries[entry].at, desk.now().date())
    asks = [
        Ask("text", "It should say", "lines", needed="Say what it should say.", value=was),
        Ask("reason", "Reason", needed="Give the reason; it is kept.", hint="kept with the correction"),
        Ask("author", "Corrected by", "who", party=state.we, needed="Say who corrects it.", value=author),
    ]
    subtitle = f"Recorded {when}. It stays as it was; the correction stands below it."
    return ReasonDialog(desk, f"Correct entry {state.number(entry)}", subtitle, asks, "Add the correction",
                        partial(_correct, target=entry, replaces=was), "pencil", parent=parent)  # fmt: skip


def _correct(book: Book, target: EntryId, replaces: str, text: str, reason: str, author: str) -> Any:
    return job.correct(book, target, author=author, reason=reason, text=text, replaces=replaces)
