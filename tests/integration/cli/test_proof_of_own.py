"""``tablebook proof`` of an agreement as Tablebook assembled it: its own first lines are nobody's words."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.integration.cli.conftest import Cli, Writer
from tests.integration.cli.leaves import agreed, leaves_book

WORDS = "4.2 Personal Leave\n\nEach teacher has three (3) days of personal leave a year."


@pytest.mark.parametrize("contract", ["txt", "md"])
@pytest.mark.parametrize("ending", ["docx", "pdf", "txt", "md"])
def test_it_matches_and_the_missing_title_page_is_said(
    cli: Cli, paper: Writer, tmp_path: Path, contract: str, ending: str
) -> None:
    book, out = leaves_book(cli, tmp_path, contract), tmp_path / f"agreement.{ending}"
    agreed(cli, book, "4", paper(WORDS))
    assert cli("assemble", book, "-o", out).code == 0
    said = cli("proof", book, out)
    assert (said.code, said.out) == (0, ""), said.out
    told = "Above Article 1 are the lines of the assembled agreement, not what the contract's own file has."
    assert (told in said.err) is (ending in ("docx", "pdf"))


def test_a_sentence_that_somebody_puts_above_is_found(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book, out = leaves_book(cli, tmp_path), tmp_path / "agreement.docx"
    assert cli("assemble", book, "-o", out).code == 0
    document = docx.Document(str(out))
    document.paragraphs[2].insert_paragraph_before("This Agreement shall bind no successor of the District.")
    document.save(str(out))
    said = cli("proof", book, out)
    assert said.code == 1
    assert "bind no successor" in said.out


SMALL = """AGREEMENT

ARTICLE I - HOURS

Section 1. The work day is seven (7) hours, with lunch.

ARTICLE II - PAY

Section 1. Wages are paid on the last working day of each month.

ARTICLE III - TERM

Section 1. This Agreement lasts three years.
"""


def test_a_sheet_as_long_as_the_contract_is_a_sheet(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    """A small contract has fewer words than the sheet of one of its articles."""
    book = leaves_book(cli, tmp_path, contract=SMALL)
    agreed(cli, book, "I", paper("ARTICLE I\n\nSection 1. The work day is six (6) hours and a half, with lunch."))
    sheet = tmp_path / "sheet.pdf"
    assert cli("report", "ta-sheet", book, "--article", "I", "-o", sheet).code == 0
    said = cli("proof", book, sheet)
    assert said.code == 0, said.out
    assert "sheet.pdf is TA I on Article I, Section 1, word for word. Its code" in said.err


def test_a_final_contract_that_calls_itself_a_tentative_agreement_is_none(
    cli: Cli, paper: Writer, tmp_path: Path
) -> None:
    book = leaves_book(cli, tmp_path, contract=SMALL)
    agreed(cli, book, "I", paper("ARTICLE I\n\nSection 1. The work day is six (6) hours and a half, with lunch."))
    out = tmp_path / "final.txt"
    assert cli("assemble", book, "-o", out).code == 0
    words = out.read_text("utf-8").replace("last working day", "first working day")
    out.write_text(f"TENTATIVE AGREEMENT\n\n{words}", encoding="utf-8")
    said = cli("proof", book, out)
    assert said.code == 1
    assert "first" in said.out
    assert "Article II" in said.out


def test_words_of_a_new_article_are_told_of_its_own_ta(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    """What two TAs put in stands on end, behind the last section of the contract."""
    book = leaves_book(cli, tmp_path, contract=SMALL)
    agreed(cli, book, "III", paper("ARTICLE III\n\nSection 2. Either party may reopen Article II once.", "one.txt"))
    agreed(cli, book, "New: Open schools", paper("Section 1. All schools are open to every family.", "two.txt"))
    out = tmp_path / "final.txt"
    assert cli("assemble", book, "-o", out).code == 0
    words = out.read_text("utf-8").replace("open to every family", "open to each family").replace("once", "twice")
    out.write_text(words, encoding="utf-8")
    said = cli("proof", book, out).out
    assert "“each” where TA New: Open schools says “every”" in said
    assert "“twice” where TA III.2 says “once”" in said
