"""The footnotes of a Word contract, when a paper that has none types their paragraphs anew."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.integration.cli.conftest import Cli, Writer
from tests.unit.documents.word_files import note, notes, p, word_file

PAID = ("Each teacher on unpaid leave keeps the health plan", " for the rest of that school year at no cost.")
LAW = "As the federal leave act of 1993 provides."


def noted_book(cli: Cli, folder: Path) -> Path:
    """A book whose contract is a Word file with a footnote inside Section 1.1."""
    head = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>ARTICLE {}</w:t></w:r></w:p>'
    body = head.format("1 - LEAVE") + p("1.1 Unpaid Leave. ", PAID[0], note("footnote", 1), PAID[1])
    body += head.format("2 - HOURS") + p("2.1 Week. Thirty-seven hours a week are the full load of a teacher.")
    file, book = folder / "contract.docx", folder / "book.tablebook"
    file.write_bytes(word_file(body, footnotes=notes("footnote", LAW)))
    names = ("--union", "Maple Valley Education Association", "--employer", "Maple Valley School District")
    assert cli("new", book, "--contract", file, *names, "--we", "union").code == 0
    return book


@pytest.mark.parametrize(
    ("old", "new", "stays"),
    [
        ("at no cost", "at half the cost", True),
        ("Each teacher", "Every teacher and nurse", True),
        ("the health plan", "the dental plan", False),
    ],
)
def test_a_footnote_stays_where_the_words_around_it_do(
    cli: Cli, paper: Writer, tmp_path: Path, old: str, new: str, stays: bool
) -> None:
    book = noted_book(cli, tmp_path)
    shown = "".join(PAID).replace(old, new)
    said = cli("pass", book, "--article", "1", "--from", "union", "--file",
               paper(f"ARTICLE 1 - LEAVE\n\n1.1 Unpaid Leave. {shown}\n"), "--label", "U-1")  # fmt: skip
    assert said.code == 0, said.err
    assert cli("agree", book, "--article", "1", "--label", "U-1").code == 0
    assert (f"Section 1.1 keeps the contract's footnote “{LAW}”." in said.err) is stays
    lines = cli("ready", book, "--json").json["lines"]
    lost = [one["sentence"] for one in lines if one["check"] == "not-shown" and not one["settled"]]
    assert [LAW[:20] in one for one in lost] == ([] if stays else [True])
    final = tmp_path / "final.docx"
    assert cli("assemble", book, "-o", final).code == 0
    body = zipfile.ZipFile(final).read("word/document.xml").decode()
    assert ("footnoteReference" in body) is stays
    assert new in body
    assert cli("proof", book, final).code == 0
