"""What a file looks like at one place: a page as a picture with its words, or the lines of a file without pages."""

from __future__ import annotations

import base64
from typing import Any, NamedTuple

from tablebook.documents.lines import Line


class PlacedWord(NamedTuple):
    """A word with its box on the page, in points from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class PageSheet(NamedTuple):
    """A page as a PNG, its size in points, and its words in the order of the file."""

    png: bytes
    width: float
    height: float
    words: tuple[PlacedWord, ...]


class FileLine(NamedTuple):
    """A line (or paragraph, where the file knows paragraphs) as it stands in the file. ``head`` is whether it stands
    out like a heading, ``source`` the block of the file it comes from, ``rows`` the cells of a table."""

    text: str
    page: int | None = None
    head: bool = False
    indent: float = 0.0
    gap: float = 0.0
    centred: bool = False
    source: int = -1
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def words(self) -> str:
        """The words, of a table those of its cells."""
        return self.text or " ".join(cell for row in self.rows for cell in row)


def file_line(line: Line) -> FileLine:
    """What of a line is shown."""
    head = bool(line.depth) or line.bold
    indent = line.x if not line.whole else 0.0 if line.depth else float(4 * line.level)
    return FileLine(line.printed, line.page, head, indent, line.gap, line.centred, line.source, line.rows)


def sheet_to_plain(sheet: PageSheet) -> Any:
    """A page as plain JSON values."""
    words = [[word.text, *(round(side, 1) for side in word[1:])] for word in sheet.words]
    return [base64.b64encode(sheet.png).decode("ascii"), sheet.width, sheet.height, words]


def sheet_from_plain(plain: Any) -> PageSheet:
    """The inverse of :func:`sheet_to_plain`."""
    png, width, height, words = plain
    return PageSheet(base64.b64decode(png), width, height, tuple(PlacedWord(*word) for word in words))


def line_from_plain(plain: Any) -> FileLine:
    """A line from the list of its fields."""
    text, page, head, indent, gap, centred, source, rows = plain
    return FileLine(text, page, head, indent, gap, centred, source, tuple(tuple(row) for row in rows))
