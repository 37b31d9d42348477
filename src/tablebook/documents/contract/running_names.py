"""Running lines that name the article under way ("ARTICLE 7", "Article 7: Class Size") on every page of it."""

from __future__ import annotations

import re
from collections import defaultdict

from tablebook.documents.contract.headings import Form, parse, reads_as_title
from tablebook.documents.lines import Line

Name = tuple[str, str]
_LAST_PAGE = re.compile(r"\s+\d{1,4}$")


def names_of(lines: tuple[Line, ...]) -> dict[int, Name]:
    """The lines that are nothing but the name of an article or appendix."""
    return {index: name for index, line in enumerate(lines) if line.page is not None and (name := _named(line))}


def running_names(
    lines: tuple[Line, ...], named: dict[int, Name], edge: set[int], opposite: set[int], *, feet: bool = False
) -> set[int]:
    """Of the lines at one edge of the pages those that stand at one height and name, nearly all of them, an article
    that is named at this height on the next page too, or by a heading further inside their own page."""
    inside: dict[tuple[int | None, Name], list[int]] = defaultdict(list)
    for index, name in named.items():
        if index not in opposite:
            inside[lines[index].page, name].append(index)
    slots: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index in sorted(edge & named.keys()):
        slots[named[index][0], round(lines[index].y)].append(index)
    gone: set[int] = set()
    for members in slots.values():
        pages = {(lines[index].page, named[index]) for index in members}
        known = 0
        for index in members:
            page, name = lines[index].page or 0, named[index]
            further = (other < index if feet else other > index for other in inside[page, name])
            known += any(further) or not {(page - 1, name), (page + 1, name)}.isdisjoint(pages)
        if known >= 3 and known >= 0.6 * len(members):
            gone.update(members)
    return gone


def _named(line: Line) -> Name | None:
    """(form, number) of a line that is nothing but the name of an article or appendix."""
    if len(line.text) > 110:
        return None
    for heading in parse(line.text):
        if heading.form in (Form.ARTICLE, Form.APPENDIX) and heading.number:
            rest = _LAST_PAGE.sub("", line.text[heading.rest :]).strip()
            return (
                (str(heading.form), heading.number.upper()) if not rest or reads_as_title(rest, marked=True) else None
            )
    return None
