"""What it costs to read the marks of a PDF, against the bare extraction of its text by the same library."""

from __future__ import annotations

from time import process_time

from tablebook.documents.pdf.marks import read_seen_pdf
from tests.benchmarks.measured import Measured, bare_pdf_text
from tests.unit.documents.marked_pages import Sheet

PAGES = 60
MOST = 20.0  # times the bare extraction; 12 to 15 were measured, with other programs at work beside it


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
    times: dict[str, list[float]] = {"bare": [], "seen": []}
    for _ in range(3):
        for name, read in (("bare", bare_pdf_text), ("seen", lambda data: read_seen_pdf(data, "paper.pdf"))):
            start = process_time()
            read(data)
            times[name].append(process_time() - start)
    floor = min(times["bare"])
    measured(f"marks of a PDF of {PAGES} pages, every line marked", min(times["seen"]), limit=MOST * floor, floor=floor)
