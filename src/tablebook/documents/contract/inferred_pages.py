"""Pages of a text that has lost its page breaks, told by the page numbers that stand in it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from tablebook.documents.lines import Line

_LAST = re.compile(r"(?P<words>.{0,60}?)[-–|\s]*(?<!\d)(?P<page>\d{1,3})(?P<rest>(?:\s+of\s+\d{1,4})?\s*[-–]?)")
_FEWEST = 5
_SHORTEST, _LONGEST = 12, 140


def with_pages(lines: tuple[Line, ...]) -> tuple[Line, ...] | None:
    """The lines with the pages that their page numbers bound, each line's place counted within its page; None where
    no line counts the pages."""
    ends = _counting(lines)
    if not ends:
        return None
    found: list[Line] = []
    page, start = 1, 0
    for at, line in enumerate(lines):
        found.append(replace(line, page=page, y=float(at - start)))
        if at in ends:
            page, start = page + 1, at + 1
    return tuple(found)


def _counting(lines: tuple[Line, ...]) -> set[int]:
    """The places of the longest run of lines that say the same words and numbers rising by one, a page apart."""
    groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, line in enumerate(lines):
        if not line.whole and len(line.text) < 80 and (match := _LAST.fullmatch(line.text)):
            groups[match["words"].lower() + match["rest"]].append((at, int(match["page"])))
    best: list[int] = []
    for members in groups.values():
        run = _run(members) if len(members) >= _FEWEST else []
        best = run if len(run) > len(best) else best
    return set(best) if len(best) >= _FEWEST else set()


def _run(members: list[tuple[int, int]]) -> list[int]:
    best: list[int] = []
    runs: dict[int, list[int]] = {}
    for at, number in members:
        before = runs.get(number - 1, [])
        if before and not _SHORTEST <= at - before[-1] <= _LONGEST:
            before = []
        if len(before) + 1 >= len(runs.get(number, [])):
            runs[number] = [*before, at]
        best = max(best, runs[number], key=len)
    return best
