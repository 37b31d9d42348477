"""What the local writes for its members beside the summaries: the cover letter, and what the agreement costs.

Both are written to be read by everybody. The private costing is a part of the Plan and has no way in here.
"""

from __future__ import annotations

import hashlib

from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import same_words


@dataclass(frozen=True, slots=True)
class LetterWritten:
    """The cover letter of the packet in one language; paragraphs are parted by empty lines. ``signed`` and ``role`` are
    who signs it and as what. ``made_from`` is for a translation the fingerprint of the English letter."""

    text: str
    made_from: str = ""
    language: str = "en"
    signed: str = ""
    role: str = ""
    by: str = ""
    translator: str = ""
    reviewer: str = ""


@dataclass(frozen=True, slots=True)
class CostStated:
    """What the agreement costs as it is stated for members and board, in one language. ``rows`` is a table, its head
    first; ``made_from`` is for a translation the fingerprint of the English words."""

    text: str
    rows: tuple[tuple[str, ...], ...] = ()
    made_from: str = ""
    language: str = "en"
    by: str = ""
    translator: str = ""
    reviewer: str = ""


PacketWords = LetterWritten | CostStated

WRITTEN: dict[str, type[PacketWords]] = {"letter-written": LetterWritten, "cost-stated": CostStated}
"""The stored code of each, as in :data:`tablebook.domain.record.KINDS`."""


def words_fingerprint(text: str) -> str:
    """The fingerprint of words that a translation was made from. Line breaks and kinds of quotes do not count."""
    return hashlib.sha256(b"tablebook-words-1\n" + same_words(text).encode("utf-8")).hexdigest()
