"""The fixed words of papers in a language, from ``resources/words``: headings, labels, and how dates and sums are said.

Every language has the same keys. What people wrote themselves is never here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from tablebook.errors import UserError
from tablebook.paths import resources

ENGLISH = "en"


class Words:
    """The words of one language. ``words("vote.question")`` gives a line, with what stands in braces filled in."""

    def __init__(self, language: str, table: dict[str, dict[str, Any]]) -> None:
        self.language = language
        self._table = table

    def __call__(self, key: str, **values: object) -> str:
        part, _, name = key.partition(".")
        text = str(self._table[part][name])
        return text.format(**values) if values else text

    def has(self, key: str) -> bool:
        """Whether there are words of this name: not every fraction has one."""
        part, _, name = key.partition(".")
        return name in self._table.get(part, {})

    @property
    def name(self) -> str:
        """What the language calls itself."""
        return self("language.name")

    def day(self, moment: date) -> str:
        """ "15 April 2027"."""
        months: Sequence[str] = self._table["language"]["months"]
        return self("language.day", day=moment.day, month=months[moment.month - 1], year=moment.year)

    def moment(self, moment: datetime) -> str:
        """ "24 April 2027, 07:00"."""
        return self("language.moment", day=self.day(moment), clock=f"{moment:%H:%M}")

    def span(self, first: datetime, last: datetime) -> str:
        """ "24 April 2027, 07:00, to 25 April 2027, 16:00"."""
        return self("language.span", first=self.moment(first), last=self.moment(last))

    def days(self, first: date, last: date) -> str:
        """ "24 and 25 April 2027", "30 April to 2 May 2027", or one day."""
        one, other = self.day(first), self.day(last)
        if one == other or first.year != last.year:
            return one if one == other else self("language.days", first=one, last=other)
        months: Sequence[str] = self._table["language"]["months"]
        key = "days_year"
        if first.month == last.month:
            key = "days_two" if last.day - first.day == 1 else "days_month"
        return self(
            f"language.{key}",
            first_day=first.day,
            first_month=months[first.month - 1],
            last_day=last.day,
            last_month=months[last.month - 1],
            year=last.year,
        )

    def day_or_words(self, text: str) -> str:
        """An ISO date as a day; any other words as they were typed."""
        try:
            return self.day(date.fromisoformat(text))
        except ValueError:
            return text

    def number(self, value: int) -> str:
        """ "1,206"."""
        return f"{value:,}".replace(",", self("language.thousands"))

    def counted(self, key: str, count: int) -> str:
        """ "1 agreed", "21 agreed": languages that have a form of their own for one say it so."""
        return self(f"{key}_one") if count == 1 else self(key, count=self.number(count))

    def listed(self, words: Sequence[str]) -> str:
        """ "a, b and c"."""
        if len(words) < 2:
            return "".join(words)
        return f"{', '.join(words[:-1])} {self('language.and')} {words[-1]}"


def languages() -> tuple[str, ...]:
    """The codes of the languages that are there, English first."""
    found = sorted(file.stem for file in (resources() / "words").glob("*.toml"))
    return (ENGLISH, *(code for code in found if code != ENGLISH))


@cache
def words_of(language: str = ENGLISH) -> Words:
    """The words of a language."""
    if language not in languages():
        named = ", ".join(languages())
        raise UserError(
            f"There are no headings in “{language}”.",
            f"The headings of papers are here in: {named}.",
            "Choose one of these, or put a file of this name beside them.",
        )
    file = resources() / "words" / f"{language}.toml"
    return Words(language, tomllib.loads(file.read_text(encoding="utf-8")))
