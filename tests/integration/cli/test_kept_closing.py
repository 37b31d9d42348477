"""The lines that the contract is signed on, where the last section of the contract is amended, renewed or joined by
another: they stay, once and last, and the TA's sheet has no lines to sign but its own."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from tablebook.documents.read import read_contract
from tests.integration.cli.conftest import Cli, Writer, negotiation
from tests.integration.cli.leaves import CONTRACT, agreed, confirm, leaves_book

CLOSE = "IN WITNESS WHEREOF the parties have signed this Agreement on the 14th day of June, 2023."
SIDES = "For the Board: ____________________ Maria Ostrander, President"
TERM = """ARTICLE 5 - DURATION

5.1 Term

This Agreement is in effect from July 1, 2023 to June 30, 2026.

"""
NEW_TERM = "5.1 Term\n\nThis Agreement is in effect from July 1, 2026 to June 30, 2029."
REOPENER = "5.2 Reopener\n\nEither party may reopen Article 4 once by written notice before March 1."
PAPERS = {
    "the section": f"ARTICLE 5 - DURATION\n\n{NEW_TERM}",
    "a new one behind it": f"ARTICLE 5 - DURATION\n\n{REOPENER}",
    "both": f"ARTICLE 5 - DURATION\n\n{NEW_TERM}\n\n{REOPENER}",
    "signed below": f"ARTICLE 5 - DURATION\n\n{NEW_TERM}\n\n{SIDES}",
    "closed below": f"ARTICLE 5 - DURATION\n\n{NEW_TERM}\n\n{CLOSE}",
    "marked": "ARTICLE 5 - DURATION\n\n**5.1 Term**\n\nThis Agreement is in effect from July 1, ~~2023~~ **2026** to "
    "June 30, ~~2026~~ **2029**.",
    "amended to read": "Section 5.1 is amended to read:\n\nThis Agreement is in effect from July 1, 2026 to June 30, "
    "2029.",
}


def lines_of(file: Path) -> list[str]:
    articles = read_contract(file).articles
    return [" ".join(block.printed.split()) for article in articles for block in article.blocks]


@pytest.mark.parametrize("case", PAPERS)
def test_they_stay_once_and_last(cli: Cli, paper: Writer, tmp_path: Path, case: str) -> None:
    book = leaves_book(cli, tmp_path, contract=f"{CONTRACT}\n{TERM}{CLOSE}\n\n{SIDES}\n")
    agreed(cli, book, "5", paper(PAPERS[case], "paper.md" if case == "marked" else "paper.txt"))
    if case == "amended to read":
        assert confirm(cli, book) == 0
    for ending in ("txt", "docx", "pdf"):
        final = tmp_path / f"final.{ending}"
        assert cli("assemble", book, "-o", final).code == 0
        lines = lines_of(final)
        assert lines[-2:] == [CLOSE, SIDES], ending
        assert sum("WITNESS" in line for line in lines) == 1
        assert ("June 30, 2029" in " ".join(lines)) is (case != "a new one behind it")
        assert ("reopen Article 4" in " ".join(lines)) is (case in ("both", "a new one behind it"))
        assert cli("proof", book, final).code == 0
    ready = cli("ready", book)
    assert "without" not in ready.out
    assert "tells of the last contract" in ready.out  # it was signed in 2023


def test_a_paper_with_another_day_of_signing_keeps_the_lines_below_it(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=f"{CONTRACT}\n{TERM}{CLOSE}\n\n{SIDES}\n")
    own = CLOSE.replace("14th day of June, 2023", "3rd day of May, 2026")
    agreed(cli, book, "5", paper(f"ARTICLE 5 - DURATION\n\n{NEW_TERM}\n\n{own}"))
    final = tmp_path / "final.txt"
    cli("assemble", book, "-o", final)
    assert lines_of(final)[-2:] == [own, SIDES]
    assert CLOSE not in lines_of(final)


def test_a_last_section_that_is_struck_leaves_them(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=f"{CONTRACT}\n{CLOSE}\n\n{SIDES}\n")
    agreed(cli, book, "4", paper("ARTICLE 4 - LEAVES\n\nSection 4.5 is deleted."))
    final = tmp_path / "final.docx"
    cli("assemble", book, "-o", final)
    assert lines_of(final)[-2:] == [CLOSE, SIDES]
    assert "jury" not in " ".join(lines_of(final))
    assert cli("proof", book, final).code == 0


def test_a_schedule_that_ends_the_contract_keeps_them(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    schedule = "APPENDIX A - EXTRA DUTY PAY\n\nFootball $5,000\n\nTrack $3,000\n"
    book = leaves_book(cli, tmp_path, contract=f"{CONTRACT}\n{schedule}\n{CLOSE}\n\n{SIDES}\n")
    new = schedule.replace("5,000", "5,400").replace("3,000", "3,250")
    agreed(cli, book, "Appendix A", paper(new))
    final = tmp_path / "final.txt"
    cli("assemble", book, "-o", final)
    assert lines_of(final)[-4:] == ["Football $5,400", "Track $3,250", CLOSE, SIDES]


def test_the_sheet_has_no_lines_to_sign_but_its_own(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=f"{CONTRACT}\n{TERM}{CLOSE}\n\n{SIDES}\n")
    agreed(cli, book, "5", paper(PAPERS["the section"]))
    (agreement,) = negotiation(book).agreements.values()
    sheet = tmp_path / "sheet.pdf"
    assert cli("report", "ta-sheet", book, "--label", agreement.body.label, "--article", "5", "-o", sheet).code == 0
    with pypdfium2.PdfDocument(str(sheet)) as pdf:
        printed = " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())
    assert "June 30, 2029" in printed
    assert "WITNESS" not in printed
    assert "Ostrander" not in printed
    assert "word for word" in cli("proof", book, sheet).err


@pytest.mark.parametrize("ending", ["txt", "docx"])
def test_a_last_article_that_is_struck_leaves_them(cli: Cli, paper: Writer, tmp_path: Path, ending: str) -> None:
    book = leaves_book(cli, tmp_path, contract=f"{CONTRACT}\n{TERM}{CLOSE}\n\n{SIDES}\n")
    agreed(cli, book, "5", paper("Article 5 is deleted in its entirety.", "gone.txt"))
    agreed(cli, book, "New: Recess", paper("Each school has a recess every day.", "new.txt"))
    final = tmp_path / f"final.{ending}"
    assert cli("assemble", book, "-o", final).code == 0
    words = " ".join(lines_of(final))
    assert "is in effect from" not in words
    assert lines_of(final)[-3:] == ["Each school has a recess every day.", CLOSE, SIDES]
    assert cli("proof", book, final).code == 0


LISTED = "5.2 Committee\n\nMembers of the joint committee come from:\n\n"
MEMBERS = "Association\n\nDistrict\n\nBoard of Education\n\n"
TO_SIGN = "For the Association: ____________________ Date: __________"


@pytest.mark.parametrize("last", [MEMBERS, "Board of Education\n\n"])
def test_a_list_of_sides_above_them_is_language(cli: Cli, paper: Writer, tmp_path: Path, last: str) -> None:
    book = leaves_book(cli, tmp_path, contract=f"{CONTRACT}\n{TERM}{LISTED}{last}{TO_SIGN}\n")
    agreed(cli, book, "5", paper(f"ARTICLE 5 - DURATION\n\n{LISTED}Association\n\nSuperintendent"))
    final = tmp_path / "final.txt"
    assert cli("assemble", book, "-o", final).code == 0
    assert lines_of(final)[-3:] == ["Association", "Superintendent", TO_SIGN]
    assert cli("proof", book, final).code == 0


MEMO = """MEMORANDUM OF UNDERSTANDING: RECESS

Students have thirty (30) minutes of recess each day.

MEMORANDUM OF UNDERSTANDING: MENTORS

Each new teacher has a mentor for one year.

"""
OTHER_MEMO = "Memorandum of Understanding: Garden\n\nEach school keeps a garden.\n"


@pytest.mark.parametrize("ending", ["txt", "docx"])
def test_behind_the_last_memorandum_they_stay_last(cli: Cli, paper: Writer, tmp_path: Path, ending: str) -> None:
    book = leaves_book(cli, tmp_path, contract=f"{CONTRACT}\n{TERM}{MEMO}Signatures\n\n{CLOSE}\n\n{SIDES}\n")
    said = cli(
        "pass", book, "--article", "MOU Garden", "--from", "union", "--file", paper(OTHER_MEMO), "--label", "U-1"
    )
    assert said.code == 0, said.err
    assert cli("agree", book, "--article", "MOU Garden", "--label", "U-1").code == 0
    final = tmp_path / f"final.{ending}"
    assert cli("assemble", book, "-o", final).code == 0
    assert lines_of(final)[-4:] == ["Each school keeps a garden.", "Signatures", CLOSE, SIDES]
    assert cli("proof", book, final).code == 0
    if ending == "txt":
        assert "MEMORANDUM OF UNDERSTANDING: GARDEN" in final.read_text("utf-8")


def test_a_last_memorandum_that_is_struck_leaves_them(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=f"{CONTRACT}\n{TERM}{MEMO}Signatures\n\n{CLOSE}\n\n{SIDES}\n")
    agreed(cli, book, "MOU Mentors", paper("MEMORANDUM OF UNDERSTANDING: MENTORS\n\nDeleted in its entirety."))
    final = tmp_path / "final.txt"
    assert cli("assemble", book, "-o", final).code == 0
    lines = lines_of(final)
    assert lines[-4:] == ["Students have thirty (30) minutes of recess each day.", "Signatures", CLOSE, SIDES]
    assert cli("proof", book, final).code == 0


def test_a_memorandum_that_is_signed_for_itself_keeps_its_own_lines(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    own = "In witness whereof the parties have signed this Memorandum on May 2, 2023."
    book = leaves_book(cli, tmp_path, contract=f"{CONTRACT}\n{TERM}{MEMO}{own}\n\n{SIDES}\n")
    said = cli(
        "pass", book, "--article", "MOU Garden", "--from", "union", "--file", paper(OTHER_MEMO), "--label", "U-1"
    )
    assert said.code == 0, said.err
    assert cli("agree", book, "--article", "MOU Garden", "--label", "U-1").code == 0
    final = tmp_path / "final.txt"
    assert cli("assemble", book, "-o", final).code == 0
    assert lines_of(final)[-3:] == [own, SIDES, "Each school keeps a garden."]
