"""The line under the stage's heading: each state of the way to a binding agreement says its own sentence."""

from __future__ import annotations

from datetime import timedelta

from tablebook.domain import record as r
from tablebook.domain.codes import Fate, Ratifier
from tablebook.domain.vote_count import count, result
from tablebook.ui.ratify.where_it_stands import WAITS, where_it_stands
from tests.unit.domain.table_talk import Table

OPENS, CLOSES = "2027-02-01T07:00:00-06:00", "2027-02-02T16:00:00-06:00"


def said(told: Table, left: int = 0) -> str:
    return where_it_stands(told.state, told.at, left)


def agreed() -> Table:
    told = Table().tell("union passes U-1 on 1.1", "TA on U-1 of 1", "total TA")
    told.record(r.RatifiersSet((Ratifier.MEMBERS, Ratifier.BOARD)))
    return told


def set_up(told: Table, name: str = "Members’ vote") -> Table:
    told.record(r.VoteSet(name, Ratifier.MEMBERS, "Ratify?", 100, OPENS, CLOSES, places=("North", "South")))
    return told


def counted(
    told: Table, name: str = "Members’ vote", yes: int = 8, places: tuple[str, ...] = ("North", "South")
) -> Table:
    for place in places:
        told.record(r.TallyEntered(name, 10, 10, yes, 10 - yes, place=place))
    return told


def certified(told: Table, name: str = "Members’ vote") -> Table:
    found = result(told.state.ratification.votes[name].body, count(told.state.ratification.votes[name]))
    told.record(r.VoteCertified(name, "The president", found.outcome, found.rule))
    return told


def test_before_the_vote_is_set_up() -> None:
    assert said(Table().tell("union passes U-1 on 1.1")) == f"No total TA yet. {WAITS}"
    told = agreed()
    assert said(told, left=2).startswith("Total TA reached ")
    assert said(told, left=2).endswith(WAITS)
    assert said(told).endswith("Every line below is settled: the vote can be set up.")


def test_the_vote_as_it_goes_on() -> None:
    told = set_up(agreed())
    assert said(told) == "Members’ vote is set up and opens 1 Feb 07:00. Its notice is not given yet."
    told.record(r.NoticeGiven("Members’ vote", "2027-01-26"))
    assert said(told) == "Members’ vote is set up and opens 1 Feb 07:00. Notice was given 26 Jan."
    told.at += timedelta(days=6)
    assert said(told) == "Members’ vote is open until 2 Feb 16:00. Notice was given 26 Jan."
    told.at += timedelta(days=4)
    assert said(told).startswith("Members’ vote closed 2 Feb 16:00; its count is not entered yet.")
    counted(told, places=("North",))
    assert said(told) == "1 of 2 places of Members’ vote are counted. The others are not."
    counted(told, places=("South",))
    assert said(told) == "Members’ vote is counted and not certified yet."
    certified(told)
    assert said(told) == "The members ratified it. The board votes on it next."


def test_the_board_and_the_signing() -> None:
    told = certified(counted(set_up(agreed()))).tell("board B: 3 yes, 0 no")
    assert said(told) == "The members ratified it and the board approved it. It waits to be signed."
    told.tell("execute")
    assert said(told) == "Executed 6 May. It cannot change any more."


def test_the_board_refuses() -> None:
    told = certified(counted(set_up(agreed()))).tell("board B: 0 yes, 3 no")
    assert said(told).startswith("The board did not approve it, recorded ")
    assert WAITS not in said(told)


def test_a_vote_that_fails_and_the_way_back() -> None:
    told = certified(counted(set_up(agreed()), yes=3))
    assert said(told).startswith("Members’ vote did not carry, certified ")
    told.record(r.SentBack("Members’ vote", "Class size", (r.TaFate("TA 1", Fate.REOPENS),)))
    assert said(told).startswith("Members’ vote did not carry, and the agreement went back to the table ")
    assert said(told).endswith("No total TA yet.")
    assert WAITS not in said(told)
    told.tell("union passes U-2 on 1.1", "TA on U-2 of 1", "total TA")
    assert said(told).startswith("Total TA reached again ")
    assert said(told).endswith("The next vote is not set up.")
    set_up(told, "Members’ vote 2")
    assert said(told).startswith("Members’ vote 2 is set up")


def test_nobody_ratifies_or_the_board_alone() -> None:
    told = agreed()
    told.record(r.RatifiersSet(()))
    assert said(told).endswith("Nobody has to ratify it: it waits to be signed.")
    told.record(r.RatifiersSet((Ratifier.BOARD,)))
    assert said(told, left=3).endswith("The board votes on it next.")
