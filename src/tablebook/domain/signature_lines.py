"""Lines to sign on: which lines of a paper they are, told apart from the blanks of a form.

"For the Union ______" is signed, "Name: ______" and "School: ______" are filled in: a form in an appendix is contract
text. What could be either counts as a line to sign only beside one that names a side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from tablebook.domain.month_words import MONTH_LIKE

BLANK = r"_{3,}|\.{6,}"
"""A pattern of the line that is written on."""
_LINE = re.compile(rf"{BLANK}|(?:^|[\s:])/\s?s\s?/")
_BY_HAND = re.compile(r"(?:^|[\s:])/\s?s\s?/")
_WHEN = (
    rf"(?:\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?|\d{{1,2}}:\d\d|{MONTH_LIKE}\.?\s+"
    r"\d{1,2}(?:st|nd|rd|th)?,?(?:\s+(?:19|20)\d\d)?|(?:19|20)\d\d)"
)
_SIDE = (
    r"(?:union|association|district|federation|employer|board|management|college|university|city|county|state|"
    r"department|local|teachers|schools?)"
)
_FOR = re.compile(rf"\s*for\s+(?:the\s+)?(?:[\w’'&.-]+\s+){{0,5}}?(?:{_SIDE}\b|(?-i:[A-Z]{{2,7}})\b)", re.I)
_FOR_ANOTHER = re.compile(r"\bfor\s+(?:the\s+)?\w", re.I)
_SIGNING = re.compile(
    r"\b(?:signatures?|signed|sign|agreed|approved|accepted|tentative(?:ly)?|initial(?:s|ed)?|ta[’']?d|negotiators?|"
    r"spokesperson|superintendent|president|chairperson|chair|by)\b|\bT/?A\b",
    re.I,
)
_DATING = re.compile(r"\b(?:dated?|time|on|at|am|pm|a\.m\.|p\.m\.)\b", re.I)
_FILLING = re.compile(r"\b(?:names?|print(?:ed)?|titles?|page|team|chief|lead|director)\b", re.I)
_JOINING = re.compile(r"\b(?:for|the|of|and|to|received|submitted|passed|agreement|education)\b", re.I)
_SIDES = re.compile(rf"\b{_SIDE}\b", re.I)
_OF_UNION = re.compile(r"\b(?:union|association|federation|local|teachers)\b", re.I)
_OF_EMPLOYER = re.compile(
    r"\b(?:district|employer|board|management|college|university|city|county|state|department|schools?)\b", re.I
)
_ACRONYM = re.compile(r"\b(?!TA\b)[A-Z]{2,7}\b")
_NUMBERED = re.compile(r"\s*(?:(?i:article|section)\b|\(?[A-Z]?\d+(?:\.\d+)*[.)]\s|\d+\.\d|\(?[A-Za-z][.)]\s)")
_PLACES = frozenset({"school", "schools", "department", "local", "state", "city", "county", "university", "college"})
"""Sides that a form asks for as well: "School: ______"."""
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "de", "la", "del", "van", "von", "y", "in", "on", "at"})
LONGEST = 40
_MOST_NAMES = 16
_MOST_OF_A_FORM = 8


class LineKind(StrEnum):
    """What one line may be: only ``SIDE`` is certain by itself."""

    SIDE = "side"  # who signs for whom
    SIGN = "sign"  # "Signature ____", "Union ____"
    NAMED = "named"  # "Ann Cole ______  Ben Ortiz ______"
    DATE = "date"
    FILL = "fill"  # "Name: ____", "Title: ____"
    BLANK = "blank"
    FORM = "form"
    NAMES = "names"
    EMPTY = "empty"
    TEXT = "text"


_ENDS = frozenset(LineKind) - {LineKind.TEXT, LineKind.FORM}
_BELOW = frozenset({LineKind.SIGN, LineKind.NAMED, LineKind.DATE, LineKind.FILL, LineKind.BLANK})


def signature_lines(lines: Sequence[str | None]) -> frozenset[int]:
    """The positions of the lines to sign, with the names and dates that belong to them. ``None`` is what is language
    whatever it says: a labelled point, the opening of a section."""
    kinds = [LineKind.TEXT if line is None else line_kind(line) for line in lines]
    found: set[int] = set()
    for at, kind in enumerate(kinds):
        if kind is LineKind.SIDE:
            found |= {at, *_below(kinds, at)}
    form = any(kind in (LineKind.FORM, LineKind.FILL) and at not in found for at, kind in enumerate(kinds))
    if not form:
        for at, kind in enumerate(kinds):
            if kind is LineKind.SIGN:
                found |= {at, *_below(kinds, at)}
            elif kind is LineKind.DATE:
                found.add(at)
        found |= _signed_end(kinds, lines)
    return frozenset(at for at in found if kinds[at] is not LineKind.EMPTY)


def _below(kinds: Sequence[LineKind], at: int) -> set[int]:
    """What is filled in under a line to sign; names only where nothing else follows, or more to sign."""
    end = at + 1
    while end < len(kinds) and kinds[end] in _ENDS:
        end += 1
    while end < len(kinds) and end > at + 1 and kinds[end - 1] in (LineKind.NAMES, LineKind.EMPTY):
        end -= 1
    return {place for place in range(at + 1, end) if kinds[place] in (*_BELOW, LineKind.NAMES, LineKind.SIDE)}


def _signed_end(kinds: Sequence[LineKind], lines: Sequence[str | None]) -> set[int]:
    """The end of a paper that is nothing but lines, names, sides and dates, from its first line on."""
    start = len(kinds)
    while start and kinds[start - 1] in _ENDS:
        start -= 1
    end = [at for at in range(start, len(kinds)) if kinds[at] is not LineKind.EMPTY]
    while end and kinds[end[0]] is LineKind.NAMES and not _heads_columns(lines[end[0]] or ""):
        end.pop(0)
    some = {kinds[at] for at in end}
    signed = some & {LineKind.SIDE, LineKind.SIGN, LineKind.NAMED} or {LineKind.BLANK, LineKind.NAMES} <= some
    return set(end) if signed else set()


def says_for_whom(line: str) -> bool:
    """Whether a line says by itself who signs there: "For the Association ____"."""
    return _FOR.match(line) is not None


def side_named(line: str) -> str:
    """The side that a line names alone, "union" or "employer"; "" where it names both, or none."""
    found = [side for side, said in (("union", _OF_UNION), ("employer", _OF_EMPLOYER)) if said.search(line)]
    return found[0] if len(found) == 1 else ""


def _heads_columns(line: str) -> bool:
    """Whether a line without a blank names both sides, as over two columns of names: "Association      District"."""
    return says_for_whom(line) or (_OF_UNION.search(line) is not None and _OF_EMPLOYER.search(line) is not None)


def line_kind(line: str) -> LineKind:
    """What a line may be, for itself."""
    text = line.strip()
    if not text:
        return LineKind.EMPTY
    if _NUMBERED.match(text) or len(text.split()) > LONGEST:
        return LineKind.TEXT
    blank = bool(_LINE.search(text))
    if not blank:
        return _without_blank(text)
    if not any(map(str.isalnum, text)):
        return LineKind.BLANK
    by_hand = bool(_BY_HAND.search(text))
    bare = re.sub(_LINE, " ", text)
    rest = _stripped(bare)
    acronyms = len(_ACRONYM.findall(bare))
    rest = rest if by_hand else _ACRONYM.sub(" ", rest)
    words = re.findall(r"[^\W\d_]+", rest)
    capital = all(word[0].isupper() for word in words) and len(words) <= _MOST_NAMES
    if not words or (capital and by_hand):
        return _of_words(text, bare, by_hand, acronyms)
    if capital and (_FOR.match(bare) or (by_hand and not text.endswith((".", ";")))):
        return LineKind.SIDE
    if capital and _named(text, rest):
        return LineKind.NAMED
    blanks = [one.end() for one in re.finditer(BLANK, text)]
    filled = len(words) <= _MOST_OF_A_FORM and bool(blanks) and not re.search(r"\w", text[blanks[-1] :])
    return LineKind.FORM if filled else LineKind.TEXT


def _of_words(text: str, bare: str, by_hand: bool, acronyms: int) -> LineKind:
    """A line of nothing but the words that stand on lines to sign."""
    sides = {word.lower() for word in _SIDES.findall(bare)}
    if by_hand or _FOR.match(bare) or acronyms > 1 or (len(sides) > 1 and len(re.findall(BLANK, text)) > 1):
        return LineKind.SIDE
    if _SIGNING.search(bare):
        return LineKind.SIGN
    if sides - _PLACES and not _FILLING.search(bare):
        return LineKind.SIGN
    if acronyms:
        return LineKind.FORM  # "ID ______"
    if _FILLING.search(bare):
        return LineKind.FILL
    return (
        LineKind.FORM if sides else LineKind.DATE if _DATING.search(bare) or re.search(r"\d", bare) else LineKind.FORM
    )


def _named(text: str, rest: str) -> bool:
    """Whether blanks stand beside names of persons, as two words with capitals, and no colon asks for something."""
    said = re.split(BLANK, _DATING.sub(" ", re.sub(_WHEN, " ", text)))
    names = [re.findall(r"[^\W\d_]+", one) for one in said]
    return ":" not in text and all(len(one) != 1 for one in names) and any(len(one) > 1 for one in names) and bool(rest)


def _without_blank(text: str) -> LineKind:
    for_two = _FOR_ANOTHER.search(text.lstrip(), 1)  # one pattern for both would look from every letter of a long line
    if _FOR.match(text) and len(text.split()) <= _MOST_NAMES and for_two and _only_names(text):
        return LineKind.SIDE
    if not any(map(str.isalnum, text)):
        return LineKind.TEXT
    if text.endswith((".", ";")) and not re.search(rf"{_WHEN}\.?$", text):
        return LineKind.TEXT
    if text.endswith(":") and not _FOR.match(text):
        return LineKind.TEXT
    return LineKind.NAMES if _only_names(text) else LineKind.TEXT


def _only_names(text: str) -> bool:
    """Whether a line holds nothing but names, titles, sides and dates."""
    words = [word for word in re.findall(r"[^\W\d_]+", _stripped(text)) if word not in _SMALL_WORDS]
    return len(words) <= _MOST_NAMES and all(word[0].isupper() for word in words)


def _stripped(text: str) -> str:
    for pattern in (re.compile(_WHEN), _SIGNING, _SIDES, _DATING, _FILLING, _JOINING):
        text = pattern.sub(" ", text)
    return text
