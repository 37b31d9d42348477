"""What is still open before a session is closed. Pure: it reads the negotiation and says what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from tablebook.domain import record as r
from tablebook.domain.codes import Party, Sign
from tablebook.domain.negotiation import BargainingSession, Negotiation
from tablebook.domain.record import Entry
from tablebook.domain.values import EntryId

OWED, SPEAKER, HERE, NO_PAPER = "owed", "speaker", "here", "no-paper"
"""Codes of the corrections that close a place: who owes a promise, who spoke, who was there, why no paper exists."""


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """One thing that is missing. ``kind`` is caucus, promise, paper, next-date, speaker, here or prepared; ``entry`` is
    what it is about, ``who`` the name and ``when`` the moment that are proposed."""

    kind: str
    title: str
    text: str
    entry: EntryId | None = None
    who: str = ""
    when: datetime | None = None

    @property
    def owed(self) -> str:
        """The place in words, as it goes with the session to the next one."""
        return f"{self.title}. {self.text}".strip()


@dataclass(frozen=True, slots=True)
class SessionReview:
    """A session before it is closed: what is open, what is in order and how often, and its counts."""

    number: int
    open_places: tuple[OpenPlace, ...]
    in_order: tuple[tuple[str, int], ...]
    entries: int
    first: int
    last: int
    passes: int
    caucuses: int
    corrections: int


def review(state: Negotiation, number: int, now: datetime, next_date: str = "") -> SessionReview:
    """What a person should look at before session ``number`` closes. ``next_date`` is what was typed for the next."""
    session = state.sessions[number]
    entries = [state.entries[entry] for entry in session.entries]
    notes = [entry for entry in entries if isinstance(entry.body, r.NoteTaken)]
    passes = [entry for entry in entries if isinstance(entry.body, r.TextPassed)]
    speakers = _speakers(state, notes)
    found = (
        *_caucus(state, entries, now),
        *_promises(state, notes),
        *_papers(state, passes),
        *_speechless(state, notes),
        *_not_here(state, session, speakers),
        *_prepared(state),
        *_next(next_date),
    )
    numbers = [state.number(entry.id) for entry in entries]
    corrections = sum(isinstance(entry.body, r.Corrected) for entry in entries)
    in_order = _in_order(found, notes, passes, speakers)
    first, last = min(numbers, default=0), max(numbers, default=0)
    counts = (len(entries), first, last, len(passes), len(session.caucuses), corrections)
    return SessionReview(number, found, in_order, *counts)


def closed_by(state: Negotiation, entry: EntryId, code: str) -> bool:
    """Whether a correction of this kind was added to an entry."""
    bodies = (state.entries[one].body for one in state.corrections.get(entry, ()))
    return any(isinstance(body, r.Corrected) and body.code == code for body in bodies)


def surname(name: str) -> str:
    """How somebody is spoken of."""
    return name.rsplit(" ", 1)[-1]


def _said(state: Negotiation, entry: Entry) -> str:
    return f"{entry.at:%H:%M}, entry {state.number(entry.id)}"


def _caucus(state: Negotiation, entries: list[Entry], now: datetime) -> tuple[OpenPlace, ...]:
    caucus = state.caucus
    if caucus is None:
        return ()
    whose = "Ours" if caucus.by is state.we else "Theirs"
    text = f"{whose}, out {caucus.out:%H:%M}."
    after = [entry for entry in entries if entry.at > caucus.out and isinstance(entry.body, r.NoteTaken | r.TextPassed)]
    back = now
    if after:
        first = after[0]
        back = max(first.at - timedelta(minutes=1), caucus.out)
        who = surname(getattr(first.body, "who", "") or getattr(first.body, "handed_by", "")) or "Somebody"
        text += f" {who} speaks at {_said(state, first)}."
    return (OpenPlace("caucus", "A caucus has no time back", text, when=back),)


def _promises(state: Negotiation, notes: list[Entry]) -> tuple[OpenPlace, ...]:
    found = []
    for entry in notes:
        body, promise = entry.body, state.promises.get(entry.id)
        if not isinstance(body, r.NoteTaken) or body.sign is not Sign.PROMISE or (promise and promise.kept):
            continue
        if (body.owner and body.due) or closed_by(state, entry.id, OWED):
            continue
        missing = "owner" if not body.owner else "date"
        speaker = f", {surname(body.who)}" if body.who else ""
        text = f"{_said(state, entry)}{speaker}: “{body.text}”"
        found.append(OpenPlace("promise", f"A promise has no {missing}", text, entry.id, body.owner or body.who))
    return tuple(found)


def _papers(state: Negotiation, passes: list[Entry]) -> tuple[OpenPlace, ...]:
    """Theirs without the file as it came; ours are printed by the program and need none."""
    papers = [entry.body for entry in state.entries.values() if isinstance(entry.body, r.PaperReceived)]
    got = {(ref.article, ref.label) for paper in papers if paper.file for ref in paper.about}
    found = []
    for entry in passes:
        body = entry.body
        if not isinstance(body, r.TextPassed) or body.party is state.we or body.spoken or body.file:
            continue
        if (body.article, body.label) in got or closed_by(state, entry.id, NO_PAPER):
            continue
        text = f"{body.label} on {state.items[body.article].article.name}, handed over {_said(state, entry)}."
        found.append(OpenPlace("paper", "The paper of a pass is not attached", text, entry.id))
    return tuple(found)


def _speechless(state: Negotiation, notes: list[Entry]) -> tuple[OpenPlace, ...]:
    found = []
    for entry in notes:
        body = entry.body
        if isinstance(body, r.NoteTaken) and not body.who and body.side is None:
            if not closed_by(state, entry.id, SPEAKER):
                text = f"{_said(state, entry)}: “{body.text}”"
                found.append(OpenPlace("speaker", "A note has no speaker", text, entry.id))
    return tuple(found)


def _speakers(state: Negotiation, notes: list[Entry]) -> dict[str, Entry]:
    """Everybody of the two sides who spoke at the table, with the first note."""
    said: dict[str, Entry] = {}
    for entry in notes:
        body = entry.body
        if isinstance(body, r.NoteTaken) and body.who and body.side in (Party.UNION, Party.EMPLOYER):
            if body.channel == "table":
                said.setdefault(body.who, entry)
    return said


def _not_here(state: Negotiation, session: BargainingSession, speakers: dict[str, Entry]) -> tuple[OpenPlace, ...]:
    here = {name for _, names in session.body.present for name in names}
    opened = session.entries[0] if session.entries else None
    found = []
    for name, entry in speakers.items():
        if name in here or opened is None or _was_added(state, opened, name):
            continue
        text = f"{name} speaks at {_said(state, entry)}, and is not among those present."
        found.append(OpenPlace("here", "Somebody spoke who was not there", text, opened, name))
    return tuple(found)


def _was_added(state: Negotiation, opened: EntryId, name: str) -> bool:
    bodies = (state.entries[one].body for one in state.corrections.get(opened, ()))
    return any(isinstance(body, r.Corrected) and body.code == HERE and name in body.text for body in bodies)


def _prepared(state: Negotiation) -> tuple[OpenPlace, ...]:
    found = []
    for entry, body in state.prepared.items():
        item = state.items.get(body.article)
        name = item.article.name if item is not None else body.article
        found.append(OpenPlace("prepared", "A prepared text was not handed over", f"{body.label} on {name}.", entry))
    return tuple(found)


def _next(next_date: str) -> tuple[OpenPlace, ...]:
    if next_date.strip():
        return ()
    return (OpenPlace("next-date", "The next date is not set", "Without it the minutes end without one."),)


def _in_order(
    found: tuple[OpenPlace, ...], notes: list[Entry], passes: list[Entry], speakers: dict[str, Entry]
) -> tuple[tuple[str, int], ...]:
    """The sentences about what is complete, each with how many that is."""
    kinds = {place.kind for place in found}
    lines = []
    if "speaker" not in kinds and notes:
        lines.append(("Every note has a speaker and a time", len(notes)))
    if "paper" not in kinds and passes:
        lines.append(("Every pass has a label, and theirs has its paper", len(passes)))
    if "here" not in kinds and speakers:
        lines.append(("Attendance matches who spoke", len(speakers)))
    if "promise" not in kinds:
        promises = sum(isinstance(e.body, r.NoteTaken) and e.body.sign is Sign.PROMISE for e in notes)
        if promises:
            lines.append(("Every promise has an owner and a date", promises))
    return tuple(lines)
