"""Where everything stands, as plain data: the one answer for scripts and for the window's own checks."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tablebook.domain.codes import Party, State
from tablebook.domain.contract import UnitKind
from tablebook.domain.language import agreements_in_force
from tablebook.domain.leftovers import leftovers
from tablebook.domain.negotiation import Agreement, Item, Negotiation
from tablebook.domain.packets import since_packet
from tablebook.domain.positions import package_state, position, stage, unresolved
from tablebook.domain.ratification import Vote
from tablebook.domain.vote_count import count, result, roll_call_count

ON_ITS_WAY = (State.APPROVED, State.EXECUTED)
"""Stages of a ratified article that scripts read as ratified; ``stage`` says which."""


def status(state: Negotiation, now: datetime) -> dict[str, Any]:
    """Every article with its state, passes and TAs; packages; what is unresolved."""
    made = state.made
    keys = [key for key, item in state.items.items() if item.article.kind is not UnitKind.PREAMBLE or item.passes]
    return {
        "negotiation": {
            "union": made.union if made else "",
            "employer": made.employer if made else "",
            "we": str(state.we),
            "kind": made.kind if made else "",
            "term": made.term if made else "",
        },
        "articles": [_article(state, state.items[key], now) for key in keys],
        "packages": [
            {
                "label": one.body.label,
                "party": str(one.body.party),
                "members": [ref.article for ref in one.body.members],
                "state": str(package_state(state, one, now)),
            }
            for one in state.packages.values()
        ],
        "unresolved": list(unresolved(state, now)),
        "total_ta": state.settled is not None,
        "left_at_total_ta": _left(state),
        "ratification": _ratification(state),
    }


def _left(state: Negotiation) -> dict[str, Any] | None:
    """The signed line of the total TA, what it closes, and how many of each kind."""
    if state.settled is None:
        return None
    left = leftovers(state)
    counts = {"current": len(left.current), "withdrawn": len(left.withdrawn), "deferred": len(left.deferred)}
    return {"words": state.settled.words, "articles": list(state.settled.left), "counts": counts}


def _article(state: Negotiation, item: Item, now: datetime) -> dict[str, Any]:
    where = position(state, item.key, now)
    apart = where.state in (State.HELD, State.DEFERRED)
    found = State.PART_TA if where.agreed and where.open_places and not apart else where.state
    return {
        "number": item.key,
        "title": item.article.title,
        "kind": str(item.article.kind),
        "state": str(State.RATIFIED if found in ON_ITS_WAY else found),
        "stage": str(found) if found in (State.RATIFIED, *ON_ITS_WAY) else None,
        "court": str(where.state) if found is State.PART_TA else None,
        "package": where.package or None,
        "deferred_to": item.deferred or None if found is State.DEFERRED else None,
        "open": list(where.open_places),
        "passes": [
            {
                "label": one.body.label,
                "party": str(one.body.party),
                "kind": str(one.body.kind),
                "at": one.at.isoformat(),
                "responds_to": [ref.label for ref in one.body.responds_to],
                "state": "expired" if one.state == "standing" and one.expired(now) else str(one.state),
                "package": one.body.package or None,
            }
            for one in state.passes_on(item.key)
        ],
        "agreements": [_agreement(state, item.key, one) for one in _agreements(state, item)],
    }


def _agreements(state: Negotiation, item: Item) -> tuple[Agreement, ...]:
    return tuple(state.agreements[label] for label in dict.fromkeys(item.agreements))


def _agreement(state: Negotiation, key: str, one: Agreement) -> dict[str, Any]:
    text = next(text for text in one.body.texts if text.accepted.article == key)
    signed = {signature.party for signature in one.signatures}
    return {
        "label": text.accepted.label,
        "ta": one.body.label,
        "at": one.at.isoformat(),
        "sections": [place for place in text.places if place],
        "signed": {Party.UNION, Party.EMPLOYER} <= signed,
        "as_amended": bool(text.amended),
        "in_force": one in agreements_in_force(state),
        "fingerprint": text.fingerprint,
        "papers": [{"name": paper.name, "digest": paper.digest} for paper in one.papers],
        "fate": str(one.fate) if one.fate else None,
    }


def _ratification(state: Negotiation) -> dict[str, Any]:
    """Who ratifies, each vote with its count and what it decides, the signing, and how often it went back."""
    now = state.ratification
    signed = now.executed
    return {
        "bodies": [str(body) for body in now.bodies],
        "missing": [str(body) for body in now.missing],
        "stage": str(stage(state) or ""),
        "votes": [_vote(one, now.turn) for one in now.votes.values()],
        "executed": signed and {"day": signed.body.day, "signed": [one.name for one in signed.signatures],
                                "papers": [{"name": one.name, "digest": one.digest} for one in signed.scans]},
        "packets": [
            {"number": one.number, "fingerprint": one.fingerprint, "day": one.day, "tas": len(one.tas),
             "outdated": bool(since_packet(state, one))}
            for _, one in now.packets.values()
        ],
        "conforming": [{"label": one.label, "changes": len(one.changes)} for _, one in now.conforming.values()],
        "sent_back": [
            {"vote": one.vote, "reason": one.reason, "fates": {mark.agreement: str(mark.fate) for mark in one.fates}}
            for _, one in now.sent_back
        ],
    }  # fmt: skip


def _vote(one: Vote, turn: int) -> dict[str, Any]:
    counted = roll_call_count(one.body, one.board.roll_call) if one.board else count(one)
    begun = bool(one.counting or one.board)
    found = result(one.body, counted) if begun else None
    outcome = (one.board.result if one.board else found.outcome) if found else None
    return {
        "name": one.body.vote, "body": str(one.body.body), "question": one.body.question, "packet": one.body.packet,
        "practice": one.body.practice, "earlier": one.turn < turn, "eligible": one.body.eligible,
        "issued": counted.issued, "cast": counted.cast, "yes": counted.yes, "no": counted.no,
        "abstain": counted.abstain, "void": counted.void, "challenged": counted.challenged,
        "needed": found.needed if found else None, "quorum": found.quorum if found else None,
        "result": str(outcome) if outcome else None, "rule": found.rule if found else None,
        "certified": one.decided, "certified_by": one.certified.by if one.certified else None,
        "notice": one.notices[-1].day if one.notices else None,
    }  # fmt: skip
