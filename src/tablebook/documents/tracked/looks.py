"""Looks of words and of paragraphs compared, and written with what they were before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lxml import etree

from tablebook.documents.tracked.names import (
    PPR,
    RPR,
    SECT,
    Element,
    W,
    bare,
    is_element,
    make,
    remove,
    seen_attributes,
)
from tablebook.documents.tracked.sections import section_here
from tablebook.redline.marks import Mark

if TYPE_CHECKING:
    from tablebook.documents.tracked.bring import Bring
    from tablebook.documents.tracked.context import Sides
    from tablebook.documents.tracked.steps import Step

_SAYS_NOTHING = frozenset(W + name for name in ("lang", "noProof", "webHidden", "ins", "del", "moveFrom", "moveTo"))
_NOT_BASE = frozenset((RPR, SECT, W + "pPrChange"))


def said(element: Element | None, all_of_it: bool = False) -> str:
    """Properties as words; the checking of spelling says nothing of how words look."""
    if element is None:
        return ""
    parts = []
    for child in element:
        if is_element(child) and (all_of_it or child.tag not in _SAYS_NOTHING):
            attributes = [f"{k}={v}" for k, v in seen_attributes(child) if k != W + "id"]
            parts.append(f"({etree.QName(child).localname} {' '.join(attributes)}{said(child, all_of_it)})")
    return "".join(sorted(parts))


def changed_look(mine: Element | None, theirs: Element | None, stamp: Callable[[str], Element]) -> Element | None:
    """The new look with the old one kept as what it was; the old one itself where they are the same."""
    if said(mine) == said(theirs):
        return mine
    look = bare(theirs) if theirs is not None else make("rPr")
    for change in look.findall(W + "rPrChange"):
        remove(change)
    change = stamp("rPrChange")
    change.append(bare(mine) if mine is not None else make("rPr"))
    look.append(change)
    return look


def properties_differ(old: Element | None, new: Element | None, bring: Bring) -> bool:
    """Whether two paragraphs look different, their words aside."""
    return said(_base(old)) != said(bring.properties(_base(new)))


def paragraph_properties(end: Step, sides: Sides) -> Element | None:
    """A paragraph's properties, with what happened to its end and what they were before."""
    if end.old is None or (end.mark is Mark.INSERTED):
        found = _brought(_own(end.new.block if end.new else None), sides)
    else:
        found = _with_change(end, sides)
    if end.mark is Mark.SAME:
        return found
    if found is None:
        found = make("pPr")
    look = found.find(RPR)
    if look is None:
        look = make("rPr")
        after = [child for child in found if child.tag in (SECT, W + "pPrChange")]
        found.insert(found.index(after[0]) if after else len(found), look)
    struck, moved = end.mark is Mark.DELETED, bool(end.move)
    look.insert(0, sides.stamp(("moveFrom" if struck else "moveTo") if moved else ("del" if struck else "ins")))
    return found


def _brought(own: Element | None, sides: Sides) -> Element | None:
    """The properties of a paragraph that comes, with the section that it ends."""
    found = sides.bring.properties(own)
    section = own.find(SECT) if own is not None else None
    if found is not None and section is not None:
        found.append(section_here(section, sides))
    return found


def _with_change(end: Step, sides: Sides) -> Element | None:
    assert end.old is not None
    own = _own(end.old.block)
    if end.mark is not Mark.SAME or end.new is None or not properties_differ(end.old.block, end.new.block, sides.bring):
        return bare(own) if own is not None else None
    base = _base(end.old.block)
    found = sides.bring.properties(_base(end.new.block))
    if found is None:
        found = make("pPr")
    for tag in (RPR, SECT):
        kept = own.find(tag) if own is not None else None
        if kept is not None:
            found.append(bare(kept))
    change = sides.stamp("pPrChange")
    change.append(base if base is not None else make("pPr"))
    found.append(change)
    return found


def _own(paragraph: Element | None) -> Element | None:
    return paragraph.find(PPR) if paragraph is not None else None


def _base(paragraph: Element | None) -> Element | None:
    """Paragraph properties without those of its end and of its section."""
    own = _own(paragraph)
    if own is None:
        return None
    base = bare(own)
    for child in [child for child in base if child.tag in _NOT_BASE]:
        remove(child)
    return base
