"""What they did not mark, told of small texts: each case is what a paper started from, and the paper."""

from __future__ import annotations

import pytest

from tablebook.domain.text import blocks_from_lines, paragraph
from tablebook.jobs.findings.unmarked import compared
from tests.unit.jobs.findings.papers import readings


def quiet(base: str, paper: str, label: str = "U-3") -> list[str]:
    new, old = readings(paper)
    return [one.sentence for one in compared(blocks_from_lines(base), old, new, label, "Article 12").quiet]


def codes(base: str, paper: str) -> list[str]:
    new, old = readings(paper)
    return [one.code for one in compared(blocks_from_lines(base), old, new, "U-3", "Article 12").quiet]


BASE = "The Employer shall post each vacancy for ten (10) days and shall notify the President in writing."


@pytest.mark.parametrize(
    "paper",
    [
        BASE,
        BASE.replace("ten (10)", "[-ten (10)-] {+five (5)+}"),
        BASE.replace("ten (10)", "{+five (5)+} [-ten (10)-]"),
        BASE.replace("shall post", "[-shall-]{+may+} post").replace("in writing", "[-in writing-]{+by e-mail+}"),
        f"[-{BASE}-]",
        f"{BASE} {{+A vacancy is a position without a holder.+}}",
        f"{BASE}\n{{+The list is public.+}}",
        f"[-{BASE}-]\n{{+All vacancies are posted.+}}",
        BASE.replace("in writing", "in  writing"),
        "{+" + BASE.replace("ten (10)", "nine (9)") + "+}[-" + BASE + "-]",
    ],
)
def test_where_everything_is_marked_nothing_is_found(paper: str) -> None:
    assert quiet(BASE, paper) == []


@pytest.mark.parametrize(
    ("base", "paper"),
    [
        ("The “Unit” is all teachers’ aides.", 'The "Unit" is all teachers\' aides.'),
        ("Pay is due July–August.", "Pay is due July-August."),
        ("The co‑chairs meet.", "The co-chairs meet."),
        ("The board\u00a0meets.", "The board meets."),
    ],
)
def test_kinds_of_quotes_dashes_and_spaces_are_no_change(base: str, paper: str) -> None:
    assert quiet(base, paper) == []


@pytest.mark.parametrize(
    ("paper", "said"),
    [
        (BASE.replace("shall post", "may post"), "The paper changes “shall post” to “may post” in Article 12"),
        (BASE.replace("ten (10)", "five (5)"), "The paper changes 10 to 5 in Article 12"),
        (BASE.replace(" in writing", ""), "The paper leaves out “in writing” in Article 12"),
        (BASE.replace("each vacancy", "each regular vacancy"), "The paper adds “regular” in Article 12"),
        (BASE.replace(" and shall notify the President in writing", ""),
         "The paper leaves out “and shall notify the President in writing” in Article 12"),
    ],
)  # fmt: skip
def test_each_kind_of_change_is_told_in_words(paper: str, said: str) -> None:
    assert quiet(BASE, paper) == [f"{said} without marking it."]


def test_an_unmarked_change_beside_a_marked_one_is_found_and_the_marked_one_is_not() -> None:
    paper = BASE.replace("ten (10)", "[-ten (10)-] {+five (5)+}").replace("shall notify", "may notify")
    assert quiet(BASE, paper) == ["The paper changes “shall notify” to “may notify” in Article 12 without marking it."]


def test_an_unmarked_change_inside_a_paragraph_that_is_rewritten_by_marks() -> None:
    base = "Grades 4 through 8: twenty-eight (28)"
    paper = "[-Grades 4 through 8:-]{+In the middle school, and in each of its rooms, no more than+} thirty (30)"
    assert quiet(base, paper) == ["The paper changes 28 to 30 in Article 12 without marking it."]


def test_what_is_struck_and_was_never_there() -> None:
    paper = BASE.replace("shall post", "[-must-]{+may+} post")
    assert codes(BASE, paper) == ["misquoted"]
    assert quiet(BASE, paper) == ["The paper strikes “must” in Article 12, where U-3 has “shall”."]


def test_marks_on_text_that_does_not_differ() -> None:
    paper = BASE.replace("in writing", "{+in writing+}")
    assert codes(BASE, paper) == ["marked-same"]
    assert "“in writing” is marked as new in Article 12, and stands in U-3 already." in quiet(BASE, paper)


def test_a_paragraph_left_out_added_or_moved_whole() -> None:
    base = "One shall be kept in the office.\nTwo shall be sent to the Union.\nThree shall be posted in the lounge."
    one, two, three = base.splitlines()
    assert quiet(base, f"{one}\n{three}") == [f"The paper leaves out “{two}” in Article 12 without marking it."]
    added = "A fourth is for the file."
    assert quiet(base, f"{base}\n{added}") == [f"The paper adds “{added}” in Article 12 without marking it."]
    assert quiet(base, f"{three}\n{one}\n{two}") == [f"The paper moves “{three}” to Article 12 without marking it."]


def test_points_of_a_list_are_named() -> None:
    base = "The limits are:\na. Kindergarten: twenty-two (22)\nb. Grades 1 to 3: twenty-five (25)"
    new, old = readings(base.replace("twenty-five (25)", "twenty-seven (27)"))
    found = compared(blocks_from_lines(base), old, new, "U-3", "Article 12").quiet
    assert [(one.place, one.old, one.new) for one in found] == [("b", "twenty-five (25)", "twenty-seven (27)")]


def test_a_cell_of_a_table() -> None:
    base = "Step\tBA\tMA\n1\t45,000\t49,000\n2\t46,000\t50,000"
    assert quiet(base, base.replace("50,000", "49,900")) == [
        "The paper changes 50,000 to 49,900 in Article 12 without marking it."
    ]


def test_what_they_marked_is_listed_in_short() -> None:
    base = "a. Kindergarten: twenty-two (22)\nA stipend of thirty-five dollars ($35) is paid."
    paper = base.replace("twenty-two (22)", "[-twenty-two (22)-] {+twenty-four (24)+}").replace(
        "thirty-five dollars ($35)", "[-thirty-five-]{+twenty-five+} dollars [-($35)-]{+($25)+}"
    )
    new, old = readings(paper)
    found = compared(blocks_from_lines(base), old, new, "U-3", "Article 12").marked
    assert [one.sentence for one in found] == ["Kindergarten, 22 to 24", "$35 to $25"]


def test_a_number_read_as_label_or_as_words_is_no_change() -> None:
    base = (paragraph("(7) Leave is granted in writing.", level=1),)
    paper = (paragraph("Leave is granted in writing.", "(7)", level=1),)
    assert compared(base, paper, paper, "U-3", "Article 12").quiet == ()
    other = (paragraph("Leave is granted in writing.", "(8)", level=1),)
    assert len(compared(base, other, other, "U-3", "Article 12").quiet) == 1
