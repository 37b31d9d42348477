"""Certify the count: the result is worked out by the rule, and whoever certifies it is named."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from tablebook.domain.vote_count import count, result, tallies
from tablebook.jobs.ratify.count import certify
from tablebook.ui.dialogs.reason import Ask, ReasonDialog
from tablebook.ui.ratify.vote_steps import shown_vote

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.ui.ratify.stage import Ratify


def show(stage: Ratify) -> None:
    """Show what the count decides, and by which rule."""
    state = stage.desk.state
    vote = shown_vote(state)
    if vote is None or not tallies(vote):
        stage.desk.say("Nothing is counted yet.", "info")
        return
    decided = result(vote.body, count(vote))
    ReasonDialog(
        stage.desk,
        f"Certify: {vote.body.vote}",
        decided.rule,
        [
            Ask("by", "Certified by", "nobody yet", needed="Name who certifies it.", party=state.we),
            Ask("note", "Note", "lines"),
        ],
        "Certify the count",
        partial(_certify, vote=vote.body.vote),
        "signature",
        told="After this only a correction with its reason can change the count.",
        parent=stage.window(),
    ).open()


def _certify(book: Book, vote: str, by: str, note: str) -> Any:
    return certify(book, vote, by, note=note)
