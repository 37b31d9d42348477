"""The sentence at the foot of a pass: what was checked, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from tablebook.domain.cautions import Caution, cautions_for_pass
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.record import TextPassed
from tablebook.jobs.redline_of import LAST, article_redline, texts_up_to
from tablebook.ui import words
from tablebook.ui.dialogs.pass_bodies import Passing
from tablebook.ui.dialogs.pass_choice import seen_as_passed
from tablebook.ui.dialogs.reason_box import TITLES


def checked_words(state: Negotiation, found: Passing, cautions: Sequence[Caution], now: datetime) -> str:
    """ "Checked: 6 changes since E-3, all marked. Not regressive. The condition covers 8.4."."""
    counted = " ".join(change_words(state, body, now) for body in found.bodies[:1])
    codes = dict.fromkeys(one.code for one in cautions)
    regressive = "" if "regressive" in codes else " Not regressive."
    other = " ".join(f"{TITLES.get(code, code)}." for code in codes)
    covers = covered(state, found.bodies[0], now)
    condition = f" The condition covers {', '.join(covers)}." if covers else ""
    return f"Checked: {counted}{regressive}{condition}{' ' + other if other else ''}"


def change_words(state: Negotiation, body: TextPassed, now: datetime) -> str:
    """How much a text changes against the pass before it, or against the contract where it is the first."""
    after, passes = seen_as_passed(state, [body], now)
    if not passes[0].has_text:
        return "said in words, no language."
    chain = texts_up_to(after, passes[0])
    before = chain[-2].body.label if len(chain) > 1 else "the contract"
    count = len(article_redline(after, body.article, LAST, passes[0].id).changes)
    if not count:
        return f"no change since {before}."
    return f"{words.count(count, 'change')} since {before}, {'it is' if count == 1 else 'all'} marked."


def covered(state: Negotiation, body: TextPassed, now: datetime) -> tuple[str, ...]:
    """The struck sections that the text refers to and its condition provides for."""
    if not body.conditions:
        return ()
    with_it = {one.place for one in cautions_for_pass(state, body, now) if one.code == "struck-reference"}
    without = cautions_for_pass(state, replace(body, conditions=""), now)
    return tuple(one.place for one in without if one.code == "struck-reference" and one.place not in with_it)
