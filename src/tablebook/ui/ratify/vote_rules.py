"""The threshold and the quorum as a local's constitution has them: a few usual ones, or a share of one's own."""

from __future__ import annotations

from tablebook.domain.codes import CountedFrom
from tablebook.domain.vote_count import quorum_of
from tablebook.domain.vote_words import quorum_of_words, threshold_of_words
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


def quorum_words(rule: Quorum, eligible: int) -> str:
    """A quorum as it is typed: in its own words where they come to the same ("half of the members"), else in figures:
    "226", "more than 1/2"; "" for none."""
    meant = quorum_of_words(rule.words)
    if not (rule.number or rule.part):
        return ""
    if rule.words and meant and quorum_of(meant, eligible) == quorum_of(rule, eligible):
        return rule.words
    return str(rule.number) if rule.number else f"{'more than ' if rule.more else ''}{rule.part}/{rule.whole}"


def threshold_of(share: str, own: str, of: str, words: str) -> Threshold | None:
    """The threshold that is meant; None where the share that was typed is none."""
    if share == "own":
        return threshold_of_words(own, CountedFrom(of), words)
    part, whole = (int(one) for one in share.split("/"))
    return Threshold(part, whole, CountedFrom(of), share != "1/2", words)
