"""How long papers take, beside the PDF library setting the same words without marks or a design."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from tablebook.redline.marks import MarkedBlock
from tablebook.reports import fonts, redline_paper, ta_sheet
from tablebook.reports.paragraph import clean
from tablebook.reports.preview import page_pictures
from tests.benchmarks.bare_library import beside_bare
from tests.benchmarks.measured import Measured, best
from tests.unit.reports import class_size, printed
from tests.unit.reports.test_tables import schedule

MOST_FOR_60_PAGES = 2.0
MOST_BESIDE_BARE = 2.0
MOST_MEMORY_MB = 250.0


def _floor(blocks: tuple[MarkedBlock, ...]) -> float:
    """The library's own paragraphs with the same words in one of the same typefaces."""
    style = ParagraphStyle("Body", fontName=fonts.ready(), fontSize=12, leading=18.4)
    words = ["".join(run.text for run in block.runs) for block in blocks]
    return best(lambda: SimpleDocTemplate(BytesIO()).build([Paragraph(text, style) for text in words]))


def _of_pages(pages: int) -> tuple[MarkedBlock, ...]:
    """Sections marked by both sides, as many as fill so many pages."""
    blocks = class_size.u4_blocks()
    count = pages
    while True:
        sheet = replace(class_size.redline(), blocks=blocks * count)
        found = len(printed.pages(printed.pdf(sheet)))
        if found >= pages:
            return blocks * count
        count += max((pages - found) * count // found, 1)


def test_a_redline_of_60_pages(measured: Measured) -> None:
    blocks = _of_pages(60)
    sheet = replace(class_size.redline(), blocks=blocks)
    took, floor = best(lambda: redline_paper.write(sheet, BytesIO())), _floor(blocks)
    measured("redline of 60 pages, nearly every line marked", took, limit=MOST_FOR_60_PAGES, floor=floor)


def test_120_tagged_pages_beside_the_bare_library(measured: Measured) -> None:
    marked = _of_pages(120)
    text = class_size.agreed_text().clean
    for name, blocks in (("marked", marked), ("clean", tuple(clean(text * 390)))):
        sheet = replace(class_size.redline(), blocks=blocks)
        data = printed.pdf(sheet)
        pages = len(printed.pages(data))
        assert pages >= 100
        took, floor = beside_bare(lambda sheet=sheet: redline_paper.write(sheet, BytesIO()), blocks, pages, 5)
        measured(f"{pages} {name} pages with tags", took, limit=floor * MOST_BESIDE_BARE, floor=floor)
        measured("  its file", len(data) / 1e6, limit=2.0, unit="MB")


@pytest.mark.skipif(sys.platform == "win32", reason="the peak of a child is told by other means there")
def test_the_memory_of_120_tagged_pages(measured: Measured) -> None:
    code = (
        "import sys; sys.path[:0] = sys.argv[1:];"
        "from dataclasses import replace; from io import BytesIO;"
        "from tests.unit.reports import class_size; from tablebook.reports import redline_paper;"
        "sheet = replace(class_size.redline(), blocks=class_size.u4_blocks() * 225);"
        "from tests.benchmarks.memory import most_megabytes;"
        "redline_paper.write(sheet, BytesIO()); print(most_megabytes())"
    )
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", code, str(root), str(root / "src")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    pages = len(printed.pages(printed.pdf(replace(class_size.redline(), blocks=class_size.u4_blocks() * 225))))
    assert pages >= 110
    measured(f"memory of the process that prints {pages} pages", float(done.stdout), limit=MOST_MEMORY_MB, unit="MB")


def test_a_ta_sheet_of_60_pages(measured: Measured) -> None:
    text = class_size.agreed_text()
    long = replace(text, clean=text.clean * 110, redline=text.redline * 110)
    sheet = replace(class_size.ta_sheet(), texts=(long,))
    count = len(printed.pages(printed.pdf(sheet)))
    took, floor = best(lambda: ta_sheet.write(sheet, BytesIO())), _floor(text.redline * 220)
    assert count >= 60
    measured(f"TA sheet of {count} pages, clean and marked", took, limit=MOST_FOR_60_PAGES, floor=floor)


def test_200_pages_and_a_table_of_300_rows(measured: Measured) -> None:
    blocks = _of_pages(200)
    sheet = replace(class_size.redline(), blocks=(*blocks, schedule(300, 12, changed=True)))
    took, floor = best(lambda: redline_paper.write(sheet, BytesIO())), _floor(blocks)
    measured("redline of 200 pages and a schedule of 300 rows", took, limit=MOST_FOR_60_PAGES * 5, floor=floor)


def test_a_word_of_200_000_characters_grows_as_its_length(measured: Measured) -> None:
    def timed(length: int) -> float:
        sheet = replace(class_size.redline(), blocks=(class_size.para("x" * length),))
        return best(lambda: redline_paper.write(sheet, BytesIO()))

    part, whole = timed(50_000), timed(200_000)
    measured("one word of 200,000 characters (floor: 50,000)", whole, limit=part * 8, floor=part)


def test_the_first_page_of_a_preview(measured: Measured) -> None:
    sheet = class_size.proposal()

    def shown() -> None:
        next(page_pictures(printed.pdf(sheet), 850, last=1))

    floor = _floor(class_size.u4_blocks())
    measured("a proposal of one page, printed and shown", best(shown), floor=floor)
