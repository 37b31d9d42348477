"""An invented contract as a PDF with several kinds of doubt: a gap between sections, a page that is a picture, a
heading that only the contents list."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

CONTENTS = ("CONTENTS", "ARTICLE 1 RECOGNITION ........ 2", "ARTICLE 2 HOURS ........ 2", "ARTICLE 3 LEAVE ........ 3",
            "ARTICLE 4 TERM ........ 4", "ARTICLE 5 DUES ........ 4")  # fmt: skip
FIRST = (
    "ARTICLE 1 RECOGNITION",
    "The Harbor Board recognizes the Harbor Educators Association as the only agent of all",
    "educators whom it employs in its schools, and of nobody else.",
    "ARTICLE 2 HOURS",
    "2.1 Day. The day of an educator is eight hours long, with a lunch of thirty minutes in it,",
    "during which no duty is given.",
    "2.2 Year. The year has one hundred eighty days with students and five without them, which",
    "the parties set together.",
    "2.4 Evenings. No more than two evenings in a year are asked of anybody, and each is paid.",
)
LAST = (
    "ARTICLE 4 TERM",
    "This agreement holds from July 1, 2025, to June 30, 2028, and from year to year thereafter",
    "unless a party gives notice.",
    "ARTICLE 5 DUES",
    "The Board deducts dues from the pay of each educator who has agreed to it in writing, and",
    "sends them to the Association.",
)
UNNUMBERED = (*LAST[:3], "Dues", *LAST[4:])
LEFT, TOP, LEADING = 72, 700, 22


def printed_contract(path: Path, last: tuple[str, ...] = LAST) -> Path:
    """Four pages; the third one holds a drawing and no text."""
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=True)
    for lines in (CONTENTS, FIRST, (), last):
        for at, line in enumerate(lines):
            heading = line.startswith("ARTICLE") and "..." not in line
            canvas.setFont("Helvetica-Bold" if heading else "Helvetica", 12)
            canvas.drawString(LEFT, TOP - LEADING * at, line)
        if not lines:
            canvas.rect(120, 300, 300, 300, fill=1)
        canvas.showPage()
    canvas.save()
    return path
