"""Names of WordprocessingML, and the few questions that every module asks of its elements."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_W_URI, _R_URI = W[1:-1], R[1:-1]

P, TBL, TR, TC, SDT, R_RUN, T = W + "p", W + "tbl", W + "tr", W + "tc", W + "sdt", W + "r", W + "t"
PPR, RPR, SECT = W + "pPr", W + "rPr", W + "sectPr"
SDT_CONTENT = W + "sdtContent"
BOOKMARKS = (W + "bookmarkStart", W + "bookmarkEnd")
HEADS = {W + f"{kind}Reference": kind for kind in ("header", "footer")}
"""What a section says of its headers and footers."""

_UNSEEN = ("rsid", "paraId", "textId", "anchorId", "editId")
"""Attributes that differ with each saving of the same words."""


def is_element(node: Element) -> bool:
    """Comments and processing instructions are nodes too."""
    return isinstance(node.tag, str)


def make(tag: str, **attributes: str) -> Element:
    """An element of WordprocessingML with attributes of the same namespace."""
    element = etree.Element(W + tag, nsmap={"w": _W_URI, "r": _R_URI})
    for name, value in attributes.items():
        element.set(W + name, value)
    return element


def child_value(element: Element | None, tag: str) -> str | None:
    """The ``w:val`` of a child element."""
    found = element.find(W + tag) if element is not None else None
    return found.get(W + "val") if found is not None else None


def bare(element: Element) -> Element:
    """A copy that stands alone, without the text that followed it."""
    copy = deepcopy(element)
    copy.tail = None
    return copy


def shell(element: Element) -> Element:
    """An element with its attributes and without its content."""
    names = {str(prefix): uri for prefix, uri in element.nsmap.items() if prefix}
    copy = etree.Element(element.tag, nsmap=names)
    for name, value in attributes(element):
        copy.set(name, value)
    return copy


def unwrap(element: Element) -> None:
    """Put an element's children where it stands."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    children = list(element)
    remove(element)
    for step, child in enumerate(children):
        parent.insert(at + step, child)


def remove(element: Element) -> None:
    """Take an element out; WordprocessingML has no text beside elements that could be lost with it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def attributes(element: Element) -> list[tuple[str, str]]:
    """An element's attributes with their full names."""
    return [(str(name), str(value)) for name, value in element.attrib.items()]


def without_own_numbers(element: Element) -> None:
    """Take off the numbers that tell one paragraph or row from all others in a file: a copy may not have them."""
    for name, _ in attributes(element):
        if name.endswith(("}paraId", "}textId")):
            del element.attrib[name]


def seen_attributes(element: Element) -> Iterator[tuple[str, str]]:
    """Attributes that say something of the document rather than of its saving."""
    for name, value in sorted(attributes(element)):
        local = name.rpartition("}")[2]
        if not local.startswith(_UNSEEN):
            yield name, value


def digest(*parts: str) -> str:
    """A short name for content that is long."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:20]
