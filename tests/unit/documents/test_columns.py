"""Two columns whose lines do not stand level are still read one after the other."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from tablebook.documents.columns import gutters, measured
from tablebook.documents.read import read_contract
from tablebook.documents.words import Rows, Word

WORDS = "the Board gives notice to the Association in writing before the first day of each school year".split()

VARIED = [
    *WORDS,
    *"teachers principal leave days committee names each a of on by salary schools hours lunch plan".split(),
]


def sentence(article: int, section: int) -> str:
    """Words of a length of their own, so that the columns drift apart."""
    count = 24 + (7 * article + 5 * section) % 17
    return f"In case {article} and {section} {' '.join(WORDS[i % len(WORDS)] for i in range(count))}."


def printed(path: Path) -> Path:
    """Six articles of four sections, a header across both columns, headings larger than the text."""
    width, height = letter
    frames = [Frame(60, 60, 235, height - 120), Frame(315, 60, 235, height - 120)]

    def header(canvas, document) -> None:  # type: ignore[no-untyped-def]
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(72, height - 40, "Pine Valley Education Association and Pine Valley Board, Master Agreement")
        canvas.drawCentredString(width / 2, 30, f"Page {document.page}")

    document = BaseDocTemplate(str(path), pagesize=letter)
    document.addPageTemplates([PageTemplate(frames=frames, onPage=header)])
    head = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=14, leading=18, spaceBefore=12, spaceAfter=6)
    body = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=12, spaceAfter=5)
    flow: list[Flowable] = []
    for article in range(1, 7):
        flow += [Paragraph(f"ARTICLE {article}", head), Paragraph(f"TITLE OF {article}", head)]
        flow += [Paragraph(f"<b>Section {n}. Notice.</b> {sentence(article, n)}", body) for n in range(1, 5)]
    document.build(flow)
    return path


def test_columns_that_are_not_level(tmp_path: Path) -> None:
    articles = read_contract(printed(tmp_path / "c.pdf")).articles
    assert [(one.number, one.title) for one in articles] == [(str(n), f"TITLE OF {n}") for n in range(1, 7)]
    for article in articles:
        assert [one.number for one in article.sections] == ["1", "2", "3", "4"]
        read = " ".join(block.text for section in article.sections for block in section.blocks)
        for section in range(1, 5):
            assert sentence(int(article.number), section) in read


def page(indented: bool) -> Rows:
    """Forty rows of two columns with a narrow strip between them; those of the second are indented, but for one."""
    rows = []
    for n in range(40):
        starts = (74.0, 330.0 if indented and n != 30 else 312.0)
        rows.append([_word("contract", start + 38 * at, 60 + 12 * n) for start in starts for at in range(6)])
    return rows


def _word(text: str, left: float, top: float) -> Word:
    return Word(text, left, left + 36, top, top + 10, bold=False, italic=False, size=9, middle=top + 5)


def test_the_strip_does_not_reach_into_a_column_that_is_indented() -> None:
    pages = [*[page(indented=False)] * 5, page(indented=True), page(indented=False)]
    assert all(strip and 300 < strip < 312 for strip in gutters(pages, measured(pages)))
