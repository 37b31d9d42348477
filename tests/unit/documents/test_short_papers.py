"""Short papers, as most are: few lines, far apart, with little to measure."""

from __future__ import annotations

from tablebook.documents.marked.meaning import read_marked
from tablebook.documents.words import Word
from tests.unit.documents.marked_pages import Sheet


def _lines(sheet: Sheet, y: float, step: float, *lines: str) -> float:
    for text in lines:
        sheet.line(y, [(text, "")])
        y -= step
    return y


def test_paragraphs_of_a_line_each_are_not_one() -> None:
    """Where all lines stand equally far apart, that is the distance of the paragraphs, not of a text set wide."""
    sheet = Sheet()
    _lines(
        sheet, 700, 22, "MEMORANDUM OF UNDERSTANDING",
        "between Lincoln School District and Lincoln Teachers Association",
        "Association Proposal 2 – 5/19/2025", "The parties agree as follows for the school year:",
        "1. Teachers at Oak Street School are paid a stipend for the move.", "2. This memorandum sets no precedent.",
    )  # fmt: skip
    paper = read_marked(sheet.read())
    assert [line.text for line in paper.header][1:] == [
        "between Lincoln School District and Lincoln Teachers Association",
        "Association Proposal 2 – 5/19/2025",
    ]
    assert paper.party == "union"
    assert paper.accepted_text.split("\n")[0] == "The parties agree as follows for the school year:"


def test_a_text_set_wide_goes_on_over_its_lines() -> None:
    sheet = Sheet()
    _lines(
        sheet, 700, 26, "7.1 The District shall give each teacher written notice of the assignment before",
        "the first day of June and shall meet with the Association when either one asks",
        "for it in writing within ten days of the notice that the teacher was given.",
    )  # fmt: skip
    assert read_marked(sheet.read()).accepted_text.count("\n") == 0


def test_slanted_words_over_a_narrow_blank_are_two() -> None:
    first = Word("three", 10, 30, 0, 14, True, True, 14, 7, at=0)
    blank, none = (
        Word("years", 31.5, 60, 0, 14, True, True, 14, 7, at=6),
        Word("s", 31.5, 36, 0, 14, True, True, 14, 7, 5),
    )
    assert blank.parted_from(first, 14)
    assert not none.parted_from(first, 14)
