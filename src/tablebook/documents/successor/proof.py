"""The new file re-read: does each paragraph print what it has to, label and words?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tablebook.documents.successor.splice import Splice, Written
from tablebook.documents.tracked.names import Element
from tablebook.documents.word.lines import BodyRead
from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import BlockKind

Lines = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A paragraph that prints something else. ``label`` is the label it should have, where only that is wrong, or
    NO_LABEL."""

    unit: str
    element: Element
    label: str
    wanted: str
    found: str
    new: bool


def wrong(splice: Splice, now: BodyRead, before: Mapping[int, Lines]) -> list[Wrong]:
    """What the file prints otherwise than the successor has it, in the order of the file."""
    known = {id(one.element): one for one in splice.written}
    found: list[Wrong] = []
    for element in now.elements:
        one = known.get(id(element))
        if one is None:
            continue
        if one.blocks and one.blocks[0].kind is BlockKind.TABLE:
            continue
        label, words = wanted(one, before)
        lines = now.lines(element)
        printed = " ".join(line.printed for line in lines)
        if _prints(printed, label, words):
            continue
        mended = ""
        if _prints(" ".join(line.text for line in lines), "", words):
            mended = label or (NO_LABEL if lines and lines[0].label else "")
        meant = f"{label} {' '.join(words)}".strip()
        found.append(Wrong(one.unit, element, mended, meant, printed, one.new))
    found.extend(_tables(splice, now))
    return found


NO_LABEL = "\0"
"""The paragraph should have no label, and Word counts one."""


def wanted(one: Written, before: Mapping[int, Lines]) -> tuple[str, tuple[str, ...]]:
    """The label and the words that a paragraph has to print."""
    if one.new:
        return one.blocks[0].label, tuple(block.text for block in one.blocks)
    lines = before.get(id(one.element), [])
    return (lines[0][0] if lines else ""), tuple(text for _, text in lines)


def _prints(printed: str, label: str, words: tuple[str, ...]) -> bool:
    """Whether a line reads so. Between a title and the text after it stands what the contract puts there."""
    pieces = [re.escape(squeezed) for squeezed in map(_squeezed, (label, *words)) if squeezed]
    return re.fullmatch(r"[^\w(]*".join(pieces), _squeezed(printed)) is not None


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _tables(splice: Splice, now: BodyRead) -> Iterator[Wrong]:
    for one in splice.written:
        if not one.blocks or one.blocks[0].kind is not BlockKind.TABLE or not one.new:
            continue
        first = next((p for p in one.element.iter("{*}p") if now.lines(p)), None)
        rows = next((line.rows for line in now.lines(first) if line.rows), ()) if first is not None else ()
        cells, meant = ([[" ".join(c.split()) for c in row] for row in some] for some in (rows, one.blocks[0].rows))
        if cells != meant:
            yield Wrong(one.unit, one.element, "", one.blocks[0].text, "\n".join("\t".join(row) for row in rows), True)
