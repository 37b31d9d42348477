"""A paragraph's blocks written anew: in place where it stands, or in a copy of one of the same level."""

from __future__ import annotations

from collections.abc import Sequence

from tablebook.documents.successor.letters import Letters
from tablebook.documents.successor.places import Group
from tablebook.documents.tracked.names import (
    PPR,
    RPR,
    SECT,
    Element,
    W,
    bare,
    make,
    remove,
    unwrap,
    without_own_numbers,
)
from tablebook.documents.word.parts import Styles
from tablebook.domain.text import Block, Run

_FIELD = frozenset(W + name for name in ("fldChar", "instrText"))
_OF_ITS_OWN = frozenset(
    W + name
    for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference",
                 "footnoteReference", "endnoteReference", "permStart", "permEnd", "drawing", "pict", "object")
)  # fmt: skip


def rewrite(
    paragraph: Element, old: Sequence[Block], new: Sequence[Block], styles: Styles, whole: bool = False
) -> bool:
    """Write the new blocks of a paragraph over its old ones; whether their words were all found there. A label that
    Word counts by itself is no word of the paragraph. Fields become the text that they print."""
    without_fields(paragraph)
    letters = Letters(paragraph, styles)
    spans = _spans(letters, old)
    if spans is None or len(old) != len(new):
        return False
    (label, *texts) = spans
    if label is not None and old[0].label != new[0].label:
        letters.write(*label, (Run(new[0].label),) if new[0].label else ())
    for block, before, span in zip(new, old, texts, strict=True):
        assert span is not None
        if whole or block.text != before.text:
            letters.write(*span, block.runs, whole)
    letters.settle()
    return True


def _spans(letters: Letters, blocks: Sequence[Block]) -> list[tuple[int, int] | None] | None:
    """Where the label of the first block stands (None: Word counts it), and the words of each."""
    label = letters.find(blocks[0].label) if blocks[0].label else None
    first = letters.find(blocks[0].text) if blocks[0].text else None
    if label is not None and (letters.text[: label[0]].strip() or (first is not None and first[0] < label[1])):
        label = None
    found: list[tuple[int, int] | None] = [label]
    at = label[1] if label is not None else 0
    for block in blocks:
        span = letters.find(block.text, at) if block.text else (at, at)
        if span is None:
            return None
        found.append(span)
        at = span[1]
    return found


def has_own_label(paragraph: Element, block: Block, styles: Styles) -> bool:
    """Whether a block's label is typed in its paragraph, and not counted by Word."""
    if not block.label:
        return False
    letters = Letters(paragraph, styles)
    label = letters.find(block.label)
    return label is not None and not letters.text[: label[0]].strip()


def plain(paragraph: Element, blocks: Sequence[Block], own_label: bool) -> None:
    """Write blocks into a paragraph as one run each, in the look of its first words."""
    look = next((run.find(RPR) for run in paragraph.iter(W + "r") if run.find(W + "t") is not None), None)
    look = bare(look) if look is not None else None
    for child in [child for child in paragraph if child.tag not in (PPR, W + "bookmarkStart", W + "bookmarkEnd")]:
        remove(child)
    if own_label and blocks[0].label:
        paragraph.append(_run(blocks[0].label, look, tab=True))
    for at, block in enumerate(blocks):
        paragraph.append(_run(block.text if at + 1 == len(blocks) else f"{block.text} ", look))


def _run(words: str, look: Element | None, tab: bool = False) -> Element:
    run = make("r")
    if look is not None:
        run.append(bare(look))
    text = make("t")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(text)
    if tab:
        run.append(make("tab"))
    return run


def copied(model: Group, blocks: tuple[Block, ...], styles: Styles) -> Element:
    """A new paragraph after the model of one of the same level: its properties and looks, without what may stand in a
    file only once."""
    assert model.model is not None
    paragraph = bare(model.model)
    without_own_numbers(paragraph)
    for element in list(paragraph.iter(*_OF_ITS_OWN)):
        remove(element)
    properties = paragraph.find(PPR)
    for name in ("sectPr", "pPrChange", "pageBreakBefore"):
        for child in properties.findall(W + name) if properties is not None else ():
            remove(child)
    paired = len(blocks) == len(model.blocks) and bool(model.blocks[0].label) == bool(blocks[0].label)
    if not (paired and rewrite(paragraph, model.blocks, blocks, styles, whole=True)):
        without_fields(paragraph)
        plain(paragraph, blocks, has_own_label(model.model, model.blocks[0], styles))
    return paragraph


def literal(paragraph: Element, label: str, properties: Element | None, styles: Styles) -> None:
    """Take a paragraph out of its list, at the place it has on the page, and print its label as words."""
    own = paragraph.find(PPR)
    kept = own.find(SECT) if own is not None else None
    if own is not None:
        remove(own)
    made = properties if properties is not None else make("pPr")
    if kept is not None:
        made.append(kept)
    paragraph.insert(0, made)
    if label:
        first = next((run for run in paragraph.iter(W + "r") if run.find(W + "t") is not None), None)
        look = first.find(RPR) if first is not None else None
        paragraph.insert(1, _run(label, bare(look) if look is not None else None, tab=True))


def without_fields(paragraph: Element) -> bool:
    """Fields as the text that they print; whether there were any."""
    found = False
    for simple in list(paragraph.iter(W + "fldSimple")):
        unwrap(simple)
        found = True
    for element in list(paragraph.iter(*_FIELD)):
        remove(element)
        found = True
    return found
