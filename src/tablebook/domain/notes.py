"""A note at the speed of talk: one line, ``[@12.3] [who] [sign] text``. Article and speaker stick until changed."""

from __future__ import annotations

import re

from tablebook.domain.codes import Party, Sign
from tablebook.domain.dataclass import dataclass
from tablebook.domain.record import Team

SIGNS: dict[str, Sign] = {
    "?": Sign.QUESTION,
    "=": Sign.ANSWER,
    '"': Sign.EXACT,
    "“": Sign.EXACT,
    "!": Sign.PROMISE,
    "~": Sign.WHAT_IF,
    "q:": Sign.QUESTION,
    "a:": Sign.ANSWER,
    "w:": Sign.WHAT_IF,
}

_SIDES = {"u": Party.UNION, "e": Party.EMPLOYER, "m": Party.MEDIATOR}
_WORDS = frozenset(
    {
        "am",
        "an",
        "as",
        "at",
        "be",
        "by",
        "do",
        "go",
        "he",
        "if",
        "in",
        "is",
        "it",
        "me",
        "my",
        "no",
        "of",
        "on",
        "or",
        "so",
        "to",
        "up",
        "us",
        "we",
    }
)
"""Initials in small letters that are a word of talk: they name a speaker only in capitals."""

_PLACE = re.compile(r"@(\S+)\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """What a typed line says. ``who`` is a name of the roster, or empty where only the side is known."""

    text: str
    place: str = ""
    who: str = ""
    side: Party | None = None
    sign: Sign = Sign.GIST


def read_line(typed: str, teams: dict[Party, Team], we: Party, sticky: Line | None = None) -> Line:
    """A typed line as a note. The parts before the words may come in any order; each counts once. What is not said
    is taken from ``sticky`` (the line before): place, speaker and side, never the sign."""
    rest = typed.strip()
    place = who = ""
    side: Party | None = None
    sign: Sign | None = None
    while rest:
        if not place and (match := _PLACE.match(rest)):
            place, rest = match[1].rstrip(",;:"), rest[match.end() :]
            continue
        if sign is None and (found := _sign(rest)):
            sign, rest = found
            continue
        if side is None and (speaker := _speaker(rest, teams, we)):
            who, side, rest = speaker
            continue
        break
    if side is None and sticky is not None:
        who, side = sticky.who, sticky.side
    text = rest.strip()
    if sign is Sign.EXACT:
        text = text.strip('"“” ')
    return Line(text, place or (sticky.place if sticky else ""), who, side, sign or Sign.GIST)


def _sign(rest: str) -> tuple[Sign, str] | None:
    for mark, sign in SIGNS.items():
        if rest.lower().startswith(mark):
            return sign, rest[len(mark) :].lstrip()
    return None


def _speaker(rest: str, teams: dict[Party, Team], we: Party) -> tuple[str, Party, str] | None:
    """The speaker named at the start: "<", ">", "u", "e", "m", or initials of the roster, with or without a colon."""
    if rest[0] in "<>":
        return "", (we if rest[0] == "<" else we.other), rest[1:].lstrip()
    word, _, after = rest.partition(" ")
    bare = word.rstrip(":")
    if not bare or not after.strip():
        return None
    for team in teams.values():
        for person in team.people:
            initials = person.initials
            if initials and (
                bare == initials or (len(initials) > 1 and bare == initials.lower() and bare not in _WORDS)
            ):
                return person.name, team.party, after.lstrip()
    if bare.lower() in _SIDES and bare.islower():
        return "", _SIDES[bare], after.lstrip()
    return None
