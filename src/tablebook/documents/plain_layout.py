"""What the layout of plain text tells: line numbers counted down the margin, and two columns side by side."""

from __future__ import annotations

import re
from itertools import pairwise

from tablebook.documents.columns import columns_in_order, gutters, measured
from tablebook.documents.words import Rows, Word

_NUMBERED = re.compile(r"\s*(\d{1,2})(?=\s|$)")


def without_line_numbers(pages: list[list[str]]) -> list[list[str]]:
    """The rows of the pages without the numbers that count nearly every row, on and on or anew on each page."""
    numbers = [int(match[1]) if (match := _NUMBERED.match(row)) else 0 for rows in pages for row in rows if row.strip()]
    counted = [number for number in numbers if number]
    if len(counted) < 20 or len(counted) < 0.6 * len(numbers):
        return pages
    steps = sum(after in (before + 1, 1) for before, after in pairwise(counted))
    if steps < 0.9 * (len(counted) - 1):
        return pages
    return [[_NUMBERED.sub(lambda match: " " * len(match.group()), row, count=1) for row in rows] for rows in pages]


def in_reading_order(pages: list[list[str]]) -> list[list[str]]:
    """The rows of the pages; where a page has two columns, those of the left one before those of the right one."""
    words = [_words(rows) for rows in pages]
    if not any(len(row) > 5 for rows in words for row in rows):
        return pages
    scale = measured(words)
    found = gutters(words, scale)
    return [
        rows if gutter is None else _rows_of(columns_in_order(page, gutter, scale), rows)
        for rows, page, gutter in zip(pages, words, found, strict=True)
    ]


def _words(rows: list[str]) -> Rows:
    found = []
    for number, row in enumerate(rows):
        words = [
            Word(
                match.group(),
                float(match.start()),
                float(match.end()),
                number,
                number + 1,
                False,
                False,
                1.0,
                float(number),
            )
            for match in re.finditer(r"\S+", row)
        ]
        if words:
            found.append(words)
    return found


def _rows_of(bands: list[Rows], rows: list[str]) -> list[str]:
    """Rows of text again: empty rows between those of a column are kept, each column is moved to the left edge."""
    out: list[str] = []
    for band in bands:
        left = min(int(row[0].left) for row in band)
        before = int(band[0][0].middle) - 1
        for row in band:
            line = int(row[0].middle)
            out += [""] * (line - before - 1)
            out.append(rows[line][int(row[0].left) : int(row[-1].right)].rjust(int(row[-1].right) - left))
            before = line
        out.append("")
    return out
