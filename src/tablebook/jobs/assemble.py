"""Assemble the successor agreement: the current contract with the signed texts in it, as a Word file or a PDF."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from tablebook.book.book import Book
from tablebook.documents.successor.places import NotPlacedError
from tablebook.documents.successor.write import InOwnFile, in_own_file, tracked_file
from tablebook.domain.closing_lines import in_print
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.note_signs import signs_in_order
from tablebook.domain.phrases import listed
from tablebook.domain.successor import Successor, assemble
from tablebook.domain.text import lines_from_blocks
from tablebook.errors import UserError
from tablebook.jobs.print_paper import print_paper
from tablebook.jobs.said_of_successor import said_of
from tablebook.jobs.sheets.successor import TAS, successor_sheet
from tablebook.jobs.word_paper import original_of, word_bytes
from tablebook.reports.saving import save

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
ENDINGS = (".docx", ".pdf", ".md", ".txt")


@dataclass(frozen=True, slots=True)
class Agreement:
    """The assembled agreement as a file. ``in_own`` tells how it went into the contract's own Word file; None where it
    is set anew. ``said`` is what a person has to know of it."""

    successor: Successor
    data: bytes
    in_own: InOwnFile | None = None
    said: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing is left that a person has to settle or to look at word by word."""
        return self.successor.ready and not (self.in_own and self.in_own.wrong)


def assembled(
    book: Book,
    ending: str,
    *,
    tracked: bool = False,
    at: datetime | None = None,
    page: str = "letter",
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Agreement:
    """The successor agreement as the bytes of a file of this kind, and what is to be said of it aloud."""
    if ending.lower() not in ENDINGS:
        raise UserError(
            f"“{ending or 'No ending'}” is no kind of file for an agreement.",
            "The ending says what to make.",
            "End the name in .docx, .pdf, .md or .txt.",
        )
    state, made = book.negotiation, at or book.clock.now()
    successor = assemble(state)
    step = progress or (lambda done, of: None)
    step(1, 4)
    own = _in_own_file(book, successor) if ending == ".docx" else None
    step(2, 4)
    data = own.data if own else b""
    if own and tracked:
        data = tracked_file(_source(book), own, lambda units: _hand(state, successor, units, made))
    elif not own:
        data = _set_anew(book, successor, ending, tracked, made, page, cancelled)
    step(4, 4)
    return Agreement(successor, data, own, tuple(said_of(state, successor, own, tracked)))


def save_agreement(book: Book, target: Path, **options: Any) -> Agreement:
    """The same, written to a file: whole or not at all."""
    found = assembled(book, target.suffix.lower(), **options)
    save(found.data, target)
    return found


def _hand(state: Negotiation, successor: Successor, units: Sequence[str], made: datetime) -> tuple[str, datetime]:
    """The TAs that changed these units, as Word names an author, and when the last of them was signed."""
    labels = dict.fromkeys(label for unit in units for label in successor.by_key[unit].agreements)
    known = [state.agreements[label] for label in labels if label in state.agreements]
    if not known:
        return TAS, made
    return listed([one.body.label for one in known]), max(one.at for one in known)


def _source(book: Book) -> bytes:
    made = book.negotiation.made
    if made is None or made.source is None or not made.source.name.lower().endswith(".docx"):
        return b""
    return book.attachment(made.source.digest)


def _in_own_file(book: Book, successor: Successor) -> InOwnFile | None:
    source = _source(book)
    if not source:
        return None
    order = [(unit.key, unit.article) for unit in successor.units]
    try:
        return in_own_file(source, book.negotiation.contract.by_key, order)
    except NotPlacedError:
        return None


def _set_anew(
    book: Book, successor: Successor, ending: str, tracked: bool, made: datetime, page: str, cancelled: Cancelled | None
) -> bytes:
    if ending in (".md", ".txt"):
        return _plain(successor, ending).encode()
    sheet = successor_sheet(book.negotiation, successor, made, tracked=tracked)
    if ending == ".docx":
        if not tracked:  # on a page it stands in the foot; here it would be a line of the contract
            sheet = replace(sheet, fingerprint="")
        return word_bytes(sheet, clean=not tracked, original=original_of(book), page=page, names={"joint": TAS})
    out = io.BytesIO()
    print_paper(sheet, out, page=page, cancelled=cancelled)
    return out.getvalue()


def _plain(successor: Successor, ending: str) -> str:
    title = successor.contract.title
    parts = [f"# {title}" if ending == ".md" and title else title]
    for one in in_print([(unit.key, unit.article, unit.base is None) for unit in successor.units]):
        article = successor.by_key[one.unit].article
        assert article is not None
        if not one.start:
            parts.append(f"## {article.heading}" if ending == ".md" else article.heading.upper())
        parts.extend(lines_from_blocks([block]) for block in article.blocks[one.start : one.end])
    return "\n\n".join(part for part in signs_in_order(parts) if part) + "\n"


def as_json(state: Negotiation, found: Agreement) -> dict[str, Any]:
    """The agreement as the command line prints it."""
    successor, own = found.successor, found.in_own
    return {
        "ready": successor.ready,
        "units": [
            {
                "article": unit.key,
                "number": unit.article.number if unit.article else None,
                "title": (unit.article or unit.base).title,  # type: ignore[union-attr]
                "new": unit.base is None,
                "deleted": unit.article is None,
                "agreements": list(unit.agreements),
            }
            for unit in successor.units
            if unit.article or unit.base
        ],
        "clashes": [
            {"article": one.unit, "section": one.place or None, "agreements": list(one.agreements)}
            for one in successor.clashes
        ],
        "waiting": [{"article": one.unit, "agreement": one.agreement} for one in successor.waiting],
        "lapsed": [
            {"article": one.unit, "section": one.place or None, "agreement": one.agreement,
             "replaced_by": one.replaced_by}
            for one in successor.lapsed
        ],
        "references": [
            {"article": one.unit, "section": one.place or None, "old": one.old, "new": one.new or None,
             "because": one.because, "agreement": one.agreement or None}
            for one in successor.references
        ],
        "typed_numbers": list(own.literal) if own else [],
        "contents": _contents(own),
        "own_document": own is not None,
        "said": list(found.said),
    }  # fmt: skip


def _contents(own: InOwnFile | None) -> dict[str, Any] | None:
    found = own.contents if own is not None else None
    if found is None:
        return None
    return {"made_by_word": found.made, "changed": found.changed, "left": found.left, "no_page": list(found.pageless)}
