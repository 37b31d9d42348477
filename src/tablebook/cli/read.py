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
    for_: Annotated[
        Path | None, typer.Option("--for", help="A book: list its items that the paper is on.", readable=False)
    ] = None,
) -> int:
    """Read a marked-up proposal: its header, and its text with what is inserted and struck."""
    if for_ is not None:
        return _items(existing(file), for_, json=json)
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


def _items(file: Path, book: Path, *, json: bool) -> int:
    """The items of a book that a paper is on, and what "pass --all" would record of each."""
    from tablebook.domain.codes import Party
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.paper_texts import found_items, listing_json
    from tablebook.jobs.received_file import read_received

    came = read_received(file, progress=answer.progress("Reading page"))
    with open_book(book, read_only=True) as opened:
        state = opened.negotiation
        party = came.paper.party if came.paper else ""
        listing = found_items(state, came, Party(party) if party in set(Party) else state.them)
        if json:
            answer.say_json(listing_json(state, listing))
            return 0
        for one in listing.items:
            places = ", ".join(f"{p.place or 'whole'}{' struck' if p.deleted else ''}" for p in one.parts)
            where = f"page {one.page}, " if one.page else ""
            answer.say(f"{one.words}: {where}by {one.why}, “{one.heading}”: {places or 'nothing to record'}")
    for sentence in listing.left:
        answer.tell(f"Left for you: {sentence}")
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
