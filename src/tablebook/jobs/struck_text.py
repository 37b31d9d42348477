"""A paper that says of a section or of an item no more than that it goes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tablebook.domain.contract import same_number
from tablebook.domain.language import place_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.text import Block, BlockKind, same_words
from tablebook.domain.values import Part

_UNIT = r"(?:article|section|appendix|language|provision|paragraph|memorandum|mou)"
_GONE = r"(?:deleted?|strike|struck|stricken|removed?|eliminated?|repealed)"
_STRUCK = re.compile(
    rf"(?i)\W*(?:(?:(?:this|the)\s+)?(?:entire\s+)?{_UNIT}\s*(?P<number>\d[\w.]*|[A-Z]{{1,2}}|[IVXLC]+)?\s+"
    rf"(?:is|are|shall\s+be|to\s+be|will\s+be)\s+(?:hereby\s+)?{_GONE}"
    rf"|{_GONE}(?:\s+(?:(?:this|the)\s+)?(?:entire\s+)?"
    rf"(?:{_UNIT}(?:\s+(?P<other>\d[\w.]*|[A-Z]{{1,2}}|[IVXLC]+))?|\d+(?:\.\d+)+))?)"
    r"(?:\s+in\s+(?:its|their)\s+entirety)?\W*"
)


_PART = re.compile(r"(?i)\b(?:section|paragraph|provision)\b|\d\.\d")
"""What is only a part of an item."""


def section_struck(words: str) -> str:
    """The number of the section that a sentence strikes and says no more of: "Section 2.2 is deleted."; "" for none."""
    return _named(_STRUCK.fullmatch(words)) if re.search(r"(?i)\bsection\b", words) else ""


def _named(struck: re.Match[str] | None) -> str:
    """The number that a sentence of what goes names."""
    return (struck["number"] or struck["other"] or "").rstrip(".") if struck else ""


def strikes_all(state: Negotiation, key: str, body: Sequence[Block]) -> bool:
    """Whether a paper says of an item no more than that it goes."""
    words = " ".join(block.printed for block in body)
    match = None if _PART.search(words) else _STRUCK.fullmatch(words)
    article = state.items[key].article
    named = _named(match)
    return match is not None and (not named or same_number(named, article.number or key))


def or_struck(state: Negotiation, key: str, part: Part) -> Part:
    """The part, or the striking of its section where the paper says no more of it than "Deleted"."""
    now = place_blocks(state, key, part.place)
    if not now or any(block.rows for block in part.blocks):
        return part
    title = same_words(now[0].text) if now[0].kind is BlockKind.HEADING else ""
    old, new = (
        " ".join(filter(None, (same_words(block.text).removeprefix(title).strip() for block in blocks)))
        for blocks in (now, part.blocks)
    )
    match = _STRUCK.fullmatch(new)
    if match is None or _STRUCK.fullmatch(old):
        return part
    named = _named(match)
    own = not named or named.casefold() in (part.place.casefold(), part.place.rpartition(".")[2].casefold())
    return Part(part.place, deleted=True) if own else part
