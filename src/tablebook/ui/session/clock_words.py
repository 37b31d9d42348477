"""What the clock block says: which session, who is in the room, how long at the table or out."""

from __future__ import annotations

from datetime import datetime

from tablebook.domain.negotiation import BargainingSession, Negotiation
from tablebook.ui import words

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
_ORDER = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")


def minutes(start: datetime, end: datetime) -> int:
    """Whole minutes between two moments, never below 0."""
    return max(0, int((end - start).total_seconds() // 60))


def attendance(state: Negotiation, session: BargainingSession) -> str:
    """ "5 us, 4 them"."""
    present = dict(session.body.present)
    return f"{len(present.get(state.we, ()))} us, {len(present.get(state.them, ()))} them"


def names_present(state: Negotiation, session: BargainingSession) -> str:
    """Everyone in the room by party, for the tooltip and the screen reader."""
    return ". ".join(f"{state.party_name(party)}: {', '.join(people)}" for party, people in session.body.present)


def place_line(session: BargainingSession, now: datetime) -> str:
    """ "Tue 9 Mar, Salem, room 4. Began 13:05.": the place as it was typed, for the minutes have it so."""
    day = words.day(session.began.date(), now.date())
    place = f", {session.body.place}" if session.body.place else ""
    return f"{day}{place}. Began {words.clock(session.began)}."


def table_line(session: BargainingSession, now: datetime) -> str:
    """ "At table 4 min. Two caucuses, 32 min."."""
    done = [caucus for caucus in session.caucuses if caucus.back is not None]
    since = done[-1].back if done and done[-1].back else session.began
    line = f"At table {words.duration(minutes(since, now))}."
    if done:
        total = sum(minutes(caucus.out, caucus.back) for caucus in done if caucus.back)
        number = _NUMBERS[len(done)] if len(done) < len(_NUMBERS) else str(len(done))
        line += f" {number} {'caucus' if len(done) == 1 else 'caucuses'}, {words.duration(total)}."
    return line


def caucus_lines(state: Negotiation, session: BargainingSession, now: datetime) -> tuple[str, str]:
    """Who called it and when they are back; how long it has been."""
    caucus = session.caucuses[-1]
    who = "us" if caucus.by is state.we else "them"
    called = f"Called by {who} {words.clock(caucus.out)}."
    if caucus.promised_back:
        called += f" Promised back {caucus.promised_back}."
    count = len(session.caucuses)
    order = f"{_ORDER[count - 1]} caucus today." if count <= len(_ORDER) else f"Caucus {count} today."
    return called, f"{words.duration(minutes(caucus.out, now))} out. {order}"
