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
     ("Add at the end of Section 7.1: Leave is paid.", {"7.1": "Leave is paid."})],
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
     "The District may change the limit to 4 miles."],
)  # fmt: skip
def test_language_that_begins_like_what_stays_is_language(line: str) -> None:
    assert not has_instructions([Part("", (paragraph(line),))])


def test_a_new_last_section_without_a_number_is_in_doubt() -> None:
    assert has_instructions([Part("", (paragraph("Add a new last section: Retirees keep their passes."),))])
