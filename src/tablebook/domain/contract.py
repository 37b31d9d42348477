"""The current contract: articles, appendices, memoranda, each a list of blocks with its number as printed."""

from __future__ import annotations

import re
from dataclasses import field
from enum import StrEnum

from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Block, BlockKind, sections_of


class UnitKind(StrEnum):
    """The kinds of unit that a contract, and a negotiation about it, is made of."""

    ARTICLE = "article"
    APPENDIX = "appendix"
    MOU = "mou"
    PREAMBLE = "preamble"
    GROUND_RULES = "ground-rules"


@dataclass(frozen=True, slots=True)
class Section:
    """A view on one section: its number as cited, its title, and its blocks with the heading first."""

    number: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One unit of the contract. ``number`` and ``title`` are as printed; ``blocks`` is the text below the heading.
    ``called`` is what the contract calls an appendix by another word ("Schedule", "Exhibit"), and a memorandum in its
    heading: "Memorandum of Agreement", "Side Letter"."""

    kind: UnitKind
    number: str
    title: str
    blocks: tuple[Block, ...] = ()
    page: int | None = None
    called: str = ""

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections in print order; text before the first section is in ``blocks`` alone."""
        return tuple(
            Section(number, _title(blocks[0]), blocks) for number, blocks in sections_of(self.blocks).items() if number
        )

    @property
    def name(self) -> str:
        """How it is spoken of: "Article 12", "Appendix B", "Schedule B" where the contract calls it so, "MOU 1",
        "MOU #3", or the title where no number is printed."""
        return (
            f"{self.called} {self.number}"
            if self.called and self.number and self.kind is not UnitKind.MOU
            else unit_name(self.kind, self.number, self.title)
        )

    @property
    def heads(self) -> str:
        """What stands in its heading before the title: "Article 12.", "Memorandum of Agreement:"; "" where the title
        alone heads it."""
        name = self.name
        if self.kind is UnitKind.MOU and self.called:
            named = self.number if re.search(r"[^\W\d_]{2}", self.number) else f"{self.called} {self.number}".strip()
            return f"{named}:" if self.title else named
        if self.kind is UnitKind.PREAMBLE or self.title in ("", name):
            return "" if self.title == name else name
        return f"{name}."

    @property
    def heading(self) -> str:
        """Its heading on one line."""
        return f"{self.heads} {self.title}".strip() or self.name


def unit_name(kind: UnitKind, number: str, title: str) -> str:
    """The spoken name of a unit from its kind and number, or its title where it has no number."""
    if kind is UnitKind.PREAMBLE:
        return title or "Preamble"
    if kind is UnitKind.GROUND_RULES:
        return title or "Ground rules"
    word = {UnitKind.ARTICLE: "Article", UnitKind.APPENDIX: "Appendix", UnitKind.MOU: "MOU"}[kind]
    if not number or (title and number == f"New: {title}"):  # it has no number yet
        return title or word
    # A memorandum's number may be its name already ("Side Letter 2"); "#3" alone would say nothing in a sentence.
    named = number.lower().startswith(word.lower()) or (kind is UnitKind.MOU and re.search(r"[^\W\d_]{2}", number))
    return number if named else f"{word} {number}"


def _title(block: Block) -> str:
    """A section's title: the words of its heading. A section that opens in running text has none."""
    return block.text.strip() if block.kind is BlockKind.HEADING else ""


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract in force: its units in print order. ``keys`` names each unit once, also where a number repeats."""

    title: str = ""
    articles: tuple[Article, ...] = ()
    by_key: dict[str, Article] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        for article in self.articles:
            base = key_of(article)
            key, count = base, 2
            while key in self.by_key:
                key, count = f"{base} ({count})", count + 1
            self.by_key[key] = article

    @property
    def keys(self) -> tuple[str, ...]:
        """The key of each unit, in print order."""
        return tuple(self.by_key)

    def find(self, words: str) -> tuple[str, str] | None:
        """The (unit key, section number or "") that a person means by "7", "VII", "Article 7", "7.3", "Appendix B" or
        "MOU Title"; None when there is no such place."""
        return find_place(self.by_key, words)


def key_of(article: Article) -> str:
    """The unit's key: the number of an article ("12"), that of a memorandum where it is no plain figure ("#3"), else
    its name ("Appendix B", "MOU 1"), whatever word the contract has for an appendix."""
    figure = article.kind is UnitKind.MOU and article.number.isdigit()
    if article.kind in (UnitKind.ARTICLE, UnitKind.MOU) and article.number and not figure:
        return article.number
    return unit_name(article.kind, article.number, article.title)


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman_value(text: str) -> int | None:
    """The number a Roman numeral stands for, or None when the text is not a well-formed one."""
    if not re.fullmatch(r"(?i)M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})", text) or not text:
        return None
    values = [_ROMAN[letter] for letter in text.upper()]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _plain(number: str) -> str:
    value = roman_value(number)
    return str(value) if value is not None and len(number) <= 7 else number.lower().lstrip("0")


def same_number(one: str, other: str) -> bool:
    """Whether two printed numbers are the same: "VII" is "7"."""
    return bool(one) and _plain(one) == _plain(other)


_LONG = re.compile(r"(?i)(?:article|art\.?)\s+(\S+?),?\s+(?:section|sec\.?|§)\s*(\S+)")


def find_place(units: dict[str, Article], words: str) -> tuple[str, str] | None:
    """See :meth:`Contract.find`; works on any units by key, so that new items of a negotiation are found as well."""
    wanted = " ".join(words.split())
    if long := _LONG.fullmatch(wanted):
        wanted = f"{long[1]}.{long[2]}"
    bare = re.sub(r"(?i)^(article|art\.?|section|sec\.?|§)\s*", "", wanted)
    if not bare:
        return None
    return _by_name(units, wanted.lower()) or _by_number(units, bare) or _by_section(units, bare)


def _by_name(units: dict[str, Article], wanted: str) -> tuple[str, str] | None:
    for key, unit in units.items():
        names = {key.lower(), unit.name.lower(), f"{unit.name} {unit.title}".lower()}
        if unit.kind is not UnitKind.ARTICLE:
            names.add(unit.title.lower())
        if unit.kind is UnitKind.MOU:
            names |= {
                f"mou {unit.title}".lower(),
                f"mou {unit.number}".lower(),
                f"mou {unit.number.lstrip('#')}".lower(),
            }
        if wanted in names:
            return key, ""
    return None


def _by_number(units: dict[str, Article], bare: str) -> tuple[str, str] | None:
    for key, unit in units.items():
        if unit.kind is UnitKind.ARTICLE and _plain(unit.number) == _plain(bare):
            return key, ""
    return None


def _by_section(units: dict[str, Article], bare: str) -> tuple[str, str] | None:
    """A section by its printed number ("7.3"), or by article and section where sections start again ("7.3" for
    Section 3 of Article 7, "12.A" for Section A of Article 12)."""
    if "." not in bare:
        return None
    for key, unit in units.items():
        for section in unit.sections:
            if section.number.lower() == bare.lower():
                return key, section.number
    head, _, tail = bare.partition(".")
    home = _by_number(units, head) if head else None
    if home is not None:
        for section in units[home[0]].sections:
            if section.number.lower() == tail.lower():
                return home[0], section.number
    return None
