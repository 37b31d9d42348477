"""Running headers, footers and page numbers, told apart by where they stand and how they repeat."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from functools import lru_cache

from tablebook.documents.contract.headings import Form, parse, reads_as_title, straight
from tablebook.documents.contract.inferred_pages import with_pages
from tablebook.documents.contract.running_names import names_of, running_names
from tablebook.documents.lines import Line
from tablebook.domain.contract import roman_value

_EDGE = 4


def without_furniture(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """(body, furniture): the lines of the text, and those that only belong to the pages. What stands in the frame of
    a paper of ours is text, even where it looks like a line that runs along the pages; its legend alone is none, and
    stands at one height on each page."""
    body, furniture = _told_apart(lines)
    if not any(line.framed for line in furniture):
        return body, furniture
    heights = Counter((line.text, round(line.y)) for line in furniture)
    often = min(3, len({line.page for line in furniture}))
    gone = {id(line): line for line in furniture if not line.framed or heights[line.text, round(line.y)] >= often}
    return tuple(line for line in lines if id(line) not in gone), tuple(gone.values())


def _told_apart(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The same, by where lines stand and how they repeat."""
    pages = _by_page(lines)
    if len(pages) < 2:
        if not pages and (paged := with_pages(lines)) is not None:
            gone = _gone(paged)
            kept = [_closed_up(lines, index, gone) for index in range(len(lines)) if index not in gone]
            return tuple(kept), tuple(lines[index] for index in sorted(gone))
        return _one_page(lines)
    if len(pages) == 2:
        return _two_pages(lines, pages)
    gone = _gone(lines)
    body = tuple(line for index, line in enumerate(lines) if index not in gone)
    return body, tuple(lines[index] for index in sorted(gone))


def _by_page(lines: tuple[Line, ...]) -> dict[int, list[int]]:
    """The places of the printed lines of each page."""
    pages: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.page is not None and not line.whole:
            pages[line.page].append(index)
    return pages


_OF_PAGES = re.compile(r"\bpage\s+(\d{1,4})\s+of\s+(\d{1,4})\b", re.I)


def _one_page(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """A page alone repeats nothing; its foot is what counts it ("Page 1 of 1") set apart below the text, with what
    stands under that."""
    for at in range(max(1, len(lines) - _EDGE), len(lines)):
        counted = _OF_PAGES.search(lines[at].text)
        if counted and int(counted[1]) <= int(counted[2]) and len(lines[at].text) < 140 and lines[at].gap > 0.4:
            return lines[:at], lines[at:]
    return lines, ()


def _closed_up(lines: tuple[Line, ...], index: int, gone: set[int]) -> Line:
    """A line without the empty space that stood between it and a line taken out above it."""
    line = lines[index]
    return replace(line, gap=min(line.gap, 1.0)) if index - 1 in gone else line


def _gone(lines: tuple[Line, ...]) -> set[int]:
    """The places of the lines that only belong to the pages."""
    pages = _by_page(lines)
    heads = {page: tuple(indexes[: min(_EDGE, max(1, len(indexes) // 2))]) for page, indexes in pages.items()}
    feet = {page: tuple(indexes[-min(_EDGE, max(1, len(indexes) // 2)) :][::-1]) for page, indexes in pages.items()}
    gone: set[int] = set()
    edge = _flat(heads) | _flat(feet)
    inside = Counter(_shape(x.text) for index, x in enumerate(lines) if index not in edge and len(x.text) < 60)
    names = names_of(lines)
    gone |= _edge(lines, heads, inside) | running_names(lines, names, _flat(heads), _flat(feet))
    gone |= _edge(lines, feet, inside) | running_names(lines, names, _flat(feet), _flat(heads), feet=True)
    gone |= _running_titles(lines, heads, gone) | _running_titles(lines, feet, gone)
    return gone


def _two_pages(lines: tuple[Line, ...], pages: dict[int, list[int]]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Of two pages the second loses what stands word for word and at the same height on the first, at its edges; both
    lose what does so at their feet, and their page numbers."""
    first, second = (pages[page] for page in sorted(pages))
    known = {(lines[index].text, round(lines[index].y)) for index in first}
    gone: set[int] = set()
    for edge in (second, second[::-1]):
        for index in edge:
            if (lines[index].text, round(lines[index].y)) not in known:
                break
            gone.add(index)
    for one, other in zip(first[::-1], second[::-1], strict=False):
        same = (lines[one].text, round(lines[one].y)) == (lines[other].text, round(lines[other].y))
        if not (same or _next_number(lines[one], lines[other])):
            break
        gone |= {one, other}
    if _next_number(lines[first[0]], lines[second[0]]):
        gone |= {first[0], second[0]}
    body = tuple(line for index, line in enumerate(lines) if index not in gone)
    return body, tuple(lines[index] for index in sorted(gone))


def _next_number(one: Line, other: Line) -> bool:
    """Whether two lines are the numbers of pages that follow each other, at one height."""
    counted = any(number + 1 in _page_numbers(other) for number in _page_numbers(one))
    return counted and round(one.y) == round(other.y)


def _edge(lines: tuple[Line, ...], edges: dict[int, tuple[int, ...]], inside: Counter[str]) -> set[int]:
    """Lines near one edge that repeat on most pages of a stretch, or that carry the number of the page. What also
    stands again and again ``inside`` the pages belongs to the text."""
    pages: dict[str, list[int]] = defaultdict(list)
    for page, indexes in edges.items():
        for shape in {_shape(lines[index].text) for index in indexes if not _heads(lines, index)}:
            pages[shape].append(page)
    repeated = {
        shape
        for shape, where in pages.items()
        if len(where) >= 3
        and inside[shape] < 3
        and _dense(sorted(where), edges)
        and not _counts_up(lines, edges, shape)
    }
    gone = {
        index
        for indexes in edges.values()
        for index in indexes
        if _shape(lines[index].text) in repeated and not _heads(lines, index)
    }
    return gone | _numbered(lines, edges)


def _heads(lines: tuple[Line, ...], index: int) -> bool:
    """Whether a line is a heading by its own word and number, or by its word with a title set alike below it: at a
    page's top it may still be one."""
    line = lines[index]
    for heading in parse(line.text):
        if heading.word and heading.number:
            return True
        below = lines[index + 1] if heading.form is Form.MOU and index + 1 < len(lines) else None
        if below is not None and any(
            getattr(line, look) and getattr(below, look) for look in ("bold", "centred", "caps")
        ):
            return line.page == below.page and reads_as_title(below.text, marked=True)
    return False


def _dense(where: list[int], edges: dict[int, tuple[int, ...]]) -> bool:
    """Whether a line stands on two pages in five between its first and last page. What belongs to the text (a line
    that ends each article) is rarer."""
    between = sum(where[0] <= page <= where[-1] for page in edges)
    return len(where) >= 0.4 * between and len(where) >= 0.15 * len(edges)


@lru_cache(maxsize=20000)
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
    """Lines whose number keeps step with the pages, or with the pages that have text, at least three times."""
    steps: dict[tuple[str, int], list[int]] = defaultdict(list)
    for rank, page in enumerate(sorted(edges)):
        for index in edges[page]:
            for number in _page_numbers(lines[index]):
                steps["page", page - number].append(index)
                steps["rank", rank - number].append(index)
    found: set[int] = set()
    for indexes in sorted(steps.values(), key=len, reverse=True):
        pages = {lines[index].page for index in indexes} - {lines[index].page for index in found}
        if len(pages) >= 3:
            found.update(index for index in indexes if lines[index].page in pages)
    return found | _in_step(lines, edges, found)


def _in_step(lines: tuple[Line, ...], edges: dict[int, tuple[int, ...]], found: set[int]) -> set[int]:
    """Page numbers between and after known ones where the count jumps, as it does at pages left out."""
    more: set[int] = set()
    last, last_page = 0, 0
    for page in sorted(edges):
        known = [n for index in edges[page] if index in found for n in _page_numbers(lines[index])]
        if known:
            last, last_page = known[0], page
            continue
        for index in edges[page][:2]:
            numbers = [n for n in _page_numbers(lines[index]) if last and last < n <= last + page - last_page]
            if numbers:
                more.add(index)
                last, last_page = numbers[0], page
                break
    return more


def _page_numbers(line: Line) -> list[int]:
    """What could be the page's number: a number alone, or one set apart by a wide gap, in a short line that is no
    heading by itself."""
    text = line.text.strip(" –—-.|")
    meant = straight(text)
    if len(text) > 140 or any(h.word and h.number and h.rest >= len(meant) for h in parse(meant)):
        return []
    if counted := _OF_PAGES.search(text):
        return [int(counted[1])]
    if match := re.fullmatch(r"(?i:page\s+)?(\d{1,4}|[ivxl]{1,6})(?i:\s+of\s+\d+)?", text):
        return [_number(match[1])]
    pieces = [piece.strip(" –—-.|") for _, piece in line.cells]
    return [_number(piece) for piece in pieces if len(pieces) in (2, 3) and re.fullmatch(r"\d{1,4}|[ivxl]{1,6}", piece)]


def _number(text: str) -> int:
    return int(text) if text.isdigit() else roman_value(text) or 0


def _running_titles(lines: tuple[Line, ...], edges: dict[int, tuple[int, ...]], gone: set[int]) -> set[int]:
    """Short lines stacked against a removed one that say again what a line of the body says: running titles."""
    stacks = {page: indexes for page, indexes in edges.items() if any(index in gone for index in indexes)}
    if len(stacks) < 3:
        return set()
    edge = _flat(stacks)
    inside = Counter(
        _words(line)
        for index, line in enumerate(lines)
        if len(line.text) < 90 and index not in gone and index not in edge
    )
    at_edge = Counter(_words(lines[index]) for index in _flat(stacks) if index not in gone)
    found: set[int] = set()
    for indexes in stacks.values():
        reach = max(place for place, index in enumerate(indexes) if index in gone)
        for place, index in enumerate(indexes):
            if index in gone:
                continue
            words = _words(lines[index])
            repeats = inside[words] > 0 or at_edge[words] >= 3
            if (place > reach and not _touches(lines, indexes, place)) or not (
                repeats and _title_like(lines[index].text)
            ):
                break
            found.add(index)
    return found


def _title_like(text: str) -> bool:
    """Whether words could be a running title. Sections and memoranda share titles: theirs are none."""
    if any(heading.form in (Form.SECTION, Form.MOU) for heading in parse(text)):
        return False
    return len(text) < 90 and text[-1:] not in ".,;:" and reads_as_title(re.sub(r"\s+\d{1,4}$", "", text), marked=True)


def _flat(edges: dict[int, tuple[int, ...]]) -> set[int]:
    return {index for indexes in edges.values() for index in indexes}


def _touches(lines: tuple[Line, ...], indexes: tuple[int, ...], place: int) -> bool:
    """Whether no empty line parts this line from the one nearer the edge."""
    first, second = sorted((indexes[place], indexes[place - 1]))
    return lines[second].gap < 1.0 if second == first + 1 else False


def _words(line: Line) -> str:
    """Letters and digits alone, without a page number that a wide gap sets apart."""
    pieces = [piece for _, piece in line.cells]
    text = " ".join(pieces[:-1]) if len(pieces) > 1 and re.fullmatch(r"\d{1,4}", pieces[-1]) else line.text
    return re.sub(r"[\W_]+", "", text).lower()
