"""A row of a PDF's words as one line of looks."""

from __future__ import annotations

from tablebook.documents.lines import SeenLine
from tablebook.documents.marked.paper import Look, SeenRun
from tablebook.documents.plain import clean
from tablebook.documents.words import Ink, Word


def seen_line(row: list[Word], size: float, plain: str) -> SeenLine:
    """The words of a row in runs of one look, in a text of this size. ``plain`` is the text of a row whose words all
    stand a blank apart."""
    box = row[0].left, min([word.top for word in row]), row[-1].right, max([word.bottom for word in row])
    first = row[0].ink
    if plain and first is not None and all(word.ink is not None and word.ink.look is first.look for word in row):
        return SeenLine((SeenRun(plain, first.look),), box)
    runs: list[SeenRun] = []
    before: Word | None = None
    held, look = "", Look()
    for word in row:
        text = word.text if word.text.isascii() else clean(word.text)
        if not text or word.ink is None:
            continue
        if before is not None and before.ink is not None and word.parted_from(before, size):
            if word.ink.look is not look and (before.ink.look is look and _behind(before.ink, word.ink)):
                held += " "
            else:
                text = " " + text
        if word.ink.look is not look:
            runs.append(SeenRun(held, look))
            held, look = "", word.ink.look
        held += text
        before = word
    runs.append(SeenRun(held, look))
    return SeenLine(tuple(run for run in runs if run.text), box)


def _behind(before: Ink, ink: Ink) -> bool:
    """Whether the blank between two looks belongs to the words before it: a line reaches over it from there, or the
    words behind it have a line that does not. Else it goes with the words behind it, so that no blank is left before
    a full stop when they are taken out."""
    return before.trail or bool((ink.look.strike or ink.look.underline) and not ink.lead)
