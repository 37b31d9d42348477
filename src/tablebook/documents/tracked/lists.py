"""The other file's numbering: the list that the same paragraphs have in ours, a list defined alike, or one brought."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from tablebook.documents.tracked.names import Element, W, attributes, bare, child_value, is_element, remove
from tablebook.documents.tracked.package import WordFile
from tablebook.documents.tracked.styles import StyleMap

_NAMES = tuple(W + name for name in ("nsid", "tmpl", "name", "styleLink", "numStyleLink"))
_PICTURE = W + "lvlPicBulletId"


class Lists:
    """List numbers (numId) of the new file as numbers of the old one."""

    def __init__(self, old: WordFile, new: WordFile, styles: StyleMap) -> None:
        self._old, self._new, self._styles = old, new, styles
        self._mapped: dict[str, str] = {"0": "0"}
        self._votes: dict[str, Counter[str]] = {}

    def vote(self, theirs: str, ours: str) -> None:
        """A paragraph that is in both files stands in these lists: they are likely the same list."""
        self._votes.setdefault(theirs, Counter())[ours] += 1

    def here(self, number: str) -> str:
        """The number of that list in the old file."""
        if number not in self._mapped:
            self._mapped[number] = self._found(number)
        return self._mapped[number]

    def _found(self, number: str) -> str:
        votes = self._votes.get(number)
        if votes:
            return votes.most_common(1)[0][0]
        theirs = _number(self._new.root("numbering"), number)
        abstract = _abstract(self._new.root("numbering"), child_value(theirs, "abstractNumId"))
        if theirs is None or abstract is None:
            return "0"
        said = _said(abstract, theirs)
        root = self._old.root("numbering")
        for ours in root.findall(W + "num") if root is not None else ():
            known = _abstract(root, child_value(ours, "abstractNumId"))
            if known is not None and _said(known, ours) == said:
                return ours.get(W + "numId") or "0"
        return self._brought(number, theirs, abstract)

    def _brought(self, number: str, theirs: Element, abstract: Element) -> str:
        root = self._old.home("numbering")
        identity = _free(root, "abstractNum", "abstractNumId")
        copy = bare(abstract)
        copy.set(W + "abstractNumId", identity)
        for link in [child for child in copy if child.tag in _NAMES]:
            copy.remove(link)
        numbers = root.findall(W + "num")
        root.insert(root.index(numbers[0]) if numbers else _at_end(root), copy)
        here = _free(root, "num", "numId")
        made = bare(theirs)
        made.set(W + "numId", here)
        reference = made.find(W + "abstractNumId")
        if reference is not None:
            reference.set(W + "val", identity)
        numbers = root.findall(W + "num")
        root.insert(root.index(numbers[-1]) + 1 if numbers else root.index(copy) + 1, made)
        self._mapped[number] = here
        for level in list(copy.iter(_PICTURE)):
            remove(level)  # the picture stays behind; the list's own sign is printed
        for style in list(copy.iter(W + "pStyle")):
            style.set(W + "val", self._styles.here(style.get(W + "val") or ""))
        return here


def _number(root: Element | None, number: str) -> Element | None:
    found = root.findall(W + "num") if root is not None else []
    return next((one for one in found if one.get(W + "numId") == number), None)


def _abstract(root: Element | None, identity: str | None) -> Element | None:
    found = root.findall(W + "abstractNum") if root is not None else []
    return next((one for one in found if one.get(W + "abstractNumId") == identity), None)


def _said(abstract: Element, number: Element) -> str:
    """A list's levels and its own exceptions, without the names that each file gives them."""
    parts = [child for child in abstract if is_element(child) and child.tag not in _NAMES]
    parts += number.findall(W + "lvlOverride")
    return "".join(_levels(part) for part in parts)


def _levels(element: Element) -> str:
    said = sorted(one for one in attributes(element) if not one[0].endswith(("}tplc", "}tentative")))
    children = "".join(_levels(child) for child in element if is_element(child))
    return f"({etree.QName(element).localname}{said}{children})"


def _free(root: Element, tag: str, attribute: str) -> str:
    known = [int(found) for one in root.findall(W + tag) if (found := one.get(W + attribute) or "").isdigit()]
    return str(max(known, default=0) + 1)


def _at_end(root: Element) -> int:
    last = root.find(W + "numIdMacAtCleanup")
    return root.index(last) if last is not None else len(root)
