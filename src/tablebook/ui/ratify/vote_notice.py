"""Record that those who may vote were told of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from tablebook.domain.packets import members_vote_of
from tablebook.domain.ready_line import ReadyLine
from tablebook.errors import UserError
from tablebook.jobs.ratify.vote import give_notice
from tablebook.ui.dialogs.open_session_times import date_of, day_words
from tablebook.ui.dialogs.reason import Ask, ReasonDialog

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.ui.ratify.stage import Ratify


def settle(stage: Ratify, line: ReadyLine) -> None:
    """Ask for the day and the way."""
    vote, today = members_vote_of(stage.desk.state), stage.desk.now().date()
    ReasonDialog(
        stage.desk,
        f"Notice of {vote}",
        line.sentence,
        [
            Ask("day", "Given on", value=day_words(today), needed="Type the day."),
            Ask("how", "How", hint="mailed and posted, read at the meeting"),
            Ask("by", "Given by", "who", party=stage.desk.state.we),
        ],
        "Record the notice",
        partial(_given, vote=vote),
        "megaphone",
        parent=stage.window(),
    ).open()


def _given(book: Book, vote: str, day: str, how: str, by: str) -> Any:
    when = date_of(day, book.clock.now().date())
    if when is None:
        raise UserError(f"“{day}” is no date.", "The record keeps the day.", "Type it as 19 Apr 2027.")
    return give_notice(book, vote, when.isoformat(), how=how, by=by)
