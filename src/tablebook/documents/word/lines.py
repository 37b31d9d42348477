"""Word files as lines: one line a paragraph, its automatic number computed, tracked changes taken as accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import field, replace
from typing import Protocol

from lxml import etree

from tablebook.documents.lines import Line, Source, in_capitals, merged, spaced
from tablebook.documents.plain import clean
from tablebook.documents.word.merged import covered, span_of
from tablebook.documents.word.numbering import Numbering
from tablebook.documents.word.parts import Package, Style, Styles, W, points, switched, value, whole
from tablebook.documents.word.signs import SIGNS, Fields, symbol
from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Run

_INSIDE = {
    W + name for name in ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "r")
}
_AC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


_SENTENCE = 6
"""Words; a line of so many that ends with a full stop says something."""


def read_docx(data: bytes, name: str) -> Source:
    """The lines of a Word file's body; running headers and footers are left out, footnotes follow their paragraph."""
    package = Package(data, name)
    root = package.part("word/document.xml")
    body = root.find(W + "body") if root is not None else None
    if body is None:
        return Source(())
    reader = _Reader(package)
    lines = [*reader.lines(body), *reader.left_over()]
    notes: list[tuple[str, int | None, str]] = []
    if reader.struck:
        notes.append(("struck-words", None, f"Struck words were left out: {_sample(reader.struck)}."))
    if reader.hidden:
        notes.append(
            ("hidden-words", None, f"Hidden words, which no paper shows, were left out: {_sample(reader.hidden)}.")
        )
    if reader.tracked:
        notes.append(("tracked-changes", None, "The file has tracked changes. They were read as if all were accepted."))
    notes += _page_heads(package, lines)
    return Source(tuple(_sized(lines)), None, (), tuple(notes))


def _sample(some: Sequence[str]) -> str:
    """The first of some words, quoted."""
    words = " ".join(" ".join(some).split())
    return f"“{words[:80]}{'…' if len(words) > 80 else ''}”"


def paragraphs_read(data: bytes, name: str) -> list[etree._Element]:
    """The paragraphs in the order in which they are read: a block's source is its place among them."""
    package = Package(data, name)
    root = package.part("word/document.xml")
    body = root.find(W + "body") if root is not None else None
    reader = _Reader(package)
    if body is not None:
        reader.lines(body)
    return reader.elements


class Parts(Protocol):
    """Whatever gives the parts of a Word file by name."""

    def part(self, name: str) -> etree._Element | None:
        """The root of a part, or None where there is none."""


class BodyRead:
    """The body of a Word file with its paragraphs in the order of reading, and what each prints."""

    def __init__(self, body: etree._Element, parts: Parts) -> None:
        reader = _Reader(parts)
        self.body = body
        self._lines: dict[int, list[Line]] = {}
        found = [*reader.lines(body), *reader.left_over()]
        for line in found:
            self._lines.setdefault(line.source, []).append(line)
        self.all_lines = tuple(_sized(found))
        self.elements = reader.elements
        self.styles = reader.styles
        self.places = {id(element): at for at, element in enumerate(self.elements)}

    def lines(self, element: etree._Element) -> list[Line]:
        """The lines of a paragraph; of a table, those of the whole under its first paragraph."""
        return self._lines.get(self.places.get(id(element), -1), [])

    def printed(self, element: etree._Element) -> str:
        """Label and words of a paragraph."""
        return " ".join(line.printed for line in self.lines(element))


@dataclass(slots=True)
class _Piece:
    """Characters in one style while a paragraph is being read; a line break is its own piece."""

    text: str
    bold: bool = False
    italic: bool = False
    marked: bool = False
    size: float = 0.0


@dataclass(slots=True)
class _Reader:
    package: Parts
    styles: Styles = field(init=False)
    numbering: Numbering = field(init=False)
    struck: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    elements: list[etree._Element] = field(default_factory=list)
    tracked: bool = False
    _footnotes: dict[str, etree._Element] = field(init=False)
    _cited: list[str] = field(default_factory=list)
    _carried: list[_Piece] = field(default_factory=list)
    _position: int = -1
    _fields: Fields = field(default_factory=Fields)

    def __post_init__(self) -> None:
        self.styles = Styles(self.package.part("word/styles.xml"))
        self.numbering = Numbering(self.package.part("word/numbering.xml"), self.styles)
        self._footnotes = {}
        for part, tag in (("footnotes", "footnote"), ("endnotes", "endnote")):
            root = self.package.part(f"word/{part}.xml")
            for note in root.findall(W + tag) if root is not None else ():
                self._footnotes[f"{tag}{note.get(W + 'id')}"] = note

    def lines(self, container: etree._Element) -> list[Line]:
        """The lines of a body, a text box or a content control."""
        found: list[Line] = []
        for child in container:
            if child.tag == W + "p":
                found += self._paragraph(child)
            elif child.tag == W + "tbl":
                found += self.left_over() + self._table(child)
            elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "moveTo", W + "customXml"):
                found += self.lines(child)
        return found

    def left_over(self) -> list[Line]:
        """The words of a paragraph whose end is deleted while no paragraph follows that could take them in."""
        pieces, self._carried = self._carried, []
        return self._made(pieces, None, Style(), "", 0, False)

    def _paragraph(self, element: etree._Element) -> list[Line]:
        self._position += 1
        self.elements.append(element)
        properties = element.find(W + "pPr")
        identity = value(properties, "pStyle")
        style = self.styles.get(identity)
        in_contents = self._fields.in_contents or style.name.startswith("toc ")
        pieces = self._carried + self._pieces(element, style)
        in_contents = in_contents or self._fields.in_contents
        self._carried = []
        mark = properties.find(W + "rPr") if properties is not None else None
        if mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None):
            self.tracked = True
            self._carried = pieces
            return []
        label, level = self.numbering.label_of(properties)
        lines = self._made(pieces, properties, style, label, level, in_contents)
        while self._cited:
            lines += self._footnote(self._cited.pop(0))
        return lines

    def _made(
        self,
        pieces: list[_Piece],
        properties: etree._Element | None,
        style: Style,
        label: str,
        level: int,
        listed: bool,
    ) -> list[Line]:
        """The line of a paragraph; a short one with line breaks (a heading over its title) gives several."""
        parts = _broken(pieces)
        align = value(properties, "jc")
        outline = value(properties, "outlineLvl")
        depth = whole(outline, style.depth - 1) + 1
        depth = depth if 0 <= depth <= 9 else style.depth
        lines: list[Line] = []
        for index, part in enumerate(parts):
            runs = spaced(merged(Run(clean(p.text), p.bold, p.italic) for p in part))
            text = "".join(run.text for run in runs)
            if not text:
                continue
            weighty = [p for p in part if p.text.strip()]
            lines.append(
                Line(
                    text=text,
                    runs=runs,
                    gap=1.0 if not lines else 0.0,
                    size=max(p.size for p in weighty),
                    bold=all(p.bold for p in weighty),
                    italic=all(p.italic for p in weighty),
                    centred=align == "center" if align else style.centred,
                    depth=depth if not index else 0,
                    label=label if not lines else "",
                    lead=_lead(part),
                    level=level,
                    whole=True,
                    source=self._position,
                    listed=listed,
                )
            )
        return lines

    def _pieces(self, element: etree._Element, style: Style) -> list[_Piece]:
        found: list[_Piece] = []
        for child in element:
            if child.tag in (W + "del", W + "moveFrom"):
                self.tracked = True
            if child.tag in (W + "ins", W + "moveTo"):
                self.tracked = True
            if child.tag == W + "r":
                found += self._run(child, style)
            elif child.tag in _INSIDE:
                found += self._pieces(child, style)
        return found

    def _run(self, run: etree._Element, style: Style) -> list[_Piece]:
        properties = run.find(W + "rPr")
        look = self.styles.get(value(properties, "rStyle")) if value(properties, "rStyle") else Style()
        if switched(properties, "vanish"):
            said = "".join(text.text or "" for text in run.iter(W + "t"))
            self.hidden += [said] if said.strip() else []
            return []
        bold, italic = (
            _set(properties, "b", look.bold or style.bold),
            _set(properties, "i", look.italic or style.italic),
        )
        marked = bold or italic or _set(properties, "u", look.underlined)
        size = value(properties, "sz")
        height = points(size) or look.size or style.size or self.styles.default_size
        text = self._text(run)
        if _set(properties, "caps", look.caps or style.caps):
            text = text.upper()
        if text.strip() and (
            _set(properties, "strike", look.struck or style.struck) or switched(properties, "dstrike")
        ):
            self.struck.append(text)
            return []
        return [_Piece(text, bold, italic, marked, height)] if text else []

    def _text(self, run: etree._Element) -> str:
        parts: list[str] = []
        for child in run:
            tag = child.tag
            if tag == W + "fldChar":
                self._fields.meet(child.get(W + "fldCharType") or "")
            elif tag == W + "instrText":
                self._fields.instruct(child.text or "")
            elif tag == W + "t":
                parts.append(child.text or "")
            elif tag in SIGNS:
                parts.append(SIGNS[tag])
            elif tag == W + "sym":
                parts.append(symbol(child))
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                key = f"{tag.removeprefix(W).removesuffix('Reference')}{child.get(W + 'id')}"
                self._cited.append(key)
                parts.append(f"[{child.get(W + 'id')}]")
            elif tag in (W + "pict", W + "drawing", W + "object", _AC):
                parts.append(self._boxed(child))
        return "".join(parts)

    def _boxed(self, element: etree._Element) -> str:
        """The words of a text box, once: a box is stored twice for old programs."""
        box = next(element.iter(W + "txbxContent"), None)
        if box is None:
            return ""
        return " ".join("".join(t.text or "" for t in p.iter(W + "t")) for p in box.iter(W + "p")).strip()

    def _footnote(self, key: str) -> list[Line]:
        note = self._footnotes.get(key)
        number = "".join(char for char in key if char.isdigit())
        lines = self.lines(note) if note is not None else []
        return [replace(line, label=f"[{number}]", level=1, text=line.text.strip()) for line in lines[:1]] + lines[1:]

    def _table(self, element: etree._Element) -> list[Line]:
        rows = [row for row in own_parts(element, W + "tr") if not _dropped(row)]
        cells = [[cell for cell in own_parts(row, W + "tc") if not _gone(cell)] for row in rows]
        if len(cells) == 1 and len(cells[0]) == 1:
            return self.lines(cells[0][0])
        grid: list[tuple[str, ...]] = []
        position = self._position + 1
        for row, hidden in zip(cells, covered(zip(rows, cells, strict=True)), strict=True):
            texts: list[str] = []
            for cell, unseen in zip(row, hidden, strict=True):
                # A covered cell is read too, for its paragraphs are counted as before.
                words = " ".join(_plain(line) for line in (*self.lines(cell), *self.left_over()))
                texts += ["" if unseen else words, *[""] * (span_of(cell) - 1)]
            grid.append(tuple(texts))
        width = max((len(row) for row in grid), default=0)
        filled = tuple(row + ("",) * (width - len(row)) for row in grid)
        if not any(text for row in filled for text in row):
            return []
        return [Line("", gap=1.0, whole=True, rows=filled, source=position)]


def _plain(line: Line) -> str:
    return " ".join(cell for row in line.rows for cell in row if cell) if line.rows else line.printed


def own_parts(element: etree._Element, tag: str) -> list[etree._Element]:
    """The rows of a table or the cells of a row, also inside content controls and insertions, not those of tables in
    its cells."""
    found: list[etree._Element] = []
    for child in element:
        if child.tag == tag:
            found.append(child)
        elif child.tag in _INSIDE:
            found += own_parts(child, tag)
    return found


def _dropped(row: etree._Element) -> bool:
    properties = row.find(W + "trPr")
    return properties is not None and properties.find(W + "del") is not None


def _gone(cell: etree._Element) -> bool:
    return cell.find(f"{W}tcPr/{W}cellDel") is not None


def _set(properties: etree._Element | None, name: str, inherited: bool) -> bool:
    own = switched(properties, name)
    return inherited if own is None else own


def _broken(pieces: list[_Piece]) -> list[list[_Piece]]:
    """A paragraph's pieces, parted at its line breaks when it is a short one of two or three lines."""
    text = "".join(piece.text for piece in pieces)
    if "\n" not in text:
        return [pieces]
    rows = [row for row in text.split("\n") if row.strip()]
    if not 2 <= len(rows) <= 3 or any(len(row.split()) > 12 for row in rows):
        return [[replace(piece, text=piece.text.replace("\n", " ")) for piece in pieces]]
    parts: list[list[_Piece]] = [[]]
    for piece in pieces:
        for index, text in enumerate(piece.text.split("\n")):
            if index:
                parts.append([])
            if text:
                parts[-1].append(replace(piece, text=text))
    return [part for part in parts if any(piece.text.strip() for piece in part)]


def _lead(pieces: list[_Piece]) -> int:
    """How many characters at the start stand out in style while the rest does not."""
    count = 0
    for piece in pieces:
        if piece.text.strip() and not piece.marked:
            return count
        count += len(piece.text)
    return 0


def _sized(lines: list[Line]) -> list[Line]:
    """Lines with their size relative to the size most words have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        if not line.rows:
            sizes[line.size] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 11.0
    if body == 1.0:
        return lines
    return [replace(line, size=line.size / body) if not line.rows else line for line in lines]


def _page_heads(package: Package, lines: list[Line]) -> list[tuple[str, int | None, str]]:
    """Words in capitals, and whole sentences, in the page header and footer that the body does not have: some papers
    keep their title there, and a sentence may say anything."""
    said = {" ".join(line.said.split()).lower() for line in lines}
    heads: list[str] = []
    for name in package.names:
        if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
            root = package.part(name)
            for paragraph in root.iter(W + "p") if root is not None else ():
                text = " ".join("".join(t.text or "" for t in paragraph.iter(W + "t")).split())
                told = in_capitals(text) or (len(text.split()) >= _SENTENCE and text.endswith("."))
                if len(text) > 10 and told and text.lower() not in said and text not in heads:
                    heads.append(text)
    words = " ".join(heads)
    return (
        [("page-header", None, f"The page header says “{words[:200]}”. It is not part of the text.")] if heads else []
    )
