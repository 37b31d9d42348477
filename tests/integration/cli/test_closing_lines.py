"""A new article comes before the lines that the contract is signed on, in every kind of file; the proof is clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from tablebook.documents.read import read_contract
from tablebook.documents.reading import Reading
from tests.integration.cli.conftest import Cli, Writer
from tests.integration.cli.leaves import CONTRACT, agreed, leaves_book

SIGNED = """IN WITNESS WHEREOF the parties have signed this Agreement on the 14th day of June, 2023.

For the Board: ____________________ Maria Ostrander, President

For the Association: ____________________ Daniel Whitfield, President
"""
SCHEDULE = "APPENDIX A - EXTRA DUTY PAY\n\nFootball $5,000\n\nTrack $3,000\n"


def own_word_file(cli: Cli, folder: Path) -> Path:
    """A book whose contract is a Word file that ends in lines to sign and an appendix."""
    text = leaves_book(cli, folder, contract=f"{CONTRACT}\n{SIGNED}\n{SCHEDULE}")
    assert cli("assemble", text, "-o", folder / "contract.docx").code == 0
    book = folder / "word.tablebook"
    names = ("--union", "Maple Valley Education Association", "--employer", "Maple Valley School District")
    assert cli("new", book, "--contract", folder / "contract.docx", *names, "--we", "union").code == 0
    return book


def words_of(read: Reading) -> str:
    heads = ((article.title, *(block.printed for block in article.blocks)) for article in read.articles)
    return " ".join(" ".join(one) for one in heads)


@pytest.mark.parametrize("own", [False, True], ids=["text", "own Word file"])
def test_new_articles_stand_above_the_lines_to_sign(cli: Cli, paper: Writer, tmp_path: Path, own: bool) -> None:
    contract = f"{CONTRACT}\n{SIGNED}\n{SCHEDULE}"
    book = own_word_file(cli, tmp_path) if own else leaves_book(cli, tmp_path, contract=contract)
    agreed(cli, book, "New: Uniforms", paper("Two (2) uniforms are issued to each nurse every year.", "one.txt"))
    agreed(cli, book, "New: Recess", paper("Each school has a recess of thirty minutes every day.", "two.txt"))
    for ending in ("txt", "docx", "pdf"):
        final = tmp_path / f"final.{ending}"
        assert cli("assemble", book, "-o", final).code == 0
        words = words_of(read_contract(final))
        told = ["suffers no loss of pay", "uniforms are issued", "recess of thirty", "WITNESS", "Whitfield", "Football"]
        assert sorted(told, key=words.index) == told, ending
        assert cli("proof", book, final).code == 0


@pytest.mark.parametrize("ending", ["txt", "md", "docx", "pdf"])
def test_an_appendix_keeps_the_word_that_the_contract_calls_it(
    cli: Cli, paper: Writer, tmp_path: Path, ending: str
) -> None:
    schedule = SCHEDULE.replace("APPENDIX A", "SCHEDULE A")
    book = leaves_book(cli, tmp_path, contract=f"{CONTRACT}\n{schedule}")
    agreed(cli, book, "Schedule A", paper(schedule.replace("5,000", "5,400"), "new.txt"))
    final = tmp_path / f"final.{ending}"
    assert cli("assemble", book, "-o", final).code == 0
    (appendix,) = [one for one in read_contract(final).articles if one.number == "A"]
    assert (appendix.called, appendix.name) == ("Schedule", "Schedule A")
    said = cli("proof", book, final)
    assert (said.code, said.out) == (0, "")
