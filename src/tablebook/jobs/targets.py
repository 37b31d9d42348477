"""What a person means by "7", "VII", "7.3", "Appendix B", "MOU Title" or "New: Title"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tablebook.domain.contract import UnitKind, find_place
from tablebook.domain.named_points import named_point
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.own_heading import MEMORANDUM
from tablebook.domain.points import Path
from tablebook.errors import UserError


@dataclass(frozen=True, slots=True)
class Target:
    """What a pass is about: an item's key, and one of its sections or ""; ``unit`` and ``title`` for a new item.
    ``path`` leads to a point of the section, as in "4.2(a)"."""

    key: str
    place: str = ""
    unit: UnitKind = UnitKind.ARTICLE
    title: str = ""
    new: bool = False
    path: Path = ()


_APPENDED = r"(?:schedule|exhibit|attachment|addendum)"
_NEW_UNITS = (
    (re.compile(rf"(?i)^{MEMORANDUM}\b"), UnitKind.MOU),
    (
        re.compile(rf"(?i)^(?:appendix\b|{_APPENDED}\s+(?-i:[A-Z]|\d)[\w-]{{0,3}}\b)"),
        UnitKind.APPENDIX,
    ),
    (re.compile(r"(?i)^ground rules\b"), UnitKind.GROUND_RULES),
)
_LIKE_APPENDIX = re.compile(rf"(?i)^\s*{_APPENDED}(?=\s+[A-Z\d][\w-]*\s*$)")
_NUMBER = re.compile(r"(?:\d{1,3}[a-z]?|[ivxl]+)\.?")
_NEW_ARTICLE = re.compile(r"(?i)^new(?: article)?\b[:\s]*(.*)$")


def find_target(state: Negotiation, words: str) -> Target:
    """What a person means by "7", "VII", "7.3", "Appendix B", "MOU Title" or "New: Title". A memorandum, an appendix or
    the ground rules that the contract does not have is a new item; an article that it does not have is refused."""
    units = {key: item.article for key, item in state.items.items()}
    place = (
        find_place(units, words) or find_place(units, _LIKE_APPENDIX.sub("Appendix", words)) or _new_item(state, words)
    )
    if place:
        item = state.items[place[0]]
        return Target(place[0], place[1], item.article.kind, item.article.title)
    name = " ".join(words.split())
    new = match[1] if (match := _NEW_ARTICLE.match(name)) else ""
    for title in (name, new):
        for pattern, unit in _NEW_UNITS:
            if pattern.match(title):
                return Target(title, "", unit, title, new=True)
    if new:
        return Target(f"New: {new}", "", UnitKind.ARTICLE, new, new=True)
    if point := _point(state, name):
        return point
    section = re.fullmatch(r"(?i)(?:section\s+)?([^.\s]+)\.(\S+)", name)
    if section and (home := find_place(units, section[1])):
        item = state.items[home[0]]
        number = name.split()[-1]
        whole = any(one.number.startswith(f"{section[1]}.") for one in item.article.sections)
        return Target(home[0], number if whole else section[2], item.article.kind, item.article.title)
    articles = [key for key, item in state.items.items() if item.article.kind is UnitKind.ARTICLE]
    have = f"It has {len(articles)} articles, {articles[0]} to {articles[-1]}." if articles else "It has no articles."
    raise UserError(
        f"The contract has no “{name}”.", have, "Give the number as printed, or “New: Title” for a new article."
    )


def _point(state: Negotiation, name: str) -> Target | None:
    """A point of a section: "IV.A.2", "3.1(d)"; None where no item has it, and where several have."""
    found = []
    for key, item in state.items.items():
        sections = {one.number: one.blocks for one in item.article.sections}
        named = named_point(name, key, sections)
        if named and named.skip == len(name):
            found.append(Target(key, named.section, item.article.kind, item.article.title, path=named.path))
    return found[0] if len(found) == 1 else None


def _new_item(state: Negotiation, words: str) -> tuple[str, str] | None:
    """A new item by its title alone, or by the number that its title begins with: "Safety" or "28" is "New: 28 Safety"
    once that is on the table."""
    name = re.sub(r"^article\s+", "", " ".join(words.casefold().split()))
    titles = {key: key.casefold().removeprefix("new: ") for key in state.items if key.casefold().startswith("new: ")}
    for key, title in titles.items():
        number, _, rest = title.partition(" ")
        if name == title or (_NUMBER.fullmatch(number) and name in (number.rstrip("."), rest)):
            return key, ""
    return None
