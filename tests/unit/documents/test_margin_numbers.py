"""Numbers at the left edge of a page: those that count its lines go, the steps of a salary schedule stay."""

from __future__ import annotations

import io

from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from tablebook.documents.pdf.pages import read_pdf

PROSE = "The Board and the Association shall meet in the first week of each month of the year"


def _lines(*pages: list[str]) -> str:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, letter)
    for lines in pages:
        for at, words in enumerate(lines, start=1):
            canvas.drawRightString(60, 720 - 20 * at, str(at))
            canvas.drawString(80, 720 - 20 * at, words)
        canvas.showPage()
    canvas.save()
    return "\n".join(line.text for line in read_pdf(buffer.getvalue(), "a.pdf").lines)


def test_numbers_that_count_the_lines_of_a_page_are_no_text() -> None:
    found = _lines([PROSE] * 24)
    assert "24" not in found
    assert found.count("The Board") == 24


def test_the_steps_of_a_schedule_stay_also_where_they_fill_a_page() -> None:
    schedule = [
        f"{41_013 + 1_000 * step:,}    {50_302 + 1_000 * step:,}    {59_591 + 1_000 * step:,}" for step in range(31)
    ]
    found = _lines(schedule)
    assert [f"{step} " in found for step in (2, 17, 31)] == [True] * 3
