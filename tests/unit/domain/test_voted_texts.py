"""What is ratified is one text, and the text that was voted on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tablebook.domain import record as r
from tablebook.domain.codes import Conforming, Form, Party, Ratifier
from tablebook.domain.contract import UnitKind
from tablebook.domain.packets import conforming_now, since_packet, ta_parts, tas_now
from tablebook.domain.readiness import readiness
from tablebook.domain.ready_line import Check
from tablebook.domain.ready_texts import left_open
from tablebook.domain.successor import assemble
from tablebook.domain.text import Block, heading, paragraph
from tests.unit.domain.table_talk import Refused, Table, ta
from tests.unit.domain.test_ratification import SETTLED, codes, initials, refused

CLASHING = ("union passes U-1 on 1.1", "TA on U-1 of 1", "union passes U-2 on 1.1", "TA on U-2 of 1", "total TA")


def voted_on(told: Table) -> Table:
    told.record(r.PacketMade(1, "abc", tas_now(told.state)))
    told.record(r.VoteSet("V", Ratifier.MEMBERS, "Ratify?", 100, packet=1))
    return told.tell("count V: 60 yes, 20 no")


def test_a_text_that_two_tas_say_otherwise_is_not_certified() -> None:
    told = voted_on(Table().tell("members ratify", *CLASHING))
    assert refused(told, "certify V") == "unclear"
    told.record(r.ClashSettled("1", "TA 1", "TA 1 (2)", "the first was meant", "1.1"))
    assert since_packet(told.state, told.state.ratification.packets[1][1]).changed == ("TA 1 (2)",)
    assert refused(told, "certify V") == "reworded"


def test_a_conforming_list_after_the_packet_makes_it_outdated() -> None:
    told = Table().tell("members ratify", *SETTLED)
    told.record(r.PacketMade(1, "abc", tas_now(told.state)))
    change = r.ConformingChange("3", "Current words", "Standing words", Conforming.TYPOGRAPHY, "3.2")
    told.record(r.ConformingAgreed("Clean-up", (change,), initials()))
    packet = told.state.ratification.packets[1][1]
    assert since_packet(told.state, packet).new == ("Clean-up",)
    assert next(line for line in readiness(told.state) if line.check is Check.PACKET).blocks
    told.record(r.VoteSet("V", Ratifier.MEMBERS, "Ratify?", 100, packet=1))
    told.tell("count V: 60 yes, 20 no", "certify V")
    signing = r.Executed("2027-05-06", initials())
    assert "conformed-since-vote" in codes(told, signing)
    told.record(r.PacketMade(2, "def", tas_now(told.state), conforming=conforming_now(told.state)))
    assert not since_packet(told.state, told.state.ratification.packets[2][1])


def test_what_gave_way_in_a_clash_is_in_no_packet() -> None:
    told = Table().tell(*CLASHING)
    told.record(r.ClashSettled("1", "TA 1", "TA 1 (2)", "the first was meant", "1.1"))
    assert [part.place for _, part in ta_parts(told.state, "TA 1")] == ["1.1"]
    assert ta_parts(told.state, "TA 1 (2)") == ()
    voted_on(told).tell("members ratify", "certify V", "execute")


def test_what_gave_way_inside_a_whole_text_is_current_language_there() -> None:
    told = Table().tell("union passes U-1 on 1.1", "TA on U-1 of 1")
    whole = tuple(block for number in ("1.1", "1.2") for block in section_of(number))
    told.record(r.TextPassed("1", "U-2", Party.UNION, (r.Part("", whole),)))
    told.tell("TA on U-2 of 1")
    told.record(r.ClashSettled("1", "TA 1", "TA 1 (2)", "the first was meant", "1.1"))
    ((_, part),) = ta_parts(told.state, "TA 1 (2)")
    assert "Words of the whole for 1.1." not in [block.text for block in part.blocks]
    assert "Words of the whole for 1.2." in [block.text for block in part.blocks]


def section_of(number: str) -> tuple[Block, ...]:
    return heading(f"Title {number}", number, section=number, level=2), paragraph(f"Words of the whole for {number}.")


def test_an_instruction_is_not_certified_before_its_result_is_confirmed() -> None:
    told = Table()
    words = paragraph("Delete existing Sections 1.2 to 1.3.")
    told.record(r.TextPassed("1", "U-1", Party.UNION, (r.Part("", (words,)),)))
    told = voted_on(told.tell("TA on U-1 of 1", "total TA", "members ratify"))
    assert refused(told, "certify V") == "unclear"


def test_one_result_does_not_take_the_place_of_two_texts() -> None:
    told = Table()
    told.record(r.TextPassed("1", "U-1", Party.UNION, (r.Part("", (paragraph("Delete Section 1.3."),)),)))
    told.tell("union passes U-2 on 1.2")
    both = [ta(told, label, "1", name="TA 1") for label in ("U-1", "U-2")]
    told.record(replace(both[0], texts=(*both[0].texts, *both[1].texts)))
    with pytest.raises(Refused, match="two-texts"):
        told.record(r.ResultConfirmed("TA 1", "1", "", (r.Part("1.3", deleted=True),), "Ruiz"))


def blank(told: Table, words: str) -> Table:
    told.record(r.TextPassed("1", "U-1", Party.UNION, (r.Part("1.1", (paragraph(words),)),)))
    return voted_on(told.tell("TA on U-1 of 1", "total TA", "members ratify")).tell("certify V")


def test_a_day_may_be_put_into_a_blank_after_the_vote_and_an_amount_may_not() -> None:
    told = blank(Table(), "This article begins on ____, the day of ratification.")
    assert refused(told, "execute") == "open-words"
    told.record(r.BlankAnswered("TA 1", "1", "____", "May 6, 2027", "1.1"))
    told.tell("execute")
    told = blank(Table(), "Coaches are paid ____ dollars.")
    told.record(r.BlankAnswered("TA 1", "1", "____", "9,000", "1.1"))
    assert refused(told, "execute") == "reworded"


@pytest.mark.parametrize("words", ["$9,000 from July 1, 2027 on", "decrease 5", "8th grade", "Mayor 5", "may", "2027"])
def test_more_than_a_day_is_no_day(words: str) -> None:
    told = blank(Table(), "Coaches are paid ____ dollars.")
    told.record(r.BlankAnswered("TA 1", "1", "____", words, "1.1"))
    assert refused(told, "execute") == "reworded"


@pytest.mark.parametrize("words", ["15th", "May", "the 5th day of May, 2027", "Thursday, May 6, 2027", "5/6/2027"])
def test_a_day_is_one_however_it_is_written(words: str) -> None:
    told = blank(Table(), "This article begins on ____.")
    told.record(r.BlankAnswered("TA 1", "1", "____", words, "1.1"))
    told.tell("execute")


def test_a_unit_without_a_text_that_was_let_stand_does_not_stop_the_signing() -> None:
    told = Table()
    head = (heading("GRIEVANCE FORM", "APPENDIX B", level=1),)
    told.record(r.TextPassed("Appendix B", "U-1", Party.UNION, (r.Part("", head),), form=Form.NEW, title="Appendix B",
                             unit=UnitKind.APPENDIX))  # fmt: skip
    told.record(ta(told, "U-1", "Appendix B"))
    voted_on(told.tell("total TA", "members ratify")).tell("certify V")
    assert refused(told, "execute") == "open-words"
    (line,) = left_open(told.state, assemble(told.state))
    told.record(r.LookedAt(line.key, line.seen, "the form is kept apart"))
    told.tell("execute")
