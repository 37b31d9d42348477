"""A signed paper as a scanner gives it: a PDF with one page that can be opened; and one that somebody typed."""

from __future__ import annotations

from html import escape
from io import BytesIO

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate


def scan(words: str = "Signed by both sides") -> bytes:
    """The bytes of such a file."""
    stream = BytesIO()
    page = Canvas(stream, pagesize=(300, 400), invariant=True)
    page.drawString(40, 200, words)
    page.save()
    return stream.getvalue()


def typed(text: str) -> bytes:
    """A text as somebody sets it, each paragraph behind an empty line, printed to PDF."""
    stream = BytesIO()
    style = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=12, spaceAfter=8)
    said = text.translate({0x2013: "-", 0x2014: "-", 0x2019: "'", 0x201C: '"', 0x201D: '"'})
    SimpleDocTemplate(stream).build([Paragraph(escape(one), style) for one in said.split("\n\n")])
    return stream.getvalue()
