"""Leave the article by agreement to be settled elsewhere, or put it on the table again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from tablebook.jobs import hold as job
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.hold import BY
from tablebook.ui.dialogs.reason import Ask, ReasonDialog

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.ui.main_window import MainWindow


def show(window: MainWindow) -> None:
    """Open it on the chosen article."""
    defer_dialog(window.desk, window.desk.article, window).open()


def defer_dialog(desk: Desk, key: str, parent: QWidget | None = None) -> ReasonDialog:
    """Defer, or take up again what is deferred."""
    item = desk.state.items[key]
    by = Ask("by", "Agreed by", "one of", value="both parties", choices=BY)
    if item.deferred:
        return ReasonDialog(
            desk, f"Put {item.article.name} on the table again", f"It was deferred to {item.deferred}.",
            [Ask("reason", "What was said", hint="kept with the entry"), by],
            "Take it up again", partial(_take_up, key=key), "reply", parent=parent,
        )  # fmt: skip
    return ReasonDialog(
        desk, f"Defer {item.article.name}", "Left by agreement to be settled elsewhere.",
        [Ask("to", "Deferred to", needed="Say what settles it.", hint="a committee, an MOU, the next negotiation"),
         Ask("reason", "What was said", hint="kept with the entry"), by],
        "Defer the article", partial(_defer, key=key), "clock",
        "What is not agreed in it keeps its language of today, and it no longer stands in the way of the total TA.",
        parent,
    )  # fmt: skip


def _defer(book: Book, key: str, to: str, reason: str, by: str) -> Any:
    return job.defer(book, key, to, reason=reason, by=by)


def _take_up(book: Book, key: str, reason: str, by: str) -> Any:
    return job.resume(book, key, reason, by=by)
