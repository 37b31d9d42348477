"""The sheet of the total TA: the one line that closes the rest, counted, for both sides to sign."""

from __future__ import annotations

from datetime import datetime

from tablebook.domain.codes import Party
from tablebook.domain.language import agreements_in_force
from tablebook.domain.leftovers import leftovers
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.phrases import listed
from tablebook.domain.positions import unresolved
from tablebook.domain.text import fingerprint, paragraph, short_code
from tablebook.jobs.agree import SUBJECT_TO
from tablebook.jobs.sheets.agreement import left_count, signature_side, subject_to
from tablebook.jobs.sheets.closing import leftovers_line
from tablebook.jobs.sheets.wording import clock, day, masthead
from tablebook.reports.sheets import TaSheet


def total_ta_sheet(state: Negotiation, made: datetime) -> TaSheet:
    """To sign, or as it was recorded: when it was reached and who signed the line. It says what is still open, so that
    nobody signs it too early unawares."""
    settled = state.settled
    line = leftovers_line(state) if settled else leftovers(state).line
    closing = state.agreements.get(settled.agreement) if settled else None
    signed = closing.signatures if closing else settled.signatures if settled else ()
    reached = next((one.at for one in state.entries.values() if one.body is settled), None) if settled else None
    held = len(agreements_in_force(state))
    still = [state.named_unit(key) for key in unresolved(state, made)]
    return TaSheet(
        masthead=masthead(state),
        label=f"With {held} TA{'' if held == 1 else 's'}",
        texts=(),
        signatures=tuple(signature_side(state, signed, party) for party in (Party.UNION, Party.EMPLOYER)),
        made=made,
        fingerprint=short_code(fingerprint([paragraph(line)])),
        title="Total Tentative Agreement",
        subject_to=subject_to(state, SUBJECT_TO),
        leftovers=line or "Every article is settled by the TAs signed to this date.",
        left_count=left_count(state),
        notice=f"Still open: {listed(still)}." if still else "",
        session=f"{day(reached)}, {clock(reached)}" if reached else day(made),
    )
