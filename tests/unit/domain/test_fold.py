"""The fold under any sequence of acts, told by one laptop or by two: it is deterministic and keeps the rules."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tablebook.domain import fold, vote_count
from tablebook.domain import record as r
from tablebook.domain.codes import PackageState, Party, PassState, State
from tablebook.domain.language import agreed_text, agreements_in_force, parts_fingerprint
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.positions import agreed_places, package_state, position, unresolved
from tests.unit.domain.table_talk import Refused, Table

LABELS = st.sampled_from(["U-1", "U-2", "U-3"])
THEIRS = st.sampled_from(["E-1", "E-2"])
KEYS = st.sampled_from(["1", "2", "3"])
PLACES = st.lists(st.sampled_from(["1", "2", "3", "4"]), min_size=1, max_size=3, unique=True)
SIDES = st.sampled_from(["union", "employer"])
ANY_LABEL = st.one_of(LABELS, THEIRS)


def _places(key: str, numbers: list[str], cut: bool) -> str:
    return ", ".join(f"{key}.{number}{'-' if cut and number == '1' else ''}" for number in sorted(numbers))


TABLE_LINES = st.one_of(
    st.builds(
        lambda label, k, p, cut: f"union passes {label} on {_places(k, p, cut)}", LABELS, KEYS, PLACES, st.booleans()
    ),
    st.builds(
        lambda label, k, p, cut: f"employer passes {label} on {_places(k, p, cut)}", THEIRS, KEYS, PLACES, st.booleans()
    ),
    st.builds(lambda label, k, p: f"union passes {label} on {_places(k, p, False)} in P-1", LABELS, KEYS, PLACES),
    st.builds(lambda a, b: f"package P-1: 1 {a}, 2 {b} by union", LABELS, LABELS),
    st.just("accept P-1"),
    st.builds(lambda s: f"{s} rejects P-1", SIDES),
    st.builds(lambda s: f"{s} withdraws P-1", SIDES),
    st.builds(lambda label, k: f"TA on {label} of {k}", ANY_LABEL, KEYS),
    st.builds(lambda label, k: f"TA on {label} of {k} sections {k}.1", ANY_LABEL, KEYS),
    st.builds(lambda k: f"reopen TA {k}", KEYS),
    st.builds(lambda s, label, k: f"{s} withdraws {label} on {k}", SIDES, ANY_LABEL, KEYS),
    st.builds(lambda s, label, k: f"{s} rejects {label} on {k}", SIDES, ANY_LABEL, KEYS),
    st.builds(lambda k: f"hold {k}", KEYS),
    st.builds(lambda k: f"resume {k}", KEYS),
    st.builds(lambda n: f"session {n}", st.integers(1, 3)),
    st.sampled_from(["close session", "union caucus", "union is back", "employer caucus", "employer is back"]),
    st.sampled_from(["note Something.", "total TA"]),
)
VOTES, BOARDS, SOME = st.sampled_from("VW"), st.sampled_from("BC"), st.integers(0, 4)
RATIFYING = st.one_of(
    st.sampled_from(["vote V of 100", "vote V of 90 with quorum 40", "vote W of 100", "certify V", "certify W"]),
    st.sampled_from(["execute", "members ratify", "board ratify"]),
    st.builds(
        lambda v, yes, no, why: f"count {v}: {yes} yes, {no} no{why}",
        VOTES, st.integers(0, 60), st.integers(0, 60), st.sampled_from(["", " because of a slip"]),
    ),
    st.builds(lambda n, v: f"challenge {n} in {v}", SOME, VOTES),
    st.builds(lambda v, a, b: f"of {v} {a} count, {b} do not", VOTES, SOME, SOME),
    st.builds(lambda v, yes, no: f"board {v}: {yes} yes, {no} no", BOARDS, SOME, SOME),
    st.builds(lambda v, k: f"send back {v}, {k} falls", st.one_of(VOTES, BOARDS), KEYS),
)  # fmt: skip
LINES = st.one_of(TABLE_LINES, RATIFYING)
STORIES = st.lists(LINES, max_size=30)


def tell(table: Table, lines: list[str]) -> Table:
    """As many of these acts as the rules allow, in order."""
    for line in lines:
        try:
            table.tell(line)
        except (Refused, KeyError):
            # A refused act leaves the table as it was; a package that was never offered cannot be accepted.
            continue
    return table


def joined(before: list[str], here: list[str], there: list[str]) -> tuple[list[r.Entry], Table, Table]:
    """One laptop's story, copied to a second one, and then gone on with on both."""
    one = tell(Table("a"), before)
    other = Table("b")
    other.entries, other.state, other.at = [], one.state.clone(), one.at
    shared = list(one.entries)
    tell(one, here)
    second = _SecondLaptop(shared, other)
    tell(second, there)
    return [*one.entries, *second.entries], one, second


class _SecondLaptop(Table):
    """A table that goes on from another chain's entries with a chain of its own."""

    def __init__(self, shared: list[r.Entry], like: Table) -> None:
        self.chain, self.at = "b", like.at + timedelta(seconds=30)
        self.entries, self.state = [], like.state
        self.shared = shared


def assert_rules_hold(state: Negotiation) -> None:
    ours = Counter((one.body.article, one.body.label) for one in state.passes.values() if one.body.party is Party.UNION)
    assert not [key for key, count in ours.items() if count > 1], "we used a label twice"
    for agreement in state.agreements.values():
        for text in agreement.body.texts:
            accepted = state.named(text.accepted)
            assert accepted is not None
            assert text.fingerprint == parts_fingerprint(agreed_text(state, text))
    for package in state.packages.values():
        own = [a for a in state.agreements.values() if a.body.package == package.body.label]
        counted = [a for a in own if a in agreements_in_force(state)]
        if package.state is not PackageState.ACCEPTED:
            assert not counted, "a part of a package counts"
    if state.settled is not None:
        assert not unresolved(state)
    assert_votes_hold(state)
    for session in state.sessions.values():
        open_caucuses = [caucus for caucus in session.caucuses if caucus.back is None]
        assert len(open_caucuses) <= 1
    for key in state.items:
        where = position(state, key)
        done = agreed_places(state, key)
        assert not set(where.open_places) & set(done)
        assert where.unresolved is (key in unresolved(state)) or not state.items[key].passes
        if where.last is not None:
            assert where.last.state is not PassState.WITHDRAWN
    for one in state.packages.values():
        assert isinstance(package_state(state, one), PackageState)


def assert_votes_hold(state: Negotiation) -> None:
    now = state.ratification
    for vote in now.votes.values():
        counted = vote_count.count(vote)
        assert counted.cast == counted.yes + counted.no + counted.abstain + counted.void
        assert counted.cast <= counted.issued <= counted.eligible
        if vote.certified is not None and not vote.since:
            found = vote_count.result(vote.body, counted)
            assert vote.certified.result is found.outcome, "certified is what the count decides"
            assert not vote_count.challenges_matter(vote.body, counted)
        assert vote.turn <= now.turn
    assert now.turn == len(now.sent_back)
    if now.executed is not None:
        assert now.missing == (), "signed without a vote"
    for key, item in state.items.items():
        if position(state, key).state in (State.RATIFIED, State.APPROVED, State.EXECUTED):
            ratified = [vote.tas for vote in now.votes.values() if vote.carried]
            held = [one.body.label for one in agreements_in_force(state, item.key)]
            assert any(set(held) <= tas for tas in ratified), "ratified text without a vote record"


def told_alike(one: Negotiation, other: Negotiation) -> None:
    for name in ("passes", "agreements", "packages", "sessions", "items", "caucus", "settled", "conflicts", "entries",
                 "ratification"):  # fmt: skip
        assert getattr(one, name) == getattr(other, name), name


@given(STORIES)
@settings(max_examples=60)
def test_one_laptop_keeps_the_rules_and_folds_alike_at_once_and_one_by_one(lines: list[str]) -> None:
    table = tell(Table(), lines)
    assert_rules_hold(table.state)
    assert table.state.conflicts == ()
    at_once = fold.fold(table.entries)
    told_alike(at_once, table.state)


@given(STORIES, STORIES, STORIES, st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_two_laptops_joined_keep_the_rules_in_any_order_of_reading(
    before: list[str], here: list[str], there: list[str], shuffle: random.Random
) -> None:
    entries, _, _ = joined(before, here, there)
    state = fold.fold(entries)
    mixed = list(entries)
    shuffle.shuffle(mixed)
    told_alike(fold.fold(mixed), state)
    assert_rules_hold(state)
    one_by_one = Negotiation()
    for entry in fold.merge(mixed):
        fold.apply(one_by_one, entry)
    told_alike(one_by_one, state)
    assert set(state.entries) == {entry.id for entry in entries}, "an entry was lost"


SETTLED = ["union passes U-1 on 1.1", "TA on U-1 of 1", "union passes U-1 on 2.1", "TA on U-1 of 2", "total TA"]


@given(*[st.lists(RATIFYING, max_size=14)] * 3, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_two_laptops_at_one_count_keep_the_rules_in_any_order_of_reading(
    before: list[str], here: list[str], there: list[str], shuffle: random.Random
) -> None:
    entries, _, _ = joined([*SETTLED, *before], [*here, "reopen TA 1"], [*there, "union passes U-2 on 1.2"])
    state = fold.fold(entries)
    mixed = list(entries)
    shuffle.shuffle(mixed)
    told_alike(fold.fold(mixed), state)
    assert_rules_hold(state)


def test_a_vote_recorded_beside_the_signing_undoes_nothing() -> None:
    before, here = ["board ratify"], ["vote V of 100", "board B: 0 yes, 0 no", "board C: 0 yes, 1 no"]
    entries, _, _ = joined([*SETTLED, *before], here, ["vote V of 100", "board B: 1 yes, 0 no", "execute"])
    state = fold.fold(entries)
    assert state.ratification.executed is not None
    assert_votes_hold(state)
    assert "executed" in {one.code for one in state.conflicts}


def test_what_the_rules_do_not_allow_where_two_records_meet_is_kept_as_a_conflict() -> None:
    entries, _, _ = joined(["union passes U-1 on 1.1"], ["union passes U-2 on 1.2"], ["union passes U-2 on 1.3"])
    state = fold.fold(entries)
    assert [conflict.code for conflict in state.conflicts] == ["label-taken"]
    assert len(state.passes_on("1")) == 2
    assert len(state.entries) == 4


def test_a_clock_set_back_does_not_reorder_a_chain() -> None:
    table = Table().tell("union passes U-1 on 1.1", "TA on U-1 of 1")
    earlier = [replace(entry, recorded=entry.recorded - timedelta(days=entry.seq)) for entry in table.entries]
    assert fold.fold(earlier).agreements.keys() == {"TA 1"}


def test_a_withheld_body_changes_nothing_but_is_counted() -> None:
    table = Table().tell("note One.", "note Two.")
    withheld = [*table.entries[:-1], replace(table.entries[-1], body=None)]
    assert len(fold.fold(withheld).entries) == 3


def test_every_kind_of_entry_has_its_place_in_the_fold() -> None:
    applied: dict[type, Callable[..., None]] = fold._APPLY
    assert set(applied) == set(r.KINDS.values())
