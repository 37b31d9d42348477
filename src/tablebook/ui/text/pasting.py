"""Pasted text as blocks: plain lines, Word's HTML, HTML tables. Bold and italic are kept, fonts and colours are not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser

from PySide6.QtCore import QMimeData

from tablebook.domain.text import Block, BlockKind, Run, blocks_from_lines, paragraph, split_label
from tablebook.ui.text.draft_edits import joined

BLOCK_TAGS = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol"}
SILENT = {"style", "script", "head", "title", "meta", "xml"}


def blocks_of(source: QMimeData) -> tuple[Block, ...]:
    """The blocks on the clipboard; HTML is preferred where it has any words, since it knows tables and style."""
    if source.hasHtml():
        found = blocks_from_html(source.html())
        if found:
            return found
    text = _storable(source.text()) if source.hasText() else ""
    lines = text.strip("\r\n")
    if "\n" not in lines and "\t" not in lines:
        return (paragraph(lines),) if lines else ()
    return blocks_from_lines(lines)


def cells_of(blocks: Sequence[Block]) -> tuple[tuple[str, ...], ...]:
    """Blocks as cells, for pasting into a table: tables cell by cell, paragraphs one a row."""
    rows: list[tuple[str, ...]] = []
    for block in blocks:
        rows += block.rows if block.kind is BlockKind.TABLE else [(block.printed,)]
    return tuple(rows)


def _storable(text: str) -> str:
    """Without what no record can hold: NUL and halves of pairs."""
    return "".join(char for char in text if char != "\0" and not 0xD800 <= ord(char) <= 0xDFFF)


def blocks_from_html(html: str) -> tuple[Block, ...]:
    """Paragraphs, lists and tables of an HTML fragment."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_block()
    return tuple(reader.blocks)


class _Reader(HTMLParser):
    """Collects runs into paragraphs and cells into tables."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.runs: list[Run] = []
        self.silent: list[str] = []
        self.bold = self.italic = 0
        self.styles: list[tuple[str, bool, bool]] = []
        self.lists: list[list[int]] = []
        self.label = ""
        self.table: list[list[str]] | None = None
        self.cell: list[str] | None = None
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a paragraph, list, table, cell or style."""
        if tag in SILENT and tag not in ("meta",):
            self.silent.append(tag)
        style = dict(attrs).get("style") or ""
        bold = tag in ("b", "strong", "th") or bool(re.search(r"font-weight:\s*(bold|[6-9]00)", style))
        italic = tag in ("i", "em") or bool(re.search(r"font-style:\s*italic", style))
        if tag not in ("br", "meta", "img", "link", "col", "hr", "input"):
            self.styles.append((tag, bold, italic))
            self.bold += bold
            self.italic += italic
        if tag == "table":
            self._begin_table()
        elif self.table is not None:
            self._in_table(tag)
        elif tag in BLOCK_TAGS:
            self.end_block()
            if tag in ("ul", "ol"):
                self.lists.append([0, tag == "ol"])
            elif tag == "li" and self.lists:
                self.lists[-1][0] += 1
                self.label = f"{self.lists[-1][0]}." if self.lists[-1][1] else "•"
        elif tag == "br":
            self.end_block()

    def _begin_table(self) -> None:
        self.depth += 1
        if self.depth == 1:
            self.end_block()
            self.table = []

    def _in_table(self, tag: str) -> None:
        assert self.table is not None
        if self.depth > 1:
            return
        if tag == "tr":
            self.table.append([])
        elif tag in ("td", "th"):
            self.cell = []
        elif tag in ("br", "p", "div") and self.cell:
            self.cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End what began."""
        if self.silent and self.silent[-1] == tag:
            self.silent.pop()
        self._end_style(tag)
        if tag == "table" and self.depth:
            self.depth -= 1
            if self.depth == 0:
                self._end_table()
        elif self.table is not None:
            if tag in ("td", "th") and self.cell is not None and self.depth == 1:
                if not self.table:
                    self.table.append([])
                self.table[-1].append(" ".join("".join(self.cell).split()))
                self.cell = None
        elif tag in BLOCK_TAGS:
            self.end_block()
            if tag in ("ul", "ol") and self.lists:
                self.lists.pop()

    def _end_style(self, tag: str) -> None:
        """Unclosed tags inside end with the tag round them."""
        if not any(open_tag == tag for open_tag, _, _ in self.styles):
            return
        while self.styles:
            open_tag, bold, italic = self.styles.pop()
            self.bold -= bold
            self.italic -= italic
            if open_tag == tag:
                return

    def _end_table(self) -> None:
        rows = [tuple(row) for row in self.table or [] if any(row)]
        self.table = None
        if rows:
            self.blocks.append(Block(BlockKind.TABLE, rows=tuple(rows)))

    def handle_data(self, data: str) -> None:
        """Words."""
        if self.silent:
            return
        if self.table is not None:
            if self.cell is not None:
                self.cell.append(_storable(data))
            return
        words = re.sub(r"[ \t\r\n]+", " ", _storable(data))
        if words:
            self.runs.append(Run(words, self.bold > 0, self.italic > 0))

    def end_block(self) -> None:
        """What was collected is a paragraph; its printed label is split off."""
        runs = list(joined(self.runs))
        self.runs, label, self.label = [], self.label, ""
        text = "".join(run.text for run in runs)
        if not text.strip():
            return
        found, _ = split_label(text.strip())
        skip = len(text) - len(text.lstrip())
        if found:
            skip += len(found) + len(text.strip()[len(found) :]) - len(text.strip()[len(found) :].lstrip())
        kept = _stripped(runs, skip)
        label = found or label
        self.blocks.append(Block(BlockKind.PARAGRAPH, label, kept, level=1 if label else 0))


def _stripped(runs: Sequence[Run], skip: int) -> tuple[Run, ...]:
    """Runs without the first `skip` characters and without spaces at the end."""
    kept = []
    for run in runs:
        low = min(skip, len(run.text))
        skip -= low
        kept.append(replace(run, text=run.text[low:]))
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return joined(kept)
