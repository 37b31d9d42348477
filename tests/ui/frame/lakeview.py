"""The fictional Lakeview negotiation as a real book, recorded entry by entry, for looking at the window."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from tablebook.book.book import Book
from tablebook.clock import FixedClock
from tablebook.domain import record as r
from tablebook.domain.codes import Channel, Custody, Form, Party, PassKind, SessionKind, Sign, SignedHow
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.language import agreed_text, parts_fingerprint, place_blocks
from tablebook.domain.text import Block, BlockKind, blocks_from_lines, heading
from tablebook.domain.values import AgreedText, Part, PassRef, Person, Signature, Team
from tablebook.ids import SeededIds

_UNIT = re.compile(r"(?m)^## (Article|Appendix|MOU) (\w+)\. (.+)$")
_SECTION = re.compile(r"(?m)^### (\S+) (.+)$")


def contract_of(text: str) -> Contract:
    """The sample's contract from its Markdown."""
    pieces = _UNIT.split(text)
    kinds = {"Article": UnitKind.ARTICLE, "Appendix": UnitKind.APPENDIX, "MOU": UnitKind.MOU}
    units = [
        Article(kinds[kind], number, title, _blocks(body))
        for kind, number, title, body in zip(pieces[1::4], pieces[2::4], pieces[3::4], pieces[4::4], strict=True)
    ]
    return Contract("Agreement", tuple(units))


def _blocks(body: str) -> tuple[Block, ...]:
    lead, *rest = _SECTION.split(body)
    blocks = list(_lines(lead))
    for number, title, words in zip(rest[0::3], rest[1::3], rest[2::3], strict=True):
        blocks.append(heading(title, number, section=number))
        blocks.extend(_lines(words))
    return tuple(blocks)


def _lines(text: str) -> tuple[Block, ...]:
    rows = [line for line in text.splitlines() if not re.fullmatch(r"\|[-:| ]+\|", line)]
    plain = ["\t".join(c.strip() for c in row.strip("|").split("|")) if row.startswith("|") else row for row in rows]
    return blocks_from_lines("\n".join(plain).replace("**", ""))


def made_of(folder: Path) -> r.BookMade:
    """The first entry of the sample's book."""
    head = json.loads((folder / "events.json").read_text("utf-8"))["negotiation"]
    contract = contract_of((folder / "contract.md").read_text("utf-8"))
    return r.BookMade(head["union"], head["employer"], Party(head["we"]), contract, head["kind"], head["term"], True)


def make_book(folder: Path, path: Path, until: str = "2027-03-09T14:02:11") -> tuple[Path, FixedClock]:
    """The sample as a book at `path`, told up to a moment; gives back the clock that stands there."""
    story = json.loads((folder / "events.json").read_text("utf-8"))
    end = datetime.fromisoformat(f"{until}-06:00")
    clock = FixedClock(datetime.fromisoformat("2027-01-26T12:00:00-06:00"))
    book = Book.create(path, made_of(folder), clock, SeededIds(), origin="laptop")
    ids: dict[str, Any] = {}
    for event in story["events"]:
        at = datetime.fromisoformat(event["at"])
        if at > end:
            break
        clock.put(at)
        for draft in _drafts(book, event, ids):
            ids[event["id"]] = book.record([draft])[0].id
        if event["kind"] == "note" and event["custody"] == "plan":
            book.plan.add_private_note(at, event["who"], event["text"], event.get("item", ""))
    clock.put(end)
    book.close()
    return path, clock


def _drafts(book: Book, event: dict[str, Any], ids: dict[str, Any]) -> list[r.Draft]:
    body = _BODIES.get(event["kind"], lambda *_: None)(book, event, ids)
    if body is None or event["custody"] == "plan":
        return []
    return [r.Draft(body, Custody(event["custody"]), datetime.fromisoformat(event["at"]))]


def _session(book: Book, e: dict[str, Any], ids: dict[str, Any]) -> r.SessionOpened:
    present = tuple((Party(party), tuple(names)) for party, names in e["present"].items() if party in list(Party))
    kind = SessionKind(e.get("session_kind", "table"))
    return r.SessionOpened(e["session"], e["place"], present, (), e["note_taker"], kind)


def _roster(book: Book, e: dict[str, Any], ids: dict[str, Any]) -> r.RosterSet:
    teams = []
    for party, team in e["parties"].items():
        if party not in list(Party):
            continue
        people = tuple(
            Person(p["name"], p.get("role", ""), p.get("initials", ""), p.get("job", "")) for p in team.get("team", ())
        )
        teams.append(Team(Party(party), team["name"], people, team.get("short", "")))
    return r.RosterSet(tuple(teams))


def _note(book: Book, e: dict[str, Any], ids: dict[str, Any]) -> r.NoteTaken:
    side = Party(e["side"]) if e.get("side") in list(Party) else None
    place = e.get("item") or e.get("article") or ""
    return r.NoteTaken(e["text"], e["who"], side, Sign(e["sign"]), place)


def _parts(book: Book, e: dict[str, Any], texts: dict[str, str]) -> tuple[Part, ...]:
    parts = []
    for place, text in texts.items():
        if place in e.get("deleted_items", ()):
            parts.append(Part(place, deleted=True))
            continue
        old = place_blocks(book.negotiation, e["article"], place)
        head = tuple(block for block in old[:1] if block.kind is BlockKind.HEADING)
        if not head and place in e.get("new_items", ()) and "." in place:
            head = (heading("", place, section=place),)
        parts.append(Part(place, (*head, *blocks_from_lines(text)), new=place in e.get("new_items", ())))
    return tuple(parts)


def _pass(book: Book, e: dict[str, Any], ids: dict[str, Any]) -> r.TextPassed:
    refs = tuple(PassRef(e["article"], label) for label in e["responds_to"])
    body = r.TextPassed(
        e["article"], e["label"], Party(e["party"]), _parts(book, e, e.get("text", {})), PassKind(e["pass_kind"]),
        Form(e["form"]), "", UnitKind.ARTICLE, refs, e.get("handed_by", ""), e.get("handed_to", ""),
        Channel.TABLE, e.get("copies", 0),
    )  # fmt: skip
    if e["article"] not in book.negotiation.items:
        body = replace(body, unit=UnitKind.MOU, title=e["article"], form=Form.NEW)
    return replace(
        body, expiry=e.get("expiry", ""), expiry_reason=e.get("expiry_reason", ""), package=e.get("package", ""),
        conditions=e.get("conditions", ""), prose=e.get("prose", ""), effective=e.get("effective", ""),
    )  # fmt: skip


def _package(book: Book, e: dict[str, Any], ids: dict[str, Any]) -> r.PackageOffered:
    party = Party(e["party"])
    members = tuple(PassRef(m["article"], m["label"], party) for m in e["members"])
    return r.PackageOffered(e["label"], party, members, (), e["handed_by"], e["handed_to"], e["terms"], e["copies"])


def _ta(book: Book, e: dict[str, Any], ids: dict[str, Any]) -> r.Agreed:
    ref = PassRef(e["accepted_pass"]["article"], e["accepted_pass"]["label"])
    article = {"article": e["article"], **{k: e[k] for k in ("new_items", "deleted_items") if k in e}}
    amended = _parts(book, article, e.get("amended_text", {}))
    text = AgreedText(ref, tuple(e["items"]), "", amended)
    text = replace(text, fingerprint=parts_fingerprint(agreed_text(book.negotiation, text)))
    signed = tuple(Signature(Party(s["party"]), s["name"], s["at"]) for s in e["signers"])
    return r.Agreed(
        e["label"], (text,), signed, SignedHow.SHEET, e.get("effective", ""), "", e.get("subject_to", ""),
        e.get("package", ""), tuple(e.get("supersedes", ())), tuple(e.get("restates", ())),
    )  # fmt: skip


_BODIES: dict[str, Any] = {
    "session-open": _session,
    "session-close": lambda b, e, i: r.SessionClosed(e["session"], e.get("next", "")),
    "roster": _roster,
    "note": _note,
    "pass": _pass,
    "package": _package,
    "ta": _ta,
    "caucus-out": lambda b, e, i: r.CaucusCalled(Party(e["by"]), e.get("promised_back", "")),
    "caucus-in": lambda b, e, i: r.CaucusEnded(Party(e["by"])),
    "withdraw": lambda b, e, i: r.PassWithdrawn(
        Party(e["party"]), e["article"], e["label"], "", e["by"], e["words"], e["reason"]
    ),
    "hold": lambda b, e, i: r.ArticleHeld(e["article"], tuple(e["items"]), e["by"], e["reason"]),
    "resume": lambda b, e, i: r.ArticleResumed(e["article"], tuple(e["items"]), e["by"], e["reason"]),
    "reject": lambda b, e, i: r.PassRejected(Party(e["party"]), "", "", e["package"], e["by"], e["words"], e["reason"]),
    "correction": lambda b, e, i: r.Corrected(
        i[e["target"]], e["author"], e["reason"], e["text"], e.get("replaces", "")
    ),
    "received-paper": lambda b, e, i: r.PaperReceived(
        Party(e["party"]), e["file"], e.get("pages"), e.get("handed_by", ""), e.get("answers", "")
    ),
    "rfi": lambda b, e, i: (
        r.InformationRequested(e["label"], e["text"], e.get("asked_by", ""), None, e.get("due", ""))
        if e["status"] == "asked"
        else r.InformationGiven(e["label"], e.get("text", ""), e.get("answered_by", ""))
    ),
}
