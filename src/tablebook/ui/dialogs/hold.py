"""Hold the article to come back to it, or take it off hold, with what was said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from tablebook.jobs import hold as job
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.reason import Ask, ReasonDialog

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.ui.main_window import MainWindow

BY = (("both parties", "Both parties"), ("union", "The union asked"), ("employer", "The employer asked"))


def show(window: MainWindow) -> None:
    """Open it on the chosen article."""
    hold_dialog(window.desk, window.desk.article, window).open()


def hold_dialog(desk: Desk, key: str, parent: QWidget | None = None) -> ReasonDialog:
    """Hold, or resume where it is held."""
    item = desk.state.items[key]
    held = item.held is not None
    by = Ask("by", "Agreed by", "one of", value="both parties", choices=BY)
    if held:
        return ReasonDialog(
            desk, f"Take {item.article.name} off hold", f"Held because: {item.held_reason}" if item.held_reason else "",
            [Ask("reason", "What was said", hint="kept with the entry"), by],
            "Take it off hold", partial(_resume, key=key, places=item.held or ()), "reply", parent=parent,
        )  # fmt: skip
    return ReasonDialog(
        desk, f"Hold {item.article.name}", "Set aside by agreement, to come back to. It stays unresolved.",
        [Ask("reason", "Why, and until when", needed="Say why it is held.", hint="kept with the entry"),
         Ask("places", "Sections", hint="none named: the whole article"), by],
        "Hold the article", partial(_hold, key=key), "circle-pause", parent=parent,
    )  # fmt: skip


def _hold(book: Book, key: str, reason: str, places: str, by: str) -> Any:
    named = tuple(part.strip() for part in places.replace(" and ", ",").split(",") if part.strip())
    return job.hold(book, key, reason, places=named, by=by)


def _resume(book: Book, key: str, places: tuple[str, ...], reason: str, by: str) -> Any:
    return job.resume(book, key, reason, places=places, by=by)
