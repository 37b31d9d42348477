"""The lines that a contract is signed on. Its last article ends with them in the outline; a new article that is put
behind that one is typed above them as well as below."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

from tablebook.domain.closing_lines import LONGEST, first_to_sign
from tablebook.proof.lines import Line
from tablebook.proof.stream import Stream, stream_of_lines

_PHRASE = 5
"""Words on end by which a line is found in the other text."""

_FEWEST = 3


def closing_as_typed(signed: Stream, final: Stream, new: Collection[str]) -> Stream:
    """The signed text with the lines to sign behind the ``new`` units that follow them, where the final text has them
    there: no TA says on which side of the signatures a new article stands."""
    lines: list[Line] = []
    moved = False
    for is_new, some in groupby(signed.lines, lambda line: line.place.unit in new):
        here = list(some)
        at = _closing(lines) if is_new else len(lines)
        if at < len(lines) and _stands_before(here, lines[at:], final):
            lines[at:] = [*here, *lines[at:]]
            moved = True
        else:
            lines += here
    return stream_of_lines(lines) if moved else signed


def _closing(lines: Sequence[Line]) -> int:
    """Where the lines to sign begin at the end of the last unit; the end where it has none."""
    start = len(lines)
    while start and len(lines) - start < LONGEST and lines[start - 1].place == lines[-1].place:
        start -= 1
    last = lines[start:]
    return start + first_to_sign([line.text for line in last], {n for n, line in enumerate(last) if line.labels})


def _stands_before(some: Sequence[Line], others: Sequence[Line], text: Stream) -> bool:
    """Whether the words of some lines come before those of others in a text that has both. The name of a party stands
    on the title page too: it signs at its last place, and only words that stand once tell where the others are."""
    first = next((found[0] for line in some if len(found := _found(line, text)) == 1), None)
    second = next((found[-1] for line in others if (found := _found(line, text))), None)
    return first is not None and second is not None and first < second


def _found(line: Line, text: Stream) -> list[int]:
    """Where the first words of a line stand that is no heading: those stand among the contents too. A line of fewer
    words stands where it is a line there too."""
    words = [] if line.heading else stream_of_lines([line]).keys[line.labels :][:_PHRASE]
    if len(words) < _FEWEST:
        return []
    size = len(words)
    found = [at for at, key in enumerate(text.keys) if key == words[0] and text.keys[at : at + size] == words]
    return found if size == _PHRASE else [at for at in found if text.begins_line(at) and text.begins_line(at + size)]
