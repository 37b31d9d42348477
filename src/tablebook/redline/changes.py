"""The list of changes in words that a redline shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tablebook.redline.marks import Change, Mark, MarkedBlock, MarkedRun, Redline
from tablebook.redline.tokens import count_words


def redline_of(blocks: tuple[MarkedBlock, ...], *, last_pass: bool = False) -> Redline:
    """A redline with its changes listed and counted: all of them, or with ``last_pass`` those that are fresh."""
    changes = tuple(_joined(list(_changes(blocks, last_pass))))
    counts = [_counted(change) for change in changes]
    return Redline(blocks, changes, sum(brought for brought, _ in counts), sum(struck for _, struck in counts))


def _counted(change: Change) -> tuple[int, int]:
    """(words brought, words struck); of what moved only the words that are not the same."""
    if change.kind != "move":
        return count_words(change.new), count_words(change.old)
    new, old = Counter(change.new.split()), Counter(change.old.split())
    return count_words(" ".join((new - old).elements())), count_words(" ".join((old - new).elements()))


def _changes(blocks: Iterable[MarkedBlock], last_pass: bool) -> Iterator[tuple[int, Change]]:
    """Each change with the place of its block."""
    section = ""
    for place, block in enumerate(blocks):
        section = block.section or section
        for runs in _lines(block):
            for old, new in _hunks(runs, last_pass):
                kind = "move" if block.moved else "replace" if old and new else "delete" if old else "insert"
                yield place, Change(kind, old, new, block.old_index, block.new_index, section)


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


def _joined(changes: Sequence[tuple[int, Change]]) -> Iterator[Change]:
    """A paragraph struck whole and the one new in its place are one change; the two ends of a move are one too."""
    sources = [change for _, change in changes if change.kind == "move" and not change.new]
    at = 0
    while at < len(changes):
        place, change = changes[at]
        at += 1
        if change.kind == "move":
            if change.new:
                yield _moved(change, sources)
        elif _whole(change, "delete") and at < len(changes) and _follows(changes, at, place):
            after = changes[at][1]
            yield replace(after, kind="replace", old=change.old, old_block=change.old_block)
            at += 1
        else:
            yield change


def _whole(change: Change, kind: str) -> bool:
    return change.kind == kind and (change.new_block if kind == "delete" else change.old_block) is None


def _follows(changes: Sequence[tuple[int, Change]], at: int, place: int) -> bool:
    """Whether one whole new paragraph, and no second one, stands right below a struck one."""
    if changes[at][0] != place + 1 or not _whole(changes[at][1], "insert"):
        return False
    beyond = changes[at + 1] if at + 1 < len(changes) else None
    return not (beyond and beyond[0] == place + 2 and _whole(beyond[1], "insert"))


def _moved(change: Change, sources: list[Change]) -> Change:
    """The new end of a move with the old end it came from: the same words, else the most alike."""
    words = set(change.new.split())
    source = next((other for other in sources if other.old == change.new), None) or max(
        sources, key=lambda other: len(words.intersection(other.old.split())), default=None
    )
    if source is None:
        return replace(change, kind="insert")
    sources.remove(source)
    return replace(change, old=source.old, old_block=source.old_block)
