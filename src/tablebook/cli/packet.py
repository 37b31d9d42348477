"""tablebook packet: take over the packet's words from a file, make the next packet, and tell which there are."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tablebook.cli import answer


def packet(
    book: Annotated[Path, typer.Argument(help="The book.", readable=False)],
    words: Annotated[
        Path | None, typer.Option(help="A .toml with letter, costs, plain words and translations.", readable=False)
    ] = None,
    make: Annotated[bool, typer.Option("--make", help="Make the next packet of all there is now.")] = False,
    by: Annotated[str, typer.Option(help="Who makes it.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> int:
    """Take over the words of the packet for members, make it, and tell what is not written yet."""
    from tablebook.jobs.letter_age import letter_out_of_date
    from tablebook.jobs.make_packet import chosen_packet, make_packet, not_written
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.packet_file import read_words, take_words

    said = read_words(words) if words is not None else None
    with open_book(book, read_only=said is None and not make) as opened:
        taken = take_words(opened, said) if said is not None else 0
        if make:
            make_packet(opened, by=by)
        sheet = chosen_packet(opened)
        old_letter = letter_out_of_date(opened.negotiation)
        made = sorted(opened.negotiation.ratification.packets)
    missing = tuple(filter(None, (old_letter, *not_written(sheet))))
    if as_json:
        facts = {"packet": sheet.version, "fingerprint": sheet.fingerprint, "made": made, "taken": taken}
        answer.say_json({**facts, "not_written": list(missing)})
        return 0
    if said is not None:
        answer.say(f"{taken} entries were made from {words.name if words else ''}.")
    answer.say(
        f"Packet {sheet.version}, {sheet.fingerprint}." if sheet.version else "No packet of this text is made yet."
    )
    for line in missing:
        answer.say(line)
    return 0
