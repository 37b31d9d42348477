"""tablebook verify: the proof that the record is whole."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from tablebook.cli import answer
from tablebook.errors import UserError


def verify(
    book: Annotated[Path, typer.Argument(help="The book.", readable=False)],
    against: Annotated[str | None, typer.Option(help="A fingerprint noted earlier, whole or its first digits.")] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> int:
    """Prove that no entry was changed, taken out or put in."""
    from tablebook.book.book import verify_file

    if against is not None and not re.fullmatch(r"(?i)[0-9a-f]{8,64}", "".join(against.split())):
        raise UserError(f"“{against}” is no fingerprint.", "", "Give 8 digits or more, 0 to 9 and A to F.")
    found = verify_file(book, against)
    if json:
        problems = [{"code": p.code, "entry": p.entry or None, "message": p.sentence} for p in found.problems]
        answer.say_json(
            {
                "ok": found.ok,
                "entries": found.entries,
                "withheld": found.withheld,
                "fingerprint": found.fingerprint,
                "problems": problems,
            }
        )
    else:
        answer.say(f"{found.entries} entries, fingerprint {found.short} ({found.fingerprint}).")
        answer.say("The record is whole." if found.ok else "The record is not whole.")
        if found.withheld:
            answer.say(f"The words of {found.withheld} of them are not in this file.")
        for problem in found.problems:
            answer.say(f"  {problem.sentence}")
    return 0 if found.ok else 1
