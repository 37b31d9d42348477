"""The sheets of a session's minutes: ours, with who said what, and joint, with what both can sign.

Ours are for our own use and evidence. The joint form takes shared entries only; it has no field for what was said.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime

from tablebook.domain import record as r
from tablebook.domain.codes import Custody, Party, Sign
from tablebook.domain.negotiation import BargainingSession, Negotiation
from tablebook.domain.phrases import listed
from tablebook.domain.record import Entry
from tablebook.domain.text import short_code
from tablebook.errors import UserError
from tablebook.jobs.sheets.wording import (
    CHANNELS,
    PARTIES,
    SIGNS,
    clock,
    day,
    day_or_words,
    long_date,
    masthead,
    number_of,
    short_name,
    surname,
)
from tablebook.reports.sheets import (
    Attendance,
    CaucusLine,
    JointMinutesSheet,
    MinuteGroup,
    MinuteLine,
    MinutesSheet,
    SessionFacts,
    SignatureSide,
)

SIDES = (Party.UNION, Party.EMPLOYER)


def _session(state: Negotiation, number: int) -> BargainingSession:
    session = state.sessions.get(number)
    if session is None:
        have = f"There are sessions {', '.join(map(str, state.sessions))}." if state.sessions else "There are none yet."
        todo = "Choose one of them." if state.sessions else "Open a session first."
        raise UserError(f"There is no session {number}.", have, todo)
    return session


def _entries(state: Negotiation, session: BargainingSession) -> list[Entry]:
    """The session's entries, and corrections of them that came later."""
    own = [state.entries[entry] for entry in session.entries]
    later = [
        state.entries[one]
        for entry in session.entries
        for one in state.corrections.get(entry, ())
        if one not in session.entries
    ]
    return [*own, *later]


def minutes_sheet(state: Negotiation, number: int, made: datetime, *, mediation: bool = False) -> MinutesSheet:
    """Our own minutes. What was said under mediation confidentiality is left out unless asked for by name."""
    session = _session(state, number)
    entries = [e for e in _entries(state, session) if mediation or e.custody is not Custody.MEDIATION]
    groups: dict[str, list[MinuteLine]] = {}
    corrections = []
    for entry in entries:
        if isinstance(entry.body, r.Corrected):
            corrections.append(_correction(state, entry, entry.body))
        elif line := _line(state, entry):
            groups.setdefault(_about(state, entry), []).append(line)
    heads = tuple(MinuteGroup(*_head(state, key), tuple(lines)) for key, lines in groups.items())
    return MinutesSheet(
        masthead(state),
        _facts(state, session, entries),
        made,
        _range(state, entries, len(corrections)),
        short_code(_fingerprint(entries)),
        session.body.note_taker,
        heads,
        tuple(corrections),
    )


def joint_minutes_sheet(state: Negotiation, number: int, made: datetime) -> JointMinutesSheet:
    """Minutes for both sides, from shared entries alone."""
    session = _session(state, number)
    entries = [entry for entry in _entries(state, session) if entry.custody is Custody.SHARED]
    fixed = [entry.body for entry in entries if isinstance(entry.body, r.Corrected)]
    return JointMinutesSheet(
        masthead(state),
        _facts(state, session, entries),
        made,
        f"{_span(state, entries)}: {len(entries)} shared entries",
        short_code(_fingerprint(entries)),
        tuple(f"{one.text} ({one.reason}, {one.author})" for one in fixed),
        tuple(SignatureSide(party, f"For the {short_name(state, party)}") for party in SIDES),
    )


def _fingerprint(entries: list[Entry]) -> str:
    digest = hashlib.sha256(b"tablebook-session-1\n")
    for entry in entries:
        digest.update(f"{entry.id} {entry.hash}\n".encode())
    return digest.hexdigest()


def session_fingerprint(state: Negotiation, number: int) -> str:
    """SHA-256 over the names and hashes of a session's entries, corrections included."""
    return _fingerprint(_entries(state, _session(state, number)))


def _span(state: Negotiation, entries: list[Entry]) -> str:
    numbers = [state.number(entry.id) for entry in entries]
    return f"Entries {min(numbers)} to {max(numbers)}" if numbers else "No entries"


def _range(state: Negotiation, entries: list[Entry], corrections: int) -> str:
    fixed = f", {corrections} correction{'' if corrections == 1 else 's'}" if corrections else ""
    return f"{_span(state, entries)}: {len(entries)} entr{'y' if len(entries) == 1 else 'ies'}{fixed}"


def _facts(state: Negotiation, session: BargainingSession, entries: list[Entry]) -> SessionFacts:
    ended = clock(session.ended) if session.ended else "not closed yet"
    closed = session.closed
    following = ", ".join(part for part in (closed.next_date, closed.next_place) if part) if closed else ""
    return SessionFacts(
        str(session.number),
        long_date(session.began),
        f"{clock(session.began)} to {ended}",
        session.body.place,
        tuple(_attendance(state, session)),
        tuple(
            CaucusLine(c.by, PARTIES[c.by].lower(), clock(c.out), clock(c.back) if c.back else "")
            for c in session.caucuses
        ),
        tuple(_exchanged(state, entries)),
        tuple(_agreements(state, entries)),
        tuple(_requests(entries)),
        following,
        closed.agenda if closed else (),
    )


def _attendance(state: Negotiation, session: BargainingSession) -> Iterator[Attendance]:
    present, absent = dict(session.body.present), dict(session.body.absent)
    roles = {person.name: person.role for team in state.teams.values() for person in team.people}
    for party in dict.fromkeys((*SIDES, *present, *absent)):
        here = present.get(party, ())
        if party not in SIDES and not here:
            continue
        name = f"For the {short_name(state, party)}" if party in SIDES else PARTIES[party]
        named = tuple(f"{one} (chief)" if roles.get(one, "").startswith("chief") else one for one in here)
        yield Attendance(party, name, named, absent.get(party, ()))


def _exchanged(state: Negotiation, entries: list[Entry]) -> Iterator[str]:
    for entry in entries:
        body = entry.body
        if isinstance(body, r.TextPassed):
            name = state.items[body.article].article.name
            yield f"{body.label} on {name} ({clock(entry.at)})"
        elif isinstance(body, r.PackageOffered):
            yield f"Package {body.label} ({clock(entry.at)})"
        elif isinstance(body, r.PaperReceived):
            yield f"{body.name}{f', {body.answers}' if body.answers else ''} ({clock(entry.at)})"


def _agreements(state: Negotiation, entries: list[Entry]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry.body, r.Agreed):
            names = listed([state.items[t.accepted.article].article.name for t in entry.body.texts])
            labels = listed(list(dict.fromkeys(t.accepted.label for t in entry.body.texts)))
            yield f"{entry.body.label}, {names} on {labels} ({clock(entry.at)})"
        elif isinstance(entry.body, r.AgreementReopened):
            yield f"{entry.body.agreement} reopened: {entry.body.reason} ({clock(entry.at)})"
        elif isinstance(entry.body, r.AllAgreed):
            yield f"{entry.body.words} ({clock(entry.at)})"


def _requests(entries: list[Entry]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry.body, r.InformationRequested):
            due = f", due {day_or_words(entry.body.due)}" if entry.body.due else ""
            yield f"{entry.body.label}: {entry.body.text}{due}"
        elif isinstance(entry.body, r.InformationGiven):
            yield f"{entry.body.label} answered: {entry.body.text}"


def _about(state: Negotiation, entry: Entry) -> str:
    body = entry.body
    if isinstance(body, r.NoteTaken):
        first = body.place.split(",")[0].rstrip("abcdefghijklmnopqrstuvwxyz") or body.place
        place = state.contract.find(first) or state.contract.find(body.place) if body.place else None
        return place[0] if place else body.place if body.place in state.items else ""
    if isinstance(body, r.Agreed):
        return body.texts[0].accepted.article
    if isinstance(body, r.AgreementReopened):
        agreement = state.agreements.get(body.agreement)
        return agreement.body.texts[0].accepted.article if agreement else ""
    article = getattr(body, "article", "")
    return article if isinstance(article, str) else ""


def _head(state: Negotiation, key: str) -> tuple[str, str]:
    item = state.items.get(key)
    if item is None:
        return ("The session", "")
    title = item.article.title
    return item.article.name, title if title != number_of(state, key) else ""


def _line(state: Negotiation, entry: Entry) -> MinuteLine | None:
    body = entry.body
    number = str(state.number(entry.id))
    when = clock(entry.at)
    if isinstance(body, r.NoteTaken):
        return _note(entry, body, number)
    if isinstance(body, r.TextPassed):
        answers = f" Answers {listed([ref.label for ref in body.responds_to])}." if body.responds_to else ""
        to = f" handed to {surname(body.handed_to)}" if body.handed_to else " passed"
        return MinuteLine(
            when, body.party, surname(body.handed_by), "Passed", f"{body.label}{to}.{answers}{_more(body)}", number
        )
    if isinstance(body, r.Agreed):
        signed = listed([surname(one.name) for one in body.signatures if one.name])
        by = f" by {signed}" if signed else ""
        text = f"{body.label} signed{by} on {listed([t.accepted.label for t in body.texts])}."
        return MinuteLine(when, "joint", "", "TA", text, number)
    said = _said(body)
    return MinuteLine(when, *said, number) if said else None


def _note(entry: Entry, body: r.NoteTaken, number: str) -> MinuteLine:
    text = f"“{body.text}”" if body.sign is Sign.EXACT else body.text
    if body.sign is Sign.WHAT_IF:
        text = f"{text} Noted as a what-if, not an offer."
    if body.sign is Sign.PROMISE and (body.owner or body.due):
        due = f", by {day_or_words(body.due)}" if body.due else ""
        text = f"{text} Owed by {surname(body.owner) or 'them'}{due}."
    kind = "Supposal, not an offer" if body.supposal else SIGNS[body.sign]
    where = [body.place] if body.place else []
    how = [CHANNELS[body.channel]] if body.channel != "table" else []
    who = surname(body.who) or (PARTIES[body.side] if body.side else "")
    return MinuteLine(clock(entry.at), body.side or "", who, ", ".join([kind, *where, *how]), text, number)


def _more(body: r.TextPassed) -> str:
    said = []
    if body.conditions:
        said.append(f" Condition: {body.conditions.rstrip('.')}.")
    if body.expiry:
        until = datetime.fromisoformat(body.expiry)
        reason = f": {body.expiry_reason.rstrip('.')}" if body.expiry_reason else ""
        said.append(f" Open until {clock(until)} on {day(until)}{reason}.")
    if body.prose:
        said.append(f" {body.prose}")
    return "".join(said)


Said = tuple[str, str, str, str]
"""(party, who, kind, words) of an act that minutes tell."""


def _said(body: object) -> Said | None:
    """What the minutes say of an act that is neither a note, a pass nor a TA."""
    return _said_of_offers(body) or _said_of_articles(body) or _said_of_papers(body)


def _joined(*words: str) -> str:
    return " ".join(word for word in words if word)


def _said_of_offers(body: object) -> Said | None:
    match body:
        case r.PassWithdrawn():
            words = body.words or f"{body.label or body.package} withdrawn."
            return body.party, surname(body.by), "Withdrawn", _joined(words, body.reason)
        case r.PassRejected():
            words = body.words or f"{body.label or body.package} rejected."
            return body.party, surname(body.by), "Rejected", _joined(words, body.reason)
        case r.PackageOffered():
            names = listed([f"{ref.label} on {ref.article}" for ref in body.members])
            return body.party, surname(body.handed_by), "Package", f"{body.label}: {names}. {body.terms}"
    return None


def _said_of_articles(body: object) -> Said | None:
    match body:
        case r.ArticleHeld():
            return "joint", "", "Held", _joined(", ".join(body.places), body.reason)
        case r.ArticleDeferred():
            return "joint", "", "Deferred", _joined(f"To {body.to}.", body.reason)
        case r.ArticleResumed():
            return "joint", "", "Off hold", _joined(", ".join(body.places), body.reason)
        case r.AgreementReopened():
            return "joint", "", "Reopened", f"{body.agreement}: {body.reason}"
        case r.AllAgreed():
            return "joint", "", "Total TA", body.words
    return None


def _said_of_papers(body: object) -> Said | None:
    match body:
        case r.PaperReceived():
            return body.party, surname(body.handed_by), "Paper", _joined(f"{body.name}.", body.note)
        case r.InformationRequested():
            return body.party or "", surname(body.asked_by), "Request", f"{body.label}: {body.text}"
        case r.InformationGiven():
            return "", surname(body.answered_by), "Information", f"{body.label}: {body.text}"
        case r.PromiseKept():
            return "", surname(body.by), "Promise kept", body.note or "What was promised came."
    return None


def _correction(state: Negotiation, entry: Entry, body: r.Corrected) -> MinuteLine:
    target = state.number(body.target)
    said = body.text if body.reason.lower() in body.text.lower() else f"{body.text} {body.reason}."
    return MinuteLine(
        clock(entry.at), state.we, surname(body.author), f"Corrects {target}", said, str(state.number(entry.id))
    )
