"""The new file re-read: does each paragraph print what it has to, label and words?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tablebook.documents.successor.splice import Splice
from tablebook.documents.tracked.names import Element
from tablebook.documents.word.lines import BodyRead
from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import BlockKind


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


def wrong(splice: Splice, now: BodyRead) -> list[Wrong]:
    """What the file prints otherwise than the successor has it, in the order of the file."""
    known = {id(one.element): one for one in splice.written}
    found: list[Wrong] = []
    for element in now.elements:
        one = known.get(id(element))
        if one is None:
            continue
        lines = now.lines(element)
        printed = " ".join(line.printed for line in lines)
        if not one.blocks:
            if printed.strip():
                found.append(Wrong(one.unit, element, "", "", printed, one.new))
            continue
        if one.blocks[0].kind is BlockKind.TABLE:
            continue
        label, words = one.blocks[0].label, tuple(block.text for block in one.blocks)
        if _prints(printed, label, words, one.new):
            continue
        mended = ""
        if _prints(" ".join(line.text for line in lines), "", words, one.new):
            mended = label or (NO_LABEL if lines and lines[0].label else "")
        meant = f"{label} {' '.join(words)}".strip()
        found.append(Wrong(one.unit, element, mended, meant, printed, one.new))
    found.extend(_tables(splice, now))
    read = {id(element) for element in now.elements}
    for one in splice.written:
        meant = " ".join(block.printed for block in one.blocks)
        is_table = bool(one.blocks) and one.blocks[0].kind is BlockKind.TABLE
        if id(one.element) not in read and not is_table and meant.strip():
            found.append(Wrong(one.unit, one.element, "", meant, "", one.new))
    return found


NO_LABEL = "\0"
"""The paragraph should have no label, and Word counts one."""


def _prints(printed: str, label: str, words: tuple[str, ...], new: bool) -> bool:
    """Whether a line reads so. Between a title and the text after it stands what the contract puts there, and in a
    paragraph that was not touched also behind a title."""
    pieces = [re.escape(squeezed) for squeezed in map(_squeezed, (label, *words)) if squeezed]
    end = "" if new else r"[^\w(]*"
    return re.fullmatch(r"[^\w(]*".join(pieces) + end, _squeezed(printed)) is not None


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _tables(splice: Splice, now: BodyRead) -> Iterator[Wrong]:
    for one in splice.written:
        if not one.blocks or one.blocks[0].kind is not BlockKind.TABLE:
            continue
        first = next((p for p in one.element.iter("{*}p") if now.lines(p)), None)
        rows = next((line.rows for line in now.lines(first) if line.rows), ()) if first is not None else ()
        cells, meant = ([[" ".join(c.split()) for c in row] for row in some] for some in (rows, one.blocks[0].rows))
        if cells != meant:
            yield Wrong(
                one.unit, one.element, "", one.blocks[0].text, "\n".join("\t".join(row) for row in rows), one.new
            )
