"""How a contract cites its own parts: "Section 8.4", "Article V, Section 3", "Section B of Article 12"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tablebook.domain.dataclass import dataclass

SECTION = re.compile(
    r"(?:\bSections?|§§?)\s*\d+\.\d+(?:\s*(?:,|,?\s(?:and|or|through|to)\s)\s*\d+\.\d+\b)*"
    r"(?!\d)(?!\s+of\s+(?:the\s+)?(?:[A-Z][\w’']*\s+)*(?:Act|Code|Law|Statutes?)\b)"
)
"""Sections cited by numbers that hold the article's: "Section 8.4", "Sections 8.4 and 8.5", "§ 8.4"."""
NUMBER = re.compile(r"\d+\.\d+")
_OTHER_LAW = r"(?!\s+of\s+(?:the|an?|Title|Chapter|Public)\b|\s+plan\b)"
_ARTICLE = r"\bArticle\s+(?P<article>[IVXLC]+|\d{1,2})\b"
IN_ARTICLE = re.compile(rf"{_ARTICLE},\s+Section\s+(?P<section>\d{{1,2}}|[A-Z])(?![\w.]*\d)(?!\w)")
BARE = re.compile(rf"\bSection\s+(?P<section>\d{{1,2}}|[A-Z])(?![\w.]*\d)(?!\w)(?:\s+of\s+{_ARTICLE})?{_OTHER_LAW}")
WHOLE = re.compile(rf"{_ARTICLE}{_OTHER_LAW}")
_DEEPER = re.compile(r"(?:\.\d+)*")
_APPENDIX = re.compile(r"\bAppendix\s+(?P<number>[A-Z]{1,2}(?:-?\d{1,2})?|\d{1,2})\b")


@dataclass(frozen=True, slots=True)
class Citation:
    """One number cited in a text: where the number stands, and the whole phrase. ``article`` is the number of the
    article named beside a bare section or cited whole; ``appendix`` says that a whole appendix is meant."""

    start: int
    end: int
    section: str
    article: str
    phrase: str
    appendix: bool = False


def citations(text: str) -> Iterator[Citation]:
    """Every section, article and appendix that a text cites, in no order."""
    if "ection" not in text and "rticle" not in text and "ppendix" not in text and "§" not in text:
        return
    for match in SECTION.finditer(text):
        for number in NUMBER.finditer(text, match.start(), match.end()):
            deeper = _DEEPER.match(text, number.end())
            end = deeper.end() if deeper else number.end()
            yield Citation(
                number.start(), end, text[number.start() : end], "", text[match.start() : max(match.end(), end)]
            )
    taken: list[tuple[int, int]] = []
    for pattern in (IN_ARTICLE, BARE):
        for match in pattern.finditer(text):
            if not any(start <= match.start() < end for start, end in taken):
                taken.append(match.span())
                yield Citation(*match.span("section"), match["section"], match["article"] or "", match[0])
    for match in WHOLE.finditer(text):
        if not any(start <= match.start() < end for start, end in taken):
            yield Citation(*match.span("article"), "", match["article"], match[0])
    for match in _APPENDIX.finditer(text):
        yield Citation(*match.span("number"), "", match["number"], match[0], appendix=True)
