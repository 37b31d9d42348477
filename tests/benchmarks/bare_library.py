"""The PDF library by itself, setting the same words on the same measure: the peer of every paper we print.

It has the marks it can make itself (underline, strike, colour), its own tables, a header and a footer; it has no tags,
bookmarks, contents, margin bars or labels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.colors import black
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from tablebook.redline.marks import MarkedBlock, MarkedRun
from tablebook.reports import fonts
from tests.benchmarks.measured import best


def beside_bare(
    act: Callable[[], object],
    blocks: Iterable[MarkedBlock],
    pages: int,
    rounds: int,
    size: float = 12,
    leading: float = 18.4,
) -> tuple[float, float]:
    """(act, bare): seconds of the quickest round of each. They take turns, so that a busy moment of the machine is not
    one side's alone."""
    blocks = tuple(blocks)
    took = [(best(act, 1), _bare(blocks, pages, size, leading)) for _ in range(rounds)]
    ours, theirs = zip(*took, strict=True)
    return min(ours), min(theirs)


def _bare(blocks: Iterable[MarkedBlock], pages: int, size: float, leading: float) -> float:
    """Seconds that the library takes for as many pages of the same words, marks and tables."""
    style = ParagraphStyle("Body", fontName=fonts.ready(), fontSize=size, leading=leading)
    kept = [_kept(block) for block in blocks]
    made = []

    def build() -> None:
        margins = {"leftMargin": 66, "rightMargin": 60, "topMargin": 74, "bottomMargin": 60}
        paper = SimpleDocTemplate(BytesIO(), pagesize=LETTER, **margins)
        paper.build([_flowable(one, style) for one in kept], onFirstPage=_around, onLaterPages=_around)
        made.append(paper.page)

    took = best(build, 1)
    return took * pages / made[0]


def _kept(block: MarkedBlock) -> str | list[list[str]]:
    """A paragraph's words, or a table's, in the library's own markup; making that is no part of its time."""
    if not block.rows:
        return "".join(map(_markup, block.runs))
    width = max(map(len, block.rows))
    rows = [["".join(map(_markup, cell)) for cell in row] for row in block.rows]
    return [row + [""] * (width - len(row)) for row in rows]


def _flowable(kept: str | list[list[str]], style: ParagraphStyle) -> Flowable:
    if isinstance(kept, str):
        return Paragraph(kept, style)
    cells = [[Paragraph(words, style) for words in row] for row in kept]
    wide = (LETTER[0] - 126) / len(cells[0])
    return Table(cells, [wide] * len(cells[0]), repeatRows=1, style=[("GRID", (0, 0), (-1, -1), 0.5, black)])


def _markup(run: MarkedRun) -> str:
    words = escape(run.text)
    if run.striker is not None:
        return f'<strike color="#1B5AA6"><font color="#98430F">{words}</font></strike>'
    return f'<u color="#1B5AA6"><font color="#98430F">{words}</font></u>' if run.writer is not None else words


def _around(canvas: Canvas, _paper: object) -> None:
    """The header and the footer of a page."""
    canvas.setFont(fonts.ready(), 9)
    for x, y, words in ((66, 738, "Both parties"), (400, 738, "2027"), (66, 33, "Page 1 of 120"), (450, 33, "Text")):
        canvas.drawString(x, y, words)
    for y in (730, 47):
        canvas.line(66, y, 552, y)
