"""tablebook pass: a text that was handed over, or an answer that was only said."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tablebook.cli import answer
from tablebook.cli.arguments import code, existing, moment
from tablebook.domain.codes import Channel, Party, PassKind
from tablebook.errors import UserError


def pass_(
    book: Annotated[Path, typer.Argument(help="The book.", readable=False)],
    from_: Annotated[str, typer.Option("--from", help="union, employer or joint.")],
    article: Annotated[
        list[str] | None, typer.Option(help="7, VII, 7.3, 7.3(a), Appendix B, MOU Title, New: Title; may be repeated.")
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Every item on the paper, as “read --for” lists them.")] = False,
    file: Annotated[
        Path | None, typer.Option(help="The paper: docx, pdf with text, txt or md.", readable=False)
    ] = None,
    said: Annotated[str | None, typer.Option(help="The words, where the answer was only spoken.")] = None,
    label: Annotated[str, typer.Option(help="The label on the paper; the next one where it is not given.")] = "",
    responds_to: Annotated[list[str] | None, typer.Option(help="The label it answers; may be repeated.")] = None,
    at: Annotated[str | None, typer.Option(help="When it was handed over, as 2026-03-02T18:05.")] = None,
    kind: Annotated[
        str | None, typer.Option(help="proposal, counter, package, final, current, reject or concept.")
    ] = None,
    channel: Annotated[str, typer.Option(help="table, email, phone, mediator or sidebar.")] = "table",
    condition: Annotated[str, typer.Option(help="A condition, as printed.")] = "",
    expires: Annotated[str | None, typer.Option(help="When the offer runs out, as 2026-03-09T16:30.")] = None,
    expiry_reason: Annotated[str, typer.Option(help="Why it runs out.")] = "",
    reason: Annotated[str, typer.Option(help="The reason for what is warned about; it is kept.")] = "",
) -> int:
    """Record a pass of a text, or an answer that was only said."""
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.pass_paper import Paper, all_items, pass_paper, read_paper

    _about(article, file, every=all_)
    when, until = moment(at), moment(expires)
    paper = Paper(
        tuple(article or ()),
        code(Party, from_, "party"),
        read_paper(existing(file), answer.progress("Reading page")) if file else None,
        said or "",
        label,
        tuple(responds_to or ()),
        code(PassKind, kind, "kind of pass") if kind else None,
        code(Channel, channel, "channel"),
        condition,
        until.isoformat() if until else "",
        expiry_reason,
        reason,
    )
    with open_book(book) as opened:
        paper, left = all_items(opened.negotiation, paper) if all_ else (paper, ())
        done = pass_paper(opened, paper, when)
    for sentence in (*(f"Left for you: {one}" for one in left), *(f"Note: {one}" for one in done.cautions)):
        answer.tell(sentence)
    answer.say(done.changed.message)
    return 0


def _about(article: list[str] | None, file: Path | None, *, every: bool) -> None:
    """Refuse a pass of which nobody says what it is about."""
    if bool(article) == every or (every and file is None):
        raise UserError(
            "It is not said what the pass is about.", "", "Give --article, or --all with --file for all that is on it."
        )
