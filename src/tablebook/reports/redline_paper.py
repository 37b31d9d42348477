"""One article marked, on paper: what a comparison found, with the legend on each page."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from tablebook.reports.legend import legend_of
from tablebook.reports.page import Cancelled, Paper, Progress, Shape, full_parties, print_paper, stop_if
from tablebook.reports.paragraph import text_strips
from tablebook.reports.passes import pass_stack
from tablebook.reports.pieces import facts, note, title_strips
from tablebook.reports.sheets import RedlineSheet


def write(
    sheet: RedlineSheet,
    target: Path | BinaryIO,
    page: str = "letter",
    colour: bool = True,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Print the redline to a PDF. The same sheet always gives the same bytes."""
    shape = Shape.named(page)
    width = shape.text_width
    paper = Paper(
        title=", ".join(part for part in (sheet.title, sheet.heading, "redline") if part),
        masthead=sheet.masthead,
        made=sheet.made,
        running=sheet.masthead.agreement,
        running_on=sheet.title,
        foot="",
        code=f"Text {sheet.fingerprint}",
        legend=legend_of(sheet.blocks, sheet.base),
    )
    strips = title_strips(sheet.title, "", sheet.heading, "", width, level=2)
    strips += facts([*full_parties(sheet.masthead, shape), ("Compared", sheet.compared)], width)
    strips += pass_stack(sheet.passes, width)
    stop_if(cancelled)
    strips += text_strips(sheet.blocks, width, shape.wide_width, level=3)
    for words in sheet.notes:
        strips += note(words, width)
    paper.strips = strips
    print_paper(paper, target, shape, colour, progress, cancelled)
