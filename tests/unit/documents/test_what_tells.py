"""What in a paper's print is evidence of change, and what only looks like it: references, terms, leads, colours."""

from __future__ import annotations

import pytest

from tablebook.documents.marked.meaning import read_marked
from tablebook.documents.marked.paper import ReadPaper
from tablebook.documents.word.marks import read_seen_docx
from tablebook.redline.marks import Mark
from tests.unit.documents.marked_pages import Sheet
from tests.unit.documents.word import BLUE, BOLD, RED, STRUCK, UNDER, p, r, word

HEAD = p("Union Proposal 2, March 4, 2026")
ITALIC, DOUBLE = "<w:i/>", '<w:u w:val="double"/>'


def read(body: str) -> ReadPaper:
    return read_marked(read_seen_docx(word(HEAD + body), "paper.docx"))


def marked(paper: ReadPaper, mark: Mark) -> list[str]:
    return [run.text.strip() for block in paper.blocks for run in block.all_runs if run.mark is mark]


@pytest.mark.parametrize(
    ("before", "cited"),
    [
        ("as set out in ", "Section 2.1"),
        ("as required by ", "Board Policy 6163.4"),
        ("under ", "Education Code 44956"),
        ("as in Article ", "IX.C"),
        ("see ", "https://www.example.org/policy"),
    ],
)
@pytest.mark.parametrize("look", [UNDER, RED, BLUE + UNDER])
def test_a_reference_that_the_sentence_needs_is_not_new(before: str, cited: str, look: str) -> None:
    change = p("4.1 Leave is ", r("paid", STRUCK), " ", r("unpaid", look), ".")
    paper = read(change + p("4.2 It is given ", before, r(cited, look), " of this Agreement."))
    assert marked(paper, Mark.INSERTED) == ["unpaid"]


def test_a_reference_that_came_with_its_words_is_new() -> None:
    paper = read(p("4.1 Leave is ", r("paid", STRUCK), " ", r("unpaid, as in ", UNDER), r("Section 2.1", UNDER), "."))
    assert marked(paper, Mark.INSERTED) == ["unpaid, as in Section 2.1"]


def test_a_term_in_bold_is_not_new_where_bold_marks_what_is() -> None:
    paper = read(
        p(
            "3.1 ",
            r("Day", BOLD),
            " in this Article is a school day. It begins at ",
            r("7:30", STRUCK),
            r(" 8:00", BOLD),
        )
        + p("3.2 A teacher rated ", r("“Needs Improvement”", BOLD), " has a plan.")
    )
    assert marked(paper, Mark.INSERTED) == ["8:00"]


def test_a_lead_in_another_underline_is_not_new() -> None:
    paper = read(
        p("A. The Employer gives each teacher ", r("a desk", STRUCK), r(" a computer", DOUBLE), ".")
        + p("C. ", r("Duty-free lunch", UNDER), ". Teachers have thirty minutes for lunch.")
    )
    assert marked(paper, Mark.INSERTED) == ["a computer"]


def test_bold_italics_beside_struck_words_are_not_bold_alone() -> None:
    paper = read(
        p("12.1 Teachers are rated ", r("each year", STRUCK), r(" every two years", BOLD + ITALIC), ".")
        + p("12.2 A teacher in ", r("the first four years", BOLD), " has a mentor.")
    )
    assert marked(paper, Mark.INSERTED) == ["every two years"]


def test_one_colour_always_before_another_is_the_old_words() -> None:
    paper = read(
        p("8.1 The year has ", r("186", RED), " ", r("184", BLUE), " days, of which ", r("five", RED), r(" six", BLUE))
        + p("8.2 ", r("Lunch is duty free.", BLUE), " ", "The principal is consulted.")
        + p("8.3 Meetings are held", r(" on Fridays", RED), ".")
    )
    assert marked(paper, Mark.DELETED) == ["186", "five", "on Fridays"]
    assert marked(paper, Mark.INSERTED) == ["184", "six", "Lunch is duty free."]
    assert any("old words before new ones" in key.reason for key in paper.keys)


def test_two_colours_in_either_order_are_two_kinds_of_new_words() -> None:
    paper = read(
        p("8.1 Teachers ", r("and nurses", RED), r(" and aides", BLUE), " are paid.")
        + p("8.2 The day is ", r("short", BLUE), r(" and quiet", RED), ".")
    )
    assert marked(paper, Mark.DELETED) == []


def test_a_new_title_behind_a_plain_number_goes_with_its_text() -> None:
    paper = read(
        p(r("ARTICLE 33 ", BOLD), r("– MACHINES", BOLD + UNDER)) + p(r("33.1 No teacher is rated by a machine.", UNDER))
    )
    assert marked(paper, Mark.INSERTED)[0] == "– MACHINES"


def test_the_print_of_a_whole_agreement_marks_nothing() -> None:
    """A contract in force with underlined terms and coloured cells, in which somebody left one struck comma."""
    body = "".join(
        p(f"{number}.1 The Board pays ", r("all members of the unit", UNDER), " on the last day of each month, ",
          r("as the calendar shows", BLUE), ", unless that day is a holiday, in which case it pays before it.")
        for number in range(1, 180)
    ) + p("200.1 It is so", r(",", STRUCK), r(";", RED), " agreed.")  # fmt: skip
    paper = read_marked(read_seen_docx(word(p("AGREEMENT") + body), "contract.docx"))
    assert marked(paper, Mark.DELETED) == [","]
    assert marked(paper, Mark.INSERTED) == [";"]


def test_a_highlight_that_answers_a_colour() -> None:
    green = '<w:highlight w:val="green"/>'
    paper = read(
        p("10.1 After five years: ", r("ten (10)", RED), " ", r("twelve (12)", green), " days.")
        + p("10.2 After ten years: ", r("fifteen (15)", RED), " ", r("eighteen (18)", green), " days.")
    )
    assert marked(paper, Mark.DELETED) == ["ten (10)", "fifteen (15)"]
    assert marked(paper, Mark.INSERTED) == ["twelve (12)", "eighteen (18)"]


def test_a_date_stands_for_old_words_where_none_are_shown() -> None:
    date = p("5.2 The Board balances classes by ", r("September 15", UNDER), ".")
    assert marked(read(date), Mark.INSERTED) == ["September 15"]
    assert marked(read(p("5.1 Pay ", r("two", STRUCK), r("six", UNDER), " dollars.") + date), Mark.INSERTED) == ["six"]


def test_a_short_sentence_under_one_line_is_no_heading() -> None:
    sheet = Sheet()
    sheet.line(700, [("HFT Proposal 2, March 4, 2026", "")])
    sheet.line(670, [("7.1 A vacancy stays open for ", ""), ("five", "s"), (" ", ""), ("ten", "u"), (" days.", "")])
    sheet.line(640, [("7.2 Teachers displaced by a closure choose first.", "u")])
    assert read_marked(sheet.read()).rejected_text == "7.1 A vacancy stays open for five days."


@pytest.mark.parametrize("footer", ["Page 1 of 1     HFT ____  HUSD ____", "District Proposal 11/14/24   Page 1 of 1"])
def test_the_foot_of_the_only_page_is_no_text(footer: str) -> None:
    sheet = Sheet()
    sheet.line(700, [("HFT Proposal 2, March 4, 2026", "")])
    sheet.line(
        670, [("17.1 The Employer shall keep every one of its many workplaces safe ", ""), ("and healthful", "u")]
    )
    sheet.line(640, [("17.2 A safety committee meets twice a year in each of the buildings.", "")])
    sheet.line(60, [(footer, "")])
    assert "Page" not in read_marked(sheet.read()).accepted_text


def test_a_page_whose_few_lines_are_counted() -> None:
    sheet = Sheet()
    lines = ["BFT Proposal, January 22, 2026", "ARTICLE 11", "11.1 Teachers have two hundred minutes of",
             "preparation in each week of the school year,", "which the principal schedules after they",
             "have been heard.", "11.2 Coverage is paid at the", "hourly rate."]  # fmt: skip
    for number, text in enumerate(lines, 1):
        sheet.line(720 - 24 * number, [(str(number), "")], x=50)
        sheet.line(720 - 24 * number, [(text, "")])
    assert not set("345678") & set(read_marked(sheet.read()).accepted_text.split())
