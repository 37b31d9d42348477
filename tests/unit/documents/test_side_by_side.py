"""Papers that set the current language in one column and the proposed in another."""

from __future__ import annotations

import pytest

from tablebook.documents.marked.meaning import read_marked
from tablebook.documents.word.marks import read_seen_docx
from tests.unit.documents.word import STRUCK, UNDER, p, r, row, table, word

HEAD = p("Guild Proposal of 10/2/2025") + p("Article 5 Class Size")
OLD = ("5.1 Grade one has at most 24 students.", "5.2 The Board meets yearly.", "5.3 Music is not counted.")


@pytest.mark.parametrize(
    "heads",
    [
        ("Current Contract Language", "Proposed Language"),
        ("CURRENT", "NEW"),
        ("Existing language", "Union Proposal"),
        ("Current Contract Language", "Agreed Language"),
        ("Current", "Tentative Agreement"),
        ("Current", "Proposed / TA"),
    ],
)
def test_each_text_is_read_from_its_column(heads: tuple[str, str]) -> None:
    new = p("5.1 Grade one has at most ", r("24", STRUCK), r("22", UNDER), " students.")
    body = table(row(*heads), row(OLD[0], new), row(OLD[1], "No change"), row(OLD[2], ""))
    paper = read_marked(read_seen_docx(word(HEAD + body), "paper.docx"))
    assert paper.rejected_text.split("\n")[1:] == list(OLD)
    assert paper.accepted_text.split("\n")[1:] == ["5.1 Grade one has at most 22 students.", OLD[1]]
    assert paper.marked
    assert [one.code for one in paper.warnings] == ["side-by-side"]


def test_a_number_in_a_column_of_its_own_leads_its_row() -> None:
    body = table(row("Section", "Current", "Proposed"), row("5.1", "Two days.", "Three days."))
    paper = read_marked(read_seen_docx(word(HEAD + body), "paper.docx"))
    assert paper.accepted_text.endswith("5.1 Three days.")
    assert paper.rejected_text.endswith("5.1 Two days.")


@pytest.mark.parametrize(
    "heads", [("Step", "BA"), ("Proposed", "Current"), ("Current year", "New hires"), ("New", "New")]
)
def test_another_table_stays_a_table(heads: tuple[str, str]) -> None:
    paper = read_marked(read_seen_docx(word(HEAD + table(row(*heads), row("1", "$44,100"))), "paper.docx"))
    assert paper.accepted_text.endswith("\t".join(heads) + "\n1\t$44,100")
