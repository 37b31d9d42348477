"""A Word contract whose sections are set in a heading style, title and short text in one paragraph."""

from __future__ import annotations

from pathlib import Path

import docx

from tests.integration.cli.conftest import Cli, Writer

ARTICLES = {
    "ARTICLE 1 - RECOGNITION": ("1.1 Unit. The Board recognizes the Union.", "1.2 Dues. They are sent monthly."),
    "ARTICLE 2 - RIGHTS": (
        "2.1 Powers. The Board keeps its lawful powers.",
        "2.2 No Waiver. A power not used is not waived.",
    ),
    "ARTICLE 3 - TERM": (
        "3.1 Years. This Agreement lasts for three years.",
        "3.2 Notice. It is given by the first of March.",
    ),
}


def test_their_titles_end_where_a_sentence_begins(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    file, book, final = tmp_path / "contract.docx", tmp_path / "b.tablebook", tmp_path / "final.docx"
    document = docx.Document()
    for head, sections in ARTICLES.items():
        document.add_heading(head, 1)
        for section in sections:
            document.add_heading(section, 2)
    document.save(str(file))
    found = cli("outline", file, "--json").json["articles"]
    assert [one["title"] for one in found[1]["sections"]] == ["Powers", "No Waiver"]
    names = ("--union", "The Union", "--employer", "The Board")
    assert cli("new", book, "--contract", file, *names, "--we", "union").code == 0
    text = paper("2.2 No Waiver. A power that is not used is never waived.")
    assert cli("pass", book, "--article", "2", "--from", "union", "--file", text, "--label", "U-1").code == 0
    assert cli("agree", book, "--article", "2", "--label", "U-1").code == 0
    said = cli("assemble", book, "-o", final, "--json")
    assert (said.code, said.json["own_document"]) == (0, True)
    printed = [one.text for one in docx.Document(str(final)).paragraphs]
    assert "2.2 No Waiver. A power that is not used is never waived." in printed
    assert cli("proof", book, final).code == 0
