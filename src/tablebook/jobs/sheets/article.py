"""The sheet of an article's redline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tablebook.domain.negotiation import Negotiation
from tablebook.domain.record import TextPassed
from tablebook.domain.text import fingerprint, short_code
from tablebook.jobs.findings.received import Received, place_first
from tablebook.jobs.redline_of import CONTRACT, LAST, article_redline, carried, last_with_text, texts_up_to, unit_text
from tablebook.jobs.sheets.wording import PARTIES, clock, day, hands, masthead, pass_line
from tablebook.reports.sheets import RedlineSheet


def redline_sheet(
    state: Negotiation, key: str, made: datetime, against: str = CONTRACT, shown: str | None = None
) -> RedlineSheet:
    """An article as the shown pass (None: the latest) has it, marked against the contract, the last pass or another."""
    article = state.items[key].article
    one = next((p for p in state.passes_on(key) if p.id == shown), None) or last_with_text(state, key)
    chain = texts_up_to(state, one) if one else ()
    base = _base(state, against, chain[-2].body.label if len(chain) > 1 else "")
    blocks = article.blocks
    said = "Current contract language. Nothing was passed on it."
    if one is not None:
        said = f"{PARTIES[one.body.party]} {one.body.label}, passed {day(one.at)}, {clock(one.at)}, against {base}"
        blocks = tuple(b for unit in (key, *carried(state, one)) for b in unit_text(state, one, unit))
    return RedlineSheet(
        masthead(state),
        article.name,
        said,
        article_redline(state, key, against, one.id if one else None).blocks,
        made,
        short_code(fingerprint(blocks)),
        heading=article.title if article.title != article.name else "",
        base=base,
        passes=tuple(pass_line(p, one is not None and p.id == one.id) for p in chain),
        hands=hands(state, (key,)),
    )


def _base(state: Negotiation, against: str, last: str) -> str:
    if against == CONTRACT or (against == LAST and not last):
        return "the current contract"
    if against == LAST:
        return last
    other = next((p for p in state.passes.values() if p.id == against), None)
    return other.body.label if other else "the current contract"


def received_sheet(state: Negotiation, found: Received, bodies: Sequence[TextPassed], made: datetime) -> RedlineSheet:
    """A received text that is not recorded yet, against what it started from, with what was found in it."""
    first, base = bodies[0], found.first.base
    article = state.items[first.article].article if first.article in state.items else None
    labels = ", ".join(dict.fromkeys(body.label for body in bodies))
    name = base.label if base else "nothing"
    blocks = tuple(block for body in bodies for part in body.parts for block in part.blocks)
    return RedlineSheet(
        masthead(state),
        article.name if article else first.article,
        f"{PARTIES[first.party]} {labels}, as received, against {name}",
        found.blocks,
        made,
        short_code(fingerprint(blocks)),
        heading=article.title if article and article.title != article.name else "",
        base=name if base and base.one else "the current contract",
        notes=tuple(dict.fromkeys(place_first(one) for one in found.findings)),
    )
