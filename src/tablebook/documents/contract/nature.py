"""What kind of paper a text is: one that two parties bargained, or one that only is laid out like it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tablebook.documents.contract.headings import in_title_case
from tablebook.documents.lines import Line

_DUTIES = frozenset(("shall", "will", "must"))
_DUTIES_A_WORD = 0.008
_FEW_WORDS = 300
_FRONT = 12

_WORK = re.compile(
    r"\b(?:unions?|associations?|federations?|guilds?|bargaining|grievances?|grievants?|arbitrat\w+|stewards?|employees?"
    r"|teachers?|faculty|seniority|lay-?offs?|wages?|salar(?:y|ies)|superintendent|district)\b",
    re.I,
)
_WORK_A_WORD = 0.008
_ENOUGH_WORDS = 150
_MANY_LINES = 2000
_ORGANIZED = re.compile(r"\b(?:unions?|associations?|federations?|guilds?|locals?|bargaining)\b", re.I)
_ORGANIZED_A_WORD = 0.012
_AGREED = re.compile(
    r"\bthis (?:agreement|contract|memorandum)\b|\bhere(?:inafter|by)\b|\bthe parties\b|\bagrees? (?:to|that)\b"
    r"|\brecogni[sz]es\b|\bagreement between\b",
    re.I,
)
_OWED = re.compile(
    r"\b(?:district|board|employer|college|university|county|city|town|committee)\b[^.]{0,40}\bshall\b", re.I
)
_MEETING = re.compile(r"\b(?:motion|moved|seconded|adjourn\w*|quorum|roll call|absent|minutes)\b", re.I)
_MEETING_A_WORD = 0.02

_BARGAINED = re.compile(
    r"(?i)\b(?:agreements?|contracts?|memorand(?:um|a) of|mou|moa|side letter|proposals?|counter\w*)\b"
)
_OTHER = re.compile(
    r"(?i)\b(?:by-?laws|constitution|hand ?book|(?:policy|policies|procedures?|operations?) manual|board polic(?:y|ies)"
    r"|administrative regulations?|minutes|agenda|newsletter|press release|code of conduct"
    r"|(?:annual|fact-?finding) report|report and recommendations?"
    r"|terms of (?:service|use)|privacy policy|statement of account|account statement)\b"
)


def _front(lines: Sequence[Line]) -> list[str]:
    return [line.said for line in lines[:_FRONT] if len(line.said.split()) <= 12]


def calls_itself(lines: Sequence[Line]) -> str:
    """What a paper calls itself at its top where that is nothing bargained: "handbook", "bylaws"; else nothing."""
    front = _front(lines)
    if any(_BARGAINED.search(words) for words in front):
        return ""
    titles = (words for words in front if in_title_case(words.split()))
    return next((match.group().lower() for words in titles if (match := _OTHER.search(words))), "")


def speaks_of_work(lines: Sequence[Line]) -> bool:
    """Whether a text speaks of work and of those who bargain about it: statutes, leases and novels are in articles and
    chapters too."""
    some = lines[:: 1 + len(lines) // _MANY_LINES]  # of a long one, lines from all of it
    text = " ".join(line.text for line in some)
    words = len(text.split())
    return words < _ENOUGH_WORDS or len(_WORK.findall(text)) >= _WORK_A_WORD * words


def lays_down(lines: Sequence[Line]) -> bool:
    """Whether a text lays down what the parties shall do, as contracts do in every fortieth word."""
    words = [word for line in lines for word in line.text.lower().split()]
    return len(words) < _FEW_WORDS or sum(word in _DUTIES for word in words) >= _DUTIES_A_WORD * len(words)


def agreed(lines: Sequence[Line]) -> bool:
    """Whether a text says that it was agreed: "this Agreement", "the parties", "Agreement" at its top, or what the
    employer shall do where there is a union."""
    named = any(_BARGAINED.search(words) and in_title_case(words.split()) for words in _front(lines))
    text = " ".join(line.text for line in lines)
    return named or bool(_AGREED.search(text) or (_ORGANIZED.search(text) and _OWED.search(text)))


def binds(lines: Sequence[Line]) -> bool:
    """Whether a text binds two parties. Headings without the word "Article" stand in guides, reports, handbooks and
    minutes as well."""
    text = " ".join(line.text for line in lines)
    words = len(text.split())
    if words < _FEW_WORDS:
        return bool(_WORK.search(text)) and agreed(lines)
    if not agreed(lines) or len(_MEETING.findall(text)) >= _MEETING_A_WORD * words:
        return False
    return lays_down(lines) or len(_ORGANIZED.findall(text)) >= _ORGANIZED_A_WORD * words
