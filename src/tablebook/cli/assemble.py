"""tablebook assemble: the successor agreement from the TAs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tablebook.cli import answer


def assemble(
    book: Annotated[Path, typer.Argument(help="The book.", readable=False)],
    out: Annotated[Path, typer.Option("-o", "--out", help="The .docx, .pdf, .md or .txt to write.", readable=False)],
    tracked: Annotated[bool, typer.Option("--tracked", help="Marked against the current contract.")] = False,
    a4: Annotated[bool, typer.Option("--a4", help="A4 instead of Letter, where the page is ours.")] = False,
    json_: Annotated[bool, typer.Option("--json", help="One JSON document instead of the file's name.")] = False,
) -> int:
    """The successor agreement: the current contract with every signed text in its place."""
    from tablebook.jobs.assemble import as_json, save_agreement
    from tablebook.jobs.open_book import open_book

    with open_book(book, read_only=True) as opened:
        found = save_agreement(
            opened, out, tracked=tracked, page="a4" if a4 else "letter", progress=answer.progress("Step")
        )
        for sentence in found.said:
            answer.tell(sentence)
        if json_:
            answer.say_json(as_json(opened.negotiation, found))
        else:
            answer.say(str(out))
    return 0 if found.whole else 1
