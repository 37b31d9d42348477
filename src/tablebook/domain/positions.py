"""Where each item stands: open or settled, whose court, which places are TA'd, what is unresolved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from tablebook.domain.codes import PackageState, Party, PassKind, PassState, Ratifier, State
from tablebook.domain.dataclass import dataclass
from tablebook.domain.language import agreed_text, agreements_in_force, binding_text, changed_places, holds
from tablebook.domain.negotiation import Item, Negotiation, Package, Pass

SPENT = frozenset({PassState.WITHDRAWN})
"""States of a pass that no longer asks for anything."""

SETTLED = frozenset({State.TA, State.RATIFIED, State.APPROVED, State.EXECUTED})
"""States of an item that is agreed whole."""


@dataclass(frozen=True, slots=True)
class Position:
    """An item's standing at one moment. ``agreed``/``places`` count sections for the progress cells; ``open_places``
    are proposed, and neither TA'd nor withdrawn; ``package`` is the label of an open package it is in."""

    state: State
    since: datetime | None
    last: Pass | None
    agreed: tuple[str, ...]
    places: tuple[str, ...]
    open_places: tuple[str, ...]
    package: str

    @property
    def unresolved(self) -> bool:
        """Whether it still stands in the way of a total TA."""
        return self.state in (State.WITH_US, State.WITH_THEM, State.HELD, State.PART_TA, State.IMPASSE)


def live_passes(state: Negotiation, key: str) -> tuple[Pass, ...]:
    """The passes that count: not withdrawn, not followed by their own party's withdrawal, and not of a package that
    was refused, withdrawn or settled another way."""
    found: list[Pass] = []
    withdrawn: set[Party] = set()
    for one in reversed(state.passes_on(key)):
        if one.state is PassState.WITHDRAWN and not one.body.package:
            withdrawn.add(one.body.party)
        if one.state is PassState.WITHDRAWN or one.body.party in withdrawn:
            continue
        if one.body.package and one.state is PassState.REJECTED:
            continue
        found.append(one)
    return tuple(reversed(found))


def agreed_places(state: Negotiation, key: str) -> dict[str, str]:
    """Place to the label of the latest TA in force that covers it; a whole-article TA has the place ""."""
    places: dict[str, str] = {}
    for agreement in agreements_in_force(state, key):
        for text in agreement.body.texts:
            if text.accepted.article != key:
                continue
            for part in (*agreed_text(state, text), *binding_text(state, agreement, text)):
                if holds(agreement, part.place):
                    places[part.place] = agreement.body.label
    return places


def open_packages(state: Negotiation, now: datetime | None = None) -> tuple[Package, ...]:
    """Packages that can still be accepted."""
    return tuple(p for p in state.packages.values() if package_state(state, p, now) is PackageState.OPEN)


def package_state(state: Negotiation, package: Package, now: datetime | None = None) -> PackageState:
    """What became of a package; one whose articles were all agreed another way counts as rejected, not as open."""
    if package.state is not PackageState.OPEN:
        return package.state
    if now is not None and package.body.expiry and datetime.fromisoformat(package.body.expiry) < now:
        return PackageState.EXPIRED
    members = {ref.article for ref in package.body.members}
    later = {
        text.accepted.article
        for agreement in agreements_in_force(state)
        for text in agreement.body.texts
        if agreement.at > package.at and agreement.body.package != package.body.label
    }
    return PackageState.REJECTED if members <= later else PackageState.OPEN


def position(state: Negotiation, key: str, now: datetime | None = None) -> Position:
    """Where an item stands. An appendix that is bargained inside an article stands where its part of it stands."""
    item = state.items[key]
    if not item.passes and item.home and item.home in state.items:
        return _position_at_home(state, item, now)
    live = live_passes(state, key)
    done = agreed_places(state, key)
    sections = tuple(section.number for section in item.article.sections)
    touched = _touched(state, key, live)
    whole = "" in done
    open_places = () if whole else tuple(place for place in touched if place not in done)
    package = next((p.body.label for p in reversed(open_packages(state, now)) if _in(p, key)), "")
    last = live[-1] if live else None
    agreed = tuple(dict.fromkeys((*(sections if whole else ()), *(place for place in done if place))))
    places = tuple(dict.fromkeys((*sections, *touched, *agreed)))
    found, since = _state(state, item, live, bool(done), bool(open_places), package)
    return Position(found, since, last, agreed, places, open_places, package)


def _position_at_home(state: Negotiation, item: Item, now: datetime | None) -> Position:
    home = position(state, item.home, now)
    here = (item.key,)
    if item.key in home.agreed:
        return Position(
            home.state if home.state in SETTLED else State.TA, home.since, home.last, here, here, (), home.package
        )
    found = home.state if home.state not in SETTLED else State.NOT_OPENED
    return Position(found, home.since, home.last, (), here, (), home.package)


def _in(package: Package, key: str) -> bool:
    return any(ref.article == key for ref in package.body.members)


def _touched(state: Negotiation, key: str, live: tuple[Pass, ...]) -> tuple[str, ...]:
    """Every place that a counting pass would change. An offer that shrinks does not settle what it leaves out."""
    places: dict[str, None] = {}
    for one in live:
        if one.body.kind is PassKind.CONCEPT:
            places.update(dict.fromkeys(one.places))
        else:
            places.update(dict.fromkeys(changed_places(state, key, one.body.parts)))
    return tuple(places)


def _state(
    state: Negotiation, item: Item, live: tuple[Pass, ...], agreed: bool, still_open: bool, package: str
) -> tuple[State, datetime | None]:
    if agreed and not still_open:
        return stage_of(state, item), max(state.agreements[label].at for label in item.agreements)
    if item.deferred:
        return State.DEFERRED, item.deferred_at
    if not item.passes:
        return (State.HELD, item.held_at) if item.held is not None else (State.NOT_OPENED, None)
    if _nothing_asked(state, item, live):
        last = state.passes[item.passes[-1]]
        taken_back = any(state.passes[one].state in SPENT for one in item.passes)
        return (State.WITHDRAWN, last.at) if taken_back else (State.NOT_OPENED, None)
    if item.held is not None:
        return State.HELD, item.held_at
    mover, since = _last_move(state, item, live, package)
    return (State.WITH_THEM if mover in (state.we, Party.JOINT) else State.WITH_US), since


def stage(state: Negotiation) -> State | None:
    """How far the whole agreement is on its way: ratified, approved, executed; None before its vote carried."""
    now = state.ratification
    signed = now.executed
    if signed is not None and {Party.UNION, Party.EMPLOYER} <= {one.party for one in signed.signatures}:
        return State.EXECUTED
    if not now.bodies:
        return None
    if not now.missing:
        return State.APPROVED if Ratifier.BOARD in now.bodies else State.RATIFIED
    left = set(now.missing)
    return State.RATIFIED if left == {Ratifier.BOARD} and len(now.bodies) > 1 else None


def stage_of(state: Negotiation, item: Item) -> State:
    """A settled item's own stage: what was agreed after the vote was not in it, and is a TA like any other."""
    found, covered = stage(state), state.ratification.covered
    held = agreements_in_force(state, item.key)
    if found is None or (covered is not None and any(one.body.label not in covered for one in held)):
        return State.TA
    return found


def _nothing_asked(state: Negotiation, item: Item, live: tuple[Pass, ...]) -> bool:
    """Whether no offer is left: all were taken back or fell with their package. What answered them, a no or current
    language, asks for nothing by itself. What stood before a package was offered stands again when it falls."""
    kinds = {one.body.kind for one in live}
    ended = any(
        one.state in (PassState.WITHDRAWN, PassState.REJECTED)
        and not (one.body.package and any(other.at < one.at for other in live))
        for one in state.passes_on(item.key)
    )
    return not live or (ended and kinds <= {PassKind.REJECT, PassKind.CURRENT})


def _last_move(state: Negotiation, item: Item, live: tuple[Pass, ...], package: str) -> tuple[Party, datetime]:
    """Who acted last on it: passed a text, offered a package with it, or said no."""
    moves: list[tuple[datetime, Party]] = [(one.at, one.body.party) for one in live]
    moves.extend(item.rejections)
    if package:
        moves.append((state.packages[package].at, state.packages[package].body.party))
    when, who = max(moves, key=lambda move: move[0])
    return who, when


def positions(state: Negotiation, now: datetime | None = None) -> dict[str, Position]:
    """The position of every item, in the contract's order, new items last."""
    return {key: position(state, key, now) for key in state.items}


def unresolved(
    state: Negotiation, now: datetime | None = None, known: Mapping[str, Position] | None = None
) -> tuple[str, ...]:
    """What is neither TA'd nor withdrawn though it was opened: the items that stop a total TA. A part bargained in
    another item counts there only. ``known`` are the positions of all items, where the caller has them."""
    opened = [key for key, item in state.items.items() if item.passes or item.held is not None]
    return tuple(key for key in opened if (known[key] if known else position(state, key, now)).unresolved)
