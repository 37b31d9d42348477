"""Texts that say what to do with the contract come to a result that a person can confirm."""

from __future__ import annotations

import pytest

from tablebook.domain.instructions import Proposed, has_instructions, proposed_result
from tablebook.domain.text import Block, blocks_from_lines, heading, paragraph
from tablebook.domain.values import Part


def base(*places: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for place in places:
        blocks += [heading(f"Title {place}", place, section=place, level=2), paragraph(f"Words of {place}, ten days.")]
    return tuple(blocks)


SEVEN = base("7.1", "7.2", "7.3", "7.4", "7.5")


def worked(*lines: str, place: str = "", on: tuple[Block, ...] = SEVEN) -> Proposed:
    found = proposed_result("7", on, (Part(place, blocks_from_lines("\n".join(lines))),))
    assert found is not None
    return found


def said(found: Proposed) -> dict[str, str]:
    return {part.place: "" if part.deleted else " / ".join(b.printed for b in part.blocks) for part in found.result}


def test_existing_sections_go_and_the_following_text_takes_their_place() -> None:
    found = worked("Delete existing sections 7.2 to 7.4 and add the following:", "Each teacher has a duty-free lunch.")
    assert said(found) == {"7.3": "", "7.4": "", "7.2": "7.2 Each teacher has a duty-free lunch."}
    assert found.doubts == ()
    assert found.instruction == "Delete existing sections 7.2 to 7.4 and add the following:"


@pytest.mark.parametrize(
    "line", ["Delete sections 2 through 4 in their entirety.", "Sections 2, 3 and 4 are deleted in their entirety.",
             "Strike Sections 7.2–7.4", "Remove existing Sections 2 to 4."],
)  # fmt: skip
def test_numbers_are_read_as_papers_write_them(line: str) -> None:
    assert said(worked(line)) == {"7.2": "", "7.3": "", "7.4": ""}


def test_delete_in_its_entirety_is_about_the_section_it_stands_in() -> None:
    assert said(worked("Delete in its entirety.", place="7.3")) == {"7.3": ""}


def test_remaining_sections_are_counted_through_again() -> None:
    found = worked("Delete Section 7.2.", "Renumber remaining sections accordingly.")
    assert list(said(found)) == ["7.5", "7.2", "7.3", "7.4"]
    assert said(found)["7.2"] == "7.2 Title 7.3 / Words of 7.3, ten days."
    assert said(found)["7.5"] == ""
    assert said(worked("Delete Section 7.2 and renumber the remaining sections.")) == said(found)


def test_sections_take_the_numbers_they_are_given() -> None:
    found = worked("Delete section 7.2.", "Renumber sections 7.3 through 7.5 as 7.2 through 7.4.")
    assert said(found)["7.4"] == "7.4 Title 7.5 / Words of 7.5, ten days."
    assert said(found)["7.5"] == ""


@pytest.mark.parametrize(
    "line", ["In Section 7.3, strike “ten” and insert “six”.", "Section 7.3: replace the word “ten” with “six”",
             "7.3"],
)  # fmt: skip
def test_words_are_struck_and_put_in(line: str) -> None:
    found = worked("Strike “ten” and insert “six”.", place=line) if line == "7.3" else worked(line)
    assert said(found) == {"7.3": "7.3 Title 7.3 / Words of 7.3, six days."}


def test_words_that_stand_in_several_places_are_left_to_a_person() -> None:
    found = worked("Strike “ten” and insert “six”.")
    assert (said(found), found.doubts) == ({}, ("“ten” stands 5 times.",))


def test_words_are_put_in_beside_others_and_taken_out() -> None:
    found = worked("In section 7.1, insert “school” before “days”.", "In section 7.2, delete “, ten days”.")
    assert said(found) == {
        "7.1": "7.1 Title 7.1 / Words of 7.1, ten school days.",
        "7.2": "7.2 Title 7.2 / Words of 7.2.",
    }


def test_a_new_section_is_added_with_the_text_that_follows_or_stands_behind_the_colon() -> None:
    assert said(worked("Add a new Section 7.6:", "A joint committee meets.", "a. Twice a year.")) == {
        "7.6": "7.6 A joint committee meets. / a. Twice a year."
    }
    assert said(worked("Add new section 6: A joint committee meets.")) == {"7.6": "7.6 A joint committee meets."}
    assert worked("Add a new section 7.6:", "Text.").result[0].new


def test_a_section_is_amended_to_read_otherwise() -> None:
    found = worked("Amend Section 7.3 to read as follows:", "At most 22 pupils.")
    assert said(found) == {"7.3": "7.3 At most 22 pupils."}


def test_what_is_not_in_the_article_is_doubted() -> None:
    assert worked("Delete section 7.9.").doubts == ("Section 7.9 is not in the article.",)


def test_plain_sections_and_letters_are_numbers_too() -> None:
    on = base("3", "4", "5", "6", "7")
    found = worked("Delete sections 4 to 6 and add the following:", "New words.", on=on)
    assert said(found) == {"5": "", "6": "", "4": "4 New words."}
    assert said(worked("Delete Section B.", on=base("A", "B"))) == {"B": ""}


@pytest.mark.parametrize(
    "line",
    ["The District may delete a section of the record after ten days.", "Employees remove their belongings.",
     "A teacher may add the following days to leave: two.", "Replacement of a teacher takes ten days."],
)  # fmt: skip
def test_contract_language_is_no_instruction(line: str) -> None:
    assert not has_instructions((Part("7.1", (paragraph(line),)),))
