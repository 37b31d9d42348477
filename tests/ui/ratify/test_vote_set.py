"""The dialogs that set up a vote and take a board's say what the rules of the record would refuse, and no more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tablebook.domain.codes import Ratifier
from tablebook.domain.record import Quorum, VoteSet
from tablebook.domain.vote_count import quorum_of
from tablebook.jobs.ratify.send_back import send_back
from tablebook.jobs.ratify.vote import set_up_vote
from tablebook.ui.ratify.vote_rules import quorum_words
from tests.ui.ratify.conftest import CERTIFIED, THIRD_PACKET, TOTAL, Office
from tests.ui.ratify.test_vote_dialogs import ready


def test_what_the_rules_refuse_is_said_before_it_is_recorded(office: Callable[..., Office]) -> None:
    here = office(TOTAL)
    dialog = here.ask("set-up")
    here.write(dialog.eligible, "452")
    for box, typed in ((dialog.open_day, "24 Apr"), (dialog.open_time, "07:00"), (dialog.close_day, "24 Apr"),
                       (dialog.close_time, "07:00")):  # fmt: skip
        here.write(box, typed)
    assert ready(dialog) == "The vote closes before it opens."
    here.write(dialog.close_time, "16:00")
    here.write(dialog.notice, "25 Apr")
    assert ready(dialog).startswith("The notice is due after the vote opens.")
    here.write(dialog.notice, "19 Apr")
    here.write(dialog.quorum, "453")
    assert ready(dialog) == "The quorum is larger than the list of those who may vote."
    here.write(dialog.quorum, "452")
    here.write(dialog.places, "Hall, Hall")
    assert ready(dialog) == "A place stands there twice."


@pytest.mark.parametrize(
    ("rule", "typed"),
    [(Quorum(), ""), (Quorum(226), "226"), (Quorum(0, 1, 2, more=True), "more than 1/2"),
     (Quorum(226, words="half of the members"), "half of the members"), (Quorum(100, words="a third of them"), "100"),
     (Quorum(100, words="half of the members"), "100"), (Quorum(4, words="Policy BBA: a majority"), "4")],
)  # fmt: skip
def test_a_quorum_is_shown_so_that_it_is_read_as_the_same(rule: Quorum, typed: str) -> None:
    assert quorum_words(rule, 452) == typed


def test_a_board_whose_quorum_has_words_of_its_own_can_vote(office: Callable[..., Office]) -> None:
    here = office(CERTIFIED)
    rule = Quorum(4, words="Policy BBA: a majority of the seats")
    here.act(set_up_vote, VoteSet("Board approval", Ratifier.BOARD, "Approve?", 7, quorum=rule))
    dialog = here.ask("board")
    assert (dialog.quorum.text(), ready(dialog)) == ("4", "Name who was called.")


def test_the_same_quorum_keeps_the_words_of_the_constitution(office: Callable[..., Office]) -> None:
    here = office(TOTAL)
    rule = Quorum(100, words="Bylaws, Article IV")
    here.act(set_up_vote, VoteSet("Members’ vote", Ratifier.MEMBERS, "Ratify?", 452, quorum=rule))
    before, dialog = here.entries(), here.ask("set-up")
    here.write(dialog.eligible, "460")
    here.press("Ctrl+Return")
    assert here.recorded(dialog, before, VoteSet).quorum == rule


def test_a_second_vote_begins_with_the_list_and_the_rules_of_the_first(office: Callable[..., Office]) -> None:
    here = office(THIRD_PACKET)
    first = here.desk.state.ratification.votes["Members’ vote"].body
    here.vote_against()
    assert here.said[-1] == "Members’ vote is certified: voted down."
    here.act(send_back, "Members’ vote", "The vote was against it", {}, by="Dana Marsh")
    dialog = here.ask("set-up")
    vote = dialog.vote()
    assert vote.vote == "Members’ vote 2"
    for same in ("eligible", "places", "method", "threshold"):
        assert getattr(vote, same) == getattr(first, same)
    assert quorum_of(vote.quorum, 452) == quorum_of(first.quorum, 452) == 226
    assert (vote.opens, vote.closes, vote.notice_due, vote.recommendation) == ("", "", "", "")
