"""The list of changes in words that a redline shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tablebook.redline.marks import Change, Mark, MarkedBlock, MarkedRun, Redline
from tablebook.redline.tokens import count_words


def redline_of(blocks: tuple[MarkedBlock, ...], *, last_pass: bool = False) -> Redline:
    """A redline with its changes listed and counted: all of them, or with ``last_pass`` those that are fresh."""
    changes = tuple(_paired(list(_changes(blocks, last_pass))))
    worded = [change for change in changes if change.kind != "move"]
    return Redline(
        blocks, changes, sum(count_words(c.new) for c in worded), sum(count_words(c.old) for c in worded)
    )


def _changes(blocks: Sequence[MarkedBlock], last_pass: bool) -> Iterator[Change]:
    section = ""
    for block in blocks:
        section = block.section or section
        cells = [cell for row in block.rows for cell in row] or [block.runs]
        for runs in cells:
            for old, new in _hunks(runs, last_pass):
                kind = "move" if block.moved else "replace" if old and new else "delete" if old else "insert"
                yield Change(kind, old, new, block.old_index, block.new_index, section)


def _hunks(runs: Sequence[MarkedRun], last_pass: bool) -> Iterator[tuple[str, str]]:
    """(struck, new) words of each stretch of changes in one paragraph or cell."""
    old = new = ""
    for run in runs:
        struck = run.mark is Mark.DELETED
        if run.fresh if last_pass else run.mark is not Mark.SAME:
            old, new = (old + run.text, new) if struck else (old, new + run.text)
        elif not struck and not run.text.isspace():
            if old.split() != new.split():
                yield old.strip(), new.strip()
            old = new = ""
        elif not struck and (old or new):
            old, new = (old and old + run.text), (new and new + run.text)
    if old.split() != new.split():
        yield old.strip(), new.strip()


def _paired(changes: Sequence[Change]) -> Iterator[Change]:
    """A paragraph struck whole and one new in its place are one change; the two ends of a move are one too."""
    moved = {change.old: change for change in changes if change.kind == "move" and change.new == ""}
    at = 0
    while at < len(changes):
        change = changes[at]
        after = changes[at + 1] if at + 1 < len(changes) else None
        at += 1
        if change.kind == "move":
            if change.new:
                yield _moved(change, moved, changes)
            continue
        if after and (change.kind, after.kind) == ("delete", "insert") and change.new_block is after.old_block is None:
            beyond = changes[at + 1] if at + 1 < len(changes) else None
            if not (beyond and beyond.kind == "insert" and beyond.old_block is None):
                yield Change("replace", change.old, after.new, change.old_block, after.new_block, after.section)
                at += 1
                continue
        yield change


def _moved(change: Change, moved: dict[str, Change], changes: Sequence[Change]) -> Change:
    source = moved.get(change.new)
    if source is None:
        candidates = [other for other in changes if other.kind == "move" and other.old and not other.new]
        words = set(change.new.split())
        source = max(candidates, key=lambda other: len(words & set(other.old.split())), default=None)
    return Change(
        "move", source.old if source else "", change.new, source.old_block if source else None, change.new_block, change.section
    )
