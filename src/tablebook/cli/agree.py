"""tablebook agree: a TA on one exact pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tablebook.cli import answer
from tablebook.cli.arguments import moment
from tablebook.domain.codes import Party, SignedHow
from tablebook.domain.contract import find_place
from tablebook.domain.values import Signature
from tablebook.errors import UserError

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.domain.negotiation import Negotiation
    from tablebook.domain.record import Agreed
    from tablebook.jobs.agree import Signing
    from tablebook.jobs.targets import Target


def agree(
    book: Annotated[Path, typer.Argument(help="The book.", readable=False)],
    article: Annotated[str, typer.Option(help="The article as printed: 7, VII, Appendix B, MOU Title.")],
    label: Annotated[str, typer.Option(help="The label of the pass that is accepted.")],
    section: Annotated[list[str] | None, typer.Option(help="Only this section; may be repeated.")] = None,
    at: Annotated[str | None, typer.Option(help="When it was signed, as 2026-03-02T18:05.")] = None,
    ta: Annotated[str, typer.Option(help="The TA's own label; proposed where it is not given.")] = "",
    union_signer: Annotated[str, typer.Option(help="Who signed for the union.")] = "",
    employer_signer: Annotated[str, typer.Option(help="Who signed for the employer.")] = "",
    condition: Annotated[
        str, typer.Option(help="What the TA depends on; that of the offer where it is not given. “None” waives it.")
    ] = "",
    reason: Annotated[str, typer.Option(help="The reason for what is warned about; it is kept.")] = "",
) -> int:
    """Record a TA on that exact pass, signed by both; with one signer named, by that side alone. A member of a package
    accepts the package whole."""
    from tablebook.jobs import agree as job
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.targets import find_target

    when = moment(at)
    with open_book(book) as opened:
        state = opened.negotiation
        signed_at = when or opened.clock.now()
        signers = ((Party.UNION, union_signer), (Party.EMPLOYER, employer_signer))
        named = [one for one in signers if one[1]] or signers  # with one of them named the other's is missing
        signatures = tuple(Signature(p, name, signed_at.isoformat(), "", SignedHow.SHEET) for p, name in named)
        signing = job.Signing(ta, signatures, conditions=condition)
        target = find_target(state, article)
        accepted = job.find_accepted(state, target.key, label)
        if accepted.body.package:
            if section:
                raise UserError(
                    f"{label} is part of package {accepted.body.package}.",
                    "A package is accepted whole or not at all.",
                    "Leave the sections out to accept the whole package.",
                )
            package = accepted.body.package
            signing, notes = _reasoned(opened, job.package_tas(state, package, {"": signing}), signing, when, reason)
            changed = job.accept_package(opened, package, {"": signing}, at=when)
        else:
            places = [_place(state, target, one) for one in section or ()] or [target.place] * bool(target.place)
            texts = [job.agreed_on(state, accepted, places)]
            signing, notes = _reasoned(opened, [job.draft_ta(opened, texts, signing)], signing, when, reason)
            changed = job.agree(opened, texts, signing, at=when)
    for note in notes:
        answer.tell(f"Note: {note}")
    answer.say(changed.message)
    return 0


def _place(state: Negotiation, target: Target, section: str) -> str:
    """A section of the article as it is named: "B" and "22.B" of Article 22."""
    own = {one.number for one in state.items[target.key].article.sections}
    if section in own:
        return section
    found = find_place({target.key: state.items[target.key].article}, section)
    return found[1] or section if found else section


def _reasoned(
    book: Book, bodies: Sequence[Agreed], signing: Signing, when: datetime | None, reason: str
) -> tuple[Signing, tuple[str, ...]]:
    """The signing with the reason kept for what is warned about, and the warnings in words."""
    from tablebook.jobs import agree as job

    found = {caution.sentence: caution for body in bodies for caution in job.cautions(book, body, when)}
    asked = dict.fromkeys(caution.code for caution in found.values() if caution.asks_reason)
    kept = replace(signing, reasons=tuple((each, reason) for each in asked)) if reason else signing
    return kept, tuple(found)
