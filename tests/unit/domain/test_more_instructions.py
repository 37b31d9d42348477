"""Instructions behind others in one paragraph, and behind what stays."""

from __future__ import annotations

import pytest

from tablebook.domain.instructions import has_instructions
from tablebook.domain.text import paragraph
from tablebook.domain.values import Part
from tests.unit.domain.test_instructions import said, worked


@pytest.mark.parametrize(
    ("line", "wanted"),
    [("In Section 7.1, replace “ten” with “six” and delete Section 7.3.", {"7.1": "six days", "7.3": None}),
     ("In Section 7.1, replace “ten” with “six”. Delete Section 7.3.", {"7.1": "six days", "7.3": None}),
     ("In Section 7.1, strike “ten” and insert “six”, and add “paid” before “days”.", {"7.1": "six paid days"}),
     ("Current language except Section 7.1: change ten days to 6 days.", {"7.1": "6 days"}),
     ("Current language, except Section 7.3 is deleted.", {"7.3": None}),
     ("Status quo except as follows: in Section 7.1, replace “ten” with “six”.", {"7.1": "six days"}),
     ("Add at the end of Section 7.1: Leave is paid.", {"7.1": "Leave is paid."}),
     ("Section 7.3 – Funeral Leave: delete.", {"7.3": None}),
     ("Section 7.3 and all its paragraphs are deleted from the Agreement.", {"7.3": None}),
     ("Section 7.1 – change 10.5 to 6", {})],
)  # fmt: skip
def test_instructions_behind_others_and_behind_what_stays(line: str, wanted: dict[str, str | None]) -> None:
    found = worked(line)
    parts = {part.place: part for part in found.result}
    assert set(parts) == set(wanted), found
    for place, words in wanted.items():
        assert parts[place].deleted is (words is None)
        assert words is None or words in said(found)[place]
    assert bool(found.doubts) is not bool(wanted)


@pytest.mark.parametrize(
    "line",
    ["No changes in the schedule will be made except for emergencies.",
     "Current language on layoffs, but not on recall, applies to aides.",
     "The District may change the limit to 4 miles.",
     "Current language, except for that of Section 1, applies to summer school teachers.",
     "Section 3 employees shall be removed from the recall list after two (2) years.",
     "Paragraph 4 notices are removed from the personnel file after three years.",
     "Sections 4 and 5 are deleted from the evaluation form used by principals.",
     "Section 2 of the Education Act was repealed in 1999.",
     "Section 3 may be deleted by mutual agreement.",
     "Section 125 plans are to be replaced with the following:",
     "Increase in pay from Step 1 to Step 2 occurs each July 1.",
     "Change from two (2) to three (3) periods requires ten days' notice.",
     "Lower class loads from September to January shall be sought.",
     "Create an additional section of a course when enrollment exceeds thirty."],
)  # fmt: skip
def test_language_that_begins_like_what_stays_is_language(line: str) -> None:
    assert not has_instructions([Part("", (paragraph(line),))])


def test_a_new_last_section_without_a_number_is_in_doubt() -> None:
    assert has_instructions([Part("", (paragraph("Add a new last section: Retirees keep their passes."),))])


@pytest.mark.parametrize(
    ("line", "left"),
    [("Section 7.3 is deleted effective July 1, 2027.", "effective July 1, 2027"),
     ("Section 7.3 is deleted upon expiration of this Agreement.", "upon expiration of this Agreement"),
     ("Section 7.1: change ten days to 6 days in the first year.", "in the first year"),
     ("Section 7.3 is deleted effective upon ratification.", "")],
)  # fmt: skip
def test_what_holds_for_a_time_only_is_in_doubt(line: str, left: str) -> None:
    doubts = worked(line).doubts
    assert [left in doubt for doubt in doubts] == ([True] if left else [])


@pytest.mark.parametrize(
    "line",
    ["Delete Section 7.3 and replace it with the following:",
     "Delete 7.3 in its entirety and replace with:",
     "Section 7.3 is deleted and replaced by the following:"],
)  # fmt: skip
def test_a_section_keeps_its_title_where_other_words_take_the_place_of_its_own(line: str) -> None:
    found = worked(line, "Six days are granted.")
    assert said(found) == {"7.3": "7.3 Title 7.3 / Six days are granted."}
    assert not found.doubts
