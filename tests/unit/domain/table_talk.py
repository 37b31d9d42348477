"""A little negotiation in the field's own notation, one act a line:

    session 1            union passes U-1 on 1.1, 1.2      employer answers U-1 with E-1 on 1.1
    TA on U-1 of 1       TA on U-1 of 1 sections 1.1       union withdraws U-1 on 1
    hold 2               resume 2                          package P-1: 1 U-2, 2 U-1 by union
    employer rejects P-1 close session                     reopen TA 1

Every act is recorded through the fold as the book does it: refused acts raise ``Refused`` with the rule's code.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from tablebook.domain import fold, rules
from tablebook.domain import record as r
from tablebook.domain.codes import Custody, Party, PassKind, State
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.language import agreed_text, compose, current_blocks, parts_fingerprint
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.positions import position
from tablebook.domain.text import Block, heading, paragraph
from tablebook.domain.values import AgreedText, EntryId, Part, PassRef, Signature

START = datetime(2027, 1, 26, 13, 0, tzinfo=UTC)


class Refused(Exception):  # noqa: N818 - the field says "refused"
    """A rule said no; the code says which."""


def article(number: str, sections: int = 3, title: str = "") -> Article:
    blocks = []
    for index in range(1, sections + 1):
        place = f"{number}.{index}"
        blocks += [heading(f"Title {place}", place, section=place, level=2), paragraph(f"Current words of {place}.")]
    return Article(UnitKind.ARTICLE, number, title or f"Subject {number}", tuple(blocks))


def made(articles: int = 3) -> r.BookMade:
    units = tuple(article(str(number)) for number in range(1, articles + 1))
    return r.BookMade("Union", "Board", Party.UNION, Contract("Agreement", units), term="2027–30")


class Table:
    """A negotiation being told. ``entries`` are what was recorded, in order."""

    def __init__(self, chain: str = "one", body: r.BookMade | None = None) -> None:
        self.chain, self.at = chain, START
        self.entries: list[r.Entry] = []
        self.state = Negotiation()
        self.record(body or made())

    def record(self, *bodies: r.Body, custody: Custody = Custody.SHARED, at: datetime | None = None) -> None:
        after = self.state.clone()
        new = []
        for body in bodies:
            self.at += timedelta(minutes=1)
            draft = r.Draft(body, custody, at or self.at)
            for refusal in rules.refusals(after, draft):
                raise Refused(refusal.code)
            seq = len(self.entries) + len(new) + 1
            entry = r.Entry(self.chain, seq, draft.at or self.at, self.at, custody, r.KIND_OF[type(body)], body)
            fold.apply(after, entry)
            new.append(entry)
        for refusal in rules.whole_packages(after):
            raise Refused(refusal.code)
        self.state = after
        self.entries += new

    def tell(self, *lines: str) -> Table:
        for line in lines:
            self._line(line.strip())
        return self

    def _line(self, line: str) -> None:
        for pattern, act in _ACTS:
            if match := re.fullmatch(pattern, line):
                act(self, *match.groups())
                return
        raise AssertionError(f"no such act: {line}")

    def where(self, key: str) -> State:
        return position(self.state, key).state


def parts(places: Sequence[str], label: str, whose: str) -> tuple[Part, ...]:
    found = []
    for place in places:
        if place.endswith("-"):
            found.append(Part(place[:-1], deleted=True))
        else:
            head = heading(f"Title {place}", place, section=place, level=2)
            found.append(Part(place, (head, paragraph(f"Words of {whose} {label} for {place}."))))
    return tuple(found)


def _pass(table: Table, whose: str, answers: str | None, label: str, places: str, package: str | None) -> None:
    named = [place.strip() for place in places.split(",")]
    key = named[0].split(".")[0]
    party = Party(whose)
    refs = (PassRef(key, answers, party.other),) if answers else ()
    kind = PassKind.COUNTER if answers else PassKind.PROPOSAL
    text = parts(named, label, whose)
    table.record(r.TextPassed(key, label, party, text, kind, responds_to=refs, package=package or ""))


def ta(table: Table, label: str, key: str, places: str | None = None, package: str = "", name: str = "") -> r.Agreed:
    one = table.state.find_pass(key, label)
    ref = PassRef(key, label, one.body.party if one else None, one.id if one else EntryId(""))
    named = tuple(p.strip() for p in places.split(",")) if places else (one.places if one else ())
    text = AgreedText(ref, named, "")
    text = AgreedText(ref, named, parts_fingerprint(agreed_text(table.state, text)) if one else "")
    signed = tuple(Signature(p, "Somebody", START.isoformat()) for p in (Party.UNION, Party.EMPLOYER))
    count = sum(1 for one_label in table.state.agreements if one_label.startswith(f"TA {key}"))
    fresh = name or (f"TA {key}" if not count else f"TA {key} ({count + 1})")
    reopened = tuple(
        one.body.label
        for one in table.state.agreements.values()
        if one.reopened and one.body.texts[0].accepted.article == key
    )
    return r.Agreed(fresh, (text,), signed, package=package, supersedes=reopened)


def _package(table: Table, label: str, members: str, whose: str) -> None:
    refs = tuple(PassRef(*member.split(), Party(whose)) for member in members.split(", "))
    table.record(r.PackageOffered(label, Party(whose), refs))


def _accept(table: Table, label: str) -> None:
    package = table.state.packages[label]
    table.record(*(ta(table, ref.label, ref.article, package=label) for ref in package.body.members))


def _session(table: Table, number: str) -> None:
    table.record(r.SessionOpened(int(number), "Room B"))


def _close(table: Table) -> None:
    table.record(r.SessionClosed(table.state.open_session or 0))


def _end(kind: type[r.PassWithdrawn] | type[r.PassRejected]):  # type: ignore[no-untyped-def]
    def act(table: Table, whose: str, label: str, key: str | None) -> None:
        named = {"article": key, "label": label} if key else {"package": label}
        table.record(kind(Party(whose), **named))  # type: ignore[arg-type]

    return act


_ACTS = (
    (r"session (\d+)", _session),
    (r"close session", _close),
    (r"(union|employer)(?: answers (\S+) with| passes) (\S+) on ([\d., -]+?)(?: in (\S+))?", _pass),
    (
        r"TA on (\S+) of (\S+)(?: sections ([\d., ]+))?",
        lambda t, label, key, places: t.record(ta(t, label, key, places)),
    ),
    (r"(union|employer) withdraws (\S+)(?: on (\S+))?", _end(r.PassWithdrawn)),
    (r"(union|employer) rejects (\S+)(?: on (\S+))?", _end(r.PassRejected)),
    (r"hold (\S+)", lambda t, key: t.record(r.ArticleHeld(key))),
    (r"resume (\S+)", lambda t, key: t.record(r.ArticleResumed(key))),
    (r"package (\S+): (.+) by (union|employer)", _package),
    (r"accept (\S+)", _accept),
    (r"reopen (.+)", lambda t, label: t.record(r.AgreementReopened(label, reason="a date moved"))),
    (r"(union|employer) caucus", lambda t, whose: t.record(r.CaucusCalled(Party(whose)))),
    (r"(union|employer) is back", lambda t, whose: t.record(r.CaucusEnded(Party(whose)))),
    (r"total TA", lambda t: t.record(r.AllAgreed("All is settled."))),
    (r"note (.+)", lambda t, text: t.record(r.NoteTaken(text), custody=Custody.OURS)),
)


def as_passed(state: Negotiation, one: Pass) -> tuple[Block, ...]:
    """An article with a pass put into its current language, and nothing else."""
    return compose(current_blocks(state, one.body.article), one.body.parts)
