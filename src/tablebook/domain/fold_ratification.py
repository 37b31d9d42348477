"""The fold of what makes the texts ready, of the votes, and of the way back to the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tablebook.domain import record as r
from tablebook.domain.codes import Fate
from tablebook.domain.language import agreements_in_force
from tablebook.domain.negotiation import Agreement, Negotiation
from tablebook.domain.ratification import Counting, Execution, Vote
from tablebook.domain.record import Entry


def _set(state: Negotiation, **changes: Any) -> None:
    state.ratification = replace(state.ratification, **changes)


def _vote(state: Negotiation, name: str, **changes: Any) -> None:
    votes = state.ratification.votes
    _set(state, votes={**votes, name: replace(votes[name], **changes)})


def _agreement(state: Negotiation, label: str, **changes: Any) -> None:
    state.agreements[label] = replace(state.agreements[label], **changes)


# The texts


def _scan(state: Negotiation, entry: Entry, body: r.ScanAttached) -> None:
    signed = state.ratification.executed
    if body.agreement:
        _agreement(state, body.agreement, scans=(*state.agreements[body.agreement].scans, body.file))
    elif signed is not None:
        _set(state, executed=replace(signed, scans=(*signed.scans, body.file)))


def _signature(state: Negotiation, entry: Entry, body: r.SignatureAdded) -> None:
    signed = state.ratification.executed
    if body.agreement:
        _agreement(state, body.agreement, added=(*state.agreements[body.agreement].added, body.signature))
    elif signed is not None:
        _set(state, executed=replace(signed, signatures=(*signed.signatures, body.signature)))


def _conforming(state: Negotiation, entry: Entry, body: r.ConformingAgreed) -> None:
    kept = {label: one for label, one in state.ratification.conforming.items() if label not in body.supersedes}
    _set(state, conforming={**kept, body.label: (entry.id, body)})


def _result(state: Negotiation, entry: Entry, body: r.ResultConfirmed) -> None:
    _set(state, results={**state.ratification.results, (body.agreement, body.article): body})


def _blank(state: Negotiation, entry: Entry, body: r.BlankAnswered) -> None:
    answers = state.ratification.answers
    place = (body.article, body.place, body.words, body.nth)
    kept = [one for one in answers.get(body.agreement, ()) if (one.article, one.place, one.words, one.nth) != place]
    _set(state, answers={**answers, body.agreement: (*kept, body)})


def _clash(state: Negotiation, entry: Entry, body: r.ClashSettled) -> None:
    _set(state, clashes=(*state.ratification.clashes, body))


def _disputed(state: Negotiation, entry: Entry, body: r.TextDisputed) -> None:
    _set(state, disputes=(*state.ratification.disputes, body))


def _dispute_settled(state: Negotiation, entry: Entry, body: r.DisputeSettled) -> None:
    now = state.ratification
    left = tuple(one for one in now.disputes if (one.agreement, one.place) != (body.agreement, body.place))
    _set(state, disputes=left, settled_disputes=(*now.settled_disputes, body))


def _condition(state: Negotiation, entry: Entry, body: r.ConditionMet) -> None:
    _set(state, conditions={**state.ratification.conditions, body.agreement: body})


def _payer(state: Negotiation, entry: Entry, body: r.PayerNamed) -> None:
    _set(state, payers={**state.ratification.payers, body.agreement: body})


def _looked_at(state: Negotiation, entry: Entry, body: r.LookedAt) -> None:
    _set(state, looked_at={**state.ratification.looked_at, body.line: body})


def _summary(state: Negotiation, entry: Entry, body: r.SummaryWritten) -> None:
    _set(state, summaries={**state.ratification.summaries, (body.agreement, body.language): (entry.id, body)})


def _letter(state: Negotiation, entry: Entry, body: r.LetterWritten) -> None:
    _set(state, letters={**state.ratification.letters, body.language: body})


def _cost(state: Negotiation, entry: Entry, body: r.CostStated) -> None:
    _set(state, costs={**state.ratification.costs, body.language: body})


def _packet(state: Negotiation, entry: Entry, body: r.PacketMade) -> None:
    _set(state, packets={**state.ratification.packets, body.number: (entry.id, body)})


# The votes


def _ratifiers(state: Negotiation, entry: Entry, body: r.RatifiersSet) -> None:
    _set(state, bodies=body.bodies, words=body.words)


def _vote_set(state: Negotiation, entry: Entry, body: r.VoteSet) -> None:
    now = state.ratification
    if body.vote in now.votes:
        _vote(state, body.vote, body=body)
    else:
        _set(state, votes={**now.votes, body.vote: Vote(entry.id, body, entry.at, now.turn)})


def _notice(state: Negotiation, entry: Entry, body: r.NoticeGiven) -> None:
    _vote(state, body.vote, notices=(*state.ratification.votes[body.vote].notices, body))


def _counted(state: Negotiation, entry: Entry, body: Counting) -> None:
    vote = state.ratification.votes[body.vote]
    _vote(state, body.vote, counting=(*vote.counting, body), since=vote.certified is not None)


def _voted_on(state: Negotiation, vote: Vote) -> frozenset[str]:
    """The TAs a vote was on: those of its packet with the earlier ones that they restate, or all that hold."""
    packet = state.ratification.packets.get(vote.body.packet)
    if packet is None:
        return frozenset(one.body.label for one in agreements_in_force(state))
    named = [one.agreement for one in packet[1].tas]
    return frozenset((*named, *(old for label in named for old in state.agreements[label].body.restates)))


def _certified(state: Negotiation, entry: Entry, body: r.VoteCertified) -> None:
    on = _voted_on(state, state.ratification.votes[body.vote])
    _vote(state, body.vote, certified=body, certified_at=entry.at, since=False, tas=on)


def _board(state: Negotiation, entry: Entry, body: r.BoardVoted) -> None:
    on = _voted_on(state, state.ratification.votes[body.vote])
    _vote(state, body.vote, board=body, certified_at=entry.at, tas=on)


def _executed(state: Negotiation, entry: Entry, body: r.Executed) -> None:
    scans = (body.file,) if body.file else ()
    _set(state, executed=Execution(entry.id, body, entry.at, body.signatures, scans))


def _sent_back(state: Negotiation, entry: Entry, body: r.SentBack) -> None:
    """The agreement is on the table again: a TA that falls or reopens holds no longer, one that stands does."""
    for one in body.fates:
        if one.fate is not Fate.STANDS:
            was: Agreement = state.agreements[one.agreement]
            gone = (*was.reopened_by, entry.id)
            _agreement(state, one.agreement, reopened=(*was.reopened, ""), reopened_by=gone, fate=one.fate)
    state.settled = None
    now = state.ratification
    _set(state, turn=now.turn + 1, sent_back=(*now.sent_back, (entry.id, body)))


APPLY: dict[type, Callable[[Negotiation, Entry, Any], None]] = {
    r.ScanAttached: _scan,
    r.SignatureAdded: _signature,
    r.ConformingAgreed: _conforming,
    r.ResultConfirmed: _result,
    r.BlankAnswered: _blank,
    r.ClashSettled: _clash,
    r.TextDisputed: _disputed,
    r.DisputeSettled: _dispute_settled,
    r.ConditionMet: _condition,
    r.PayerNamed: _payer,
    r.LookedAt: _looked_at,
    r.SummaryWritten: _summary,
    r.LetterWritten: _letter,
    r.CostStated: _cost,
    r.PacketMade: _packet,
    r.RatifiersSet: _ratifiers,
    r.VoteSet: _vote_set,
    r.NoticeGiven: _notice,
    r.TallyEntered: _counted,
    r.BallotsChallenged: _counted,
    r.ChallengeSettled: _counted,
    r.VoteCertified: _certified,
    r.BoardVoted: _board,
    r.Executed: _executed,
    r.SentBack: _sent_back,
}
