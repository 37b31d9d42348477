"""Warnings of a reading as places to look at: each has its page, and the unit of the outline it falls in."""

from __future__ import annotations

from collections.abc import Sequence

from tablebook.documents.contract.contents import key
from tablebook.documents.contract.headings import Form, parse, values_of
from tablebook.documents.reading import Doubt, Reading, Warning_
from tablebook.domain.contract import UnitKind

_KINDS = {Form.ARTICLE: UnitKind.ARTICLE, Form.APPENDIX: UnitKind.APPENDIX, Form.MOU: UnitKind.MOU}


def without_text(pages: Sequence[int]) -> str:
    """The sentence about pages that hold a picture and no text."""
    word, verb = ("Page", "is a picture") if len(pages) == 1 else ("Pages", "are pictures")
    return f"{word} {', '.join(map(str, pages))} {verb} without text. What stands there was not read."


def doubts_of_warnings(reading: Reading) -> tuple[Doubt, ...]:
    """What the file could not give, as places a person can go to. Pages that follow each other are one place."""
    found = []
    typed = {block.page for unit in reading.articles for block in unit.blocks}  # a page without text has blocks no more
    for warning in reading.warnings:
        if _settled(reading, warning):
            continue
        open_pages = [page for page in warning.pages if page not in typed]
        if warning.pages and not open_pages:
            continue
        for pages in _runs(open_pages) or [()]:
            message = without_text(pages) if pages else warning.message
            page = pages[0] if pages else warning.page
            at = unit_of_warning(reading, warning, page)
            key = reading.contract.keys[at] if at >= 0 else None
            found.append(Doubt(warning.code, message, page, key, -1, "", warning.words))
    return tuple(found)


def unit_of_warning(reading: Reading, warning: Warning_, page: int | None) -> int:
    """The place in the outline of the unit it is about: for a heading that only the contents list, the unit it would
    follow; else the one on its page. -1 where there is none."""
    if warning.code == "contents-not-in-text":
        return _before(reading, warning.words)
    if warning.code == "text-not-in-contents":
        return next((at for at, unit in enumerate(reading.articles) if unit.name == warning.words), -1)
    return _on_page(reading, page)


def _settled(reading: Reading, warning: Warning_) -> bool:
    """Whether a correction has answered it: the heading that was missing is there, or the one too many is gone."""
    if warning.code == "text-not-in-contents":
        return unit_of_warning(reading, warning, None) < 0
    if warning.code != "contents-not-in-text":
        return False
    heading = next(iter(parse(warning.words)), None)
    if heading is None:
        return False
    kind, title = _KINDS.get(heading.form), key(warning.words[heading.rest :])
    of_kind = [unit for unit in reading.articles if unit.kind is kind]
    numbered = heading.number and any(unit.number.lower() == heading.number.lower() for unit in of_kind)
    return bool(numbered) or any(title and key(unit.title) == title for unit in of_kind)


def _on_page(reading: Reading, page: int | None) -> int:
    """The last unit that begins on the page or before it."""
    begun = [at for at, unit in enumerate(reading.articles) if unit.page and page and unit.page <= page]
    return begun[-1] if begun else -1


def _before(reading: Reading, words: str) -> int:
    """The last unit of the kind whose number is lower, or the last of all articles where the number says nothing."""
    heading = next(iter(parse(words)), None)
    kind = _KINDS.get(heading.form, UnitKind.ARTICLE) if heading else UnitKind.ARTICLE
    value = values_of(heading.number)[0] if heading and heading.number else ()
    lower = [
        at
        for at, unit in enumerate(reading.articles)
        if unit.kind is kind and (not value or (unit.number and values_of(unit.number)[0] < value))
    ]
    return lower[-1] if lower else len(reading.articles) - 1


def _runs(pages: Sequence[int]) -> list[tuple[int, ...]]:
    """Pages gathered into runs that follow each other."""
    runs: list[tuple[int, ...]] = []
    for page in sorted(pages):
        if runs and runs[-1][-1] == page - 1:
            runs[-1] = (*runs[-1], page)
        else:
            runs.append((page,))
    return runs
