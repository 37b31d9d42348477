"""Invented contracts in many shapes, and the outline each must give."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

TITLES = (
    "Recognition", "Definitions", "Association Rights", "Management Rights", "Grievance Procedure", "Work Year",
    "Class Size", "Preparation Time", "Leaves of Absence", "Health and Welfare Benefits", "Salaries", "Transfers",
    "Evaluation", "Duration of Agreement",
)  # fmt: skip
SECTIONS = ("Purpose", "Eligibility", "Notice", "Time Limits", "Pay", "Committee", "Records")
_WORDS = (
    "The District shall give each educator written notice of an assignment before the first day of June and shall "
    "meet with the Association to review it when either party asks in writing within ten days of the notice "
    "provided that no educator is moved against the terms of Article 5 of this Agreement or of Section 2 above"
).split()


@dataclass(frozen=True)
class Shape:
    """How the headings of an invented contract are printed; ``{n}`` is the number, ``{t}`` the title."""

    name: str
    article: str
    section: str
    numbers: str = "arabic"
    caps: bool = True
    inline: bool = False
    letters: bool = False
    contents: bool = True
    footer: str = "Agreement 2024-2027"
    skip: frozenset[int] = field(default=frozenset())

    def number(self, value: int) -> str:
        """An article's number as this shape prints it."""
        if self.numbers == "roman":
            return ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")[value]
        if self.numbers == "words":
            words = "ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN"
            return words.split()[value]
        return str(value)


@dataclass(frozen=True)
class Part:
    """One article: heading lines, expected number and title, and sections of (heading, number, title, text)."""

    heading: tuple[str, ...]
    number: str
    title: str
    sections: tuple[tuple[str, str, str, str], ...]


def sentences(random_words: random.Random, count: int) -> str:
    """Prose of about ``count`` words; some of its lines begin like headings."""
    picked = []
    while len(picked) < count:
        start = random_words.randrange(0, 20)
        sentence = _WORDS[start : start + random_words.randrange(14, 30)]
        picked += [sentence[0].capitalize(), *sentence[1:-1], f"{sentence[-1]}."]
    return " ".join(picked)


def invented(shape: Shape, seed: int = 1, articles: int = 14) -> list[Part]:
    """The articles of an invented contract in one shape."""
    words = random.Random(seed)
    parts = []
    for value in range(1, articles + 1):
        if value in shape.skip:
            continue
        printed = TITLES[value - 1].upper() if shape.caps else TITLES[value - 1]
        number = shape.number(value)
        heading = tuple(shape.article.format(n=number, t=printed).split("\n"))
        sections = []
        for index in range(1, words.randrange(3, 7)):
            own = chr(64 + index) if shape.letters else str(index)
            title = SECTIONS[index - 1] if "{t}" in shape.section else ""
            head = shape.section.format(a=value, n=own, t=title)
            cited = f"{value}{'-' if '{a}-' in shape.section else '.'}{index}" if "{a}" in shape.section else own
            sections.append((head, cited, title, sentences(words, words.randrange(20, 90))))
        parts.append(Part(heading, number, printed, tuple(sections)))
    return parts


SHAPES = (
    Shape("keyword arabic", "ARTICLE {n} - {t}", "Section {n}. {t}."),
    Shape("keyword roman below", "ARTICLE {n}\n{t}", "Section {n}. {t}.", "roman"),
    Shape("words below", "ARTICLE {n}\n{t}", "{a}.{n} {t}", "words"),
    Shape("words dash", "ARTICLE {n} – {t}", "{a}.{n}", "words", inline=True),
    Shape("mixed case keyword", "Article {n}. {t}", "{a}.{n} {t}.", caps=False, inline=True),
    Shape("bare number", "{n}. {t}", "{a}.{n} {t}"),
    Shape("bare zero", "{n}.0 {t}", "{a}.{n} {t}"),
    Shape("bare roman", "{n}. {t}", "{n}. {t}.", "roman", letters=True, inline=True),
    Shape("section as article", "SECTION {n}\n{t}", "{a}.{n} {t}"),
    Shape("section titled", "SECTION {n}: {t}", "{n}.", letters=True, inline=True),
    Shape("no keyword", "{t}", "{n}. {t}.", letters=True, inline=True, contents=False),
    Shape("colon roman", "ARTICLE {n}: {t}", "Section {n}.", "roman", letters=True, inline=True, caps=False),
    Shape("gaps", "ARTICLE {n} - {t}", "Section {n} – {t}", skip=frozenset({4, 9})),
    Shape("dashed sections", "ARTICLE {n}. {t}", "{a}-{n}. {t}"),
    Shape("chapters", "CHAPTER {n}\n{t}", "§ {a}.{n} {t}"),
    Shape("double dash", "Article {n} -- {t}", "Section {a}.{n} {t}.", caps=False, inline=True),
)
