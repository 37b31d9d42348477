"""A blank, an "[ok]" or a note left in a signed text: what both sides say should stand there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from tablebook.domain.ready_line import ReadyLine
from tablebook.jobs.ratify.texts import answer_blank
from tablebook.ui.dialogs.reason import Ask, ReasonDialog

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.ui.ratify.stage import Ratify

_TYPE = "Type the words that take its place, or leave it out."
REPLACE, LEAVE_OUT, KEEP = "replace", "leave out", "keep"


def settle(stage: Ratify, line: ReadyLine) -> None:
    """Ask what becomes of the words."""
    state = stage.desk.state
    ReasonDialog(
        stage.desk,
        f"“{line.old}” in {line.agreement}",
        line.sentence,
        [
            Ask(
                "how",
                "What becomes of it",
                "one of",
                value=REPLACE,
                choices=((REPLACE, "Other words take its place"), (LEAVE_OUT, "It is left out"), (KEEP, "It stays")),
            ),
            Ask("words", "The words that take its place", needed=_TYPE, only=("how", REPLACE)),
            Ask("by", "Answered by", "who", party=state.we),
            Ask("with_them", "Agreed with", "who", party=state.them),
        ],
        "Answer it",
        partial(_answered, line=line),
        "check",
        told="The signed text stays as it is; the answer goes into the agreement.",
        parent=stage.window(),
    ).open()


def _answered(book: Book, line: ReadyLine, how: str, words: str, by: str, with_them: str) -> Any:
    becomes = {LEAVE_OUT: "", KEEP: line.old}.get(how, words)
    return answer_blank(
        book,
        line.agreement,
        line.article,
        line.old,
        becomes,
        place=line.place,
        nth=line.nth,
        by=by,
        with_them=with_them,
    )
