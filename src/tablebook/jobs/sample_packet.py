"""What the sample's local wrote for its members on the morning after, through the jobs a person's clicks would call."""

from __future__ import annotations

import tomllib
from datetime import datetime
from pathlib import Path

from tablebook.book.book import Book
from tablebook.clock import FixedClock
from tablebook.jobs import packet_words

SPANISH = "es"


def write_for_members(book: Book, clock: FixedClock, folder: Path, until: datetime | None) -> None:
    """Letter, costs and plain words beside every TA, with the Spanish, unless the story ends before."""
    said = tomllib.loads((folder / "members.toml").read_text(encoding="utf-8"))
    at = datetime.fromisoformat(said["at"])
    if until is not None and until < at:
        return
    clock.put(at)
    by, who = said["by"], {"translator": said["translator"], "reviewer": said["reviewer"]}
    for ta, words in said["summaries"].items():
        packet_words.write_summary(book, ta, words["en"], by=by)
        packet_words.translate_summary(book, ta, SPANISH, words["es"], **who)
    letter, cost = said["letter"], said["cost"]
    packet_words.write_letter(book, letter["en"], signed=letter["signed"], role=letter["role"], by=by)
    packet_words.translate_letter(book, SPANISH, letter["es"], **who)
    packet_words.state_cost(book, cost["en"], cost["rows"], by=cost["by"])
    packet_words.translate_cost(book, SPANISH, cost["es"], **who)
