"""The total TA: one signed line closes what is left, and everything counts as settled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tablebook.domain.leftovers import leftovers
from tablebook.domain.ready_line import ReadyLine
from tablebook.jobs.agree import settle as record_total
from tablebook.ui.dialogs.reason import Ask, ReasonDialog

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.ui.ratify.stage import Ratify


def settle(stage: Ratify, line: ReadyLine) -> None:
    """Ask for the line as it was signed."""
    left = leftovers(stage.desk.state)
    ReasonDialog(
        stage.desk,
        "Total tentative agreement",
        "Nothing is open any more. One line, signed by both sides, closes the rest.",
        [
            Ask(
                "words",
                "The line as it was signed",
                "lines",
                value=left.line,
                needed="Type the line that was signed.",
            )
        ],
        "Record the total TA",
        _total,
        "badge-check",
        f"Counted: {left.counted}.",
        parent=stage.window(),
    ).open()


def _total(book: Book, words: str) -> Any:
    return record_total(book, words)
