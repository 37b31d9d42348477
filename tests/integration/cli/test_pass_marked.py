"""``tablebook pass`` on marked papers: the clean reading is passed; what is not marked is said on standard error."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest

from tests.integration.cli.conftest import Books, Cli, last_pass, negotiation

MARK = re.compile(r"(\[-.*?-\]|\{\+.*?\+\})")


def marked_docx(path: Path, *lines: str) -> Path:
    """A Word file marked by hand: [-struck-], {+bold and underlined+}."""
    document = docx.Document()
    for line in lines:
        paragraph = document.add_paragraph()
        for piece in MARK.split(line):
            run = paragraph.add_run(piece.strip("[]{}").strip("+-") if MARK.fullmatch(piece) else piece)
            if piece.startswith("[-"):
                run.font.strike = True
            elif piece.startswith("{+"):
                run.bold = run.underline = True
    document.save(str(path))
    return path


def notes(err: str) -> list[str]:
    return [line.removeprefix("Note: ") for line in err.splitlines()]


def test_the_sample_s_counter_with_two_changes_it_does_not_mark(cli: Cli, tmp_path: Path, sample_folder: Path) -> None:
    book = tmp_path / "Lakeview.tablebook"
    assert cli("sample", "--to", book, "--until", "2027-03-09T14:30").code == 0
    paper = sample_folder / "papers" / "Class Size counter clean.docx"
    said = cli("pass", book, "--article", 12, "--from", "employer", "--file", paper, "--label", "E-3")
    assert said.code == 0
    assert "The paper changes 28 to 30 in 12.1c without marking it." in notes(said.err)
    assert "The paper changes “shall meet” to “may meet” in 12.2 without marking it." in notes(said.err)
    assert sum("without marking it" in note for note in notes(said.err)) == 2
    _, one = last_pass(book, "12")
    assert one.places == ("12.1", "12.2")
    words = " ".join(block.text for part in one.body.parts for block in part.blocks)
    assert "twenty-four (24)" in words
    assert "twenty-two (22)" not in words
    assert "TA 3/2/27" not in words
    kept = [entry.body.text for entry in list(negotiation(book).entries.values())[-4:-1]]
    assert kept[0].startswith("E-3, as received. Not marked on the paper. The paper changes 28 to 30 in 12.1c")


@pytest.mark.parametrize("party", ["union", "employer"])
def test_a_paper_of_either_party_against_the_contract(new_book: Books, cli: Cli, tmp_path: Path, party: str) -> None:
    book = new_book("lakeview")
    reporting = negotiation(book).items["12"].article.sections[-1]
    body = " ".join(block.text for block in reporting.blocks[1:])
    first, last = body.split()[0], body.split()[-1]
    text = body.replace(first, f"[-{first}-] {{+Each+}}", 1).removesuffix(f" {last}") + " promptly."
    paper = marked_docx(tmp_path / "paper.docx", "Article 12", f"{reporting.number} {reporting.title}", text)
    said = cli("pass", book, "--article", 12, "--from", party, "--file", paper)
    assert said.code == 0, said.err
    quiet = [note for note in notes(said.err) if "without marking it" in note]
    assert len(quiet) == 1
    assert "promptly" in quiet[0]
    assert f"in {reporting.number} without" in quiet[0]


def test_a_paper_without_marks_says_nothing_of_them(new_book: Books, cli: Cli, tmp_path: Path) -> None:
    book = new_book("lakeview")
    paper = marked_docx(tmp_path / "paper.docx", "12.5 Reporting", "The District shall report on Fridays.")
    said = cli("pass", book, "--article", 12, "--from", "employer", "--file", paper)
    assert said.code == 0
    assert "mark" not in said.err


def test_an_offer_in_concept_keeps_its_words_and_is_no_language(cli: Cli, new_book: Books, sample_folder: Path) -> None:
    book = new_book("lakeview")
    paper = sample_folder / "papers" / "Concept on pay 6 April.docx"
    said = cli("pass", book, "--article", "20.2", "--from", "employer", "--file", paper, "--kind", "concept")
    assert said.code == 0, said.err
    _, one = last_pass(book, "20")
    assert one.body.parts == ()
    assert "every cell of the schedule rises by three percent" in one.body.prose
