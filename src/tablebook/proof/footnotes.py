"""Footnotes in a text that was printed: they stand at the foot of the page, the contract in the book has each behind
the paragraph that cites it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tablebook.proof.lines import Line
from tablebook.proof.stream import Stream, stream_of_lines

_NOTE = re.compile(r"\[\d+\]")
_TAIL = 6
"""The last words of a paragraph, by which it is found in the other text."""
_LEAST = 3
"""Words; of a shorter note nobody can tell where it stands."""


def notes_at_home(text: Stream, expected: Stream) -> Stream:
    """The printed text with each note of the expected one behind the paragraph that it belongs to, and not at the foot
    of the page."""
    lines = [_Printed(line, _keys(text, number)) for number, line in enumerate(text.lines)]
    moved = False
    for note, above in _notes(expected):
        at = next((n for n, one in enumerate(lines) if one.is_note(note)), None)
        home = _home(lines, above) if at is not None else None
        if at is None or home is None or home == at - 1:
            continue
        line = lines.pop(at)
        lines.insert(home + (home < at), line)
        moved = True
    return stream_of_lines(one.line for one in lines) if moved else text


class _Printed(NamedTuple):
    """A line of the printed text, with its words."""

    line: Line
    keys: list[str]

    def is_note(self, note: Sequence[str]) -> bool:
        """Whether it is the note as print has it: its figure, and its words."""
        return self.line.cell is None and self.keys[:1] != [] and self.keys[0].isdigit() and self.keys[1:] == note


def _keys(text: Stream, number: int) -> list[str]:
    return text.keys[text.starts[number] : text.starts[number + 1]]


def _notes(expected: Stream) -> Iterator[tuple[list[str], list[str]]]:
    """The words of each note, and the last ones of the paragraph above it."""
    above: list[str] = []
    for number, line in enumerate(expected.lines):
        keys = _keys(expected, number)
        if not _NOTE.match(line.text):
            above = [key for key in keys if not key.isdigit()][-_TAIL:]
        elif len(keys) > _LEAST:
            yield keys[1:], above


def _home(lines: Sequence[_Printed], above: list[str]) -> int | None:
    """The line with these last words; None where there are more of them, or none."""
    found: list[int] = []
    before: list[str] = []
    for n, one in enumerate(lines):
        before = [*before, *(key for key in one.keys if not key.isdigit())][-_TAIL:]
        if above and before == above:
            found.append(n)
    return found[0] if len(found) == 1 else None
