"""What an unopened article says of itself: its pages in the contract, and where it is cited."""

from __future__ import annotations

import re

from tablebook.domain.negotiation import Item, Negotiation

_CITED = re.compile(r"(?:Articles?|Sections?|§)\s+((?:\w+(?:\.\w+)*(?:\s*,\s*|\s+and\s+|\s+or\s+|\s+to\s+)?)+)")


def pages_of(item: Item) -> str:
    """ "page 41", "pages 41 and 42", "pages 41 to 44"; "" where the contract was read without pages."""
    pages = sorted({block.page for block in item.article.blocks if block.page} | ({item.article.page or 0} - {0}))
    if not pages:
        return ""
    if len(pages) == 1:
        return f"page {pages[0]}"
    return f"pages {pages[0]} {'and' if len(pages) == 2 else 'to'} {pages[-1]}"


def cited_in(state: Negotiation, key: str) -> tuple[str, ...]:
    """The numbers of the other articles whose current language names this article or one of its sections."""
    item = state.items[key]
    names = {item.article.number, *(section.number for section in item.article.sections)} - {""}
    found = []
    for other, unit in state.items.items():
        if other == key or unit.new:
            continue
        cited = {
            name
            for block in unit.article.blocks
            for match in _CITED.findall(block.text)
            for name in re.findall(r"[\w.]*\w", match)
        }
        if cited & names:
            found.append(unit.article.number or unit.article.name)
    return tuple(found)
