"""Which sheet a person means by a paper's name: the latest of its kind where nothing more is said."""

from __future__ import annotations

from tablebook.book.book import Book
from tablebook.domain.negotiation import Pass
from tablebook.errors import UserError
from tablebook.jobs.agree import Signing, agreed_on, draft_ta, find_accepted
from tablebook.jobs.sheets.agreement import ta_sheet, ta_summary_sheet
from tablebook.jobs.sheets.article import redline_sheet
from tablebook.jobs.sheets.minutes import joint_minutes_sheet, minutes_sheet
from tablebook.jobs.sheets.proposal import proposal_sheet
from tablebook.jobs.sheets.total_ta import total_ta_sheet
from tablebook.jobs.targets import find_target
from tablebook.reports.sheets import (
    JointMinutesSheet,
    MinutesSheet,
    ProposalSheet,
    RedlineSheet,
    Sheet,
    TaSheet,
    TaSummarySheet,
)

__all__ = ["Sheet", "minutes", "proposal", "redline", "ta", "ta_summary", "total_ta"]


def _key(book: Book, article: str | None, paper: str) -> str:
    if not article:
        raise UserError(
            f"Which article is the {paper} of?", "It is printed for one article.", "Name it with --article."
        )
    key = find_target(book.negotiation, article).key
    item = book.negotiation.items.get(key)
    # An appendix that is bargained inside an article stands on that article's papers.
    return item.home if item and item.home and not item.passes else key


def _pass(book: Book, key: str, label: str | None) -> Pass:
    if label:
        return find_accepted(book.negotiation, key, label)
    passes = book.negotiation.passes_on(key)
    if not passes:
        unit = book.negotiation.named_unit(key)
        raise UserError(f"Nothing was passed on {unit}.", "There is no proposal to print.", "Choose another article.")
    return passes[-1]


def proposal(book: Book, article: str | None, label: str | None = None) -> ProposalSheet:
    """The latest pass of an article, or the one with this label, with all that was on the same paper."""
    one = _pass(book, _key(book, article, "proposal"), label)
    together = [
        other.id
        for other in book.negotiation.passes.values()
        if other.id == one.id or (other.at == one.at and other.body.party is one.body.party and _same_paper(one, other))
    ]
    return proposal_sheet(book.negotiation, together, book.clock.now())


def _same_paper(one: Pass, other: Pass) -> bool:
    same_package = bool(one.body.package) and one.body.package == other.body.package
    return same_package or (bool(one.body.paper) and one.body.paper == other.body.paper)


def ta(book: Book, article: str | None, label: str | None = None) -> TaSheet:
    """An article's latest TA, or the one with this label; without any, the sheet to sign on its latest text."""
    state = book.negotiation
    key = _key(book, article, "TA sheet")
    labels = state.items[key].agreements if key in state.items else ()
    chosen = label if label in labels else labels[-1] if labels and not label else None
    if chosen is not None:
        agreement = state.agreements[chosen]
        return ta_sheet(state, agreement.body, book.clock.now(), agreement)
    if label is None:
        texts = [one for one in state.passes_on(key) if one.has_text]
        if not texts:
            unit = state.named_unit(key)
            raise UserError(f"Nothing was passed on {unit}.", "A TA names one exact passed text.", "Pass a text first.")
        label = texts[-1].body.label
    body = draft_ta(book, [agreed_on(state, find_accepted(state, key, label))], Signing())
    return ta_sheet(state, body, book.clock.now())


def total_ta(book: Book) -> TaSheet:
    """The line that closes the rest, to be signed by both."""
    return total_ta_sheet(book.negotiation, book.clock.now())


def ta_summary(book: Book) -> TaSummarySheet:
    """The TA log of the whole negotiation."""
    return ta_summary_sheet(book.negotiation, book.clock.now(), book.fingerprint)


def minutes(book: Book, session: int | None = None, joint: bool = False) -> MinutesSheet | JointMinutesSheet:
    """The minutes of a session, the latest where none is named."""
    numbers = list(book.negotiation.sessions)
    if session is None and not numbers:
        raise UserError("There are no sessions yet.", "Minutes tell of one session.", "Open a session first.")
    number = session if session is not None else numbers[-1]
    make = joint_minutes_sheet if joint else minutes_sheet
    return make(book.negotiation, number, book.clock.now())


def redline(book: Book, article: str | None, label: str | None = None) -> RedlineSheet:
    """An article's latest text, or that of the pass with this label, against the contract with all layers."""
    key = _key(book, article, "redline")
    shown = _pass(book, key, label).id if label else None
    return redline_sheet(book.negotiation, key, book.clock.now(), shown=shown)
