"""tablebook report packet: an edition of the ratification packet as PDF or as one web page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tablebook.cli import answer
from tablebook.cli.arguments import code


@dataclass(frozen=True, slots=True)
class Looks:
    """Which edition, in which language, of which version, and how it is printed."""

    edition: str
    language: str
    number: int | None
    page: str
    colour: bool


def report_packet(book: Path, out: Path, looks: Looks) -> int:
    """Write the packet; what is not written yet is said on standard error."""
    from tablebook.jobs.letter_age import letter_out_of_date
    from tablebook.jobs.make_packet import chosen_packet, not_written
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.print_packet import Edition, print_packet

    edition = code(Edition, looks.edition, "edition")
    with open_book(book, read_only=True) as opened:
        sheet = chosen_packet(opened, looks.number)
        old_letter = letter_out_of_date(opened.negotiation) if looks.number is None else ""
    print_packet(
        sheet,
        out,
        edition=edition,
        language=looks.language,
        page=looks.page,
        colour=looks.colour,
        progress=answer.progress("Page"),
    )
    if not sheet.version:
        answer.tell(
            "It is a draft: no packet was made of what it says now. Make it with “tablebook packet BOOK --make”."
        )
    for line in filter(None, (old_letter, *not_written(sheet))):
        answer.tell(line)
    answer.say(str(out))
    return 0
