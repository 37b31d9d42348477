"""A signed text of a whole unit may begin with the unit's own heading: its number and title, which are not its body."""

from __future__ import annotations

import re

from tablebook.domain.contract import Article, UnitKind
from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Block, BlockKind

MEMORANDUM = r"(?:mou|moa|side letter|(?:memorandum|letter) of (?:understanding|agreement))"
"""What the papers that stand behind a contract are called."""
KIND_WORDS = {
    UnitKind.ARTICLE: r"article|art\.",
    UnitKind.APPENDIX: r"appendix|exhibit|schedule|attachment|addendum",
    UnitKind.MOU: MEMORANDUM,
}
"""How headings call each kind of unit."""
_NUMBER = (
    r"#?(?:\d{1,3}(?:[-–]?[A-Za-z](?![A-Za-z]))?|[IVXLC]+(?:[-–][A-Z])?(?![A-Za-z])"
    r"|[A-Z]{1,2}(?:[-–]?\d{1,2})?(?![A-Za-z0-9]))"
)
"""12, 12-A, IV, II-A, B, A-1."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The number ("" where none is printed) and the title of a unit, and how many blocks say them."""

    number: str
    title: str
    blocks: int


def own_heading(kind: UnitKind, blocks: tuple[Block, ...]) -> Heading | None:
    """The heading that a text of a whole unit begins with, on one line ("ARTICLE 36 – RECESS") or on two."""
    first = blocks[0] if blocks else None
    if first is None or first.kind is not BlockKind.HEADING or first.section or kind not in KIND_WORDS:
        return None
    named = named_heading(kind, first.printed)
    if named is None:
        return None
    if named.title or len(blocks) < 2:
        return named
    second = blocks[1]
    bare = second.kind is BlockKind.HEADING and not second.section and not second.label
    return Heading(named.number, second.text.strip(), 2) if bare else named


def named_heading(kind: UnitKind, words: str) -> Heading | None:
    """The same of one line of words: "Appendix C: Stipends" is C, Stipends."""
    word, words = KIND_WORDS.get(kind), " ".join(words.split())
    match = re.fullmatch(
        rf"(?i:(?:(?:proposed\s+)?new\s+)?(?:{word}))\s+(?P<number>{_NUMBER})(?!\.\d)(?P<rest>\W.*)?",
        words,
    )
    if match is None:
        new = re.fullmatch(rf"(?i:(?:proposed\s+)?new\s+(?:{word}))\s*[:–—-]\s*(?P<title>\S.*)", words)
        return Heading("", new["title"].strip(" .:–—-"), 1) if new else None
    return Heading(match["number"], (match["rest"] or "").strip(" .:–—-"), 1)


_KIND = re.compile(rf"(?P<kind>{MEMORANDUM}\b)\W*(?P<title>.*)", re.I | re.S)


def kind_apart(title: str) -> tuple[str, str]:
    """A memorandum's title as the words for its kind ("" where there are none) and the rest: "MOU Late Start"."""
    match = _KIND.fullmatch(title.strip())
    return (match["kind"], match["title"]) if match else ("", title)


def called_as(kind: UnitKind, word: str) -> str:
    """What a unit is called by the word that heads it: "Schedule" for an appendix, where it is no "Appendix";
    "Memorandum of Agreement"; "" for the other kinds, which are called what they are."""
    word = word.strip()
    if kind is UnitKind.MOU:
        return word.upper() if len(word) <= len("MOU") else word.title().replace(" Of ", " of ")
    return word.capitalize() if kind is UnitKind.APPENDIX and not word.casefold().startswith("append") else ""


def retitled(article: Article, heading: Heading) -> bool:
    """Whether a heading names this very unit, so that its words are the unit's title and no part of its text."""
    return bool(article.number) and heading.number.lower() == article.number.lower()
