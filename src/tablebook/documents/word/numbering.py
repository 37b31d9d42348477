"""Automatic numbers, computed as Word prints them."""

from __future__ import annotations

import re
from dataclasses import field, replace

from lxml import etree

from tablebook.documents.word.parts import Styles, W, numbering_of, switched, value, whole
from tablebook.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. ``restart`` is the level (counted from 1) after which it begins again; 0 never, -1 the
    usual way."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    style: str = ""
    legal: bool = False
    restart: int = -1


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)
    used: bool = False


class Numbering:
    """The lists of one document with their counters; ask for labels in document order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, dict[int, int]] = {}
        if root is None:
            return
        abstracts = {item.get(W + "abstractNumId") or "": item for item in root.findall(W + "abstractNum")}
        targets = {item.get(W + "numId") or "": value(item, "abstractNumId") or "" for item in root.findall(W + "num")}
        for item in root.findall(W + "num"):
            identity = item.get(W + "numId") or ""
            abstract = self._linked(targets[identity], abstracts, targets, styles)
            levels = _levels(abstracts[abstract]) if abstract in abstracts else {}
            self._lists[identity] = _List(abstract, levels)
            self._override(self._lists[identity], item)

    @staticmethod
    def _linked(abstract: str, abstracts: dict[str, etree._Element], targets: dict[str, str], styles: Styles) -> str:
        """The list that an abstract list borrows through a numbering style, or itself."""
        element = abstracts.get(abstract)
        link = value(element, "numStyleLink") if element is not None else None
        if not link:
            return abstract
        numbering = styles.get(link).numbering
        return targets.get(numbering[0], abstract) if numbering else abstract

    @staticmethod
    def _override(numbered: _List, item: etree._Element) -> None:
        for override in item.findall(W + "lvlOverride"):
            at = whole(override.get(W + "ilvl"), 0)
            own = override.find(W + "lvl")
            if own is not None:
                numbered.levels = {**numbered.levels, at: _level(own)}
            start = value(override, "startOverride")
            if start is not None:
                numbered.starts[at] = whole(start, 1)
                numbered.levels[at] = replace(numbered.levels.get(at, Level()), start=whole(start, 1))

    def level_for_style(self, identity: str, style: str) -> int:
        """The level that is tied to a style in its list."""
        numbered = self._lists.get(identity)
        levels = numbered.levels if numbered else {}
        return next((at for at, level in levels.items() if level.style == style), 0)

    def heading_levels(self, identity: str, styles: Styles) -> int:
        """How many levels of the list are tied to heading styles."""
        numbered = self._lists.get(identity)
        levels = numbered.levels.values() if numbered else ()
        return sum(bool(level.style and styles.get(level.style).depth) for level in levels)

    def label_of(self, properties: etree._Element | None) -> tuple[str, int]:
        """Counts a paragraph with these properties: the label that Word prints before it ("" for none), its level."""
        identity = value(properties, "pStyle")
        style = self._styles.get(identity)
        own = numbering_of(properties)
        number = own or style.numbering
        if number is None or number[0] == "0":
            return "", 0
        at = number[1]
        if own is None or at < 0:
            at = max(at, self.level_for_style(number[0], identity or self._styles.default_id))
            if at == 0 and style.numbering_style:
                at = self.level_for_style(number[0], style.numbering_style)
        label = self.next_label(number[0], at)
        return label, max(1, at + 1 - self.heading_levels(number[0], self._styles)) if label else 0

    def next_label(self, identity: str, at: int) -> str:
        """Counts the paragraph and gives the label that Word prints before it."""
        numbered = self._lists.get(identity)
        if numbered is None or at not in numbered.levels:
            return ""
        counters = self._counters.setdefault(numbered.abstract, {})
        if not numbered.used:
            numbered.used = True
            counters.update({place: start - 1 for place, start in numbered.starts.items()})
        level = numbered.levels[at]
        counters[at] = counters.get(at, level.start - 1) + 1
        for deeper in [other for other in counters if other > at]:
            restart = numbered.levels[deeper].restart if deeper in numbered.levels else -1
            if restart == -1 or (restart > 0 and at < restart):
                del counters[deeper]
        return self._printed(numbered, counters, level)

    @staticmethod
    def _printed(numbered: _List, counters: dict[int, int], level: Level) -> str:
        if level.form == "bullet":
            return _bullet(level.text)

        def number(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            shape = numbered.levels.get(other, Level())
            form = "decimal" if level.legal and shape.form != "none" else shape.form
            return counted(counters.get(other, shape.start), form)

        return re.sub(r"%(\d)", number, level.text).strip()


def _bullet(text: str) -> str:
    return {"\uf0b7": "•", "\uf0a7": "▪", "o": "◦", "\uf0d8": "➢", "\uf0fc": "✓"}.get(
        text, text if text.isprintable() else "•"
    ) or "•"


def _levels(abstract: etree._Element) -> dict[int, Level]:
    return {whole(item.get(W + "ilvl"), 0): _level(item) for item in abstract.findall(W + "lvl")}


def _level(item: etree._Element) -> Level:
    start, restart = value(item, "start"), value(item, "lvlRestart")
    return Level(
        whole(start, 1),
        value(item, "numFmt") or "decimal",
        value(item, "lvlText") or "",
        value(item, "pStyle") or "",
        bool(switched(item, "isLgl")),
        whole(restart, -1),
    )


_TENS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_UNITS = (
    "Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen "
    "Eighteen Nineteen"
).split()
_DECADES = "Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety".split()
_ORDINALS = {"One": "First", "Two": "Second", "Three": "Third", "Five": "Fifth", "Eight": "Eighth", "Nine": "Ninth",
             "Twelve": "Twelfth"}  # fmt: skip


_MOST = 32767


def counted(number: int, form: str) -> str:
    """A number in one of Word's formats."""
    if form in ("none", "bullet"):
        return ""
    if not -_MOST <= number <= _MOST:
        return str(number)  # no list is so long, and letters or Roman numerals would be as long as a book
    if form in ("upperRoman", "lowerRoman"):
        roman = _roman(number)
        return roman if form == "upperRoman" else roman.lower()
    if form in ("upperLetter", "lowerLetter"):
        letters = chr(65 + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""
        return letters if form == "upperLetter" else letters.lower()
    if form in ("cardinalText", "ordinalText"):
        return _in_words(number, ordinal=form == "ordinalText")
    if form == "ordinal":
        ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    parts = []
    for size, letters in _TENS:
        while number >= size:
            parts.append(letters)
            number -= size
    return "".join(parts)


def _in_words(number: int, *, ordinal: bool) -> str:
    if not 0 <= number < 100:
        return str(number)
    if number < 20:
        words = _UNITS[number]
    else:
        words = _DECADES[number // 10 - 2] + (f"-{_UNITS[number % 10].lower()}" if number % 10 else "")
    if not ordinal:
        return words
    head, _, last = words.rpartition("-")
    last = last.capitalize()
    last = _ORDINALS.get(last, last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return f"{head}-{last.lower()}" if head else last
