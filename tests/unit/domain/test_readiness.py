"""Readiness: one line for each thing in the way of the vote, and none once it is settled."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tablebook.domain import record as r
from tablebook.domain.codes import Form, Party, Ratifier
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.packets import SincePacket, ta_fingerprint, ta_parts, tas_now
from tablebook.domain.readiness import in_the_way, readiness
from tablebook.domain.ready_line import Act, Check, ReadyLine
from tablebook.domain.text import heading, paragraph, table
from tests.unit.domain.table_talk import START, Refused, Table, made, ta


def lines(table: Table, check: Check) -> list[ReadyLine]:
    return [line for line in readiness(table.state) if line.check is check]


def the(told: Table, check: Check) -> ReadyLine:
    (line,) = lines(told, check)
    return line


def passed(told: Table, text: str, *, key: str = "1", place: str = "1.1", **more: object) -> Table:
    head = heading(f"Title {place}", place, section=place, level=2)
    body = r.TextPassed(key, "U-1", Party.UNION, (r.Part(place, (head, paragraph(text))),), **more)  # type: ignore[arg-type]
    told.record(body)
    return told.tell(f"TA on U-1 of {key}")


def test_an_article_that_is_open_stands_in_the_way_and_leads_to_it() -> None:
    told = Table().tell("union passes U-1 on 1.1")
    line = the(told, Check.ARTICLES)
    assert (line.settled, line.act, line.article) == (False, Act.SETTLE_ARTICLE, "1")
    assert the(told.tell("TA on U-1 of 1"), Check.ARTICLES).act is Act.TOTAL_TA
    assert the(told.tell("total TA"), Check.ARTICLES).settled


def test_a_ta_that_one_side_has_not_signed_is_listed_until_it_has() -> None:
    told = Table().tell("union passes U-1 on 1.1")
    body = ta(told, "U-1", "1")
    told.record(replace(body, signatures=body.signatures[:1]))
    line = the(told, Check.SIGNATURES)
    assert (line.settled, line.sentence, line.act) == (False, "TA 1 is not signed for the employer.", Act.ADD_SIGNATURE)
    told.record(r.SignatureAdded(r.Signature(Party.EMPLOYER, "Ruth Kessler", START.isoformat()), "TA 1"))
    assert the(told, Check.SIGNATURES).settled


def test_a_signed_paper_is_missed_without_holding_up_the_vote() -> None:
    told = Table().tell("union passes U-1 on 1.1", "TA on U-1 of 1", "total TA")
    line = the(told, Check.SCANS)
    assert (line.settled, line.blocks, line.act) == (False, False, Act.ATTACH_SCAN)
    told.record(r.ScanAttached(r.Attachment("ab" * 32, "TA 1.pdf", 10), "TA 1"))
    assert the(told, Check.SCANS).settled
    assert told.state.agreements["TA 1"].papers[0].name == "TA 1.pdf"


def test_a_condition_is_met_in_words_or_by_the_total_ta() -> None:
    told = Table().tell("union passes U-1 on 1.1, 1.2")
    told.record(replace(ta(told, "U-1", "1", "1.1"), conditions="The levy passes in May."))
    assert the(told, Check.CONDITIONS).sentence == "TA 1 depends on: The levy passes in May."
    told.record(r.ConditionMet("TA 1", "It passed on 3 May."))
    assert the(told, Check.CONDITIONS).settled
    other = Table().tell("union passes U-1 on 1.1")
    other.record(replace(ta(other, "U-1", "1"), conditions="Agreement on all articles"))
    assert not the(other, Check.CONDITIONS).settled
    assert the(other.tell("total TA"), Check.CONDITIONS).settled


@pytest.mark.parametrize(
    "condition", ["State allocation of the funds", "All levies pass", "Approval by the insurer", "Packaging of meals"]
)
def test_the_total_ta_meets_no_condition_that_lies_outside_it(condition: str) -> None:
    told = Table().tell("union passes U-1 on 1.1")
    told.record(replace(ta(told, "U-1", "1"), conditions=condition))
    assert not the(told.tell("total TA"), Check.CONDITIONS).settled


def test_two_tas_on_one_place_clash_until_one_governs() -> None:
    told = Table().tell("union passes U-1 on 1.1", "TA on U-1 of 1", "union passes U-2 on 1.1", "TA on U-2 of 1")
    line = the(told, Check.CLASHES)
    assert (line.act, line.article, line.place, line.between) == (Act.SETTLE_CLASH, "1", "1.1", ("TA 1", "TA 1 (2)"))
    told.record(r.ClashSettled("1", "TA 1 (2)", "TA 1", "the later was meant", "1.1"))
    assert the(told, Check.CLASHES).settled


def test_three_tas_on_one_place_are_told_as_a_list() -> None:
    told = Table().tell("union passes U-1 on 1.1", "TA on U-1 of 1", "union passes U-2 on 1.1", "TA on U-2 of 1")
    line = the(told.tell("union passes U-3 on 1.1", "TA on U-3 of 1"), Check.CLASHES)
    assert line.sentence.startswith("TA 1, TA 1 (2) and TA 1 (3) say different things of")


def test_a_disputed_text_is_in_the_way_until_it_is_settled() -> None:
    told = Table().tell("union passes U-1 on 1.1", "TA on U-1 of 1")
    told.record(r.TextDisputed("TA 1", "ten days", "six days", "1.1"))
    assert the(told, Check.DISPUTES).act is Act.SETTLE_DISPUTE
    told.record(r.DisputeSettled("TA 1", "Ten, as the notes of session 3 say.", "1.1"))
    assert the(told, Check.DISPUTES).settled


def test_an_instruction_waits_for_its_result() -> None:
    told = passed(Table(), "Delete section 1.3 in its entirety.")
    assert the(told, Check.INSTRUCTIONS).act is Act.CONFIRM_RESULT
    told.record(r.ResultConfirmed("TA 1", "1", "Delete section 1.3.", (r.Part("1.3", deleted=True),), "Dana Marsh"))
    assert the(told, Check.INSTRUCTIONS).settled


def test_a_blank_is_in_the_way_until_it_is_answered_or_let_stand() -> None:
    told = passed(Table(), "Paragraph ___ applies. [ok]")
    blank, remark = sorted(lines(told, Check.OPEN_WORDS), key=lambda line: line.old)[::-1]
    assert {blank.act, remark.act} == {Act.ANSWER_BLANK}
    for line, becomes in ((blank, blank.old), (remark, "")):
        told.record(r.BlankAnswered("TA 1", "1", line.old, becomes, line.place, line.nth))
    assert the(told, Check.OPEN_WORDS).settled


@pytest.mark.parametrize("order", [(0, 0, 0), (0, 1, 0), (2, 1, 0), (1, 1, 0)])
def test_of_several_blanks_each_gets_its_own_answer(order: tuple[int, ...]) -> None:
    told = passed(Table(), "Step 1 pays ____, step 2 pays ____, step 3 pays ____.")
    left = ["$10", "$20", "$30"]
    for at in order:
        line = [one for one in lines(told, Check.OPEN_WORDS) if not one.settled][at]
        told.record(r.BlankAnswered("TA 1", "1", line.old, left.pop(at), line.place, line.nth))
    assert the(told, Check.OPEN_WORDS).settled
    ((_, part),) = ta_parts(told.state, "TA 1")
    assert part.blocks[1].text == "Step 1 pays $10, step 2 pays $20, step 3 pays $30."


def test_a_blank_is_answered_beside_one_that_was_reopened() -> None:
    told = Table()
    whole = tuple(
        block
        for number in ("1.1", "1.2")
        for block in (heading(f"Title {number}", number, section=number, level=2), paragraph(f"{number} pays ____."))
    )
    told.record(r.TextPassed("1", "U-1", Party.UNION, (r.Part("", whole),)))
    told.tell("TA on U-1 of 1")
    told.record(r.AgreementReopened("TA 1", ("1.1",), reason="too soon"))
    line = the(told, Check.OPEN_WORDS)
    assert "1.2 pays" in line.sentence
    told.record(r.BlankAnswered("TA 1", "1", line.old, "$20", line.place, line.nth))
    assert the(told, Check.OPEN_WORDS).settled
    ((_, part),) = ta_parts(told.state, "TA 1")
    assert part.blocks[-1].text == "1.2 pays $20."


def test_an_answer_that_leaves_a_blank_is_none() -> None:
    told = passed(Table(), "Signed on the ____ day.")
    told.record(r.BlankAnswered("TA 1", "1", "____", "TBD", "1.1"))
    assert the(told, Check.OPEN_WORDS).old == "____"
    told.record(r.BlankAnswered("TA 1", "1", "____", "5th", "1.1"))
    assert the(told, Check.OPEN_WORDS).settled


def test_a_reference_to_what_is_no_more_is_in_the_way_until_somebody_lets_it_stand() -> None:
    told = passed(Table(), "As Section 3.9 says.")
    line = the(told, Check.REFERENCES)
    assert (line.sentence, line.may_stand) == (
        "Section 1.1 of Article 1 cites Section 3.9, which does not exist.",
        True,
    )
    told.record(r.LookedAt(line.key, line.seen, "It is in the old handbook."))
    assert the(told, Check.REFERENCES).settled
    told.record(r.LookedAt(line.key, "other words", "They changed since."))
    assert not the(told, Check.REFERENCES).settled


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Paid under Article 14.", "Article 14"),
        ("Paid as in Appendix Q.", "Appendix Q"),
        ("Paid under Section 9.4(b) and (c).", "Section 9.4"),
    ],
)
def test_what_a_signed_text_cites_and_the_agreement_lacks(words: str, said: str) -> None:
    line = the(passed(with_appendix(), words), Check.REFERENCES)
    assert line.sentence == f"Section 1.1 of Article 1 cites {said}, which does not exist."


@pytest.mark.parametrize("words", ["Paid under Article 2.", "Paid as in Appendix A.", "As Article 14 of the Code."])
def test_what_it_has_is_no_line(words: str) -> None:
    assert the(passed(with_appendix(), words), Check.REFERENCES).act is None


def with_appendix() -> Table:
    book = made()
    units = (*book.contract.articles, Article(UnitKind.APPENDIX, "A", "Pay", (paragraph("Pay is due."),)))
    return Table(body=replace(book, contract=Contract("", units)))


def test_a_date_outside_the_term_is_shown() -> None:
    line = the(passed(Table(), "It ends on June 30, 2041."), Check.DATES)
    assert (line.act, line.old, line.agreement) == (Act.LOOK_AT, "June 30, 2041", "TA 1")


def test_money_that_becomes_due_needs_a_payer() -> None:
    told = passed(Table(), "A stipend of $500, effective July 1, 2027.")
    assert the(told, Check.PAYERS).act is Act.NAME_PAYER
    told.record(r.PayerNamed("TA 1", "Payroll of the District", "2027-08-31"))
    assert the(told, Check.PAYERS).sentence == "TA 1: Payroll of the District pays by 2027-08-31."


@pytest.mark.parametrize(
    "words",
    [
        "Effective July 1, 2027, the salary schedule grows by 3%.",
        "Effective: July 1, 2027. Each teacher is paid for the hours of a class that was covered.",
        "Beginning with the second year the District shall pay for parking.",
        "The retroactive payment is made no later than October 1, 2027.",
    ],
)
def test_what_makes_money_due(words: str) -> None:
    assert the(passed(Table(), words), Check.PAYERS).act is Act.NAME_PAYER


@pytest.mark.parametrize(
    "words",
    [
        "A leave without pay of one year may be taken at the beginning of a semester.",
        "An effective teacher is paid well.",
        "A beginning teacher has the salary of the first step.",
        "The list is posted no later than May 1.",
    ],
)
def test_what_makes_no_money_due(words: str) -> None:
    assert the(passed(Table(), words), Check.PAYERS).act is None


def test_an_appendix_that_is_new_is_compared_before_it_is_printed() -> None:
    told = Table()
    grid = (table([["Step", "Pay"], ["1", "$41,200"]]),)
    told.record(r.TextPassed("Appendix Z", "U-1", Party.UNION, (r.Part("", grid),), form=Form.NEW, title="Appendix Z",
                             unit=UnitKind.APPENDIX))  # fmt: skip
    told.record(ta(told, "U-1", "Appendix Z"))
    line = the(told, Check.APPENDICES)
    assert (line.settled, line.act) == (False, Act.LOOK_AT)
    told.record(r.LookedAt(line.key, line.seen, "Compared cell by cell."))
    assert the(told, Check.APPENDICES).settled


def test_packet_vote_and_notice_follow_one_another() -> None:
    told = Table().tell("members ratify", "union passes U-1 on 1.1", "TA on U-1 of 1", "total TA")
    assert [the(told, check).act for check in (Check.PACKET, Check.VOTE)] == [Act.MAKE_PACKET, Act.SET_UP_VOTE]
    told.record(r.SummaryWritten("TA 1", "More days.", ta_fingerprint(told.state, "TA 1")))
    told.record(r.PacketMade(1, "abc", tas_now(told.state)))
    assert the(told, Check.PACKET).settled
    told.record(r.VoteSet("V", Ratifier.MEMBERS, "Ratify?", 100, notice_due="2027-04-19"))
    early = the(told, Check.PACKET)
    assert (early.settled, early.blocks, early.act) == (False, False, Act.MAKE_PACKET)
    assert early.sentence == "Packet 1 was made before V was set up: it does not say when and where."
    told.record(r.PacketMade(2, "def", tas_now(told.state)))
    assert the(told, Check.PACKET).settled
    assert the(told, Check.NOTICE).sentence == "Notice of V is due on 2027-04-19."
    told.record(r.NoticeGiven("V", "2027-04-20"))
    assert the(told, Check.NOTICE).sentence == "Notice of V was given on 2027-04-20, after it was due on 2027-04-19."
    assert in_the_way(readiness(told.state)) == ()
    told.tell("reopen TA 1", "union passes U-2 on 1.1", "TA on U-2 of 1", "total TA")
    outdated = the(told, Check.PACKET)
    assert (outdated.settled, outdated.sentence) == (False, "Packet 2 is outdated: TA 1 (2), TA 1 changed since.")


def test_nothing_is_in_the_way_of_a_vote_that_was_held() -> None:
    told = passed(Table(), "A stipend of $500, effective July 1, 2027.").tell(
        "total TA", "members ratify", "vote V of 9"
    )
    told.tell("count V: 8 yes, 1 no", "certify V")
    assert in_the_way(readiness(told.state))
    told.tell("execute")
    left = {line.check: line for line in readiness(told.state) if not line.settled}
    assert in_the_way(readiness(told.state)) == ()
    assert left[Check.PAYERS].act is Act.NAME_PAYER
    assert left[Check.SCANS].act is Act.ATTACH_SCAN
    assert left[Check.SUMMARIES].act is None
    assert left[Check.PACKET].act is None


def test_many_tas_that_changed_are_counted() -> None:
    few = SincePacket(("TA 1",), ("TA 2",), ("TA 3",))
    assert few.named == "TA 1, TA 2, TA 3"
    many = SincePacket(tuple(f"TA {number}" for number in range(31)))
    assert (many.named, len(many.labels)) == ("31 texts", 31)


def test_a_translation_is_stale_when_the_english_changes() -> None:
    told = Table().tell("union passes U-1 on 1.1", "TA on U-1 of 1")
    code = ta_fingerprint(told.state, "TA 1")
    told.record(r.SummaryWritten("TA 1", "More days.", code))
    told.record(r.SummaryWritten("TA 1", "Más días.", "made from other words", "es", "", "Alma Ruiz", "Sam Ortiz"))
    line = the(told, Check.SUMMARIES)
    assert (line.settled, line.act, line.old) == (False, Act.WRITE_SUMMARY, "es")


def test_the_same_scan_is_kept_once() -> None:
    told = Table().tell("union passes U-1 on 1.1", "TA on U-1 of 1")
    scan = r.ScanAttached(r.Attachment("ab" * 32, "TA 1.pdf", 10), "TA 1")
    told.record(scan)
    with pytest.raises(Refused, match="kept"):
        told.record(scan)
    told.record(replace(scan, file=r.Attachment("cd" * 32, "TA 1 signed.pdf", 12)))
    assert len(told.state.agreements["TA 1"].papers) == 2


def test_a_new_unit_that_was_agreed_without_a_text_is_said() -> None:
    told = Table()
    form = (heading("GRIEVANCE FORM", "APPENDIX B", level=1),)
    told.record(r.TextPassed("Appendix B", "U-1", Party.UNION, (r.Part("", form),), form=Form.NEW, title="Appendix B",
                             unit=UnitKind.APPENDIX))  # fmt: skip
    told.record(ta(told, "U-1", "Appendix B"))
    line = the(told, Check.OPEN_WORDS)
    assert (line.settled, line.act, line.article) == (False, Act.LOOK_AT, "Appendix B")
    assert "no text" in line.sentence
