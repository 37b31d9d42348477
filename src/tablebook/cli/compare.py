"""tablebook compare: a word-by-word redline of two documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tablebook.cli import answer
from tablebook.cli.arguments import existing
from tablebook.redline.marks import Change


def compare(
    old: Annotated[Path, typer.Argument(help="The older document.", readable=False)],
    new: Annotated[Path, typer.Argument(help="The newer document.", readable=False)],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="A file ending in .docx, .html or .pdf.", readable=False)
    ] = None,
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
            answer.say(_said(change))
        for label in found.labels:
            answer.say(f"Renumbered: {label}")
        if found.typography:
            answer.tell(found.typography)
        answer.tell(found.summary)
    return 0


def _said(change: Change) -> str:
    """A change for a person to read: its section, what is struck, what is new."""
    where = f"{change.section}: " if change.section else ""
    if change.kind != "move":
        lines = [f"- {change.old}"] * bool(change.old) + [f"+ {change.new}"] * bool(change.new)
        return where + "\n  ".join(lines)
    edits = [f"\n  {sign} {words}" for old, new in change.edits for sign, words in (("-", old), ("+", new)) if words]
    return f"{where}> moved here{'' if edits else ', words unchanged'}: {change.new}{''.join(edits)}"
