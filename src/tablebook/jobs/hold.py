"""Hold an article by agreement to come back to it, and take it off hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tablebook.book.book import Book
from tablebook.domain.codes import Custody
from tablebook.domain.record import ArticleHeld, ArticleResumed, Draft
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


def resume(
    book: Book,
    article: str,
    reason: str = "",
    *,
    places: Sequence[str] = (),
    by: str = "both parties",
    at: datetime | None = None,
) -> Changed:
    """Come back to a held article."""
    body = ArticleResumed(article, tuple(places), by, reason)
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], f"{_name(book, article)} is off hold.")


def _name(book: Book, article: str) -> str:
    item = book.negotiation.items.get(article)
    return item.article.name if item else article
