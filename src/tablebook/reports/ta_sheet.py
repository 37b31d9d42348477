"""The TA sheet: the agreed text clean and marked against the current contract, what it hangs on, and who signs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from tablebook.reports import fonts, square_code
from tablebook.reports.flow import Strip
from tablebook.reports.legend import legend_of
from tablebook.reports.page import (
    Cancelled,
    Paper,
    Progress,
    Shape,
    full_parties,
    print_paper,
    room_of,
    stop_if,
)
from tablebook.reports.paragraph import CLOSE, clean, text_strips
from tablebook.reports.pieces import Fact, facts, head, note, prose, rule, title_strips
from tablebook.reports.sheets import PenEditLine, TaSheet, TaText
from tablebook.reports.signatures import signed

_INITIALS = "Union initials ________    Employer initials ________"
_LABEL_WIDTH = 94.0


def write(
    sheet: TaSheet,
    target: Path | BinaryIO,
    page: str = "letter",
    colour: bool = True,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Print the TA sheet to a PDF. The same sheet always gives the same bytes."""
    shape = Shape.named(page)
    paper = Paper(
        title=", ".join([sheet.title, sheet.label, *(text.heading for text in sheet.texts[:1])]),
        masthead=sheet.masthead,
        made=sheet.made,
        running=sheet.masthead.agreement,
        running_on=sheet.label,
        foot=_INITIALS,
        code=f"Text {sheet.fingerprint}",
        legend=legend_of(block for text in sheet.texts for block in text.redline),
    )
    first = _head(sheet, shape)
    for text in sheet.texts:
        stop_if(cancelled)
        first += _agreed(text, shape, alone=len(sheet.texts) == 1)
    second = _compared(sheet, shape)
    paper.strips = signed([*first, *second, *_closing(sheet, shape.text_width)], sheet.signatures, shape.text_width)
    if second and not _on_one_page(paper.strips, paper, shape):
        second[0].opens_page = True
    print_paper(paper, target, shape, colour, progress, cancelled)


def _on_one_page(strips: list[Strip], paper: Paper, shape: Shape) -> bool:
    used = sum(strip.height + strip.space for strip in strips)
    return used <= room_of(shape, paper.legend).height(wide=False, marked=True)


def _head(sheet: TaSheet, shape: Shape) -> list[Strip]:
    width = shape.text_width
    alone = sheet.texts[0] if len(sheet.texts) == 1 else None
    heading = alone.heading if alone else f"{len(sheet.texts)} texts" if sheet.texts else ""
    strips = title_strips(sheet.title, sheet.label, heading, sheet.session, width)
    strips += prose(sheet.notice, width, fonts.SANS_SEMIBOLD, 9.5, 14.5, 6, "black")
    rows: list[Fact] = [*full_parties(sheet.masthead, shape)]
    if alone:
        rows += [("Accepted text", alone.accepted), ("Supersedes", alone.supersedes)]
    effective = dict.fromkeys(part for part in (sheet.effective, alone.effective if alone else "") if part)
    rows += [("Effective", "; ".join(effective)), ("Conditions", sheet.conditions)]
    if alone and alone.fingerprint not in ("", sheet.fingerprint):
        rows.append(("Text", alone.fingerprint))
    strips += _with_code(rows, sheet, width)
    if alone:
        strips += _edits(alone, width)
    strips.append(rule(width, 0.5, 9))
    if any(text.clean for text in sheet.texts):
        strips += head("A. The agreed text", width, space=8)
    return strips


def _with_code(rows: Sequence[Fact], sheet: TaSheet, width: float) -> list[Strip]:
    """The facts, and the square code at their right."""
    if not sheet.code:
        return facts(rows, width, _LABEL_WIDTH)
    strips = facts(rows, width - square_code.room(sheet.code) - 8, _LABEL_WIDTH)
    return square_code.beside(strips, sheet.code, f"Code of {sheet.label}: fingerprint {sheet.fingerprint}", width)


def _agreed(text: TaText, shape: Shape, alone: bool) -> list[Strip]:
    width = shape.text_width
    strips: list[Strip] = []
    if not alone:
        strips += _text_head(text, width)
        rows = [("Accepted text", text.accepted), ("Supersedes", text.supersedes), ("Effective", text.effective)]
        strips += facts([*rows, ("Text", text.fingerprint)], width, _LABEL_WIDTH)
        strips += _edits(text, width)
    strips += text_strips(clean(text.clean), width, shape.wide_width, CLOSE, level=4)
    if not alone:
        strips += prose(text.rest, width, fonts.SERIF_ITALIC, 11, 15.6, 5)
    return strips


def _text_head(text: TaText, width: float) -> list[Strip]:
    strips = prose(text.heading, width, fonts.SERIF, 13, 17.5, 14, "black", level=3)
    for strip in strips:
        strip.keep = True
    return strips


def _edits(text: TaText, width: float) -> list[Strip]:
    """What was changed with the pen at signing, each with whose initials stand beside it."""
    return facts([(_capital(edit.name), _edit_words(edit)) for edit in text.edits], width, _LABEL_WIDTH)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _edit_words(edit: PenEditLine) -> str:
    struck = f"“{edit.old}” struck" if edit.old else ""
    written = f"“{edit.new}” written" if edit.new else ""
    initials = f"initials: {edit.initials}" if edit.initials else ""
    return ", ".join(part for part in (edit.place, struck, written, initials) if part)


def _compared(sheet: TaSheet, shape: Shape) -> list[Strip]:
    width = shape.text_width
    if not any(text.redline for text in sheet.texts):
        return []
    strips = head("B. Compared with the current contract", width)
    for text in sheet.texts:
        if text.redline and len(sheet.texts) > 1:
            strips += _text_head(text, width)
        strips += text_strips(text.redline, width, shape.wide_width, CLOSE, level=4)
    return strips


def _closing(sheet: TaSheet, width: float) -> list[Strip]:
    """What is left, what it hangs on and what stays: all of it goes with the signatures."""
    rest = sheet.texts[0].rest if len(sheet.texts) == 1 else ""
    closing = " ".join(part for part in (sheet.subject_to, rest) if part)
    strips = prose(sheet.leftovers, width, fonts.SERIF, 11, 15.6, 14)
    strips += note(sheet.left_count, width, 4)
    strips += prose(closing, width, fonts.SERIF_ITALIC, 11, 15.6, 14)
    if sheet.signatures:
        for strip in strips:
            strip.keep = True
    return strips
