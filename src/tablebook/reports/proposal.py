"""The proposal on paper: a proposal, counter, package or final offer, with every word it changes marked."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from tablebook.reports import fonts
from tablebook.reports.flow import Strip
from tablebook.reports.legend import legend_of
from tablebook.reports.page import Cancelled, Paper, Progress, Shape, full_parties, print_paper, stop_if
from tablebook.reports.paragraph import text_strips
from tablebook.reports.passes import pass_stack
from tablebook.reports.pieces import Fact, facts_in_two, note, prose, rule, title_strips
from tablebook.reports.sheets import ProposalItem, ProposalSheet

_RECEIPT = "Received by ____________________  Time ________"
_INITIALS = "Union initials ________    Employer initials ________"
_BLANK = "Date ______________  Time ________"


def write(
    sheet: ProposalSheet,
    target: Path | BinaryIO,
    page: str = "letter",
    colour: bool = True,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Print the proposal to a PDF. The same sheet always gives the same bytes."""
    shape = Shape.named(page)
    paper = Paper(
        title=", ".join([sheet.title, *(item.heading for item in sheet.items[:1])]),
        masthead=sheet.masthead,
        made=sheet.made,
        running=sheet.masthead.agreement,
        running_on=sheet.title,
        foot=_INITIALS if sheet.initials else _RECEIPT,
        code=f"Text {sheet.fingerprint}",
        legend=legend_of(block for item in sheet.items for block in item.blocks),
    )
    paper.strips = _head(sheet, shape)
    for item in sheet.items:
        stop_if(cancelled)
        paper.strips += _item(sheet, item, shape, alone=len(sheet.items) == 1)
    paper.strips += _reservation(sheet, shape.text_width)
    print_paper(paper, target, shape, colour, progress, cancelled)


def _head(sheet: ProposalSheet, shape: Shape) -> list[Strip]:
    width = shape.text_width
    alone = sheet.items[0] if len(sheet.items) == 1 else None
    when = ", ".join(part for part in (sheet.date, sheet.time) if part) or _BLANK
    heading = alone.heading if alone else f"{len(sheet.items)} texts" if sheet.items else ""
    strips = title_strips(sheet.title, when, heading, sheet.session, width, level=2 if alone else 0)
    strips += facts_in_two(*_facts(sheet, alone, shape), width)
    if sheet.terms:
        strips += prose(sheet.terms, width, fonts.SANS_SEMIBOLD, 9.5, 14.5, 8, "black")
    strips += pass_stack(alone.passes, width) if alone else [rule(width, 0.5, 8)]
    return strips


def _facts(sheet: ProposalSheet, alone: ProposalItem | None, shape: Shape) -> tuple[list[Fact], list[Fact]]:
    people = " to ".join(name for name in (sheet.handed_by, sheet.handed_to) if name)
    kind = ", ".join(dict.fromkeys(part for part in (sheet.kind, alone.form if alone else "") if part))
    own = alone if alone else ProposalItem("")
    label = _both(*(label for label in (sheet.label, own.label) if label not in sheet.title))
    left = [
        *full_parties(sheet.masthead, shape),
        ("From", sheet.masthead.short(sheet.party) if not people else ""),
        ("From, to", people),
        ("Label", label),
        ("Kind", kind),
        ("Answers", _both(sheet.answers, own.answers)),
    ]
    right = [
        ("Effective", _both(sheet.effective, own.effective)),
        ("Condition", _both(sheet.conditions, own.conditions)),
        ("Open until", sheet.expiry),
        ("Reason", sheet.expiry_reason),
    ]
    if own.fingerprint not in ("", sheet.fingerprint):
        right.append(("Text", own.fingerprint))
    return left, right


def _both(*said: str) -> str:
    """What the paper and its only article say of one thing; once where they say the same."""
    return "; ".join(dict.fromkeys(part for part in said if part))


def _item(sheet: ProposalSheet, item: ProposalItem, shape: Shape, alone: bool) -> list[Strip]:
    width = shape.text_width
    strips: list[Strip] = []
    if not alone:
        strips += _item_head(sheet, item, width)
    if item.prose:
        strips += prose(item.prose, width, fonts.SERIF, 12, 18.4, 10)
    strips += text_strips(item.blocks, width, shape.wide_width, level=3)
    strips += note(item.not_part, width, 12)
    return strips


def _item_head(sheet: ProposalSheet, item: ProposalItem, width: float) -> list[Strip]:
    label = item.label if item.label != sheet.label else ""
    strips = title_strips("", "", item.heading, label, width, level=2)[1:]
    strips[0].space = 18
    strips += facts_in_two(
        [("Kind", item.form), ("Answers", item.answers), ("Text", item.fingerprint)],
        [("Effective", item.effective), ("Condition", item.conditions)],
        width,
    )
    strips += pass_stack(item.passes, width)
    for strip in strips:
        strip.keep = True
    return strips


def _reservation(sheet: ProposalSheet, width: float) -> list[Strip]:
    if not sheet.reservation:
        return []
    words = prose(sheet.reservation, width, fonts.SERIF_ITALIC, 10.75, 14.2, 4)
    line = rule(width, 0.5, 12)
    line.keep = True
    return [line, *words]
