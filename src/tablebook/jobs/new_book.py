"""Make a new bargaining book from a contract whose outline a person has looked at."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tablebook.book.book import Book
from tablebook.clock import Clock
from tablebook.domain.codes import Party
from tablebook.domain.contract import Contract
from tablebook.domain.record import BookMade
from tablebook.errors import UserError
from tablebook.ids import Ids
from tablebook.jobs.papers_received import attachment


@dataclass(frozen=True, slots=True)
class Who:
    """The parties of a negotiation, and which of them owns the book. This cannot change later."""

    union: str
    employer: str
    we: Party
    kind: str = "successor"
    term: str = ""
    fictional: bool = False


def make_book(
    path: Path, contract: Contract, who: Who, *, clock: Clock, ids: Ids, origin: str, source: Path | None = None
) -> Book:
    """A new book with the contract in force and the file it came from. No file is ever replaced."""
    for name, what in ((who.union, "union"), (who.employer, "employer")):
        if not name.strip():
            raise UserError(
                f"The {what} has no name.", "Both parties stand on every paper.", f"Type the {what}'s name."
            )
    kept, data = attachment(source) if source else (None, None)
    made = BookMade(who.union.strip(), who.employer.strip(), who.we, contract, who.kind, who.term, who.fictional, kept)
    return Book.create(path, made, clock, ids, data, origin=origin)
