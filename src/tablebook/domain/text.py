"""Contract text as blocks: paragraphs, headings and tables, each with its printed label kept apart.

A *place* is a section of an article. It opens at the block whose ``section`` is not empty and runs to the next such
block, so sections are views on one list of blocks and are never stored twice.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum

from tablebook.domain.dataclass import dataclass


class BlockKind(StrEnum):
    """What a block is on the page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style. Fonts and colours are not kept; bold and italic are."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or table.

    ``label`` is what is printed before the words ("12.1", "a.", "(2)", "•"), exactly as printed. ``section`` is the
    number of the section that opens here, as it is cited ("12.1", "A"), else empty. ``level`` is 0 for body text and
    grows with indentation or heading depth. ``rows`` holds a table's cells, row by row. ``page`` is 1-based.
    ``source`` is the block's position in the stored original, or -1.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    label: str = ""
    runs: tuple[Run, ...] = ()
    section: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    page: int | None = None
    source: int = -1

    @property
    def text(self) -> str:
        """The words without the label; a table's cells joined by tabs, its rows by newlines."""
        if self.kind is BlockKind.TABLE:
            return "\n".join("\t".join(row) for row in self.rows)
        return "".join(run.text for run in self.runs)

    @property
    def printed(self) -> str:
        """Label and words as they stand on the paper."""
        text = self.text
        return f"{self.label} {text}".strip() if self.label else text

    def with_text(self, text: str) -> Block:
        """The same block with other words (one plain run; a table is read from tabs and newlines)."""
        if self.kind is BlockKind.TABLE:
            return replace(self, rows=rows_from_text(text))
        return replace(self, runs=(Run(text),) if text else ())


@dataclass(frozen=True, slots=True)
class Document:
    """A text as blocks, with the name of what it was read from."""

    blocks: tuple[Block, ...] = ()
    name: str = ""

    @property
    def text(self) -> str:
        """All printed words, one block a line."""
        return "\n".join(block.printed for block in self.blocks)


def paragraph(text: str, label: str = "", *, section: str = "", level: int = 0) -> Block:
    """A body paragraph of plain words."""
    return Block(BlockKind.PARAGRAPH, label, (Run(text),) if text else (), section, level)


def heading(text: str, label: str = "", *, section: str = "", level: int = 1) -> Block:
    """A heading of plain words; with ``section`` it opens a section."""
    return Block(BlockKind.HEADING, label, (Run(text),) if text else (), section, level)


def table(rows: Iterable[Iterable[str]]) -> Block:
    """A table block from rows of cells."""
    return Block(BlockKind.TABLE, rows=tuple(tuple(row) for row in rows))


def rows_from_text(text: str) -> tuple[tuple[str, ...], ...]:
    """Cells from lines with tabs, as a table is copied and typed."""
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in text.splitlines() if line.strip())


def written_on(block: Block, start: int, end: int, words: str) -> Block:
    """A paragraph with its letters from ``start`` to ``end`` struck and other words in their place. All else keeps its
    style; what is written takes the style of what it replaces."""
    runs: list[Run] = []
    place = 0
    for run in block.runs:
        left, right = max(start - place, 0), max(end - place, 0)
        here = place <= start < place + len(run.text)
        text = f"{run.text[:left]}{words if here else ''}{run.text[right:]}"
        runs.append(replace(run, text=text))
        place += len(run.text)
    return replace(block, runs=tuple(run for run in runs if run.text))


# A label at the start of a line: "a." "(a)" "1." "(iv)" "•". A year or a sum of money is not one.
_LABEL = re.compile(r"^(\(?(?:[A-Za-z]|[ivxIVX]{1,5}|\d{1,2})[.)]|\((?:[A-Za-z]{1,2}|\d{1,3})\)|[•●▪◦–-])\s+(?=\S)")


def split_label(line: str) -> tuple[str, str]:
    """A typed or pasted line as its list label and its words; the label is empty where there is none."""
    match = _LABEL.match(line)
    return (match.group(1), line[match.end() :]) if match else ("", line)


def blocks_from_lines(text: str) -> tuple[Block, ...]:
    """Body blocks from plain text: a line is a paragraph, list labels are split off, lines with tabs are a table."""
    blocks: list[Block] = []
    grid: list[str] = []
    for line in (*text.splitlines(), ""):
        if "\t" in line.strip():
            grid.append(line.strip("\n"))
            continue
        if grid:
            blocks.append(Block(BlockKind.TABLE, rows=rows_from_text("\n".join(grid))))
            grid = []
        if words := line.strip():
            label, rest = split_label(words)
            blocks.append(paragraph(rest, label, level=1 if label else 0))
    return tuple(blocks)


def lines_from_blocks(blocks: Iterable[Block]) -> str:
    """The inverse of :func:`blocks_from_lines` for typing, mail and the clipboard: printed lines, tables with tabs."""
    return "\n".join(block.text if block.kind is BlockKind.TABLE else block.printed for block in blocks)


def opens(block: Block) -> bool:
    """Whether a section begins at this block."""
    return bool(block.section)


def section_spans(blocks: tuple[Block, ...]) -> Iterator[tuple[str, int, int]]:
    """(section number, start, end) of each section in order; text before the first one has number ""."""
    start, number = 0, ""
    for index, block in enumerate(blocks):
        if opens(block):
            if index > start or number:
                yield number, start, index
            start, number = index, block.section
    if len(blocks) > start or number:
        yield number, start, len(blocks)


def section_places(blocks: tuple[Block, ...]) -> Iterator[tuple[str, int, int]]:
    """The same with each place named once: a number printed twice keeps its first text under the number and the later
    under "number (2)"."""
    seen: set[str] = set()
    for number, start, end in section_spans(blocks):
        key, count = number, 2
        while key in seen:
            key, count = f"{number} ({count})", count + 1
        seen.add(key)
        yield key, start, end


def sections_of(blocks: tuple[Block, ...]) -> dict[str, tuple[Block, ...]]:
    """Section number to its blocks, heading included, as :func:`section_places` names them."""
    return {place: blocks[start:end] for place, start, end in section_places(blocks)}


def refuse_unstorable(text: str) -> None:
    """Raise ValueError for NUL and lone surrogates, which no database column and no paper can hold."""
    for position, char in enumerate(text):
        if char == "\0" or 0xD800 <= ord(char) <= 0xDFFF:
            raise ValueError(f"character {position + 1} cannot be kept: {char!r}")


_QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "\u00ad": "", "\u200b": "", "\ufeff": ""}
)


def same_words(text: str) -> str:
    """Text with typography evened out (quotes, hyphens, spaces), for asking whether two texts say the same."""
    if not text.isascii():  # plain text, the most of a contract, needs no table: this is asked of every section passed
        text = unicodedata.normalize("NFC", text).translate(_QUOTES)
    return " ".join(text.split())


def fingerprint(blocks: Iterable[Block]) -> str:
    """SHA-256 over labels, words and cells: 64 hex digits. Style and page do not count; every printed word does."""
    digest = hashlib.sha256(b"tablebook-text-1\n")
    for block in blocks:
        line = f"{block.kind}\x1f{block.section}\x1f{block.label}\x1f{block.text}\x1e"
        digest.update(unicodedata.normalize("NFC", line).encode("utf-8"))
    return digest.hexdigest()


def short_code(digest: str) -> str:
    """The two groups of four that are printed and read aloud: "B1E4 0C38"."""
    return f"{digest[:4]} {digest[4:8]}".upper()
