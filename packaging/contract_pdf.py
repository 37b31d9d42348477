"""The sample's contract as a PDF, for the pictures of a PDF: the sample itself ships it as a Word file alone."""

from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

from tablebook import paths
from tablebook.documents.read import read_contract
from tablebook.domain.contract import Article
from tablebook.domain.text import Block, BlockKind

MARGIN = 80
HEADER = "Lakeview EA and Lakeview School District, 2024–27"
_FACES = {"Serif": "SourceSerifPro-Regular", "SerifBold": "SourceSerifPro-Bold"}


def print_contract(source: Path, target: Path) -> Path:
    """Lay out the contract in a file on letter pages with a running header."""
    for name, file in _FACES.items():
        pdfmetrics.registerFont(TTFont(name, str(paths.resources() / "fonts" / f"{file}.ttf")))
    body = ParagraphStyle("body", fontName="Serif", fontSize=11.5, leading=15.5, spaceAfter=6)
    head = ParagraphStyle("head", body, fontName="SerifBold", spaceBefore=4, keepWithNext=1)
    title = ParagraphStyle("title", head, alignment=TA_CENTER, spaceBefore=14, spaceAfter=8)
    reading = read_contract(source)
    flow: list[Flowable] = [_paragraph(block, title, title) for block in reading.front if not block.rows]
    for unit in reading.articles:
        flow.append(Paragraph(escape(_heading(unit)), title))
        flow += [_table(block, body) if block.rows else _paragraph(block, body, head) for block in unit.blocks]
    pages = SimpleDocTemplate(
        str(target), pagesize=LETTER, leftMargin=MARGIN, rightMargin=MARGIN, title=reading.contract.title, invariant=1
    )
    pages.build(flow, onFirstPage=_furniture, onLaterPages=_furniture)
    return target


def _heading(unit: Article) -> str:
    return f"{unit.name.upper()}. {unit.title.upper()}" if unit.number else unit.title.upper()


def _paragraph(block: Block, body: ParagraphStyle, head: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(block.printed), head if block.kind is BlockKind.HEADING else body)


def _table(block: Block, body: ParagraphStyle) -> Table:
    width = max(len(row) for row in block.rows)
    rows = [[*row, *[""] * (width - len(row))] for row in block.rows]
    look = TableStyle([("FONT", (0, 0), (-1, -1), body.fontName, 9), ("GRID", (0, 0), (-1, -1), 0.4, "#8C8982")])
    return Table(rows, style=look)


def _furniture(canvas: Any, pages: Any) -> None:
    canvas.setFont("Serif", 9)
    canvas.drawCentredString(LETTER[0] / 2, LETTER[1] - 46, HEADER)
    canvas.drawCentredString(LETTER[0] / 2, 36, str(pages.page))
