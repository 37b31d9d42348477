"""Whose line it is: the words for the two sides, and the short names that a paper gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_EMPLOYER = (
    r"(?:school\s+)?district|board(?:\s+of\s+\w+)?|employer|college|university|city|county|management|"
    r"admin(?:istration)?|company|schools?|hospital|authority|agency|state|town|village|academy|corporation|center"
)
_UNION = (
    r"union|association|federation|local(?:\s+\d+)?|teachers|educators|guild|brotherhood|alliance|faculty|"
    r"employees|workers|firefighters|nurses|chapter|lodge|teamsters|AFSCME|SEIU|IAFF|AFT|NEA|CSEA|UAW|IBEW|UFCW|"
    r"AAUP|CWA|FOP|PBA|IBT|NUHW|CNA|MNA|ONA"
)
_EMPLOYER_ENDS = re.compile(r"[A-Z]{0,5}(?:USD|ISD|CSD|UHSD|ESD|SD|PS|CCD|BOE|BOT|CPS|SB)")
_UNION_ENDS = re.compile(r"[A-Z]{1,5}(?:EA|TA|FT|FE|TU|EU|FA|PEA|SEA)|U(?:E|T|A|F)[A-Z]{1,4}|[A-Z]AT")
_SHORT = re.compile(r"\b[A-Z]{2,7}\b")
_WORD = re.compile(rf"\b(?:(?P<union>{_UNION})|(?P<employer>{_EMPLOYER}))\b", re.I)
_NAME = re.compile(
    r"\b(?:(?!(?:TO|AND|FROM|BY)\b)(?:[A-Z][\w.’'-]*|of|the|for)\s+){1,8}(?!(?:TO|AND|FROM|BY)\b)[A-Z][\w.’'-]*"
)
_GIVEN = re.compile(
    r"(?P<name>(?:[A-Z][\w.’'-]*|of|the|for|&)(?:\s+(?:[A-Z][\w.’'-]*|of|the|for|&)){1,9})\s*,?\s*\(\s*"
    r"(?:hereinafter|referred to as|the|[“\"']|\s)*(?P<short>[A-Z]{2,7})\b"
)
_NOT_SHORT = {
    "TA",
    "MOU",
    "MOA",
    "LOU",
    "TO",
    "AND",
    "BETWEEN",
    "THE",
    "OF",
    "FROM",
    "BY",
    "PM",
    "AM",
    "NEW",
    "NO",
    "ON",
    "EP",
    "CAPS",
    "BOLD",
    "KEY",
}


class Parties:
    """The sides of one paper, by the words for them and by the short names its text explains."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._short: dict[str, str] = {}
        for line in lines:
            for match in _GIVEN.finditer(line):
                self._learn(match["short"], match["name"])
            for match in _NAME.finditer(line if not line.isupper() else line.title()):
                name = re.sub(r"^(?:Between|And|The|To|From|By|Of)\s+", "", match.group())
                self._learn("".join(word[0] for word in name.split() if word[0].isupper()), name)

    def _learn(self, short: str, name: str) -> None:
        side = _side_of_name(name)
        if side and 2 <= len(short) <= 7 and short not in _NOT_SHORT:
            self._short.setdefault(short, side)

    def mentioned(self, text: str) -> list[tuple[str, int]]:
        """The sides that a line names, in order, with their places."""
        told = [(_side_of_name(name.group()), name.start(), name.end()) for name in _names(text)]
        told += [(self.of_short(match.group()), match.start(), match.end()) for match in _SHORT.finditer(text)]
        told += [("union" if m["union"] else "employer", m.start(), m.end()) for m in _WORD.finditer(text)]
        found: list[tuple[str, int, int]] = []
        for side, start, end in told:
            if side and not any(first <= start < last for _, first, last in found):
                found.append((side, start, end))
        return [(side, start) for side, start, _ in sorted(found, key=lambda one: one[1])]

    def of_short(self, short: str) -> str:
        """The side that a short name stands for: as the paper explains it, else as such names mostly end."""
        if short in _NOT_SHORT:
            return ""
        if short in self._short:
            return self._short[short]
        if _EMPLOYER_ENDS.fullmatch(short):
            return "employer"
        return "union" if _UNION_ENDS.fullmatch(short) else ""

    def both(self, text: str) -> bool:
        """Whether a line names both sides as equals, as the head of every page may."""
        return _both(text, self.mentioned(text))

    def passing(self, text: str) -> str:
        """Who passes by this line: "from X" and "by X" before "X to Y", and the first side of all; "" for both."""
        named = self.mentioned(text)
        if not named:
            return ""
        giver = re.search(r"\b(?:from|by)\s+(?:the\s+)?", text, re.I)
        if giver:
            given = [side for side, at in named if at >= giver.start()]
            if given:
                return given[0]
        if re.search(r"\bbetween\b", text, re.I) or _both(text, named):
            return ""
        taker = re.search(r"\b(?:to|answers?|respon\w+ to|re|with)\s+(?:the\s+)?", text, re.I)
        before = [side for side, at in named if not taker or at < taker.start()]
        if before:
            return before[0]
        if taker and taker.group().lower().startswith("respon") and len({side for side, _ in named}) == 1:
            return "employer" if named[0][0] == "union" else "union"  # only the other side responds to it
        return "" if taker and taker.group().split()[0].lower() in ("to", "answer", "answers") else named[0][0]


def _names(text: str) -> list[re.Match[str]]:
    return [] if text.isupper() else [m for m in _NAME.finditer(text) if len(m.group().split()) > 1]


def _side_of_name(name: str) -> str:
    """The side of an organisation's full name: its last telling word decides ("School District", "Teachers of ...")."""
    told = ["union" if match["union"] else "employer" for match in _WORD.finditer(name)]
    if not told or len(name.split()) < 2:
        return ""
    unions = [side for side in told if side == "union"]
    return "union" if unions and not re.search(r"\b(?:district|board|college|university)\b", name, re.I) else told[-1]


def _both(text: str, named: list[tuple[str, int]]) -> bool:
    """Whether a line names both sides as equals: "X and Y", "X & Y", "X-Y"."""
    if len(named) < 2 or named[0][0] == named[1][0]:
        return False
    between = text[named[0][1] : named[1][1]]
    return bool(re.search(r"\band\b|&|[/–-]\s*$", between, re.I))
