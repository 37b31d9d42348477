"""``tablebook report packet --edition summary``: what was got is told also where only figures change."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import docx
import pypdfium2

from tablebook.domain.text import BlockKind
from tablebook.jobs.sheets.packet import packet_sheet
from tests.integration.cli.conftest import Cli, Writer, negotiation
from tests.integration.cli.leaves import agreed, confirm, leaves_book

ROMAN = """AGREEMENT

ARTICLE VIII - PAY

Section 1. Longevity of $250 is paid after ten (10) years of service.

ARTICLE XXXVIII - TRAVEL

Section 1. Each mile is paid at forty (40) cents.
"""


def summary(cli: Cli, book: Path, folder: Path) -> str:
    """The words of the one-page summary."""
    out = folder / "summary.pdf"
    assert cli("report", "packet", book, "-o", out, "--edition", "summary").code == 0
    with pypdfium2.PdfDocument(str(out)) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())


def test_long_numbers_do_not_break_and_what_was_to_be_done_is_told_by_what_it_comes_to(
    cli: Cli, paper: Writer, tmp_path: Path
) -> None:
    book = leaves_book(cli, tmp_path, contract=ROMAN)
    agreed(cli, book, "XXXVIII", paper("Article XXXVIII\n\nSection 1. Each mile is paid at fifty (50) cents.", "a.txt"))
    asked = paper('ARTICLE VIII\n\nSection 1. Replace "$250" with "$400".', "asked.txt")
    got = paper('ARTICLE VIII\n\nSection 1. Replace "$250" with "$325".', "got.txt")
    assert cli("pass", book, "--article", "VIII", "--from", "union", "--file", asked).code == 0
    assert cli("pass", book, "--article", "VIII", "--from", "employer", "--file", got).code == 0
    assert cli("agree", book, "--article", "VIII", "--label", "E-1").code == 0
    assert confirm(cli, book) == 0
    agreed(cli, book, "New: Safe schools", paper("Section 1. The District shares nothing with anyone.", "new.txt"))
    printed = summary(cli, book, tmp_path)
    for told in ("XXXVIII", "VIII", "XXXIX", "$400 $325", "The District shares"):
        assert told in printed, told
    assert "Replace" not in printed


def test_the_redline_of_a_confirmed_result_marks_only_what_changes(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=ROMAN)
    for side, sum_ in (("union", "$400"), ("employer", "$325")):
        file = paper(f'ARTICLE VIII\n\nSection 1. Replace "$250" with "{sum_}".', f"{side}.txt")
        assert cli("pass", book, "--article", "VIII", "--from", side, "--file", file).code == 0
    assert cli("agree", book, "--article", "VIII", "--label", "E-1").code == 0
    assert confirm(cli, book) == 0
    state = negotiation(book)
    (text,) = packet_sheet(state, datetime(2027, 3, 1, tzinfo=UTC)).texts
    marked = [run.text.strip() for block in text.redline for run in block.runs if run.writer or run.striker]
    assert marked == ["$250", "$325"]


def test_a_retitled_schedule_stands_under_its_new_title(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    schedule = "APPENDIX A - WAGES 2024-2027\n\nStep one is $17.10.\n"
    book = leaves_book(cli, tmp_path, contract=f"{ROMAN}\n{schedule}")
    agreed(cli, book, "Appendix A", paper("APPENDIX A - WAGES 2027-2030\n\nStep one is $18.30.\n"))
    printed = summary(cli, book, tmp_path)
    assert "2027-2030" in printed
    assert "2024-2027" not in printed


def test_new_figures_of_a_schedule_are_no_words_of_today(lakeview: Path, cli: Cli, tmp_path: Path) -> None:
    article = negotiation(lakeview).items["Appendix B"].article
    made = docx.Document()
    for line in ("APPENDIX B", article.title):
        made.add_paragraph(line)
    for block in article.blocks:
        if block.kind is not BlockKind.TABLE:
            made.add_paragraph(block.printed)
            continue
        grid = made.add_table(rows=len(block.rows), cols=len(block.rows[0]))
        for row, cells in zip(grid.rows, block.rows, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
        grid.rows[1].cells[-1].text = "9,999"
    file = tmp_path / "stipends.docx"
    made.save(str(file))
    assert cli("pass", lakeview, "--article", "Appendix B", "--from", "union", "--file", file).code == 0
    assert cli("agree", lakeview, "--article", "Appendix B", "--label", "U-1").code == 0
    printed = summary(cli, lakeview, tmp_path)
    assert "not asked for" not in printed
    assert "stays as today" not in printed
    assert "new figures" in printed
