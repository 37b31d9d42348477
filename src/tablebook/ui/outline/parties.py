"""The two parties of a contract, found on its title page where they are printed in the usual way."""

from __future__ import annotations

import re
from typing import NamedTuple

from tablebook.documents.reading import Reading

_BETWEEN = re.compile(r"\bbetween\s+(.+?)(?=$|\s##\s)", re.IGNORECASE)
_ENDS = re.compile(
    r"\s*(?:\(|[,;]\s*(?:hereinafter|hereafter|herein|called|referred|through|for\b|an?\b)"
    r"|\s(?:hereinafter|hereafter|called)\b|(?<![A-Z])\.\s"
    r"|\s(?:January|February|March|April|May|June|July|August|September|October|November|December|AGREEMENT|"
    r"Agreement|Contract|effective|20\d\d)\b)"
)
_UNION = re.compile(
    r"(?i)\b(association|union|federation|local|teachers|educators|workers|firefighters|afscme|aft|nea|iaff|seiu)\b"
)
_EMPLOYER = re.compile(
    r"(?i)\b(district|board|county|city|town|state|department|college|university|schools?|authority|committee)\b"
)
_TERM = re.compile(
    r"\b(?:[A-Z][a-z]+ \d{1,2},? )?(20\d\d),?\s*(?:[-–—]|to|through)\s*(?:[A-Z][a-z]+ \d{1,2},? )?(20\d\d)\b"
)
LONGEST = 90
_SHORT = frozenset({"IAFF", "AFT", "NEA", "SEIU", "AFSCME", "USD", "ISD", "AFL-CIO", "CSEA", "UE"})


class Found(NamedTuple):
    """Names as printed, and the years of the term the contract in force has; empty where it is not plain."""

    union: str = ""
    employer: str = ""
    term: str = ""


def parties_of(reading: Reading) -> Found:
    """What the first words of the contract say of its parties. A name that is not plain is left empty."""
    front = " ".join(block.printed for block in reading.front)
    first = " ".join(block.printed for article in reading.articles[:2] for block in article.blocks[:2])
    for text in (front, first):
        union, employer = _pair(" ".join(text.split()))
        if union and employer:
            return Found(union, employer, _next_term(front))
    return Found("", "", _next_term(front))


def _pair(text: str) -> tuple[str, str]:
    match = _BETWEEN.search(text)
    if match is None:
        return "", ""
    for cut in re.finditer(r",?\s+and\s+(?:between\s+)?(?=the\s|[A-Z])", match[1], re.IGNORECASE):
        one, two = _name(match[1][: cut.start()]), _name(match[1][cut.end() :])
        for union, employer in ((one, two), (two, one)):
            if _is(union, _UNION, _EMPLOYER) and _is(employer, _EMPLOYER, _UNION):
                return union, employer
    return "", ""


def _is(name: str, wanted: re.Pattern[str], other: re.Pattern[str]) -> bool:
    """Whether the last telling word of a name is of the wanted kind: "County Attorneys' Association" is a union."""
    if not name or len(name) > LONGEST:
        return False
    last = max((match.start() for match in wanted.finditer(name)), default=-1)
    return last > max((match.start() for match in other.finditer(name)), default=-1)


def _name(words: str) -> str:
    cut = _ENDS.search(words)
    name = (words[: cut.start()] if cut else words).strip(" ,.;:")
    name = re.sub(r"(?i)^the\s+", "", name)
    return " ".join(map(_quieter, name.split())) if name.isupper() else name


def _quieter(word: str) -> str:
    """A word of a title page set in capitals as it is written elsewhere; what is no word stays."""
    if word in _SHORT:
        return word
    return word.lower() if word in ("OF", "THE", "AND", "ON", "FOR", "IN") else word[:1] + word[1:].lower()


def _next_term(text: str) -> str:
    """The years after the term printed: 2024 to 2027 is followed by 2027–30."""
    match = _TERM.search(text)
    if match is None or not 1 <= int(match[2]) - int(match[1]) <= 6:
        return ""
    start, length = int(match[2]), int(match[2]) - int(match[1])
    return f"{start}–{(start + length) % 100:02d}"
