"""Any sequence of allowed entries, on either of two laptops: what was recorded is what a later start shows."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tablebook.book import Book
from tablebook.clock import FixedClock
from tablebook.domain import rules
from tablebook.domain.codes import Custody, Party, Sign
from tablebook.domain.record import (
    ArticleHeld,
    ArticleResumed,
    CaucusCalled,
    CaucusEnded,
    Draft,
    NoteTaken,
    PassRejected,
    PassWithdrawn,
    SessionClosed,
    SessionOpened,
)
from tablebook.ids import SeededIds
from tests.unit.book.story import MONDAY, ORIGIN, OTHER, contract, passed

parties = st.sampled_from([Party.UNION, Party.EMPLOYER])
articles = st.sampled_from(["7", "12"])
labels = st.sampled_from(["#1", "#2", "#3"])
printable = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=1, max_size=40)

acts = st.one_of(
    st.builds(Draft, st.builds(SessionOpened, st.integers(1, 4), st.just("Board room"))),
    st.builds(Draft, st.builds(SessionClosed, st.integers(1, 4))),
    st.builds(Draft, st.builds(CaucusCalled, parties)),
    st.builds(Draft, st.builds(CaucusEnded, parties)),
    st.builds(
        Draft,
        st.builds(NoteTaken, printable, sign=st.sampled_from(Sign)),
        st.sampled_from([Custody.OURS, Custody.MEDIATION]),
    ),
    st.builds(passed, labels, printable, articles, parties),
    st.builds(Draft, st.builds(PassWithdrawn, parties, articles, labels)),
    st.builds(Draft, st.builds(PassRejected, parties, articles, labels)),
    st.builds(Draft, st.builds(ArticleHeld, articles)),
    st.builds(Draft, st.builds(ArticleResumed, articles)),
)
steps = st.lists(
    st.tuples(st.sampled_from([ORIGIN, OTHER]), st.integers(-90, 600), st.lists(acts, min_size=1, max_size=5)),
    max_size=6,
)


@settings(max_examples=60)
@given(steps=steps)
def test_a_later_start_shows_what_was_recorded(steps: list[tuple[str, int, list[Draft]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.tablebook"
        clock = FixedClock(MONDAY)
        Book.create(path, contract(), clock, SeededIds(), origin=ORIGIN).close()
        for number, (origin, seconds, drafts) in enumerate(steps):
            clock.put(clock.now() + timedelta(seconds=seconds))
            with Book.open(path, clock, SeededIds(number), origin=origin) as book:
                for draft in drafts:
                    if not rules.refusals(book.negotiation, draft):
                        book.record([draft])
                shown, order = book.negotiation, list(book.entries)
                assert book.verify().ok
            with Book.open(path, clock, SeededIds(), origin=origin) as again:
                assert again.negotiation == shown
                assert again.entries == order
