"""Sentences in which a paper speaks of itself: "This MOU sets no precedent", "Ratification vote is May 20". On a paper
about an article they are none of its language."""

from __future__ import annotations

import re

_KIND = (
    r"(?:mou|moa|loa|lou|memorandum|letter\s+of\s+(?:agreement|understanding)|side\s?letter(?:\s+of\s+agreement)?"
    r"|tentative\s+agreement)"
)
_OF_ITSELF = re.compile(
    rf"\bthis\s+(?:[\w-]+\s+){{0,2}}?{_KIND}\b"
    r"|\b(?:failing|such)\s+ratifications?\b|\bratification\s+vote\b|\bthe\s+ratified\s+agreement\b"
    r"|^\W*by\s+signing\s+(?:below|this)\b|\bexecuted\s+in\s+(?:two\s+|one\s+)?(?:or\s+more\s+)?counterparts\b"
    r"|\backnowledges?\s+that\s+(?:they|it)\s+(?:have|has)\s+(?:read|had\s+the\s+opportunity)\b"
    r"|\b(?:sets?|creates?|establish(?:es)?)\s+no\s+precedent\b|\bnot\s+(?:be\s+)?precedent[\s-]+setting\b"
    r"|\bmemorialize\s+this\b"
    r"|^\W*in\s+solidarity\b.{0,60}$|^\W*thank\s+you\b.{0,80}$|^\W*document\s*#.{0,40}$"
    r"|^\W*(?:phone|fax|e-?mail|tel|office\s+hours)\s*:.{0,80}$",
    re.I | re.S,
)
_IN_MEMO = re.compile(
    r"^\W*this\s+agreement\s+(?:shall|will|is|becomes?)\s+(?:be(?:come)?\s+)?effective\b|^\W*the\s+parties\s+agree\s+(?:the\s+intent|to)\b"
    r"|^\W*any\s+disputes?\s+(?:concerning|regarding|about|over)\s+(?:this|the\s+terms\s+of\s+this)\b"
    r"|\bsubject\s+to\s+the\s+grievance\s+procedure\s+within\b|\bsuccessor\s+negotiations?\b|\bsubject\s+to\s+funding\b",
    re.I,
)


def speaks_of_itself(text: str) -> bool:
    """Whether a paragraph speaks of the paper that it stands on."""
    return _OF_ITSELF.search(text) is not None


def closes_memorandum(text: str) -> bool:
    """The same of a paragraph behind the language that a memorandum gives: there, more can only be its own."""
    return speaks_of_itself(text) or _IN_MEMO.search(text) is not None
