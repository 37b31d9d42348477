"""What a count decides under the rule of a local's constitution, and the words that say why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablebook.domain.codes import CountedFrom, Ratifier, VoteOutcome
from tablebook.domain.record import Quorum, Threshold, VoteSet
from tablebook.domain.vote_count import Count, challenges_matter, result

VOTE = VoteSet("Vote", Ratifier.MEMBERS, "Shall it be ratified?", 452)
LAKEVIEW = Count(452, 405, 403, 341, 57, 3, 2)


def under(threshold: Threshold | None = None, quorum: Quorum | None = None) -> VoteSet:
    return VoteSet("Vote", VOTE.body, VOTE.question, 452, threshold=threshold or Threshold(), quorum=quorum or Quorum())


def test_a_majority_of_the_ballots_cast_counts_abstentions_and_void_ones() -> None:
    found = result(under(quorum=Quorum(part=1, whole=2)), LAKEVIEW)
    assert (found.outcome, found.needed, found.base, found.quorum) == (VoteOutcome.RATIFIED, 202, 403, 226)
    assert found.rule == (
        "The quorum is 226 ballots; 403 were cast. It is met. It takes a majority of the ballots cast: 202 of 403. "
        "Yes: 341. So the agreement is ratified."
    )


@pytest.mark.parametrize(
    ("of", "base", "carried"),
    [(CountedFrom.CAST, 100, False), (CountedFrom.VALID, 98, False), (CountedFrom.DECIDED, 90, True),
     (CountedFrom.ELIGIBLE, 452, False)],
)  # fmt: skip
def test_what_the_share_is_counted_from_can_decide(of: CountedFrom, base: int, carried: bool) -> None:
    found = result(under(Threshold(of=of)), Count(452, 100, 100, 47, 43, 8, 2))
    assert (found.base, found.carried) == (base, carried)


def test_two_thirds_are_met_by_exactly_two_thirds_and_a_majority_is_more_than_half() -> None:
    exact = Count(452, 90, 90, 60, 30)
    assert result(under(Threshold(2, 3, at_least=True)), exact).carried
    assert not result(under(Threshold(2, 3)), exact).carried
    tie = result(under(), Count(452, 90, 90, 45, 45))
    assert not tie.carried
    assert "A tie does not carry." in tie.rule


def test_without_its_quorum_a_vote_does_not_count_however_it_went() -> None:
    found = result(under(quorum=Quorum(number=226, words="half of those eligible")), Count(452, 230, 225, 225))
    assert found.outcome is VoteOutcome.NO_QUORUM
    assert found.rule == (
        "The quorum is 226 ballots (“half of those eligible”); 225 were cast. It is not met. "
        "So the vote does not count."
    )


def test_nobody_voting_ratifies_nothing() -> None:
    assert not result(under(Threshold(0, 1, at_least=True)), Count(452)).carried


def test_challenged_ballots_matter_when_they_could_change_the_outcome() -> None:
    assert challenges_matter(under(), Count(452, 100, 90, 46, 44, challenged=4))
    assert not challenges_matter(under(), Count(452, 100, 90, 80, 10, challenged=4))
    short = Count(452, 230, 224, 200, 24, challenged=4)
    assert challenges_matter(under(quorum=Quorum(number=226)), short)


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 9), st.integers(0, 9), st.integers(0, 6),
       st.sampled_from(list(CountedFrom)), st.integers(1, 3), st.integers(0, 60))  # fmt: skip
def test_every_way_to_decide_challenged_ballots_lies_within_the_extremes(
    yes: int, no: int, abstain: int, void: int, aside: int, of: CountedFrom, part: int, quorum: int
) -> None:
    body = under(Threshold(part, 4, of, at_least=True), Quorum(number=quorum))
    counted = Count(452, 200, yes + no + abstain + void, yes, no, abstain, void, challenged=aside)
    seen = set()
    for more_yes in range(aside + 1):
        for more_no in range(aside + 1 - more_yes):
            cast = counted.cast + more_yes + more_no
            seen.add(result(body, Count(452, 200, cast, yes + more_yes, no + more_no, abstain, void)).outcome)
    if not challenges_matter(body, counted):
        assert len(seen) == 1


def test_nothing_is_decided_while_a_place_is_not_counted() -> None:
    for votes in (LAKEVIEW, Count(452, 20, 20, 15, 5, 0, 0)):
        found = result(under(quorum=Quorum(part=1, whole=2)), replace(votes, missing=("South", "West")))
        assert found.rule.endswith("South and West are not counted yet, so nothing is decided.")
        assert "So the" not in found.rule
