"""Each kind of event of the sample's story as the job that a person's click would call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from tablebook.book.book import Book
from tablebook.clock import FixedClock
from tablebook.domain.codes import Channel, Custody, Form, Party, PassKind, Sign, SignedHow
from tablebook.domain.contract import UnitKind
from tablebook.domain.language import place_blocks
from tablebook.domain.record import NoteTaken, PackageOffered, TextPassed
from tablebook.domain.text import Block, BlockKind, blocks_from_lines
from tablebook.domain.values import EntryId, Part, PassRef, PenEdit, Person, Signature, Team
from tablebook.jobs import agree, correct, hold, note, papers_received, pass_text, sessions, withdraw

Event = dict[str, Any]


@dataclass
class Telling:
    """The book that is being told, its clock, the sample's folder, and which entry each event became."""

    book: Book
    clock: FixedClock
    folder: Path
    entries: dict[str, EntryId] = field(default_factory=dict)
    papers: dict[str, Path] = field(default_factory=dict)


def tell(telling: Telling, events: Sequence[Event], progress: Callable[[int, int], None] | None = None) -> None:
    """Do all events in order. TAs on one package are signed in one stroke, as a package is accepted whole."""
    waiting: list[Event] = []
    for index, event in enumerate(events):
        if waiting and event.get("package") != waiting[0]["package"]:
            waiting.clear()
        telling.clock.put(datetime.fromisoformat(event["at"]))
        if event["kind"] == "ta" and event.get("package"):
            waiting.append(event)
            members = telling.book.negotiation.packages[event["package"]].body.members
            if len(waiting) == len(members):
                _accept_package(telling, waiting)
            continue
        _ACTS[event["kind"]](telling, event)
        if progress:
            progress(index + 1, len(events))


def _keep(telling: Telling, event: Event, changed: Any) -> None:
    if changed.entries:
        telling.entries[event["id"]] = changed.entries[-1]


def _roster(t: Telling, e: Event) -> None:
    teams = []
    for code, team in e["parties"].items():
        people = team.get("team", [team])
        named = tuple(Person(p["name"], p["role"], p["initials"], p.get("job", "")) for p in people)
        teams.append(Team(Party(code), team["name"], named, team.get("short", "")))
    _keep(t, e, sessions.set_roster(t.book, teams))


def _open(t: Telling, e: Event) -> None:
    present = {Party(code): names for code, names in e["present"].items()}
    absent: dict[Party, list[str]] = {}
    for team in t.book.negotiation.teams.values():
        for person in team.people:
            if person.name in e["absent"]:
                absent.setdefault(team.party, []).append(person.name)
    last = t.book.negotiation.sessions.get(e["session"] - 1)
    agenda = last.closed.agenda if last and last.closed else ()
    _keep(
        t,
        e,
        sessions.open_session(
            t.book,
            place=e["place"],
            present=present,
            absent=absent,
            note_taker=e["note_taker"],
            number=e["session"],
            agenda=agenda,
        ),
    )


def _close(t: Telling, e: Event) -> None:
    when, _, about = e["next"].partition(". ")
    parts = when.rstrip(".").split(", ")
    place = ", ".join(parts[2:])
    agenda = (about.rstrip("."),) if about else ()
    _keep(t, e, sessions.close_session(t.book, next_date=", ".join(parts[:2]), next_place=place, agenda=agenda))


def _note(t: Telling, e: Event) -> None:
    if e["custody"] == Custody.PLAN:
        t.book.plan.add_private_note(t.clock.now(), e["who"], e["text"], e.get("item") or "")
        return
    body = NoteTaken(
        e["text"],
        e["who"],
        Party(e["side"]),
        Sign(e["sign"]),
        e.get("item") or "",
        owner=e.get("owner", ""),
        due=e.get("due", ""),
        supposal=bool(e.get("supposal")),
    )
    _keep(t, e, note.record_note(t.book, body, custody=Custody(e["custody"])))


def _caucus_out(t: Telling, e: Event) -> None:
    _keep(t, e, sessions.call_caucus(t.book, Party(e["by"]), e.get("promised_back", ""), e.get("reason", "")))


def _caucus_in(t: Telling, e: Event) -> None:
    _keep(t, e, sessions.end_caucus(t.book))


def _part(t: Telling, e: Event, place: str, text: str) -> Part:
    state = t.book.negotiation
    if place in e.get("deleted_items", ()):
        return Part(place, deleted=True)
    blocks = blocks_from_lines(text)
    now = place_blocks(state, e["article"], place)
    carried = state.carried_unit(e["article"], place)
    if carried or not now:
        own = place if carried else ""
        return Part(own, blocks, new=not now)
    head: tuple[Block, ...] = (now[0],) if now[0].kind is BlockKind.HEADING else ()
    return Part(place, (*head, *blocks))


def _refs(refs: Sequence[Any], article: str) -> tuple[PassRef, ...]:
    found = []
    for ref in refs:
        if isinstance(ref, str):
            found.append(PassRef(article, ref))
        elif "package" in ref:
            found.append(PassRef("", ref["package"]))
        else:
            found.append(PassRef(ref["article"], ref["label"]))
    return tuple(found)


def _pass(t: Telling, e: Event) -> None:
    state, party = t.book.negotiation, Party(e["party"])
    parts = tuple(_part(t, e, place, text) for place, text in (e.get("text") or {}).items())
    new = e["article"] not in state.items
    unit = (
        UnitKind.MOU if new and "letter" in e["article"].lower() else UnitKind.GROUND_RULES if new else UnitKind.ARTICLE
    )
    paper = t.folder / e["paper"] if e.get("paper") else None
    kept, data = papers_received.attachment(paper) if paper else (None, b"")
    body = TextPassed(
        e["article"],
        e["label"],
        party,
        parts,
        PassKind(e["pass_kind"]),
        Form(e["form"]),
        title=f"{e['article'][:1].upper()}{e['article'][1:]}" if new else "",
        unit=unit,
        responds_to=_refs(e["responds_to"], e["article"]),
        handed_by=e["handed_by"],
        handed_to=e["handed_to"],
        channel=Channel(e["channel"]),
        copies=e["copies"],
        conditions=e.get("conditions", ""),
        expiry=e.get("expiry", ""),
        expiry_reason=e.get("expiry_reason", ""),
        effective=e.get("effective", ""),
        package=e.get("package", ""),
        prose=e.get("prose", ""),
        note=e.get("note", ""),
        paper=kept.digest if kept else "",
        file=kept,
    )
    if party is not state.we:
        _keep(t, e, pass_text.pass_texts(t.book, [body], files={kept.digest: data} if kept else {}))
        return
    ready = pass_text.prepare(t.book, [body])
    _keep(
        t,
        e,
        pass_text.hand_over(
            t.book,
            ready.entries,
            handed_by=body.handed_by,
            handed_to=body.handed_to,
            channel=body.channel,
            copies=body.copies,
        ),
    )


def _package(t: Telling, e: Event) -> None:
    members = tuple(PassRef(m["article"], m["label"], Party(e["party"])) for m in e["members"])
    body = PackageOffered(
        e["label"],
        Party(e["party"]),
        members,
        _refs(e["responds_to"], ""),
        e["handed_by"],
        e["handed_to"],
        e["terms"],
        e["copies"],
    )
    _keep(t, e, pass_text.offer_package(t.book, body))


def _withdraw(t: Telling, e: Event) -> None:
    _keep(
        t,
        e,
        withdraw.withdraw(
            t.book,
            Party(e["party"]),
            article=e["article"],
            label=e["label"],
            by=e["by"],
            words=e["words"],
            reason=e["reason"],
        ),
    )


def _reject(t: Telling, e: Event) -> None:
    _keep(
        t,
        e,
        withdraw.reject(
            t.book, Party(e["party"]), package=e["package"], by=e["by"], words=e["words"], reason=e["reason"]
        ),
    )


def _hold(t: Telling, e: Event) -> None:
    _keep(t, e, hold.hold(t.book, e["article"], e["reason"], places=e["items"], by=e["by"]))


def _resume(t: Telling, e: Event) -> None:
    _keep(t, e, hold.resume(t.book, e["article"], e["reason"], places=e["items"], by=e["by"]))


def _signing(t: Telling, e: Event) -> agree.Signing:
    roles = {p.name: p.role for team in t.book.negotiation.teams.values() for p in team.people}
    signed = tuple(
        Signature(Party(s["party"]), s["name"], s["at"], roles.get(s["name"], ""), SignedHow.SHEET)
        for s in e["signers"]
    )
    old = (e["supersedes"],) if e.get("supersedes") else ()
    return agree.Signing(
        e["label"], signed, effective=e["effective"], subject_to=e["subject_to"], supersedes=old, note=e.get("note", "")
    )


def _ta(t: Telling, e: Event) -> None:
    state = t.book.negotiation
    accepted = agree.find_accepted(state, e["accepted_pass"]["article"], e["accepted_pass"]["label"])
    places = tuple(place if place in accepted.places else "" for place in e["items"])
    amended, edits = [], []
    for place, words in (e.get("amended_text") or {}).items():
        before = next(part for part in accepted.body.parts if part.place == place)
        edit = _pen_edit(place, "\n".join(b.text for b in before.blocks if b.kind is not BlockKind.HEADING), words)
        amended.append(agree.amend(before, [edit]))
        edits.append(edit)
    text = agree.agreed_on(state, accepted, places, amended, edits)
    _keep(t, e, agree.agree(t.book, [text], _signing(t, e)))


def _pen_edit(place: str, old: str, new: str) -> PenEdit:
    """The one run of words that was struck and written at signing."""
    before, after = old.split(" "), new.split(" ")
    start = next(i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b)
    end = next(i for i, (a, b) in enumerate(zip(reversed(before), reversed(after), strict=False)) if a != b)
    struck, written = before[start : len(before) - end], after[start : len(after) - end]
    return PenEdit(place, " ".join(struck), " ".join(written), (Party.UNION, Party.EMPLOYER))


def _accept_package(t: Telling, events: Sequence[Event]) -> None:
    signings = {e["article"]: _signing(t, e) for e in events}
    changed = agree.accept_package(t.book, events[0]["package"], signings)
    for event, entry in zip(events, changed.entries, strict=True):
        t.entries[event["id"]] = entry


def _reopen(t: Telling, e: Event) -> None:
    label = next(a.body.label for a in t.book.negotiation.agreements.values() if a.id == t.entries[e["ta"]])
    _keep(
        t,
        e,
        agree.reopen(
            t.book,
            label,
            e["reason"],
            places=e["items"],
            asked_by=e["asked_by"],
            agreed_by=e["agreed_by"],
            words=e["words"],
        ),
    )


def _total(t: Telling, e: Event) -> None:
    label = next(a.body.label for a in t.book.negotiation.agreements.values() if a.id == t.entries[e["ta"]])
    _keep(t, e, agree.settle(t.book, e["words"], label))


def _paper(t: Telling, e: Event) -> None:
    file = t.folder / e["file"]
    _keep(
        t,
        e,
        papers_received.receive_paper(
            t.book,
            Party(e["party"]),
            Path(e["file"]).name,
            file=file if file.is_file() else None,
            pages=e["pages"],
            handed_by=e["handed_by"],
            answers=e.get("answers", ""),
            note=e.get("note", ""),
        ),
    )


def _rfi(t: Telling, e: Event) -> None:
    if e["status"] == "asked":
        done = papers_received.request_information(t.book, e["label"], e["text"], asked_by=e["asked_by"], due=e["due"])
    else:
        done = papers_received.information_came(t.book, e["label"], e["text"], answered_by=e["answered_by"])
    _keep(t, e, done)


def _kept(t: Telling, e: Event) -> None:
    _keep(t, e, note.keep_promise(t.book, t.entries[e["target"]], e["by"], e.get("note", "")))


def _correct(t: Telling, e: Event) -> None:
    _keep(
        t,
        e,
        correct.correct(
            t.book,
            t.entries[e["target"]],
            author=e["author"],
            reason=e["reason"],
            text=e["text"],
            replaces=e["replaces"],
        ),
    )


_ACTS: dict[str, Callable[[Telling, Event], None]] = {
    "roster": _roster,
    "session-open": _open,
    "session-close": _close,
    "note": _note,
    "caucus-out": _caucus_out,
    "caucus-in": _caucus_in,
    "pass": _pass,
    "package": _package,
    "withdraw": _withdraw,
    "reject": _reject,
    "hold": _hold,
    "resume": _resume,
    "ta": _ta,
    "ta-reopen": _reopen,
    "total-ta": _total,
    "received-paper": _paper,
    "rfi": _rfi,
    "promise-done": _kept,
    "correction": _correct,
}
