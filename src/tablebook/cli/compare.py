"""tablebook compare: a word-by-word redline of two documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tablebook.cli import answer
from tablebook.cli.arguments import existing


def compare(
    old: Annotated[Path, typer.Argument(help="The older document.")],
    new: Annotated[Path, typer.Argument(help="The newer document.")],
    out: Annotated[Path | None, typer.Option("-o", "--out", help="A file ending in .docx, .html or .pdf.")] = None,
    author: Annotated[str, typer.Option(help="Who made the changes, for a .docx.")] = "",
    json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> int:
    """Compare two documents word by word."""
    from tablebook.clock import SystemClock
    from tablebook.jobs.compare_files import as_json, compare_files, save_comparison, save_tracked

    word = out is not None and out.suffix.lower() == ".docx" and not json
    if word and out is not None and save_tracked(existing(old), existing(new), out, SystemClock().now(), author):
        answer.tell(f"Saved {out}")
        return 0
    found = compare_files(existing(old), existing(new), answer.progress("Reading page"))
    if out is not None:
        save_comparison(found, out, SystemClock().now(), author)
        answer.tell(f"Saved {out}")
    if json:
        answer.say_json(as_json(found))
    elif out is None:
        for change in found.redline.changes:
            where = f"{change.section}: " if change.section else ""
            said = {"insert": "+ {new}", "delete": "- {old}", "replace": "- {old}\n  + {new}", "move": "> {new}"}[
                change.kind
            ]
            answer.say(f"{where}{said.format(old=change.old, new=change.new)}")
        answer.tell(found.summary)
    return 0
