"""tablebook read: a marked-up proposal, with its header and what is inserted and struck."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from tablebook.cli import answer
from tablebook.cli.arguments import existing

_SIGNS = {"same": "{}", "inserted": "{{+{}+}}", "deleted": "[-{}-]"}


def read(
    file: Annotated[Path, typer.Argument(help="A proposal: docx, pdf with text, txt or md.")],
    json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> int:
    """Read a marked-up proposal: its header, and its text with what is inserted and struck."""
    from tablebook.documents.foreign import read_paper_safely
    from tablebook.documents.marked.read import paper_json

    found = paper_json(read_paper_safely(existing(file), progress=answer.progress("Reading page")))
    if json:
        answer.say_json(found)
        return 0
    for line in found["header"]:
        answer.say(line)
    for key in found["keys"]:
        answer.tell(f"{key['marking']}: {key['meaning']} ({key['words']} words). {key['reason']}")
    for block in found["blocks"]:
        if not block["header"]:
            answer.say("".join(_SIGNS[run["mark"]].format(run["text"]) for run in _joined(block["runs"])))
    for warning in found["warnings"]:
        where = f"Page {warning['page']}: " if warning["page"] else ""
        answer.tell(f"{where}{warning['message']}")
    return 0


def _joined(runs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Runs with neighbours of one mark joined: colours are not shown here."""
    result: list[dict[str, Any]] = []
    for run in runs:
        if result and result[-1]["mark"] == run["mark"]:
            result[-1] = {**result[-1], "text": result[-1]["text"] + run["text"]}
        else:
            result.append(run)
    return result
