"""Invented contracts printed as text, Markdown, Word and PDF files."""

from __future__ import annotations

import textwrap
from pathlib import Path

from tests.unit.documents.invented import Part, Shape

WIDTH, LENGTH = 92, 46


def text_lines(parts: list[Part], shape: Shape) -> list[str]:
    """The contract as lines of a printed page, without pages."""
    lines: list[str] = []
    for part in parts:
        lines += ["", *(line.center(WIDTH).rstrip() for line in part.heading), ""]
        for head, _, _, text in part.sections:
            if shape.inline:
                lines += [*textwrap.wrap(f"{head} {text}", WIDTH), ""]
            else:
                lines += [head, *textwrap.wrap(text, WIDTH), ""]
    return lines


def as_text(parts: list[Part], shape: Shape, path: Path, *, paged: bool = True) -> Path:
    """A text file with title page, contents, running header and page numbers, as made from a PDF."""
    title = ["AGREEMENT".center(WIDTH), "", "between".center(WIDTH), "THE LAKE DISTRICT".center(WIDTH), ""]
    contents = ["TABLE OF CONTENTS".center(WIDTH), ""]
    contents += [f"{' '.join(part.heading)} ".ljust(WIDTH - 4, ".") + f" {n + 1}" for n, part in enumerate(parts)]
    body = text_lines(parts, shape)
    if not paged:
        path.write_text("\n".join([*title, *(contents if shape.contents else []), *body]), encoding="utf-8")
        return path
    pages = ["\n".join(title)] + (["\n".join(contents)] if shape.contents else [])
    for number, start in enumerate(range(0, len(body), LENGTH), 1):
        foot = f"{shape.footer}{str(number).rjust(WIDTH - len(shape.footer))}"
        pages.append("\n".join([shape.footer.rjust(WIDTH), "", *body[start : start + LENGTH], "", "", foot]))
    path.write_text("\f".join(pages), encoding="utf-8")
    return path


def as_markdown(parts: list[Part], shape: Shape, path: Path) -> Path:
    """Markdown with headings of the second level and bold section heads."""
    lines = ["---", "title: Agreement", "---", "# Agreement", ""]
    for part in parts:
        lines += [f"## {' '.join(part.heading)}", ""]
        for head, _, _, text in part.sections:
            lines += [f"**{head}** {text}", ""] if shape.inline else [f"### {head}", "", text, ""]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def as_word(parts: list[Part], shape: Shape, path: Path, *, styled: bool) -> Path:
    """A Word file: with heading styles, or with nothing but bold and centred paragraphs."""
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    document = docx.Document()
    document.add_paragraph("AGREEMENT").alignment = WD_ALIGN_PARAGRAPH.CENTER
    for part in parts:
        for line in part.heading:
            if styled:
                document.add_heading(line, 1)
            else:
                paragraph = document.add_paragraph()
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                paragraph.add_run(line).bold = True
        for head, _, _, text in part.sections:
            if shape.inline:
                paragraph = document.add_paragraph()
                paragraph.add_run(head).bold = True
                paragraph.add_run(f" {text}")
            else:
                if styled:
                    document.add_heading(head, 2)
                else:
                    document.add_paragraph().add_run(head).bold = True
                document.add_paragraph(text)
    document.save(str(path))
    return path


def as_pdf(parts: list[Part], shape: Shape, path: Path, *, columns: int = 1, numbered: bool = False) -> Path:
    """A PDF with running header and page numbers, in one column or two, with line numbers in the margin or not."""
    from reportlab.lib.pagesizes import letter
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    width, height = letter

    def furniture(canvas, document) -> None:  # type: ignore[no-untyped-def]
        canvas.setFont("Helvetica", 9)
        canvas.drawString(72, height - 40, shape.footer)
        canvas.drawCentredString(width / 2, 36, str(document.page))
        if numbered:
            for line in range(1, 47):
                canvas.drawRightString(56, height - 72 - line * 14 + 3, str(line))

    gap = 24
    inner = (width - 144 - gap * (columns - 1)) / columns
    frames = [Frame(72 + n * (inner + gap), 60, inner, height - 132, 0, 0, 0, 0) for n in range(columns)]
    document = BaseDocTemplate(str(path), pagesize=letter)
    document.addPageTemplates([PageTemplate(frames=frames, onPage=furniture)])
    body = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=14, spaceAfter=14)
    title = ParagraphStyle("title", parent=body, fontName="Times-Bold", alignment=1)
    last = ParagraphStyle("last", parent=title, spaceAfter=14)
    title.spaceAfter = 0
    head_style = ParagraphStyle("head", parent=body, fontName="Times-Bold", spaceAfter=0)
    flow = []
    for part in parts:
        flow += [Paragraph(line, title) for line in part.heading[:-1]] + [Paragraph(part.heading[-1], last)]
        for head, _, _, text in part.sections:
            if shape.inline:
                flow.append(Paragraph(f"<b>{head}</b> {text}", body))
            else:
                flow += [Paragraph(head, head_style), Paragraph(text, body)]
    document.build(flow)
    return path
