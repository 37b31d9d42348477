"""The rules of a vote as a constitution words them: a share, a threshold, a quorum, a count. Words that are not
understood whole are not understood: half a rule read is another rule."""

from __future__ import annotations

import re
from typing import NamedTuple

from tablebook.domain.codes import CountedFrom
from tablebook.domain.voting import Quorum, Threshold

_PARTS = {
    "half": (1, 2),
    "third": (1, 3),
    "thirds": (1, 3),
    "quarter": (1, 4),
    "quarters": (1, 4),
    "fourth": (1, 4),
    "fourths": (1, 4),
    "fifth": (1, 5),
    "fifths": (1, 5),
}
_TIMES = {"": 1, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_LEAST = r"(?:at\s+least|no(?:t)?\s+(?:less|fewer)\s+than|a\s+minimum\s+of|minimum)"
_MORE = r"(?:more\s+than|over)"
_SHARE = re.compile(
    rf"(?:{_LEAST}\s+|(?P<more>{_MORE})\s+)?"
    r"(?:(?P<part>\d{1,3})\s*/\s*(?P<whole>\d{1,3})|(?P<percent>\d{1,3})\s*(?:%|percent|per\s+cent)"
    rf"|(?:(?P<times>a|one|two|three|four)[\s-]+)?(?P<name>{'|'.join(_PARTS)})|(?P<majority>(?:a\s+|simple\s+)*majority))"
    r"(?P<plus>\s*(?:\+|plus)\s*(?:1|one))?(?P<of>\s+of\s+.+)?"
)
_OF = re.compile(
    r"\s+of\s+(?!.*\b(?:or|and|but|if|plus|whichever|unless|except)\b)"
    r"(?=.*\b(?:members?|membership|eligible|voters|unit|list|seats|may\s+vote)\b)[a-z ’'-]+"
)
"""Those who may vote: a share of anything else is not the quorum that is meant here."""
_NUMBER = re.compile(
    r"(?P<number>\d[\d,]{0,11})(?:\s+(?:active\s+|eligible\s+)?(?:members|ballots|votes|voters|people))?"
)


class Share(NamedTuple):
    """A part of a whole; ``more`` is whether more than it is asked."""

    part: int
    whole: int
    more: bool = False


def share_of_words(typed: str) -> Share | None:
    """ "60 %", "more than 3/7", "two thirds of the ballots cast", "a majority", "half plus one"; else None."""
    words = " ".join(typed.lower().split())
    match = _SHARE.fullmatch(words)
    if match is None or (match["of"] and not _OF.fullmatch(match["of"])):
        return None
    if match["majority"]:
        return None if match["plus"] or match["more"] else Share(1, 2, more=True)
    if match["part"]:
        part, whole = int(match["part"]), int(match["whole"])
    elif match["percent"]:
        part, whole = int(match["percent"]), 100
    else:
        one, whole = _PARTS[match["name"]]
        part = one * _TIMES[match["times"] or ""]
    if not 0 < part <= whole:
        return None
    return Share(part, whole, bool(match["more"] or match["plus"]))


def threshold_of_words(typed: str, of: CountedFrom = CountedFrom.CAST, rule: str = "") -> Threshold | None:
    """A share as a threshold: at least it, unless more is asked. What it is a share of is ``of``, and is not typed."""
    share = None if " of " in typed.lower() else share_of_words(typed)
    if share is None or (share.more and share.part == share.whole):
        return None
    return Threshold(share.part, share.whole, of, not share.more, rule)


def quorum_of_words(typed: str) -> Quorum | None:
    """A quorum as it is typed: "226", "half of the members", "half plus one"; "" is none, None is not understood."""
    words = " ".join(typed.lower().split())
    if words in ("", "none", "no quorum"):
        return Quorum()
    if match := _NUMBER.fullmatch(words):
        number = int(match["number"].replace(",", ""))
        return Quorum(number, words="" if words.isdigit() else typed.strip())
    share = share_of_words(words)
    if share is None:
        return None
    plain = words == f"{share.part}/{share.whole}"
    return Quorum(0, share.part, share.whole, "" if plain else typed.strip(), share.more)


def count_of_words(typed: str) -> int | None:
    """A count as it is typed; empty is 0, None is no number."""
    words = typed.replace(",", "").replace("\u202f", "").strip()
    if not words:
        return 0
    return int(words) if words.isascii() and words.isdigit() and len(words) < 10 else None


_SAYS_SHARE = re.compile(r"\b(?:majority|half|thirds?|quarters?|fifths?|percent|mayoría|mitad|tercios?)\b|[%/]", re.I)


def says_share(words: str) -> bool:
    """Whether a rule in the constitution's words says how much it takes: "Art. 7 of the constitution" does not."""
    return _SAYS_SHARE.search(words) is not None
