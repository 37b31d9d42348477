"""Where each block of the contract stands in its own Word file: heading, paragraphs and tables of every unit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tablebook.documents.tracked.names import TBL, TC, TR, Element, P, W, make
from tablebook.documents.tracked.package import WordFile
from tablebook.documents.word.lines import BodyRead, own_parts
from tablebook.domain.contract import Article
from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Block, BlockKind


@dataclass(slots=True)
class Group:
    """The blocks that one paragraph (or table) of the file prints: most often one, two where a title runs into the
    text. ``element`` is None for what stands outside the body: a paragraph of a footnote or endnote, which is
    ``note``."""

    blocks: tuple[Block, ...]
    element: Element | None
    before: Element | None = None
    note: Element | None = None

    @property
    def model(self) -> Element | None:
        """The paragraph as the contract has it, also when it was written anew since."""
        return self.before if self.before is not None else self.element

    @property
    def titled(self) -> bool:
        """Whether a section opens here with its title."""
        return bool(self.blocks[0].section) and self.blocks[0].kind is BlockKind.HEADING

    @property
    def is_table(self) -> bool:
        """Whether this is a table."""
        return self.blocks[0].kind is BlockKind.TABLE


@dataclass(slots=True)
class Home:
    """One unit in the file: the paragraphs of its heading, and its groups."""

    article: Article
    head: list[Element]
    groups: list[Group]

    @property
    def elements(self) -> list[Element]:
        """All paragraphs and tables of the unit."""
        return [*self.head, *(group.element for group in self.groups if group.element is not None)]


UNIT_WORDS = frozenset(
    "article art chapter part section clause unit appendix exhibit attachment schedule annex addendum memorandum of "
    "understanding agreement side letter mou moa lou loa no number and".split()
)
"""What a heading may say beside its unit's number and title."""


class NotPlacedError(Exception):
    """The book does not know where its text stands in the file, as after an outline was put right by hand."""


def homes(articles: Mapping[str, Article], read: BodyRead) -> dict[str, Home]:
    """Every unit of the contract with its place."""
    found: dict[str, Home] = {}
    last = -1
    for key, article in articles.items():
        groups = list(_groups(article, read))
        sources = [block.source for block in article.blocks if block.source >= 0]
        if not article.blocks or not sources or min(sources) <= last:
            raise NotPlacedError(key)
        head = _heading(article, [read.elements[at] for at in range(last + 1, sources[0])], read)
        found[key] = Home(article, head, groups)
        last = max(_end(group, block, read) for group in groups for block in group.blocks)
    return found


def _groups(article: Article, read: BodyRead) -> list[Group]:
    found: list[Group] = []
    source = -1
    for block in article.blocks:
        if not 0 <= block.source < len(read.elements):
            raise NotPlacedError(article.name)
        if found and block.source == source:
            found[-1].blocks = (*found[-1].blocks, block)
            continue
        source = block.source
        element = read.elements[source]
        found.append(Group((block,), _table_of(element) if block.kind is BlockKind.TABLE else element))
        if not _in_body(found[-1].element, read):
            found[-1].element, found[-1].note = None, element
    return found


def _in_body(element: Element | None, read: BodyRead) -> bool:
    return element is not None and any(above is read.body for above in element.iterancestors())


def _table_of(paragraph: Element) -> Element | None:
    """The table that begins at this paragraph; a frame of a single cell is none."""
    for table in reversed(list(paragraph.iterancestors(TBL))):
        rows = own_parts(table, TR)
        if len(rows) != 1 or len(own_parts(rows[0], TC)) != 1:
            return table
    return None


def _end(group: Group, block: Block, read: BodyRead) -> int:
    """The place of the last paragraph that a group takes up."""
    if group.element is None or not group.is_table:
        return block.source
    inside = {id(one) for one in group.element.iter(P)}
    at = block.source
    while at + 1 < len(read.elements) and id(read.elements[at + 1]) in inside:
        at += 1
    return at


def _heading(article: Article, between: Sequence[Element], read: BodyRead) -> list[Element]:
    """The paragraphs of the unit's heading among those that stand before its text."""
    said = set(re.findall(r"\w+", f"{article.kind} {article.name} {article.number} {article.title}".lower()))
    head: list[Element] = []
    named = False
    for element in reversed(between):
        words = set(re.findall(r"\w+", read.printed(element).lower()))
        if not words:
            head.insert(0, element)
            continue
        if not words <= said | UNIT_WORDS:
            break
        head.insert(0, element)
        named = True
    while head and not read.printed(head[0]).strip():
        head.pop(0)
    return head if named else []


class _Open:
    """The parts of a file that is being changed, as the reader asks for them."""

    def __init__(self, file: WordFile) -> None:
        self._file = file

    def part(self, name: str) -> Element | None:
        """The root of a part, or None where there is none."""
        return self._file.tree(name) if name in self._file.parts else None


def body_read(file: WordFile) -> BodyRead:
    """A Word file's body with its paragraphs as the reader counts them."""
    body = file.tree(file.main).find(W + "body")
    return BodyRead(body if body is not None else make("body"), _Open(file))
