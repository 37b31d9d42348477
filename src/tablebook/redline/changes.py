"""The list of changes in words that a redline shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tablebook.redline.marks import Change, Mark, MarkedBlock, MarkedRun, Redline
from tablebook.redline.tokens import count_words, split
from tablebook.redline.words import hunks


def redline_of(blocks: tuple[MarkedBlock, ...], *, last_pass: bool = False) -> Redline:
    """A redline with its changes listed and counted: all of them, or with ``last_pass`` those that are fresh."""
    changes = tuple(_joined(list(_changes(blocks, last_pass))))
    counts = [_counted(change) for change in changes]
    return Redline(blocks, changes, sum(brought for brought, _ in counts), sum(struck for _, struck in counts))


def _counted(change: Change) -> tuple[int, int]:
    """(words brought, words struck); of what moved only the words that are not the same."""
    parts = [(change.old, change.new)] if change.kind != "move" else change.edits
    return sum(count_words(new) for _, new in parts), sum(count_words(old) for old, _ in parts)


class _Found(NamedTuple):
    """A change, the place of its block, and the number that both ends of a move share."""

    place: int
    change: Change
    move: int


def _changes(blocks: Iterable[MarkedBlock], last_pass: bool) -> Iterator[_Found]:
    section = ""
    for place, block in enumerate(blocks):
        section = block.section or section
        for runs in _lines(block):
            for old, new in _hunks(runs, last_pass):
                kind = "move" if block.moved else "replace" if old and new else "delete" if old else "insert"
                yield _Found(place, Change(kind, old, new, block.old_index, block.new_index, section), block.move)


def _lines(block: MarkedBlock) -> Iterator[Sequence[MarkedRun]]:
    """What is listed for itself: a paragraph, a cell, but a row or table that came or went whole in one."""
    if not block.rows:
        yield block.runs
    elif block.start.mark is not Mark.SAME:
        ends = (("\t", "\n")[cell is row[-1]] for row in block.rows for cell in row)
        yield [
            part
            for runs, end in zip((cell for row in block.rows for cell in row), ends, strict=True)
            for part in (*runs, MarkedRun(end, block.start.writer, block.start.striker, block.start.fresh))
        ]
        return
    for row, fate in zip(block.rows, block.row_fates, strict=True):
        if fate.mark is Mark.SAME:
            yield from row
        else:
            tab = MarkedRun("\t", fate.writer, fate.striker, fate.fresh)
            yield [run for cell in row for run in (*cell, tab)]


def _hunks(runs: Iterable[MarkedRun], last_pass: bool) -> Iterator[tuple[str, str]]:
    """(struck, new) words of each stretch of changes; white space alone is none."""
    old = new = ""
    for run in runs:
        struck = run.mark is Mark.DELETED
        if run.fresh if last_pass else run.mark is not Mark.SAME:
            old, new = (old + run.text, new) if struck else (old, new + run.text)
        elif struck:
            continue
        elif run.text.isspace():
            old, new = old and old + run.text, new and new + run.text
        else:
            if old.split() != new.split():
                yield old.strip(), new.strip()
            old = new = ""
    if old.split() != new.split():
        yield old.strip(), new.strip()


def _joined(changes: Sequence[_Found]) -> Iterator[Change]:
    """A paragraph struck whole and the one new in its place are one change; the two ends of a move are one too."""
    sources = {found.move: found.change for found in changes if found.change.kind == "move" and not found.change.new}
    at = 0
    while at < len(changes):
        place, change, move = changes[at]
        at += 1
        if change.kind == "move":
            if change.new:
                yield _moved(change, sources.get(move))
        elif _whole(change, "delete") and at < len(changes) and _follows(changes, at, place):
            after = changes[at].change
            yield replace(after, kind="replace", old=change.old, old_block=change.old_block)
            at += 1
        else:
            yield change


def _whole(change: Change, kind: str) -> bool:
    return change.kind == kind and (change.new_block if kind == "delete" else change.old_block) is None


def _follows(changes: Sequence[_Found], at: int, place: int) -> bool:
    """Whether one whole new paragraph, and no second one, stands right below a struck one."""
    if changes[at].place != place + 1 or not _whole(changes[at].change, "insert"):
        return False
    beyond = changes[at + 1] if at + 1 < len(changes) else None
    return not (beyond and beyond.place == place + 2 and _whole(beyond.change, "insert"))


def _moved(change: Change, source: Change | None) -> Change:
    """The new end of a move with its old end. An old end that is no longer shown leaves words that were put in."""
    if source is None:
        return replace(change, kind="insert")
    return replace(change, old=source.old, old_block=source.old_block, edits=_edits(source.old, change.new))


def _edits(old: str, new: str) -> tuple[tuple[str, str], ...]:
    if old == new:
        return ()
    ours, theirs = split(old), split(new)
    words = (("".join(ours[a:b]).strip(), "".join(theirs[c:d]).strip()) for a, b, c, d in hunks(ours, theirs))
    return tuple((struck, brought) for struck, brought in words if struck.split() != brought.split())
