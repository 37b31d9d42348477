"""Print a paper to a PDF file: the same function for the window's Save and Print and for the command line."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from tablebook.reports import minutes, proposal, redline_paper, ta_sheet, ta_summary, tally_sheet, vote_record
from tablebook.reports.sheets import (
    JointMinutesSheet,
    MinutesSheet,
    ProposalSheet,
    RedlineSheet,
    Sheet,
    TaSheet,
    TaSummarySheet,
)
from tablebook.reports.vote_sheets import TallySheet, VoteRecordSheet, VoteSheet

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

_WRITERS: dict[type, Callable[..., None]] = {
    ProposalSheet: proposal.write,
    TaSheet: ta_sheet.write,
    TaSummarySheet: ta_summary.write,
    MinutesSheet: minutes.write,
    JointMinutesSheet: minutes.write,
    RedlineSheet: redline_paper.write,
    TallySheet: tally_sheet.write,
    VoteRecordSheet: vote_record.write,
}


def print_paper(
    sheet: Sheet | VoteSheet,
    target: Path | BinaryIO,
    *,
    page: str = "letter",
    colour: bool = True,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Write the paper of a sheet. The file is there whole or not at all."""
    options: dict[str, Any] = {"page": page, "colour": colour, "progress": progress, "cancelled": cancelled}
    _WRITERS[type(sheet)](sheet, target, **options)


def paper_bytes(
    sheet: Sheet | VoteSheet, *, page: str = "letter", colour: bool = True, cancelled: Cancelled | None = None
) -> bytes:
    """The paper of a sheet as PDF bytes, for the preview and the printer."""
    buffer = io.BytesIO()
    print_paper(sheet, buffer, page=page, colour=colour, cancelled=cancelled)
    return buffer.getvalue()
