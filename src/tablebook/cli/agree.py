"""tablebook agree: a TA on one exact pass."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tablebook.cli import answer
from tablebook.cli.arguments import moment
from tablebook.domain.codes import Party, SignedHow
from tablebook.domain.values import Signature
from tablebook.errors import UserError


def agree(
    book: Annotated[Path, typer.Argument(help="The book.")],
    article: Annotated[str, typer.Option(help="The article as printed: 7, VII, Appendix B, MOU Title.")],
    label: Annotated[str, typer.Option(help="The label of the pass that is accepted.")],
    section: Annotated[list[str] | None, typer.Option(help="Only this section; may be repeated.")] = None,
    at: Annotated[str | None, typer.Option(help="When it was signed, as 2026-03-02T18:05.")] = None,
    ta: Annotated[str, typer.Option(help="The TA's own label; proposed where it is not given.")] = "",
    union_signer: Annotated[str, typer.Option(help="Who signed for the union.")] = "",
    employer_signer: Annotated[str, typer.Option(help="Who signed for the employer.")] = "",
) -> int:
    """Record a TA on that exact pass, signed by both. A member of a package accepts the package whole."""
    from tablebook.jobs import agree as job
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.place_text import find_target

    when = moment(at)
    with open_book(book) as opened:
        state = opened.negotiation
        signed_at = when or opened.clock.now()
        signers = ((Party.UNION, union_signer), (Party.EMPLOYER, employer_signer))
        signatures = tuple(Signature(p, name, signed_at.isoformat(), "", SignedHow.SHEET) for p, name in signers)
        signing = job.Signing(ta, signatures)
        target = find_target(state, article)
        accepted = job.find_accepted(state, target.key, label)
        if accepted.body.package:
            if section:
                raise UserError(
                    f"{label} is part of package {accepted.body.package}.",
                    "A package is accepted whole or not at all.",
                    "Leave the sections out to accept the whole package.",
                )
            changed = job.accept_package(opened, accepted.body.package, {"": signing}, at=when)
        else:
            places = [
                find_target(state, one).place or one for one in section or ([target.place] if target.place else [])
            ]
            body = job.draft_ta(opened, [job.agreed_on(state, accepted, places)], signing)
            for caution in job.cautions(opened, body, when):
                answer.tell(f"Note: {caution.sentence}")
            changed = job.agree(opened, [job.agreed_on(state, accepted, places)], signing, at=when)
    answer.say(changed.message)
    return 0
