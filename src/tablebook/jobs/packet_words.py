"""Write the words of the packet: plain words beside a TA, the cover letter and the cost summary, and translations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tablebook.book.book import Book
from tablebook.domain.codes import Custody
from tablebook.domain.packet_words import words_fingerprint
from tablebook.domain.record import CostStated, Draft, LetterWritten, SummaryWritten
from tablebook.errors import UserError
from tablebook.jobs.changed import Changed, at_or_now, record
from tablebook.jobs.sheets.packet import ENGLISH, ta_fingerprint


def write_summary(book: Book, ta: str, text: str, *, by: str = "", at: datetime | None = None) -> Changed:
    """Say in plain words what a TA changes. It is bound to the TA's text: when that changes, it is flagged."""
    agreement = book.negotiation.agreements.get(ta)
    if agreement is None:
        raise UserError(f"There is no {ta}.", "Plain words stand beside a TA.", "Name the TA by its label.")
    body = SummaryWritten(ta, text.strip(), ta_fingerprint(book.negotiation, agreement), by=by)
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], f"Plain words written for {ta}.")


def translate_summary(
    book: Book,
    ta: str,
    language: str,
    text: str,
    *,
    translator: str,
    reviewer: str = "",
    at: datetime | None = None,
) -> Changed:
    """Put a translation beside the English plain words of a TA."""
    english = book.negotiation.ratification.summaries.get((ta, ENGLISH))
    if english is None:
        raise _nothing_to_translate(ta)
    code = words_fingerprint(english[1].text)
    body = SummaryWritten(ta, text.strip(), code, language, "", translator, reviewer)
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], f"Translation written for {ta}.")


def write_letter(
    book: Book, text: str, *, signed: str = "", role: str = "", by: str = "", at: datetime | None = None
) -> Changed:
    """Write the cover letter, or write it anew."""
    body = LetterWritten(text.strip(), signed=signed, role=role, by=by)
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], "Cover letter written.")


def translate_letter(
    book: Book, language: str, text: str, *, translator: str, reviewer: str = "", at: datetime | None = None
) -> Changed:
    """Put a translation of the cover letter beside the English one."""
    english = book.negotiation.ratification.letters.get(ENGLISH)
    if english is None:
        raise _nothing_to_translate("the cover letter")
    code = words_fingerprint(english.text)
    body = LetterWritten(text.strip(), code, language, translator=translator, reviewer=reviewer)
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], "Translation of the letter written.")


def state_cost(
    book: Book, text: str, rows: Sequence[Sequence[str]] = (), *, by: str = "", at: datetime | None = None
) -> Changed:
    """State what the agreement costs, for members and board to read. The private costing is no part of it."""
    body = CostStated(text.strip(), tuple(tuple(row) for row in rows), by=by)
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], "Cost summary written.")


def translate_cost(
    book: Book, language: str, text: str, *, translator: str, reviewer: str = "", at: datetime | None = None
) -> Changed:
    """Put a translation of the cost summary's words beside the English ones."""
    english = book.negotiation.ratification.costs.get(ENGLISH)
    if english is None:
        raise _nothing_to_translate("the cost summary")
    code = words_fingerprint(english.text)
    body = CostStated(text.strip(), (), code, language, translator=translator, reviewer=reviewer)
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], "Translation of the costs written.")


def _nothing_to_translate(what: str) -> UserError:
    return UserError(
        f"There is nothing to translate for {what}.",
        "A translation stands beside the English words.",
        "Write the English words first.",
    )
