"""Dates that a text names, and whether they can be meant: inside the term, and in the calendar at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from tablebook.domain.dataclass import dataclass
from tablebook.domain.month_words import MONTH, MONTH_LIKE

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = rf"(?P<month>{MONTH_LIKE})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_PATTERNS = (
    re.compile(rf"\b{_MONTH}\s+{_DAY}(?:,?\s+(?P<year>(?:19|20)\d\d))?\b(?!\s*[–-]\s*\d\d\b)", re.I),
    re.compile(rf"\b{_DAY}\s+{_MONTH}\s+(?P<year>(?:19|20)\d\d)\b", re.I),
    re.compile(r"\b(?P<number>\d{1,2})/(?P<day>\d{1,2})/(?P<year>(?:20)?\d\d)\b"),
    re.compile(r"\b(?P<year>20\d\d)-(?P<number>\d\d)-(?P<day>\d\d)\b"),
    re.compile(rf"\b{_MONTH}\s+(?P<year>20\d\d)\b(?!\s*[–-]\s*\d\d\b)", re.I),
)
_ORDINAL = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)"
_IN_YEAR = r"(?:,?\s+(?:19|20)\d\d)?"
_DATE = re.compile(
    rf"\b(?:(?:the\s+)?(?:{_ORDINAL}|\d{{1,2}})\s+(?:day\s+of\s+)?{MONTH}{_IN_YEAR}"
    rf"|{MONTH}\s+(?:{_ORDINAL}|\d{{1,2}})\b{_IN_YEAR}|(?-i:(?=[A-Z])){MONTH}{_IN_YEAR}"
    rf"|\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d\d)?\d\d|(?:19|20)\d\d-\d\d-\d\d|(?:the\s+)?{_ORDINAL})(?!\w)",
    re.I,
)
_BESIDE_DATES = re.compile(
    r"\b(?:and|to|through|until|on|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|[\s,;:.()–-]", re.I
)
_YEAR = re.compile(r"\b(20\d\d)\b")
_TAKES_EFFECT = re.compile(
    r"(?i)\b(effective|begin(s|ning)?|start(s|ing)?|commenc(es|ing)|until|through|expires?|ends?|by|no later than|"
    r"not later than)(\s+(on|as of|and retroactive to|the first of))*\s*$"
)


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A date that can hardly be meant: as printed, and why, in words that go on after "The text speaks of"."""

    text: str
    sentence: str
    code: str = "outside-term"


def term_years(term: str) -> tuple[int, int] | None:
    """The first and last year of a term as it is spoken of: "2027–30", "July 1, 2027 to June 30, 2030"."""
    years = [int(year) for year in _YEAR.findall(term)]
    if not years:
        return None
    ending = re.search(r"20\d\d\s*[–-]\s*(?:20)?(\d\d)\b", term)
    return min(years), 2000 + int(ending[1]) if ending else max(years)


_FROM_WHEN = re.compile(r"\b(?:effective|in\s+(?:full\s+)?(?:force|effect)|retroactive\w*|beginning|as\s+of)\b", re.I)
_HOLDS = re.compile(
    r"\b(?:in|into|full)\s+(?:full\s+)?(?:force|effect)\b|\beffective\b|\bterm\s+of\s+this\b|\bcontinues?\b", re.I
)
_NEAR = 40
"""Letters between "effective" and its day."""


def names_days(text: str) -> bool:
    """Whether a text says from which day on something in it holds: "effective July 1, 2027"."""
    starts = [match.start() for match in _dates(text)]
    return any(0 <= start - match.end() <= _NEAR for match in _FROM_WHEN.finditer(text) for start in starts)


def term_sentence(text: str) -> str:
    """The sentence that says from when to when the agreement holds; "" where there is none."""
    for line in text.split("\n"):
        for sentence in re.split(r"(?<=[.;])\s+(?=[A-Z])", line):
            dated = list(_dates(sentence))
            if len(dated) == 2 and re.search(r"(?i)\bagreement\b|\bcontract\b", sentence) and _HOLDS.search(sentence):
                return " ".join(sentence.split())
    return ""


def another_term(lines: Iterable[str], term: str) -> str:
    """The years of another term that a title page or a running head gives, "2024 to 2027"; "" where none does."""
    wanted = term_years(term)
    for line in lines if wanted else ():
        years = term_years(line)
        if years is not None and years[0] < years[1] and years != wanted:
            return f"{years[0]} to {years[1]}"
    return ""


def only_days(text: str) -> bool:
    """Whether words are days, or parts of them, and nothing else: "July 1, 2027", "5th", but no "8th grade"."""
    left, days = _DATE.subn(" ", text)
    return days > 0 and not _BESIDE_DATES.sub("", left)


def doubtful_dates(text: str, term: str) -> Iterator[Doubtful]:
    """The dates of a text that lie outside the term or in no calendar, each once."""
    years = term_years(term)
    seen: set[int] = set()
    for match in _dates(text):
        found = match.groupdict()
        year = _year(found.get("year"))
        if not _in_calendar(found, year):
            yield Doubtful(match[0], f"There is no {match[0]}.", "no-such-date")
        elif years and year and year > years[1]:
            seen.add(year)
            yield Doubtful(match[0], f"The text speaks of {match[0]}; the term is {term}.")
        elif years and year and year < years[0] and _TAKES_EFFECT.search(text[: match.start()]):
            yield Doubtful(match[0], f"The text speaks of {match[0]}; the term is {term}.")
    for year in sorted(set(map(int, _YEAR.findall(text))) - seen):
        # A school year may end, and a count be taken, in the year after the term.
        if years and year > years[1] + 1:
            yield Doubtful(str(year), f"The text speaks of {year}; the term is {term}.")


def _dates(text: str) -> Iterator[re.Match[str]]:
    """Each date once: "July 2031" inside "1 July 2031" is none of its own."""
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                yield match


def _year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)


def _in_calendar(found: dict[str, str | None], year: int | None) -> bool:
    """Whether there is such a day; a day without its year is looked for in a leap year."""
    if not found.get("day"):
        return True
    month = int(found["number"] or 0) if found.get("number") else _month(found.get("month") or "")
    try:
        date(year or 2000, month, int(found["day"] or 0))
    except ValueError:
        return False
    return True


def _month(word: str) -> int:
    return next(at for at, name in enumerate(_MONTHS, 1) if name.startswith(word.lower()[:3]))
