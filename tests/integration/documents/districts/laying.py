"""Paragraphs set into pages, alike for print in points and for text in columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tests.integration.documents.districts.making import Paper, Para

Measure = Callable[[str, bool, float], float]


@dataclass
class Placed:
    """A line on its page. ``bold`` characters stand at its start."""

    x: float
    y: float
    text: str
    bold: int
    size: float = 1.0


@dataclass
class Sheet:
    """The form of a page: everything in the same unit, lines ``leading`` apart."""

    width: float
    height: float
    left: float
    top: float
    leading: float
    measure: Measure
    columns: int = 1
    pages: list[list[Placed]] = field(default_factory=list)

    @property
    def inner(self) -> float:
        """Width of a column."""
        gutter = 0.04 * self.width if self.columns > 1 else 0
        return (self.width - 2 * self.left - gutter * (self.columns - 1)) / self.columns


@dataclass
class _Flow:
    sheet: Sheet
    pages: list[list[Placed]] = field(default_factory=lambda: [[]])
    y: float = 0.0
    column: int = 0
    kind: str = "leaders"

    def turn(self, *, page: bool = False) -> None:
        self.column += 1
        if page or self.column >= self.sheet.columns:
            self.pages.append([])
            self.column = 0
        self.y = 0.0

    def add(self, para: Para, known: dict[str, int]) -> int:
        sheet = self.sheet
        if para.rows:
            self.y += sheet.leading
            for row in para.rows:
                self._line([(index * sheet.inner / len(row), cell) for index, cell in enumerate(row)], 0, 1.0)
            return len(self.pages)
        if self.y:
            self.y += para.gap * sheet.leading * (0.8 if sheet.leading > 2 else 1)
            self.y = self.y if sheet.leading > 2 else round(self.y)
        first = 0
        lines = _wrapped(para, sheet)
        keep = (
            3
            if para.role in ("article", "appendix", "mou", "part")
            else 2
            if para.role == "section" and para.bold
            else 1
        )
        if self.y + keep * sheet.leading * para.size > sheet.height - 2 * sheet.top:
            self.turn()
        left_bold = len(para.text) if para.bold else para.lead
        for line in lines:
            bold = max(0, min(len(line), left_bold))
            left_bold -= len(line) + 1
            width = sheet.measure(line, para.bold, para.size)
            x = (sheet.inner - width) / 2 if para.centred else para.indent * sheet.measure("n", False, 1.0)
            if para.role == "toc":
                self._entry(para, line, known)
            else:
                self._line([(x, line)], bold, para.size)
            first = first or len(self.pages)
        return first or len(self.pages)

    def _entry(self, para: Para, line: str, known: dict[str, int]) -> None:
        sheet = self.sheet
        indent = para.indent * sheet.measure("n", False, 1.0)
        page = str(known.get(para.entry, "")) if para.entry else ""
        kind = self.kind
        if "\t" in line:
            head, _, tail = line.partition("\t")
            cells = [(indent, head), (indent + sheet.inner * (0.85 if tail == "Page" else 0.14), tail)]
        else:
            cells = [(indent, line)]
        if kind != "no pages" and page:
            shown = f"Page {page}" if kind == "pages word" else page
            if kind in ("leaders", "with sections", "roman alone"):
                room = sheet.inner * 0.97 - cells[-1][0] - sheet.measure(cells[-1][1] + shown, False, 1.0)
                dots = max(3, int(room / sheet.measure(".", False, 1.0)) - 2)
                cells[-1] = (cells[-1][0], f"{cells[-1][1]} {'.' * dots} {shown}")
            else:
                cells.append((sheet.inner * 0.9, shown))
        self._line(cells, 0, 1.0)

    def _line(self, cells: list[tuple[float, str]], bold: int, size: float) -> None:
        sheet = self.sheet
        if self.y + sheet.leading * size > sheet.height - 2 * sheet.top:
            self.turn()
        offset = sheet.left + self.column * (sheet.inner + 0.04 * sheet.width)
        for x, text in cells:
            self.pages[-1].append(Placed(offset + x, sheet.top + self.y, text, bold, size))
        self.y += sheet.leading * size


def _wrapped(para: Para, sheet: Sheet) -> list[str]:
    room = (
        sheet.inner - para.indent * sheet.measure("n", False, 1.0) - (0.12 * sheet.inner if para.role == "toc" else 0)
    )
    lines: list[str] = []
    held = ""
    if para.role == "front" or "\t" in para.text or "  " in para.text:
        return [para.text]
    for word in para.text.split():
        longer = f"{held} {word}".strip()
        bold = para.bold or len(" ".join([*lines, held])) < para.lead
        if held and sheet.measure(longer, bold, para.size) > room:
            lines.append(held)
            held = word
        else:
            held = longer
    return [*lines, held]


def set_in_pages(paper: Paper, sheet: Sheet) -> list[list[Placed]]:
    """The pages of a paper: set once to learn the pages of its headings, and again with its contents filled in."""
    known: dict[str, int] = {}
    for _ in range(2):
        flow = _Flow(sheet, kind=paper.style.contents)
        opened: dict[int, tuple[str, str, str]] = {}
        for para in paper.paras:
            if para.page_break and (flow.y > 0 or flow.column):
                flow.turn(page=True)
            page = flow.add(para, known)
            if para.opens:
                known[
                    " ".join(para.opens[2].split())
                    if not paper.style.spaced
                    else f"Article {para.opens[0]} {para.opens[1]}"
                ] = page
                opened.setdefault(page, para.opens)
            elif para.role == "section":
                known[para.text] = page
    return [
        _furnish(page, number, len(flow.pages), paper, sheet, _current(opened, number))
        for number, page in enumerate(flow.pages, 1)
    ]


def _current(opened: dict[int, tuple[str, str, str]], page: int) -> tuple[str, str, str]:
    before = [number for number in opened if number <= page]
    return opened[max(before)] if before else ("", "", "")


def _furnish(
    page: list[Placed], number: int, count: int, paper: Paper, sheet: Sheet, unit: tuple[str, str, str]
) -> list[Placed]:
    style = paper.style
    lines = list(page)
    if number > 1:
        for pattern, y in ((style.header, sheet.top * 0.5), (style.footer, sheet.height - sheet.top * 0.55)):
            if "{N}" in pattern + "{T}" and not unit[0] and ("{N}" in pattern or "{T}" in pattern or "{A}" in pattern):
                continue
            pieces = pattern.format(
                p=number,
                P=count,
                A=unit[2].split(":")[0] if unit[2].startswith("APP") else f"Article {unit[0]}",
                N=unit[0],
                T=unit[1],
            ).split("|")
            for index, piece in enumerate(pieces):
                width = sheet.measure(piece, False, 0.85)
                x = (
                    sheet.left
                    if len(pieces) > 1 and index == 0
                    else (sheet.width - width) / 2
                    if len(pieces) == 1
                    else sheet.width - sheet.left - width
                )
                if piece:
                    lines.append(Placed(x, y, piece, 0, 0.85))
    if style.numbered_margin and number > 1:
        rows = int((sheet.height - 2 * sheet.top) / sheet.leading)
        lines += [
            Placed(
                sheet.left * 0.6 - sheet.measure(str(n), False, 0.8),
                sheet.top + (n - 1) * sheet.leading,
                str(n),
                0,
                0.8,
            )
            for n in range(1, rows + 1)
        ]
    return [replace(line) for line in sorted(lines, key=lambda line: (line.y, line.x))]
