"""What it costs to read the marks of a PDF, against the bare extraction of its text by the same library."""

from __future__ import annotations

from time import process_time

from tablebook.documents.pdf.marks import read_seen_pdf
from tests.benchmarks.measured import Measured, bare_pdf_text, best_beside
from tests.unit.documents.marked_pages import Sheet

PAGES = 60
ROUNDS = 5
MOST = 12.0  # times the bare extraction; 8 to 10 were measured, with other programs at work beside it


def paper() -> bytes:
    """A proposal of many pages in which every line is marked."""
    sheet = Sheet()
    for page in range(PAGES):
        for row in range(46):
            words = [("The employer shall grant the teachers of each school ", ""), (f"ten ({page})", "s"), (" ", "")]
            sheet.line(750 - 15 * row, [*words, (f"twelve ({row})", "ub"), (" days of paid leave a year,", "")])
        sheet.canvas.showPage()
    return sheet.data()


def test_marks_of_60_pages(measured: Measured) -> None:
    data = paper()
    floor, took = best_beside(
        lambda: bare_pdf_text(data), lambda: read_seen_pdf(data, "paper.pdf"), ROUNDS, process_time
    )
    measured(f"marks of a PDF of {PAGES} pages, every line marked", took, limit=MOST * floor, floor=floor)
