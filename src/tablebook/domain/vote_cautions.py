"""What is allowed in a vote and deserves a second look before it is recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from tablebook.domain import record as r
from tablebook.domain.cautions import Caution
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.packets import since_packet
from tablebook.domain.readiness import in_the_way, readiness
from tablebook.domain.rules_ratification import BODIES, moment

Found = Iterator[Caution]


def cautions_for_vote(state: Negotiation, body: r.Body, at: datetime) -> tuple[Caution, ...]:
    """What to look at before this is recorded at that time; nothing for what is no act of a vote."""
    check = _CHECKS.get(type(body))
    return tuple(check(state, body, at)) if check else ()


def _notice(state: Negotiation, body: r.NoticeGiven, at: datetime) -> Found:
    vote = state.ratification.votes.get(body.vote)
    if vote is not None and vote.body.notice_due and body.day > vote.body.notice_due:
        yield Caution("notice-late", f"Notice was due on {vote.body.notice_due}. A late one can undo the vote.")
    opens = moment(vote.body.opens) if vote is not None else None
    left = len(in_the_way(readiness(state, at))) if opens is None or at <= opens else 0
    if left:
        lines = "1 line still stands" if left == 1 else f"{left} lines still stand"
        yield Caution("not-ready", f"{lines} in the way of the vote.", asks_reason=False)


def _tally(state: Negotiation, body: r.TallyEntered, at: datetime) -> Found:
    vote = state.ratification.votes.get(body.vote)
    closes = moment(vote.body.closes) if vote is not None else None
    if closes is not None and at < closes:
        yield Caution("counted-early", f"{body.vote} is open until {closes:%H:%M} on {closes.day} {closes:%B}.")
    if 0 < body.cast < FEW and body.place:
        said = f"{body.cast} cast at {body.place} can tell how one person voted. Mix them with others."
        yield Caution("few-ballots", said)
    elif body.cast >= FEW and body.place and body.cast in (body.yes, body.no):
        said = f"All at {body.place} voted alike, so everybody there is known. Mix them with others."
        yield Caution("all-alike", said)


FEW = 3
"""So few ballots of one place are no secret."""


def _set(state: Negotiation, body: r.VoteSet, at: datetime) -> Found:
    packet = state.ratification.packets.get(body.packet)
    if packet is not None and since_packet(state, packet[1]):
        yield Caution("packet-outdated", f"Packet {body.packet} is outdated: the texts changed since it was made.")
    if body.quorum == r.Quorum() and not body.practice and body.body != "board":
        yield Caution("no-quorum", "No quorum is asked. Look into your constitution.", asks_reason=False)


def _in_turn(state: Negotiation, body: r.VoteCertified | r.BoardVoted, at: datetime) -> Found:
    now = state.ratification
    vote = now.votes.get(body.vote)
    if vote is None or vote.body.body not in now.bodies:
        return
    first = now.bodies[: now.bodies.index(vote.body.body)]
    for one in first:
        if now.carried_by(one) is None:
            who = BODIES[one]
            yield Caution("out-of-turn", f"Here {who} ratify first, and have not.")
    if isinstance(body, r.VoteCertified) and not vote.notices:
        yield Caution("no-notice", f"No notice of {body.vote} is recorded.")


def _executed(state: Negotiation, body: r.Executed, at: datetime) -> Found:
    """A text can still change after the vote: by an answer to a blank, such as the day of ratification itself."""
    now = state.ratification
    votes = [vote for one in now.bodies if (vote := now.carried_by(one)) is not None]
    packets = {vote.body.packet: now.packets[vote.body.packet][1] for vote in votes if vote.body.packet in now.packets}
    for number, packet in packets.items():
        if changed := since_packet(state, packet).changed:
            said = f"{', '.join(changed)} reads otherwise now than in packet {number}, which was voted on."
            yield Caution("changed-since-vote", said)


_CHECKS: dict[type, Callable[[Negotiation, Any, datetime], Found]] = {
    r.NoticeGiven: _notice,
    r.TallyEntered: _tally,
    r.VoteSet: _set,
    r.VoteCertified: _in_turn,
    r.BoardVoted: _in_turn,
    r.Executed: _executed,
}
