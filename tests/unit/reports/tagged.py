"""A paper's tree of tags read back from the file alone, with the words that stand on the pages for each tag."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

_SHOWN = (b"Tj", b"TJ", b"'", b'"')
_PAINTED = (b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"Do", b"sh")
ARTIFACT = "Artifact"


@dataclass(frozen=True)
class Piece:
    """One thing drawn on a page: its words ("" for a line) and what it belongs to: the number of its marked content,
    "Artifact", or None."""

    words: str
    owner: int | str | None


@dataclass
class Element:
    """A tag: its kind, attributes, and in ``content`` (page, number) of its own words in order with its kids."""

    kind: str
    entry: Any
    kids: list[Element | tuple[int, int]] = field(default_factory=list)
    links: list[Any] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """This one and all below, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def contents(self) -> Iterator[tuple[int, int]]:
        """(page, number) of all words in it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.contents()
            else:
                yield kid

    @property
    def spoken(self) -> str:
        """What is heard in place of the words."""
        return str(self.entry.get("/E", ""))

    def attribute(self, name: str) -> Any:
        """An attribute, or None."""
        return self.entry.get("/A", {}).get(name)


class Tagged:
    """A paper opened to look at its tags."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.reader = PdfReader(BytesIO(data))
        self.catalog = self.reader.trailer["/Root"]
        self._number = {page.indirect_reference.idnum: index for index, page in enumerate(self.reader.pages)}

    @cached_property
    def pieces(self) -> list[list[Piece]]:
        """What is drawn on each page, in the order of drawing."""
        return [list(self._drawn(page)) for page in self.reader.pages]

    @cached_property
    def words(self) -> dict[tuple[int, int], str]:
        """The words of each marked content."""
        found: dict[tuple[int, int], str] = {}
        for page, pieces in enumerate(self.pieces):
            for piece in pieces:
                if isinstance(piece.owner, int):
                    found[page, piece.owner] = found.get((page, piece.owner), "") + piece.words
        return found

    @cached_property
    def root(self) -> Element:
        """The document as a whole."""
        return self._element(self.catalog["/StructTreeRoot"]["/K"], None)

    def of(self, *kinds: str) -> list[Element]:
        """All elements of some kinds, in reading order."""
        return [one for one in self.root.walk() if one.kind in kinds]

    def text(self, element: Element) -> str:
        """The words of an element."""
        return "".join(self.words[place] for place in element.contents())

    def heard(self, element: Element) -> str:
        """What is read aloud of an element."""
        if element.spoken:
            return element.spoken
        return "".join(self.heard(kid) if isinstance(kid, Element) else self.words[kid] for kid in element.kids)

    def owners(self) -> dict[int, Any]:
        """The way back: a page's or link's number to its tags."""
        numbers = self.catalog["/StructTreeRoot"]["/ParentTree"]["/Nums"]
        return {int(numbers[at]): numbers[at + 1].get_object() for at in range(0, len(numbers), 2)}

    def page_of(self, reference: Any) -> int:
        """The index of a page that something points to."""
        return self._number[reference.idnum]

    def _element(self, entry: Any, page: Any) -> Element:
        entry = entry.get_object()
        page = entry.raw_get("/Pg") if "/Pg" in entry else page
        element = Element(str(entry["/S"])[1:], entry)
        kids = entry.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            thing = kid.get_object()
            if isinstance(thing, int):
                element.kids.append((self.page_of(page), int(thing)))
            elif thing.get("/Type") == "/MCR":
                element.kids.append((self.page_of(thing.raw_get("/Pg")), int(thing["/MCID"])))
            elif thing.get("/Type") == "/OBJR":
                element.links.append(thing["/Obj"])
            else:
                element.kids.append(self._element(thing, page))
        return element

    def _drawn(self, page: Any) -> Iterator[Piece]:
        maps = {name: _characters(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
        stack: list[int | str | None] = []
        letters: dict[int, str] = {}
        for operands, operator in ContentStream(page["/Contents"], self.reader).operations:
            if operator == b"BDC":
                kind, said = operands
                stack.append(ARTIFACT if kind == "/Artifact" else int(said["/MCID"]))
            elif operator == b"BMC":
                stack.append(ARTIFACT if operands[0] == "/Artifact" else None)
            elif operator == b"EMC":
                stack.pop()
            elif operator == b"Tf":
                letters = maps[operands[0]]
            elif operator in _SHOWN:
                shown = "".join(_decoded(part, letters) for part in _strings(operands))
                yield Piece(shown, stack[-1] if stack else None)
            elif operator in _PAINTED:
                yield Piece("", stack[-1] if stack else None)
        assert not stack, "marked content goes on over the end of a page"


def _strings(operands: Any) -> Iterator[Any]:
    for operand in operands:
        if isinstance(operand, list):
            yield from _strings(operand)
        elif isinstance(operand, str | bytes):
            yield operand


def _decoded(part: Any, letters: dict[int, str]) -> str:
    raw = part if isinstance(part, bytes) else part.original_bytes
    return "".join(letters[byte] for byte in raw)


def _characters(font: Any) -> dict[int, str]:
    """Code to character, from the table that a reader copies by."""
    table = font["/ToUnicode"].get_data().decode("ascii")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, listed, start in re.findall(r"<(\w+)>\s*<(\w+)>\s*(?:\[(.*?)\]|<(\w+)>)", block, re.DOTALL):
            codes = range(int(first, 16), int(last, 16) + 1)
            if listed:
                found.update(zip(codes, map(_character, re.findall(r"<(\w+)>", listed)), strict=True))
            else:
                found.update((code, chr(int(start, 16) + step)) for step, code in enumerate(codes))
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        found.update((int(code, 16), _character(to)) for code, to in re.findall(r"<(\w+)>\s*<(\w+)>", block))
    return found


def _character(spelled: str) -> str:
    return bytes.fromhex(spelled).decode("utf-16-be")
