"""Session minutes on paper: our own with all that was noted, or those for both sides without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from tablebook.reports import fonts
from tablebook.reports.flow import Strip
from tablebook.reports.page import Cancelled, Paper, Progress, Shape, full_parties, print_paper, stop_if
from tablebook.reports.pieces import Fact, facts, head, prose, rule, title_strips, words
from tablebook.reports.rows import Cell, cell, row_strips
from tablebook.reports.sheets import (
    Attendance,
    CaucusLine,
    JointMinutesSheet,
    Masthead,
    MinuteGroup,
    MinuteLine,
    MinutesSheet,
    SessionFacts,
)
from tablebook.reports.signatures import signed
from tablebook.reports.spoken import party_name
from tablebook.reports.tags import Tag

_LABEL_WIDTH = 96.0
_TIME, _MARK, _WHO, _WORDS, _ENTRY = 0.0, 35.0, 52.0, 132.0, 26.0


def write(
    sheet: MinutesSheet | JointMinutesSheet,
    target: Path | BinaryIO,
    page: str = "letter",
    colour: bool = True,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Print the minutes to a PDF. The same sheet always gives the same bytes."""
    shape = Shape.named(page)
    kind = "Joint minutes" if isinstance(sheet, JointMinutesSheet) else "Our minutes"
    paper = Paper(
        title=f"Session {sheet.facts.number}, {sheet.facts.date}, {kind.lower()}",
        masthead=sheet.masthead,
        made=sheet.made,
        running=sheet.masthead.agreement,
        running_on=f"Session {sheet.facts.number}, {kind.lower()}",
        foot=sheet.entries,
        code=f"Record {sheet.fingerprint}",
    )
    strips = _head(sheet, shape, kind)
    stop_if(cancelled)
    if isinstance(sheet, MinutesSheet):
        paper.strips = [*strips, *_noted(sheet, shape)]
    else:
        paper.strips = signed([*strips, *_joint(sheet, shape)], sheet.signatures, shape.text_width)
    print_paper(paper, target, shape, colour, progress, cancelled)


def _head(sheet: MinutesSheet | JointMinutesSheet, shape: Shape, kind: str) -> list[Strip]:
    width, about = shape.text_width, sheet.facts
    when = ", ".join(part for part in (about.date, about.hours) if part)
    taker = f"Note taker: {sheet.note_taker}" if isinstance(sheet, MinutesSheet) and sheet.note_taker else ""
    place = ". ".join(part for part in (about.place.rstrip("."), taker) if part)
    strips = title_strips(f"Session {about.number}", when, "", kind, width)
    rows: list[Fact] = [*full_parties(sheet.masthead, shape), ("Place", place)]
    rows += [(one.heading, _people(one)) for one in about.attendance]
    rows += [("Caucuses", " ".join(_caucus(one, sheet.masthead) for one in about.caucuses))]
    rows += [("Exchanged", _sentences(about.exchanged)), ("TAs reached", _sentences(about.agreements))]
    rows += [("Requests", _sentences(about.requests))]
    strips += facts(rows, width, _LABEL_WIDTH)
    strips.append(rule(width, 1, 9))
    return strips


def _people(side: Attendance) -> str:
    present = ", ".join(side.present) or "nobody noted"
    return f"{present}. Absent: {', '.join(side.absent)}" if side.absent else present


def _caucus(caucus: CaucusLine, masthead: Masthead) -> str:
    until = f"{caucus.out} to {caucus.back}" if caucus.back else f"from {caucus.out}"
    return f"{until}, {caucus.called_by or masthead.short(caucus.party)}."


def _sentences(lines: Sequence[str]) -> str:
    return " ".join(line if line.endswith((".", "?")) else f"{line}." for line in lines)


def _noted(sheet: MinutesSheet, shape: Shape) -> list[Strip]:
    width = shape.text_width
    strips: list[Strip] = []
    groups = [*sheet.groups]
    if sheet.corrections:
        groups.append(MinuteGroup("Corrections", lines=sheet.corrections))
    for group in groups:
        heading = "  ".join(part for part in (group.heading, group.title) if part)
        strips += head(heading, width, 10.5, 12)
        noted = Tag("L")
        for line in group.lines:
            strips += _line(line, width, noted)
    return [*strips, *_next(sheet.facts, width)]


def _line(line: MinuteLine, width: float, noted: Tag) -> list[Strip]:
    """One entry: time, party mark, speaker over kind, the words, the entry's number."""
    item = Tag("LI", noted)
    time, body = Tag("Lbl", item), Tag("LBody", item)
    who = cell(words(line.who, fonts.SANS_MEDIUM, "black"), _WHO, _WORDS - _WHO - 6, 9, 14.5, Tag("P", body))
    kind = words(line.kind, fonts.SANS, "secondary")
    number = words(line.entry, fonts.SANS, "secondary")
    cells = [
        cell(words(line.time, fonts.SANS, "secondary"), _TIME, _MARK, 8.75, 14.5, time),
        who,
        cell(kind, _WHO, _WORDS - _WHO - 2, 7.5, 9.6, Tag("P", body), who.height - 1.5),
        cell(words(line.text, fonts.SERIF), _WORDS, width - _WORDS - _ENTRY - 4, 10.5, 14.5, Tag("P", body)),
        replace(cell(number, width - _ENTRY, _ENTRY, 8, 14.5, Tag("P", body)), right=True),
    ]
    if line.party:
        mark = Tag("Span", Tag("P", body), spoken=party_name(line.party) or line.party)
        cells.insert(1, Cell(_MARK, 9, [], 9, 14.5, mark, mark=line.party))
    strips = row_strips(cells, 14.5)
    strips[0].space = 4.5
    return strips


def _next(about: SessionFacts, width: float) -> list[Strip]:
    rows = [("Next session", about.next_session), ("Agenda", _sentences(about.agenda))]
    body = facts(rows, width, _WORDS)
    if not body:
        return []
    line = rule(width, 0.5, 10, 3)
    line.keep = True
    return [line, *body]


def _joint(sheet: JointMinutesSheet, shape: Shape) -> list[Strip]:
    width = shape.text_width
    strips: list[Strip] = []
    if sheet.corrections:
        strips += head("Corrections", width)
        for words_of in sheet.corrections:
            strips += prose(words_of, width, size=10.75, leading=15.5, space=3)
    strips += _next(sheet.facts, width)
    return strips
