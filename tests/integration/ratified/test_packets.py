"""Packets of TAs in the shapes that real ones have: which items they are on, and what would be recorded of each."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from tablebook.__main__ import main
from tablebook.clock import FixedClock
from tablebook.documents.marked.read import read_paper
from tablebook.domain.codes import Party
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.text import paragraph
from tablebook.ids import SeededIds
from tablebook.jobs.new_book import Who, make_book
from tablebook.jobs.open_book import open_book
from tablebook.jobs.paper_items import pieces
from tests.integration.cli.test_pass_marked import MARK

CONTRACT = """# ARTICLE I – RECOGNITION

1.1 Scope

The Board recognizes the Union for all teachers.

# ARTICLE II – CLASS SIZE

2.1 Limits

No class has more than twenty-eight (28) students.

2.2 Reports

The Board reports all class sizes each October.

2.3 Relief

A teacher whose class is larger is paid $10 a day for each student.

# ARTICLE III – LEAVES

3.1 Sick leave

Each teacher has ten (10) days.

# ARTICLE IV – DURATION

4.1 Term

This agreement ends on June 30, 2027.

# APPENDIX A – SALARY SCHEDULE

The base salary is $45,000.

# APPENDIX B – GRIEVANCE FORM

Name of the grievant. Date of the grievance.
"""
PACKET = (
    "TENTATIVE AGREEMENT", "between", "Lakeview Teachers Union", "and", "Lakeview Board of Education", "March 2, 2027",
    "ARTICLE 2: CLASS SIZE   TA 3/2/27",
    "2.1 Limits",
    "No class has more than [-twenty-eight (28)-]{+twenty-six (26)+} students.",
    "* * *",
    "2.3 Relief",
    "A teacher whose class is larger is paid [-$10-]{+$15+} a day for each student. [OK]",
    "For the Union: ______________   For the Board: ______________",
    "TENTATIVE AGREEMENT", "between", "Lakeview Teachers Union", "and", "Lakeview Board of Education", "March 9, 2027",
    "Article III – Status quo",
    "TENTATIVE AGREEMENT",
    "[-APPENDIX B – GRIEVANCE FORM-]",
    "[-Name of the grievant. Date of the grievance.-]",
    "{+NEW ARTICLE 5 – RECESS+}",
    "{+Each student has thirty (30) minutes of recess each day.+}",
    "MEMORANDUM OF UNDERSTANDING – Snow days",
    "{+The parties meet each April on Article 3 – Leaves and the calendar.+}",
    "For the Union: ______________   For the Board: ______________",
)  # fmt: skip


@pytest.fixture
def packet(tmp_path: Path) -> Path:
    document = docx.Document()
    for line in PACKET:
        typed = document.add_paragraph()
        for piece in MARK.split(line):
            run = typed.add_run(piece[2:-2] if MARK.fullmatch(piece) else piece)
            run.font.strike = True if piece.startswith("[-") else None
            run.bold = run.underline = True if piece.startswith("{+") else None
    path = tmp_path / "packet.docx"
    document.save(str(path))
    return path


@pytest.fixture
def book(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    contract = tmp_path / "contract.md"
    contract.write_text(CONTRACT, "utf-8")
    path = tmp_path / "book.tablebook"
    names = ("--union", "Lakeview Teachers Union", "--employer", "Lakeview Board of Education", "--we", "union")
    assert main(["new", str(path), "--contract", str(contract), *names]) == 0
    capsys.readouterr()
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    capsys.readouterr()
    code = main([str(each) for each in arguments])
    said = capsys.readouterr()
    assert code == 0, said.err
    return said.out


def test_the_items_of_a_packet(packet: Path, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = json.loads(run(capsys, "read", packet, "--for", book, "--json"))
    items = {item["article"]: item for item in listed["items"]}
    places = {key: [(part["place"], part["deleted"]) for part in item["parts"]] for key, item in items.items()}
    assert places == {
        "II": [("2.1", False), ("2.3", False)],
        "III": [("", False)],
        "Appendix B": [("", True)],
        "New: 5 RECESS": [("", False)],
        "MOU Snow days": [("", False)],
    }
    assert listed["unplaced"] == []
    relief = items["II"]["parts"][1]["text"]
    assert relief.endswith("is paid $15 a day for each student.")


def test_the_packet_passed_and_assembled(packet: Path, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "pass", book, "--all", "--from", "joint", "--file", packet, "--label", "TA-1")
    for article in ("II", "III", "Appendix B", "New: 5 RECESS", "MOU Snow days"):
        run(capsys, "agree", book, "--article", article, "--label", "TA-1")
    out = book.parent / "successor.txt"
    main(["assemble", str(book), "-o", str(out)])
    text = " ".join(out.read_text("utf-8").split())
    assert "twenty-six (26) students" in text
    assert "The Board reports all class sizes each October." in text
    assert "Each teacher has ten (10) days." in text
    assert "thirty (30) minutes of recess" in text
    assert "The parties meet each April" in text
    assert "grievant" not in text
    assert "TA 3/2/27" not in text
    assert "Lakeview Board of Education March" not in text


def test_one_article_of_a_packet_takes_its_own_text_alone(
    packet: Path, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "pass", book, "--article", "New: Recess", "--from", "joint", "--file", packet, "--label", "TA-1")
    run(capsys, "agree", book, "--article", "New: Recess", "--label", "TA-1")
    out = book.parent / "successor.txt"
    main(["assemble", str(book), "-o", str(out)])
    text = " ".join(out.read_text("utf-8").split())
    assert "thirty (30) minutes of recess" in text
    assert "twenty-six" not in text
    assert "each April" not in text


def test_all_without_a_file_and_a_paper_without_items_are_refused(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / "note.txt"
    paper.write_text("We are glad to meet on Tuesday.", "utf-8")
    assert main(["pass", str(book), "--all", "--from", "union"]) == 2
    assert "--all with --file" in capsys.readouterr().err
    assert main(["pass", str(book), "--all", "--from", "union", "--file", str(paper)]) == 2
    assert "No item of the contract was found on the paper." in capsys.readouterr().err


OAKLAND = {"1": 2, "6": 5, "10": 12, "12": 40, "13": 44, "15": 59, "17": 64, "21": 70, "24": 88, "25": 107}
"""The articles of the packet of March 2019, and the pages on which their TAs begin."""


def stub(tmp_path: Path) -> Path:
    """A book of the packet's articles, by their numbers alone."""
    units = tuple(Article(UnitKind.ARTICLE, number, "", (paragraph("Text."),)) for number in OAKLAND)
    path = tmp_path / "stub.tablebook"
    clock = FixedClock(datetime(2019, 3, 1, 12, tzinfo=UTC))
    who = Who("OEA", "OUSD", Party.UNION)
    make_book(path, Contract("", units), who, clock=clock, ids=SeededIds(), origin="table").close()
    return path


def test_a_real_packet_of_118_pages(shared_data: Path, tmp_path: Path) -> None:
    paper = read_paper(shared_data / "oakland-ta-2019" / "oea-tentative-agreement-2019.pdf")
    with open_book(stub(tmp_path), read_only=True) as opened:
        for blocks, beside in (
            (paper.accepted.blocks, paper.rejected.blocks),
            (paper.rejected.blocks, paper.accepted.blocks),
        ):
            found = pieces(opened.negotiation, blocks, beside)
            first: dict[str, int | None] = {}
            for piece in found:
                for target in piece.targets:
                    first.setdefault(target.key, piece.blocks[0].page)
            assert first == OAKLAND
            said = " ".join(block.printed for piece in found for block in piece.blocks)
            assert "Chief Spokesperson" not in said
            assert "Oakland Unified School District (“OUSD" not in said
