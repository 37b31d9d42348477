"""Hold an article by agreement to come back to it, defer it to be settled elsewhere, and take it up again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tablebook.book.book import Book
from tablebook.domain.codes import Custody
from tablebook.domain.record import ArticleDeferred, ArticleHeld, ArticleResumed, Draft
from tablebook.jobs.changed import Changed, at_or_now, record


def hold(
    book: Book,
    article: str,
    reason: str,
    *,
    places: Sequence[str] = (),
    by: str = "both parties",
    at: datetime | None = None,
) -> Changed:
    """Park an article, or places of it."""
    body = ArticleHeld(article, tuple(places), by, reason)
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], f"{_name(book, article)} is held.")


def defer(
    book: Book,
    article: str,
    to: str,
    *,
    reason: str = "",
    by: str = "both parties",
    at: datetime | None = None,
) -> Changed:
    """Leave an article, or what is not agreed in it, to be settled elsewhere."""
    body = ArticleDeferred(article, to, by, reason)
    said = f"{_name(book, article)} is deferred to {to}."
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], said)


def resume(
    book: Book,
    article: str,
    reason: str = "",
    *,
    places: Sequence[str] = (),
    by: str = "both parties",
    at: datetime | None = None,
) -> Changed:
    """Come back to a held article, or take one up again that was deferred."""
    item = book.negotiation.items.get(article)
    said = "on the table again" if item and item.deferred else "off hold"
    body = ArticleResumed(article, tuple(places), by, reason)
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], f"{_name(book, article)} is {said}.")


def _name(book: Book, article: str) -> str:
    item = book.negotiation.items.get(article)
    return item.article.name if item else article
