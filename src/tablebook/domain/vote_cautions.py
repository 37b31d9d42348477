"""What is allowed in a vote and deserves a second look before it is recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from tablebook.domain import record as r
from tablebook.domain.cautions import Caution
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.packets import conforming_now, differences, read_otherwise, since_packet, tas_now
from tablebook.domain.phrases import listed
from tablebook.domain.readiness import in_the_way, readiness
from tablebook.domain.ready_line import Check, ReadyLine
from tablebook.domain.rules_ratification import BODIES, moment

Found = Iterator[Caution]


def cautions_for_vote(
    state: Negotiation, body: r.Body, at: datetime, lines: tuple[ReadyLine, ...] | None = None
) -> tuple[Caution, ...]:
    """What to look at before this is recorded at that time; nothing for what is no act of a vote. ``lines`` are those
    of readiness where the caller has them: for a notice and a certification they are worked out otherwise, which takes
    50 ms on a contract of 28 articles."""
    check = _CHECKS.get(type(body))
    found = () if check is None else check(state, body, at)
    ready = () if not isinstance(body, r.NoticeGiven | r.VoteCertified) else _not_ready(state, body, at, lines)
    return (*found, *ready)


def _notice(state: Negotiation, body: r.NoticeGiven, at: datetime) -> Found:
    vote = state.ratification.votes.get(body.vote)
    if vote is not None and vote.body.notice_due and body.day > vote.body.notice_due:
        due = date.fromisoformat(vote.body.notice_due)
        yield Caution("notice-late", f"Notice was due on {due.day} {due:%B}. A late one can undo the vote.")


def _not_ready(
    state: Negotiation, body: r.NoticeGiven | r.VoteCertified, at: datetime, lines: tuple[ReadyLine, ...] | None
) -> Found:
    """How many lines the vote should have waited for; the notice apart, which has a caution of its own. A notice that
    is recorded after the vote has opened is a note on what was."""
    vote = state.ratification.votes.get(body.vote)
    opens = moment(vote.body.opens) if vote is not None else None
    if isinstance(body, r.NoticeGiven) and opens is not None and at > opens:
        return
    found = in_the_way(readiness(state, at) if lines is None else lines)
    left = sum(line.check is not Check.NOTICE for line in found)
    if left:
        still = "1 line still stands" if left == 1 else f"{left} lines still stand"
        yield Caution("not-ready", f"{still} in the way of the vote.")


def _tally(state: Negotiation, body: r.TallyEntered, at: datetime) -> Found:
    vote = state.ratification.votes.get(body.vote)
    closes = moment(vote.body.closes) if vote is not None else None
    if closes is not None and at < closes:
        yield _open_still(body.vote, closes)
    if 0 < body.cast < FEW and body.place:
        said = f"{body.cast} cast at {body.place} can tell how one person voted. Mix them with others."
        yield Caution("few-ballots", said)
    elif body.cast >= FEW and body.place and body.cast in (body.yes, body.no):
        said = f"All at {body.place} voted alike, so everybody there is known. Mix them with others."
        yield Caution("all-alike", said)


def _open_still(vote: str, closes: datetime) -> Caution:
    return Caution("counted-early", f"{vote} is open until {closes:%H:%M} on {closes.day} {closes:%B}.")


YEAR = timedelta(days=366)
FEW = 3
"""So few ballots of one place are no secret."""


def _set(state: Negotiation, body: r.VoteSet, at: datetime) -> Found:
    packet = state.ratification.packets.get(body.packet)
    if packet is not None and since_packet(state, packet[1]):
        said = f"Packet {body.packet} is outdated: the texts changed since it was made. The vote is on the next one."
        yield Caution("packet-outdated", said, asks_reason=False)
    if body.quorum == r.Quorum() and not body.practice:
        whose = "the board’s rules" if body.body == "board" else "your constitution"
        yield Caution("no-quorum", f"No quorum is asked. Look into {whose}.", asks_reason=False)
    opens = moment(body.opens)
    if opens is not None and abs(opens - at) > YEAR:
        when = f"{opens.day} {opens:%B %Y}"
        far = "opens on" if opens > at else "opened on"
        than = "from now" if opens > at else "ago"
        yield Caution("far-away", f"It {far} {when}, more than a year {than}.", asks_reason=False)


def _in_turn(state: Negotiation, body: r.VoteCertified | r.BoardVoted, at: datetime) -> Found:
    now = state.ratification
    vote = now.votes.get(body.vote)
    if vote is None or vote.body.body not in now.bodies:
        return
    first = now.bodies[: now.bodies.index(vote.body.body)]
    for one in first:
        if now.carried_by(one) is None:
            said = f"The vote of {BODIES[one]} comes first here, and none has carried the agreement."
            yield Caution("out-of-turn", said)
    if isinstance(body, r.VoteCertified):
        if not vote.notices:
            yield Caution("no-notice", f"No notice of {body.vote} is recorded.")
        closes = moment(vote.body.closes)
        if closes is not None and at < closes:
            yield _open_still(vote.body.vote, closes)


def _executed(state: Negotiation, body: r.Executed, at: datetime) -> Found:
    """A text can still change after the vote: by an answer to a blank, such as the day of ratification itself."""
    now = state.ratification
    votes = [vote for one in now.bodies if (vote := now.carried_by(one)) is not None]
    packets = {vote.body.packet: now.packets[vote.body.packet][1] for vote in votes if vote.body.packet in now.packets}
    for number, packet in packets.items():
        if changed := differences(packet.tas, tas_now(state)).changed:
            yield Caution("changed-since-vote", read_otherwise(changed, number))
        if lists := differences(packet.conforming, conforming_now(state)).labels:
            said = f"{listed(lists)}: not as in packet {number}, which was voted on."
            yield Caution("conformed-since-vote", said)
    decided = max((vote.certified_at for vote in votes if vote.certified_at), default=None)
    if decided is not None and body.day < decided.date().isoformat():
        said = f"The last vote was decided on {decided.day} {decided:%B}, and the signing is dated before it."
        yield Caution("signed-early", said)


_CHECKS: dict[type, Callable[[Negotiation, Any, datetime], Found]] = {
    r.NoticeGiven: _notice,
    r.TallyEntered: _tally,
    r.VoteSet: _set,
    r.VoteCertified: _in_turn,
    r.BoardVoted: _in_turn,
    r.Executed: _executed,
}
