"""Whole invented papers, each of another local's making: whose it is, what it is about, and the two texts it holds."""

from __future__ import annotations

import pytest

from tablebook.documents.marked.meaning import read_marked
from tablebook.documents.word.marks import read_seen_docx
from tests.unit.documents.word import BLUE, BOLD, RED, STRUCK, UNDER, p, r, row, table, word

BOTH = BOLD + UNDER
GREEN, YELLOW = '<w:color w:val="00B050"/>', '<w:highlight w:val="yellow"/>'
# The body, the party, the articles, the accepted and the rejected text.
PAPERS = {
    "a header in a table": (
        table(
            row("Riverside Teachers Association", "to", "Riverside Unified School District"),
            row("Counterproposal #4", "", "May 3, 2026 – 4:40 p.m."),
        )
        + p("ARTICLE XI – EVALUATION")
        + p("11.1 Evaluations are held ", r("yearly", STRUCK), " ", r("every two years", UNDER), "."),
        "union", ("XI",),
        ["ARTICLE XI – EVALUATION", "11.1 Evaluations are held every two years."],
        ["ARTICLE XI – EVALUATION", "11.1 Evaluations are held yearly."],
    ),
    "a new article, underlined from top to bottom": (
        p("Union Proposal U-1 3/2/26 6:05 PM")
        + p(r("ARTICLE 31 – MACHINES", BOTH))
        + p(r("31.1 The District shall not evaluate any member of the unit by machine.", UNDER))
        + p(r("31.2 A committee of six shall meet in each quarter of the year.", UNDER)),
        "union", ("31",),
        ["ARTICLE 31 – MACHINES", "31.1 The District shall not evaluate any member of the unit by machine.",
         "31.2 A committee of six shall meet in each quarter of the year."],
        [""],
    ),
    "a section struck with its heading, the next renumbered": (
        p("District Counterproposal No. 2 to LEA")
        + p("ARTICLE 8")
        + p(r("8.4 Aides", BOLD + STRUCK))
        + p(r("Aides are provided in each grade.", STRUCK))
        + p(r("8.5", STRUCK), " ", r("8.4", UNDER), r(" Supplies", BOLD))
        + p("The District pays for supplies."),
        "employer", ("8",),
        ["ARTICLE 8", "8.4 Supplies", "The District pays for supplies."],
        ["ARTICLE 8", "8.4 Aides", "Aides are provided in each grade.", "8.5 Supplies",
         "The District pays for supplies."],
    ),
    "the District's edits in highlight": (
        p("Sacramento City Teachers Association")
        + p("Counterproposal from SCUSD")
        + p("November 6, 2023")
        + p("With District edits in highlight")
        + p("ARTICLE 8 TRANSFERS")
        + p("8.1 The ", r("Employee", STRUCK), " ", r("unit member", YELLOW), " may apply."),
        "employer", ("8",),
        ["ARTICLE 8 TRANSFERS", "8.1 The unit member may apply."],
        ["ARTICLE 8 TRANSFERS", "8.1 The Employee may apply."],
    ),
    "a tentative agreement with a third layer": (
        p("Tentative Agreement") + p("Between") + p("Oakland Education Association (“OEA”)") + p("And")
        + p("Oakland Unified School District (“OUSD,” or “District”)") + p("March 1, 2019")
        + p("Article 1 - AGREEMENT")
        + p("1.1 It begins ", r("2016", STRUCK), r("2020", BOTH), ", for ", r("two (2)", BOTH + STRUCK), " ",
            r("three (3)", BOTH), " years."),
        "", ("1",),
        ["Article 1 - AGREEMENT", "1.1 It begins 2020, for three (3) years."],
        ["Article 1 - AGREEMENT", "1.1 It begins 2016, for years."],
    ),
    "lettered items whose letter is not struck": (
        p("LEA Counter #2 (5/12/2025 at 3:05pm)") + p("Article 9. Hours") + p("A. The day is seven hours.")
        + p("B. ", r("The day ends at 3:30 p.m. on Fridays.", STRUCK))
        + p(r("B. The day ends at 2:30 p.m. on Fridays, except before a holiday.", BOLD))
        + p("C. Lunch is ", r("thirty", STRUCK), r("forty", BOLD), " minutes."),
        "union", ("9",),
        ["Article 9. Hours", "A. The day is seven hours.",
         "B. The day ends at 2:30 p.m. on Fridays, except before a holiday.", "C. Lunch is forty minutes."],
        ["Article 9. Hours", "A. The day is seven hours.", "B. The day ends at 3:30 p.m. on Fridays.",
         "C. Lunch is thirty minutes."],
    ),
    "a schedule": (
        p("Employer Counter 3 4/9/26") + p("Appendix A")
        + table(row("Step", "BA"), row("1", p(r("$50,000", STRUCK), " ", r("$51,500", UNDER))),
                row("2", p(r("$52,000", STRUCK), r("$53,560", UNDER)))),
        "employer", (),
        ["Appendix A", "Step\tBA", "1\t$51,500", "2\t$53,560"],
        ["Appendix A", "Step\tBA", "1\t$50,000", "2\t$52,000"],
    ),
    "a key at the end": (
        p("County Counter") + p("3.1 Staff ", r("must", RED), " ", r("may", BLUE), " attend.")
        + p("* Red text is deleted; blue text is added."),
        "employer", ("3",), ["3.1 Staff may attend."], ["3.1 Staff must attend."],
    ),
    "a package with bold headings and green rates": (
        p("Package Proposal from the City of Salem to Firefighters Local 314") + p("March 9, 2026")
        + p("Articles 3, 9 and 14") + p(r("Article 3 – Wages", BOLD))
        + p("Wages rise by ", r("2%", STRUCK), " ", r("3%", GREEN + BOLD), " each July.")
        + p(r("Article 9 – Insurance", BOLD)) + p("Current contract language."),
        "employer", ("3", "9", "14"),
        ["Article 3 – Wages", "Wages rise by 3% each July.", "Article 9 – Insurance", "Current contract language."],
        ["Article 3 – Wages", "Wages rise by 2% each July.", "Article 9 – Insurance", "Current contract language."],
    ),
    "the union's insertions, bold and underlined, all struck again": (
        p("Union Proposal #2 March 1, 2026 3:00 PM") + p("District Counter #2 March 2, 2026 9:15 AM")
        + p("ARTICLE 7 HOURS")
        + p("Key: ", r("Union new", BOTH), "; ", r("District new", BOLD + RED), "; ", r("old words", STRUCK))
        + p("7.1 The day is ", r("seven", STRUCK), " ", r("six", BOTH + STRUCK), " ", r("eight", BOLD + RED), " hours"),
        "employer", ("7",),
        ["ARTICLE 7 HOURS", "7.1 The day is eight hours"],
        ["ARTICLE 7 HOURS", "7.1 The day is seven hours"],
    ),
    "an assent that is no insertion": (
        p("Board Proposal 5/1") + p("6.1 Leave is ", r("paid", STRUCK), " ", r("unpaid", BOLD), ".")
        + p(r("[OK]", RED), " 6.2 stays as it is."),
        "employer", ("6",),
        ["6.1 Leave is unpaid.", "6.2 stays as it is."],
        ["6.1 Leave is paid.", "6.2 stays as it is."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAPERS)
def test_an_invented_paper(name: str) -> None:
    body, party, articles, accepted, rejected = PAPERS[name]
    paper = read_marked(read_seen_docx(word(body), "paper.docx"))
    assert paper.accepted_text.split("\n") == accepted
    assert paper.rejected_text.split("\n") == rejected
    assert (paper.party, paper.articles) == (party, articles)
