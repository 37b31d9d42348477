"""A received text looked at: which text it started from, which parts it has, what is found in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tablebook.domain.codes import Party
from tablebook.errors import UserError
from tablebook.jobs.findings.look import Looked, look
from tablebook.jobs.findings.paper_parts import PaperParts, paper_parts
from tablebook.jobs.pass_text import offer
from tablebook.jobs.targets import find_target
from tests.unit.domain.table_talk import Table, made
from tests.unit.jobs.findings.papers import readings

BOTH = pytest.mark.parametrize("we", [Party.UNION, Party.EMPLOYER])


def told(we: Party, *lines: str) -> Table:
    """U-1 on 1.1 and 1.2 is answered by E-1 on 1.1; the other sections are current language."""
    table = Table(body=replace(made(), we=we))
    return table.tell("union passes U-1 on 1.1, 1.2", "employer answers U-1 with E-1 on 1.1", *lines)


def read(table: Table, marked: str, party: Party = Party.EMPLOYER) -> tuple[PaperParts, Looked]:
    new, old = readings(marked)
    target = find_target(table.state, "1")
    paper = paper_parts(table.state, target, new, old)
    body = offer(table.state, target, party, paper.parts)
    return paper, look(table.state, body, paper, table.at)


def said(looked: Looked) -> list[str]:
    return [one.sentence for one in looked.findings]


UNION_TEXT = "1.1 Title 1.1\nWords of union U-1 for 1.1.\n1.2 Title 1.2\nWords of union U-1 for 1.2."


@BOTH
def test_a_paper_marked_against_the_other_side_s_last_pass(we: Party) -> None:
    paper, looked = read(told(we), UNION_TEXT.replace("Words of", "[-Words-]{+Terms+} of"))
    assert looked.base is not None
    assert (looked.base.label, looked.base.distance) == ("U-1", 0)
    assert [part.place for part in paper.parts] == ["1.1", "1.2"]
    assert looked.findings == ()
    assert [(one.place, one.old, one.new) for one in looked.marked] == [
        ("1.1", "Words", "Terms"), ("1.2", "Words", "Terms"),
    ]  # fmt: skip


@BOTH
def test_a_paper_marked_against_its_own_last_pass_and_one_against_the_contract(we: Party) -> None:
    table = told(we)
    _, own = read(table, "1.1 Title 1.1\nWords of employer E-1 for [-1.1-]{+this place+}.")
    assert own.base is not None
    assert own.base.label == "E-1"
    _, old = read(table, "1.3 Title 1.3\nCurrent words of 1.3[-.-]{+, and more.+}")
    assert old.base is not None
    assert [one.code for one in old.findings] == []
    _, contract = read(table, "1.1 Title 1.1\n[-Current-]{+New+} words of 1.1.")
    assert contract.base is not None
    assert contract.base.label == "the contract"


@BOTH
def test_what_is_not_marked_is_told_with_its_place_on_the_page(we: Party) -> None:
    marked = UNION_TEXT.replace("Words of union U-1 for 1.1", "Words of the union for [-1.1-]{+this section+}")
    _, looked = read(told(we), marked)
    quiet = [one for one in looked.findings if one.code == "not-marked"]
    assert [(one.place, one.old, one.new, one.article) for one in quiet] == [
        ("1.1", "", "the", "1"), ("1.1", "U-1", "", "1")
    ]  # fmt: skip
    block = looked.redline.blocks[quiet[0].block]
    assert "".join(run.text for run in block.runs)[quiet[0].start : quiet[0].end] == "the"


def test_an_unmarked_change_that_goes_back_to_an_older_text_is_still_found() -> None:
    table = told(Party.UNION, "union passes U-2 on 1.1, 1.2")
    paper = UNION_TEXT.replace("U-1", "U-2").replace("U-2 for 1.1", "U-1 for 1.1").replace("1.2.", "[-1.2-]{+it+}.")
    _, looked = read(table, paper)
    assert looked.base is not None
    assert looked.base.label == "U-2"
    assert "The paper changes “U-2” to “U-1” in 1.1 without marking it." in said(looked)


def test_a_section_struck_whole_and_a_new_one() -> None:
    paper, looked = read(told(Party.UNION), UNION_TEXT.replace("1.2 Title 1.2\nWords of union U-1 for 1.2.",
        "[-1.2 Title 1.2-]\n[-Words of union U-1 for 1.2.-]\n{+1.4 A new place+}\n{+It is new.+}"))  # fmt: skip
    assert [(part.place, part.deleted) for part in paper.parts] == [("1.1", False), ("1.4", False), ("1.2", True)]
    assert [one.code for one in looked.findings if one.code != "label-skips"] == []


def test_a_new_section_without_a_mark() -> None:
    _, looked = read(told(Party.UNION), f"{UNION_TEXT.replace('Words', '[-Words-]{+Terms+}')}\n1.4 More\nQuite new.")
    assert [one.place for one in looked.findings if one.code == "not-marked"] == ["1.4", "1.4"]


def test_sections_that_only_say_where_a_side_stands_are_no_part_of_the_pass() -> None:
    paper, _ = read(told(Party.UNION), UNION_TEXT.replace("Words of union U-1 for 1.2.", "No counter on 1.2 now."))
    assert [part.place for part in paper.parts] == ["1.1"]
    paper, _ = read(told(Party.UNION), UNION_TEXT.replace("Words of union U-1 for 1.2.", "Current contract language."))
    assert [part.blocks[-1].text for part in paper.parts] == ["Words of union U-1 for 1.1.", "Current words of 1.2."]
    with pytest.raises(UserError, match="changes nothing"):
        read(told(Party.UNION), "1.2 Title 1.2\nThe Board has no counter on this section.")


def test_a_section_that_is_agreed_is_compared_with_the_agreed_words() -> None:
    table = told(Party.UNION, "TA on U-1 of 1 sections 1.2", "union passes U-2 on 1.1")
    shown = UNION_TEXT.replace("U-1 for 1.1", "U-2 for [-1.1-]{+it+}").replace("1.2\n", "1.2  TA 3/2\n")
    paper, looked = read(table, shown)
    assert ([part.place for part in paper.parts], looked.findings) == (["1.1"], ())
    paper, looked = read(table, shown.replace("Words of union U-1", "Words of Union U-1"))
    assert [part.place for part in paper.parts] == ["1.1", "1.2"]
    assert {one.code for one in looked.findings} == {"not-marked", "changes-ta"}


def test_a_paper_without_any_marks_says_so() -> None:
    table = told(Party.UNION)
    target = find_target(table.state, "1")
    new, _ = readings(UNION_TEXT.replace("Words", "Terms"))
    paper = paper_parts(table.state, target, new)
    looked = look(table.state, offer(table.state, target, Party.EMPLOYER, paper.parts), paper, table.at)
    assert [(one.code, one.sentence) for one in looked.findings] == [
        ("nothing-marked", "It marks nothing. Compared with U-1 it has 2 changes.")
    ]


def test_numbers_references_and_dates_have_their_place() -> None:
    lines = "1.1 Title 1.1\nWords of union U-1 for 1.1{+, ten (12) days, as Section 9.9 says, until June 30, 2033+}."
    _, looked = read(told(Party.UNION), lines)
    found = {one.code: one for one in looked.findings}
    assert found["number-differs"].sentence == "“ten” and 12 are not the same number."
    assert found["dead-reference"].sentence == "1.1 points to Section 9.9. Section 9.9 does not exist."
    assert found["outside-term"].new == "June 30, 2033"
    for one in found.values():
        text = "".join(run.text for run in looked.redline.blocks[one.block].runs)
        assert text[one.start : one.end] == one.new


def test_a_reference_to_a_section_that_the_paper_itself_strikes() -> None:
    lines = UNION_TEXT.replace("for 1.1.", "for 1.1{+, as Section 1.2 says+}.").split("1.2 Title")[0]
    _, looked = read(told(Party.UNION), f"{lines}\n[-1.2 Title 1.2-]\n[-Words of union U-1 for 1.2.-]")
    assert [one.sentence for one in looked.findings] == ["1.1 points to Section 1.2. The paper itself deletes it."]


def test_a_paragraph_without_its_number_is_put_where_its_words_are() -> None:
    paper, looked = read(told(Party.UNION), "Words of union U-1 for [-1.2-]{+each section+}.")
    assert [part.place for part in paper.parts] == ["1.2"]
    assert looked.findings == ()


def test_a_head_in_bold_is_not_taken_for_a_new_section() -> None:
    paper, looked = read(
        told(Party.UNION), UNION_TEXT.replace("1.2 Title 1.2", "{+1.2 Title 1.2+}").replace("Words", "Terms")
    )
    assert [part.place for part in paper.old or ()] == ["1.1", "1.2"]
    assert [(one.code, one.place) for one in looked.findings] == [("not-marked", "1.1"), ("not-marked", "1.2")]
