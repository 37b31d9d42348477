"""``tablebook report packet --edition summary``: what was got is told also where only figures change."""

from __future__ import annotations

from pathlib import Path

import docx
import pypdfium2

from tablebook.domain.text import BlockKind
from tests.integration.cli.conftest import Cli, negotiation


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
    out = tmp_path / "summary.pdf"
    assert cli("report", "packet", lakeview, "-o", out, "--edition", "summary").code == 0
    with pypdfium2.PdfDocument(str(out)) as pdf:
        printed = " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())
    assert "not asked for" not in printed
    assert "stays as today" not in printed
    assert "new figures" in printed
