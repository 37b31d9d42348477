"""A part made ready for comparison: tracked changes accepted, wrappers without meaning taken away."""

from __future__ import annotations

from tablebook.documents.tracked.accept import accept_all
from tablebook.documents.tracked.names import (
    PPR,
    SDT,
    SDT_CONTENT,
    SECT,
    TBL,
    TC,
    TR,
    Element,
    P,
    W,
    bare,
    make,
    remove,
    unwrap,
)  # fmt: skip

_DROPPED = tuple(W + name for name in ("proofErr", "lastRenderedPageBreak", "softHyphenPosition"))
_WRAPPERS = (W + "smartTag", W + "customXml")
_MARKERS = tuple(
    W + name
    for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd")
)


def prepare(root: Element) -> None:
    """Change the part in place; its words stay as they are read when all its tracked changes are accepted."""
    accept_all(root)
    for table in list(root.iter(TBL)):
        _out_of_its_paragraph(table)
    for element in list(root.iter(*_DROPPED)):
        remove(element)
    for element in list(root.iter(*_WRAPPERS)):
        for properties in element.findall(W + "smartTagPr") + element.findall(W + "customXmlPr"):
            remove(properties)
        unwrap(element)
    for element in list(root.iter(SDT)):
        _control(element)
    for element in list(root.iter(*_MARKERS)):
        if _in_a_grid(element):
            _into_a_paragraph(element)
    for cell in root.iter(TC):
        if next(cell.iterchildren(P, SDT), None) is None:
            cell.append(make("p"))


def _out_of_its_paragraph(table: Element) -> None:
    """A table inside a paragraph, which no standard allows, stands behind it; what followed it there is a paragraph of
    its own. Its words would be lost as words of the paragraph."""
    paragraph = table.getparent()
    if paragraph is None or paragraph.tag != P:
        return
    rest = make("p")
    if (properties := paragraph.find(PPR)) is not None:
        rest.append(bare(properties))
        for section in properties.findall(SECT):  # the section ends with the last of them
            remove(section)
    rest.extend(list(table.itersiblings()))
    paragraph.addnext(table)
    table.addnext(rest)


def _in_a_grid(element: Element) -> bool:
    """Whether an element stands among rows or cells."""
    parent = element.getparent()
    return parent is not None and parent.tag in (TBL, TR)


def _control(element: Element) -> None:
    """A content control round rows or cells is left out, so that they can come and go; others stay."""
    content = element.find(SDT_CONTENT)
    if content is None:
        remove(element)
    elif _in_a_grid(element):
        for other in [child for child in element if child is not content]:
            remove(other)
        unwrap(content)
        unwrap(element)


def _into_a_paragraph(marker: Element) -> None:
    """Marks between rows and cells go to the words before or after them, where they can stay."""
    after, before = marker.getnext(), marker.getprevious()
    following = next(after.iter(P), None) if after is not None else None
    preceding = list(before.iter(P)) if before is not None else []
    remove(marker)
    if following is not None:
        following.insert(1 if following.find(PPR) is not None else 0, marker)
    elif preceding:
        preceding[-1].append(marker)
