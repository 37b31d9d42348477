"""Cross-reference fields whose number Word would count otherwise than it was agreed: they become the words that they
print. Such a field shows the number of a paragraph, and a number that is typed in is none to Word: on opening the file
"subject to ARTICLE 8" would read "subject to ." (ECMA-376 Part 1, 17.16.5.52, REF with its switches n, r and w)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import field
from difflib import SequenceMatcher

from tablebook.documents.tracked.fields import SIMPLE
from tablebook.documents.tracked.names import Element, P, W, remove, unwrap
from tablebook.documents.word.lines import BodyRead
from tablebook.domain.dataclass import dataclass

_NUMBER_OF = re.compile(r"\s*REF\s+(\S+)(?=.*\\[nrw]\b)", re.I | re.S)
_SAME = 0.5
_SIGN, _CODE, _START = W + "fldChar", W + "instrText", W + "bookmarkStart"


@dataclass(slots=True)
class _Field:
    """The marks of one field, and what it says to print."""

    marks: list[Element] = field(default_factory=list)
    code: str = ""
    nested: bool = False


def bookmark_names(body: Element) -> frozenset[str]:
    """The names that cross-references can lead to."""
    return frozenset(mark.get(W + "name") or "" for mark in body.iter(_START))


def settle_references(was: BodyRead, now: BodyRead, names: Collection[str], typed: Collection[int]) -> list[Element]:
    """Make words of the fields that show the number of a paragraph which has another one now, has it ``typed`` in (its
    ``id``), or is gone; ``names`` are the bookmarks that there ``was`` one for. The paragraphs that had such fields."""
    targets = {mark.get(W + "name") or "": next(mark.iterancestors(P), None) for mark in now.body.iter(_START)}
    settled: list[Element] = []
    for paragraph in now.elements:
        for one in list(_fields(paragraph)):
            found = _NUMBER_OF.match(one.code)
            name = found[1].strip('"') if found and not one.nested else ""
            if name in names and _counts_otherwise(targets.get(name), was, now, typed):
                for mark in one.marks:
                    (unwrap if mark.tag == SIMPLE else remove)(mark)
                settled += [] if settled[-1:] == [paragraph] else [paragraph]
    return settled


def _counts_otherwise(target: Element | None, was: BodyRead, now: BodyRead, typed: Collection[int]) -> bool:
    if target is None or id(target) in typed or _label(was, target) != _label(now, target):
        return True
    old, new = (read.printed(target).split() for read in (was, now))
    return SequenceMatcher(None, old, new, autojunk=False).ratio() < _SAME  # another text has taken its place


def _label(read: BodyRead, paragraph: Element) -> str:
    lines = read.lines(paragraph)
    return lines[0].label if lines else ""


def _fields(paragraph: Element) -> Iterator[_Field]:
    """The fields that begin and end in a paragraph."""
    open_ones: list[_Field] = []
    for element in paragraph.iter(_SIGN, _CODE, SIMPLE):
        if element.tag == SIMPLE:
            yield _Field([element], element.get(W + "instr") or "")
            continue
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            for outer in open_ones:
                outer.nested = True
            open_ones.append(_Field([element]))
        elif open_ones:
            open_ones[-1].marks.append(element)
            open_ones[-1].code += (element.text or "") if element.tag == _CODE else ""
            if kind == "end":
                yield open_ones.pop()
