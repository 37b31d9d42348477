"""What stands in the packet as it is now, part by part, and what in it is not written yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tablebook.domain.negotiation import Negotiation
from tablebook.jobs.letter_age import letter_out_of_date
from tablebook.jobs.make_packet import not_written, voted_packet
from tablebook.jobs.sheets.packet import packet_sheet
from tablebook.reports.packet.by_page import parts_by_page


@dataclass(frozen=True, slots=True)
class PacketParts:
    """Each part's name with its pages ("3", "3 to 6"), and sentences about what is missing or out of
    date. ``as_made``: a packet was
    made of all this as it is now, or voted on; else what is printed is a draft."""

    parts: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    as_made: bool = True


def packet_parts(state: Negotiation, now: datetime, page: str = "letter") -> PacketParts:
    """The members' packet by page; empty where nothing is agreed."""
    sheet = packet_sheet(state, now)
    if not sheet.texts:
        return PacketParts((), ())
    parts = tuple(
        (name, str(first) if first == last else f"{first} to {last}")
        for name, first, last in parts_by_page(sheet, page=page)
    )
    told = tuple(filter(None, (letter_out_of_date(state), *not_written(sheet))))
    as_made = bool(sheet.version) or voted_packet(state) is not None
    return PacketParts((("Cover letter", "in front"), *parts), told, as_made)
