"""Marks in plain text, for mail and chat that know no styles: struck words and new ones told by signs alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from tablebook.domain.text import BlockKind
from tablebook.redline.marks import Mark, MarkedBlock, MarkedRun

CAPITALS, UNDERSCORES, WORDS = "capitals", "underscores", "words"
LEGENDS = {
    CAPITALS: "[struck] in brackets, NEW in capitals",
    UNDERSCORES: "[struck] in brackets, _new_ between underscores",
    WORDS: "[struck: ...] and [new: ...]",
}
"""How each way of marking is told at the end of a text; the keys are the ways."""


def marked_text(blocks: Iterable[MarkedBlock], way: str = CAPITALS) -> str:
    """One block a line, tables with tabs; the last line says what the marks mean, where there are any."""
    kept = list(blocks)
    lines = [line for block in kept for line in _lines(block, way)]
    if any(run.mark is not Mark.SAME for block in kept for run in block.all_runs) or any(b.changed for b in kept):
        lines += ["", f"Marks: {LEGENDS[way]}."]
    return "\n".join(lines)


def _lines(block: MarkedBlock, way: str) -> list[str]:
    if block.kind is BlockKind.TABLE:
        return ["\t".join(_words(cell, way) for cell in row) for row in block.rows]
    label = _signed(block.label, block.start.mark, way)
    if block.old_label is not None and block.old_label != block.label and block.start.mark is Mark.SAME:
        struck, new = _signed(block.old_label, Mark.DELETED, way), _signed(block.label, Mark.INSERTED, way)
        label = f"{struck} {new}".strip()
    return [f"{label} {_words(block.runs, way)}".strip()]


def _words(runs: Sequence[MarkedRun], way: str) -> str:
    """Words of one fate together; an offer that was struck again is struck."""
    said = [(mark, "".join(run.text for run in some)) for mark, some in groupby(runs, lambda run: run.mark)]
    return "".join(_signed(text, mark, way) for mark, text in said)


def _signed(text: str, mark: Mark, way: str) -> str:
    """Words with their signs; the spaces round them stay outside."""
    words = text.strip()
    if mark is Mark.SAME or not words:
        return text
    at = text.index(words)
    if mark is Mark.DELETED:
        signed = f"[struck: {words}]" if way == WORDS else f"[{words}]"
    else:
        signed = {CAPITALS: words.upper(), UNDERSCORES: f"_{words}_"}.get(way, f"[new: {words}]")
    return f"{text[:at]}{signed}{text[at + len(words) :]}"
