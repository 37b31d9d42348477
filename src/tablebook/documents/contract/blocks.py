"""The text between two headings as blocks: section headings, paragraphs, lists and tables."""

from __future__ import annotations

from dataclasses import replace

from tablebook.documents.contract.candidates import Candidate
from tablebook.documents.contract.grids import grid_spans, rows_of
from tablebook.documents.contract.headings import Form, parse, reads_as_title
from tablebook.documents.contract.paragraphs import drop, group, join_runs, paragraph_block, right_ends
from tablebook.documents.lines import Line
from tablebook.documents.page_breaks import whole_tables
from tablebook.domain.text import Block, BlockKind, Run


class BlockMaker:
    """Makes blocks of lines; it knows the document's words, to join what a line end parted."""

    def __init__(self, lines: tuple[Line, ...], vocabulary: frozenset[str]) -> None:
        self._lines = lines
        self._vocabulary = vocabulary
        self._rights = right_ends(lines)

    def between(self, start: int, end: int, sections: list[Candidate]) -> tuple[Block, ...]:
        """The blocks of the lines from ``start`` to before ``end``, with these section headings."""
        heads = {section.at: section for section in sections}
        barred = {line - start for section in sections for line in range(section.at, section.end)}
        tables = {start + a: start + b for a, b in grid_spans(self._lines[start:end], barred)}
        starts = {*heads, *tables, *tables.values(), *(section.end for section in sections if section.title.whole)}
        blocks: list[Block] = []
        at = start
        while at < end:
            if at in heads and heads[at].title.whole:
                alone = self._is_sentence(heads[at], heads.get(heads[at].end), end)
                blocks.append(self._sentence(heads[at]) if alone else self._section_heading(heads[at]))
                at = heads[at].end
            elif at in tables:
                blocks.append(self._table(at, tables[at]))
                at = tables[at]
            else:
                _, stop = next(group(self._lines, self._rights, starts, at, end))
                blocks.extend(self._opened(heads[at], stop) if at in heads else [self._paragraph(at, stop)])
                at = stop
        return whole_tables(block for block in blocks if block.printed.strip())

    def page(self, at: int) -> int | None:
        """The page of a line."""
        return self._lines[at].page

    def rest_of(self, unit: Candidate) -> tuple[Block, ...]:
        """The words that stand behind a unit's title in the heading's own line."""
        if unit.title.whole or not unit.heading.rest:
            return ()
        line = self._lines[unit.at]
        runs = drop(line.runs or (Run(line.text),), max(0, unit.title.end - (len(line.said) - len(line.text))))
        return (Block(BlockKind.PARAGRAPH, "", runs, "", 0, (), line.page, line.source),) if runs else ()

    def unit_heading(self, unit: Candidate) -> Block:
        """The heading of an article as a block, for documents that are no whole contract."""
        line = self._lines[unit.at]
        runs = (Run(unit.title.text),) if unit.title.text else ()
        return Block(BlockKind.HEADING, unit.heading.label, runs, "", 1, (), line.page, line.source)

    def _is_sentence(self, section: Candidate, following: Candidate | None, end: int) -> bool:
        """Whether what looks like a title is all that a section says: plain words with a full stop over no text, as in
        "1. Be safe." Its full stop is of the text."""
        line, number = self._lines[section.at], section.heading.number
        if section.end - section.at != 1 or not line.text.endswith(".") or line.text.endswith(".."):
            return False
        if line.bold or line.depth or line.caps or line.lead:
            return False
        if following is None:
            return section.end == end
        return following.heading.form is section.heading.form and not following.heading.number.startswith(f"{number}.")

    def _sentence(self, section: Candidate) -> Block:
        line = self._lines[section.at]
        runs = drop(line.runs or (Run(line.text),), max(0, section.heading.rest - (len(line.said) - len(line.text))))
        return Block(BlockKind.PARAGRAPH, section.heading.label, runs, cited(section), 0, (), line.page, line.source)

    def _section_heading(self, section: Candidate) -> Block:
        line = self._lines[section.at]
        runs = (Run(section.title.text),) if section.title.text else ()
        return Block(BlockKind.HEADING, section.heading.label, runs, cited(section), 2, (), line.page, line.source)

    def _opened(self, section: Candidate, stop: int) -> list[Block]:
        """A section whose text goes on in the heading's line: heading and paragraph, or one labelled paragraph."""
        line = self._lines[section.at]
        runs = join_runs(self._lines[section.at : stop], self._vocabulary)
        hidden = len(line.said) - len(line.text)
        body = drop(runs, max(0, section.title.end - hidden))
        if not section.title.text:
            label = section.heading.label
            return [Block(BlockKind.PARAGRAPH, label, body, cited(section), 0, (), line.page, line.source)]
        heading = self._section_heading(section)
        return [heading, Block(BlockKind.PARAGRAPH, "", body, "", 0, (), line.page, line.source)]

    def _paragraph(self, start: int, stop: int) -> Block:
        lines = self._lines[start:stop]
        if lines[0].rows:
            return self._table(start, stop)
        block = paragraph_block(lines, self._vocabulary)
        if len(lines) <= 2 and not block.label and _heads_text(lines):
            level = lines[0].depth or 3
            return replace(block, kind=BlockKind.HEADING, level=level)
        return block

    def _table(self, start: int, stop: int) -> Block:
        lines = self._lines[start:stop]
        rows = lines[0].rows or rows_of(lines)
        return Block(BlockKind.TABLE, rows=rows, page=lines[0].page, source=lines[0].source)


def cited(section: Candidate) -> str:
    """The section's number as it is cited."""
    number = section.heading.number.strip(". ")
    return number.upper() if section.heading.form is Form.LETTER else number


def _heads_text(lines: tuple[Line, ...]) -> bool:
    """Whether lines are a heading without a number: all in one striking style, and short."""
    text = " ".join(line.text for line in lines)
    if any(line.depth for line in lines):
        return True
    if sum(char.isalpha() for char in text) < 0.6 * len(text.replace(" ", "")):
        return False  # a line to sign on
    styled = all(line.bold for line in lines) or all(line.caps for line in lines)
    return styled and reads_as_title(text, marked=True) and not any(h.mark for h in parse(text)) and len(text) > 3
