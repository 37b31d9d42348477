"""On which pages each part of an edition stands, without drawing them."""

from __future__ import annotations

from tablebook.reports.flow import pages_of
from tablebook.reports.packet.drawn import Drawer
from tablebook.reports.packet.editions import composed
from tablebook.reports.packet.faces import LARGE_PRINT, ORDINARY
from tablebook.reports.packet.pdf import edition_legend
from tablebook.reports.packet.sheet import Edition, PacketSheet
from tablebook.reports.page import room_of
from tablebook.reports.words import words_of


def parts_by_page(
    sheet: PacketSheet, edition: Edition = Edition.MEMBERS, language: str = "en", page: str = "letter"
) -> tuple[tuple[str, int, int], ...]:
    """Each part of the first level: its heading, its first page and its last."""
    words = words_of(language)
    made = composed(sheet, edition, words)
    face = LARGE_PRINT if edition is Edition.LARGE_PRINT else ORDINARY
    shape = face.shape(page)
    drawer = Drawer(face, shape.text_width, shape.wide_width, made.language)
    strips = drawer.strips(made.parts)
    if strips:
        strips[0].opens_page = False
    pages = pages_of(strips, room_of(shape, edition_legend(made, face, words)))
    at = {id(strip.opens): number for number, one in enumerate(pages, 1) for _, strip in one.placed if strip.opens}
    firsts = [
        (entry, at[id(entry.heading)]) for entry in drawer.entries if entry.level <= 1 and id(entry.heading) in at
    ]
    ends = [first for _, first in firsts[1:]] + [len(pages) + 1]
    return tuple(
        (entry.words or entry.heading.words, first, max(first, end - 1))
        for (entry, first), end in zip(firsts, ends, strict=True)
    )
