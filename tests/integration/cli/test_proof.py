"""``tablebook proof``: somebody's final contract, or a signed sheet, against the TAs of a book."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tablebook.domain.contract import Contract
from tablebook.domain.successor import assemble
from tablebook.jobs.open_book import open_book
from tests.integration.cli.conftest import Books, Cli, Writer
from tests.integration.proof.typists import TYPISTS
from tests.unit.documents.photos import photo
from tests.unit.reports.square import page_picture, read_square

PAPER = "12.1 Class size limits\n\nAt most twenty-one (21) students are in a kindergarten class at any time.\n"


@pytest.fixture
def agreed(lakeview: Path, cli: Cli, paper: Writer) -> Path:
    """A TA on Section 12.1, as passed with U-1."""
    assert cli("pass", lakeview, "--article", "12", "--from", "union", "--file", paper(PAPER)).code == 0
    assert cli("agree", lakeview, "--article", "12", "--label", "U-1").code == 0
    return lakeview


def _contract(book: Path, successor: bool) -> Contract:
    with open_book(book, read_only=True) as opened:
        state = opened.negotiation
        return assemble(state).contract if successor else state.contract


def _typed(book: Path, kind: str, folder: Path, successor: bool = True) -> Path:
    name, typist = TYPISTS[kind]
    return typist(_contract(book, successor), folder / name)


@pytest.mark.parametrize("kind", TYPISTS)
def test_the_successor_typed_again_matches(agreed: Path, cli: Cli, tmp_path: Path, kind: str) -> None:
    said = cli("proof", agreed, _typed(agreed, kind, tmp_path), "--json")
    assert said.code == 0
    assert (said.json["matches"], said.json["findings"]) == (True, [])
    assert {(one["article"], one["section"], one["agreement"], one["ta"]) for one in said.json["traces"]} == {
        ("12", "12.1", "U-1", "TA 12.1")
    }


def test_the_old_contract_lacks_the_ta(agreed: Path, cli: Cli, tmp_path: Path) -> None:
    final = _typed(agreed, "docx", tmp_path, successor=False)
    said = cli("proof", agreed, final, "--json")
    assert said.code == 1
    (found,) = said.json["findings"]
    assert (found["kind"], found["article"], found["agreement"]) == ("missing", "12", "U-1")
    plain = cli("proof", agreed, final)
    assert plain.code == 1
    assert plain.out.startswith("Missing, TA 12.1 is not in the text")
    assert "does not match: 1 missing change." in plain.err


def test_an_untraced_change_is_told_with_its_place(agreed: Path, cli: Cli, tmp_path: Path) -> None:
    final = _typed(agreed, "md", tmp_path)
    words = final.read_text(encoding="utf-8")
    assert words.count("twenty-one (21)") == 1
    final.write_text(words.replace("twenty-one (21)", "twenty-one (24)"), encoding="utf-8")
    said = cli("proof", agreed, final, "--json")
    assert said.code == 1
    (found,) = said.json["findings"]
    assert (found["kind"], found["article"], found["section"]) == ("altered", "12", "12.1")
    assert (found["old"], found["new"], found["agreement"]) == ("21", "24", "U-1")
    assert found["said"] == "Article 12.1 says “24” where TA 12.1 says “21”."


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
def test_a_sheet_is_known_as_its_ta(agreed: Path, cli: Cli, tmp_path: Path, ending: str) -> None:
    sheet = tmp_path / f"sheet{ending}"
    assert cli("report", "ta-sheet", agreed, "-o", sheet, "--article", "12").code == 0
    said = cli("proof", agreed, sheet, "--json")
    assert said.code == 0
    found = said.json["sheet"]
    code = found.pop("code")
    assert found == {
        "agreement": "U-1", "ta": "TA 12.1", "article": "12", "sections": ["12.1"], "same": True,
    }  # fmt: skip
    assert code["fits"]
    assert code["printed"] == code["recorded"]


def _code_of(cli: Cli, book: Path, folder: Path) -> str:
    """What a camera reads off the printed sheet."""
    sheet = folder / "printed.pdf"
    assert cli("report", "ta-sheet", book, "-o", sheet, "--article", "12").code == 0
    return read_square(page_picture(sheet.read_bytes()))


def test_the_square_code_alone_tells_the_ta(agreed: Path, cli: Cli, paper: Writer, tmp_path: Path) -> None:
    said = cli("proof", agreed, paper(_code_of(cli, agreed, tmp_path), "code.txt"))
    assert said.code == 0
    assert "code.txt has the code of a TA and no text to compare." in said.err
    assert "is that of TA 12.1 on record." in said.err


def test_the_code_of_another_text_is_told(agreed: Path, cli: Cli, paper: Writer, tmp_path: Path) -> None:
    code = _code_of(cli, agreed, tmp_path)
    label, digest = code.rsplit(" ", 1)
    other = paper(f"{label} {digest[::-1]}", "code.txt")
    said = cli("proof", agreed, other, "--json")
    assert said.code == 1
    assert (said.json["matches"], said.json["sheet"]["ta"], said.json["sheet"]["same"]) == (False, "TA 12.1", None)
    assert not said.json["sheet"]["code"]["fits"]
    assert "it was printed with another text." in cli("proof", agreed, other).err
    assert cli("proof", agreed, paper(f"tablebook ta TA 99 {digest}", "none.txt")).is_refusal()


def test_a_word_changed_under_the_same_code(agreed: Path, cli: Cli, paper: Writer, tmp_path: Path) -> None:
    words = f"TENTATIVE AGREEMENT\n\n{PAPER.replace('21', '22')}\n\n{_code_of(cli, agreed, tmp_path)}\n"
    said = cli("proof", agreed, paper(words, "sheet.txt"))
    assert said.code == 1
    assert "so its words were changed after it was printed." in said.err


def test_a_photo_is_refused_with_a_way_out(agreed: Path, cli: Cli, tmp_path: Path) -> None:
    photo = tmp_path / "signed.png"
    Image.new("L", (40, 40), 255).save(photo)
    said = cli("proof", agreed, photo)
    assert said.is_refusal()
    assert "is a picture, and the words in it cannot be read." in said.err
    assert "Read the square code on it with a phone" in said.err


def test_a_sheet_with_another_word(agreed: Path, cli: Cli, paper: Writer) -> None:
    said = cli("proof", agreed, paper("TENTATIVE AGREEMENT\n\n" + PAPER.replace("21", "22"), "sheet.txt"), "--json")
    assert said.code == 1
    assert said.json["sheet"]["ta"] == "TA 12.1"
    assert not said.json["sheet"]["same"]
    assert [(one["old"], one["new"]) for one in said.json["findings"]] == [("21", "22")]


def test_what_cannot_be_proved_is_refused(agreed: Path, cli: Cli, paper: Writer, tmp_path: Path) -> None:
    assert cli("proof", agreed, tmp_path / "none.docx").is_refusal()
    assert cli("proof", tmp_path / "none.tablebook", paper(PAPER)).is_refusal()
    assert cli("proof", agreed, paper("", "empty.txt")).is_refusal()
    letter = paper("The parties meet again on Monday at the district office to go on.", "letter.txt")
    assert cli("proof", agreed, letter).is_refusal()


def test_a_book_without_tas(new_book: Books, cli: Cli, contracts: dict[str, Path]) -> None:
    book = new_book("lane")
    assert cli("proof", book, contracts["lane"], "--json").json["matches"]


def test_a_photo_of_a_sheet_is_known_by_its_code(agreed: Path, cli: Cli, tmp_path: Path) -> None:
    sheet, taken = tmp_path / "printed.pdf", tmp_path / "signed.jpg"
    assert cli("report", "ta-sheet", agreed, "-o", sheet, "--article", "12").code == 0
    taken.write_bytes(photo(page_picture(sheet.read_bytes()), turned=12))
    said = cli("proof", agreed, taken)
    assert said.code == 0
    assert "is that of TA 12.1 on record." in said.err
    assert "The words on a picture cannot be read: they were not compared." in said.err
    kept = cli("settle", agreed, "--file", taken)
    assert kept.code == 0
    assert "signed.jpg is kept with TA 12.1. The code on this paper is that of U-1, Article 12" in kept.out
    blank = tmp_path / "blank.png"
    Image.new("L", (400, 400), 255).save(blank)
    assert cli("settle", agreed, "--file", blank).is_refusal()
