"""Memoranda that change a contract in clauses: where the contract's language begins and ends on them."""

from __future__ import annotations

import pytest

from tablebook.domain.amending import amending
from tablebook.domain.point_edits import with_points
from tablebook.domain.text import Block, blocks_from_lines, heading, paragraph, table

FRAME = """MEMORANDUM OF UNDERSTANDING
between the Lakeview School District and the Lakeview Education Association
The parties agree:
{clauses}
All other provisions of the Agreement remain in effect.
For the District: ____________ For the Association: ____________"""


def memo(clauses: str) -> tuple[Block, ...]:
    return blocks_from_lines(FRAME.format(clauses=clauses))


def read(clauses: str) -> list[tuple[str, str, tuple[str, ...], str]]:
    """The article, the section, the point and the language of each clause."""
    found = amending(memo(clauses)).clauses
    return [
        (one.cited.article, one.cited.section, one.cited.path, " / ".join(block.printed for block in one.body))
        for one in found
    ]


LEADS = {
    "Article 4, Section 1 of the CBA will be modified as follows:": ("4", "1", ()),
    "Article 4, Section 1 of the 2024-2027 Agreement shall be amended to read as follows:": ("4", "1", ()),
    "The parties agree to amend Article IV, Section 1, to read:": ("IV", "1", ()),
    "Section 4.1 of the Agreement is hereby revised to read as follows:": ("", "4.1", ()),
    "Article 4, Section 1(B) shall read as follows:": ("4", "1", ("b",)),
    "Paragraph (B) of Article 4, Section 1 will be replaced with the following:": ("4", "1", ("b",)),
    "In order to carry out Section 9.2, Article 4, Section 1 is changed as follows:": ("4", "1", ()),
    "Article 4 will be modified as follows:": ("4", "", ()),
    "ARTICLE 4 - LEAVES, Section 1 will be amended as follows (amendment in bold italics):": ("4", "1", ()),
    "Effective June 7, 2025, Article 4, Section (B)(2)(ii) shall be amended to read:": ("4", "B", ("2", "ii")),
    "It is the intention of both to modify the 2025-2028 Agreement, Article 4 as follows:": ("4", "", ()),
    "Article 4, Sections 1 and 3 will be modified as follows:": ("4", "", ()),
    "Appendix B is replaced with the following table:": ("B", "", ()),
    "Article 4 is amended by adding the following language:": ("4", "", ()),
}


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("label", ["1.", "A.", "(1)", ""])
def test_a_clause_and_its_language(lead: str, label: str) -> None:
    words = "Teachers have ten days of leave, also for a friend."
    after = {"1.": "2.", "A.": "B.", "(1)": "(2)", "": ""}[label]
    next_clause = f"{after} This letter is kept in the office." if after else ""
    found = read(f"{label} {lead}\n{words}\n{next_clause}".strip())
    assert found == [(*LEADS[lead], words)]


def test_the_language_ends_with_its_quotation_mark() -> None:
    found = read("Section 4.1 will read as follows:\n“A. Teachers have “sick” leave.\nB. Others have none.”\nIt is so.")
    assert [words for *_, words in found] == ["A. Teachers have “sick” leave. / B. Others have none."]


def test_language_in_the_same_paragraph() -> None:
    (one,) = read("1. Section 4.1 will be modified as follows: “Teachers have ten days.”\n2. The parties meet in May.")
    assert one == ("", "4.1", (), "Teachers have ten days.")


def test_a_list_inside_the_language_is_not_the_papers_own() -> None:
    (one,) = read(
        "1. Section 4.1 will be modified as follows:\nLeave is for:\n1. an illness;\n2. a death;\n3. a move.\n"
        "2. The parties meet in May."
    )
    assert one[3] == "Leave is for: / 1. an illness; / 2. a death; / 3. a move."


def test_several_clauses_and_what_is_struck() -> None:
    assert read(
        "A. Section 4.1 shall be amended to read:\nTen days.\nB. Section 4.2 is deleted in its entirety.\n"
        "C. Article 9, Section 3 shall be revised to read:\nNo days."
    ) == [
        ("", "4.1", (), "Ten days."),
        ("", "4.2", (), ""),
        ("9", "3", (), "No days."),
    ]


def test_a_clause_that_reads_as_a_heading() -> None:
    told = heading("HOLIDAYS, Section 1 will be amended as follows (amendment in bold italics):", "ARTICLE 18 -")
    (one,) = amending((heading("MOU 7"), told, paragraph("Juneteenth is a holiday."))).clauses
    assert (one.cited.article, one.cited.section, one.body) == ("18", "1", (paragraph("Juneteenth is a holiday."),))


@pytest.mark.parametrize(
    "text",
    [
        "The District shall provide the following:\nA desk.",
        "Article 4 applies as follows:\nTo all teachers.",
        "The grievance is decided as follows:\nBy the Board.",
        "Section 2 of the Act is amended to read as follows:\nNobody strikes.",
        "Leave under Section 4.1 is granted as follows:\nTen days.",
        "If Section 4.1 is found void, the parties shall negotiate.",
    ],
)
def test_language_of_the_contract_is_no_clause(text: str) -> None:
    assert amending(blocks_from_lines(text)).clauses == ()


def test_the_paper_s_head_on_its_second_page_is_not_in_the_language() -> None:
    blocks = [
        heading("MOU 7"),
        paragraph("The parties agree that Section 4.1 will be modified as follows:", "1."),
        paragraph("Each teacher has ten days of leave that may be taken in"),
        paragraph("MOU 7"),
        paragraph("half days."),
        paragraph("It ends in May.", "2."),
    ]
    (one,) = amending(blocks).clauses
    assert [block.text for block in one.body] == ["Each teacher has ten days of leave that may be taken in half days."]


SECTION = (
    heading("Leave", "4.1", section="4.1", level=2),
    paragraph("Leave is granted for:"),
    paragraph("an illness;", "(a)"),
    paragraph("of the teacher;", "(1)"),
    paragraph("of a child;", "(2)"),
    paragraph("a death;", "(b)"),
    paragraph("jury duty.", "(c)"),
    table([("Days", "10")]),
)


def points(*labelled: str) -> list[Block]:
    return [paragraph(words, label) for label, words in (one.split(" ", 1) for one in labelled)]


@pytest.mark.parametrize(
    ("body", "path", "labels"),
    [
        (["(b) a move;"], (), "(a) (1) (2) (b)* (c)"),
        (["(a) a move;"], (), "(a)* (b) (c)"),
        (["(a) a move:", "(1) far;"], (), "(a)* (1)* (b) (c)"),
        (["(b) a move;", "(bb) a ship;", "(c) a court."], (), "(a) (1) (2) (b)* (bb)* (c)*"),
        (["(2) of a friend;"], (), "(a) (1) (2)* (b) (c)"),
        (["(2) of a friend;"], ("a",), "(a) (1) (2)* (b) (c)"),
        (["(b) a move;"], ("b",), "(a) (1) (2) (b)* (c)"),
    ],
)
def test_points_in_other_words(body: list[str], path: tuple[str, ...], labels: str) -> None:
    new = points(*body)
    found = with_points(SECTION, new, path)
    assert found is not None
    assert " ".join(f"{b.label}{'*' if b in new else ''}" for b in found if b.label != "4.1" and b.label) == labels
    assert (found[0], found[1], found[-1]) == (*SECTION[:2], SECTION[-1])


def test_a_point_without_its_letter_keeps_it() -> None:
    found = with_points(SECTION, [paragraph("a move;")], ("b",))
    assert found is not None
    assert found[5] == paragraph("a move;", "(b)")


@pytest.mark.parametrize(
    ("body", "path"), [(["(x) a move;"], ()), ([" Leave is granted to all."], ()), (["(a) a move;"], ("z",))]
)
def test_words_that_are_no_point_of_it(body: list[str], path: tuple[str, ...]) -> None:
    assert with_points(SECTION, points(*body), path) is None
