"""What the board gets: the resolution to pass, the agreements, the fiscal table, and the text as it will stand."""

from __future__ import annotations

from collections.abc import Iterator

from tablebook.reports.packet.naming import named, titled, unit_head
from tablebook.reports.packet.parts import Grid, Head, Lines, Part, Say, Text, Tone
from tablebook.reports.packet.sections import conforming, cost_table, places
from tablebook.reports.packet.sheet import FinalUnit, PacketSheet
from tablebook.reports.paragraph import clean
from tablebook.reports.words import ENGLISH, Words

_OFFICERS = 2
"""Lines for those who sign for the Board."""


def board(sheet: PacketSheet, words: Words) -> Iterator[Part]:
    """The sections of the board's packet that the members' does not have."""
    yield from _resolution(sheet, words)
    yield from _agreements(sheet, words)
    yield Head(words("board.fiscal"))
    yield from cost_table(sheet, words)
    yield Head(words("board.final"))
    yield Say(words("board.final_lead"), Tone.LEAD)
    yield from _look_at(sheet, words)
    for unit in sheet.final:
        yield from _unit(unit, words)


def _resolution(sheet: PacketSheet, words: Words) -> Iterator[Part]:
    yield Head(words("board.resolution"))
    union, employer = sheet.masthead.union, sheet.masthead.employer
    if sheet.texts:
        last = words.day(max(text.agreed for text in sheet.texts))
        count = len(sheet.labels)
        key = "board.whereas_agreed_one" if count == 1 else "board.whereas_agreed"
        yield Say(words(key, union=union, employer=employer, count=count, day=last))
    yield Say(words("board.whereas_ratified", union=union, ratified=_ratified(sheet, words)))
    key = "board.whereas_text" if sheet.version else "board.whereas_draft"
    yield Say(words(key, version=sheet.version, code=sheet.fingerprint))
    yield Say(words("board.resolved"), Tone.STRONG)
    yield Lines(
        tuple(
            words(f"board.{name}") for name in ("moved", "seconded", "ayes", "noes", "absent", "adopted", "secretary")
        )
    )
    yield Say(words("board.officers"), Tone.STRONG, tied=True)
    yield Lines((words("board.officer"),) * _OFFICERS)


def _ratified(sheet: PacketSheet, words: Words) -> str:
    if sheet.ratified is not None:
        day, yes, no = sheet.ratified.day, sheet.ratified.yes, sheet.ratified.no
        return words("board.ratified_done", day=words.day(day), yes=words.number(yes), no=words.number(no))
    if sheet.vote is None or sheet.vote.opens is None:
        return words("board.ratified_unset")
    return words("board.ratified_pending", days=words.days(sheet.vote.opens, sheet.vote.closes or sheet.vote.opens))


def _agreements(sheet: PacketSheet, words: Words) -> Iterator[Part]:
    yield Head(words("board.list"))
    rows = tuple(
        (text.label, titled(text, words), places(text, words), words.day(text.agreed), text.fingerprint)
        for text in sheet.texts
    )
    head = (
        words("board.label"),
        words("summary.article"),
        words("asked.place"),
        words("texts.agreed"),
        words("texts.text"),
    )
    tones = (Tone.STRONG, Tone.BODY, Tone.QUIET, Tone.QUIET, Tone.QUIET)
    yield Grid(head, rows, (0.15, 0.3, 0.22, 0.19, 0.14), tones, (ENGLISH, ENGLISH), words("board.list"))
    yield from conforming(sheet, words)


def _look_at(sheet: PacketSheet, words: Words) -> Iterator[Part]:
    """What the text says of the last contract: it is printed as it stands, and shown before somebody signs it."""
    if not sheet.look_at:
        return
    yield Head(words("board.look"), 2)
    yield Say(words("board.look_lead"), Tone.LEAD, tied=True)
    rows = tuple((", ".join(filter(None, (named(one.name, words), one.place))), one.text) for one in sheet.look_at)
    head = (words("asked.place"), words("board.look_words"))
    yield Grid(head, rows, (0.24, 0.76), (Tone.STRONG, Tone.BODY), ("", ENGLISH), words("board.look"))


def _unit(unit: FinalUnit, words: Words) -> Iterator[Part]:
    if not unit.name:  # the lines to sign, behind new articles
        yield Text(tuple(clean(unit.blocks)))
        return
    yield unit_head(unit, words, 2)
    said = words("board.as_today")
    if unit.labels:
        said = words("board.gone" if unit.gone else "board.from", labels=words.listed(unit.labels))
    yield Say(said, Tone.NOTE, tied=bool(unit.blocks))
    if unit.blocks:
        yield Text(tuple(clean(unit.blocks)))
