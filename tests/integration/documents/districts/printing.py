"""Invented contracts printed as PDF, as text that keeps the layout, as Markdown and as Word files."""

from __future__ import annotations

from pathlib import Path

from tests.integration.documents.districts.laying import Sheet, set_in_pages
from tests.integration.documents.districts.making import Paper, Para


def as_pdf(paper: Paper, path: Path, *, font: str = "Times", size: float = 11.0) -> Path:
    """A PDF, each printed line placed by itself as word processors do."""
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfgen.canvas import Canvas

    plain, strong = ("Times-Roman", "Times-Bold") if font == "Times" else ("Helvetica", "Helvetica-Bold")

    def measure(text: str, bold: bool, scale: float) -> float:
        return stringWidth(text, strong if bold else plain, size * scale)

    sheet = Sheet(612, 792, 72, 72, size * 1.2, measure, paper.style.columns)
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=True)
    for page in set_in_pages(paper, sheet):
        for line in page:
            x, y = line.x, 792 - line.y - size
            for text, face in ((line.text[: line.bold], strong), (line.text[line.bold :], plain)):
                if text:
                    canvas.setFont(face, size * line.size)
                    canvas.drawString(x, y, text)
                    x += stringWidth(text, face, size * line.size)
        canvas.showPage()
    canvas.save()
    return path


def as_text(paper: Paper, path: Path, *, pages: bool = True, layout: bool = True) -> Path:
    """Text as taken from a PDF: with its layout and form feeds, or run together without pages."""
    sheet = Sheet(100, 62, 6, 4, 1, lambda text, bold, scale: len(text), paper.style.columns)
    printed = []
    for page in set_in_pages(paper, sheet):
        rows: dict[int, str] = {}
        for line in page:
            row = round(line.y)
            held = rows.get(row, "")
            rows[row] = held.ljust(max(round(line.x), len(held) + 1 if held else 0)) + line.text
        last = max(rows, default=0)
        text = [rows.get(number, "") for number in range(last + 1)]
        printed.append("\n".join(text if layout else [row.strip() for row in text]))
    path.write_text(("\n\f" if pages else "\n").join(printed) + "\n", encoding="utf-8")
    return path


def as_markdown(paper: Paper, path: Path, *, headings: bool = True) -> Path:
    """Markdown: with headings, or with bold lines only."""
    out: list[str] = []
    held: list[str] = []
    for para in [*paper.paras, Para("")]:
        if para.role in ("article", "appendix", "mou"):
            if para.opens:
                _flush(out, held, headings)
            held.append(para.text)
            continue
        _flush(out, held, headings)
        out += _marked(para, headings)
    path.write_text("\n".join(out), encoding="utf-8")
    return path


def _flush(out: list[str], held: list[str], headings: bool) -> None:
    if held:
        out += [f"## {' '.join(held)}", ""] if headings else [*(f"**{line}**\n" for line in held), ""]
    held.clear()


def _marked(para: Para, headings: bool) -> list[str]:
    if para.rows:
        rows = [f"| {' | '.join(row)} |" for row in para.rows]
        return ["", rows[0], "|---" * len(para.rows[0]) + "|", *rows[1:], ""]
    if para.role == "section" and not para.lead and para.bold:
        return [f"### {para.text}" if headings else f"**{para.text}**", ""]
    if para.lead:
        return [f"**{para.text[: para.lead]}**{para.text[para.lead :]}", ""]
    if para.role == "toc":
        return [para.text.replace("\t", " "), ""]
    return [f"**{para.text}**" if para.bold else para.text, ""]


def as_word(paper: Paper, path: Path, *, styled: bool = True) -> Path:
    """A Word file: with heading styles, or all in one style with bold and centring by hand."""
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    document = docx.Document()
    for at, para in enumerate(paper.paras):
        if para.rows:
            table = document.add_table(len(para.rows), len(para.rows[0]))
            for row, cells in zip(table.rows, para.rows, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
            continue
        depth = {"article": 1, "appendix": 1, "mou": 1, "section": 2}.get(para.role, 0) if styled else 0
        if depth == 2 and not para.bold:
            depth = 0
        made = document.add_paragraph(style=f"Heading {depth}" if depth else None)
        made.alignment = WD_ALIGN_PARAGRAPH.CENTER if para.centred else None
        text = f"{para.text}\t{at // 3}" if para.role == "toc" and para.entry else para.text
        made.add_run(text[: para.lead]).bold = True
        run = made.add_run(text[para.lead :])
        run.bold = para.bold or None
        if para.size != 1.0 and not depth:
            run.font.size = Pt(11 * para.size)
    document.save(str(path))
    return path
