"""``tablebook pass``: what is the paper's own is told and not recorded, and a form is not taken for lines to sign."""

from __future__ import annotations

from pathlib import Path

import pytest

from tablebook.domain.successor import assemble
from tests.integration.cli.conftest import Books, Cli, Writer, negotiation, passed
from tests.unit.domain.table_talk import as_passed

FORM = "Name: ______________\n\nSchool: ______________\n\nStatement of the grievance:\n\n__________________"


def printed(book: Path, key: str) -> str:
    """A unit of the successor agreement."""
    article = assemble(negotiation(book)).by_key[key].article
    return "\n\n".join(block.printed for block in article.blocks) if article else ""


def test_an_agreed_form_is_in_the_agreement(lakeview: Path, cli: Cli, paper: Writer) -> None:
    file = paper(f"APPENDIX Q - GRIEVANCE FORM\n\n{FORM}\n\nFor the Union: ________  Date: ______\n")
    said = cli("pass", lakeview, "--article", "Appendix Q", "--from", "union", "--file", file, "--label", "U-1")
    assert "Not taken into the text: “For the Union: ________ Date: ______”." in said.err
    assert cli("agree", lakeview, "--article", "Appendix Q", "--label", "U-1").code == 0
    assert printed(lakeview, "Appendix Q") == FORM


def test_a_new_unit_without_text_is_refused(lakeview: Path, cli: Cli, paper: Writer) -> None:
    said = cli("pass", lakeview, "--article", "Appendix Q", "--from", "union", "--file", paper("APPENDIX Q - FORM\n"))
    assert said.code != 0
    assert "no text" in said.err
    assert "Appendix Q" not in negotiation(lakeview).items


@pytest.mark.parametrize("ending", [".txt", ".docx"])
def test_each_line_of_the_foot_is_told(ending: str, lakeview: Path, cli: Cli, paper: Writer) -> None:
    foot = ["Rationale: It costs little.", "Dated: March 4, 2026", "MVEA ____ MVSD ____", "Page 1 of 1"]
    lines = ["12.2 Relief", "An aide is hired for the class.", *foot]
    file = paper("\n\n".join(lines))
    if ending == ".docx":
        import docx

        made = docx.Document()
        for line in lines:
            made.add_paragraph(line)
        file = file.with_suffix(".docx")
        made.save(str(file))
    state, one = passed(cli, lakeview, "12", file)
    words = "\n".join(block.printed for block in as_passed(state, one))
    assert "An aide is hired for the class." in words
    assert not any(line in words for line in foot)
    said = cli("pass", lakeview, "--article", "12", "--from", "union", "--file", file).err
    assert all(line in said for line in foot[:3])  # the page's own number is off wherever pages are known


def test_the_words_that_lead_on_in_a_real_memorandum_stay(new_book: Books, cli: Cli, memo: Path) -> None:
    book = new_book("lane")
    assert cli("pass", book, "--article", "MOU PAA-25-02", "--from", "employer", "--file", memo).code == 0
    (one,) = negotiation(book).passes_on("MOU PAA-25-02")
    words = [block.printed for part in one.body.parts for block in part.blocks]
    assert "The parties agree:" in words
    assert words[-1] == "5. This agreement shall be effective following signatures of all parties."


@pytest.fixture
def memo() -> Path:
    """Lane County's memorandum PAA-25-02, as published."""
    return Path(__file__).parents[2] / "data" / "or-lane-paa" / "mou-paa-25-02.txt"
