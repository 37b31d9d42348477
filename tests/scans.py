"""A signed paper as a scanner gives it: a PDF with one page that can be opened."""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas


def scan(words: str = "Signed by both sides") -> bytes:
    """The bytes of such a file."""
    stream = BytesIO()
    page = Canvas(stream, pagesize=(300, 400), invariant=True)
    page.drawString(40, 200, words)
    page.save()
    return stream.getvalue()
