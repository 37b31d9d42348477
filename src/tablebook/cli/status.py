"""tablebook status: where everything stands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from tablebook.cli import answer


def status(
    book: Annotated[Path, typer.Argument(help="The book.", readable=False)],
    json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> int:
    """Show every article: its state, whose court it is in, its passes and TAs; and what is unresolved."""
    from tablebook.domain.not_yet_text import unclear_texts
    from tablebook.domain.successor import assemble
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.status import status as where_it_stands

    with open_book(book, read_only=True) as opened:
        found = where_it_stands(opened.negotiation, opened.clock.now())
        unclear = [] if json else list(unclear_texts(opened.negotiation, assemble(opened.negotiation)))
    if json:
        answer.say_json(found)
        return 0
    facts = found["negotiation"]
    answer.say(f"{facts['union']} and {facts['employer']}. We are the {facts['we']}.")
    for article in found["articles"]:
        answer.say(_line(article))
    for said in unclear:
        answer.say(f"Not one text yet: {said}")
    answer.say(_left(found["unresolved"]))
    return 0


def _left(keys: list[str]) -> str:
    return f"Unresolved: {', '.join(keys)}." if keys else "Nothing is unresolved."


def _line(article: dict[str, Any]) -> str:
    last = article["passes"][-1] if article["passes"] else None
    tas = ", ".join(one["ta"] for one in article["agreements"] if one["in_force"])
    parts = [f"{article['number']:>12}  {article['title']}", article["state"]]
    if last:
        parts.append(f"last {last['label']} of the {last['party']}")
    if tas:
        parts.append(tas)
    return "; ".join(parts)
