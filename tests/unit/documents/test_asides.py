"""What stands on a paper and is no part of its text: remarks, notes to the reader, lines to sign, reserved rights."""

from __future__ import annotations

import pytest

from tablebook.documents.marked.meaning import read_marked
from tablebook.documents.marked.paper import ReadPaper
from tablebook.documents.word.marks import read_seen_docx
from tests.unit.documents.word import BOLD, RED, STRUCK, UNDER, ins, p, r, row, table, word

HEAD = p("Union Proposal 2, March 4, 2026")
CHANGE = p("15.2 Level One: within ", r("ten (10)", STRUCK), " ", r("fifteen (15)", UNDER), " days.")
ACCEPTED, REJECTED = "15.2 Level One: within fifteen (15) days.", "15.2 Level One: within ten (10) days."


def read(body: str) -> ReadPaper:
    return read_marked(read_seen_docx(word(body), "paper.docx"))


def whole(paper: ReadPaper) -> str:
    return "\n".join("".join(run.text for run in block.all_runs) for block in paper.blocks)


@pytest.mark.parametrize(
    "remark",
    ["[OK]", "(District okay)", "[TA 3/2/27]", "[UNION PROPOSAL – NOT AGREED]", "[Drafting note: see MOU 2023-4]"],
)
def test_a_remark_among_the_words_is_in_neither_reading(remark: str) -> None:
    body = p("15.2 Level One: within ", r("ten (10)", STRUCK), " ", r("fifteen (15)", UNDER), " days. ", r(remark, RED))
    paper = read(HEAD + body)
    assert (paper.accepted_text, paper.rejected_text) == (ACCEPTED, REJECTED)
    assert remark in whole(paper)
    assert any(one.code == "remarks-left-out" and remark in one.message for one in paper.warnings)


def test_a_tag_behind_a_heading_is_in_neither_reading() -> None:
    paper = read(HEAD + p(r("ARTICLE 15 Grievances", BOLD), r(" – TA 3/2/27", BOLD)) + CHANGE)
    assert paper.accepted_text == f"ARTICLE 15 Grievances\n{ACCEPTED}"


@pytest.mark.parametrize(
    "aside",
    [
        p("For the Union ____________________   For the District ____________________"),
        p("Date ______________"),
        p("HFT _____  HUSD _____"),
        p("TA’d _____ / _____   Date: ________"),
        p("For the District: /s/ Ann Cole    For the Association: /s/ Ben Ortiz"),
        p("NOTE TO BOARD: This language mirrors the MOU signed in 2024."),
        p("Rationale: members work at several sites."),
        p("This proposal is without prejudice to the position of either party."),
        p("The Union reserves the right to add to, modify, or withdraw this proposal at any time."),
        table(row("For the Union", "For the District"), row("____________", "____________")),
    ],
)
def test_what_stands_beside_the_text_is_in_neither_reading(aside: str) -> None:
    paper = read(HEAD + CHANGE + aside)
    assert (paper.accepted_text, paper.rejected_text) == (ACCEPTED, REJECTED)
    assert [one.code for one in paper.warnings] == ["remarks-left-out"]


def test_names_under_the_lines_at_the_end_are_no_text() -> None:
    names = "Ann Cole, Labor Relations", "Ben Ortiz, UESF"
    end = [p("For the District,"), p("For the Union,"), p("____________"), *map(p, names), p("Date: ________")]
    paper = read(HEAD + CHANGE + "".join(end))
    assert paper.accepted_text == ACCEPTED


def test_a_title_at_the_end_over_no_line_to_sign_is_text() -> None:
    paper = read(HEAD + CHANGE + p("Extended School Year"))
    assert paper.accepted_text == f"{ACCEPTED}\nExtended School Year"


@pytest.mark.parametrize(
    "language",
    [
        "[Reserved]",
        "Current contract language",
        "Note: Teachers on leave keep their place on the schedule.",
        "The Board reserves the right to add positions in any school.",
        "An offer of insurance is subject to change by the carrier.",
        "15.3 The Board reserves the right to withdraw any offer of employment.",
        "Each form reads: “I, ____________, ask for leave.”",
        "(The District agrees to pay.)",
        "Hours may be held open (pending funding from the state).",
        "Courses (approved by the District) count as hours.",
        "Either party reserves the right to withdraw any proposal before mediation.",
    ],
)
def test_what_may_be_language_stays(language: str) -> None:
    paper = read(HEAD + CHANGE + p(language))
    assert paper.accepted_text == f"{ACCEPTED}\n{language}"
    assert paper.warnings == ()


def test_a_tracked_file_keeps_all_that_word_keeps() -> None:
    paper = read(HEAD + p("15.2 Within ", ins("ten"), " days. [OK]") + p("For the Union: ______"))
    assert paper.accepted_text.split("\n")[1:] == ["15.2 Within ten days. [OK]", "For the Union: ______"]
    assert paper.accepted_text.startswith("Union Proposal 2, March 4, 2026\n")


def test_a_form_is_text_and_the_lines_that_sign_the_paper_are_not() -> None:
    form = "Name: ____________\nSchool: ____________\nSignature of the teacher: ____________"
    paper = read(HEAD + CHANGE + "".join(map(p, form.split("\n"))) + p("For the Union: ____________"))
    assert paper.accepted_text == f"{ACCEPTED}\n{form}"


def test_a_rationale_goes_with_the_paragraph_under_it() -> None:
    paper = read(HEAD + CHANGE + p("Rationale:") + p("Members work at several sites.") + p("15.3 Level Two: as now."))
    assert paper.accepted_text == f"{ACCEPTED}\n15.3 Level Two: as now."
    assert "Members work at several sites." in paper.warnings[0].message
