"""Agreeing: pen edits, exact texts, whole packages, reopening, total TA."""

from __future__ import annotations

import pytest

from tablebook.domain.codes import Party, State
from tablebook.domain.language import agreed_text, agreements_in_force, passed_parts, successor_blocks
from tablebook.domain.leftovers import leftovers
from tablebook.domain.positions import position
from tablebook.domain.text import paragraph, same_words, table
from tablebook.domain.values import Part, PenEdit, Signature
from tablebook.errors import UserError
from tablebook.jobs import agree, pass_text
from tablebook.jobs.pass_text import offer
from tablebook.jobs.place_text import parts_from_lines
from tablebook.jobs.redline_of import article_redline
from tablebook.jobs.sheets.agreement import ta_sheet, ta_summary_sheet
from tablebook.jobs.targets import find_target
from tests.unit.jobs.conftest import START, Desk

PART = Part("7.1", (paragraph("Within two (2) years, or two (2) terms."), paragraph("Not later than May 1.", "a.")))


def words(part: Part) -> str:
    return " / ".join(block.printed for block in part.blocks)


def test_a_pen_edit_changes_its_words_and_no_others() -> None:
    edited = agree.amend(PART, [PenEdit("7.1", "two (2) years", "three (3) years"), PenEdit("7.1", "May", "June")])
    assert words(edited) == "Within three (3) years, or two (2) terms. / a. Not later than June 1."


@pytest.mark.parametrize(
    ("old", "why"),
    [("two (2)", "They stand there 2 times"), ("four", "They are not there"), ("", "They are not there")],
)
def test_a_pen_edit_must_be_found_once(old: str, why: str) -> None:
    with pytest.raises(UserError, match=why):
        agree.amend(PART, [PenEdit("7.1", old, "x")])


def test_a_pen_edit_is_not_found_in_the_words_of_another() -> None:
    with pytest.raises(UserError, match="not there"):
        agree.amend(PART, [PenEdit("7.1", "May", "June"), PenEdit("7.1", "May", "July")])


def test_a_pen_edit_in_a_table() -> None:
    part = Part("", (table([["Step", "BA"], ["1", "$50,000"]]),))
    edited = agree.amend(part, [PenEdit("", "$50,000", "$51,000")])
    assert edited.blocks[0].rows == (("Step", "BA"), ("1", "$51,000"))


def passed(desk: Desk, item: str, label: str, text: str, party: Party = Party.UNION, **more: object) -> None:
    target = find_target(desk.state, item)
    body = offer(desk.state, target, party, parts_from_lines(desk.state, target, text), label=label, **more)
    desk.clock.forward(60)
    pass_text.pass_texts(desk.book, [body])


def signed(desk: Desk, item: str, label: str, *places: str) -> str:
    accepted = agree.find_accepted(desk.state, item, label)
    agree.agree(desk.book, [agree.agreed_on(desk.state, accepted, places)])
    return list(desk.state.agreements)[-1]


def test_the_agreed_words_go_into_the_successor(desk: Desk) -> None:
    passed(desk, "12.1", "U-1", "At most twenty-two (22).")
    signed(desk, "12", "U-1")
    text = same_words(" ".join(block.printed for block in successor_blocks(desk.state, "12")))
    assert "12.1 Class size limits At most twenty-two (22). 12.2 Relief" in text


def test_as_amended_here_binds_the_joint_text(desk: Desk) -> None:
    passed(desk, "12.1", "U-1", "At most twenty-two (22).")
    accepted = agree.find_accepted(desk.state, "12", "U-1")
    edit = PenEdit("12.1", "twenty-two (22)", "twenty-three (23)", (Party.UNION, Party.EMPLOYER))
    joint = agree.amend(accepted.body.parts[0], [edit])
    text = agree.agreed_on(desk.state, accepted, (), [joint], [edit])
    as_passed = agree.agreed_on(desk.state, accepted)
    agree.agree(desk.book, [text])
    kept = desk.state.agreements["TA 12.1"].body.texts[0]
    assert kept.fingerprint != as_passed.fingerprint
    assert agreed_text(desk.state, kept) == (joint,)
    assert desk.state.passes_on("12")[0].body.parts == accepted.body.parts, "the passed text never changes"


def test_the_fingerprint_must_be_that_of_the_words(desk: Desk) -> None:
    passed(desk, "12.1", "U-1", "At most 22.")
    passed(desk, "12.1", "U-2", "At most 21.")
    first, second = (
        agree.agreed_on(desk.state, agree.find_accepted(desk.state, "12", label)) for label in ("U-1", "U-2")
    )
    wrong = type(first)(first.accepted, first.places, second.fingerprint)
    with pytest.raises(UserError, match="not the words of U-1"):
        agree.agree(desk.book, [wrong])


def test_section_by_section(desk: Desk) -> None:
    passed(desk, "12", "U-1", "12.1 Class size limits\nAt most 22.\n12.2 Relief when a limit is exceeded\nNow.")
    assert signed(desk, "12", "U-1", "12.1") == "TA 12.1"
    assert position(desk.state, "12").open_places == ("12.2",)
    signed(desk, "12", "U-1", "12.2")
    assert position(desk.state, "12").state is State.TA


def test_a_ta_is_reopened_with_a_reason_and_both_stay(desk: Desk) -> None:
    passed(desk, "12.1", "U-1", "At most 22.")
    label = signed(desk, "12", "U-1")
    with pytest.raises(UserError, match="needs a reason"):
        agree.reopen(desk.book, label, " ")
    agree.reopen(desk.book, label, "A date moved.", asked_by="employer")
    assert agreements_in_force(desk.state) == ()
    assert position(desk.state, "12").unresolved
    passed(desk, "12.1", "U-2", "At most 23.")
    assert signed(desk, "12", "U-2") == "TA 12.1 (2)"
    assert desk.state.agreements[label].superseded == "TA 12.1 (2)"
    assert desk.state.agreements[label].reopened == ("",)


def test_a_reopened_text_can_be_signed_again(desk: Desk) -> None:
    passed(desk, "12.1", "U-1", "At most 22.")
    label = signed(desk, "12", "U-1")
    agree.reopen(desk.book, label, "To be read once more.")
    assert signed(desk, "12", "U-1") == "TA 12.1 (2)"
    assert position(desk.state, "12").state is State.TA


def test_the_total_ta_waits_for_everything(desk: Desk) -> None:
    passed(desk, "12.1", "U-1", "At most 22.")
    with pytest.raises(UserError, match="Not everything is settled: 12"):
        agree.settle(desk.book, "All is agreed.")
    signed(desk, "12", "U-1")
    line = leftovers(desk.state).line
    assert line.startswith("Articles 1, 2, 3")
    assert line.endswith("26 and 27: current contract language.")
    assert " 12," not in line
    agree.settle(desk.book, line)
    assert desk.state.settled is not None
    passed(desk, "8.4", "U-1", "It is paid.")
    assert desk.state.settled is None, "what is on the table again is not settled"


def test_a_missing_signature_stands_in_the_ta_log(desk: Desk) -> None:
    passed(desk, "12.1", "U-1", "At most 22.")
    one = agree.Signing(signatures=(Signature(Party.UNION, "Ana Ruiz", START.isoformat()),))
    text = agree.agreed_on(desk.state, agree.find_accepted(desk.state, "12", "U-1"))
    agree.agree(desk.book, [text], one)
    log = ta_summary_sheet(desk.state, START, desk.book.fingerprint)
    assert [row.note for row in log.rows] == ["Not signed for the employer."]
    assert log.count == "1 agreement, 1 signature missing, 0 articles open"


def test_labels_there_are_when_one_is_not(desk: Desk) -> None:
    with pytest.raises(UserError, match="Nothing was passed on it"):
        agree.find_accepted(desk.state, "12", "U-1")
    passed(desk, "12.1", "U-1", "At most 22.")
    with pytest.raises(UserError, match="Passed on it: U-1"):
        agree.find_accepted(desk.state, "12", "U-7")


def by_both(blocks: object) -> tuple[str, str]:
    """What the joint hand struck, and what it wrote."""
    runs = [run for block in blocks for run in block.all_runs]  # type: ignore[attr-defined]
    struck = "".join(run.text for run in runs if run.striker and run.striker.party == "joint")
    return struck, "".join(run.text for run in runs if run.writer and run.writer.party == "joint")


def test_the_redline_and_the_sheet_show_the_pens_words_and_no_others(desk: Desk) -> None:
    """On a paper to sign, a word that nobody touched must not be drawn as struck and written anew."""
    passed(desk, "12.1", "U-1", "1. Direct teachers.XYZ\n2. Hire and promote.")
    accepted = agree.find_accepted(desk.state, "12", "U-1")
    edit = PenEdit("12.1", "teachers.XYZ", "teachers or aides.", (Party.UNION, Party.EMPLOYER))
    joint = agree.amend(accepted.body.parts[0], [edit])
    agree.agree(desk.book, [agree.agreed_on(desk.state, accepted, (), [joint], [edit])])
    assert by_both(article_redline(desk.state, "12").blocks) == ("teachers.XYZ", "teachers or aides.")
    sheet = ta_sheet(desk.state, desk.state.agreements["TA 12.1"].body, START)
    assert by_both(sheet.texts[0].redline) == ("", "teachers or aides."), "an offer struck is not on the sheet"


def test_a_pass_signed_section_by_section_shows_the_pen_of_each(desk: Desk) -> None:
    passed(desk, "12", "U-1", "12.1 Class size limits\nAt most 22.\n12.2 Relief when a limit is exceeded\nNow.")
    for place, old, new in (("12.1", "22", "23"), ("12.2", "Now.", "At once.")):
        accepted = agree.find_accepted(desk.state, "12", "U-1")
        edit = PenEdit(place, old, new, (Party.UNION, Party.EMPLOYER))
        part = next(one for one in passed_parts(accepted, (place,)) if one.place == place)
        text = agree.agreed_on(desk.state, accepted, (place,), [agree.amend(part, [edit])], [edit])
        agree.agree(desk.book, [text])
    assert by_both(article_redline(desk.state, "12").blocks) == ("22Now.", "23At once.")
