"""Whether a TA can be made on an article now: a passed text that either side can say yes to."""

from __future__ import annotations

from datetime import datetime

from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.positions import agreed_places, open_packages


def why_nothing_to_accept(state: Negotiation, key: str, now: datetime) -> str:
    """Why there is nothing to agree on; "" where a text of ours or theirs, or a package whole, can be accepted. What
    was withdrawn or has run out counts too: it can be accepted with a fresh consent, which the TA asks for."""
    item = state.items[key]
    if any(ref.article == key for package in open_packages(state, now) for ref in package.body.members):
        return ""
    passed = [one for one in state.passes_on(key) if one.has_text and not one.body.package]
    if not passed:
        home = state.items.get(item.home) if item.home else None
        if home is not None and home.passes:
            return f"It is agreed with {home.article.name}, where it was passed."
        return f"Nothing with words was passed on {item.article.name}, so there is nothing to agree."
    if not any(_asks(state, one) for one in passed):
        return f"All that was passed on {item.article.name} is TA’d."
    return ""


def _asks(state: Negotiation, one: Pass) -> bool:
    """Whether a pass holds a place that no TA has settled, or has settled otherwise before it was passed."""
    settled = agreed_places(state, one.body.article)
    labels = (settled.get(place) or settled.get("") for place in one.places)
    return any(label is None or state.agreements[label].at < one.at for label in labels)
