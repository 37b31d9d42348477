"""Marked text as WordprocessingML: several hands in one file, each change with its author and its date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field, replace
from itertools import count, groupby

from tablebook.documents.tracked.ends import ends_of, is_whole, stays
from tablebook.documents.tracked.names import XML_SPACE, Element, W, bare, make
from tablebook.documents.tracked.table_widths import set_size, table_widths
from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import BlockKind
from tablebook.redline.marks import Author, Fate, MarkedBlock, MarkedRun

_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")
"""Control characters, which no Word file can hold."""
Signed = Callable[[Author], tuple[str, str]]
"""An author's name and date as Word shows them."""
Looks = Callable[[MarkedBlock], tuple[Element | None, Element | None]]
"""The properties of a block's paragraph, and of its words."""


@dataclass(slots=True)
class Writer:
    """Writes blocks; each change has its own number."""

    signed: Signed
    looks: Looks
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def elements(self, blocks: Sequence[MarkedBlock]) -> list[Element]:
        """The blocks as paragraphs and tables."""
        found: list[Element] = []
        groups = [(is_table, list(some)) for is_table, some in groupby(blocks, lambda one: one.kind is BlockKind.TABLE)]
        for at, (is_table, some) in enumerate(groups):
            if is_table:
                for table in some:
                    found.append(self._table(table) if table.rows else make("p"))
                    # Word takes two tables that touch for one.
                    if table is not some[-1] or at + 1 == len(groups):
                        found.append(make("p"))
                continue
            ends = ends_of(some, at + 1 < len(groups))
            for (block, end), name in zip(pairs := list(zip(some, ends, strict=True)), self._moves(pairs), strict=True):
                found.extend(self._moved(block, name) if name else [self._paragraph(block, end)])
        return found

    def _moves(self, pairs: Sequence[tuple[MarkedBlock, Fate]]) -> list[str]:
        """The name of the move that a paragraph is one end of: the same words left one place for another."""
        gone: dict[tuple[object, ...], list[int]] = {}
        names = [""] * len(pairs)
        movable = [
            block.moved and is_whole(block) and end == block.start and (end.writer is None or end.striker is None)
            for block, end in pairs
        ]
        for at, (block, _) in enumerate(pairs):
            if movable[at] and block.start.striker is not None:
                gone.setdefault(_said(block), []).append(at)
        for at, (block, _) in enumerate(pairs):
            if movable[at] and block.start.writer is not None and (places := gone.get(_said(block))):
                names[at] = names[places.pop(0)] = f"move{next(self.numbers)}"
        for at, name in enumerate(names):
            if name and names.count(name) == 1:
                names[at] = ""
        return names

    def _moved(self, block: MarkedBlock, name: str) -> list[Element]:
        """A paragraph that left for another place, or came from there."""
        hand = block.start.striker or block.start.writer
        assert hand is not None
        kind = "moveFrom" if block.start.striker is not None else "moveTo"
        paragraph = make("p")
        properties, look = self.looks(block)
        properties = bare(properties) if properties is not None else make("pPr")
        mark = make("rPr")
        mark.append(self.stamp(kind, hand))
        properties.append(mark)
        begin = self.stamp(f"{kind}RangeStart", hand)
        begin.set(W + "name", name)
        words = self.stamp(kind, hand)
        for text, _ in self._label(block):
            words.append(_run(f"{text}\t", False, look, MarkedRun("")))
        words.extend(_run(run.text, False, look, run) for run in block.runs if run.text)
        paragraph.extend((properties, begin, words))
        return [paragraph, make(f"{kind}RangeEnd", id=begin.get(W + "id") or "")]

    def stamp(self, tag: str, author: Author, against: Author | None = None) -> Element:
        """A tracked change by somebody. Who strikes an offer of their own is told from who made it: programs take the
        same name for one hand, and then the offer was never made."""
        name, date = self.signed(author)
        if against is not None and author.label and self.signed(against)[0] == name:
            name = f"{name} {author.label}"
        return make(tag, id=str(next(self.numbers)), author=name, date=date)

    def _stamped(self, tag: str, fate: Fate) -> Element:
        """The properties of a paragraph's end or of a row that say who brought it and who struck it."""
        properties = make(tag)
        if fate.writer is not None:
            properties.append(self.stamp("ins", fate.writer, fate.striker))
        if fate.striker is not None:
            properties.append(self.stamp("del", fate.striker))
        return properties

    def _paragraph(self, block: MarkedBlock, end: Fate) -> Element:
        paragraph = make("p")
        properties, look = self.looks(block)
        properties = bare(properties) if properties is not None else make("pPr")
        if not stays(end):
            properties.append(self._stamped("rPr", end))
        if len(properties):
            paragraph.append(properties)
        for text, fate in self._label(block):
            self._put(paragraph, f"{text}\t", fate, look, MarkedRun(""))
        for run in block.runs:
            self._put(paragraph, run.text, Fate(run.writer, run.striker), look, run)
        return paragraph

    def _label(self, block: MarkedBlock) -> list[tuple[str, Fate]]:
        """The printed label, which goes with the paragraph's beginning; a changed one is struck and written anew."""
        old = block.label if block.old_label is None else block.old_label
        if not stays(block.start):
            return [(label, block.start)] if (label := block.label if block.start.striker is None else old) else []
        if old == block.label:
            return [(block.label, Fate())] if block.label else []
        hand = _hand(block)
        found = [(old, Fate(None, hand))] if old else []
        return [*found, (block.label, Fate(hand))] if block.label else found

    def _put(self, home: Element, text: str, fate: Fate, look: Element | None, run: MarkedRun) -> None:
        if not text:
            return
        target = home
        if fate.writer is not None:
            target = self.stamp("ins", fate.writer, fate.striker)
            home.append(target)
        if fate.striker is not None:
            inner = self.stamp("del", fate.striker)
            target.append(inner)
            target = inner
        target.append(_run(text, fate.striker is not None, look, run))

    def _table(self, block: MarkedBlock) -> Element:
        widths, size = table_widths([["".join(run.text for run in cell) for cell in row] for row in block.rows])
        table = make("tbl")
        properties = make("tblPr")
        properties.append(make("tblW", w="5000", type="pct"))
        borders = make("tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            borders.append(make(side, val="single", sz="4", space="0", color="auto"))
        properties.append(borders)
        grid = make("tblGrid")
        grid.extend(make("gridCol", w=str(width)) for width in widths)
        table.extend((properties, grid))
        fates = block.row_fates or tuple(Fate() for _ in block.rows)
        cells = block.cell_fates or tuple(tuple(Fate() for _ in row) for row in block.rows)
        for row, fate, inside in zip(block.rows, fates, cells, strict=True):
            table.extend(self._rows(row, fate, inside, block))
        set_size(table, size)
        return table

    def _rows(
        self, row: Sequence[Sequence[MarkedRun]], fate: Fate, inside: Sequence[Fate | None], block: MarkedBlock
    ) -> list[Element]:
        """A row; where it loses a cell it is struck and written anew: LibreOffice cannot bring a struck cell back."""
        hand = next((one.striker for one in inside if one is not None and one.striker and not one.writer), None)
        if hand is None or not stays(fate):
            return [self._row(row, fate, inside, block)]
        found = []
        for whole, gone in ((Fate(None, hand), "writer"), (Fate(hand), "striker")):
            kept = [k for k, one in enumerate(inside) if one is not None and getattr(one, gone) is None]
            cells = [
                [
                    replace(run, writer=whole.writer, striker=whole.striker)
                    for run in row[k]
                    if getattr(run, gone) is None
                ]
                for k in kept
            ]
            if kept:
                found.append(self._row(cells, whole, [Fate()] * len(kept), block))
        return found

    def _row(
        self, row: Sequence[Sequence[MarkedRun]], fate: Fate, inside: Sequence[Fate | None], block: MarkedBlock
    ) -> Element:
        made = make("tr")
        if not stays(fate):
            made.append(self._stamped("trPr", fate))
        for runs, own in zip(row, inside, strict=True):
            if own is not None and not _in_no_reading(own, fate):
                made.append(self._cell(runs, own if stays(fate) else Fate(), block))
        if made.find("{*}tc") is None:
            made.append(self._cell((), Fate(), block))
        return made

    def _cell(self, runs: Sequence[MarkedRun], fate: Fate, block: MarkedBlock) -> Element:
        cell, properties = make("tc"), make("tcPr")
        properties.append(make("tcW", w="0", type="auto"))
        if fate.writer is not None:
            properties.append(self.stamp("cellIns", fate.writer))
        paragraph = make("p")
        look = self.looks(block)[1]
        for run in runs:
            self._put(paragraph, run.text, Fate(run.writer, run.striker), look, run)
        cell.extend((properties, paragraph))
        return cell


def _in_no_reading(cell: Fate, row: Fate) -> bool:
    """Whether a cell stands in neither text: offered and struck again, or struck in a new row, or new in a struck one.
    Word has no mark for it."""
    return (
        (cell.writer or row.writer) is not None
        and (cell.striker or row.striker) is not None
        and (stays(row) or (row.writer is None) != (row.striker is None))
        and not (stays(cell))
    )


def _said(block: MarkedBlock) -> tuple[object, ...]:
    """What is the same of words that only moved."""
    return block.kind, block.level, "".join(run.text for run in block.runs)


def _hand(block: MarkedBlock) -> Author:
    """Whose change a new label is: the last hand that is known in its block."""
    if block.margin_author is not None:
        return block.margin_author
    hands = [hand for run in block.all_runs for hand in (run.writer, run.striker) if hand is not None]
    return hands[-1] if hands else Author("joint")


def _run(text: str, struck: bool, look: Element | None, style: MarkedRun) -> Element:
    run = make("r")
    properties = bare(look) if look is not None else make("rPr")
    for tag, wanted in (("i", style.italic), ("b", style.bold)):
        if wanted and properties.find(f"{{*}}{tag}") is None:
            properties.insert(_after_fonts(properties), make(tag))
    if len(properties):
        run.append(properties)
    for at, line in enumerate(_UNWRITABLE.sub("", text).split("\n")):
        if at:
            run.append(make("br"))
        for place, words in enumerate(line.split("\t")):
            if place:
                run.append(make("tab"))
            if words:
                element = make("delText" if struck else "t")
                element.text = words
                element.set(XML_SPACE, "preserve")
                run.append(element)
    return run


def _after_fonts(properties: Element) -> int:
    """Style and font come before bold and italic."""
    return sum(1 for child in properties if str(child.tag).endswith(("}rStyle", "}rFonts")))
