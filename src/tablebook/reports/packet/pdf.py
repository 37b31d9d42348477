"""An edition of the packet as a PDF: cover, contents, and the parts, in ordinary or large print."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from tablebook.reports import fonts
from tablebook.reports.contents import contents
from tablebook.reports.flow import Room, Strip, pages_of
from tablebook.reports.legend import Legend, legend_of
from tablebook.reports.packet.drawn import Drawer
from tablebook.reports.packet.editions import composed
from tablebook.reports.packet.faces import LARGE_PRINT, ORDINARY, Face, summary_face
from tablebook.reports.packet.parts import Composed, Cover, Text
from tablebook.reports.packet.sheet import Edition, PacketSheet
from tablebook.reports.page import Cancelled, Paper, Progress, print_paper, room_of, stop_if
from tablebook.reports.pieces import prose, rule
from tablebook.reports.words import Words, words_of

_CLOSEST = 0.78  # contents that fit on one page with lines this close are set so
_LOCALES = {"en": "en-US", "es": "es-US"}


def write(
    sheet: PacketSheet,
    target: Path | BinaryIO,
    edition: Edition = Edition.MEMBERS,
    language: str = "en",
    page: str = "letter",
    colour: bool = True,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Print an edition. The same sheet always gives the same bytes."""
    words = words_of(language)
    made = composed(sheet, edition, words)
    stop_if(cancelled)
    face = LARGE_PRINT if edition is Edition.LARGE_PRINT else ORDINARY
    if edition is Edition.SUMMARY:
        face = _on_one_page(made, page)
    paper = _paper(sheet, made, face, page, words)
    print_paper(paper, target, face.shape(page), colour, progress, cancelled)


def edition_bytes(sheet: PacketSheet, edition: Edition, language: str = "en") -> bytes:
    """An edition as PDF bytes, for the preview."""
    buffer = BytesIO()
    write(sheet, buffer, edition, language)
    return buffer.getvalue()


def _on_one_page(made: Composed, page: str) -> Face:
    """The largest of the sizes in which the summary fits on one page; where none does, a size that reads well."""
    for size in (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0):
        face = summary_face(size)
        shape = face.shape(page)
        strips = Drawer(face, shape.text_width, shape.wide_width, made.language).strips(made.parts)
        if len(pages_of(strips, room_of(shape, Legend(())))) == 1:
            return face
    return summary_face(8.0)


def _paper(sheet: PacketSheet, made: Composed, face: Face, page: str, words: Words) -> Paper:
    shape = face.shape(page)
    drawer = Drawer(face, shape.text_width, shape.wide_width, made.language)
    strips = drawer.strips(made.parts)
    if strips:
        strips[0].opens_page = False
    title = made.cover.title if made.cover else words("summary.heading")
    legend = edition_legend(made, face, words)
    foot = words("paper.dated", mark=made.mark, day=words.day(sheet.made)) if sheet.version else made.mark
    return Paper(
        title=f"{title}, {sheet.masthead.union}, {made.mark}",
        masthead=sheet.masthead,
        made=sheet.made,
        running=made.running,
        running_on=made.running,
        foot=made.foot or foot,
        code=f"{made.mark}, {made.code}" if made.foot else made.code,
        head=sheet.masthead.union,
        strips=strips,
        front=_front(made.cover, drawer, legend, room_of(shape, legend), words) if made.contents else [],
        lang=_LOCALES.get(made.language, made.language),
        legend=legend,
        words=words,
    )


def edition_legend(made: Composed, face: Face, words: Words) -> Legend:
    """The legend of all marks in an edition, in its words and its sizes."""
    legend = legend_of(block for part in made.parts if isinstance(part, Text) for block in part.blocks)
    return Legend(legend.marks, legend.offered, legend.bars, legend.base, words, face.least)


def _front(cover: Cover | None, drawer: Drawer, legend: Legend, room: Room, words: Words) -> list[Strip]:
    """The cover, and the contents with how to read the marks at the foot of their first page."""
    strips = _cover(cover, drawer) if cover is not None else []
    size, leading = drawer.face.heads[0]
    head = prose(words("paper.contents"), drawer.width, fonts.SERIF_SEMIBOLD, size, leading, 0, "black", 1)
    for strip in head:
        strip.keep = True
    head[0].opens_page = bool(strips)
    head[0].marked = bool(legend)
    lines = contents(drawer.entries, drawer.width, drawer.face.least)
    asked = sum(strip.height for strip in lines)
    left = room.height(False, bool(legend)) - sum(strip.height for strip in head) - sum(strip.space for strip in lines)
    if _CLOSEST < left / asked < 1:
        lines = contents(drawer.entries, drawer.width, drawer.face.least, left / asked)
    return [*strips, *head, *lines]


def _cover(cover: Cover, drawer: Drawer) -> list[Strip]:
    face, width = drawer.face, drawer.width
    strips = prose(cover.title, width, fonts.SERIF_SEMIBOLD, *face.title, 24, "black", 1)
    strips += prose(cover.under, width, fonts.SERIF, *face.heads[1], 2, "black")
    strips += prose(cover.edition, width, fonts.SANS_SEMIBOLD, *face.small, 4, "black")
    for say in cover.warnings:
        strips += drawer.say(say, 14)
    for index, say in enumerate(cover.letter):
        strips += drawer.say(say, 24 if index == 0 else 8)
    if cover.signed:
        signed = prose(cover.signed, width, fonts.SANS_SEMIBOLD, face.small[0] + 1, face.small[1] + 1, 18, "black")
        signed += prose(cover.role, width, fonts.SANS, *face.small, 1, "secondary")
        for strip in signed[:-1]:
            strip.keep = True
        strips += signed
    if cover.facts.rows:
        line = rule(width, 0.5, 28, 2)
        facts = drawer.facts(cover.facts)
        for strip in (line, *facts[:-1]):
            strip.keep = True
        strips += [line, *facts]
    return strips
