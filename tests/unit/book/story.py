"""Short ways to say what happens at a table, for the tests of the book."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta, timezone
from pathlib import Path

from tablebook.book import Book
from tablebook.clock import FixedClock
from tablebook.domain.codes import Custody, Party
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.record import BookMade, Draft, NoteTaken, Part, SessionOpened, TextPassed
from tablebook.domain.text import heading, paragraph
from tablebook.ids import SeededIds

ORIGIN = "0190a000-0000-7000-8000-000000000001"
OTHER = "0190a000-0000-7000-8000-000000000002"
MONDAY = datetime(2027, 3, 1, 9, 0, tzinfo=timezone(timedelta(hours=-6), "CST"))


def contract() -> BookMade:
    """A contract of two articles, ours the union."""
    articles = tuple(
        Article(UnitKind.ARTICLE, number, title, (heading(title, section=f"{number}.1"), paragraph(words)))
        for number, title, words in (
            ("7", "Class size", "No class has more than 28 students."),
            ("12", "Transfers", "A transfer is posted for ten (10) days."),
        )
    )
    return BookMade("Local 7", "The District", Party.UNION, Contract("Agreement", articles))


def note(words: str, who: str = "MR") -> Draft:
    """Something said at the table."""
    return Draft(NoteTaken(words, who, place="7"), Custody.OURS)


def session(number: int) -> Draft:
    """A session begins."""
    return Draft(SessionOpened(number, "Board room"))


def passed(label: str, words: str, article: str = "7", party: Party = Party.UNION) -> Draft:
    """A whole article handed over."""
    part = Part("", (heading("Class size", section=f"{article}.1"), paragraph(words)))
    return Draft(TextPassed(article, label, party, (part,), title="Class size"))


def reopen(path: Path, *, read_only: bool = False, origin: str = ORIGIN) -> Book:
    """Open the book as a later start would."""
    return Book.open(path, FixedClock(MONDAY + timedelta(days=1)), SeededIds(2), origin=origin, read_only=read_only)


def digest(path: Path) -> str:
    """What the file is, byte for byte."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
