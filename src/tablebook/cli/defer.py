"""tablebook defer: an article left by agreement to be settled elsewhere, or taken up again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tablebook.cli import answer
from tablebook.cli.arguments import moment
from tablebook.errors import UserError


def defer(
    book: Annotated[Path, typer.Argument(help="The book.", readable=False)],
    article: Annotated[str, typer.Option(help="The article as printed: 7, VII, Appendix B, MOU Title.")],
    to: Annotated[str, typer.Option(help="What settles it: a committee, an MOU, the next negotiation.")] = "",
    take_up: Annotated[bool, typer.Option("--take-up", help="Put it on the table again.")] = False,
    by: Annotated[str, typer.Option(help="Who agreed to it.")] = "both parties",
    reason: Annotated[str, typer.Option(help="Why; it is kept with the entry.")] = "",
    at: Annotated[str | None, typer.Option(help="When, as 2026-03-02T18:05.")] = None,
) -> int:
    """Leave an article by agreement to be settled elsewhere; its language stays, and it stands in nobody's way."""
    from tablebook.jobs import hold as job
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.targets import find_target

    if take_up == bool(to):
        raise UserError("Deferred to what?", "", "Name it with --to, or put the article on the table with --take-up.")
    when = moment(at)
    with open_book(book) as opened:
        key = find_target(opened.negotiation, article).key
        if take_up:
            changed = job.resume(opened, key, reason, by=by, at=when)
        else:
            changed = job.defer(opened, key, to, reason=reason, by=by, at=when)
    answer.say(changed.message)
    return 0
