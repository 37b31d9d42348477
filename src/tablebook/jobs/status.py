"""Where everything stands, as plain data: the one answer for scripts and for the window's own checks."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tablebook.domain.codes import Party, State
from tablebook.domain.contract import UnitKind
from tablebook.domain.language import agreements_in_force
from tablebook.domain.negotiation import Agreement, Item, Negotiation
from tablebook.domain.positions import package_state, position, unresolved


def status(state: Negotiation, now: datetime) -> dict[str, Any]:
    """Every article with its state, passes and TAs; packages; what is unresolved."""
    made = state.made
    keys = [key for key, item in state.items.items() if item.article.kind is not UnitKind.PREAMBLE or item.passes]
    return {
        "negotiation": {
            "union": made.union if made else "",
            "employer": made.employer if made else "",
            "we": str(state.we),
            "kind": made.kind if made else "",
            "term": made.term if made else "",
        },
        "articles": [_article(state, state.items[key], now) for key in keys],
        "packages": [
            {
                "label": one.body.label,
                "party": str(one.body.party),
                "members": [ref.article for ref in one.body.members],
                "state": str(package_state(state, one, now)),
            }
            for one in state.packages.values()
        ],
        "unresolved": list(unresolved(state, now)),
        "total_ta": state.settled is not None,
    }


def _article(state: Negotiation, item: Item, now: datetime) -> dict[str, Any]:
    where = position(state, item.key, now)
    found = State.PART_TA if where.agreed and where.open_places and where.state is not State.HELD else where.state
    return {
        "number": item.key,
        "title": item.article.title,
        "kind": str(item.article.kind),
        "state": str(found),
        "court": str(where.state) if found is State.PART_TA else None,
        "package": where.package or None,
        "open": list(where.open_places),
        "passes": [
            {
                "label": one.body.label,
                "party": str(one.body.party),
                "kind": str(one.body.kind),
                "at": one.at.isoformat(),
                "responds_to": [ref.label for ref in one.body.responds_to],
                "state": "expired" if one.state == "standing" and one.expired(now) else str(one.state),
                "package": one.body.package or None,
            }
            for one in state.passes_on(item.key)
        ],
        "agreements": [_agreement(state, item.key, one) for one in _agreements(state, item)],
    }


def _agreements(state: Negotiation, item: Item) -> tuple[Agreement, ...]:
    return tuple(state.agreements[label] for label in dict.fromkeys(item.agreements))


def _agreement(state: Negotiation, key: str, one: Agreement) -> dict[str, Any]:
    text = next(text for text in one.body.texts if text.accepted.article == key)
    signed = {signature.party for signature in one.body.signatures}
    return {
        "label": text.accepted.label,
        "ta": one.body.label,
        "at": one.at.isoformat(),
        "sections": [place for place in text.places if place],
        "signed": {Party.UNION, Party.EMPLOYER} <= signed,
        "as_amended": bool(text.amended),
        "in_force": one in agreements_in_force(state),
        "fingerprint": text.fingerprint,
    }
