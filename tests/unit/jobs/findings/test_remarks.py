"""What stands on a paper and is no contract language."""

from __future__ import annotations

import pytest

from tablebook.domain.text import heading, paragraph
from tablebook.jobs.findings.remarks import without_remarks

LANGUAGE = [
    "The District shall send the Association the enrolment of every class.",
    "No educator shall be required to accept a change of assignment after August 1.",
    "The parties agree to meet.",
    "All other employees (new and returning) receive the same rate.",
    "A new educator is placed on Step 1 (see Appendix A).",
    "The rest of the committee is chosen by the Union and serves until it is replaced; its members remain on salary.",
    "The employee has no change in salary when the position is reclassified under this Article.",
    "All other provisions of this Agreement shall remain in full force and effect.",
    "All other terms of leave shall remain unchanged during the school year.",
    "Either party may amend or withdraw its proposals until mediation is requested.",
    "Courses (approved by the District) count as hours.",
    "four hours a day of a TA",
    "Ratification of a Tentative Agreement",
    "TA",
    "Teaching assistants (TA) are paid by the hour.",
]


@pytest.mark.parametrize("text", LANGUAGE[:-2])
def test_language_is_kept(text: str) -> None:
    found = without_remarks([paragraph(text)], "")
    assert ([block.text for block in found.blocks], found.remarks) == ([text], ())


@pytest.mark.parametrize("text", LANGUAGE)
def test_language_that_the_book_knows_is_always_kept(text: str) -> None:
    found = without_remarks([paragraph(text)], "\n".join(LANGUAGE))
    assert ([block.text for block in found.blocks], found.remarks) == ([text], ())


@pytest.mark.parametrize(
    ("text", "kept", "remark"),
    [
        ("Combination classes   TA 3/2/27", "Combination classes", "TA 3/2/27"),
        ("Reporting [TA’d 2 March]", "Reporting", ""),
        ("Duty-free lunch (Tentatively agreed 3/2/2027)", "Duty-free lunch", "(Tentatively agreed 3/2/2027)"),
        ("Transfers shall be posted. [OK]", "Transfers shall be posted.", "[OK]"),
        ("Transfers shall be posted. (District okay)", "Transfers shall be posted.", "(District okay)"),
        ("Transfers (hold) shall be posted.", "Transfers shall be posted.", "(hold)"),
        ("Transfers shall be posted. [Union rejects 4/6]", "Transfers shall be posted.", "[Union rejects 4/6]"),
    ],
)
def test_tags_and_brackets_come_off(text: str, kept: str, remark: str) -> None:
    found = without_remarks([paragraph(text)], "")
    assert [block.text for block in found.blocks] == [kept]
    assert not remark or found.remarks == (remark,)


@pytest.mark.parametrize(
    "text",
    [
        "The District has no counter on 12.4 at this time.",
        "No change.",
        "...",
        "* * *",
        "Current contract language.",
        "CCL",
        "The Union agrees to 12.3 as written.",
        "All other language of Article 13: current contract language.",
        "The remainder of this article stays as it is.",
        "TA 3/2/27",
        "Tentatively agreed",
        "Hold",
    ],
)
def test_a_paragraph_that_only_says_where_a_side_stands(text: str) -> None:
    found = without_remarks([paragraph(text)], "")
    assert (found.blocks, found.remarks) == ((), (text,))


def test_a_point_of_a_list_and_the_words_that_lead_on_to_it_are_language() -> None:
    text = [paragraph("The parties agree:"), paragraph("Held;", "a."), paragraph("Approved by the Board.", "b.")]
    found = without_remarks(text, "")
    assert (found.blocks, found.remarks) == (tuple(text), ())


def test_a_point_that_says_no_change_is_a_remark_all_the_same() -> None:
    found = without_remarks([paragraph("Two days of leave.", "a."), paragraph("No change.", "b.")], "")
    assert found.remarks == ("b. No change.",)


def test_a_tag_without_a_date_is_one_behind_a_heading() -> None:
    found = without_remarks([heading("Bereavement Leave – TA", "4.3", section="4.3")], "")
    assert (found.blocks[0].text, found.remarks) == ("Bereavement Leave", ("– TA",))
