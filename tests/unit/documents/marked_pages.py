"""Pages drawn as different programs draw marked text: lines as strokes, bars, per word, in forms, as notes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any

from reportlab.lib.colors import HexColor, black
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tablebook.documents.marked.paper import Look, SeenPaper
from tablebook.documents.pdf.marks import read_seen_pdf

Parts = Iterable[tuple[str, str]]
STRIKE, UNDERLINE = 0.27, -0.12  # heights over the baseline, in sizes of the font


class Sheet:
    """A page to write marked lines on. Marks of a part: s struck, S struck twice, u underlined, U underlined twice,
    b bold, r red, h highlighted."""

    def __init__(self, pages: int = 1) -> None:
        self._stream = io.BytesIO()
        self.canvas = Canvas(self._stream, pagesize=(612, 792), invariant=1)
        self.pages = pages

    def line(
        self, y: float, parts: Parts, *, x: float = 72, size: float = 11, how: str = "bar", font: str = "Helvetica"
    ) -> None:
        """Writes parts one after the other. ``how`` says what the lines are drawn as."""
        for text, marks in parts:
            face = font + ("-Bold" if "b" in marks else "")
            wide = stringWidth(text, face, size)
            if "h" in marks:
                self._box(x, y - 0.22 * size, wide, 1.15 * size, "#ffff00")
            self.canvas.setFont(face, size)
            self.canvas.setFillColor(HexColor("#c00000") if "r" in marks else black)
            self.canvas.drawString(x, y, text)
            self.canvas.setFillColor(black)
            for height in _heights(marks):
                self._mark(text, x, y + height * size, face, size, how)
            x += wide

    def _box(self, x: float, y: float, wide: float, high: float, colour: str) -> None:
        self.canvas.setFillColor(HexColor(colour))
        self.canvas.rect(x, y, wide, high, stroke=0, fill=1)
        self.canvas.setFillColor(black)

    def _mark(self, text: str, x: float, y: float, face: str, size: float, how: str) -> None:
        words = text.strip()
        x += stringWidth(text[: len(text) - len(text.lstrip())], face, size)
        pieces = words.split(" ") if how == "words" else [words]
        for piece in pieces:
            wide = stringWidth(piece, face, size)
            if how == "stroke":
                self.canvas.setLineWidth(0.6)
                self.canvas.line(x, y, x + wide, y)
            elif how == "dots":
                for step in range(int(wide / 2) + 1):
                    self.canvas.rect(x + 2 * step, y - 0.4, 0.8, 0.8, stroke=0, fill=1)
            else:
                self.canvas.rect(x, y - 0.3, wide, 0.6, stroke=0, fill=1)
            x += wide + stringWidth(" ", face, size)

    def data(self) -> bytes:
        """The file."""
        self.canvas.save()
        return self._stream.getvalue()

    def read(self) -> SeenPaper:
        """The paper as it is read."""
        return read_seen_pdf(self.data(), "paper.pdf")


def _heights(marks: str) -> list[float]:
    heights = {"s": [STRIKE], "S": [STRIKE - 0.06, STRIKE + 0.06], "u": [UNDERLINE], "U": [UNDERLINE, UNDERLINE - 0.1]}
    return [height for mark, found in heights.items() if mark in marks for height in found]


def shown(paper: SeenPaper, mark: Callable[[Look], Any]) -> list[str]:
    """The words of every run whose look has a mark, without the blanks around them."""
    return [run.text.strip() for run in runs(paper) if mark(run.look)]


def runs(paper: SeenPaper) -> list[Any]:
    """All runs, tables' cells among them."""
    return [
        run
        for block in paper.blocks
        for run in (*block.runs, *(run for row in block.rows for cell in row for run in cell))
    ]
