"""A PDF that sets the current language in one column and the proposed in another."""

from __future__ import annotations

from tablebook.documents.marked.meaning import read_marked
from tests.unit.documents.marked_pages import Sheet

OLD = ("12.1 Each class has at most", "twenty-eight students.", "", "12.2 The parties meet", "in October of each year.")
NEW = ("12.1 Each class has at most", "twenty-four students.", "", "No change", "")


def _paper(heads: tuple[str, str]) -> Sheet:
    sheet = Sheet()
    sheet.line(740, [("BFT Proposal #3, January 22, 2026", "")])
    sheet.line(724, [("ARTICLE 12 CLASS SIZE", "")])
    for x, lines in ((72, (heads[0], "", *OLD)), (320, (heads[1], "", *NEW))):
        for at, text in enumerate(lines):
            if text:
                sheet.line(690 - 14 * at, [(text, "")], x=x)
    sheet.line(560, [("The teachers keep a copy of this paper for as long as the parties bargain about it.", "")])
    return sheet


def test_each_text_is_read_from_its_column() -> None:
    paper = read_marked(_paper(("CURRENT LANGUAGE", "PROPOSED LANGUAGE")).read())
    last = "The teachers keep a copy of this paper for as long as the parties bargain about it."
    same = "12.2 The parties meet in October of each year."
    assert paper.rejected_text.split("\n")[-3:] == ["12.1 Each class has at most twenty-eight students.", same, last]
    assert paper.accepted_text.split("\n")[-3:] == ["12.1 Each class has at most twenty-four students.", same, last]
    assert [warning.code for warning in paper.warnings] == ["side-by-side"]


def test_columns_under_other_heads_are_no_such_table() -> None:
    paper = read_marked(_paper(("GRADES ONE AND TWO", "GRADES THREE AND FOUR")).read())
    assert "side-by-side" not in [warning.code for warning in paper.warnings]
