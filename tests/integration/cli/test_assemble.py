"""``tablebook assemble`` on real contracts: each kind of file, read back; what must be settled, said aloud."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from tablebook.documents.read import read_contract, read_text
from tablebook.domain.successor import assemble
from tablebook.domain.text import same_words
from tests.integration.cli.conftest import Books, Cli, Writer, negotiation
from tests.unit.documents import test_successor_contents as contents
from tests.unit.documents import tracked_reading as tracked

AGREED = "Each employee shall have fifty (50) days of leave."


def signed(cli: Cli, book: Path, place: str, file: Path, label: str) -> None:
    """Pass a text and agree on it."""
    article = place.split(".")[0] if place[:1].isdigit() else place
    assert cli("pass", book, "--article", place, "--from", "union", "--file", file, "--label", label).code == 0
    said = cli("agree", book, "--article", article, "--label", label)
    assert said.code == 0, said.err


def text_of(path: Path) -> str:
    """All words of a file."""
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as pdf:
            return same_words(" ".join(page.get_textpage().get_text_range() for page in pdf))
    return same_words(path.read_text("utf-8") if path.suffix in (".md", ".txt") else read_text(path).text)


@pytest.mark.parametrize("name", ["stea", "kingsley", "lane", "lakeview"])
@pytest.mark.parametrize("ending", [".docx", ".pdf", ".md", ".txt"])
def test_every_kind_of_file_has_the_signed_words(
    name: str, ending: str, cli: Cli, new_book: Books, paper: Writer, tmp_path: Path
) -> None:
    book = new_book(name)
    state = negotiation(book)
    key = next(k for k, item in state.items.items() if len(item.article.sections) > 1)
    section = state.items[key].article.sections[1]
    number = section.number if section.number.startswith(f"{key}.") else f"{key}.{section.number}"
    signed(cli, book, number, paper(AGREED), "U-1")
    out = tmp_path / f"Agreement{ending}"
    said = cli("assemble", book, "-o", out, "--json")
    assert said.code == 0, said.err
    assert said.json["own_document"] is (name == "lakeview" and ending == ".docx")
    assert [one["article"] for one in said.json["units"] if one["agreements"]] == [key]
    words = text_of(out)
    assert words.count(AGREED) == 1
    successor = assemble(negotiation(book))
    for article in successor.contract.articles[:12]:
        for block in article.blocks:
            if ending != ".pdf" and not block.rows:  # on a page, long words and lines come apart
                assert same_words(block.text) in words


@pytest.mark.parametrize(("name", "ending"), [("stea", ".docx"), ("kingsley", ".docx"), ("lane", ".pdf")])
def test_an_agreement_that_is_set_anew_has_no_words_but_its_own(
    name: str, ending: str, cli: Cli, new_book: Books, tmp_path: Path
) -> None:
    book, out = new_book(name), tmp_path / f"Agreement{ending}"
    assert cli("assemble", book, "-o", out).code == 0
    said = cli("proof", book, out, "--json")
    assert (said.code, said.json["findings"]) == (0, [])


def test_the_sample_in_its_own_word_file_is_the_successor_word_by_word(cli: Cli, tmp_path: Path) -> None:
    book, clean, marked = tmp_path / "s.tablebook", tmp_path / "clean.docx", tmp_path / "marked.docx"
    assert cli("sample", "--to", book).code == 0
    assert cli("assemble", book, "-o", clean).code == 0
    assert cli("assemble", book, "-o", marked, "--tracked").code == 0
    wanted = assemble(negotiation(book)).contract
    for path in (clean, marked):
        found = read_contract(path).contract
        assert [[(b.label, b.text) for b in one.blocks] for one in found.articles] == [
            [(b.label, b.text) for b in one.blocks] for one in wanted.articles
        ]
    with zipfile.ZipFile(marked) as file:
        authors = set(re.findall('w:author="([^"]+)"', file.read("word/document.xml").decode()))
    assert authors >= {"TA 12", "TA 20", "TA Appendix B"}
    assert {label for one in authors for label in re.split(", | and ", one)} <= set(negotiation(book).agreements)
    source = Path(__file__).parents[3] / "resources" / "sample" / "contract.docx"
    assert tracked.read(marked.read_bytes(), accept=False).body == tracked.read(source.read_bytes(), accept=True).body
    assert tracked.read(clean.read_bytes(), accept=True).heads == tracked.read(source.read_bytes(), accept=True).heads


@pytest.mark.parametrize("ending", [".docx", ".pdf", ".md", ".txt"])
def test_a_clean_agreement_has_no_word_that_is_not_agreed(
    ending: str, cli: Cli, new_book: Books, paper: Writer, tmp_path: Path
) -> None:
    """It is what both sides sign: what no TA speaks of is said beneath the marked one alone."""
    book = new_book("stea")
    signed(cli, book, "4", paper(AGREED), "U-1")
    clean = tmp_path / f"clean{ending}"
    assert cli("assemble", book, "-o", clean).code == 0
    assert "No TA, current contract language" not in text_of(clean)
    said = cli("proof", book, clean)
    assert said.code == 0, said.out
    if ending in (".docx", ".pdf"):
        marked = tmp_path / f"marked{ending}"
        assert cli("assemble", book, "-o", marked, "--tracked").code == 0
        assert "No TA, current contract language" in text_of(marked)


def test_a_clash_is_said_and_stops_with_code_1(cli: Cli, lakeview: Path, paper: Writer, tmp_path: Path) -> None:
    signed(cli, lakeview, "7.1", paper("The day is eight (8) hours."), "U-1")
    signed(cli, lakeview, "7.1", paper("The day is nine (9) hours."), "U-2")
    said = cli("assemble", lakeview, "-o", tmp_path / "a.docx", "--json")
    assert said.code == 1
    assert said.json["clashes"] == [{"article": "7", "section": "7.1", "agreements": ["TA 7.1", "TA 7.1 (2)"]}]
    assert "say other words of Section 7.1 of Article 7" in said.err
    words = text_of(tmp_path / "a.docx")
    assert "eight (8) hours" not in words
    assert "nine (9) hours" not in words


def test_a_struck_section_keeps_the_printed_numbers_behind_it(
    cli: Cli, lakeview: Path, paper: Writer, tmp_path: Path
) -> None:
    """Word counts the sections of this contract, and would count 7.3 as 7.2."""
    signed(cli, lakeview, "7.2", paper("Deleted."), "U-1")
    said = cli("assemble", lakeview, "-o", tmp_path / "a.docx", "--json")
    assert said.json["typed_numbers"] == ["7"]
    assert "Article 7: its numbers are typed in" in said.err
    found = read_contract(tmp_path / "a.docx").contract
    assert [one.number for one in found.by_key["7"].sections] == ["7.1", "7.3", "7.4"]
    assert [one.number for one in found.by_key["8"].sections][:2] == ["8.1", "8.2"]


def test_without_a_ta_the_word_file_is_the_contract(cli: Cli, lakeview: Path, tmp_path: Path) -> None:
    assert cli("assemble", lakeview, "-o", tmp_path / "a.docx").code == 0
    source = Path(__file__).parents[3] / "resources" / "sample" / "contract.docx"
    assert tracked.read((tmp_path / "a.docx").read_bytes(), True) == tracked.read(source.read_bytes(), True)


def test_a_name_that_says_no_kind_of_file_is_refused(cli: Cli, lakeview: Path, tmp_path: Path) -> None:
    assert cli("assemble", lakeview, "-o", tmp_path / "a.rtf").is_refusal()
    assert not (tmp_path / "a.rtf").exists()


@pytest.mark.parametrize(("way", "made"), [("linked", True), ("typed", False)])
def test_what_became_of_the_table_of_contents_is_said(
    way: str, made: bool, cli: Cli, paper: Writer, tmp_path: Path
) -> None:
    source, book = tmp_path / "contract.docx", tmp_path / "Local.tablebook"
    source.write_bytes(contents.contract(way))
    sides = ("--union", "The Union", "--employer", "The Board", "--we", "union")
    assert cli("new", book, "--contract", source, *sides).code == 0
    signed(cli, book, "New: Recess and Play", paper("Each school has a recess of thirty minutes.\n"), "U-1")
    said = cli("assemble", book, "-o", tmp_path / "Agreement.docx", "--json")
    assert said.code == 0, said.err
    wanted = {"made_by_word": made, "changed": True, "left": False, "no_page": ["Article 7. Recess and Play"]}
    assert said.json["contents"] == wanted
    assert "In the table of contents “Article 7. Recess and Play” has no page number yet." in said.json["said"]
    how = "until Word renews them: answer Yes" if made else "correct them by hand"
    assert any(how in sentence for sentence in said.json["said"])


def test_a_note_left_in_a_signed_text_is_said(cli: Cli, lakeview: Path, paper: Writer, tmp_path: Path) -> None:
    signed(
        cli, lakeview, "12.2", paper("12.2 Relief\n\nAn aide is hired [NTD: check with payroll] for the class."), "U-1"
    )
    said = cli("assemble", lakeview, "-o", tmp_path / "Agreement.docx")
    assert said.code == 0
    assert "A note to the drafters was left in" in said.err
    assert "check with payroll" in said.err
