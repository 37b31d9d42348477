"""``tablebook defer`` and the sheet of the total TA: what is left is printed and counted."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from tests.integration.cli.conftest import Cli, Writer

PAPER = "12.1 Class size limits\n\nAt most twenty-one (21) students are in a kindergarten class at any time.\n"


def _words(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


def test_deferred_printed_and_counted(lakeview: Path, cli: Cli, paper: Writer, tmp_path: Path) -> None:
    assert cli("pass", lakeview, "--article", "12", "--from", "union", "--file", paper(PAPER)).code == 0
    said = cli("defer", lakeview, "--article", "12", "--to", "the committee on class size")
    assert (said.code, said.out.strip()) == (0, "Article 12 is deferred to the committee on class size.")
    line = "Article 12: deferred to the committee on class size."
    assert cli("report", "total-ta", lakeview, "-o", tmp_path / "total.pdf").code == 0
    printed = _words(tmp_path / "total.pdf")
    assert "Total Tentative Agreement" in printed
    assert line in printed
    assert "0 withdrawn, 1 deferred." in printed
    assert printed.count("Signature or initials") == 2
    assert cli("settle", lakeview, "--line", "1", "--words", f"All else stays. {line}").code == 0
    found = cli("status", lakeview, "--json").json
    assert found["total_ta"]
    assert found["left_at_total_ta"]["counts"]["deferred"] == 1
    assert "12" in found["left_at_total_ta"]["articles"]
    assert cli("report", "ta-summary", lakeview, "-o", tmp_path / "summary.pdf").code == 0
    assert "0 withdrawn, 1 deferred." in _words(tmp_path / "summary.pdf")


def test_the_total_ta_says_what_is_open(lakeview: Path, cli: Cli, paper: Writer, tmp_path: Path) -> None:
    assert cli("pass", lakeview, "--article", "12", "--from", "union", "--file", paper(PAPER)).code == 0
    assert cli("report", "total-ta", lakeview, "-o", tmp_path / "total.pdf").code == 0
    assert "Still open: Article 12." in _words(tmp_path / "total.pdf")


def test_taken_up_again(lakeview: Path, cli: Cli) -> None:
    assert cli("defer", lakeview, "--article", "12", "--to", "MOU 3").code == 0
    assert cli("defer", lakeview, "--article", "12", "--to", "MOU 3").is_refusal()
    assert cli("defer", lakeview, "--article", "12").is_refusal()
    said = cli("defer", lakeview, "--article", "12", "--take-up")
    assert said.out.strip() == "Article 12 is on the table again."
