"""Footnotes in a text that was printed: they stand at the foot of the page, the contract in the book has each behind
the paragraph that cites it. The small figure before a note may be read behind the line above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tablebook.proof.lines import Line
from tablebook.proof.stream import Stream, stream_of_lines

_NOTE = re.compile(r"\[(\d+)\]")
_LAST_FIGURE = re.compile(r"\s+\d{1,2}\s*$")
_TAIL = 6
"""The last words of a paragraph, by which it is found in the other text."""
_LEAST = 3
"""Words; of a shorter note nobody can tell where it stands."""


class _Note(NamedTuple):
    """A note of the expected text: its sign, its words, and the last ones of the paragraph above it."""

    sign: str
    words: list[str]
    above: list[str]


class _Printed(NamedTuple):
    """A line of the printed text, with its words, and where in it each of them begins and ends."""

    line: Line
    keys: list[str]
    spots: Sequence[tuple[int, int]] = ()

    @property
    def bare(self) -> list[str]:
        """Its words without a figure before or behind them."""
        keys = self.keys
        keys = keys[1:] if keys and keys[0].isdigit() else keys
        return keys[:-1] if keys and keys[-1].isdigit() else keys


def notes_at_home(text: Stream, expected: Stream) -> Stream:
    """The printed text with each note of the expected one behind the paragraph that it belongs to, and not at the foot
    of the page."""
    lines = [_Printed(line, _keys(text, number), text.spots(number)) for number, line in enumerate(text.lines)]
    moved = False
    for note in _notes(expected):
        at = next((n for n, one in enumerate(lines) if _is_note(one, note)), None)
        home = _home(lines, note.above) if at is not None else None
        if at is None or home is None or (home[0] == at - 1 and home[1] == len(lines[home[0]].keys)):
            continue
        _apart(lines, at, note)
        line = lines.pop(at)
        below = home[0] + (home[0] < at)
        lines[below - 1 : below] = _cut(lines[below - 1], home[1])
        lines.insert(below, line)
        moved = True
    return stream_of_lines(one.line for one in lines) if moved else text


def _keys(text: Stream, number: int) -> list[str]:
    return text.keys[text.starts[number] : text.starts[number + 1]]


def _notes(expected: Stream) -> Iterator[_Note]:
    above: list[str] = []
    for number, line in enumerate(expected.lines):
        keys = _keys(expected, number)
        sign = _NOTE.match(line.text)
        if sign is None:
            above = [key for key in keys if not key.isdigit()][-_TAIL:]
        elif len(keys) > _LEAST:
            yield _Note(sign[1], keys[1:], above)


def _is_note(one: _Printed, note: _Note) -> bool:
    """Whether a line is the note as print has it, with its figure, without it, or with that of the next one."""
    if not 0 <= len(one.keys) - len(note.words) <= 2:
        return False
    return one.line.cell is None and note.words in (one.keys, one.keys[1:], one.bare)


def _apart(lines: list[_Printed], at: int, note: _Note) -> None:
    """Give the note at a place its own figure alone: one that stands behind the line above is this note's, and one
    behind it is that of the next."""
    one, own = lines[at], lines[at].keys[:1] == [note.sign]
    words = one.line.text
    if own:
        words = words[re.match(r"\W*\d+\W*", words).end() :]  # type: ignore[union-attr]
    if len(one.keys) - own > len(note.words) and at + 1 < len(lines):
        words, below = _LAST_FIGURE.sub("", words), lines[at + 1]
        figured = replace(below.line, text=f"{one.keys[-1]} {below.line.text}")
        lines[at + 1] = _Printed(figured, [one.keys[-1], *below.keys])
    above = lines[at - 1] if at else None
    if above is not None and not own and above.keys[-1:] == [note.sign]:
        bare = replace(above.line, text=_LAST_FIGURE.sub("", above.line.text))
        lines[at - 1] = _Printed(bare, above.keys[:-1])
    lines[at] = _Printed(replace(one.line, text=f"[{note.sign}] {words}", labels=1), [note.sign, *note.words])


def _home(lines: Sequence[_Printed], above: list[str]) -> tuple[int, int] | None:
    """The line in which these last words stand, and how many of its words end with them and the figure behind them;
    None where they stand more often, or nowhere."""
    found: list[tuple[int, int]] = []
    for n, one in enumerate(lines):
        if not above or above[-1] not in one.keys:
            continue
        for at, key in enumerate(one.keys, start=1):
            if key == above[-1] and _last_words(lines, n, at) == above:
                figured = at < len(one.keys) and one.keys[at].isdigit()
                found.append((n, at + figured))
    return found[0] if len(found) == 1 else None


def _last_words(lines: Sequence[_Printed], n: int, at: int) -> list[str]:
    """The last words, without figures, up to a place in a line."""
    words = [key for key in lines[n].keys[:at] if not key.isdigit()]
    while len(words) < _TAIL and n:
        n -= 1
        words = [*(key for key in lines[n].keys if not key.isdigit()), *words]
    return words[-_TAIL:]


def _cut(one: _Printed, words: int) -> list[_Printed]:
    """A line in which two paragraphs run together, parted behind so many words."""
    if words >= len(one.keys) or len(one.spots) < len(one.keys):
        return [one]
    at = one.spots[words - 1][1]
    first, rest = one.line.text[:at], one.line.text[at:]
    stop = re.match(r"\W*\s", rest)
    first, rest = first + (stop[0] if stop else ""), rest[stop.end() if stop else 0 :]
    return [
        _Printed(replace(one.line, text=first), one.keys[:words]),
        _Printed(replace(one.line, text=rest, labels=0), one.keys[words:]),
    ]
