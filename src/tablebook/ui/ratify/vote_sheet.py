"""The papers of the vote in the print dialog: tally sheets to fill in, and the record with its certificate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tablebook.jobs.sheets.vote import tally_sheet, vote_record_sheet
from tablebook.ui.dialogs.print_choice import SHARED, PaperChoice
from tablebook.ui.dialogs.print_out import safe_name
from tablebook.ui.dialogs.print_paper import PrintDialog
from tablebook.ui.ratify.vote_steps import shown_vote

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify


def show(stage: Ratify) -> None:
    """The tally sheet first while nothing is certified, then the record."""
    desk = stage.desk

    def there(fingerprint: Any) -> None:
        state, now = desk.state, desk.now()
        vote = shown_vote(state)
        if vote is None:
            desk.say("No vote is set up yet.", "info")
            return
        tally = PaperChoice(
            "tally",
            f"Tally sheet, {vote.body.vote}",
            safe_name(f"{vote.body.vote} tally sheet"),
            SHARED,
            lambda: tally_sheet(state, vote, now, fingerprint),
        )
        whole = PaperChoice(
            "vote-record",
            "Vote record and certificate",
            safe_name("Vote record"),
            SHARED,
            lambda: vote_record_sheet(state, now, fingerprint),
        )
        papers = [tally, whole] if not vote.decided else [whole, tally]
        PrintDialog(desk, papers, parent=stage.window()).open()

    desk.bridge.run(lambda book: book.fingerprint, then=there)
