"""Differences between two layouts of the same words: labels, running heads, page numbers, what stands above it all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from tablebook.proof.matching import Gap, same_words
from tablebook.proof.stream import Stream

UNIT_WORDS = frozenset(
    "letter memorandum side of agreement understanding mou moa lou article appendix section schedule exhibit".split()
)
"""Words that name a kind of unit, and say nothing else."""
_LABELS = re.compile(
    r"article|art|section|sec|appendix|exhibit|schedule|mou|moa|part|chapter|[a-z]|([a-z])\1|[ivx]{1,5}"
    r"|[a-z]?\d{1,3}(?:\.\d{1,3}){0,4}[a-z]?"
)
"""A word that can number a paragraph."""
_RUNNING = 3
"""Words that come so often at the edges of pages, and no more than the number in them differs, run along the pages."""
_EDGE = 3
"""So many lines at most are the head or the foot of a page."""
_TWO_PAGES = 1500
_BETWEEN = 100
"""Where no pages are known: a line that runs along them comes once in so many words at least, never in so few."""
_LONGEST_HEAD = 8
_HEAD_ROWS = 3
"""So many rows at most are the head of a table that a page prints again."""
_DIGITS = re.compile(r"\d+")
_PAGE = re.compile(r"(?:page )?(?:\d{1,3}|[ivxl]+)(?: of \d{1,3})?|page")


def without_labels(gaps: Iterable[Gap], one: Stream, other: Stream) -> tuple[list[Gap], list[Gap]]:
    """The differences in words, and apart from them those in labels. The title page is neither."""
    words: list[Gap] = []
    labels: list[Gap] = []
    for gap in (below_front(gap, other) for gap in gaps):
        if gap.a < gap.b or gap.c < gap.d:
            (labels if _only_labels(gap, one, other) else words).append(gap)
    return words, labels


def without_furniture(gaps: list[Gap], one: Stream, other: Stream, changed: Iterable[Gap] = ()) -> list[Gap]:
    """The differences without running heads, page numbers and contents, and without words that these stand inside of.
    ``changed`` are what TAs brought, as ``c`` to ``d`` of ``one``: none of that runs along pages."""
    mine, theirs = _Layout(one, other), _Layout(other, one)
    mine.learn((gap.a, gap.b) for gap in gaps if gap.c == gap.d)
    theirs.learn((gap.c, gap.d) for gap in gaps if gap.a == gap.b)
    signed = {at for change in changed for at in range(change.c, change.d)}
    found: list[Gap] = []
    for gap in gaps:
        if gap.c == gap.d and not signed.isdisjoint(range(gap.a, gap.b)):
            found.append(gap)
        elif gap.c == gap.d:
            found.extend(Gap(a, b, gap.c, gap.c) for a, b in mine.told(gap.a, gap.b, gap.c))
        elif gap.a == gap.b:
            found.extend(Gap(gap.a, gap.a, c, d) for c, d in theirs.told(gap.c, gap.d, gap.a))
        elif not _broken_by_a_page(gap, mine, theirs):
            found.append(Gap(*mine.inside(gap.a, gap.b), *theirs.inside(gap.c, gap.d)))
    return found


def _broken_by_a_page(gap: Gap, mine: _Layout, theirs: _Layout) -> bool:
    """Whether a stretch is the same words, but for what runs along the pages between the two parts of one of them."""
    ours, others = mine.between(gap.a, gap.b), theirs.between(gap.c, gap.d)
    fewer = len(ours) + len(others) < gap.b - gap.a + gap.d - gap.c
    return fewer and bool(ours and others) and same_words(ours, others)


def below_front(gap: Gap, other: Stream) -> Gap:
    """What stands above the first word of the contract is a title page; the contract in the book has none."""
    if gap.a or gap.c:
        return gap
    if not gap.b:
        return Gap(0, 0, gap.d, gap.d)
    start = max(gap.d - gap.b, 0)
    return Gap(0, gap.b, other.starts[other.line[start]] if gap.d > gap.b else 0, gap.d)


def _only_labels(gap: Gap, one: Stream, other: Stream) -> bool:
    """Whether only numbers and letters in front of paragraphs differ, or the sign of money in a cell."""
    if all(map(one.is_label, range(gap.a, gap.b))):
        if all(map(other.is_label, range(gap.c, gap.d))):
            return True
        if gap.a < gap.b and gap.d - gap.c <= 2 and all(map(_LABELS.fullmatch, other.keys[gap.c : gap.d])):
            return True
    ours, theirs = one.keys[gap.a : gap.b], other.keys[gap.c : gap.d]
    if not (ours and theirs) and {*ours, *theirs} <= {"$", "€", "£"}:
        return one.line_at(gap.a).cell is not None
    if not {*ours, *theirs} <= UNIT_WORDS or not _heads_a_unit(gap, one, other):
        return False
    kinds = [kind_words(keys) for keys in (ours, theirs)]
    return kinds[0] <= kinds[1] or kinds[1] <= kinds[0]


_SHORT_KINDS = {
    "mou": ("memorandum", "understanding"),
    "moa": ("memorandum", "agreement"),
    "lou": ("letter", "understanding"),
}


def kind_words(keys: Iterable[str]) -> set[str]:
    """What tells a memorandum of agreement from a letter of understanding: the words for its kind, written out."""
    words = {word for key in keys for word in _SHORT_KINDS.get(key, (key,))}
    return words & {"letter", "memorandum", "agreement", "understanding"}


def _heads_a_unit(gap: Gap, one: Stream, other: Stream) -> bool:
    """Whether words stand at the beginning of the heading of a unit: "LETTER OF AGREEMENT" where the other text has
    "MOU", or nothing."""
    here, there = min(gap.a, len(one.keys) - 1), min(gap.c, len(other.keys) - 1)
    ours = one.line_at(here)
    theirs = [other.lines[n] for n in range(other.line[there], other.line[max(gap.d - 1, there)] + 1)]
    begins = one.starts[one.line[here]] == gap.a and other.starts[other.line[there]] == gap.c
    ours_on_one_line = gap.a == gap.b or one.line[gap.b - 1] == one.line[gap.a]
    # In a narrow column a heading has several lines.
    heads = ours.heading and ours.block == -1 and (gap.c == gap.d or all(line.heading for line in theirs))
    return begins and ours_on_one_line and heads


class _Layout:
    """What of one text that the other does not have only runs along its pages."""

    def __init__(self, text: Stream, other: Stream) -> None:
        self.text, self.other = text, other
        self.seen: dict[str, list[int]] = defaultdict(list)
        self.paged = any(line.page is not None for line in text.lines)
        heads = list(_headings(other))  # a heading that the other text has is printed here once more
        self.heads = {head for words in heads for head in (words, words.rstrip("0123456789 ")) if head}

    def learn(self, stretches: Iterable[tuple[int, int]]) -> None:
        """Remember where the same whole lines were put in, together or one by one. A sentence is no running head, nor
        are words inside a line, nor a table's cells."""
        for start, end in stretches:
            parts = dict.fromkeys((*self._lines(start, end), (start, end)))
            whole = ((a, b) for a, b in parts if self._is_whole(a, b) and not self._is_sentence(a, b))
            for a, b in whole:
                self.seen[self._shape(a, b)].append(a)

    def _runs(self, start: int, end: int) -> bool:
        """Whether these words come at the edges of the pages; where no pages are known, as often as pages begin, or
        with the word for them."""
        places = sorted(set(self.seen.get(self._shape(start, end), ())))
        if len(places) < _RUNNING:
            return False
        if self.paged:
            return all(map(self._at_an_edge, places))
        if "page" in self.text.keys[start:end]:
            return True
        apart = all(after - before >= _BETWEEN for before, after in pairwise(places))
        return apart and len(places) >= len(self.text.keys) / _TWO_PAGES

    def _at_an_edge(self, start: int) -> bool:
        """Whether a page begins or ends within a few lines, or the whole text."""
        number, lines = self.text.line[start], self.text.lines
        return (
            not _EDGE <= number < len(lines) - _EDGE
            or len({line.page for line in lines[max(number - _EDGE, 0) : number + _EDGE + 1]}) > 1
        )

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether a stretch is one or more whole lines that are no cells."""
        text = self.text
        lines = range(text.line[start], text.line[end - 1] + 1)
        return text.begins_line(start) and text.begins_line(end) and not any(text.lines[n].cell for n in lines)

    def told(self, start: int, end: int, across: int) -> Iterator[tuple[int, int]]:
        """The stretch without what runs along the pages, in what pieces are left of it. The other text has nothing for
        it before its word ``across``."""
        if end - start >= _RUNNING and self._is_whole(start, end) and self._runs(start, end):
            return
        if self._is_head_again(start, end, across):
            return
        end = self._without_head_rows(start, end, across)
        begin = start
        for a, b in self._lines(start, end):
            if self._runs_along(a, b):
                if begin < a:
                    yield begin, a
                begin = b
        if begin < end:
            yield begin, end

    def between(self, start: int, end: int) -> list[str]:
        """The words of a stretch without the lines in it that run along the pages."""
        along = [(a, b) for a, b in self._lines(start, end) if self._runs_along(a, b)]
        return [
            key for at, key in enumerate(self.text.keys[start:end], start) if not any(a <= at < b for a, b in along)
        ]

    def inside(self, start: int, end: int) -> tuple[int, int]:
        """A stretch without what runs along the pages at its two ends; one that is nothing else is left as it is."""
        lines = list(self._lines(start, end))
        while len(lines) > 1 and self._runs_along(*lines[-1]):
            lines.pop()
        while len(lines) > 1 and self._runs_along(*lines[0]):
            lines.pop(0)
        return lines[0][0], lines[-1][1]

    def _without_head_rows(self, start: int, end: int, across: int) -> int:
        """Where the stretch ends without the head of a table, which a page prints again for the rows that follow. Its
        words are all in the stretch, and the table has begun before: that tells it from a head that is changed, and
        from the head of another table."""
        for text, before in ((self.text, start), (self.other, across)):
            head = _head_above(text, before)
            if text is self.other and _table_of(text, across) != _table_of(text, across - 1):
                continue
            if text is self.text and text.page(start - 1) is None:
                continue  # where pages are known, the next column of the same one may have it again
            for rows in range(len(head), 0, -1):
                words = [key for row in head[:rows] for key in row]
                figured = any(key[:1].isdigit() for row in head[1:rows] for key in row)  # rows of data are no head
                if len(words) > 1 and not figured and self.text.keys[max(start, end - len(words)) : end] == words:
                    return end - len(words)
        return end

    def _is_head_again(self, start: int, end: int, across: int) -> bool:
        """Whether a stretch at the top of a page is the head of the table there, line by line: cells of several lines
        make another order of its words, the same one in which the page before has them."""
        text, words = self.text, self.text.keys[start:end]
        page = text.page(start)
        if not start or page is None or page == text.page(start - 1) or not self._is_whole(start, end):
            return False
        if len(words) < 2 or sorted(words) != sorted(_first_row(self.other, across)):
            return False
        before = start - 1
        while before >= 0 and (text.page(before) or 0) >= page - 1:
            if text.keys[before : before + len(words)] == words:
                return True
            before -= 1
        return False

    def _runs_along(self, start: int, end: int) -> bool:
        number = self.text.line[start]
        whole = self.text.starts[number] == start and self.text.starts[number + 1] == end
        if not whole or self.text.lines[number].cell is not None:
            return False
        words = " ".join(self.text.keys[start:end])
        if self._runs(start, end) or (words.rstrip("0123456789 ") in self.heads and self._at_a_page(start)):
            return True
        if _PAGE.fullmatch(words) is None or self.text.is_label(start):
            return False
        # A figure alone on its line inside a page is text: what a form has below "Days:".
        return self.text.page(start) is None or self._at_an_edge(start)

    def _at_a_page(self, start: int) -> bool:
        """Whether a page may begin or end at a line: pages are not known, or they change beside it."""
        number, lines = self.text.line[start], self.text.lines
        beside = {lines[n].page for n in (number - 1, number, number + 1) if 0 <= n < len(lines)}
        if beside == {None}:
            return len(self.seen[self._shape(start, self.text.starts[number + 1])]) > 1
        return len(beside) > 1

    def _is_sentence(self, start: int, end: int) -> bool:
        line = self.text.line_at(end - 1)
        return end - start > _LONGEST_HEAD and line.text.rstrip()[-1:] in ".;:?!"

    def _shape(self, start: int, end: int) -> str:
        """The words with the numbers of pages and years alike; a sum or a share is its own."""
        keys = self.text.keys[start:end]
        money = any(key in ("$", "%", "€", "£", "percent") for key in keys)
        return " ".join(keys if money else (_DIGITS.sub("0", key) if key.isdigit() else key for key in keys))

    def _lines(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        at = start
        while at < end:
            stop = min(end, self.text.starts[self.text.line[at] + 1])
            yield at, stop
            at = stop


def _table_of(text: Stream, at: int) -> tuple[str, int] | None:
    line = text.line_at(at)
    return (line.place.unit, line.block) if 0 <= at < len(text.keys) and line.cell else None


def _first_row(text: Stream, at: int) -> list[str]:
    """The words of the first row of the table that a place is in or behind."""
    at = at if _table_of(text, at) else at - 1
    table = _table_of(text, at)
    if table is None:
        return []
    number = text.line[at]
    while number and (text.lines[number - 1].place.unit, text.lines[number - 1].block) == table:
        number -= 1
    found: list[str] = []
    while _table_of(text, text.starts[number]) == table and (cell := text.lines[number].cell) and not cell[0]:
        found += text.keys[text.starts[number] : text.starts[number + 1]]
        number += 1
    return found


def _head_above(text: Stream, at: int) -> list[list[str]]:
    """The words of the first rows of the table whose rows stand before a place, row by row; none in the first row."""
    table, last = _table_of(text, at - 1), text.line_at(at - 1).cell
    rows: dict[int, list[str]] = {}
    if table is None or last is None:
        return []
    number = text.line[at - 1]
    while number >= 0 and (text.lines[number].place.unit, text.lines[number].block) == table:
        cell = text.lines[number].cell
        if cell is not None and cell[0] < min(last[0], _HEAD_ROWS):
            rows[cell[0]] = text.keys[text.starts[number] : text.starts[number + 1]] + rows.get(cell[0], [])
        number -= 1
    return [rows[row] for row in sorted(rows)]


def _headings(text: Stream) -> Iterator[str]:
    """The words of each heading, with its number and without."""
    for number, line in enumerate(text.lines):
        if line.heading:
            start, end = text.starts[number], text.starts[number + 1]
            yield " ".join(text.keys[start:end])
            yield " ".join(text.keys[start + line.labels : end])
