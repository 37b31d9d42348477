"""The tally sheet: the question, the count by place to be filled in or as it was counted, and lines for the tellers."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from tablebook.reports import fonts
from tablebook.reports.page import Cancelled, Paper, Progress, Shape, full_parties, print_paper
from tablebook.reports.pieces import facts, head, note, prose, title_strips
from tablebook.reports.sheets import SignatureSide, Signed
from tablebook.reports.signatures import signed
from tablebook.reports.vote_sheets import TallySheet
from tablebook.reports.vote_table import vote_table


def write(
    sheet: TallySheet,
    target: Path | BinaryIO,
    page: str = "letter",
    colour: bool = True,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Print the tally sheet to a PDF. The same sheet always gives the same bytes."""
    shape = Shape.named(page)
    width = shape.text_width
    paper = Paper(
        title=sheet.title,
        masthead=sheet.masthead,
        made=sheet.made,
        running=sheet.masthead.agreement,
        running_on=sheet.title,
        foot="No ballot and no voter’s name belongs on this sheet",
        code=f"Record {sheet.fingerprint}",
    )
    strips = title_strips(sheet.title, "", "", "", width)
    strips += prose(sheet.question, width, fonts.SERIF, 13, 18, 4, "black")
    strips += facts((*full_parties(sheet.masthead, shape), *((one.label, one.value) for one in sheet.facts)), width)
    strips += head("The count", width, space=16)
    strips += vote_table(sheet.table, width)
    for index, line in enumerate(sheet.notes):
        strips += note(line, width, 8 if index == 0 else 2)
    names = sheet.tellers or ("", "")
    half = -(-len(names) // 2)
    sides = (
        SignatureSide("", "Tellers", tuple(Signed("", name) if not name else Signed(name) for name in names[:half])),
        SignatureSide("", "", tuple(Signed(name) for name in names[half:])),
    )
    paper.strips = signed(strips, sides, width)
    print_paper(paper, target, shape, colour, progress, cancelled)
