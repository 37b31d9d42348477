"""The condition that a draft will be passed on. It is plan, like the draft, and goes with it."""

from __future__ import annotations

from tablebook.book.book import Book


def draft_condition(book: Book, article: str) -> str:
    """The condition kept with an article's draft, or ""."""
    return book.plan.get(_key(article)) or ""


def keep_condition(book: Book, article: str, words: str) -> None:
    """Keep the condition that the draft will be passed on; "" takes it away."""
    if words or draft_condition(book, article):
        book.plan.put(_key(article), words or None)


def _key(article: str) -> str:
    return f"draft-condition:{article}"
