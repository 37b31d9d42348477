"""Running headers, footers and page numbers, told apart by where they stand and how they repeat."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from tablebook.documents.headings import parse
from tablebook.documents.lines import Line
from tablebook.domain.contract import roman_value

_EDGE = 4
_PAGE_NUMBER = re.compile(r"(?:^|[\s–—-])(\d{1,4}|[ivxl]{1,6})(?=$|[\s–—.-])")


def without_furniture(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """(body, furniture): the lines of the text, and those that only belong to the pages."""
    pages: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.page is not None and not line.whole:
            pages[line.page].append(index)
    if len(pages) < 2:
        return lines, ()
    heads = {page: tuple(indexes[:_EDGE]) for page, indexes in pages.items()}
    feet = {page: tuple(indexes[-_EDGE:][::-1]) for page, indexes in pages.items()}
    gone: set[int] = set()
    for edges in (heads, feet):
        gone |= _edge(lines, edges)
    gone |= _running_titles(lines, heads, gone) | _running_titles(lines, feet, gone)
    body = [line for index, line in enumerate(lines) if index not in gone]
    return tuple(body), tuple(lines[index] for index in sorted(gone))


def _edge(lines: tuple[Line, ...], edges: dict[int, tuple[int, ...]]) -> set[int]:
    """Lines near one edge that repeat on most pages of a stretch, or that carry the number of the page."""
    pages: dict[str, list[int]] = defaultdict(list)
    for page, indexes in edges.items():
        for shape in {_shape(lines[index].text) for index in indexes}:
            pages[shape].append(page)
    repeated = {
        shape
        for shape, where in pages.items()
        if len(where) >= 3 and _dense(sorted(where), edges) and not _counts_up(lines, edges, shape)
    }
    gone = {index for indexes in edges.values() for index in indexes if _shape(lines[index].text) in repeated}
    return gone | _numbered(lines, edges)


def _dense(where: list[int], edges: dict[int, tuple[int, ...]]) -> bool:
    """Whether a line stands on two pages in five between its first and last page. What belongs to the text (a line
    that ends each article) is rarer."""
    between = sum(where[0] <= page <= where[-1] for page in edges)
    return len(where) >= 0.4 * between and (len(where) >= 0.2 * len(edges) or len(where) >= 0.8 * between)


def _shape(text: str) -> str:
    """The words without page-like numbers at the ends, spaces and case: what a running line keeps on every page."""
    words = text.split()
    while words and re.fullmatch(r"[–—-]*\d{1,4}[–—-]*|[–—-]+|[ivxl]{1,6}", words[-1]):
        words.pop()
    joined = " ".join(words).lower()
    return re.sub(r"\bpage \d+( of \d+)?|\s[–—-]?\s?(\d{1,4}|[ivxl]{1,5})\s?[–—-]?\s(?=\s*\S)", " # ", joined) or "#"


def _counts_up(lines: tuple[Line, ...], edges: dict[int, tuple[int, ...]], shape: str) -> bool:
    """Whether lines of one shape are numbered headings at page tops: their own number rises, not the page's."""
    if shape == "#":
        return True
    texts = {lines[index].text for indexes in edges.values() for index in indexes if _shape(lines[index].text) == shape}
    return len(texts) > 1 and bool(re.match(r"(?i)(article|section|appendix)\s*#?$", shape))


def _numbered(lines: tuple[Line, ...], edges: dict[int, tuple[int, ...]]) -> set[int]:
    """Lines whose number keeps step with the pages over at least three pages."""
    offsets: dict[tuple[int, int], list[int]] = defaultdict(list)
    for page, indexes in edges.items():
        for index in indexes:
            text = lines[index].text
            if len(text) > 140 or any(heading.word and heading.rest >= len(text) for heading in parse(text)):
                continue  # "ARTICLE 5" alone at the top of page 5 is a heading
            for number in _page_numbers(text):
                offsets[(page - number, _place(text, number))].append(index)
    found: set[int] = set()
    taken: set[int] = set()
    for _, indexes in sorted(offsets.items(), key=lambda item: -len(item[1])):
        fresh = [index for index in indexes if lines[index].page not in taken]
        if len(fresh) >= 3:
            found.update(fresh)
            taken.update(page for index in fresh if (page := lines[index].page) is not None)
    return found


def _page_numbers(text: str) -> list[int]:
    """Numbers that could be a page's: first or last in the line, or between wide words of a short line."""
    found = []
    for match in _PAGE_NUMBER.finditer(text):
        number = int(match[1]) if match[1].isdigit() else roman_value(match[1]) or 0
        if number and (len(text.split()) <= 12):
            found.append(number)
    return found


def _place(text: str, number: int) -> int:
    """Alone (0), at the end (1), at the start (2) or inside (3)."""
    bare = text.strip(" –—-.")
    if bare.isdigit():
        return 0
    if bare.endswith(str(number)):
        return 1
    return 2 if bare.startswith(str(number)) else 3


def _running_titles(lines: tuple[Line, ...], edges: dict[int, tuple[int, ...]], gone: set[int]) -> set[int]:
    """Short lines stacked against a removed one that say again what a line of the body says: running titles."""
    stacks = {page: indexes for page, indexes in edges.items() if any(index in gone for index in indexes)}
    if len(stacks) < 3:
        return set()
    inside = Counter(
        _words(line.text) for index, line in enumerate(lines) if index not in gone and index not in _flat(stacks)
    )
    at_edge = Counter(_words(lines[index].text) for index in _flat(stacks) if index not in gone)
    found: set[int] = set()
    for page, indexes in stacks.items():
        reach = max(place for place, index in enumerate(indexes) if index in gone)
        for place in (*range(reach), reach + 1, reach + 2):
            if place >= len(indexes) or indexes[place] in gone:
                continue
            line = lines[indexes[place]]
            near = place < reach or _touches(lines, indexes, place)
            repeats = inside[_words(line.text)] > 0 or at_edge[_words(line.text)] >= 3
            if near and repeats and len(line.text) < 90 and _twice_or_far(lines, indexes[place], inside):
                found.add(indexes[place])
    return found


def _flat(edges: dict[int, tuple[int, ...]]) -> set[int]:
    return {index for indexes in edges.values() for index in indexes}


def _touches(lines: tuple[Line, ...], indexes: tuple[int, ...], place: int) -> bool:
    """Whether no empty line parts this line from the one nearer the edge."""
    first, second = sorted((indexes[place], indexes[place - 1]))
    return lines[second].gap < 1.0 if second == first + 1 else False


def _twice_or_far(lines: tuple[Line, ...], index: int, inside: Counter[str]) -> bool:
    """A running title has its original elsewhere: on this page, or on an earlier one."""
    words = _words(lines[index].text)
    return any(_words(line.text) == words for at, line in enumerate(lines) if at != index) and bool(words)


def _words(text: str) -> str:
    """Letters and digits alone, without a page number at the end set apart by spaces."""
    return re.sub(r"[\W_]+", "", re.sub(r"\s+\d{1,4}\s*$", "", text)).lower()
