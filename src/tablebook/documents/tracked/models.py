"""How the contract's own Word file sets its text: for each kind and level of block the look that most of them have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import field

from tablebook.documents.tracked.names import PPR, RPR, Element, T, W, bare, child_value, make, remove
from tablebook.documents.word.lines import paragraphs_read
from tablebook.documents.word.parts import Package, Styles, numbering_of
from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Block, BlockKind

_Key = tuple[str, int, bool]
_Look = tuple[Element | None, Element | None]
_NOT_KEPT = frozenset(
    W + name for name in ("sectPr", "pPrChange", "rPr", "framePr", "pageBreakBefore", "numPr", "cnfStyle", "divId")
)
_NOT_WORDS = frozenset(
    W + name for name in ("rPrChange", "ins", "del", "b", "bCs", "i", "iCs", "vanish", "strike", "dstrike", "u",
                          "highlight", "color", "shd", "vertAlign")
)  # fmt: skip

_LINES = {
    "Title": ("0", "120", "32", "b"), "Heading1": ("240", "80", "26", "b"), "Facts": ("0", "40", "20", ""),
    "Note": ("120", "40", "20", "i"), "Signature": ("240", "40", "", "b"), "Signed": ("240", "40", "", ""),
}  # fmt: skip
"""Lines that are no contract language: the space above and below, the size where it is not the text's, the face."""


@dataclass(slots=True)
class Models:
    """Looks found in the contract's file, by kind, level and whether a label is printed."""

    data: bytes
    blocks: Sequence[Block]
    _looks: dict[_Key, _Look] = field(default_factory=dict)

    def __post_init__(self) -> None:
        paragraphs = paragraphs_read(self.data, "the contract")
        numbers = Indents(self.data)
        seen: dict[_Key, Counter[str]] = {}
        first: dict[tuple[_Key, str], Element] = {}
        for block in self.blocks:
            if 0 <= block.source < len(paragraphs) and block.kind is not BlockKind.TABLE:
                key = (str(block.kind), block.level, bool(block.label))
                paragraph = paragraphs[block.source]
                style = child_value(paragraph.find(PPR), "pStyle") or ""
                seen.setdefault(key, Counter())[style] += 1
                first.setdefault((key, style), paragraph)
        for key, styles in seen.items():
            paragraph = first[key, styles.most_common(1)[0][0]]
            self._looks[key] = numbers.literal(paragraph), _words(paragraph, key[0] == BlockKind.HEADING)

    def of(self, kind: str, level: int, labelled: bool) -> _Look:
        """The look of such a block: of the same kind and level, else the nearest level, else the plain style."""
        known = [key for key in self._looks if key[0] == kind]
        if not known:
            return None, None
        nearest = min(known, key=lambda key: (abs(key[1] - level), key[2] != labelled, key[1]))
        return self._looks[nearest]

    def line(self, style: str) -> _Look:
        """The look of a line that is no contract language: the contract's own plain text, larger where it heads."""
        properties, look = make("pPr"), make("rPr")
        above, below, half_points, face = _LINES.get(style, ("0", "0", "", ""))
        properties.append(make("spacing", before=above, after=below))
        if face:
            look.append(make(face))
        if half_points:
            look.append(make("sz", val=half_points))
        return properties, look


class Indents:
    """Labels are written as they are printed, so that an article alone keeps its numbers; a list's indent stays."""

    def __init__(self, data: bytes) -> None:
        package = Package(data, "the contract")
        self._styles = Styles(package.part("word/styles.xml"))
        self._root = package.part("word/numbering.xml")

    def literal(self, paragraph: Element) -> Element | None:
        own = paragraph.find(PPR)
        found = bare(own) if own is not None else make("pPr")
        number = numbering_of(own) or self._styles.get(child_value(own, "pStyle")).numbering
        for child in [child for child in found if child.tag in _NOT_KEPT]:
            remove(child)
        if number is not None and number[0] != "0":
            off = make("numPr")
            off.append(make("numId", val="0"))
            found.insert(_place(found, "numPr"), off)
            indent = self._indent(*number)
            if found.find(W + "ind") is None and indent is not None:
                found.insert(_place(found, "ind"), bare(indent))
        return found if len(found) else None

    def _indent(self, number: str, level: int) -> Element | None:
        if self._root is None:
            return None
        one = next((n for n in self._root.findall(W + "num") if n.get(W + "numId") == number), None)
        abstract = child_value(one, "abstractNumId")
        home = next((a for a in self._root.findall(W + "abstractNum") if a.get(W + "abstractNumId") == abstract), None)
        levels = home.findall(W + "lvl") if home is not None else []
        found = next((one for one in levels if one.get(W + "ilvl") == str(max(level, 0))), None)
        return found.find(f"{PPR}/{W}ind") if found is not None else None


_BEFORE = {
    "numPr": ("pStyle", "keepNext", "keepLines", "widowControl"),
    "ind": ("pStyle", "keepNext", "keepLines", "widowControl", "numPr", "suppressLineNumbers", "pBdr", "shd", "tabs",
            "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN",
            "bidi", "adjustRightInd", "snapToGrid", "spacing"),
}  # fmt: skip


def _place(properties: Element, tag: str) -> int:
    """Where a property stands in the order of the standard."""
    before = {W + name for name in _BEFORE[tag]}
    return max((at + 1 for at, child in enumerate(properties) if child.tag in before), default=0)


def _words(paragraph: Element, heading: bool) -> Element | None:
    """The look of a paragraph's longest words. Bold and italic are the text's own, but for headings."""
    runs = [run for run in paragraph.iter(W + "r") if run.find(T) is not None]
    if not runs:
        return None
    longest = max(runs, key=lambda run: len("".join(text.text or "" for text in run.iter(T))))
    look = longest.find(RPR)
    if look is None:
        return None
    found = bare(look)
    dropped = _NOT_WORDS - {W + "b", W + "bCs"} if heading else _NOT_WORDS
    for child in [child for child in found if child.tag in dropped]:
        remove(child)
    return found if len(found) else None
