"""Where a new article, appendix or memorandum stands in the successor, and under which number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tablebook.domain.assembled import Unit
from tablebook.domain.contract import Article, UnitKind, roman_value
from tablebook.domain.dataclass import dataclass
from tablebook.domain.language import first_after
from tablebook.domain.number_words import from_words, in_words
from tablebook.domain.own_heading import called_as, kind_apart, named_heading

_BEFORE = {
    UnitKind.ARTICLE: (UnitKind.ARTICLE, UnitKind.PREAMBLE),
    UnitKind.APPENDIX: (UnitKind.APPENDIX, UnitKind.ARTICLE, UnitKind.PREAMBLE),
}
"""Behind the last of which kinds a new unit goes where its number gives it no place; others go to the very end."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A new unit that the TA gives no number: the next one in the contract's own numbering, to be looked at."""

    unit: str
    number: str


def place_new(standing: Sequence[Unit], new: Sequence[Unit]) -> tuple[tuple[Unit, ...], tuple[Numbered, ...]]:
    """All units in the order of print, and the numbers that were given here: those that TAs give come first."""
    units, given = list(standing), []
    for unit in sorted(new, key=lambda one: one.article is not None and not _named(one).number):
        if unit.article is None:
            units.append(unit)
            continue
        article = _named(unit)
        like = [other for other in units if (known := _stood(other)) is not None and known.kind is article.kind]
        numbers = [known.number for other in like if (known := _stood(other)) is not None]
        if article.kind is UnitKind.ARTICLE and (not article.number or _value(article.number) in map(_value, numbers)):
            article = replace(article, number=_next(numbers))
            given += [Numbered(unit.key, article.number)] if article.number else []
        article = _called_alike(article, like)
        unit = replace(unit, article=article)
        units.insert(_at(units, like, article), unit)
    return tuple(units), tuple(given)


def _stood(unit: Unit) -> Article | None:
    """The unit as it will stand, or stood: the number of a deleted one is not given again."""
    return unit.article or unit.base


def _named(unit: Unit) -> Article:
    """The new unit with the number that its signed heading or its name gives ("New: 36 Recess", "Appendix C")."""
    assert unit.article is not None
    article = unit.article
    if article.kind is UnitKind.ARTICLE:
        if article.number != unit.key or not (match := re.fullmatch(r"(?i)new(?: article)?\b[:\s]*(.*)", unit.key)):
            return article
        wanted = re.fullmatch(
            r"(?i:article\s+)?((?:\d{1,3}|[IVXLC]+)(?:[-–]?[A-Z]|[a-z])?)(?![\w-])[\s.:–—-]+(.+)", match[1]
        )
        title = wanted[2] if wanted and article.title == match[1] else article.title
        return replace(article, number=wanted[1] if wanted else "", title=title)
    heading = None if article.number else named_heading(article.kind, article.title)
    if heading is None or article.kind is UnitKind.MOU:
        return article
    called = article.called or called_as(article.kind, article.title.split()[0])  # "Schedule C Longevity"
    return replace(article, number=heading.number, title=heading.title, called=called)


def _called_alike(article: Article, like: Sequence[Unit]) -> Article:
    """A new memorandum headed as the contract heads its others: "Memorandum of Understanding: Recess"."""
    called = next((known.called for other in reversed(like) if (known := _stood(other)) and known.called), "")
    kind, title = kind_apart(article.title)
    plain = article.kind is UnitKind.MOU and not article.called and kind.casefold() in ("mou", "") and title
    return replace(article, title=title, called=called) if called and plain else article


def _at(units: Sequence[Unit], like: Sequence[Unit], article: Article) -> int:
    numbers = [known.number for other in like if (known := _stood(other)) is not None]
    before = first_after(_figure(article.number), list(map(_figure, numbers))) if article.number and numbers else None
    if before is not None and article.kind is not UnitKind.MOU:
        return units.index(like[before])
    for kind in _BEFORE.get(article.kind, ()):
        last = [i for i, unit in enumerate(units) if (unit.article or unit.base or article).kind is kind]
        if last:
            return last[-1] + 1
    return 0 if article.kind in _BEFORE else len(units)


def _value(number: str) -> str:
    return _figure(number).lower()


def _figure(number: str) -> str:
    """A number written out in words as its figure, so that it can be put in order; others as they are."""
    value = from_words(number) if number else None
    return str(value) if value is not None else number


def _next(numbers: Sequence[str]) -> str:
    """The number after the highest one, in the style of the last that is numbered: 36, 36.0, XXXVI, THIRTY-SIX. None
    where the contract numbers nothing."""
    values = [value for number in numbers if (value := _whole(number)) is not None]
    if numbers and not values:
        return ""
    last = next((number for number in reversed(numbers) if _whole(number) is not None), "0")
    after = max(values, default=0) + 1
    if re.fullmatch(r"\d+\.0", last):
        return f"{after}.0"
    if from_words(last) is not None and not last.isdigit():
        words = in_words(after) if after < 100 else str(after)
        return words.upper() if last.isupper() else words.title() if last[:1].isupper() else words
    if roman_value(last) is not None:
        return roman(after) if last.isupper() else roman(after).lower()
    return str(after)


def _whole(number: str) -> int | None:
    """The value of a number in figures, Roman or words; of "16B" its 16."""
    if figures := re.match(r"\d+", number):
        return int(figures[0])
    value = from_words(number)
    return value if value is not None else roman_value(number)


def roman(value: int) -> str:
    """A Roman numeral."""
    digits = (("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50), ("XL", 40),
              ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))  # fmt: skip
    said = ""
    for letters, size in digits:
        count, value = divmod(value, size)
        said += letters * count
    return said
