"""A whole paper as a Word file: what stands over the text, the text with its marks or clean, and what stands below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from tablebook.documents.tracked.blank import blank
from tablebook.documents.tracked.marked import Looks, Writer
from tablebook.documents.tracked.models import Models
from tablebook.documents.tracked.names import HEADS, PPR, SECT, Element, P, W, bare, make
from tablebook.documents.tracked.package import WordFile
from tablebook.documents.tracked.private import without_data, without_names
from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Block, BlockKind
from tablebook.redline.marks import Author, MarkedBlock, MarkedRun, Redline
from tablebook.redline.readings import accepted

TITLE, HEADING, FACTS, NOTE = "Title", "Heading1", "Facts", "Note"
SIGNATURE, SIGNED = "Signature", "Signed"
"""Whose signatures follow, and one of them."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the paper that is no contract language."""

    style: str
    text: str


@dataclass(frozen=True, slots=True)
class Original:
    """The contract's own Word file, and its text with the place of each block in that file."""

    data: bytes
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class WordPaper:
    """What a paper says. ``name`` and ``when`` give each hand's name and the moment of its change."""

    title: str
    content: tuple[Line | MarkedBlock, ...]
    header: tuple[str, str]
    footer: str
    name: Callable[[Author], str]
    when: Callable[[Author], datetime]
    page: str = "letter"


def word_file(paper: WordPaper, original: Original | None = None, clean: bool = False) -> bytes:
    """The paper as a Word file; in the contract's own file (its styles, headers and page) where there is one."""
    file = blank(paper.title, paper.header, paper.footer, paper.page)
    models: Models | None = None
    if original is not None:
        file = WordFile(original.data, "the contract")
        models = Models(original.data, original.blocks)
        _emptied(file)

    def signed(author: Author) -> tuple[str, str]:
        # Word shows this time as it is written, whatever the zone of the reader.
        return paper.name(author), paper.when(author).strftime("%Y-%m-%dT%H:%M:%SZ")

    writer = Writer(signed, _looks(models))
    body = file.tree(file.main).find(W + "body")
    assert body is not None
    section = body.find(SECT)
    content = _read(paper.content, clean)
    elements = writer.elements([_as_block(one) for one in content])
    _keep_the_end(content, elements)
    for at, element in enumerate(elements):
        body.insert(at, element)
    if section is not None and not elements:
        body.insert(0, make("p"))
    without_names(file)
    return file.to_bytes()


def _keep_the_end(content: Sequence[Line | MarkedBlock], elements: Sequence[Element]) -> None:
    """What stands below the text, signatures above all, is on a page with the last paragraph of the text."""
    below = 0
    while below < len(content) and isinstance(content[-1 - below], Line):
        below += 1
    for element in elements[-1 - below : -1]:
        if element.tag != P:
            continue
        properties = element.find(PPR)
        if properties is None:
            properties = make("pPr")
            element.insert(0, properties)
        if properties.find(W + "keepNext") is None:
            properties.insert(1 if properties.find(W + "pStyle") is not None else 0, make("keepNext"))


def _emptied(file: WordFile) -> None:
    """The file without its text, with the page that most of it has."""
    body = file.tree(file.main).find(W + "body")
    assert body is not None
    section = _most_used_page(body)
    for child in list(body):
        body.remove(child)
    if section is not None:
        body.append(section)
    without_data(file)


def _most_used_page(body: Element) -> Element | None:
    """The properties of the section with the most paragraphs, with the headers that it has from sections before it."""
    best: tuple[int, Element] | None = None
    heads: dict[tuple[str, str], Element] = {}
    begun = 0
    paragraphs = list(body.iter(P))
    places = {id(one): at for at, one in enumerate(paragraphs)}
    for section in body.iter(SECT):
        for reference in section.iterchildren(*HEADS):
            heads[str(reference.tag), reference.get(W + "type") or "default"] = reference
        owner = next(section.iterancestors(P), None)
        end = places[id(owner)] + 1 if owner is not None else len(paragraphs)
        if best is None or end - begun > best[0]:
            page = bare(section)
            for own in list(page.iterchildren(*HEADS, W + "type")):
                page.remove(own)
            for at, reference in enumerate(heads.values()):
                page.insert(at, bare(reference))
            best = (end - begun, page)
        begun = end
    return best[1] if best is not None else None


def _read(content: Sequence[Line | MarkedBlock], clean: bool) -> list[Line | MarkedBlock]:
    if not clean:
        return list(content)
    found: list[Line | MarkedBlock] = []
    waiting: list[MarkedBlock] = []
    for one in (*content, Line("", "")):
        if isinstance(one, MarkedBlock):
            waiting.append(one)
            continue
        found.extend(marked(block) for block in accepted(Redline(tuple(waiting), ())))
        waiting = []
        found.append(one)
    return found[:-1]


def marked(block: Block) -> MarkedBlock:
    """A block without marks."""
    runs = tuple(MarkedRun(run.text, bold=run.bold, italic=run.italic) for run in block.runs)
    rows = tuple(tuple((MarkedRun(cell),) if cell else () for cell in row) for row in block.rows)
    return MarkedBlock(block.kind, runs, block.label, None, block.section, block.level, rows)


_LINE = "line:"


def _as_block(one: Line | MarkedBlock) -> MarkedBlock:
    """A line of the paper among the blocks; the section, which is not printed, names its style."""
    if isinstance(one, MarkedBlock):
        return replace(one, section="")
    return MarkedBlock(BlockKind.PARAGRAPH, (MarkedRun(one.text),) if one.text else (), section=f"{_LINE}{one.style}")


def _looks(models: Models | None) -> Looks:
    def looks(block: MarkedBlock) -> tuple[Element | None, Element | None]:
        if block.section.startswith(_LINE):
            return (models.line if models is not None else _own_line)(block.section.removeprefix(_LINE))
        if models is not None:
            return models.of(block.kind, block.level, bool(block.label or block.old_label))
        return _own(block)

    return looks


def _own_line(style: str) -> tuple[Element | None, Element | None]:
    properties = make("pPr")
    properties.append(make("pStyle", val=style))
    return properties, None


def _own(block: MarkedBlock) -> tuple[Element | None, Element | None]:
    properties = make("pPr")
    if block.kind is BlockKind.HEADING:
        properties.append(make("pStyle", val=f"Heading{min(max(block.level, 1), 2)}"))
    left = 360 * max(block.level - (1 if block.kind is BlockKind.HEADING else 0), 0)
    hanging = 720 if block.label or block.old_label else 0
    if left or hanging:
        indent = make("ind", left=str(left + hanging))
        if hanging:
            indent.set(W + "hanging", str(hanging))
        properties.append(indent)
    return properties if len(properties) else None, None
