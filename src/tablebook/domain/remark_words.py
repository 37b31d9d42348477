"""How remarks are written into a text: "[OK]", "(District okay)", "TA 3/2/27", "Drafting note:", "Note to Board:"."""

from __future__ import annotations

import re

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
TAG = re.compile(rf"[\s,;–—-]+(?:TA|T/A|T\.A\.)(?:[’']?[dD])?(?:[\s:,–—-]+(?:on\s+)?{_WHEN})+\s*$")
_NOTE = (
    r"(?:(?:drafting|drafter[’']?s|negotiat\w+|bargaining|internal|editor[’']?s|reviewer[’']?s)\s+(?:note|comment)s?"
    r"|notes?\s+(?:to|for)\s+(?:the\s+)?\w+(?:\s+\w+){0,3}|rationale|reasons? for (?:the )?change)\s*[:–—-]"
)
NOTED = re.compile(rf"\s*[\[(]\s*{_NOTE}[^\[\]()]*[\])]", re.I)
NOTE_LINE = re.compile(rf"\s*{_NOTE}", re.I)
