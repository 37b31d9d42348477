"""The threshold and the quorum as a local's constitution has them: a few usual ones, or a share of one's own."""

from __future__ import annotations

import re

from tablebook.domain.codes import CountedFrom
from tablebook.domain.voting import Quorum, Threshold

SHARES = (
    ("1/2", "More than half"),
    ("2/3", "At least two thirds"),
    ("3/5", "At least three fifths"),
    ("3/4", "At least three quarters"),
    ("own", "Another share"),
)
OF = (
    (CountedFrom.CAST, "of ballots cast"),
    (CountedFrom.DECIDED, "of ballots for yes or no"),
    (CountedFrom.VALID, "of valid ballots, abstentions counted"),
    (CountedFrom.ELIGIBLE, "of all who may vote"),
)


def share_of(rule: Threshold) -> str:
    """The choice that a threshold is."""
    named = f"{rule.part}/{rule.whole}"
    usual = (named == "1/2" and not rule.at_least) or (named in dict(SHARES) and named != "1/2" and rule.at_least)
    return named if usual else "own"


def own_words(rule: Threshold) -> str:
    """A threshold as it is typed: "60 %", "at least 3/7"."""
    return f"{'at least' if rule.at_least else 'more than'} {rule.part}/{rule.whole}"


def threshold_of(share: str, own: str, of: str, words: str) -> Threshold | None:
    """The threshold that is meant; None where the share that was typed is none."""
    if share != "own":
        part, whole = (int(one) for one in share.split("/"))
        return Threshold(part, whole, CountedFrom(of), share != "1/2", words)
    found = re.search(r"(\d{1,3})\s*(?:/|of|out of)\s*(\d{1,3})|(\d{1,3})\s*(?:%|percent)", own.lower())
    if found is None:
        return None
    part, whole = (int(found[1]), int(found[2])) if found[1] else (int(found[3]), 100)
    if not 0 < part <= whole:
        return None
    more = "more than" in own.lower() or "over" in own.lower()
    return Threshold(part, whole, CountedFrom(of), not more, words)


def quorum_of(typed: str) -> Quorum | None:
    """A quorum as it is typed: "226", "half", "50 %", "1/3 of members"; "" is none, None is not understood."""
    words = typed.strip().lower()
    if words in ("", "none", "no quorum"):
        return Quorum()
    for name, (part, whole) in {
        "half": (1, 2),
        "a third": (1, 3),
        "one third": (1, 3),
        "two thirds": (2, 3),
        "a quarter": (1, 4),
        "one quarter": (1, 4),
    }.items():
        if words.startswith(name):
            return Quorum(0, part, whole, typed.strip())
    if found := re.search(r"(\d{1,3})\s*(?:/|of)\s*(\d{1,3})\b", words):
        return Quorum(0, int(found[1]), int(found[2]), typed.strip()) if int(found[2]) else None
    if found := re.search(r"(\d{1,3})\s*(?:%|percent)", words):
        return Quorum(0, int(found[1]), 100, typed.strip())
    if found := re.fullmatch(r"(\d[\d,]*)(?:\s+\w+)*", words):
        return Quorum(int(found[1].replace(",", "")), words=typed.strip() if not words.isdigit() else "")
    return None


def number_of(typed: str) -> int | None:
    """A count as it is typed; empty is 0, None is no number."""
    words = typed.replace(",", "").replace("\u202f", "").strip()
    return int(words) if words.isdigit() else (0 if not words else None)
