"""The table of contents: found by its shape and because the text says its lines again, and kept for comparison."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from tablebook.documents.contract.headings import parse, reads_as_title
from tablebook.documents.lines import Line
from tablebook.domain.contract import roman_value

_LEADERS = re.compile(r"(?:\.{3,}|…|(?:\. ){3,}|_{4,}|·{3,})")
_NUMBER = r"(?:\d{1,3}|[ivxl]{1,6})"
_PAGE = rf"(?:(?i:pages?|pgs?\.?|pp?\.)\s*)?[-–]?\s?(?P<page>{_NUMBER})(?:\s*(?:[-–,&]|to)\s*{_NUMBER})*\s*[-–]?"
_LAST_NUMBER = re.compile(rf"[\s.…·_]{_PAGE}$")
_ALONE = re.compile(_PAGE)
_ENDINGS = frozenset("0123456789ivxl-–")
_FEWEST = 6
_HEADING = 76
_REACH = 14
_LONGEST = 600
_BEGINNING = 8


@lru_cache(maxsize=20000)
def key(text: str) -> str:
    """Letters and digits alone, lower case: contents pages break words and change dashes."""
    return "".join(filter(str.isalnum, text)).lower()


def entry_text(line: Line) -> str:
    """A contents line without leader dots and page number."""
    text = line.said
    if match := _LEADERS.search(text):
        return text[: match.start()].strip(" .…")
    if _apart(line) or "\t" in text or line.listed:
        return _LAST_NUMBER.sub("", text).strip()
    return text


def _apart(line: Line) -> bool:
    """Whether a page number stands far to the right, after a wide gap."""
    return 1 < len(line.cells) < 4 and bool(_ALONE.fullmatch(line.cells[-1][1].strip()))


def _shaped(line: Line) -> bool:
    """Whether a line has the shape of a contents entry: leaders, or a page number far to the right."""
    text = line.said
    if line.rows:
        return False
    dotted = ".." in text or ". ." in text or "…" in text or "__" in text or "··" in text
    if line.listed or (
        dotted and _LEADERS.search(text) and (_LAST_NUMBER.search(text) or len(_LEADERS.sub("", text)) < 90)
    ):
        return not re.search(r"_{4,}", text) or bool(_LAST_NUMBER.search(text) and "." in text)
    return _apart(line) and any(char.isalpha() for char in line.cells[0][1] + line.cells[-2][1])


def _paged(line: Line) -> int:
    """The page that a short line without a sentence in it may end with; 0 for none."""
    text = line.said
    if len(text) > 130 or line.rows or text[-1:] not in _ENDINGS:
        return 0
    match = _LAST_NUMBER.search(text)
    if match is None or not any(char.isalpha() for char in text[: match.start()]):
        return 0
    return _number(match)


def _number(match: re.Match[str]) -> int:
    page = match["page"]
    return int(page) if page.isdigit() else roman_value(page) or 0


def split_contents(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """(body, contents): the longest table of contents in the first part of the document is taken out, with its other
    parts near it."""
    limit = max(80, int(len(lines) * 0.45))
    again = _said_again(lines, limit + _LONGEST)
    start, end = _stretch(lines, again, 0, limit)
    contents: tuple[Line, ...] = ()
    while end - start >= 4 and len(contents) < len(lines) and _leads_on(lines, again, start, end):
        contents = (*contents, *lines[start:end])
        lines = lines[:start] + lines[end:]
        del again[start:end]
        start, end = _stretch(lines, again, max(0, start - _REACH), start + _REACH)
    return lines, contents


def _leads_on(lines: tuple[Line, ...], again: list[int], start: int, end: int) -> bool:
    """Whether lines with leaders are contents and no list of the text ("1 to 60 months .... 14 hours"): one of them is
    said again further down, or they stand above the first article and end with page numbers that never fall."""
    if any(again[start:end]) or any(line.listed for line in lines[start:end]):
        return True
    if any(one.word and one.number for line in lines[:start] for one in parse(line.text)):
        return False
    pages = [page for line in lines[start:end] if (page := _paged(line) or _far_page(line))]
    return 2 * len(pages) >= end - start and pages == sorted(pages)


def _far_page(line: Line) -> int:
    """The page number that stands far to the right of a line; 0 for none."""
    match = _ALONE.fullmatch(line.cells[-1][1].strip()) if _apart(line) else None
    return _number(match) if match else 0


def _stretch(lines: tuple[Line, ...], again: list[int], first: int, limit: int) -> tuple[int, int]:
    """(first, last + 1) of the longest table of contents that begins between two lines."""
    marks = [
        index >= first and bool(_shaped(line) or again[index] or _in_run(lines, index))
        for index, line in enumerate(lines[: limit + _LONGEST])
    ]
    start, end = _densest(lines[: len(marks)], marks, again, limit)
    shaped = [index for index in range(start, end) if _shaped(lines[index]) or _paged(lines[index])]
    if len(shaped) * 2 > end - start:
        end = shaped[-1] + 1
    while end - start >= 4 and start > 0 and _titles_contents(lines, start):
        start -= 1
    return start, end


def _in_run(lines: tuple[Line, ...], at: int) -> bool:
    """Whether a line is one of six and more that end with page numbers which never fall."""
    page = _paged(lines[at])
    if not page:
        return False
    before = _reach(lines[max(0, at - 11) : at][::-1], page, -1)
    after = _reach(lines[at + 1 : at + 12], page, 1)
    pages = (*before, page, *after)
    return len(pages) >= _FEWEST and max(pages) > min(pages)


def _reach(lines: tuple[Line, ...], page: int, way: int) -> list[int]:
    """The page numbers of the lines that go on from a page, up or down, as long as no more than three have none."""
    found: list[int] = []
    without = 0
    for line in lines:
        number = _paged(line)
        without = 0 if number else without + 1
        if without > 3 or (number and not 0 <= way * (number - page) < 30):
            break
        if number:
            found.append(number)
            page = number
    return found


def _said_again(lines: tuple[Line, ...], limit: int) -> list[int]:
    """For each line that reads as a heading: where a later line, or two or three in a row, repeat it; 0 for nowhere."""
    later: dict[str, int] = {}
    # A heading, or a line of one, is short; longer lines need no key.
    keys = [key(line.said) if len(line.text) < _HEADING else "" for line in lines]
    for index, own in enumerate(keys):
        if not own:
            continue
        joined = own
        for extra in (0, 1, 2):
            if extra:
                if index + extra >= len(lines) or not keys[index + extra]:
                    break
                joined += keys[index + extra]
            later[joined] = index
    begins = {own[:_BEGINNING] for own in later}
    return [_again(line, index, later, begins) if index < limit else 0 for index, line in enumerate(lines)]


def _again(line: Line, index: int, later: dict[str, int], begins: set[str]) -> int:
    beginning = key(line.said[:24])[:_BEGINNING]
    if len(beginning) == _BEGINNING and beginning not in begins:
        return 0  # nearly all lines of the text
    text = entry_text(line)
    own = key(text)
    if len(own) <= 7 or len(text) >= 160 or own.isdigit():  # figures come again in other schedules
        return 0
    heading = next(iter(parse(line.said)), None)
    named = heading is not None and len(key(line.said[heading.rest :])) > 2
    if not (named or reads_as_title(text, marked=line.caps)):
        return 0
    place = later.get(own, -1)
    return place if place > index + 3 else 0


def _densest(lines: tuple[Line, ...], marks: list[bool], again: list[int], limit: int) -> tuple[int, int]:
    """The stretch with the most entries in which no three other lines follow each other and no sentence stands."""
    best = (0, 0)
    count_best = 3
    index = 0
    while index < min(limit, len(lines)):
        if not marks[index]:
            index += 1
            continue
        start = end = index
        count = strange = 0
        while index < len(lines):
            if marks[index]:
                count, strange, end = count + 1, 0, index + 1
            else:
                strange += 1
                if strange > 3 or _prose(lines[index]):
                    break
            index += 1
        if count > count_best and count >= 0.5 * (end - start) and _lists(lines, start, end, again):
            best, count_best = (start, end), count
    return best


def _lists(lines: tuple[Line, ...], start: int, end: int, again: list[int]) -> bool:
    """Whether entries list what follows: by leaders to pages, or many of them, in the order of the text, before it."""
    entries = lines[start:end]
    if sum(bool(_LEADERS.search(line.said)) or line.listed for line in entries) >= 4:
        return True
    before = sum(_prose(line) for line in lines[:start])
    paged = sum(bool(_paged(line)) for line in entries)
    numbers = {(h.form, h.number) for line in entries for h in parse(line.said)[:1] if h.number}
    if before > 25 or (len(numbers) < _FEWEST and paged < _FEWEST and before > 4):
        return False
    places = [place for place in again[start:end] if place]
    rising = sum(after > before for before, after in pairwise(places))
    in_order = len(places) >= _FEWEST and rising >= 0.8 * (len(places) - 1)
    if not (len(numbers) >= 3 or in_order or (paged >= _FEWEST and paged >= 0.6 * len(entries))):
        return False
    return len(numbers) < 3 or _follow(entries, lines[end:])


def _follow(entries: tuple[Line, ...], later: tuple[Line, ...]) -> bool:
    """Whether most numbered entries have a heading later, by number or by title: headings that are said once are the
    text itself, however short their articles."""
    short = [line for line in later if len(line.text) < _HEADING]
    numbers = {h.number for line in short for h in parse(line.said)[:1]}
    titles = {key(line.said) for line in short}
    named = [(h, key(entry_text(line)[h.rest :])) for line in entries for h in parse(line.said)[:1] if h.number]
    return 2 * sum(h.number in numbers or (bool(title) and title in titles) for h, title in named) >= len(named)


def _prose(line: Line) -> bool:
    text = line.said
    return len(text.split()) > 9 and not _LEADERS.search(text) and not _LAST_NUMBER.search(text)


def _titles_contents(lines: tuple[Line, ...], start: int) -> bool:
    """Whether the line above the contents is their heading: short, on the same page, no entry and no heading itself."""
    line = lines[start - 1]
    same_page = line.page == lines[start].page
    return same_page and len(line.said.split()) <= 3 and not line.said.endswith(".") and not parse(line.said)
