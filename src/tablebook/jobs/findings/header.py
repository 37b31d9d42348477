"""The stack of lines above a proposal, matched to the passes in the book: which line is which recorded pass, which one
is the new paper, and what that proposes for the record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, time

from tablebook.documents.marked.paper import HeaderLine, ReadPaper
from tablebook.domain.codes import Party
from tablebook.domain.dataclass import dataclass
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.own_heading import MEMORANDUM
from tablebook.domain.values import EntryId, Team

NEAR_MINUTES = 30
"""A paper carries the time at which it was printed; it is handed over soon after."""


@dataclass(frozen=True, slots=True)
class Matched:
    """One line of the stack and the recorded pass that it names, if there is one."""

    line: HeaderLine
    one: Pass | None = None


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a header proposes for the record; everything may be empty. ``stack`` is the header line by line."""

    stack: tuple[Matched, ...] = ()
    label: str = ""
    at: datetime | None = None
    answers: tuple[EntryId, ...] = ()
    handed_by: str = ""
    party: str = ""

    @property
    def new(self) -> HeaderLine | None:
        """The line of the paper itself."""
        return next((each.line for each in self.stack if each.one is None and each.line.label == self.label), None)


def match_header(
    state: Negotiation, keys: Sequence[str], header: Sequence[HeaderLine], party: Party, now: datetime
) -> Proposed:
    """Match the stack with the passes on these items. The new line is the latest that is in no record."""
    passes = [one for key in keys for one in state.passes_on(key)]
    taken: set[EntryId] = set()
    stack = []
    for line in header:
        one = _named(line, [each for each in passes if each.id not in taken])
        taken |= {one.id} if one else set()
        stack.append(Matched(line, one))
    new = _new_line([each.line for each in stack if each.one is None], party)
    known = [each.one for each in stack if each.one is not None and each.one.body.party is not party]
    latest = max((one.at for one in known), default=None)
    said = _answered(state, keys, header, party)
    answers = said or tuple(one.id for one in known if one.at == latest)
    if new is None:
        # The paper is in the record already: its label is still what is printed on it.
        own = _new_line([each.line for each in stack], party)
        return Proposed(tuple(stack), own.label if own else "", answers=answers, party=_says(header))
    return Proposed(tuple(stack), _counted(new, stack), _moment(new, now), answers, party=new.party)


_ANSWERS = re.compile(
    r"(?i)\b(?:answers?|answering|(?:in\s+)?(?:answer|reply|response)\s+to|responds?\s+to|counter\s+to)\b"
)


def _answered(
    state: Negotiation, keys: Sequence[str], header: Sequence[HeaderLine], party: Party
) -> tuple[EntryId, ...]:
    """The passes that a line of the header says it answers: "Answers U-1 on 13 and U-3 on 19"."""
    found: list[EntryId] = []
    for line in header:
        match = _ANSWERS.search(line.text)
        words = line.text[match.end() :] if match else ""
        for key in keys:
            for one in reversed(state.passes_on(key)) if words else ():
                on = rf"\s+on\s+(?:Articles?\s+)?{re.escape(key)}(?!\w)" if len(keys) > 1 else ""
                label = rf"(?<![\w-]){re.escape(one.body.label)}(?![\w-]){on}"
                if one.body.party is not party and re.search(label, words):
                    found.append(one.id)
                    break
    return tuple(found)


_KIND_ALONE = re.compile(rf"(?i)\W*{MEMORANDUM}\W*")
"""What a paper is, and no label: all of them bear it."""


def _counted(new: HeaderLine, stack: Sequence[Matched]) -> str:
    """The label of the new line; where it counts nothing ("Concept on pay"), one beside it that does ("Concept 1")."""
    if any(map(str.isdigit, new.label)):
        return new.label
    beside = [one.line.label for one in stack if one.one is None and one.line.party in ("", new.party)]
    own = "" if _KIND_ALONE.fullmatch(" ".join(new.label.split())) else new.label
    return next((label for label in beside if any(map(str.isdigit, label))), own)


def _says(header: Sequence[HeaderLine]) -> str:
    """Whose paper it is where only one party is named."""
    parties = {line.party for line in header if line.party}
    return parties.pop() if len(parties) == 1 else ""


def _named(line: HeaderLine, passes: Sequence[Pass]) -> Pass | None:
    """The pass that a line names: by its label, else by its time, else as the only one of its party on that day."""
    own = [one for one in passes if line.party in ("", str(one.body.party)) and _same_day(line, one.at)]
    if line.label:
        same = [one for one in own if _plain(one.body.label) == _plain(line.label)]
        return same[-1] if same else None
    if not line.party or not line.date:
        return None
    timed = [one for one in own if line.time and _minutes_apart(line, one.at) <= NEAR_MINUTES]
    if timed:
        return min(timed, key=lambda one: _minutes_apart(line, one.at))
    return own[0] if len(own) == 1 and not line.time else None


def _plain(label: str) -> str:
    return re.sub(r"[^a-z0-9]", "", label.lower())


def _same_day(line: HeaderLine, at: datetime) -> bool:
    """Whether the line's day, as far as it is printed, is that of the pass."""
    if not line.date:
        return True
    day = at.date().isoformat()
    return line.date == day if re.match(r"\d{4}-", line.date) else day.endswith(line.date.lstrip("-"))


def _minutes_apart(line: HeaderLine, at: datetime) -> float:
    clock = _clock(line)
    if clock is None:
        return float("inf")
    return abs(at.hour * 60 + at.minute - clock.hour * 60 - clock.minute)


def _clock(line: HeaderLine) -> time | None:
    try:
        return time.fromisoformat(line.time) if line.time else None
    except ValueError:
        return None


def _new_line(lines: Sequence[HeaderLine], party: Party) -> HeaderLine | None:
    """The latest line of this party that no record has. Dated lines tell the order; else the paper's own: the newest
    stands at the top where it is a counter over what it answers."""
    own = [line for line in lines if line.party in ("", str(party)) and (line.label or line.date)]
    if not own:
        return None
    dated = [line for line in own if line.date]
    return max(dated, key=lambda line: (line.date, line.time)) if dated else own[0]


def _moment(line: HeaderLine, now: datetime) -> datetime | None:
    """When the paper says that it is passed; in the book's own offset, and never later than now."""
    clock = _clock(line)
    if clock is None:
        return None
    when = now.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)
    try:
        if re.match(r"\d{4}-\d\d-\d\d", line.date):
            day = datetime.fromisoformat(line.date)
            when = when.replace(year=day.year, month=day.month, day=day.day)
    except ValueError:
        return None
    return when if when <= now else None


_CONCEPT = re.compile(
    r"(?i)\b(?:offer|proposal|agreed|package)s?\s+in\s+concept\b|\b(?:is|are)\s+not\s+contract\s+language\b"
)


def says_concept(paper: ReadPaper) -> bool:
    """Whether a paper says of itself that it is an offer in prose: in its header, or in its first words."""
    if paper.marked:
        return False
    head = " ".join(line.label or line.text for line in paper.header)
    first = " ".join(block.text for block in paper.accepted.blocks[:3])
    return bool(re.search(r"(?i)\bconcept\b", head) or _CONCEPT.search(first))


def who_hands_it(team: Team | None, words: str) -> str:
    """The one person of a team whom the paper names; "" where it names none, or more than one."""
    people = team.people if team else ()
    named = [person.name for person in people if _names(person.name, words)]
    return named[0] if len(named) == 1 else ""


def _names(name: str, words: str) -> bool:
    first, _, last = name.rpartition(" ")
    if not first:
        return False
    return re.search(rf"\b{re.escape(name)}\b|\b{re.escape(first[0])}\.\s*{re.escape(last)}\b", words) is not None
