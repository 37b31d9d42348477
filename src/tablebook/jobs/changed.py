"""What a job gives back: which things changed, by name, so that each view repaints only its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from tablebook.book.book import Book
from tablebook.domain import record as r
from tablebook.domain.codes import Custody
from tablebook.domain.dataclass import dataclass
from tablebook.domain.record import Draft, Entry, EntryId


@dataclass(frozen=True, slots=True)
class Changed:
    """The articles, sessions and packages an act touched, the entries it made, and one sentence that says so."""

    articles: frozenset[str] = frozenset()
    sessions: frozenset[int] = frozenset()
    packages: frozenset[str] = frozenset()
    entries: tuple[EntryId, ...] = ()
    message: str = ""
    plan: bool = False


def record(book: Book, drafts: Sequence[Draft], message: str, files: Mapping[str, bytes] | None = None) -> Changed:
    """Append these entries in one stroke and say what they changed."""
    entries = book.record(drafts, files or {})
    return Changed(
        frozenset(key for entry in entries for key in _articles(book, entry)),
        frozenset(number for entry in entries if (number := book.negotiation.session_of.get(entry.id)) is not None),
        frozenset(label for entry in entries if (label := getattr(entry.body, "package", ""))),
        tuple(entry.id for entry in entries),
        message,
    )


def _articles(book: Book, entry: Entry) -> tuple[str, ...]:
    body = entry.body
    if isinstance(body, r.PackageOffered):
        return tuple(ref.article for ref in body.members)
    if isinstance(body, r.Agreed):
        return tuple(text.accepted.article for text in body.texts)
    if isinstance(body, r.VoteCertified | r.BoardVoted | r.Executed | r.SignatureAdded | r.SentBack | r.TallyEntered):
        # The whole agreement moved on, or back to the table, and each of its articles with it.
        return tuple(key for key, item in book.negotiation.items.items() if item.agreements)
    if label := getattr(body, "agreement", ""):
        agreement = book.negotiation.agreements.get(label)
        return tuple(text.accepted.article for text in agreement.body.texts) if agreement else ()
    if isinstance(body, r.PassWithdrawn | r.PassRejected) and body.package:
        package = book.negotiation.packages.get(body.package)
        return tuple(ref.article for ref in package.body.members) if package else ()
    if isinstance(body, r.NoteTaken):
        place = book.negotiation.contract.find(body.place) if body.place else None
        return (place[0],) if place else ()
    if isinstance(body, r.ReasonGiven):
        return body.articles
    article = getattr(body, "article", "")
    places = (part.place for part in getattr(body, "parts", ()))
    return (article, *(p for p in places if book.negotiation.carried_unit(article, p))) if article else ()


def reasons_given(label: str, articles: Sequence[str], reasons: Sequence[tuple[str, str]], at: datetime) -> list[Draft]:
    """The reasons (warning's code, words) for going on, as entries of ours beside what they were given for."""
    about = tuple(dict.fromkeys(articles))
    return [Draft(r.ReasonGiven(label, about, code, words), Custody.OURS, at) for code, words in reasons]


def at_or_now(book: Book, at: datetime | None) -> datetime:
    """The moment an act happened: as given, or now by the book's clock."""
    return at if at is not None else book.clock.now()
