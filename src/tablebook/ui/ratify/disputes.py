"""Both sides say other words were agreed: what each says, kept until it is settled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tablebook.domain.language import agreements_in_force
from tablebook.jobs.ratify.texts import dispute
from tablebook.ui.dialogs.reason import Ask, ReasonDialog

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.ui.ratify.stage import Ratify


def show(stage: Ratify) -> None:
    """Ask for both sides' words; the TA of the chosen row first."""
    state = stage.desk.state
    labels = {}
    for one in agreements_in_force(state):
        names = ", ".join(dict.fromkeys(state.named_unit(text.accepted.article) for text in one.body.texts))
        labels[one.body.label] = f"{one.body.label}, {names}"
    if not labels:
        stage.desk.say("No TA is in force.", "info")
        return
    chosen = stage.traced.agreement
    ReasonDialog(
        stage.desk,
        "The words of a TA are disputed",
        "The signed paper stays as it is. The vote waits until both sides have settled it.",
        [
            Ask(
                "ta",
                "TA",
                "one of",
                value=chosen if chosen in labels else next(iter(labels)),
                choices=tuple(labels.items()),
            ),
            Ask("place", "Section", hint="12.3; empty for the whole"),
            Ask("ours", "What we say was agreed", "lines", needed="Type what we say was agreed."),
            Ask("theirs", "What they say was agreed", "lines", needed="Type what they say was agreed."),
            Ask("by", "Recorded by", "who", party=state.we),
        ],
        "Record the dispute",
        _disputed,
        "circle-alert",
        parent=stage.window(),
    ).open()


def _disputed(book: Book, ta: str, place: str, ours: str, theirs: str, by: str) -> Any:
    return dispute(book, ta, ours, theirs, place=place, by=by)
