"""What may be parked: an article held to come back to, deferred to be settled elsewhere, or taken up again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tablebook.domain import record as r
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.positions import SETTLED, open_packages, position
from tablebook.domain.refusal import Found, Refusal


def _held(state: Negotiation, body: r.ArticleHeld) -> Found:
    if body.article not in state.items:
        yield Refusal("no-such-article", f"There is no “{body.article}” to hold.")
    elif state.items[body.article].held is not None:
        yield Refusal("held", f"{body.article} is held already.")


def _deferred(state: Negotiation, body: r.ArticleDeferred) -> Found:
    item = state.items.get(body.article)
    if item is None:
        yield Refusal("no-such-article", f"There is no “{body.article}” to defer.")
        return
    if item.deferred:
        yield Refusal("deferred", f"{item.article.name} is deferred already.", f"It was left to {item.deferred}.")
    if not body.to.strip():
        yield Refusal("no-place", "A deferral says where it is settled.", todo="Name the committee, MOU or date.")
    if position(state, item.key).state in SETTLED:
        yield Refusal("agreed", f"{item.article.name} is agreed.", "Nothing of it is left to defer.")
    package = next((p for p in open_packages(state) if any(m.article == item.key for m in p.body.members)), None)
    if package is not None:
        yield Refusal(
            "package",
            f"{item.article.name} is in package {package.body.label}.",
            "A package is accepted whole or not at all.",
            "It must be refused or withdrawn first.",
        )


def _resumed(state: Negotiation, body: r.ArticleResumed) -> Found:
    item = state.items.get(body.article)
    if item is None or (item.held is None and not item.deferred):
        yield Refusal("not-held", f"{body.article} is not held.")


CHECKS: dict[type, Callable[[Negotiation, Any], Found]] = {
    r.ArticleHeld: _held,
    r.ArticleDeferred: _deferred,
    r.ArticleResumed: _resumed,
}
