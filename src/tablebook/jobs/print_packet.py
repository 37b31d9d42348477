"""Write an edition of the packet to a file: a PDF, or one web page for members."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tablebook.errors import UserError
from tablebook.reports.packet import pdf, web
from tablebook.reports.packet.editions import composed
from tablebook.reports.packet.sheet import Edition, PacketSheet
from tablebook.reports.saving import save
from tablebook.reports.words import ENGLISH, words_of

__all__ = ["ENGLISH", "Edition", "PacketSheet", "packet_page", "print_packet"]

WEB = (".html", ".htm")


def print_packet(
    sheet: PacketSheet,
    target: Path,
    *,
    edition: Edition = Edition.MEMBERS,
    language: str = ENGLISH,
    page: str = "letter",
    colour: bool = True,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write the edition; the ending of the name says as what. The file is there whole or not at all."""
    ending = target.suffix.lower()
    if ending in WEB:
        save(packet_page(sheet, edition, language).encode("utf-8"), target)
    elif ending == ".pdf":
        pdf.write(sheet, target, edition, language, page, colour, progress, cancelled)
    else:
        raise UserError(
            f"“{target.name}” is no name of a packet.", "Its ending says what to make.", "End it in .pdf or .html."
        )


def packet_page(sheet: PacketSheet, edition: Edition = Edition.MEMBERS, language: str = ENGLISH) -> str:
    """The packet as one web page. A web page is as large as its reader sets it: large print is the members' page."""
    words = words_of(language)
    chosen = Edition.MEMBERS if edition is Edition.LARGE_PRINT else edition
    return web.page(composed(sheet, chosen, words), sheet.masthead, words)
