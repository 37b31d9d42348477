"""tablebook proof: somebody's final contract against the TAs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from tablebook.cli import answer
from tablebook.cli.arguments import existing

FOUND = 1


def proof(
    book: Annotated[Path, typer.Argument(help="The book.", readable=False)],
    final: Annotated[
        Path,
        typer.Argument(
            help="The final contract: docx, pdf with text, txt or md; or a photo or scan of a TA sheet.", readable=False
        ),
    ],
    table: Annotated[
        bool, typer.Option("--table", help="Also every change with its TA and the page of its sheet.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> int:
    """Prove a final contract word by word: what no TA has, what of a TA is missing, what is there in other words."""
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.prove import as_json, prove_file
    from tablebook.jobs.sheet_pages import with_sheet_pages

    with open_book(book, read_only=True) as opened:
        found = prove_file(opened, existing(final), answer.progress("Reading page"))
        if table:
            found = replace(found, proof=replace(found.proof, traces=with_sheet_pages(opened, found.proof.traces)))
    if json:
        answer.say_json(as_json(found))
    else:
        for one in found.proof.findings:
            page = f"page {one.page}: " if one.page else ""
            answer.say(f"{str(one.kind).capitalize()}, {page}{one.sentence}")
            for line in one.cells_by_row:
                answer.say(f"    {line}")
        for row in found.proof.traces if table else ():
            answer.say(row.sentence)
        for label in found.proof.relabelled:
            answer.tell(f"No change of words: {label.sentence}")
    for note in found.notes:
        answer.tell(f"Note: {note}")
    answer.tell(found.summary)
    return 0 if found.matches else FOUND
