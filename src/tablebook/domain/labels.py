"""The next label, proposed in the style a local already uses. Labels are free text; this only proposes."""

from __future__ import annotations

import re

from tablebook.domain.codes import Party, PassKind
from tablebook.domain.negotiation import Negotiation

_COUNTED = re.compile(r"^(?P<head>.*?)(?P<number>\d+)(?P<tail>\D*)$")


def _used(state: Negotiation, party: Party, article: str | None = None) -> list[str]:
    passed = [
        p.body.label for p in state.passes.values() if p.body.party is party and article in (None, p.body.article)
    ]
    waiting = [p.label for p in state.prepared.values() if p.party is party and article in (None, p.article)]
    return [*passed, *waiting]


def next_label(state: Negotiation, article: str, party: Party, kind: PassKind = PassKind.PROPOSAL) -> str:
    """A label this party has not used on the article: the number after its last one, in the style of that one, or of
    its last one anywhere. A local that has passed nothing yet gets "U-1" or "E-1"."""
    here = _used(state, party, article)
    anywhere = _used(state, party)
    for like in (*reversed(here), *reversed(anywhere)):
        match = _COUNTED.match(like)
        if match:
            number = int(match["number"]) if like in here else 0
            return _free(match["head"], number + 1, here)
    return _free({Party.UNION: "U-", Party.EMPLOYER: "E-", Party.JOINT: "J-"}.get(party, "M-"), 1, here)


def _free(head: str, number: int, used: list[str]) -> str:
    while f"{head}{number}" in used:
        number += 1
    return f"{head}{number}"


def skips(state: Negotiation, article: str, party: Party, label: str) -> bool:
    """Whether a counted label leaves out a number of its own style ("U-5" after "U-3")."""
    match = _COUNTED.match(label)
    if not match:
        return False
    numbers = [
        int(other["number"])
        for one in _used(state, party, article)
        if one != label and (other := _COUNTED.match(one)) and other["head"] == match["head"]
    ]
    return int(match["number"]) > max(numbers, default=0) + 1


def next_package_label(state: Negotiation, party: Party) -> str:
    """The next free label for a package of this party."""
    head = "P-" if party is Party.UNION else "EP-"
    number = 1
    while f"{head}{number}" in state.packages:
        number += 1
    return f"{head}{number}"


def ta_label(state: Negotiation, article: str, places: tuple[str, ...], whole: bool) -> str:
    """A label for a TA: "TA 12", "TA 12.3" for one section, with a count where it was used before. Where each article
    begins its sections anew ("A", "1"), the article is named with it: "TA 4.C"."""
    item = state.items.get(article)
    name = named = item.article.name if item and item.article.called else article
    if len(places) == 1 and not whole and places[0]:
        name = places[0] if "." in places[0] else f"{named}.{places[0]}"
    label, count = f"TA {name}", 2
    while label in state.agreements:
        label, count = f"TA {name} ({count})", count + 1
    return label
