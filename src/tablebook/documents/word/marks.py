"""Word files with their markings: every printed word with its look and with what Word tracked about it."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from tablebook.documents.marked.paper import Look, SeenBlock, SeenPaper, SeenRun
from tablebook.documents.reading import Warning_
from tablebook.documents.word.numbering import Numbering
from tablebook.documents.word.parts import Package, Styles, W, value, whole
from tablebook.documents.word.runs import Paragraph, Runs
from tablebook.documents.word.tables import seen_table
from tablebook.documents.word.tracking import Tracked
from tablebook.domain.text import BlockKind

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_THROUGH = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "del", "moveFrom")}
_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d*(?:\s*(?:of|/)\s*\d*)?", re.I)


def read_seen_docx(data: bytes, name: str) -> SeenPaper:
    """A Word file as it looks: body, footnotes where they are cited, text boxes before their paragraph."""
    package = Package(data, name)
    root = package.part("word/document.xml")
    body = root.find(W + "body") if root is not None else None
    reader = _Reader(package)
    blocks = reader.blocks(body, Tracked()) if body is not None else []
    warnings: tuple[Warning_, ...] = ()
    if any(child.startswith("word/comments") for child in package.names):
        note = "The file has comments in its margin. They are not part of the text."
        warnings = (Warning_("comments", None, note),)
    return SeenPaper(name, tuple(blocks), None, tuple(_page_heads(package)), warnings)


class _Reader:
    def __init__(self, package: Package) -> None:
        self._styles = Styles(package.part("word/styles.xml"))
        numbering = package.part("word/numbering.xml")
        self._new, self._old = Numbering(numbering, self._styles), Numbering(numbering, self._styles)
        self._runs = Runs(package)
        self._position = -1

    def blocks(self, container: etree._Element, tracked: Tracked) -> list[SeenBlock]:
        """The blocks of a body, a cell, a note or a text box. What is cited or boxed in paragraphs that a tracked
        change joins stands behind the joined paragraph."""
        found: list[SeenBlock] = []
        waiting: list[SeenBlock] = []
        for block, beside in self._walked(container, tracked):
            joins = bool(block.mark_look.tracked)
            if block.kind is BlockKind.TABLE and found:
                found[-1] = replace(found[-1], mark_look=Look())
            found.append(block)
            waiting += beside
            if not joins:
                found += waiting
                waiting = []
        if found:
            found[-1] = replace(found[-1], mark_look=Look())
        return found + waiting

    def _walked(self, container: etree._Element, tracked: Tracked) -> list[tuple[SeenBlock, list[SeenBlock]]]:
        found: list[tuple[SeenBlock, list[SeenBlock]]] = []
        for child in container:
            if child.tag == W + "p":
                boxed, block, cited = self._paragraph(child, tracked)
                found += [(box, []) for box in boxed] + [(block, cited)]
            elif child.tag == W + "tbl":
                found += [(block, []) for block in self._table(child, tracked)]
            elif child.tag in _THROUGH:
                found += self._walked(child, tracked.within(child))
            elif child.tag == _MC + "AlternateContent":
                found += self._walked(child[0], tracked) if len(child) else []
        return found

    def _paragraph(
        self, element: etree._Element, tracked: Tracked
    ) -> tuple[list[SeenBlock], SeenBlock, list[SeenBlock]]:
        """The text boxes of a paragraph, the paragraph, and the notes it cites."""
        self._position += 1
        position = self._position
        properties = element.find(W + "pPr")
        read = self._runs.of(element, value(properties, "pStyle"), tracked)
        mark = properties.find(W + "rPr") if properties is not None else None
        end = tracked.among(mark, "ins", "moveTo", "del", "moveFrom").on(Look())
        block = self._block(read, properties, end, position)
        boxed = [one for box, within in read.boxes for one in self.blocks(box, within)]
        cited = [one for number, note, within in read.notes for one in self._note(number, note, within)]
        return boxed, block, cited

    def _block(self, read: Paragraph, properties: etree._Element | None, end: Look, position: int) -> SeenBlock:
        style = self._styles.get(value(properties, "pStyle"))
        outline, align = value(properties, "outlineLvl"), value(properties, "jc")
        depth = whole(outline, style.depth - 1) + 1
        depth = depth if 0 <= depth <= 9 else style.depth
        label, level = self._new.label_of(properties) if end.tracked in ("", "inserted") else ("", 0)
        old, old_level = self._old.label_of(_before(properties)) if end.tracked in ("", "deleted") else (label, level)
        if end.tracked == "deleted":
            label, level = old, old_level
        return SeenBlock(
            read.runs,
            BlockKind.HEADING if depth and read.runs else BlockKind.PARAGRAPH,
            label,
            level=depth or level,
            mark_look=end,
            source=position,
            old_label=old if old != label else None,
            centred=align == "center" if align else style.centred,
        )

    def _note(self, number: str, note: etree._Element, tracked: Tracked) -> list[SeenBlock]:
        blocks = self.blocks(note, tracked)
        if not blocks or not blocks[0].runs:
            return blocks
        first = blocks[0].runs[0]
        runs = (SeenRun(first.text.lstrip(), first.look), *blocks[0].runs[1:])
        return [replace(blocks[0], runs=runs, label=f"[{number}]", level=1), *blocks[1:]]

    def _table(self, element: etree._Element, tracked: Tracked) -> list[SeenBlock]:
        position = self._position + 1
        return seen_table(element, tracked, position, self.blocks)


def _before(properties: etree._Element | None) -> etree._Element | None:
    """A paragraph's properties without the tracked changes to them."""
    if properties is None:
        return None
    former = properties.find(f"{W}pPrChange/{W}pPr")
    if former is not None:
        return former
    if properties.find(f"{W}numPr/{W}ins") is None:
        return properties
    unnumbered = etree.fromstring(etree.tostring(properties))
    for numbering in unnumbered.findall(W + "numPr"):
        unnumbered.remove(numbering)
    return unnumbered


def _page_heads(package: Package) -> list[str]:
    """The lines of the page headers, without repeats, page numbers and deleted words."""
    runs = Runs(package)
    heads: list[str] = []
    for name in sorted(package.names):
        root = package.part(name) if re.fullmatch(r"word/header\d*\.xml", name) else None
        for paragraph in root.iter(W + "p") if root is not None else ():
            if any(above.tag == _MC + "Fallback" for above in paragraph.iterancestors()):
                continue
            read = runs.of(paragraph, value(paragraph.find(W + "pPr"), "pStyle"), Tracked())
            text = "".join(run.text for run in read.runs if "deleted" not in run.look.tracked)
            for line in re.split(r"\n|\t{2,}", text):
                words = " ".join(line.split())
                if words and words not in heads and not _PAGE_NUMBER.fullmatch(words):
                    heads.append(words)
    return heads
