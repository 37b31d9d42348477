"""The signed copy of the agreement, held word by word against what was ratified before it is kept."""

from __future__ import annotations

from pathlib import Path

from tablebook.book.book import Book
from tablebook.documents.file_kinds import is_picture
from tablebook.documents.foreign import ReadingStopped, read_text_safely
from tablebook.domain.successor import assemble
from tablebook.errors import UserError
from tablebook.jobs.prove import prove_file
from tablebook.proof.sheet_text import share_of_contract

_MOST = 0.5
"""A copy with less of the agreement's words is a scan, or the page with the signatures alone."""


def copy_differs(book: Book, copy: Path) -> UserError | None:
    """What, why and what to do where a signed copy reads otherwise than what was ratified; None where it does not, or
    where it has not the words to be compared."""
    if is_picture(copy):
        return None
    try:
        blocks = read_text_safely(copy).blocks
    except ReadingStopped:
        raise
    except UserError:
        return None
    if share_of_contract(blocks, assemble(book.negotiation).contract) < _MOST:
        return None
    first, *more = [one.sentence for one in prove_file(book, copy).proof.findings] or [""]
    others = f" And {len(more)} more change{'s' if len(more) > 1 else ''}." if more else ""
    what, todo = f"{copy.name} does not read as what was ratified.", "Look at the changes with “proof”."
    return UserError(what, f"{first}{others}", todo) if first else None
