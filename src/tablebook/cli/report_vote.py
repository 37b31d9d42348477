"""tablebook report tally-sheet and vote-record: the papers of a vote."""

from __future__ import annotations

from pathlib import Path

from tablebook.cli import answer
from tablebook.errors import UserError


def report_vote(book: Path, out: Path, *, tally: bool, vote: str, page: str, colour: bool) -> int:
    """Print the tally sheet of a vote (the latest where none is named), or the whole record of ratification."""
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.print_paper import print_paper
    from tablebook.jobs.ratify.vote import find_vote
    from tablebook.jobs.sheets.vote import tally_sheet, vote_record_sheet

    if out.suffix.lower() != ".pdf":
        raise UserError(f"“{out.name}” is no name of such a paper.", "It is printed as PDF.", "End it in .pdf.")
    with open_book(book, read_only=True) as opened:
        state, now, code = opened.negotiation, opened.clock.now(), opened.fingerprint
        sheet = tally_sheet(state, find_vote(state, vote), now, code) if tally else vote_record_sheet(state, now, code)
    print_paper(sheet, out, page=page, colour=colour, progress=answer.progress("Page"))
    answer.say(str(out))
    return 0
