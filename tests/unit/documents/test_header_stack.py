"""The stack above a proposal: who passed what and when, and which lines are contract text."""

from __future__ import annotations

import pytest

from tablebook.documents.marked.header_dates import when_in
from tablebook.documents.marked.header_parties import Parties
from tablebook.documents.marked.header_stack import newest, read_header
from tablebook.documents.marked.meaning import read_marked
from tablebook.documents.marked.paper import SeenBlock, SeenPaper, SeenRun

TEXT = "The District shall give each educator a plan of the year before the first day of school, in writing, to keep."


def seen(*lines: str, heads: tuple[str, ...] = ()) -> SeenPaper:
    blocks = tuple(SeenBlock((SeenRun(line),)) for line in (*lines, TEXT))
    return SeenPaper("paper.docx", blocks, page_heads=heads)


@pytest.mark.parametrize(
    ("text", "date", "time"),
    [
        ("Employer Counter 2/7 8:00pm", "2026-02-07", "20:00"),
        ("Union 2/7/26 2:27 p.m.", "2026-02-07", "14:27"),
        ("UESF Proposal #3, March 4, 2026 6:15 PM", "2026-03-04", "18:15"),
        ("District 4 March 2026, 14:31", "2026-03-04", "14:31"),
        ("Board 2026-03-04 9 AM", "2026-03-04", "09:00"),
        ("Union Counter Sept. 9th, 2026 12:05 am", "2026-09-09", "00:05"),
        ("Union Counter 9.14.26 @ 12:30 pm", "2026-09-14", "12:30"),
        ("Received 1830 hrs 12/1", "2026-12-01", "18:30"),
        ("District 25/3/2026", "2026-03-25", ""),
        ("Board 10.21.2026 1620", "2026-10-21", "16:20"),
        ("Proposal 1620", "", ""),
        ("12.1 Class size", "", ""),
        ("Grades 7-8", "", ""),
        ("2024-2027 Agreement", "", ""),
        ("Section 8.4 and 8.5", "", ""),
        ("within 24/7 reach", "", ""),
        ("Handed over at noon, 3/4", "2026-03-04", "12:00"),
    ],
)
def test_dates_and_times_as_people_write_them(text: str, date: str, time: str) -> None:
    when, _ = when_in(text)
    assert (when.iso(2026) if when.dated else "", when.time) == (date, time)


PARTIES = Parties(
    [
        "Lakeview Education Association (“LEA”)",
        "SAN FRANCISCO UNIFIED SCHOOL DISTRICT",
        "United Educators of San Francisco",
    ]
)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Employer Counter", "employer"),
        ("Union", "union"),
        ("SFUSD Counter", "employer"),
        ("UESF Proposal #3", "union"),
        ("District Counterproposal No. 2 to LEA", "employer"),
        ("LEA Response to District", "union"),
        ("Association TO District", "union"),
        ("With District edits in highlight", "employer"),
        ("TENTATIVE AGREEMENT", ""),
        ("SAN JOSE TEACHERS ASSOCIATION TO SAN JOSE UNIFIED SCHOOL DISTRICT", "union"),
        ("Sacramento City Teachers Association Counterproposal from SCUSD", "employer"),
        ("Presented to the Board by the Federation", "union"),
        ("SCTA-SCUSD", ""),
        ("Oakland Education Association and Oakland Unified School District", ""),
        ("Agreement between the College and the Faculty Association", ""),
        ("City of Salem proposal to Firefighters Local 314", "employer"),
        ("Management’s Package 2", "employer"),
        ("Teachers’ Counter", "union"),
    ],
)
def test_whose_line_it_is(text: str, party: str) -> None:
    assert PARTIES.passing(text) == party


def test_a_stack_of_passes() -> None:
    stack = read_header(
        seen(
            "SFUSD Counter 2/7 8:00pm",
            "UESF 2/7 2:27pm",
            "SFUSD Counter #1 2/6/2026 10:00am",
            "UESF Proposal, February 5, 2026",
            "Article 12 Class Size",
        )
    )
    assert [(line.party, line.label, line.date, line.time) for line in stack.lines] == [
        ("employer", "SFUSD Counter", "2026-02-07", "20:00"),
        ("union", "", "2026-02-07", "14:27"),
        ("employer", "#1", "2026-02-06", "10:00"),
        ("union", "UESF Proposal", "2026-02-05", ""),
    ]
    assert (stack.party, stack.articles, stack.blocks) == ("employer", ("12",), frozenset({0, 1, 2, 3}))


def test_the_newest_pass_need_not_stand_on_top() -> None:
    stack = read_header(
        seen("Union Proposal 1 3/1/26 9:00am", "District Counter 1 3/2/26 9:00am", "Union Counter 2 3/2/26 1:00pm")
    )
    assert stack.party == "union"
    top = newest(stack.lines)
    assert top is not None
    assert top.label == "Counter 2"


@pytest.mark.parametrize(
    ("lines", "party", "header"),
    [
        (("TENTATIVE AGREEMENT", "BETWEEN", "OAKLAND EDUCATION ASSOCIATION", "AND", "OAKLAND UNIFIED SCHOOL DISTRICT",
          "March 1, 2019", "ARTICLE 6", "ASSOCIATION RIGHTS"), "", 6),
        (("San Jose Teachers Association", "TO", "San Jose Unified School District", "ARTICLE 7"), "union", 3),
        (("Sacramento City Teachers Association", "Counterproposal from SCUSD", "November 6, 2023",
          "ARTICLE 8 TRANSFERS"), "employer", 3),
        (("Lakeview School District", "Concept on pay, April 6, 2027",
          "Article 20, Section 20.2. Concept 1"), "employer", 3),
        (("ARTICLE 21", "DISTRICT RIGHTS"), "", 0),
        (("Class Size", "UNION SECURITY"), "", 0),
        (("Article 12 Class Size", "District Counter 2/7 8:00pm", "Union 2/7 2:27pm"), "employer", 2),
        (("With District edits in highlight", "Article 9"), "employer", 1),
        (("Package Proposal", "Board of Education", "Articles 3, 9 and 14"), "employer", 3),
    ],
)  # fmt: skip
def test_what_is_header_and_what_is_text(lines: tuple[str, ...], party: str, header: int) -> None:
    stack = read_header(seen(*lines))
    assert stack.party == party
    assert len(stack.blocks) == header
    text = read_marked(seen(*lines)).accepted_text.split("\n")
    assert text == [*(line for at, line in enumerate(lines) if at not in stack.blocks), TEXT]


def test_the_words_page_header_is_part_of_the_stack() -> None:
    stack = read_header(seen("ARTICLE 4 PAY", heads=("District Counter No. 3", "March 9, 2027 2:31 pm")))
    assert [line.text for line in stack.lines] == ["District Counter No. 3", "March 9, 2027 2:31 pm"]
    assert (stack.party, stack.articles, stack.blocks) == ("employer", ("4",), frozenset())


@pytest.mark.parametrize(
    ("lines", "articles"),
    [
        (("Articles 13, 15 and 19",), ("13", "15", "19")),
        (("ARTICLE VII", "CLASS SIZE"), ("VII",)),
        (("7.1 Limits", "7.2 Relief"), ("7",)),
        (("Article 13. School Nurses (District E-2)",), ("13",)),
        (("Nothing numbered",), ()),
    ],
)
def test_which_articles_a_paper_is_about(lines: tuple[str, ...], articles: tuple[str, ...]) -> None:
    assert read_header(seen(*lines)).articles == articles


@pytest.mark.parametrize(
    "line",
    [
        "The District will offer training.",
        "The Board meets on March 4, 2026.",
        "Employees who pass the exam are paid by the District",
        "Re-employment of Union members",
        "Each school receives a package of supplies",
        "Community Schools",
        "Teachers on leave by March 4",
    ],
)
def test_short_lines_of_text_are_no_header(line: str) -> None:
    assert read_header(seen(line)).blocks == frozenset()


def test_contract_text_above_the_first_section_is_not_taken_for_a_header() -> None:
    first = "The Union and the District will meet on March 4, 2026 at 6:15 PM to settle the calendar of the next year."
    assert read_header(seen(first)).blocks == frozenset()


def test_a_date_on_a_line_of_its_own_belongs_to_the_pass_above() -> None:
    stack = read_header(
        seen("Riverbend USD Counterproposal #2 to RTA", "March 4, 2026 6:15 PM", "RTA Proposal #1, February 25, 2026")
    )
    assert stack.party == "employer"
    assert (stack.lines[0].date, stack.lines[0].time) == ("2026-03-04", "18:15")


@pytest.mark.parametrize(
    ("lines", "party"),
    [
        (("From: Harbor Teachers Union", "To: Harbor Public Schools", "Sent: March 1, 2026 9:14 PM"), "union"),
        (("Response to Union Proposal 3, 4/1/26",), "employer"),
        (("AAUP Proposal 2 - 11/12/25",), "union"),
        (("PAT Counterproposal", "October 5, 2023"), "union"),
        (("Joint Working Draft", "MEA Proposal 1/14/25 – MPS Response 1/28/25"), "employer"),
        (("Portland Public Schools", "Response to PAT Proposal", "October 5, 2023"), "employer"),
        (("Union Proposal", "Lake County Federation, AFT Local 504", "Date: 09-12-2025 Time: 5:05 pm"), "union"),
        (("PROPOSAL OF THE BOARD OF EDUCATION", "TO THE TEACHERS’ UNION", "DATED AUGUST 5, 2025"), "employer"),
        (("Proposal by the Faculty Association to the College Board of Trustees – No. 4 – 2/2/26",), "union"),
    ],
)
def test_all_lines_of_a_head_are_header(lines: tuple[str, ...], party: str) -> None:
    stack = read_header(seen(*lines))
    assert [line.text for line in stack.lines] == list(lines)
    assert stack.party == party


def test_a_page_head_with_both_sides_does_not_hide_who_passes() -> None:
    stack = read_header(
        seen(
            "EVERGREEN EDUCATION ASSOCIATION", "PACKAGE PROPOSAL #2", "TO THE EVERGREEN SCHOOL DISTRICT",
            heads=("EEA / ESD Bargaining 2026",),
        )
    )  # fmt: skip
    assert stack.party == "union"


def test_a_note_to_the_board_is_no_header() -> None:
    stack = read_header(seen("Association Proposal to the Board", "NOTE TO BOARD: it mirrors the MOU of 2024."))
    assert [line.text for line in stack.lines] == ["Association Proposal to the Board"]


@pytest.mark.parametrize(
    ("lines", "party", "label", "date", "time"),
    [
        (("District’s Response to LEA’s 2nd Counter", "Presented: 1/9/2026 @ 9:30 a.m."), "employer", "", "2026-01-09",
         "09:30"),
        (("LEA Proposal No. 14 (Revised)", "Submitted August 3, 2026 at 1:15pm"), "union", "No. 14", "2026-08-03",
         "13:15"),
        (("LEA BARGAINING PROPOSAL", "Proposal #U-12", "Date Passed: 02/14/2026"), "union", "", "2026-02-14", ""),
        (("District Package Proposal to LEA", "10.21.2026 1620"), "employer", "", "2026-10-21", "16:20"),
        (("Employer’s Counter to Union’s 3/4/26 Proposal", "Date: 3/11/26"), "employer", "", "2026-03-11", ""),
        (("Association Proposal 1-A", "January 17th, 2026"), "union", "Proposal 1-A", "2026-01-17", ""),
        (("Admin Proposal C", "Mar 4 2026, 10 AM"), "employer", "", "2026-03-04", "10:00"),
    ],
)  # fmt: skip
def test_a_line_that_only_says_when_dates_the_pass_above(
    lines: tuple[str, ...], party: str, label: str, date: str, time: str
) -> None:
    stack = read_header(seen("Lakeview Education Association (“LEA”)", *lines))
    top = newest(stack.lines)
    assert top is not None
    assert (stack.party, top.date, top.time) == (party, date, time)
    assert label in top.label
