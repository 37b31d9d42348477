"""The record of ratification on paper: each vote with its count and certificate, the board's roll call, the signing."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from tablebook.reports import fonts
from tablebook.reports.flow import Strip, keep_together
from tablebook.reports.page import Cancelled, Paper, Progress, Shape, full_parties, print_paper, stop_if
from tablebook.reports.pieces import facts, head, note, prose, rule, title_strips
from tablebook.reports.signatures import signed
from tablebook.reports.vote_sheets import VoteRecord, VoteRecordSheet
from tablebook.reports.vote_table import vote_table


def write(
    sheet: VoteRecordSheet,
    target: Path | BinaryIO,
    page: str = "letter",
    colour: bool = True,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Print the record to a PDF. The same sheet always gives the same bytes."""
    shape = Shape.named(page)
    width = shape.text_width
    roll_call = any("Roll call" in vote.table.heads for vote in sheet.votes)
    paper = Paper(
        title=sheet.title,
        masthead=sheet.masthead,
        made=sheet.made,
        running=sheet.masthead.agreement,
        running_on=sheet.title,
        foot=f"Counts only: no ballot and no voter’s name is kept{_ROLL_CALL if roll_call else ''}",
        code=f"Record {sheet.fingerprint}",
    )
    strips = title_strips(sheet.title, "", "", "", width)
    strips += facts((*full_parties(sheet.masthead, shape), *((one.label, one.value) for one in sheet.facts)), width)
    strips += prose(sheet.leftovers, width, fonts.SERIF, 10.5, 14.5, 8)
    for vote in sheet.votes:
        stop_if(cancelled)
        strips += _vote(vote, width)
    if not sheet.votes:
        strips += prose("No vote is set up yet.", width, fonts.SERIF, 10.5, 14.5, 10)
    if sheet.executed:
        strips += _opening("Executed", width)
        strips += prose(sheet.executed, width, fonts.SERIF, 11, 15.5, 4)
    paper.strips = signed(strips, sheet.signatures, width) if sheet.executed else strips
    print_paper(paper, target, shape, colour, progress, cancelled)


_ROLL_CALL = "; a board votes by roll call"


def _opening(title: str, width: float) -> list[Strip]:
    line = rule(width, 0.5, 20, 0)
    line.keep = True
    return [line, *head(title, width, 13, 8)]


def _vote(vote: VoteRecord, width: float) -> list[Strip]:
    strips = _opening(vote.heading, width)
    strips += prose(vote.standing, width, fonts.SERIF_ITALIC, 10.5, 14.5)
    strips += prose(f"“{vote.question}”", width, fonts.SERIF, 12, 16.5, 2, "black")
    strips += facts([(one.label, one.value) for one in vote.facts], width)
    keep_together(strips)
    strips += vote_table(vote.table, width) if vote.table.rows else []
    strips += head(vote.result, width, 11.5, 12) if vote.result else []
    strips += prose(vote.rule, width, fonts.SERIF, 11, 15.5, 1)
    strips += prose(vote.certificate, width, fonts.SERIF, 11, 15.5, 6, "black")
    for index, line in enumerate(vote.notes):
        strips += note(line, width, 8 if index == 0 else 2)
    return strips
