"""The signed copy of the agreement, held word by word against what was ratified before it is kept."""

from __future__ import annotations

import re
from pathlib import Path

from tablebook.book.book import Book
from tablebook.documents.file_kinds import is_picture
from tablebook.documents.foreign import ReadingStopped, read_text_safely
from tablebook.domain.closing_lines import contract_closing
from tablebook.domain.signature_lines import BLANK
from tablebook.domain.successor import assemble
from tablebook.domain.term_dates import only_days
from tablebook.errors import UserError
from tablebook.jobs.prove import prove_file
from tablebook.proof.results import Finding
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
    agreed = assemble(book.negotiation).contract
    if share_of_contract(blocks, agreed) < _MOST:
        return None
    blanks = any(re.search(BLANK, block.printed) for one in agreed.articles for block in contract_closing(one))
    found = [one for one in prove_file(book, copy).proof.findings if not (blanks and _fills_in(one))]
    first, *more = [one.sentence for one in found] or [""]
    others = f" And {len(more)} more change{'s' if len(more) > 1 else ''}." if more else ""
    what, todo = f"{copy.name} does not read as what was ratified.", "Look at the changes with “proof”."
    return UserError(what, f"{first}{others}", todo) if first else None


def _fills_in(found: Finding) -> bool:
    """Whether a difference is a day that was written on the lines to sign."""
    return not found.old and only_days(found.new)
