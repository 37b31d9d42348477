"""tablebook new: a book from a contract."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tablebook.cli import answer
from tablebook.cli.arguments import code, existing
from tablebook.domain.codes import Party
from tablebook.errors import UserError


def new(
    book: Annotated[Path, typer.Argument(help="The book to make, ending in .tablebook.", readable=False)],
    contract: Annotated[
        Path, typer.Option(help="The current contract: docx, pdf with text, txt or md.", readable=False)
    ],
    union: Annotated[str, typer.Option(help="The union's full name.")],
    employer: Annotated[str, typer.Option(help="The employer's full name.")],
    we: Annotated[str, typer.Option(help="Whose book it is: union or employer. It cannot change later.")],
    kind: Annotated[str, typer.Option(help="successor, reopener or mid-term.")] = "successor",
    term: Annotated[str, typer.Option(help="The term bargained for, as 2027–30.")] = "",
) -> int:
    """Make a new book from a contract."""
    from tablebook.clock import SystemClock
    from tablebook.documents.foreign import read_contract_safely
    from tablebook.ids import SystemIds
    from tablebook.jobs.new_book import Who, make_book
    from tablebook.jobs.open_book import installation

    side = code(Party, we, "side")
    if side not in (Party.UNION, Party.EMPLOYER):
        raise UserError(f"“{we}” has no book.", "A book is the union's or the employer's.", "Say union or employer.")
    reading = read_contract_safely(existing(contract), progress=answer.progress("Reading page"))
    clock = SystemClock()
    ids = SystemIds()
    who = Who(union, employer, side, kind, term)
    make_book(book, reading.contract, who, clock=clock, ids=ids, origin=installation(ids), source=contract).close()
    for doubt in reading.doubts:
        answer.tell(f"In doubt: {doubt.message}")
    answer.say(str(book))
    return 0
