"""How remarks are written into a text: "[OK]", "(District okay)", "TA 3/2/27", "Drafting note:", "Note to Board:"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WHEN = (
    r"(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{1,2}:\d\d|[ap]\.?m\.?|(?:19|20)\d\d|[A-Z][a-z]{2,8}\.?\s+\d{1,2},?)"
)
_SIDE = (
    r"(?:(?i:the\s+)?(?i:union|association|district|employer|board|college|city|county|management|parties|both sides)"
    r"|[A-Z]{2,7})"
)
_ASSENT = (
    r"(?i:ok(?:ay)?|agreed?(?: to)?|accept(?:ed|s)?|concurs?|approved?|not agreed|rejected|no agreement|hold|held|"
    r"pending|under discussion|withdrawn|ta[’']?d|tentative(?:ly)? agreed?(?: to)?|tentative agreement|no counter)"
    r"|TA|T/A"
)
BRACKETED = re.compile(
    rf"\s*[\[(]\s*(?:{_SIDE}(?:\s+(?i:proposal|counter|response|language))?[\s:,–—-]+)?(?:{_ASSENT})"
    rf"(?:[\s:,–—-]+(?:(?i:on|by|to|in concept|as written)|{_SIDE}|{_WHEN}))*\s*[.!]?\s*[\])]"
)
_BARE = re.compile(
    r"[\s\[(]*(?:(?i:ok(?:ay)?|hold|not agreed|no agreement|no counter|ta[’']?d|no changes?|unchanged|ccl|status quo|"
    r"(?:current|existing)(?: contract)? language)|TA|T/A)[\s.!\])]*"
)
_DATED = re.compile(_WHEN)


def bracketed(text: str, pattern: re.Pattern[str] = BRACKETED) -> Iterator[re.Match[str]]:
    """The remarks in brackets among some words. "(approved by the District)" in a sentence is language: a remark has a
    date, stands at the end or alone, or says no more than "hold"."""
    ends = len(text.rstrip())
    for match in reversed(list(pattern.finditer(text))):
        tail = text[match.end() : ends]
        if not tail.strip():
            ends = match.start()
        elif not (_DATED.search(match[0]) or _BARE.fullmatch(match[0])):
            continue
        yield match


TAG = re.compile(rf"[\s,;–—-]+(?:TA|T/A|T\.A\.)(?:[’']?[dD])?(?:[\s:,–—-]+(?:on\s+)?{_WHEN})+\s*$")
_NOTE = (
    r"(?:(?:drafting|drafter[’']?s|negotiat\w+|bargaining|internal|editor[’']?s|reviewer[’']?s)\s+(?:note|comment)s?"
    r"|notes?\s+(?:to|for)\s+(?:the\s+)?\w+(?:\s+\w+){0,3}"
    r"|(?:(?:the\s+)?(?:union|association|district|employer|board)(?:[’']?s)?\s+)?rationale"
    r"|reasons? for (?:the )?change)\s*[:–—-]"
)
NOTED = re.compile(rf"\s*[\[(]\s*{_NOTE}[^\[\]()]*[\])]", re.I)
NOTE_LINE = re.compile(rf"\s*{_NOTE}", re.I)
