"""What the board gets: the resolution to pass, the agreements, the fiscal table, and the text as it will stand."""

from __future__ import annotations

from collections.abc import Iterator

from tablebook.reports.packet.parts import Grid, Head, Lines, Part, Say, Text, Tone
from tablebook.reports.packet.sections import cost_table, places, titled
from tablebook.reports.packet.sheet import FinalUnit, PacketSheet
from tablebook.reports.paragraph import clean
from tablebook.reports.words import ENGLISH, Words


def board(sheet: PacketSheet, words: Words) -> Iterator[Part]:
    """The sections of the board's packet that the members' does not have."""
    yield from _resolution(sheet, words)
    yield from _agreements(sheet, words)
    yield Head(words("board.fiscal"))
    yield from cost_table(sheet, words)
    yield Head(words("board.final"))
    yield Say(words("board.final_lead"), Tone.LEAD)
    for unit in sheet.final:
        yield from _unit(unit, words)


def _resolution(sheet: PacketSheet, words: Words) -> Iterator[Part]:
    yield Head(words("board.resolution"))
    union, employer = sheet.masthead.union, sheet.masthead.employer
    if sheet.texts:
        last = words.day(max(text.agreed for text in sheet.texts))
        count = len(sheet.labels)
        yield Say(words("board.whereas_agreed", union=union, employer=employer, count=count, day=last))
    yield Say(words("board.whereas_ratified", union=union, ratified=_ratified(sheet, words)))
    key = "board.whereas_text" if sheet.version else "board.whereas_draft"
    yield Say(words(key, version=sheet.version, code=sheet.fingerprint))
    yield Say(words("board.resolved"), Tone.STRONG)
    yield Lines(
        tuple(
            words(f"board.{name}") for name in ("moved", "seconded", "ayes", "noes", "absent", "adopted", "secretary")
        )
    )


def _ratified(sheet: PacketSheet, words: Words) -> str:
    if sheet.vote is None or sheet.vote.opens is None:
        return words("board.ratified_unset")
    first, last = sheet.vote.opens, sheet.vote.closes or sheet.vote.opens
    return words("board.ratified_pending", first=words.day(first), last=words.day(last))


def _agreements(sheet: PacketSheet, words: Words) -> Iterator[Part]:
    yield Head(words("board.list"))
    rows = tuple(
        (text.label, titled(text), places(text, words), words.day(text.agreed), text.fingerprint)
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


def _unit(unit: FinalUnit, words: Words) -> Iterator[Part]:
    yield Head(titled(unit), 2, unit.number, language=ENGLISH)
    if unit.gone:
        yield Say(words("board.gone", labels=words.listed(unit.labels)), Tone.NOTE)
    elif unit.labels:
        yield Say(words("board.from", labels=words.listed(unit.labels)), Tone.NOTE)
    else:
        yield Say(words("board.as_today"), Tone.NOTE)
    if unit.blocks:
        yield Text(tuple(clean(unit.blocks)))
