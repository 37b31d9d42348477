"""The papers of the vote in the print dialog: tally sheets to fill in, and the record with its certificate."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from tablebook.domain.codes import Ratifier
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.ratification import Vote
from tablebook.jobs.sheets.vote import tally_sheet, vote_record_sheet
from tablebook.ui.dialogs.print_choice import SHARED, PaperChoice
from tablebook.ui.dialogs.print_out import safe_name
from tablebook.ui.dialogs.print_paper import PrintDialog
from tablebook.ui.ratify.vote_steps import shown_vote

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify


def show(stage: Ratify) -> None:
    """The tally sheet first while nothing is certified, else the record; then the sheets of the votes before it."""
    desk = stage.desk

    def there(fingerprint: Any) -> None:
        state, now = desk.state, desk.now()
        votes = [
            one for one in reversed(list(state.ratification.votes.values())) if one.body.body is not Ratifier.BOARD
        ]
        shown = shown_vote(state)
        if not state.ratification.votes:
            desk.say("No vote is set up yet.", "info")
            return
        whole = PaperChoice(
            "vote-record",
            "Vote record and certificate",
            safe_name("Vote record"),
            SHARED,
            lambda: vote_record_sheet(state, now, fingerprint),
        )
        first = [shown] if shown is not None else []
        tallies = [_tally(state, vote, now, fingerprint) for vote in (*first, *(one for one in votes if one != shown))]
        at = 1 if shown is not None and not shown.decided else 0
        PrintDialog(desk, [*tallies[:at], whole, *tallies[at:]], parent=stage.window()).open()

    desk.bridge.run(lambda book: book.fingerprint, then=there)


def _tally(state: Negotiation, vote: Vote, now: datetime, fingerprint: str) -> PaperChoice:
    name = vote.body.vote
    return PaperChoice(
        f"tally {name}",
        f"Tally sheet, {name}",
        safe_name(f"{name} tally sheet"),
        SHARED,
        lambda: tally_sheet(state, vote, now, fingerprint),
    )
