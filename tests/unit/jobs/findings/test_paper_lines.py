"""A paper's own lines are no contract language, each is told, and what the contract has stays."""

from __future__ import annotations

import time

import pytest

from tablebook.domain.text import heading, paragraph, same_words
from tablebook.jobs.findings.remarks import without_remarks

SECTION = heading("Sick Leave", "4.1", section="4.1", level=2)
LEAVE = paragraph("Each teacher earns twelve (12) days a year.")
FEET = [
    "Rationale: Teachers came to work sick.",
    "Association rationale: sick teachers should rest.",
    "Explanation: The neighbouring districts give twelve days.",
    "Reason: cost",
    "Comment: see costing",
    "Background: In 2020 the parties agreed to ten days.",
    "Costing: 0.4% of salary",
    "Dated: March 4, 2026",
    "Dated this 4th day of March, 2026.",
    "Signed this 4th day of March 2026",
    "Tentatively agreed to this 4th day of March, 2026:",
    "Tentatively agreed: ML JS Date: 3/4/26",
    "TA: March 4, 2026 Union: ML",
    "MVEA ____ MVSD ____",
    "Union: ML Date: 3/4/26",
    "Initials: ML / JS",
    "For MVEA: Maria Lopez",
    "AGREED TO BY THE PARTIES ON MARCH 4, 2026",
    "Submitted by the Association on March 4, 2026",
    "cc: John Smith",
    "Page 1 of 1",
    "- 2 -",
    "End of proposal",
    "### END ###",
    "MVEA Proposal #3 – Article 4 – 3/4/26 7:15 PM",
    "[Sections 4.2 through 4.5 omitted]",
    "[remaining sections omitted]",
    "This tentative agreement is subject to ratification by the members and approval by the Board.",
    "This proposal is contingent on agreement on Article 5.",
    "* New language is in bold",
    "WITHOUT PREJUDICE",
    "TA'd 3/4/26 JS (MVEA) RM (Board)",
    "TA 2/12/26 __JK__ __LM__",
    "District Initials: RB",
    "(New article to be placed after Article 4)",
]


@pytest.mark.parametrize("line", FEET)
def test_the_paper_s_own_line_is_told_and_no_text(line: str) -> None:
    found = without_remarks([SECTION, LEAVE, paragraph(line)], "")
    assert found.blocks == (SECTION, LEAVE)
    assert found.remarks == (line,)


@pytest.mark.parametrize("line", FEET)
def test_what_the_contract_says_itself_stays(line: str) -> None:
    found = without_remarks([SECTION, LEAVE, paragraph(line)], same_words(line))
    assert found.blocks[-1].text == line
    assert not found.remarks


@pytest.mark.parametrize(
    "line",
    [
        "Dated receipts are handed in by June 1, 2027.",
        "Signed forms are due March 1, 2027.",
        "Reasons: The District shall give its reasons in writing.",
        "Agreed days are paid at the daily rate.",
        "This Agreement is subject to ratification by the members.",
        "Approved leave ends on June 30, 2027.",
        "Background checks are paid by the District.",
        "The cost of courses is paid by the District.",
        "Page 3 of the handbook is kept current.",
        "Draft schedules are posted by May 1.",
    ],
)
def test_language_that_begins_like_one_stays(line: str) -> None:
    found = without_remarks([SECTION, LEAVE, paragraph(line)], "")
    assert (found.blocks[-1].text, found.remarks) == (line, ())


def test_a_date_of_the_contract_s_own_is_renewed_and_kept() -> None:
    dated = paragraph("Dated this 4th day of March, 2026.")
    assert without_remarks([SECTION, dated], "Dated this 1st day of June, 2023.").blocks == (SECTION, dated)


def test_the_foot_is_all_that_stands_below_its_first_line() -> None:
    foot = ["Tentatively agreed to this 4th day of March, 2026:", "Maria Lopez", "President, MVEA", "John Smith"]
    found = without_remarks([SECTION, LEAVE, *map(paragraph, foot)], "")
    assert (found.blocks, found.remarks) == ((SECTION, LEAVE), tuple(foot))


def test_a_date_above_language_ends_nothing() -> None:
    more = paragraph("Unused days are carried over without limit.")
    dated = paragraph("Dated: March 4, 2026")
    assert without_remarks([SECTION, dated, more], "").blocks == (SECTION, dated, more)


def test_a_rationale_between_sections_takes_its_own_paragraph_alone() -> None:
    more = paragraph("Unused days are carried over without limit.")
    other = heading("Personal Leave", "4.2", section="4.2", level=2)
    note = [paragraph("Rationale:"), paragraph("Teachers came to work sick.")]
    found = without_remarks([SECTION, LEAVE, *note, more, other], "")
    assert found.blocks == (SECTION, LEAVE, more, other)
    assert found.remarks == ("Rationale:", "Teachers came to work sick.")


def test_the_current_version_above_the_proposed_one_is_no_text() -> None:
    old = paragraph("Each teacher earns ten (10) days a year.")
    shown = [paragraph("Current language:"), SECTION, old, paragraph("Proposed language:"), SECTION, LEAVE]
    found = without_remarks(shown, "Sick Leave\nEach teacher earns ten (10) days a year.")
    assert found.blocks == (SECTION, LEAVE)
    assert old.text in found.remarks


def test_the_footer_of_a_copied_contract_is_no_text() -> None:
    footers = [paragraph(f"2025 – 2027 IAFF-KFFA {page} Collective Bargaining Agreement") for page in (3, 4)]
    found = without_remarks([SECTION, footers[0], LEAVE, footers[1]], "")
    assert found.blocks == (SECTION, LEAVE)
    assert len(found.remarks) == 2


def test_the_footer_inside_a_paragraph_comes_off() -> None:
    text = "Leave is 2025 – 2027 IAFF-KFFA 20 Collective Bargaining Agreement granted for study."
    found = without_remarks([paragraph(text)], "")
    assert [block.text for block in found.blocks] == ["Leave is granted for study."]
    assert found.remarks == ("2025 – 2027 IAFF-KFFA 20 Collective Bargaining Agreement",)


def test_the_term_of_an_agreement_stays_in_a_sentence() -> None:
    text = paragraph("The 2025-2027 Collective Bargaining Agreement ends on June 30, 2027.")
    assert without_remarks([text], "").blocks == (text,)


def test_a_page_number_between_dashes_is_no_point_of_a_list() -> None:
    assert without_remarks([SECTION, LEAVE, paragraph("2 -", "-")], "").blocks == (SECTION, LEAVE)


def test_a_form_in_an_appendix_is_text() -> None:
    form = [heading("GRIEVANCE FORM", "APPENDIX B"), paragraph("Name: ________"), paragraph("School: ________")]
    assert without_remarks(form, "", gaps_stay=True).blocks == tuple(form)


@pytest.mark.parametrize("line", ["Initials: " + "Union initials JK, " * 9, "TA'd 3/4/26 " + "initials: JK, " * 13])
def test_a_line_of_many_initials_that_ends_in_words_is_read_at_once(line: str) -> None:
    began = time.perf_counter()
    without_remarks([paragraph("Text."), paragraph(f"{line}#")], "")
    assert time.perf_counter() - began < 0.5
