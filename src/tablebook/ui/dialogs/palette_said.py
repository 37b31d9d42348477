"""What was said, as targets of the palette."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from tablebook.domain.negotiation import Negotiation
from tablebook.domain.record import NoteTaken
from tablebook.jobs.palette_search import SAID, Found, Group, Target
from tablebook.ui import words

LONGEST = 74


def said_targets(hits: Iterable[Any], state: Negotiation, today: date, most: int) -> Group:
    """Notes in which the words stand, with who said them and when; private ones say so."""
    found = []
    for hit in hits:
        if not hit.private and hit.kind != "note-taken":
            continue
        text, spans = _text(hit.words)
        if hit.private:
            target = Target(SAID, "", text, "lock", "ours alone", _place(state, hit.article), state="plan")
        else:
            entry = state.entries.get(hit.entry)
            body = entry.body if entry is not None else None
            if entry is None or not isinstance(body, NoteTaken):
                continue
            who = body.who.rsplit(" ", 1)[-1] if body.who else ""
            aside = ", ".join(part for part in (who, words.moment(entry.at, today)) if part)
            target = Target(
                SAID, entry.id, text, "quote", aside, _place(state, body.place), _section(state, body.place)
            )
        found.append(Found(target, spans))
    return Group(SAID, tuple(found[:most]), len(found))


def _text(parts: Iterable[Any]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The words in quotation marks around what was found, cut so that it stands in the row."""
    whole, spans = "", []
    for part in parts:
        if part.found:
            spans.append((len(whole), len(whole) + len(part.text)))
        whole += part.text.replace("\n", " ")
    start = max(0, spans[0][0] - 24) if spans and len(whole) > LONGEST else 0
    lead = "“… " if start else "“"
    cut = whole[start : start + LONGEST]
    tail = " …”" if start + LONGEST < len(whole) else "”"
    moved = tuple(
        (a - start + len(lead), min(b - start, len(cut)) + len(lead)) for a, b in spans if a - start < len(cut)
    )
    return f"{lead}{cut}{tail}", moved


def _place(state: Negotiation, place: str) -> str:
    if place in state.items:
        return place
    found = state.contract.find(place) if place else None
    return found[0] if found else ""


def _section(state: Negotiation, place: str) -> str:
    found = state.contract.find(place) if place else None
    return found[1] if found else ""
