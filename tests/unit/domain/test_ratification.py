"""From the total TA to the signing, and back to the table: what the rules of ratification allow."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tablebook.domain import record as r
from tablebook.domain import vote_count
from tablebook.domain.codes import BoardOutcome, Conforming, Fate, Party, Ratifier, State, VoteOutcome
from tablebook.domain.packets import differences, packet_texts, since_packet, ta_parts, tas_now
from tablebook.domain.successor import assemble
from tablebook.domain.text import paragraph
from tablebook.domain.vote_cautions import cautions_for_vote
from tests.unit.domain.table_talk import START, Refused, Table

SETTLED = ("union passes U-1 on 1.1", "TA on U-1 of 1", "union passes U-1 on 2.1", "TA on U-1 of 2", "total TA")
VOTED = (*SETTLED, "vote V of 100", "count V: 60 yes, 20 no", "certify V")


def refused(table: Table, line: str) -> str:
    with pytest.raises(Refused) as why:
        table.tell(line)
    return str(why.value)


def where(table: Table, *keys: str) -> list[State]:
    return [table.where(key) for key in keys]


def test_articles_go_from_ta_to_ratified_approved_and_executed() -> None:
    told = Table().tell(*SETTLED, "vote V of 100", "count V: 60 yes, 20 no")
    assert where(told, "1", "3") == [State.TA, State.NOT_OPENED]
    assert where(told.tell("certify V"), "1", "2", "3") == [State.RATIFIED, State.RATIFIED, State.NOT_OPENED]
    assert where(told.tell("board B: 4 yes, 3 no"), "1") == [State.APPROVED]
    assert where(told.tell("execute"), "1") == [State.EXECUTED]


def test_no_text_is_executed_without_the_record_of_every_vote() -> None:
    assert refused(Table().tell(*SETTLED), "execute") == "no-vote"
    assert refused(Table().tell(*VOTED), "execute") == "no-vote"
    only_members = Table().tell("members ratify", *VOTED, "execute")
    assert where(only_members, "1") == [State.EXECUTED]


def test_nothing_is_bargained_or_agreed_in_an_agreement_that_is_signed() -> None:
    signed = Table().tell(*VOTED, "board B: 4 yes, 3 no", "execute")
    for line in ("union passes U-2 on 1.1", "union passes U-1 on 3.1", "TA on U-1 of 1", "total TA"):
        assert refused(signed, line).startswith("executed"), line
    assert where(signed, "1") == [State.EXECUTED]


def test_the_board_may_vote_first() -> None:
    told = Table().tell(*SETTLED, "board B: 4 yes, 3 no")
    assert where(told, "1") == [State.TA]
    assert where(told.tell("vote V of 100", "count V: 60 yes, 20 no", "certify V"), "1") == [State.APPROVED]


def test_a_ta_signed_after_the_vote_is_not_ratified_by_it() -> None:
    told = Table().tell(*VOTED, "union passes U-1 on 3.1", "TA on U-1 of 3")
    assert where(told, "1", "3") == [State.RATIFIED, State.TA]
    told.tell("board B: 4 yes, 3 no")
    assert refused(told, "execute") == "not-voted-on"


@pytest.mark.parametrize(
    ("line", "code"),
    [("count V: 60 yes, 50 no", "more-than-eligible"), ("count V: 60 yes, 20 no of 70", "more-than-issued"),
     ("count W: 1 yes, 0 no", "no-such-vote"), ("certify V", "not-counted"), ("challenge 0 in V", "incomplete"),
     ("of V 1 count, 0 do not", "not-that-many"), ("send back V", "not-failed")],
)  # fmt: skip
def test_what_a_count_does_not_allow(line: str, code: str) -> None:
    assert refused(Table().tell(*SETTLED, "vote V of 100"), line) == code


def test_yes_no_abstain_and_void_come_to_the_ballots_cast() -> None:
    told = Table().tell(*SETTLED, "vote V of 100")
    with pytest.raises(Refused, match="does-not-add-up"):
        told.record(r.TallyEntered("V", 50, 40, 20, 10, 5, 4))
    told.record(r.TallyEntered("V", 50, 40, 20, 11, 5, 4))


def test_each_place_is_counted_once_and_again_only_with_a_reason() -> None:
    told = Table().tell(*SETTLED)
    told.record(r.VoteSet("V", Ratifier.MEMBERS, "Ratify?", 100, places=("North", "South")))
    assert refused(told, "count V: 1 yes, 0 no") == "no-such-place"
    told.tell("count V: 30 yes, 10 no at North")
    assert refused(told, "certify V") == "not-counted"
    assert refused(told, "count V: 31 yes, 9 no at North") == "no-reason"
    assert refused(told, "count V: 41 yes, 20 no at South") == "more-than-eligible"
    told.tell("count V: 31 yes, 9 no at North because one lay in the wrong pile", "count V: 9 yes, 5 no at South")
    assert told.tell("certify V").state.ratification.votes["V"].carried


def test_a_corrected_count_is_certified_again() -> None:
    told = Table().tell(*VOTED)
    assert refused(told, "count V: 30 yes, 50 no") == "no-reason"
    told.tell("count V: 30 yes, 50 no because two piles were swapped")
    assert where(told, "1") == [State.TA]
    told.tell("certify V")
    assert told.state.ratification.votes["V"].certified.result is VoteOutcome.VOTED_DOWN  # type: ignore[union-attr]


def test_challenged_ballots_that_matter_are_decided_first_and_mixed_in() -> None:
    told = Table().tell(*SETTLED, "vote V of 100", "challenge 4 in V", "count V: 41 yes, 39 no of 84")
    assert refused(told, "certify V") == "challenges-matter"
    told.tell("of V 3 count, 1 do not")
    assert refused(told, "certify V") == "to-mix"
    told.tell("count V: 42 yes, 41 no of 84 because the three were mixed in", "certify V")
    assert told.state.ratification.votes["V"].carried


def test_challenged_ballots_that_cannot_matter_do_not_hold_up_the_result() -> None:
    Table().tell(*SETTLED, "vote V of 100", "challenge 4 in V", "count V: 70 yes, 10 no of 84", "certify V")


def test_a_mistyped_number_of_challenged_ballots_is_mended_by_counting_again() -> None:
    told = Table().tell(*SETTLED, "vote V of 100")
    told.record(r.TallyEntered("V", 90, 40, 30, 10, challenged=50))
    told.record(r.TallyEntered("V", 90, 40, 30, 10, challenged=5, reason="a nought too many"))
    assert vote_count.count(told.state.ratification.votes["V"]).challenged == 5
    told.tell("of V 0 count, 5 do not")
    assert vote_count.count(told.state.ratification.votes["V"]).challenged == 0


def test_the_vote_that_was_decided_last_counts_and_not_the_one_that_was_set_up_last() -> None:
    told = Table().tell(*SETTLED, "members ratify", "vote A of 100", "vote B of 100")
    told.tell("count B: 60 yes, 20 no", "certify B", "count A: 20 yes, 60 no", "certify A")
    assert refused(told, "execute") == "no-vote"


def test_a_certified_result_is_what_the_count_decides() -> None:
    told = Table().tell(*SETTLED, "vote V of 100", "count V: 20 yes, 60 no")
    with pytest.raises(Refused, match="other-result"):
        told.record(r.VoteCertified("V", "The president", VoteOutcome.RATIFIED, "It was close."))


def test_a_practice_count_decides_nothing() -> None:
    told = Table().tell(*SETTLED)
    told.record(r.VoteSet("V", Ratifier.MEMBERS, "Ratify?", 100, practice=True))
    told.tell("count V: 60 yes, 20 no")
    assert refused(told, "certify V") == "practice"


def test_nothing_unsettled_is_ratified() -> None:
    told = Table().tell(*SETTLED, "vote V of 100", "count V: 60 yes, 20 no", "union passes U-1 on 3.1")
    assert refused(told, "certify V") == "unresolved"


# The way back


def test_voted_down_each_ta_stands_or_falls_and_a_second_vote_works() -> None:
    told = Table().tell(*SETTLED, "vote V of 100", "count V: 20 yes, 60 no", "certify V", "send back V, 1 falls")
    assert where(told, "1", "2") == [State.WITH_THEM, State.TA]
    state = told.state
    assert state.settled is None
    assert [(label, one.fate) for label, one in state.agreements.items()] == [("TA 1", Fate.FALLS), ("TA 2", None)]
    assert refused(told, "vote V of 100") == "vote-taken"
    assert refused(told, "count V: 60 yes, 20 no") == "earlier-vote"
    told.tell("union passes U-2 on 1.1", "TA on U-2 of 1", "total TA")
    told.tell("vote W of 100", "count W: 60 yes, 20 no", "certify W", "board B: 4 yes, 0 no", "execute")
    assert where(told, "1", "2") == [State.EXECUTED, State.EXECUTED]
    assert list(told.state.ratification.votes) == ["V", "W", "B"], "the history is whole"


def test_the_members_yes_falls_with_the_board_s_no() -> None:
    told = Table().tell(*VOTED, "board B: 1 yes, 4 no", "send back B, 2 falls")
    assert told.state.ratification.missing == (Ratifier.MEMBERS, Ratifier.BOARD)
    assert where(told, "1") == [State.TA]


def test_a_board_that_changes_the_text_has_not_approved_it() -> None:
    told = Table().tell(*VOTED, "board B: 4 yes, 1 no")
    said = told.state.ratification.votes["B"].board
    assert said is not None
    again = Table().tell(*VOTED)
    again.record(replace(told.state.ratification.votes["B"].body))
    with pytest.raises(Refused, match="other-result"):
        again.record(replace(said, changes="Five days, not ten."))
    again.record(replace(said, changes="Five days, not ten.", result=BoardOutcome.CHANGED))
    assert again.state.ratification.missing == (Ratifier.BOARD,)
    again.tell("send back B, 1 falls")


def test_every_ta_needs_its_fate() -> None:
    told = Table().tell(*SETTLED, "vote V of 100", "count V: 20 yes, 60 no", "certify V")
    with pytest.raises(Refused, match="no-fate"):
        told.record(r.SentBack("V", "voted down", (r.TaFate("TA 1", Fate.STANDS),)))


# Packets, clean-ups, answers


def test_a_changed_ta_makes_a_packet_outdated_and_two_packets_are_compared() -> None:
    told = Table().tell(*SETTLED)
    told.record(r.PacketMade(1, "abc", tas_now(told.state)))
    packet = told.state.ratification.packets[1][1]
    assert not since_packet(told.state, packet)
    told.tell("reopen TA 1", "union passes U-2 on 1.2", "TA on U-2 of 1")
    assert since_packet(told.state, packet).gone == ("TA 1",)
    second = r.PacketMade(2, "def", tas_now(told.state))
    assert differences(packet.tas, second.tas).new == ("TA 1 (2)",)
    before, after = packet_texts(told.state, packet)["1"], packet_texts(told.state, second)["1"]
    assert "Words of union U-1 for 1.1." in [block.text for block in before]
    assert "Words of union U-2 for 1.2." in [block.text for block in after]


def initials() -> tuple[r.Signature, ...]:
    return tuple(r.Signature(p, "AB", START.isoformat()) for p in (Party.UNION, Party.EMPLOYER))


def test_a_section_reopened_since_makes_a_packet_outdated_and_is_in_no_new_one() -> None:
    told = Table().tell("union passes U-1 on 1.1, 1.2", "TA on U-1 of 1")
    told.record(r.PacketMade(1, "abc", tas_now(told.state)))
    packet = told.state.ratification.packets[1][1]
    told.record(r.AgreementReopened("TA 1", ("1.2",), reason="a figure"))
    assert since_packet(told.state, packet).changed == ("TA 1",)
    assert [part.place for _, part in ta_parts(told.state, "TA 1")] == ["1.1"]
    then = packet_texts(told.state, packet)["1"]
    assert "Words of union U-1 for 1.2." in [block.text for block in then]


def test_a_conforming_list_initialled_by_both_counts_as_agreed() -> None:
    told = Table().tell(*SETTLED)
    change = r.ConformingChange("3", "Current words", "Standing words", Conforming.TYPOGRAPHY, "3.2")
    with pytest.raises(Refused, match="no-initials"):
        told.record(r.ConformingAgreed("Clean-up", (change,), initials()[:1]))
    told.record(r.ConformingAgreed("Clean-up", (change,), initials()))
    built = assemble(told.state)
    article = built.by_key["3"].article
    assert article is not None
    assert [block.text for block in article.blocks if block.section != "3.2"][2] == "Standing words of 3.2."
    assert [(one.agreement, one.times) for one in built.conformed] == [("Clean-up", 1)]


def test_a_conforming_renumbering_moves_the_section_and_its_piece() -> None:
    told = Table().tell(*SETTLED)
    change = r.ConformingChange("3", "3.3", "3.4", Conforming.RENUMBERING)
    told.record(r.ConformingAgreed("Clean-up", (change,), initials()))
    unit = assemble(told.state).by_key["3"]
    assert unit.article is not None
    assert [section.number for section in unit.article.sections] == ["3.1", "3.2", "3.4"]
    assert [piece.place for piece in unit.pieces] == ["3.1", "3.2", "3.4"]


def test_a_settled_clash_and_a_confirmed_result_stand_in_the_successor() -> None:
    told = Table().tell("union passes U-1 on 1.1, 1.2", "TA on U-1 of 1", "union passes U-2 on 1.1", "TA on U-2 of 1")
    assert assemble(told.state).clashes
    told.record(r.ClashSettled("1", "TA 1 (2)", "TA 1", "it was signed on the last night", "1.1"))
    built = assemble(told.state)
    assert (built.clashes, built.by_key["1"].sources[:2]) == ((), ("TA 1 (2)", "TA 1 (2)"))
    told.record(r.ResultConfirmed("TA 1 (2)", "1", "Delete 1.1.", (r.Part("1.1", deleted=True),), "Dana Marsh"))
    article = assemble(told.state).by_key["1"].article
    assert article is not None
    assert [section.number for section in article.sections] == ["1.2", "1.3"]


def test_an_answered_blank_stands_in_the_successor_and_the_signed_words_stay() -> None:
    told = Table()
    told.record(r.TextPassed("1", "U-1", Party.UNION, (r.Part("1.1", (paragraph("Paragraph ___ applies [ok]."),)),)))
    told.tell("TA on U-1 of 1")
    told.record(r.BlankAnswered("TA 1", "1", "___", "4", "1.1"))
    told.record(r.BlankAnswered("TA 1", "1", "[ok]", "", "1.1"))
    article = assemble(told.state).by_key["1"].article
    assert article is not None
    assert article.blocks[0].text == "Paragraph 4 applies."
    assert (
        told.state.passes[next(iter(told.state.passes))].body.parts[0].blocks[0].text == "Paragraph ___ applies [ok]."
    )


# What deserves a second look


def codes(told: Table, body: r.Body, at: datetime = START) -> list[str]:
    return [one.code for one in cautions_for_vote(told.state, body, at)]


def test_a_notice_that_is_late_or_goes_out_too_early_is_cautioned() -> None:
    told = Table().tell(*SETTLED)
    told.record(r.VoteSet("V", Ratifier.MEMBERS, "Ratify?", 100, notice_due="2027-04-19"))
    assert codes(told, r.NoticeGiven("V", "2027-04-20")) == ["notice-late", "not-ready"]
    assert codes(told, r.NoticeGiven("V", "2027-04-19")) == ["not-ready"]


def test_counts_that_come_early_or_tell_who_voted_how_are_cautioned() -> None:
    told = Table().tell(*SETTLED)
    told.record(r.VoteSet("V", Ratifier.MEMBERS, "Ratify?", 100, closes="2027-04-25T16:00:00+00:00"))
    assert codes(told, r.TallyEntered("V", 9, 2, 1, 1, place="Annex")) == ["counted-early", "few-ballots"]
    after = datetime(2027, 4, 25, 17, 0, tzinfo=UTC)
    assert codes(told, r.TallyEntered("V", 9, 8, 8, 0, place="Annex"), after) == ["all-alike"]
    assert codes(told, r.TallyEntered("V", 9, 8, 5, 3, place="Annex"), after) == []


def test_a_vote_out_of_turn_or_without_notice_is_cautioned() -> None:
    told = Table().tell(*VOTED, "board B: 4 yes, 1 no")
    vote, board = told.state.ratification.votes.values()
    assert vote.certified is not None
    assert board.board is not None
    assert codes(told, vote.certified) == ["no-notice", "not-ready"]
    early = Table().tell(*SETTLED, "board B: 4 yes, 1 no")
    assert codes(early, board.board) == ["out-of-turn"]


def test_a_vote_on_an_outdated_packet_is_cautioned() -> None:
    told = Table().tell(*SETTLED)
    told.record(r.PacketMade(1, "abc", tas_now(told.state)))
    vote = r.VoteSet("V", Ratifier.MEMBERS, "Ratify?", 100, quorum=r.Quorum(number=50), packet=1)
    assert codes(told, vote) == []
    assert codes(told.tell("reopen TA 1"), vote) == ["packet-outdated"]
    assert codes(told, replace(vote, quorum=r.Quorum(), packet=0)) == ["no-quorum"]


def test_a_text_that_changed_after_the_vote_is_cautioned_at_the_signing() -> None:
    told = Table().tell("members ratify")
    told.record(r.TextPassed("1", "U-1", Party.UNION, (r.Part("1.1", (paragraph("Ratified on ____."),)),)))
    told.tell("TA on U-1 of 1", "total TA")
    told.record(r.PacketMade(1, "abc", tas_now(told.state)))
    told.record(r.VoteSet("V", Ratifier.MEMBERS, "Ratify?", 100, packet=1))
    told.tell("count V: 60 yes, 20 no", "certify V")
    signing = r.Executed("2027-05-06", initials())
    assert codes(told, signing) == []
    told.record(r.BlankAnswered("TA 1", "1", "____", "25 April 2027", "1.1"))
    assert codes(told, signing) == ["changed-since-vote"]
