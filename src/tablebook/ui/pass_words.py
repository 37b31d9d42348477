"""A pass and an article's standing in sentences, as the window says them."""

from __future__ import annotations

from datetime import date, datetime

from tablebook.domain.codes import PassKind, PassState
from tablebook.domain.language import changed_places
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.phrases import listed
from tablebook.domain.positions import Position
from tablebook.ui import words
from tablebook.ui.kit.party import NAMES

SINCE = ("with-us", "with-them", "held")


def surname(name: str) -> str:
    """The name a person goes by at the table."""
    return name.split()[-1] if name.strip() else ""


def places_words(places: tuple[str, ...]) -> str:
    """ "12.1", "12.1 and 12.2", "12.1 to 12.4" is never said: gaps matter."""
    return listed([place for place in places if place])


def when_words(when: datetime, today: date) -> str:
    """ "today 13:24", "9 Mar 14:02"."""
    text = words.moment(when, today)
    return f"today {text}" if when.date() == today else text


def _handed(one: Pass) -> str:
    by, to = surname(one.body.handed_by), surname(one.body.handed_to)
    if by and to:
        return f", {by} to {to}"
    return f", by {by}" if by else ""


def _kind(one: Pass) -> str:
    kind = one.body.kind
    if one.body.spoken:
        return "Only spoken. "
    return (
        f"{words.of(words.PASS_KINDS, kind).text}. "
        if kind in (PassKind.CURRENT, PassKind.CONCEPT, PassKind.FINAL, PassKind.REJECT)
        else ""
    )


def _answers(one: Pass) -> str:
    labels = ", ".join(ref.label for ref in one.body.responds_to)
    return f"Answers {labels}. " if labels else ""


def _expiry(one: Pass, now: datetime) -> str:
    if not one.body.expiry:
        return "No expiry."
    when = datetime.fromisoformat(one.body.expiry)
    return f"{'Ran out' if when < now else 'Open until'} {when_words(when, now.date())}."


def _changes(state: Negotiation, one: Pass, count: int | None) -> str:
    if one.body.kind is PassKind.CONCEPT:
        return ""
    places = changed_places(state, one.body.article, one.body.parts)
    where = f" in {places_words(places)}" if any(places) else ""
    if count is not None:
        return f"{words.count(count, 'change')}{where}. "
    return f"Changes {places_words(places)}. " if any(places) else ""


def state_of(one: Pass, now: datetime) -> str:
    """ "open", "withdrawn" or "expired": how its point is drawn."""
    if one.state is PassState.WITHDRAWN:
        return "withdrawn"
    return "expired" if one.expired(now) else "open"


def tip(state: Negotiation, one: Pass, now: datetime, count: int | None = None) -> str:
    """What is said of a pass after its label: "passed today 13:24, Marsh to Kessler. Answers E-2. ..."."""
    ended = ""
    if one.state in (PassState.WITHDRAWN, PassState.REJECTED, PassState.ACCEPTED):
        ended = f" {words.of(words.PASS_STATES, one.state).text}."
    package = f"In package {one.body.package}. " if one.body.package else ""
    condition = f"On condition: {one.body.conditions.rstrip(' .')}. " if one.body.conditions else ""
    return (
        f"passed {when_words(one.at, now.date())}{_handed(one)}. {_kind(one)}{_answers(one)}"
        f"{_changes(state, one, count)}{package}{condition}{_expiry(one, now)}{ended}"
    )


def spoken_point(state: Negotiation, one: Pass, now: datetime) -> str:
    """A point of the timeline for a screen reader: "Union U-3, passed 9 Mar 13:24, ..."."""
    return f"{NAMES[one.body.party]} {one.body.label}, {tip(state, one, now)}"


def standing(where: Position, today: date) -> str:
    """What follows an article's state in its chip: "since 13:24"."""
    if where.since is None or where.state not in SINCE:
        return ""
    return f"since {words.moment(where.since, today)}"
