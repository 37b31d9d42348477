"""Texts that say what to do with the contract come to a result that a person can confirm."""

from __future__ import annotations

import pytest

from tablebook.domain.instructions import Proposed, has_instructions, proposed_result
from tablebook.domain.text import Block, BlockKind, blocks_from_lines, heading, paragraph
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


@pytest.mark.parametrize(
    "lines",
    [
        ("Amend Section 7.3 to read as follows:", "At most 22 pupils."),
        ("Amend Section 7.3 to read: “At most 22 pupils.”",),
        ("Section 7.3 shall be amended to read as follows:", "Title 7.3", "At most 22 pupils."),
        ("Revise Section 7.3 to read: 7.3 Title 7.3. At most 22 pupils.",),
        ("Revise Section 7.3 to read:", "Section 3. At most 22 pupils."),
        ("Section 7.3 is replaced with the following:", "At most 22 pupils."),
    ],
)
def test_a_section_is_amended_to_read_otherwise_under_its_title(lines: tuple[str, ...]) -> None:
    found = worked(*lines)
    assert said(found) == {"7.3": "7.3 Title 7.3 / At most 22 pupils."}
    assert found.result[0].blocks[0].kind is BlockKind.HEADING
    assert found.doubts == ()


def test_the_first_point_of_an_amended_section_keeps_its_number() -> None:
    assert said(worked("Amend Section 7.3 to read:", "3. At most 22 pupils.", "4. At least 12.")) == {
        "7.3": "7.3 Title 7.3 / 3. At most 22 pupils. / 4. At least 12."
    }


def test_a_section_without_a_title_gets_none() -> None:
    on = (paragraph("Ten days.", "7.3", section="7.3"),)
    assert said(worked("Amend Section 7.3 to read:", "Six days.", on=on)) == {"7.3": "7.3 Six days."}


def test_another_title_of_an_amended_section_is_asked_about() -> None:
    found = worked("Amend Section 7.3 to read:", "Class Load", "At most 22 pupils.")
    assert said(found) == {"7.3": "7.3 Class Load / At most 22 pupils."}
    assert found.result[0].blocks[0].kind is BlockKind.HEADING
    assert found.doubts == ("“Class Load” is read as the new title of Section 7.3.",)
    found = worked("Amend Section 7.3 to read: 7.3 Class Load. At most 22 pupils.")
    assert said(found) == {"7.3": "7.3 Title 7.3 / Class Load. At most 22 pupils."}
    assert found.doubts == ("Section 7.3 keeps its title “Title 7.3”: see that it should.",)


def test_what_is_not_in_the_article_is_doubted() -> None:
    assert worked("Delete section 7.9.").doubts == ("Section 7.9 is not in the article.",)


def test_plain_sections_and_letters_are_numbers_too() -> None:
    on = base("3", "4", "5", "6", "7")
    found = worked("Delete sections 4 to 6 and add the following:", "New words.", on=on)
    assert said(found) == {"5": "", "6": "", "4": "4 New words."}
    assert said(worked("Delete Section B.", on=base("A", "B"))) == {"B": ""}


def test_lines_that_ran_together_are_read_apart() -> None:
    found = worked(
        "Delete sections 7.2 to 7.4 and add the following:", "Lunch is free of duty. Renumber remaining sections."
    )
    assert said(found) == {
        "7.4": "", "7.5": "", "7.2": "7.2 Lunch is free of duty.", "7.3": "7.3 Title 7.5 / Words of 7.5, ten days.",
    }  # fmt: skip
    assert found.instruction.endswith("Renumber remaining sections.")
    line = "Delete sections 7.2 to 7.4 and add the following: Lunch is free of duty. Renumber remaining sections."
    assert said(worked(line)) == said(found)


def test_a_new_section_is_numbered_in_the_style_of_the_others() -> None:
    on = tuple(
        block
        for number in "123"
        for block in (heading(f"Title {number}", f"Section {number}.", section=number), paragraph(f"Words {number}."))
    )
    assert said(worked("Amend section 2 to read:", "New words.", on=on)) == {"2": "Section 2. Title 2 / New words."}
    assert said(worked("Add a new section 4:", "New words.", on=on)) == {"4": "Section 4. New words."}


def test_words_stand_beside_others_as_print_has_them() -> None:
    assert said(worked("In Section 7.1, insert “, school or not” after “days”.")) == {
        "7.1": "7.1 Title 7.1 / Words of 7.1, ten days, school or not."
    }
    assert said(worked("In Section 7.1, insert “half-” before “days”."))["7.1"].endswith("ten half-days.")
    assert said(worked("In Section 7.1, delete “Words”."))["7.1"] == "7.1 Title 7.1 / of 7.1, ten days."


@pytest.mark.parametrize(
    ("line", "end"),
    [("In Section 7.3, replace “ten” with “six.”", "six days."), ("In Section 7.3, strike “days.” and insert “hours.”",
     "ten hours."), ("In Section 7.3, insert “paid.” after “ten”", "ten paid days."),
     ("In Section 7.3, insert “Leave is paid.” before “Words”.", "Leave is paid. Words of 7.3, ten days.")],
)  # fmt: skip
def test_the_stop_that_ends_the_instruction_is_no_new_word(line: str, end: str) -> None:
    assert said(worked(line))["7.3"].endswith(end)


@pytest.mark.parametrize(
    ("line", "left"),
    [("Replace “ten” with “six” in Section 7.1. In Section 7.2, strike “ten”.", "in Section 7.1. In Section"),
     ("Delete Section 7.3 and replace “ten” with “six” in Section 7.1.", "and replace “ten”"),
     ("Delete Section 7.3 and move it to Article 9.", "and move it"),
     ("Delete Section 7.3. Renumber the rest. In Section 7.1, replace “ten” with “six”.", "Renumber the rest. In"),
     ("Delete Section 7.2 and renumber Section 7.5 as 7.2 to close the gap.", "renumber Section 7.5 as 7.2"),
     ("Add a new Section 7.6, Study Leave: Ten days.", "Study Leave"),
     ("Add a new Section 7.6 “Study Leave”: Ten days.", "Study Leave")],
)  # fmt: skip
def test_what_a_paragraph_says_besides_is_not_lost_in_silence(line: str, left: str) -> None:
    assert any(doubt.startswith(f"“{left}") for doubt in worked(line).doubts), worked(line)


def test_an_instruction_without_a_comma_is_one_and_quoted_text_without_a_colon_too() -> None:
    assert said(worked("In Section 7.3 replace “ten” with “six”.")) == said(
        worked("Replace “ten” with “six”.", place="7.3")
    )
    assert said(worked("Amend Section 7.3 to read “At most 22 pupils.”")) == {
        "7.3": "7.3 Title 7.3 / At most 22 pupils."
    }


def test_sections_are_counted_through_where_that_is_told_before_the_colon() -> None:
    line = "Delete Sections 7.2 and 7.3, renumber the remaining sections, and add the following: Lunch is free."
    found = worked(line)
    assert (said(found)["7.2"], said(found)["7.3"], found.doubts) == (
        "7.2 Lunch is free.", "7.3 Title 7.4 / Words of 7.4, ten days.", (),
    )  # fmt: skip


@pytest.mark.parametrize(
    "line",
    ["The District may delete a section of the record after ten days.", "Employees remove their belongings.",
     "A teacher may add the following days to leave: two.", "Replacement of a teacher takes ten days."],
)  # fmt: skip
def test_contract_language_is_no_instruction(line: str) -> None:
    assert not has_instructions((Part("7.1", (paragraph(line),)),))


def new_section(place: str, title: str, *words: str) -> Part:
    return Part(place, (heading(title, place, section=place, level=2), *map(paragraph, words)))


def test_another_title_under_a_number_that_is_taken_comes_in_before_it_where_the_rest_is_renumbered() -> None:
    part = new_section("7.3", "Parental Leave", "Twelve weeks.", "Renumber remaining sections accordingly.")
    found = proposed_result("7", SEVEN, (part,))
    assert found is not None
    assert found.doubts == ()
    assert said(found) == {
        "7.3": "7.3 Parental Leave / Twelve weeks.",
        "7.4": "7.4 Title 7.3 / Words of 7.3, ten days.",
        "7.5": "7.5 Title 7.4 / Words of 7.4, ten days.",
        "7.6": "7.6 Title 7.5 / Words of 7.5, ten days.",
    }


def test_two_new_sections_stand_where_their_numbers_say() -> None:
    parts = (
        new_section("7.2", "Parental Leave", "Twelve weeks."),
        new_section("7.3", "Family Leave", "Four weeks.", "Renumber the remaining sections."),
    )
    found = proposed_result("7", SEVEN, parts)
    assert found is not None
    assert list(said(found).values())[:3] == [
        "7.2 Parental Leave / Twelve weeks.", "7.3 Family Leave / Four weeks.",
        "7.4 Title 7.2 / Words of 7.2, ten days.",
    ]  # fmt: skip


def test_another_title_under_a_number_that_is_taken_is_doubted_where_nothing_is_renumbered() -> None:
    parts = (new_section("7.3", "Parental Leave", "Twelve weeks."), Part("7.4", (paragraph("Delete Section 7.5."),)))
    found = proposed_result("7", SEVEN, parts)
    assert found is not None
    assert found.doubts == (
        "“Parental Leave” is numbered 7.3, as “Title 7.3” is: it is not said whether it comes in its stead.",
    )


def test_sections_that_go_beside_one_that_comes_in_are_doubted() -> None:
    part = new_section(
        "7.3", "Parental Leave", "Twelve weeks.", "Delete Section 7.4.", "Renumber the remaining sections."
    )
    found = proposed_result("7", SEVEN, (Part("7.5", deleted=True), part))
    assert found is not None
    assert any("see which of them are to stay" in doubt for doubt in found.doubts)


def test_a_section_that_keeps_its_title_keeps_it_in_the_result() -> None:
    part = new_section("7.3", "Title 7.3", "Six days.", "Renumber the remaining sections.")
    found = proposed_result("7", SEVEN, (part,))
    assert found is not None
    assert (said(found), found.doubts) == ({"7.3": "7.3 Title 7.3 / Six days."}, ())


def test_numbers_that_cannot_be_changed_as_printed_are_doubted() -> None:
    on = tuple(
        block
        for n in "123"
        for block in (heading(f"Title {n}", "ABC"[int(n) - 1], section=f"7.{n}", level=2), paragraph(f"Words {n}."))
    )
    found = worked("Delete Section 7.1.", "Renumber the remaining sections.", on=on)
    assert "The number of section 7.2 is not printed so that it could be changed." in found.doubts


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("In Section 7.3, “ten” is replaced with “six”.", "six days."),
        ("In Article 7, Section 3, \"ten\" shall be replaced by \"six\".", "six days."),
        ("“Ten” stays; “ten” in Section 7.3 is deleted and replaced with “six”.", ""),
        ("The words “, ten days” in Section 7.3 are deleted.", ""),
        ("In Section 7.3 the words “ten days” are replaced by “six weeks”.", "six weeks."),
        ("Replace “ten” with “six” in Section 7.3.", "six days."),
    ],
)  # fmt: skip
def test_words_are_changed_as_memoranda_say_it(line: str, words: str) -> None:
    if line.startswith("“Ten”"):
        assert not has_instructions((Part("7.1", (paragraph(line),)),))
    else:
        assert said(worked(line)) == {"7.3": f"7.3 Title 7.3 / Words of 7.3{f', {words}' if words else '.'}"}


def test_words_are_found_in_typed_and_printed_quotation_marks() -> None:
    on = (heading("Title", "7.1", section="7.1", level=2), paragraph("The District’s “best” offer."))
    assert said(worked('In Section 7.1, replace "District\'s" with "Board\'s".', on=on)) == {
        "7.1": "7.1 Title / The Board's “best” offer."
    }


def test_a_sentence_is_added_to_the_last_paragraph_and_others_behind_it() -> None:
    found = worked("Add the following sentence to the end of Section 7.3: “It is paid.”")
    assert said(found) == {"7.3": "7.3 Title 7.3 / Words of 7.3, ten days. It is paid."}
    found = worked("Add the following paragraph to Section 7.3:", "It is paid.")
    assert said(found) == {"7.3": "7.3 Title 7.3 / Words of 7.3, ten days. / It is paid."}
    found = worked("Add the following:", "It is paid.", place="7.3")
    assert said(found) == {"7.3": "7.3 Title 7.3 / Words of 7.3, ten days. / It is paid."}


ACCESS = heading("Access", "7.1", section="7.1", level=2)
LISTED = (ACCESS, SEVEN[1], paragraph("It is paid.", "(a)"), *SEVEN[2:])


@pytest.mark.parametrize(
    "line",
    [
        "Section 7.1 Access - add new paragraph (b):",
        "Article 7, Section 7.1: Add a new item (b):",
        "In Section 7.1, add new paragraph b:",
    ],
)
def test_a_point_is_added_behind_the_others_of_its_section(line: str) -> None:
    found = worked(line, "(b) It may be split.", on=LISTED)
    assert said(found) == {"7.1": "7.1 Access / Words of 7.1, ten days. / (a) It is paid. / (b) It may be split."}
    assert found.doubts == ()


def test_a_point_below_the_heading_of_a_section_is_no_new_section() -> None:
    added = blocks_from_lines("Add a new paragraph 2:\n2. It may be split.")
    found = proposed_result("7", SEVEN, (Part("7.1", (*SEVEN[:1], *added)),))
    assert found is not None
    assert said(found) == {"7.1": "7.1 Title 7.1 / Words of 7.1, ten days. / 2. It may be split."}
    assert list(said(worked("Add new paragraph 6:", "It is paid."))) == ["7.6"]


def test_a_letter_that_the_section_has_is_doubted() -> None:
    found = worked("Section 7.1: add new paragraph (a):", "(a) It may be split.", on=LISTED)
    assert found.doubts == ("(a) is in Section 7.1 already: see which letters they are to have.",)


def test_a_section_keeps_the_title_that_its_instruction_names() -> None:
    found = worked("Section 7.1 Access shall be amended to read:", "At most 22 pupils.", on=LISTED)
    assert said(found) == {"7.1": "7.1 Access / At most 22 pupils."}


@pytest.mark.parametrize(
    "line", ["Increase sick leave from 12 to 13 days.", "Reduce the work year from 186 to 185 days"]
)
def test_a_change_that_is_only_told_is_no_language(line: str) -> None:
    assert has_instructions((Part("7.1", (paragraph(line),)),))
    assert worked(line, place="7.1").doubts


def test_words_to_be_added_inside_a_section_are_for_a_person() -> None:
    assert worked("Add the following sentence after the second sentence: “It is paid.”", place="7.3").doubts


def test_a_new_section_with_a_number_that_is_taken_is_doubted_or_comes_in() -> None:
    assert worked("Add a new Section 7.3:", "A committee meets.").doubts == ("Section 7.3 is in the article already.",)
    found = worked("Add a new Section 7.3 and renumber the remaining sections:", "A committee meets.")
    assert found.doubts == ()
    assert said(found)["7.3"] == "7.3 A committee meets."
    assert said(found)["7.6"] == "7.6 Title 7.5 / Words of 7.5, ten days."


def test_one_section_goes_and_the_next_takes_its_number() -> None:
    found = worked("Delete Section 7.4 and renumber Section 7.5 as 7.4.")
    assert said(found) == {"7.5": "", "7.4": "7.4 Title 7.5 / Words of 7.5, ten days."}
