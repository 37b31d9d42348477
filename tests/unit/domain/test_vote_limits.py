"""What a vote and a roll call cannot be: rules and dates that nobody means, and a board without its quorum."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tablebook.domain import record as r
from tablebook.domain import vote_count
from tablebook.domain.codes import BoardOutcome, Ratifier, RollCall, VoteOutcome
from tablebook.domain.vote_cautions import cautions_for_vote
from tests.unit.domain.table_talk import START, Refused, Table
from tests.unit.domain.test_ratification import SETTLED, VOTED, codes

SET = r.VoteSet("V", Ratifier.MEMBERS, "Ratify?", 100, quorum=r.Quorum(number=50))


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"eligible": 99_999_999}, "list-too-long"),
        ({"question": "Ratify? " * 500}, "too-long"),
        ({"places": ("Hall " * 100,)}, "too-long"),
        ({"opens": "2027-04-24T07:00-06:00", "notice_due": "2027-04-25"}, "notice-after"),
        ({"quorum": r.Quorum(part=1, whole=1, more=True)}, "no-quorum-rule"),
    ],
)
def test_what_a_vote_cannot_be(changed: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused, match=code):
        Table().tell(*SETTLED).record(replace(SET, **changed))


def test_a_vote_far_from_now_is_cautioned() -> None:
    assert codes(Table().tell(*SETTLED), replace(SET, opens="1900-04-24T07:00-06:00")) == ["far-away"]


@pytest.mark.parametrize(
    ("opens", "told"),
    [
        ("1900-04-24T07:00-06:00", "It opened on 24 April 1900, more than a year ago."),
        ("2190-04-24T07:00-06:00", "It opens on 24 April 2190, more than a year from now."),
    ],
)
def test_far_from_now_is_told_as_ago_or_to_come(opens: str, told: str) -> None:
    cautions = cautions_for_vote(Table().tell(*SETTLED).state, replace(SET, opens=opens), START)
    assert [one.sentence for one in cautions] == [told]


def test_a_board_without_its_quorum_does_not_vote() -> None:
    told = Table().tell(*VOTED)
    board = r.VoteSet("B", Ratifier.BOARD, "Approve?", 7, quorum=r.Quorum(part=1, whole=2, more=True))
    told.record(board)
    answers = tuple(r.RollCallAnswer(name, RollCall.YES) for name in ("Wendt", "Osei", "Brodie"))
    outcome, rule = vote_count.board_result(board, r.BoardVoted("B", "Approve?", answers, BoardOutcome.APPROVED, ""))
    assert rule.startswith("The quorum is 4 members; 3 were present. It is not met.")
    with pytest.raises(Refused, match="no-quorum"):
        told.record(r.BoardVoted("B", "Approve?", answers, outcome, rule))
    absent = r.RollCallAnswer("Tate", RollCall.ABSENT)
    with pytest.raises(Refused, match="no-quorum"):
        told.record(r.BoardVoted("B", "Approve?", (*answers, absent), outcome, rule))


def test_a_quorum_of_half_plus_one_is_not_met_by_half() -> None:
    vote = replace(SET, eligible=452, quorum=r.Quorum(0, 1, 2, "half plus one", more=True))
    half = vote_count.result(vote, vote_count.Count(452, issued=300, cast=226, yes=200, no=26))
    assert half.outcome is VoteOutcome.NO_QUORUM
    assert half.rule.startswith("The quorum is 227 ballots (“half plus one”); 226 were cast. It is not met.")
    alone = vote_count.result(replace(SET, quorum=r.Quorum(1)), vote_count.Count(9, issued=1, cast=1, yes=1))
    assert alone.rule.startswith("The quorum is 1 ballot; 1 was cast. It is met.")
