"""What is to be passed: the parts of a draft that say something new, and the passes and package made of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from tablebook.domain.codes import Party
from tablebook.domain.fold import item_for
from tablebook.domain.language import agreed_parts, changed_places
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.positions import agreed_places, position
from tablebook.domain.record import TextPassed
from tablebook.domain.text import Block, same_words
from tablebook.domain.values import EntryId, Part
from tablebook.jobs.place_text import parts_for
from tablebook.jobs.targets import Target

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CLOCK = re.compile(r"^(?:today\s+)?(\d{1,2})[:.](\d{2})$", re.I)
_DAY = re.compile(r"^(\d{1,2})\s+([a-z]{3})[a-z]*\.?(?:\s+(\d{4}))?(?:,?\s+(\d{1,2})[:.](\d{2}))?$", re.I)


def draft_parts(state: Negotiation, target: Target, blocks: Sequence[Block]) -> tuple[Part, ...]:
    """The sections of a drafted article that belong in a pass: what differs from the contract, what is open between
    the sides though the draft goes back on it, and what was struck. TA'd sections with their agreed words stay out."""
    parts = parts_for(state, target, blocks)
    item = state.items.get(target.key)
    if target.place or item is None or item.new or any(not part.place for part in parts):
        return parts
    where = position(state, target.key)
    settled = agreed_places(state, target.key)
    agreed = {part.place: part for part in agreed_parts(state, target.key)}
    wanted = {*changed_places(state, target.key, parts), *where.open_places}
    kept = tuple(
        part
        for part in parts
        if part.place in wanted
        and not (part.place in settled and part.place in agreed and _same(part, agreed[part.place]))
    )
    held = {part.place for part in parts}
    gone = tuple(
        Part(section.number, deleted=True)
        for section in item.article.sections
        if section.number not in held and not (section.number in agreed and agreed[section.number].deleted)
    )
    return (*kept, *gone)


def _same(one: Part, other: Part) -> bool:
    return one.deleted == other.deleted and _words(one) == _words(other)


def _words(part: Part) -> str:
    return same_words(" ".join(block.printed for block in part.blocks))


def seen_as_passed(
    state: Negotiation, bodies: Sequence[TextPassed], at: datetime
) -> tuple[Negotiation, tuple[Pass, ...]]:
    """The negotiation as it would be with these texts passed at that time, for looking at before they are."""
    after = state.clone()
    passes = []
    for number, body in enumerate(bodies):
        one = Pass(EntryId(f"now:{number}"), body, at, state.open_session)
        item = item_for(after, body)
        after.passes[one.id] = one
        after.items[item.key] = replace(item, passes=(*item.passes, one.id))
        passes.append(one)
    return after, tuple(passes)


def default_answers(state: Negotiation, key: str, party: Party) -> tuple[Pass, ...]:
    """What a new pass of this party most likely answers: the other side's latest one."""
    theirs = [one for one in state.passes_on(key) if one.body.party is not party]
    return tuple(theirs[-1:])


def moment_of(text: str, now: datetime) -> str:
    """ "16:30", "today 16:30" or "12 Mar 16:30" as an ISO time with offset; ValueError for anything else. A day alone
    ends with that day."""
    words = " ".join(text.split())
    if not words:
        return ""
    if match := _CLOCK.match(words):
        return _put(now, now.date(), int(match[1]), int(match[2]))
    if match := _DAY.match(words):
        if match[2].lower() in _MONTHS:
            when = _date(now, int(match[1]), _MONTHS.index(match[2].lower()) + 1, match[3])
            return _put(now, when, int(match[4] or 23), int(match[5] or 59))
    try:
        given = datetime.fromisoformat(words)
    except ValueError as error:
        raise ValueError("Type it as 16:30 or 12 Mar 16:30.") from error
    return (given if given.utcoffset() is not None else given.replace(tzinfo=now.tzinfo)).isoformat()


def _date(now: datetime, day: int, month: int, year: str | None) -> date:
    try:
        return date(int(year) if year else now.year, month, day)
    except ValueError as error:
        raise ValueError("There is no such day.") from error


def _put(now: datetime, day: date, hour: int, minute: int) -> str:
    if hour > 23 or minute > 59:
        raise ValueError("There is no such time.")
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=now.tzinfo).isoformat()


def day_of(text: str) -> str:
    """ "1 July 2027" as an ISO date; other words stay as they are."""
    match = _DAY.match(" ".join(text.split()))
    if match and match[3] and not match[4] and match[2].lower() in _MONTHS:
        try:
            return date(int(match[3]), _MONTHS.index(match[2].lower()) + 1, int(match[1])).isoformat()
        except ValueError:
            return text
    return text
