"""How a contract cites its own parts: "Section 8.4", "Article V, Section 3", "Section B of Article 12"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tablebook.domain.dataclass import dataclass

_POINTS = r"(?:\((?:[A-Za-z]{1,2}|[ivxIVX]{1,5}|\d{1,2})\))"
SECTION = re.compile(
    rf"(?:\bSections?|§§?)\s*\d+\.\d+{_POINTS}*(?:\s*(?:,|,?\s(?:and|or|through|to)\s)\s*\d+\.\d+\b{_POINTS}*)*"
    r"(?!\d)(?!\s+of\s+(?:the\s+)?(?:[A-Z][\w’']*\s+)*(?:Act|Code|Law|Statutes?)\b)"
)
"""Sections cited by numbers that hold the article's: "Section 8.4", "Sections 8.4 and 8.5(b)", "§ 8.4"."""
NUMBER = re.compile(r"\d+\.\d+")
_OTHER_LAW = r"(?!\s+of\s+(?:the|an?|Title|Chapter|Public)\b|\s+plan\b)"
_ARTICLE = r"\bArticle\s+(?P<article>[IVXLC]+|\d{1,2})\b"
IN_ARTICLE = re.compile(rf"{_ARTICLE},\s+Section\s+(?P<section>\d{{1,2}}|[A-Z])(?![\w.]*\d)(?!\w)")
BARE = re.compile(
    rf"\bSection\s+(?P<section>\d{{1,2}}|[A-Z])(?![\w.]*\d)(?!\w)(?:{_POINTS}*\s+of\s+{_ARTICLE})?{_OTHER_LAW}"
)
WHOLE = re.compile(rf"{_ARTICLE}{_OTHER_LAW}")
_DEEPER = re.compile(r"(?:\.\d+)*")
_TAIL = re.compile(rf"(?:\s?{_POINTS}(?!\s?\d)|\.[A-Za-z](?!\w)|(?<=[A-Za-z])\.\d{{1,2}}(?![\d.]*\d))+")
"""The point cited inside a section: "7.4(b)(2)", "7.4 (b)", "7.4.b", "7.4.b.2"."""
_NAME = re.compile(r"[A-Za-z]+|\d+")
_INSIDE = re.compile(
    r"\b(?:[Ss]ub)?(?:[Pp]aragraph|[Ss]ection|[Dd]ivision|[Cc]lause|[Ii]tem|[Pp]oint|[Ss]ubpart)s?\s+"
    rf"(?P<points>{_POINTS}+(?:(?:,\s|,?\s(?:and|or|through|to)\s){_POINTS}+)*"
    r"|(?:[A-Za-z]|\d{1,2})(?=\s+(?:above|below|of\s+this\s+[Ss]ection)))"
    r"(?:\s+(?:of|in|under)\s+(?:Section\s+|§\s*)(?P<section>\d+\.\d+(?:\.\d+)*|(?:\d{1,2}|[A-Z])(?!\w))"
    rf"(?:\s+of\s+{_ARTICLE})?)?"
    r"(?!\s+(?:of|in|under)\s+(?:Section|§|Article|(?:the\s+)?(?:[A-Z][\w’']*\s+)*(?:Act|Code|Law|Statutes?))\b)"
)
"""Points cited by themselves: "paragraph (b)", "subsection (b)(2) of Section 7.4", "paragraph 2 above"."""
_ONE = re.compile(rf"{_POINTS}+|[A-Za-z](?!\w)|\d+")
_APPENDIX = re.compile(r"\bAppendix\s+(?P<number>[A-Z]{1,2}(?:-?\d{1,2})?|\d{1,2})\b")


@dataclass(frozen=True, slots=True)
class Citation:
    """One number cited in a text: where the number stands, the whole phrase, and where that begins. ``article`` is the
    number of the article named beside a bare section or cited whole; ``appendix`` says that a whole appendix is meant.
    ``points`` lead to a point inside the section, each with its letters' place in the text; ``here`` says that it is
    one of the section that cites it."""

    start: int
    end: int
    section: str
    article: str
    phrase: str
    at: int
    appendix: bool = False
    points: tuple[tuple[int, int, str], ...] = ()
    here: bool = False

    @property
    def path(self) -> tuple[str, ...]:
        """The letters and numbers that lead to the point."""
        return tuple(name.lower() for _, _, name in self.points)


def citations(text: str) -> Iterator[Citation]:
    """Every section, point, article and appendix that a text cites, in no order. Those of one phrase come together."""
    taken: list[tuple[int, int]] = []
    for match in _INSIDE.finditer(text):
        taken.append(match.span())
        yield from _inside(match)
    if "ection" not in text and "rticle" not in text and "ppendix" not in text and "§" not in text:
        return
    for match in SECTION.finditer(text):
        if _free(match.start(), taken):
            yield from _numbered(match)
    for pattern in (IN_ARTICLE, BARE):
        for match in pattern.finditer(text):
            if _free(match.start(), taken):
                taken.append(match.span())
                yield _cited(match, *match.span("section"), match.end(), match["article"] or "")
    yield from _wholes(text, taken)


def _wholes(text: str, taken: list[tuple[int, int]]) -> Iterator[Citation]:
    """Whole articles and appendices."""
    for match in WHOLE.finditer(text):
        if _free(match.start(), taken):
            yield Citation(*match.span("article"), "", match["article"], match[0], match.start())
    for match in _APPENDIX.finditer(text):
        yield Citation(*match.span("number"), "", match["number"], match[0], match.start(), appendix=True)


def _free(at: int, taken: list[tuple[int, int]]) -> bool:
    """Whether no phrase that was found before reaches over this place, from its first word to its number."""
    return not any(start <= at < end for start, end in taken)


def _numbered(match: re.Match[str]) -> Iterator[Citation]:
    """The numbers of one phrase; what is cited inside the last of them belongs to it."""
    text, end = match.string, match.end()
    for number in NUMBER.finditer(text, match.start(), end):
        deeper = _DEEPER.match(text, number.end())
        yield _cited(match, number.start(), deeper.end() if deeper else number.end(), end, "")


def _cited(match: re.Match[str], start: int, stop: int, end: int, article: str) -> Citation:
    text = match.string
    tail = _TAIL.match(text, stop)
    points = _named(text, *tail.span()) if tail else ()
    phrase = text[match.start() : max(end, tail.end() if tail else stop)]
    return Citation(start, stop, text[start:stop], article, phrase, match.start(), points=points)


def _named(text: str, start: int, end: int) -> tuple[tuple[int, int, str], ...]:
    return tuple((*one.span(), one[0]) for one in _NAME.finditer(text, start, end))


def _inside(match: re.Match[str]) -> Iterator[Citation]:
    """The points of one phrase that cites them by themselves."""
    text, section, article = match.string, match["section"] or "", match["article"] or ""
    for one in _points_in(match):
        points = _named(text, *one.span())
        start, end = match.span("section") if section else (one.start(), one.start())
        yield Citation(start, end, section, article, match[0], match.start(), points=points, here=not section)


def _points_in(match: re.Match[str]) -> Iterator[re.Match[str]]:
    words = match["points"]
    if words.startswith("("):
        yield from (one for one in _ONE.finditer(match.string, *match.span("points")) if one[0].startswith("("))
    else:
        yield from _ONE.finditer(match.string, *match.span("points"))
