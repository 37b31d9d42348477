"""Tracked changes that a Word file already has, accepted: a comparison starts from clean files, as Word's own does."""

from __future__ import annotations

from tablebook.documents.tracked.names import (
    BOOKMARKS,
    PPR,
    R_RUN,
    RPR,
    TBL,
    TC,
    TR,
    Element,
    P,
    W,
    is_element,
    make,
    remove,
    unwrap,
)

_GONE = frozenset(
    W + name
    for name in (
        "del", "moveFrom", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tcPrChange",
        "trPrChange", "tblGridChange", "numberingChange", "cellIns", "cellMerge", "moveFromRangeStart",
        "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd",
        "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd",
        "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd",
    )
)  # fmt: skip
_STAYS = frozenset((W + "ins", W + "moveTo"))
_MARK_GONE = (W + "del", W + "moveFrom")


def accept_all(root: Element) -> bool:
    """Accept every tracked change below an element; whether there were any."""
    found = list(root.iter(*_GONE, *_STAYS, W + "cellDel"))
    if not found:
        return False
    joins = [
        _paragraph(mark)
        for mark in root.iter(RPR)
        if _is_mark(mark) and any(mark.find(t) is not None for t in _MARK_GONE)
    ]
    _rows_and_cells(root)
    for element in found:
        if element.tag in _GONE or len(element) == 0:
            remove(element)
        elif element.tag in _STAYS:
            unwrap(element)
    for paragraph in joins:
        _join_with_next(paragraph)
    _mended(root)
    _whole_bookmarks(root)
    return True


def _is_mark(properties: Element) -> bool:
    parent = properties.getparent()
    return parent is not None and parent.tag == PPR


def _paragraph(mark: Element) -> Element:
    return next(mark.iterancestors(P))


def _rows_and_cells(root: Element) -> None:
    for row in list(root.iter(TR)):
        properties = row.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            remove(row)
    for cell in list(root.iter(TC)):
        properties = cell.find(W + "tcPr")
        if properties is not None and properties.find(W + "cellDel") is not None:
            remove(cell)


def _join_with_next(paragraph: Element) -> None:
    """The words of a paragraph whose mark is gone go before those of the next paragraph."""
    if paragraph.getparent() is None:
        return
    following = paragraph.getnext()
    while following is not None and following.tag not in (P, TBL, W + "sdt", W + "sectPr"):
        following = following.getnext()
    words = [child for child in paragraph if is_element(child) and child.tag != PPR]
    if following is not None and following.tag == P:
        at = 1 if following.find(PPR) is not None else 0
        for step, child in enumerate(words):
            following.insert(at + step, child)
        remove(paragraph)
    elif not any(next(child.iter(R_RUN), None) is not None for child in words):
        for child in words:
            if child.tag in BOOKMARKS:  # the other end may stand elsewhere
                paragraph.addprevious(child)
        remove(paragraph)


def _mended(root: Element) -> None:
    """Rows without cells and tables without rows go; a cell ends in a paragraph."""
    for row in list(root.iter(TR)):
        if next(row.iter(TC), None) is None:
            remove(row)
    for table in list(root.iter(TBL)):
        if next(table.iter(TR), None) is None:
            remove(table)
    for cell in root.iter(TC):
        if len(cell) == 0 or cell[-1].tag not in (P, W + "sdt"):
            cell.append(make("p"))


def _whole_bookmarks(root: Element) -> None:
    """What is left of a bookmark of which one end went with struck words goes too."""
    ends = [{one.get(W + "id"): one for one in root.iter(tag)} for tag in BOOKMARKS]
    for mine, other in (ends, ends[::-1]):
        for identity, element in mine.items():
            if identity not in other:
                remove(element)
