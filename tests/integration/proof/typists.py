"""Somebody else types the final contract: the same words in four kinds of file, each with a layout of its own."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.text import Block, BlockKind

Typist = Callable[[Contract, Path], Path]


def _heading(unit: Article) -> str:
    if unit.kind is UnitKind.ARTICLE and unit.number:
        return f"Article {unit.number} - {unit.title}"
    named = unit.number and unit.name.lower() not in unit.title.lower()
    return f"{unit.name} - {unit.title}" if named and unit.title != unit.name else unit.title or unit.name


def _straight(text: str) -> str:
    for one, other in (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", " - "), ("\u00a0", " ")):
        text = text.replace(one, other)
    return text


def _curly(text: str) -> str:
    return text.replace("'", "’").replace(" - ", " – ").replace("fi", "ﬁ").replace(" the ", "\u00a0the ")


def _broken(text: str, width: int, indent: str) -> str:
    """Lines of a typist who breaks long words at the end of a line."""
    lines, line = [], ""
    for word in text.split():
        room = width - len(line) - 1
        if len(word) > room > 5 and word.isalpha() and len(word) > 8:
            lines.append(f"{line} {word[: room - 1]}-".strip() if len(word) - room > 2 else line.strip())
            line = word[room - 1 :] if len(word) - room > 2 else word
        elif len(word) > room:
            lines.append(line.strip())
            line = word
        else:
            line = f"{line} {word}".strip()
    return f"\n{indent}".join([*lines, line.strip()])


def _label(block: Block) -> str:
    return block.label.strip("()").rstrip(".") if block.label else ""


def plain_text(contract: Contract, path: Path) -> Path:
    """Capitals for headings, straight quotes, words broken at line ends, pages with a running foot."""
    out: list[str] = []
    for unit in contract.articles:
        out += [_heading(unit).upper(), ""]
        for block in unit.blocks:
            if block.kind is BlockKind.TABLE:
                out += ["\t".join(" ".join(cell.split()) for cell in row) for row in block.rows]
            else:
                out.append(_broken(_straight(block.printed), 78, "   " if block.level else ""))
            out.append("")
    lines = "\n".join(out).split("\n")
    pages = ["\n".join(lines[at : at + 50]) for at in range(0, len(lines), 50)]
    text = "\f".join(f"{page}\n\n          Final agreement          Page {n}" for n, page in enumerate(pages, 1))
    path.write_text(text, encoding="utf-8")
    return path


def markdown(contract: Contract, path: Path) -> Path:
    """Headings with marks, one paragraph a line, tables with bars."""
    out: list[str] = ["# Final agreement", ""]
    for unit in contract.articles:
        out += [f"## {_heading(unit)}", ""]
        for block in unit.blocks:
            if block.kind is BlockKind.TABLE and block.rows:
                width = max(map(len, block.rows))
                rows = [[*row, *[""] * (width - len(row))] for row in block.rows]
                table = [f"| {' | '.join(' '.join(cell.split()) for cell in row)} |" for row in rows]
                out += [table[0], f"|{'---|' * width}", *table[1:], ""]
            elif block.kind is BlockKind.HEADING:
                out += [f"### {block.printed}", ""]
            else:
                out += [block.printed, ""]
    path.write_text("\n".join(out), encoding="utf-8")
    return path


def word_file(contract: Contract, path: Path) -> Path:
    """Word's own headings and tables, curly quotes, ligatures, hard spaces, a head and a foot, labels as a), b)."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Final agreement between the parties"
    document.sections[0].footer.paragraphs[0].text = "For signature"
    for unit in contract.articles:
        document.add_heading(_heading(unit), level=1)
        for block in unit.blocks:
            if block.kind is BlockKind.TABLE and block.rows:
                width = max(map(len, block.rows))
                table = document.add_table(len(block.rows), width)
                for row, cells in enumerate(block.rows):
                    for column, cell in enumerate(cells):
                        table.cell(row, column).text = " ".join(cell.split())
            elif block.kind is BlockKind.HEADING:
                document.add_heading(block.printed, level=2)
            else:
                label = f"{_label(block)}) " if block.label and not block.section else f"{block.label} "
                document.add_paragraph(_curly(f"{label.strip(' •')} {block.text}".strip()))
    document.save(str(path))
    return path


def _page(canvas: Canvas, document: SimpleDocTemplate) -> None:
    canvas.setFont("Times-Italic", 9)
    canvas.drawString(72, 755, "Collective bargaining agreement, final")
    canvas.drawCentredString(306, 36, f"{canvas.getPageNumber()}")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _flowables(contract: Contract) -> Iterator[Flowable]:
    styles = getSampleStyleSheet()
    for unit in contract.articles:
        yield Paragraph(_escaped(_straight(_heading(unit))).upper(), styles["Heading1"])
        for block in unit.blocks:
            if block.kind is BlockKind.TABLE and block.rows:
                width = max(map(len, block.rows))
                rows = [[_straight(cell) for cell in (*row, *[""] * (width - len(row)))] for row in block.rows]
                style = ParagraphStyle("cell", fontSize=9 if width < 9 else 5, leading=10, splitLongWords=0)
                yield Table(
                    [[_set(cell, style) for cell in row] for row in rows],
                    style=[("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONTSIZE", (0, 0), (-1, -1), style.fontSize)],
                )
            else:
                style = styles["Heading3" if block.kind is BlockKind.HEADING else "BodyText"]
                yield Paragraph(_escaped(_straight(block.printed)), style)
        yield Spacer(1, 12)


def _set(cell: str, style: ParagraphStyle) -> Paragraph | str:
    """Words may run over several lines of a cell, figures do not."""
    return cell if any(char.isdigit() for char in cell) else Paragraph(_escaped(cell), style)


def pdf(contract: Contract, path: Path) -> Path:
    """Set by a printer: running head, page numbers, tables with rules."""
    data = io.BytesIO()
    SimpleDocTemplate(data, pagesize=letter).build(list(_flowables(contract)), onFirstPage=_page, onLaterPages=_page)
    path.write_bytes(data.getvalue())
    return path


TYPISTS: dict[str, tuple[str, Typist]] = {
    "txt": ("final.txt", plain_text),
    "md": ("final.md", markdown),
    "docx": ("final.docx", word_file),
    "pdf": ("final.pdf", pdf),
}
"""Each kind of file with its name and who types it."""
