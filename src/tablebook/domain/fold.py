"""The fold: entries in, :class:`Negotiation` out. Pure and deterministic; one small function per kind of entry."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from tablebook.domain import fold_ratification, rules
from tablebook.domain.codes import PackageState, PassKind, PassState, Sign
from tablebook.domain.contract import Article, UnitKind
from tablebook.domain.negotiation import (
    Agreement,
    BargainingSession,
    Caucus,
    Conflict,
    Item,
    Negotiation,
    Package,
    Pass,
    Promise,
    Request,
)
from tablebook.domain.record import (
    Agreed,
    AgreementReopened,
    AllAgreed,
    ArticleDeferred,
    ArticleHeld,
    ArticleResumed,
    BookMade,
    CaucusCalled,
    CaucusEnded,
    Corrected,
    Entry,
    EntryId,
    InformationGiven,
    InformationRequested,
    NoteTaken,
    PackageOffered,
    PassRejected,
    PassWithdrawn,
    PreparedVoided,
    PromiseKept,
    RosterSet,
    SessionClosed,
    SessionOpened,
    TextPassed,
    TextPrepared,
)


def fold(entries: Iterable[Entry]) -> Negotiation:
    """The negotiation that these entries tell, whatever order their chains are given in."""
    negotiation = Negotiation()
    for is_note, some in groupby(merge(entries), key=_is_note):
        if is_note:
            _apply_notes(negotiation, list(some))
        else:
            for entry in some:
                apply(negotiation, entry)
    return negotiation


def _is_note(entry: Entry) -> bool:
    return type(entry.body) is NoteTaken


def _apply_notes(state: Negotiation, notes: list[Entry]) -> None:
    """Take a run of notes as :func:`apply` would one by one. No note changes what the next is held to, so the session
    they stand in is renewed once: notes are nearly all of a large book."""
    ids, counted = [note.id for note in notes], []
    state.entries.extend(ids, notes)
    for entry_id, entry in zip(ids, notes, strict=True):
        assert isinstance(entry.body, NoteTaken)
        if refusals := rules.refused(state, entry.body, entry.at):
            state.conflicts += (Conflict(entry_id, refusals[0].code, refusals[0].what),)
        else:
            _note(state, entry, entry.body)
            counted.append(entry_id)
    if state.open_session is not None and counted:
        _into_session(state, counted)


def merge(entries: Iterable[Entry]) -> Iterator[Entry]:
    """One order for all chains: by time of recording, each chain kept in its own sequence, ties by chain.

    A clock that was set back inside a chain does not reorder the chain: its entries count as no earlier than the one
    before. The same entries give the same order on every laptop.
    """
    chains: dict[str, list[Entry]] = {}
    for entry in entries:
        chains.setdefault(entry.chain, []).append(entry)
    if len(chains) == 1:
        only = next(iter(chains.values()))
        only.sort(key=lambda entry: entry.seq)
        yield from only
        return
    yield from (entry for _, _, _, entry in heapq.merge(*(_timed(chain) for chain in chains.values())))


def _timed(chain: list[Entry]) -> Iterator[tuple[float, str, int, Entry]]:
    latest = float("-inf")
    for entry in sorted(chain, key=lambda entry: entry.seq):
        latest = max(latest, entry.recorded.timestamp())
        yield latest, entry.chain, entry.seq, entry


def apply(state: Negotiation, entry: Entry) -> None:
    """Take one more entry into the state. An entry the rules do not allow here is kept as a conflict, not counted."""
    refusals = rules.refused(state, entry.body, entry.at) if entry.body is not None else ()
    entry_id = entry.id
    state.entries[entry_id] = entry
    if refusals:
        state.conflicts += (Conflict(entry_id, refusals[0].code, refusals[0].what),)
        return
    if entry.body is not None:
        _APPLY[type(entry.body)](state, entry, entry.body)
    if state.open_session is not None:
        _into_session(state, [entry_id])


def _into_session(state: Negotiation, ids: list[EntryId]) -> None:
    was = _now(state)
    # Written out: replace() takes six times as long, and this is done for nearly every entry of a large book.
    state.sessions[was.number] = BargainingSession(
        was.number, was.body, was.began, was.closed, was.ended, was.caucuses, (*was.entries, *ids)
    )
    state.session_of.extend(ids, [was.number] * len(ids))


def _book_made(state: Negotiation, entry: Entry, body: BookMade) -> None:
    state.made, state.contract = body, body.contract
    state.items = {key: Item(key, article) for key, article in body.contract.by_key.items()}


def _roster(state: Negotiation, entry: Entry, body: RosterSet) -> None:
    for team in body.teams:
        state.teams[team.party] = team


def _session_opened(state: Negotiation, entry: Entry, body: SessionOpened) -> None:
    state.sessions[body.number] = BargainingSession(body.number, body, entry.at)
    state.open_session = body.number


def _session_closed(state: Negotiation, entry: Entry, body: SessionClosed) -> None:
    _into_session(state, [entry.id])
    state.sessions[body.number] = replace(state.sessions[body.number], closed=body, ended=entry.at)
    state.open_session = state.caucus = None


def _caucus_called(state: Negotiation, entry: Entry, body: CaucusCalled) -> None:
    state.caucus = Caucus(body.by, entry.at, body.promised_back, body.reason)
    _caucuses(state, (*_now(state).caucuses, state.caucus))


def _caucus_ended(state: Negotiation, entry: Entry, body: CaucusEnded) -> None:
    session = _now(state)
    _caucuses(state, (*session.caucuses[:-1], replace(session.caucuses[-1], back=entry.at)))
    state.caucus = None


def _now(state: Negotiation) -> BargainingSession:
    assert state.open_session is not None
    return state.sessions[state.open_session]


def _caucuses(state: Negotiation, caucuses: tuple[Caucus, ...]) -> None:
    session = _now(state)
    state.sessions[session.number] = replace(session, caucuses=caucuses)


def _note(state: Negotiation, entry: Entry, body: NoteTaken) -> None:
    if body.sign is Sign.PROMISE:
        state.promises[entry.id] = Promise(entry.id, body, entry.at)


def _promise_kept(state: Negotiation, entry: Entry, body: PromiseKept) -> None:
    state.promises[body.promise] = replace(state.promises[body.promise], kept=entry.at, note=body.note)


def _prepared(state: Negotiation, entry: Entry, body: TextPrepared) -> None:
    state.prepared[entry.id] = body


def _voided(state: Negotiation, entry: Entry, body: PreparedVoided) -> None:
    del state.prepared[body.prepared]


def item_for(state: Negotiation, body: TextPassed | TextPrepared) -> Item:
    """The item a text is about; a new one where the negotiation did not have it."""
    known = state.items.get(body.article)
    if known:
        return known
    number = "" if body.unit is not UnitKind.ARTICLE else body.article
    title = body.title or body.article
    return Item(body.article, Article(body.unit, number, title), new=True)


def _passed(state: Negotiation, entry: Entry, body: TextPassed) -> None:
    if body.prepared:
        # Where only the shared part of a record is told, what was prepared is not in it; the pass says all of itself.
        state.prepared.pop(body.prepared, None)
    state.settled = None  # what is on the table again is not settled, whatever was signed before
    item = item_for(state, body)
    if not body.package and body.kind not in (PassKind.REJECT, PassKind.CONCEPT):
        for earlier in state.passes_on(item.key):
            own = earlier.body.party is body.party and earlier.state is PassState.STANDING and not earlier.body.package
            if own and _covers(body, earlier):
                state.passes[earlier.id] = replace(earlier, state=PassState.REPLACED)
    if body.kind is PassKind.REJECT:
        _reject_passes(state, body)
    state.passes[entry.id] = Pass(entry.id, body, entry.at, state.open_session)
    state.items[item.key] = replace(item, passes=(*item.passes, entry.id), deferred="", deferred_at=None)
    for part in body.parts:
        if other := state.carried_unit(item.key, part.place):
            state.items[other.key] = replace(other, home=item.key)


def _covers(body: TextPassed, earlier: Pass) -> bool:
    """Whether a later text speaks of every place of an earlier one: what it is silent on stands as it was offered."""
    places = {part.place for part in body.parts}
    return "" in places or set(earlier.places) <= places


def _reject_passes(state: Negotiation, body: TextPassed) -> None:
    for ref in body.responds_to:
        offer = state.find_pass(ref.article, ref.label, body.party.other)
        package = state.packages.get(offer.body.package if offer else ref.label)
        if package and package.state is PackageState.OPEN and package.body.party is not body.party:
            # A no to one of its articles is a no to the package: it is accepted whole or not at all.
            _end_package(state, package.body.label, PackageState.REJECTED, PassState.REJECTED)
        elif offer and offer.state is PassState.STANDING:
            state.passes[offer.id] = replace(offer, state=PassState.REJECTED)


def _package(state: Negotiation, entry: Entry, body: PackageOffered) -> None:
    state.packages[body.label] = Package(entry.id, body, entry.at, state.open_session)


def _end_package(state: Negotiation, label: str, package_state: PackageState, pass_state: PassState) -> None:
    package = state.packages[label]
    state.packages[label] = replace(package, state=package_state)
    for ref in package.body.members:
        member = state.member(package, ref)
        if member and member.body.package == label:
            state.passes[member.id] = replace(member, state=pass_state)


def _open_package(state: Negotiation, one: Pass) -> bool:
    """Whether a pass is offered only in a package that can still be accepted: what ends the one ends the other."""
    package = state.packages.get(one.body.package) if one.body.package else None
    return package is not None and package.state is PackageState.OPEN


def _withdrawn(state: Negotiation, entry: Entry, body: PassWithdrawn) -> None:
    if body.package:
        _end_package(state, body.package, PackageState.WITHDRAWN, PassState.WITHDRAWN)
        return
    named = state.find_pass(body.article, body.label, body.party)
    assert named is not None
    if _open_package(state, named):
        _end_package(state, named.body.package, PackageState.WITHDRAWN, PassState.WITHDRAWN)
        return
    state.passes[named.id] = replace(named, state=PassState.WITHDRAWN)


def _rejected(state: Negotiation, entry: Entry, body: PassRejected) -> None:
    if body.package:
        _end_package(state, body.package, PackageState.REJECTED, PassState.REJECTED)
        return
    named = state.find_pass(body.article, body.label, body.party.other)
    assert named is not None
    if _open_package(state, named):
        _end_package(state, named.body.package, PackageState.REJECTED, PassState.REJECTED)
        return
    state.passes[named.id] = replace(named, state=PassState.REJECTED)
    item = state.items[body.article]
    state.items[item.key] = replace(item, rejections=(*item.rejections, (entry.at, body.party)))


def _held(state: Negotiation, entry: Entry, body: ArticleHeld) -> None:
    item = state.items[body.article]
    state.settled = None
    state.items[item.key] = replace(item, held=body.places, held_reason=body.reason, held_at=entry.at)


def _deferred(state: Negotiation, entry: Entry, body: ArticleDeferred) -> None:
    item = state.items[body.article]
    state.settled = None
    state.items[item.key] = replace(
        item, held=None, held_reason="", held_at=None, deferred=body.to, deferred_at=entry.at
    )


def _resumed(state: Negotiation, entry: Entry, body: ArticleResumed) -> None:
    item = state.items[body.article]
    if item.deferred:
        state.settled = None
    state.items[item.key] = replace(item, held=None, held_reason="", held_at=None, deferred="", deferred_at=None)


def _agreed(state: Negotiation, entry: Entry, body: Agreed) -> None:
    for label in body.supersedes:
        state.agreements[label] = replace(state.agreements[label], superseded=body.label)
    state.agreements[body.label] = Agreement(entry.id, body, entry.at, state.open_session)
    for text in body.texts:
        key = text.accepted.article
        item = state.items[key]
        state.items[key] = replace(item, agreements=(*item.agreements, body.label))
        named = state.named(text.accepted)
        assert named is not None
        state.passes[named.id] = replace(named, state=PassState.ACCEPTED)
    if body.package and package_complete(state, body.package):
        state.packages[body.package] = replace(state.packages[body.package], state=PackageState.ACCEPTED)


def package_complete(state: Negotiation, label: str) -> bool:
    """Whether every member of the package has a TA that names the package."""
    agreed = {t.accepted.article for a in state.agreements.values() if a.body.package == label for t in a.body.texts}
    return {ref.article for ref in state.packages[label].body.members} <= agreed


def _reopened(state: Negotiation, entry: Entry, body: AgreementReopened) -> None:
    agreement = state.agreements[body.agreement]
    places = body.places or ("",)
    state.agreements[body.agreement] = replace(
        agreement, reopened=(*agreement.reopened, *places), reopened_by=(*agreement.reopened_by, entry.id)
    )
    state.settled = None


def _all_agreed(state: Negotiation, entry: Entry, body: AllAgreed) -> None:
    state.settled = body


def _corrected(state: Negotiation, entry: Entry, body: Corrected) -> None:
    state.corrections[body.target] = (*state.corrections.get(body.target, ()), entry.id)


def _requested(state: Negotiation, entry: Entry, body: InformationRequested) -> None:
    state.requests[body.label] = Request(entry.id, body, entry.at)


def _given(state: Negotiation, entry: Entry, body: InformationGiven) -> None:
    state.requests[body.label] = replace(state.requests[body.label], answer=body.text, answered=entry.at)


def _nothing(state: Negotiation, entry: Entry, body: Any) -> None:
    """A paper received is found by its entry; it changes nothing else."""


_APPLY: dict[type, Callable[[Negotiation, Entry, Any], None]] = {
    BookMade: _book_made,
    RosterSet: _roster,
    SessionOpened: _session_opened,
    SessionClosed: _session_closed,
    CaucusCalled: _caucus_called,
    CaucusEnded: _caucus_ended,
    NoteTaken: _note,
    PromiseKept: _promise_kept,
    TextPrepared: _prepared,
    PreparedVoided: _voided,
    TextPassed: _passed,
    PackageOffered: _package,
    PassWithdrawn: _withdrawn,
    PassRejected: _rejected,
    ArticleHeld: _held,
    ArticleDeferred: _deferred,
    ArticleResumed: _resumed,
    Agreed: _agreed,
    AgreementReopened: _reopened,
    AllAgreed: _all_agreed,
    Corrected: _corrected,
    InformationRequested: _requested,
    InformationGiven: _given,
    **fold_ratification.APPLY,
}
for _kind in rules.CHANGE_NOTHING:
    _APPLY[_kind] = _nothing
