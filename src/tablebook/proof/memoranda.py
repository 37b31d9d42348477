"""The words for the kind in the heading of a memorandum: "Letter of Agreement" stands above the title, or nowhere."""

from __future__ import annotations

from dataclasses import replace

from tablebook.proof.keys import WORD
from tablebook.proof.lines import Line
from tablebook.proof.stream import Stream, stream_of_lines

_FIRST = frozenset("letter memorandum side supplemental mou moa lou".split())
_TITLE = 3
"""The first words of a title, by which the heading is found in the other text."""


def kinds_as_typed(expected: Stream, text: Stream) -> Stream:
    """The expected text without the kind before the title of a memorandum where the final text does not have it there:
    the title alone names it, and so it was typed."""
    lines = [
        _without_kind(line) if _is_memorandum(expected, number) and not _typed(expected, number, text) else line
        for number, line in enumerate(expected.lines)
    ]
    same = all(one is other for one, other in zip(lines, expected.lines, strict=True))
    return expected if same else stream_of_lines(lines)


def _is_memorandum(expected: Stream, number: int) -> bool:
    line, at = expected.lines[number], expected.starts[number]
    return line.heading and line.block == -1 and line.labels > 0 and expected.keys[at] in _FIRST


def _typed(expected: Stream, number: int, text: Stream) -> bool:
    line, at = expected.lines[number], expected.starts[number]
    whole = expected.keys[at : min(at + line.labels + _TITLE, expected.starts[number + 1])]
    if len(whole) == line.labels:
        return True  # it has no title
    return any(text.keys[n : n + len(whole)] == whole for n, key in enumerate(text.keys) if key == whole[0])


def _without_kind(line: Line) -> Line:
    words = list(WORD.finditer(line.text))
    return replace(line, text=line.text[words[line.labels].start() :], labels=0) if line.labels < len(words) else line
