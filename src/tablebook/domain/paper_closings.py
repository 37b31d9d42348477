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
    r"|\bfailing\s+(?:such\s+)?ratification\b|^\W*(?:.{0,60}[.!]\s+)?ratification\s+vote\s+(?:is|will\s+be)\b"
    r"|^\W*by\s+signing\s+(?:below|this)\b|\bexecuted\s+in\s+(?:two\s+|one\s+)?(?:or\s+more\s+)?counterparts\b"
    r"|\bmemorialize\s+this\b"
    r"|^\W*in\s+solidarity\b.{0,60}$|^\W*thank\s+you\b.{0,80}$|^\W*document\s*#.{0,40}$"
    r"|^\W*(?:phone|fax|e-?mail|tel)\s*:(?=.*(?:\d{3}|@)).{0,80}$",
    re.I | re.S,
)
_GIVES = re.compile(r"\$|%|\b(?:shall|will)\s+(?:receive|be\s+(?:paid|granted)|pay|provide|grant|employ|have)\b", re.I)
"""“Upon ratification of this tentative agreement each teacher shall receive $500” is what was agreed."""
_IN_MEMO = re.compile(
    r"^\W*this\s+agreement\s+(?:shall|will|is|becomes?)\s+(?:be(?:come)?\s+)?effective\b|^\W*the\s+ratified\s+agreement\b"
    r"|^\W*the\s+parties\s+agree\s+(?:that\s+)?the\s+intent\b|^\W*this\b.{0,120}\bprecedent\b"
    r"|\backnowledges?\s+that\s+(?:they|it)\s+(?:have|has)\s+(?:read|had\s+the\s+opportunity\s+to\s+(?:consult|review))\b"
    r"|^\W*any\s+disputes?\s+(?:concerning|regarding|about|over)\s+(?:this|the\s+terms\s+of\s+this)\b",
    re.I | re.S,
)
"""What an article may say itself: "A settlement at Level One sets no precedent" is language of one."""


def speaks_of_itself(text: str) -> bool:
    """Whether a paragraph speaks of the paper that it stands on."""
    return _OF_ITSELF.search(text) is not None and _GIVES.search(text) is None


def closes_memorandum(text: str) -> bool:
    """The same of a paragraph behind the language that a memorandum gives: there, more can only be its own."""
    return speaks_of_itself(text) or _IN_MEMO.search(text) is not None
