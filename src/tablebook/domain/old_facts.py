"""Facts of the last contract that no TA touched and that the next one would print: who ratified and signed it when, and
the years of the old term over tables that are new. They are not changed, only shown before somebody signs them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tablebook.domain.assembled import Unit
from tablebook.domain.contract import UnitKind
from tablebook.domain.dataclass import dataclass
from tablebook.domain.month_words import MONTH_LIKE
from tablebook.domain.successor import Successor
from tablebook.domain.term_dates import term_years
from tablebook.domain.text import Block, BlockKind

_DATE = (
    rf"(?:{MONTH_LIKE}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?P<y1>(?:19|20)\d\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:day\s+of\s+)?{MONTH_LIKE}\.?,?\s+(?P<y2>(?:19|20)\d\d)"
    r"|\d{1,2}/\d{1,2}/(?P<y3>20\d\d)|(?P<y4>20\d\d)-\d\d-\d\d)"
)
_RATIFIED = re.compile(
    r"\b(?:ratified|approved|adopted|executed|signed|entered into|set their hands)\b"
    r"(?:\s+\w+){0,9}?\s+(?:on|dated|this|as of)\s+"
    rf"(?:the\s+|this\s+)?{_DATE}",
    re.I,
)
_OF_THIS = re.compile(
    r"\b(?:this|the)\s+(?:agreement|contract)\b|^it\s+(?:was|is)\b|\bwas\s+ratified\b|^in\s+witness\s+whereof\b", re.I
)
"""The agreement itself: not a plan that a board approved, nor a letter that was signed."""
_SIGNATURE = re.compile(
    r"(?:/s/|^\s*(?:signed|dated?|ratified|approved|adopted)\b|^\s*(?:for the|by)\b[^.;:]{0,40}:)"
    rf"[^;]{{0,90}}?\b{_DATE}\W*$",
    re.I,
)
"""A line that somebody signed, with its day at the end."""
_ENDS = re.compile(
    rf"\b(?:ends?|expires?|terminates?|sunsets?|in\s+(?:force|effect)\s+(?:\w+\s+)?(?:until|through))\b[^.;]{{0,60}}?\b{_DATE}",
    re.I,
)
"""“This memorandum ends on June 30, 2027.”"""
_RANGE = re.compile(r"\b(20\d\d)\s*(?:[–-]|to|through)\s*(20\d\d|\d\d)\b", re.I)
_SENTENCES = re.compile(r"(?<=[.;])\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class OldFact:
    """``text`` are the words as they stand, in a section of a unit; in its ``title`` where that is said."""

    unit: str
    place: str
    text: str
    title: bool = False


def old_facts(successor: Successor, term: str) -> Iterator[OldFact]:
    """In the order of the agreement, each once. Nothing where the term has no years: then nothing is known to be old.

    Memoranda are left out, each has its own date and stays that of its day; but for one that ends before the new term.
    """
    years = term_years(term)
    for unit in successor.units if years else ():
        if unit.article is None:
            continue
        assert years is not None
        if unit.article.kind is UnitKind.MOU:
            yield from dict.fromkeys(_ended(unit, years[0]))
            continue
        if unit.agreements and unit.article.kind is UnitKind.APPENDIX and _old_range(unit.article.title, years[0]):
            yield OldFact(unit.key, "", unit.article.title, title=True)
        yield from dict.fromkeys(_in_unit(unit, years[0]))


def _ended(unit: Unit, first: int) -> Iterator[OldFact]:
    """What says that a memorandum ends in the year in which the term begins, or before."""
    for piece in unit.pieces:
        for block in piece.blocks if not piece.agreement else ():
            for sentence in _SENTENCES.split(block.text):
                found = _ENDS.search(sentence)
                if found and _year(found) <= first:
                    yield OldFact(unit.key, piece.place, sentence.strip())


def _in_unit(unit: Unit, first: int) -> Iterator[OldFact]:
    for piece in unit.pieces:
        for block in piece.blocks if not piece.agreement else ():
            if block.kind is BlockKind.TABLE:
                continue
            if unit.agreements and _is_head_of_appendix(unit, block) and _old_range(block.text, first):
                yield OldFact(unit.key, piece.place, block.text)
            yield from (OldFact(unit.key, piece.place, text) for text in _dated(block.text, first))


def _dated(text: str, first: int) -> Iterator[str]:
    """The ratification, approval or signature in a paragraph that lies before the year in which the term begins."""
    signed = _SIGNATURE.search(text)
    if signed and len(text.split()) <= 20:
        if _year(signed) < first:
            yield text.strip()
        return
    for sentence in _SENTENCES.split(text):
        for found in _RATIFIED.finditer(sentence) if _OF_THIS.search(sentence) else ():
            if _year(found) < first:
                yield found[0]


def _year(found: re.Match[str]) -> int:
    return next(int(year) for name, year in found.groupdict().items() if year)


def _is_head_of_appendix(unit: Unit, block: Block) -> bool:
    return block.kind is BlockKind.HEADING and unit.article is not None and unit.article.kind is UnitKind.APPENDIX


def _old_range(title: str, first: int) -> bool:
    """Whether a title names years of which the last is no later than the year in which the term begins."""
    for begin, end in _RANGE.findall(title):
        last = int(end) if len(end) == 4 else int(begin[:2] + end)
        if int(begin) < first and last <= first:
            return True
    return False
