"""The table of contents: found by its shape and because the text says its lines again, and kept for comparison."""

from __future__ import annotations

import re

from tablebook.documents.headings import Form, parse
from tablebook.documents.lines import Line

_LEADERS = re.compile(r"(?:\.{3,}|…|(?:\. ){3,}|_{4,}|·{3,})")
_LAST_NUMBER = re.compile(r"[\s.…·_](?:\d{1,3}|[ivxl]{1,6})\s*[-–]?$")


def key(text: str) -> str:
    """Letters and digits alone, lower case: contents pages break words and change dashes."""
    return re.sub(r"[\W_]+", "", text).lower()


def entry_text(line: Line) -> str:
    """A contents line without leader dots and page number."""
    text = line.said
    if match := _LEADERS.search(text):
        return text[: match.start()].strip(" .…")
    if line.cells and len(line.cells) > 1 and re.fullmatch(r"\d{1,3}|[ivxl]{1,6}", line.cells[-1][1].strip()):
        return _LAST_NUMBER.sub("", text).strip()
    return _LAST_NUMBER.sub("", text).strip() if "\t" in text or line.listed else text


def _shaped(line: Line) -> bool:
    """Whether a line has the shape of a contents entry: leaders, or a page number far to the right."""
    text = line.said
    if line.rows:
        return False
    if line.listed or (_LEADERS.search(text) and (_LAST_NUMBER.search(text) or len(_LEADERS.sub("", text)) < 90)):
        return not re.search(r"_{4,}", text) or bool(_LAST_NUMBER.search(text) and "." in text)
    apart = len(line.cells) == 2 and re.fullmatch(r"\d{1,3}|[ivxl]{1,6}", line.cells[-1][1].strip())
    return bool(apart and parse(text) and parse(text)[0].word)


def split_contents(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """(body, contents): the longest table of contents in the first part of the document is taken out."""
    limit = max(80, int(len(lines) * 0.45))
    again = _said_again(lines)
    marks = [_shaped(line) or (index < limit and again[index]) for index, line in enumerate(lines)]
    start, end = _densest(lines, marks, limit)
    shaped = [index for index in range(start, end) if _shaped(lines[index])]
    if len(shaped) * 2 > end - start:
        end = shaped[-1] + 1
    if end - start < 4:
        return lines, ()
    while start > 0 and _titles_contents(lines, start):
        start -= 1
    return lines[:start] + lines[end:], lines[start:end]


def _said_again(lines: tuple[Line, ...]) -> list[bool]:
    """For each line that reads as a numbered heading: whether a later line, or two or three in a row, repeat it."""
    later: dict[str, int] = {}
    # A heading, or a line of one, is short; longer lines need no key.
    keys = [key(line.said) if len(line.text) < 130 else "" for line in lines]
    for index, own in enumerate(keys):
        if not own:
            continue
        joined = own
        for extra in (0, 1, 2):
            if extra:
                if index + extra >= len(lines) or len(joined) > 160:
                    break
                joined += keys[index + extra]
            later[joined] = index
    result = []
    for index, line in enumerate(lines):
        heading = next(iter(parse(line.said)), None)
        own = key(entry_text(line)) if heading else ""
        named = heading is not None and (bool(heading.word) or heading.form is Form.MOU)
        named = named and len(key(line.said[heading.rest :])) > 2 if heading else False
        result.append(named and len(own) > 7 and later.get(own, -1) > index and len(line.said) < 160)
    return result


def _densest(lines: tuple[Line, ...], marks: list[bool], limit: int) -> tuple[int, int]:
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
        if count > count_best and count >= 0.5 * (end - start) and _runs_on(lines[start:end]):
            best, count_best = (start, end), count
    return best


def _prose(line: Line) -> bool:
    text = line.said
    return len(text.split()) > 9 and not _LEADERS.search(text) and not _LAST_NUMBER.search(text)


def _runs_on(entries: tuple[Line, ...]) -> bool:
    """Whether at least three entries are different numbered headings, or entries have leaders to pages."""
    numbers = {(h.form, h.number) for line in entries for h in parse(line.said)[:1] if h.number}
    return len(numbers) >= 3 or sum(bool(_LEADERS.search(line.said)) for line in entries) >= 4


def _titles_contents(lines: tuple[Line, ...], start: int) -> bool:
    """Whether the line above the contents is their heading: short, on the same page, no entry and no heading itself."""
    line = lines[start - 1]
    same_page = line.page == lines[start].page
    return same_page and len(line.said.split()) <= 3 and not line.said.endswith(".") and not parse(line.said)
