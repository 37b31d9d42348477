"""The words of legends: for what a marking means, for the markings themselves, and for the two sides."""

from __future__ import annotations

import re

from tablebook.documents.marked.colours import NAMES
from tablebook.redline.marks import Mark

NOTE = "note"
MEANINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        NOTE,
        (
            r"not (?:a )?part", r"explanat\w+", "commentary", "rationale", "for information",
            r"clarifying (?:notes?|comments?)", "not (?:be )?(?:incorporated|included)",
        ),
    ),
    (
        Mark.DELETED,
        (
            r"delet\w+", r"remov\w+", r"omit\w*", r"omission\w*", "tak(?:e|en|ing) out", "taken away", r"eliminat\w+",
            "old (?:words?|text|language)", "drop(?:ped|s)", r"repeal\w*", "withdrawn (?:words|language)", "no longer",
            r"propos\w+ (?:to be |for )(?:delet|remov|omi|eliminat|str[iu]c?k)\w*",
        ),
    ),
    (
        Mark.INSERTED,
        (
            "add(?:ed|s|ing|itions?|itional)?", r"insert\w*", "new(?:ly)?(?: (?:words?|text|language))?", r"propos\w+",
            r"chang\w+", "edit(?:s|ed)?", r"revis\w+", r"modif\w+", r"amend\w+", r"counter\w*", r"responses?",
        ),
    ),
    (
        Mark.SAME,
        (
            "unchanged", "current (?:contract )?(?:words?|text|language)", "existing (?:words?|text|language)",
            "status quo", r"tentative(?:ly)? agree\w*", "agreed(?: (?:to|upon))?", "agree (?:to|on|upon)", "remains?",
            "TA(?:'d|’d|ed)?", "pre-?existing(?: (?:words?|text|language))?",
        ),
    ),
)  # fmt: skip
MARKINGS: tuple[tuple[str, object, tuple[str, ...]], ...] = (
    ("strike", "double", (r"double[- ]?(?:strike\w*|struck)(?:[- ]?(?:through|out))?",)),
    (
        "strike",
        "single",
        (
            "str(?:ike|iking|uck|icken)[- ]?(?:through|thru|out|over)?s?", r"strike\w+",
            "cross(?:ed)?[- ]?(?:out|through)",
            "lined?[- ](?:out|through)",
        ),
    ),
    ("underline", "double", (r"double[- ]?underlin\w+",)),
    ("underline", "single", (r"underlin\w+", r"underscor\w+")),
    ("bold", True, ("bold(?:ed|face|faced|ing)?(?: (?:type|print|face|font))?",)),
    ("italic", True, (r"italic\w*",)),
    ("highlight", "any", (r"highlight\w*", "shad(?:ed|ing)")),
    ("sign", "[]", (r"(?:square )?bracket\w*",)),
    ("sign", "caps", ("(?:all[- ])?cap(?:s|itals|italized|ital letters)", "upper[- ]?case")),
    ("colour", "", tuple(NAMES)),
)  # fmt: skip
PARTIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("union", ("union", "association", "federation", "teachers", "guild", "local")),
    (
        "employer",
        (
            "district", "board", "employer", "college", "university", "city", "county", "management", "company",
            "school",
        ),
    ),
)  # fmt: skip


def _named(letter: str, tables: tuple[tuple[str, ...], ...]) -> list[str]:
    return [f"(?P<{letter}{index}>{'|'.join(words)})" for index, words in enumerate(tables)]


_WORDS = (
    *_named("n", tuple(words for _, words in MEANINGS)),
    *_named("m", tuple(words for _, _, words in MARKINGS)),
    *_named("p", tuple(words for _, words in PARTIES)),
)
# Every word of a legend; the group's name is its table and its place in it: n(meaning), m(arking), p(arty).
PATTERN = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.I)
OPENS = re.compile(r"\s*[(\[*]?\s*(?:key|legend|note|marking|explanation|code)s?\b\s*[:.–—-]", re.I)
# Words of a legend that may be printed in the very marking they speak of.
SAMPLE = re.compile(
    r"\W*(?:(?:the|all|any|proposed|our|words?|language|text|wording|new|added|inserted|additions?|insertions?|changes|"
    r"edits|revisions|deleted|deletions?|removed|removals?|omitted|old|taken|out|struck|through|strike\w*|underlin\w+|"
    r"bold\w*|thus|like|this|way|so|sample|example|union|district|association|board|red|blue|green)\b\W*)+",
    re.I,
)
SPEAKS = re.compile(
    r"\b(?:words?|language|text|wording|additions|insertions|deletions|edits|changes|thus|like this|"
    r"underlin|struck|strik)",
    re.I,
)
