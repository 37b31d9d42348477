"""A little negotiation in the field's own notation, one act a line:

    session 1            union passes U-1 on 1.1, 1.2      employer answers U-1 with E-1 on 1.1
    TA on U-1 of 1       TA on U-1 of 1 sections 1.1       union withdraws U-1 on 1
    hold 2               resume 2                          package P-1: 1 U-2, 2 U-1 by union
    vote V of 100        count V: 60 yes, 20 no            certify V          board B: 4 yes, 3 no
    execute              send back V, 1 falls
    employer rejects P-1 close session                     reopen TA 1

Every act is recorded through the fold as the book does it: refused acts raise ``Refused`` with the rule's code.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tablebook.domain import fold, rules, vote_count
from tablebook.domain import record as r
from tablebook.domain.codes import BoardOutcome, Custody, Fate, Party, PassKind, Ratifier, RollCall, State
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.language import agreed_text, agreements_in_force, compose, current_blocks, parts_fingerprint
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


def _both_signed() -> tuple[Signature, ...]:
    return tuple(Signature(p, f"For the {p}", START.isoformat()) for p in (Party.UNION, Party.EMPLOYER))


def _vote(table: Table, name: str, eligible: str, quorum: str | None) -> None:
    asked = r.Quorum(number=int(quorum or 0))
    table.record(r.VoteSet(name, Ratifier.MEMBERS, "Shall it be ratified?", int(eligible), quorum=asked))


def _count(
    table: Table, name: str, yes: str, no: str, issued: str | None, place: str | None, reason: str | None
) -> None:
    cast = int(yes) + int(no)
    given = int(issued or cast)
    table.record(r.TallyEntered(name, given, cast, int(yes), int(no), place=place or "", reason=reason or ""))


def _certify(table: Table, name: str) -> None:
    vote = table.state.ratification.votes[name]
    found = vote_count.result(vote.body, vote_count.count(vote))
    table.record(r.VoteCertified(name, "The president", found.outcome, found.rule))


def _board(table: Table, name: str, yes: str, no: str) -> None:
    said = [RollCall.YES] * int(yes) + [RollCall.NO] * int(no)
    answers = tuple(r.RollCallAnswer(f"Member {index}", one) for index, one in enumerate(said))
    setup = r.VoteSet(name, Ratifier.BOARD, "To approve", max(1, len(answers)))
    body = r.BoardVoted(name, "To approve", answers, BoardOutcome.APPROVED, "")
    outcome, rule = vote_count.board_result(setup, body)
    table.record(setup, replace(body, result=outcome, rule=rule))


def _send_back(table: Table, name: str, falls: str | None) -> None:
    held = [one.body.label for one in agreements_in_force(table.state)]
    marks = tuple(r.TaFate(label, Fate.FALLS if label == f"TA {falls}" else Fate.STANDS) for label in held)
    table.record(r.SentBack(name, "It was not carried.", marks))


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
    (r"defer (\S+) to (.+)", lambda t, key, to: t.record(r.ArticleDeferred(key, to))),
    (r"resume (\S+)", lambda t, key: t.record(r.ArticleResumed(key))),
    (r"package (\S+): (.+) by (union|employer)", _package),
    (r"accept (\S+)", _accept),
    (r"reopen (.+)", lambda t, label: t.record(r.AgreementReopened(label, reason="a date moved"))),
    (r"(union|employer) caucus", lambda t, whose: t.record(r.CaucusCalled(Party(whose)))),
    (r"(union|employer) is back", lambda t, whose: t.record(r.CaucusEnded(Party(whose)))),
    (r"total TA", lambda t: t.record(r.AllAgreed("All is settled."))),
    (r"(members|board) ratify", lambda t, body: t.record(r.RatifiersSet((Ratifier(body),)))),
    (r"vote (\S+) of (\d+)(?: with quorum (\d+))?", _vote),
    (r"count (\S+): (\d+) yes, (\d+) no(?: of (\d+))?(?: at (\w+))?(?: because (.+))?", _count),
    (r"challenge (\d+) in (\S+)", lambda t, n, v: t.record(r.BallotsChallenged(v, int(n), "not on the list"))),
    (r"of (\S+) (\d+) count, (\d+) do not", lambda t, v, a, b: t.record(r.ChallengeSettled(v, int(a), int(b), "rule"))),
    (r"certify (\S+)", _certify),
    (r"board (\S+): (\d+) yes, (\d+) no(?: with changes)?", _board),
    (r"execute", lambda t: t.record(r.Executed("2027-05-06", _both_signed()))),
    (r"send back (\S+)(?:, (\d+) falls)?", _send_back),
    (r"note (.+)", lambda t, text: t.record(r.NoteTaken(text), custody=Custody.OURS)),
)


def as_passed(state: Negotiation, one: Pass) -> tuple[Block, ...]:
    """An article with a pass put into its current language, and nothing else."""
    return compose(current_blocks(state, one.body.article), one.body.parts)
