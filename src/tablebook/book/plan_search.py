"""Search in what is ours alone. The Plan is small and changes with every key, so it is looked through as it is."""

from __future__ import annotations

import re

from tablebook.book.plan import Plan
from tablebook.book.search import SearchHit, SnippetPart, terms
from tablebook.domain.codes import Custody
from tablebook.domain.text import lines_from_blocks

_AROUND = 60


def find_in_plan(plan: Plan, text: str, limit: int) -> tuple[SearchHit, ...]:
    """Private notes, drafts and rationales that have all these words."""
    looked_for = [re.compile(re.escape(term), re.IGNORECASE) for term in terms(text)]
    if not looked_for:
        return ()
    places = [("private-note", note.place, note.text) for note in plan.private_notes()]
    places += [("draft", draft.article, lines_from_blocks(draft.blocks)) for draft in plan.drafts()]
    places += [
        ("rationale", one.article, "\n".join((one.rationale, *(f"{limit.name} {limit.limit}" for limit in one.limits))))
        for one in plan.articles()
    ]
    hits = (
        SearchHit(kind, Custody.PLAN, (SnippetPart(place),) if place else (), _parts(words, looked_for), article=place)
        for kind, place, words in places
        if all(term.search(words) for term in looked_for)
    )
    return tuple(hits)[:limit]


def _parts(words: str, looked_for: list[re.Pattern[str]]) -> tuple[SnippetPart, ...]:
    first = min(match.start() for term in looked_for if (match := term.search(words)))
    start = max(0, first - _AROUND)
    shown = words[start : first + 3 * _AROUND]
    found = re.compile("|".join(term.pattern for term in looked_for), re.IGNORECASE)
    parts, at = [SnippetPart("…")] if start else [], 0
    for match in found.finditer(shown):
        if match.start() > at:
            parts.append(SnippetPart(shown[at : match.start()]))
        parts.append(SnippetPart(match.group(), found=True))
        at = match.end()
    if at < len(shown):
        parts.append(SnippetPart(shown[at:]))
    return tuple(parts)
