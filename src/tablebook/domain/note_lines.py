"""Notes of a paper to its reader: "Rationale: …", with the paragraphs that go on with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tablebook.domain.remark_words import NOTE_LINE

_RULES = re.compile(r"\b(?:shall|must)\b", re.I)
_LONGEST = 150
"""Words; a longer paragraph is language until somebody says otherwise."""


def opens_note(line: str) -> bool:
    """Whether a line begins a note, in whatever brackets."""
    return bool(NOTE_LINE.match(line.strip().lstrip("[(*_")))


def note_lines(lines: Sequence[str | None], opens: Callable[[str], bool] = opens_note) -> frozenset[int]:
    """The positions of notes. ``None`` is what is language whatever it says. A line that is no more than the head of a
    note has it in the paragraph below; at the end of a paper a note goes on to the end, unless something rules."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        if at in found or line is None or not opens(line):
            continue
        rest = range(at + 1, len(lines))
        if all(_goes_on(lines[place]) for place in rest):
            return frozenset(found | {at, *rest})
        found.add(at)
        below = lines[at + 1] if at + 1 < len(lines) else None
        if line.strip().endswith((":", "–", "—", "-")) and below is not None and below.strip():
            found.add(at + 1)
    return frozenset(found)


def _goes_on(line: str | None) -> bool:
    return line is not None and not _RULES.search(line) and len(line.split()) <= _LONGEST
