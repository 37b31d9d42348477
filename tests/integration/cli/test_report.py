"""``tablebook report``: each paper, read back from its PDF."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from tablebook.jobs.sample import make_sample
from tests.integration.cli.conftest import Cli
from tests.unit.documents import tracked_reading as tracked
from tests.unit.documents.tracked_rules import faults


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "Lakeview.tablebook"
    make_sample(path).close()
    return path


def read(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())


@pytest.mark.parametrize(
    ("kind", "options", "words"),
    [
        ("proposal", ("--article", "12"), ("U-5", "Class size limits", "Lakeview Education Association", "reserves")),
        ("proposal", ("--article", "XII", "--label", "E-3"), ("E-3", "Employer Proposal")),
        ("proposal", ("--article", "13", "--label", "U-3"), ("P-2", "Article 13", "Article 15", "Article 19")),
        ("ta-sheet", ("--article", "12"), ("TA 12", "Dana Marsh", "Ruth Kessler", "Page 1 of", "ratification")),
        ("ta-sheet", ("--article", "23"), ("three (3)", "two (2)", "amended at signing")),
        ("ta-sheet", ("--article", "6", "--label", "TA 6"), ("Replaced by TA 6 (2)",)),
        ("ta-summary", (), ("TA 12", "TA Side letter A", "31 agreements", "0 articles open")),
        ("minutes", ("--session", "6"), ("Board Room B", "Priya Nair", "Kessler", "Birch and Alder", "Corrects")),
        ("minutes", (), ("Session 12",)),
        ("minutes", ("--session", "6", "--joint"), ("Board Room B", "U-3")),
        ("redline", ("--article", "12"), ("Class size limits", "twenty-two (22)")),
        ("redline", ("--article", "Appendix A"), ("84,711",)),
        ("redline", ("--article", "22"), ("Nothing was passed on it",)),
    ],
)
def test_each_paper(
    book: Path, cli: Cli, tmp_path: Path, kind: str, options: tuple[str, ...], words: tuple[str, ...]
) -> None:
    out = tmp_path / "Paper.pdf"
    said = cli("report", kind, book, "-o", out, *options)
    assert (said.code, said.out) == (0, f"{out}\n"), said.err
    text = read(out)
    for each in words:
        assert each in text, each
    assert "Fictional" in text


@pytest.mark.parametrize("kind", ["proposal", "ta-sheet", "redline"])
def test_word_files_with_tracked_changes_and_clean(book: Path, cli: Cli, tmp_path: Path, kind: str) -> None:
    """In the sample's own contract file; both readings are the pass and the contract."""
    out = tmp_path / "Paper.docx"
    assert cli("report", kind, book, "-o", out, "--article", "12").code == 0
    data = out.read_bytes()
    assert faults(data) == []
    new, old = ("\n".join(map(str, tracked.read(data, accept).body)) for accept in (True, False))
    assert "a.\tKindergarten and transitional kindergarten: twenty-two (22)" in new
    assert "a.\tKindergarten and transitional kindergarten: twenty-six (26)" in old
    assert cli("report", kind, book, "-o", out, "--article", "12", "--clean").code == 0
    clean = "\n".join(map(str, tracked.read(out.read_bytes(), False).body))
    assert "twenty-two (22)" in clean
    assert "twenty-six (26)" not in clean


def test_what_has_no_word_form_says_so(book: Path, cli: Cli, tmp_path: Path) -> None:
    for options in (("minutes",), ("ta-summary",)):
        assert cli("report", *options, book, "-o", tmp_path / "Paper.docx").is_refusal()
    assert cli("report", "redline", book, "--article", "12", "--clean", "-o", tmp_path / "Paper.pdf").is_refusal()
    assert list(tmp_path.iterdir()) == []


def test_a_sheet_to_sign_where_nothing_is_signed(lakeview: Path, cli: Cli, tmp_path: Path, root: Path) -> None:
    file = tmp_path / "paper.txt"
    file.write_text("12.1 Class size limits\n\nAt most 22.\n", encoding="utf-8")
    assert cli("pass", lakeview, "--article", "12", "--from", "union", "--file", file).code == 0
    assert cli("report", "ta-sheet", lakeview, "--article", "12", "-o", tmp_path / "Sheet.pdf").code == 0
    text = read(tmp_path / "Sheet.pdf")
    assert "At most 22." in text
    assert "TA 12" in text
    assert cli("status", lakeview, "--json").json["articles"][12]["agreements"] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("proposal",),
        ("ta-sheet",),
        ("redline",),
        ("proposal", "--article", "44"),
        ("proposal", "--article", "22"),
        ("proposal", "--article", "12", "--label", "U-99"),
        ("ta-sheet", "--article", "22"),
        ("ta-sheet", "--article", "12", "--label", "TA 99"),
        ("minutes", "--session", "99"),
        ("minutes", "--session", "soon"),
        ("gossip",),
    ],
    ids=" ".join,
)
def test_what_cannot_be_printed_leaves_no_paper(
    book: Path, cli: Cli, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    said = cli("report", arguments[0], book, "-o", tmp_path / "Paper.pdf", *arguments[1:])
    assert said.is_refusal(), said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("out", ["Paper.doc", "Paper", "nowhere/Paper.pdf"])
def test_a_target_that_cannot_be(book: Path, cli: Cli, tmp_path: Path, out: str) -> None:
    assert cli("report", "ta-summary", book, "-o", tmp_path / out).is_refusal()
    assert list(tmp_path.iterdir()) == []


def test_a_book_without_sessions_has_no_minutes(lakeview: Path, cli: Cli, tmp_path: Path) -> None:
    assert cli("report", "minutes", lakeview, "-o", tmp_path / "Paper.pdf").is_refusal()
    assert cli("report", "ta-summary", lakeview, "-o", tmp_path / "Summary.pdf").code == 0
