"""Lines with geometry: what every source gives, and all that the later steps of the reader look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING

from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Run

if TYPE_CHECKING:
    from tablebook.documents.marked.paper import SeenRun


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A line as it looks: its words in runs, and its place (left, top, right, bottom) in points."""

    runs: tuple[SeenRun, ...]
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, or one whole paragraph where the source knows paragraphs (``whole``).

    ``x`` and ``right`` are columns (in a PDF: widths of a letter). ``gap`` is the empty space above in line heights.
    ``size`` is relative to the body text. ``depth`` is a heading level given by a style or a mark, 0 for none.
    ``label`` is an automatic number that the source computes. ``lead`` is how many characters at the start stand out
    in style. ``cells`` are pieces set apart by wide gaps, each with its column. ``rows`` makes the line a table.
    ``seen`` is its look, where that is asked; ``cell`` says in which table, row and column of two languages set side
    by side it stands, where that is asked. ``framed`` is what stands between the head and the foot of a paper of ours:
    text, whatever it looks like.
    """

    text: str
    page: int | None = None
    x: float = 0.0
    right: float = 0.0
    y: float = 0.0
    gap: float = 0.0
    size: float = 1.0
    bold: bool = False
    italic: bool = False
    centred: bool = False
    depth: int = 0
    label: str = ""
    lead: int = 0
    level: int = 0
    whole: bool = False
    source: int = -1
    runs: tuple[Run, ...] = ()
    cells: tuple[tuple[float, str], ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    listed: bool = False
    seen: SeenLine | None = None
    cell: tuple[int, int, int] | None = None
    framed: bool = False

    @property
    def printed(self) -> str:
        """Automatic label and words as they stand on the paper."""
        return f"{self.label} {self.text}".strip() if self.label else self.text

    @property
    def said(self) -> str:
        """The line as it is spoken of: with an automatic number, without a bullet."""
        return self.printed if self.label and any(map(str.isalnum, self.label)) else self.text

    @property
    def caps(self) -> bool:
        """Whether the words are set in capitals (small joining words aside)."""
        return in_capitals(self.text)


@dataclass(frozen=True, slots=True)
class Source:
    """A document as lines in reading order. ``empty_pages`` are pages that hold a picture and no text."""

    lines: tuple[Line, ...]
    pages: int | None = None
    empty_pages: tuple[int, ...] = ()
    notes: tuple[tuple[str, int | None, str], ...] = field(default=())


@lru_cache(maxsize=20000)
def in_capitals(text: str) -> bool:
    """Whether at least nine letters in ten are capitals, and there are letters at all."""
    if text.isascii():
        letters = text.encode("ascii")
        upper = len(text) - len(letters.translate(None, ascii_uppercase.encode()))
        lower = len(text) - len(letters.translate(None, ascii_lowercase.encode()))
    else:
        upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return upper + lower > 1 and upper >= 9 * lower


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs with neighbours of one style joined and empty ones dropped."""
    result: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if result and (result[-1].bold, result[-1].italic) == (run.bold, run.italic):
            result[-1] = Run(result[-1].text + run.text, run.bold, run.italic)
        else:
            result.append(run)
    return tuple(result)


def cut(runs: tuple[Run, ...], start: int, end: int | None = None) -> tuple[Run, ...]:
    """The runs of the characters from ``start`` to ``end``."""
    result, at = [], 0
    for run in runs:
        stop = len(run.text) if end is None else min(len(run.text), max(0, end - at))
        piece = run.text[max(0, start - at) : stop]
        if piece:
            result.append(Run(piece, run.bold, run.italic))
        at += len(run.text)
    return merged(result)


def trimmed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs without white space at the two ends."""
    text = "".join(run.text for run in runs)
    left = len(text) - len(text.lstrip())
    return cut(runs, left, len(text.rstrip()))


def spaced(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs without doubled spaces, also across runs, and without white space at the two ends."""
    result: list[Run] = []
    space = True
    for run in runs:
        text = _single(run.text, space)
        if text:
            space = text.endswith(" ")
            result.append(Run(text, run.bold, run.italic))
    return trimmed(tuple(result))


def _single(text: str, space: bool) -> str:
    words = " ".join(text.split())
    head = " " if text[:1].isspace() and not space and words else ""
    tail = " " if text[-1:].isspace() and words else ""
    return f"{head}{words}{tail}" if words else ("" if space else " ")
