"""How long papers take, beside the PDF library setting the same words without marks or a design."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from tablebook.redline.marks import MarkedBlock
from tablebook.reports import fonts, redline_paper, ta_sheet
from tablebook.reports.preview import page_pictures
from tests.benchmarks.measured import Measured, best
from tests.unit.reports import class_size, printed
from tests.unit.reports.test_tables import schedule

MOST_FOR_60_PAGES = 2.0


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
