"""tablebook ready and settle: what still stands in the way of the vote, and settling a line of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tablebook.cli import answer
from tablebook.cli.arguments import existing, moment
from tablebook.errors import UserError


def ready(
    book: Annotated[Path, typer.Argument(help="The book.", readable=False)],
    json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> int:
    """List what still stands in the way of the vote, each line with the act that settles it, and what can wait."""
    from tablebook.domain.plain import to_plain
    from tablebook.domain.readiness import in_the_way, readiness
    from tablebook.jobs.open_book import open_book

    with open_book(book, read_only=True) as opened:
        lines = readiness(opened.negotiation, opened.clock.now())
    left = in_the_way(lines)
    if json:
        answer.say_json({"ready": not left, "in_the_way": len(left), "lines": [to_plain(line) for line in lines]})
        return 0
    number = 0
    for line in lines:
        number += 0 if line.settled else 1
        act = (
            f"[{line.act}]" if line.blocks else f"[{line.act}, can wait]" if line.act else "[as it was at the signing]"
        )
        answer.say(f"   ok  {line.sentence}" if line.settled else f"{number:>5}  {line.sentence} {act}")
    answer.say(f"{len(left)} in the way of the vote." if left else "Nothing is in the way of the vote.")
    return 0


def settle(
    book: Annotated[Path, typer.Argument(help="The book.", readable=False)],
    line: Annotated[
        int | None,
        typer.Option(help="The line's number, as “ready” lists it; left out, the codes on the scan find their TAs."),
    ] = None,
    words: Annotated[
        str | None,
        typer.Option(
            help="The answer it needs; “as shown” confirms a result, “as written” the signed words themselves."
        ),
    ] = None,
    by: Annotated[str, typer.Option(help="Who settles it.")] = "",
    file: Annotated[
        Path | None, typer.Option(help="A scan or photo to keep, or a result written out.", readable=False)
    ] = None,
    nonetheless: Annotated[
        bool, typer.Option("--nonetheless", help="Keep it, though its code is another TA's.")
    ] = False,
    at: Annotated[str | None, typer.Option(help="When, as 2027-04-15T09:00.")] = None,
) -> int:
    """Settle a line: what a blank becomes, which TA stands and why, who pays, why it may stay as it is. Without --words
    it shows what a TA that says what to do comes to."""
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.ratify.papers import keep_signed
    from tablebook.jobs.ratify.settle_line import has_a_result, settle_line

    kept = existing(file) if file else None
    if line is None and kept is None:
        raise UserError("No line is named.", "", "Give its number with --line, as “ready” lists it.")
    with open_book(book) as opened:
        if words is None and file is None and not (line and has_a_result(opened, line)):  # its result is shown
            raise UserError("Nothing to settle it with.", "", "Give the answer with --words, or a scan with --file.")
        if line is None and kept is not None:
            changed = keep_signed(opened, kept, nonetheless=nonetheless, by=by, note=words or "", at=moment(at))
        else:
            assert line is not None
            changed = settle_line(opened, line, words or "", by=by, file=kept, nonetheless=nonetheless, at=moment(at))
    answer.say(changed.message)
    return 0
