"""The list of changes in words that a redline shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from tablebook.domain.text import BlockKind
from tablebook.redline.marks import Change, Mark, MarkedBlock, MarkedRun, Redline
from tablebook.redline.renumbering import reads_alike
from tablebook.redline.tokens import count_words, plain_words, split
from tablebook.redline.words import hunks


def redline_of(blocks: tuple[MarkedBlock, ...], *, last_pass: bool = False) -> Redline:
    """A redline with its changes listed and counted: all of them, or with ``last_pass`` those that are fresh."""
    found = _rows_moved(list(_found(blocks, last_pass)))
    listed = [one for one in found if one.change.kind != _TYPOGRAPHY]
    changes = tuple(_joined(list(_without_layout(listed))))
    counts = [_counted(change) for change in changes]
    brought, struck = sum(brought for brought, _ in counts), sum(struck for _, struck in counts)
    return Redline(blocks, changes, brought, struck, len(found) - len(listed))


_TYPOGRAPHY = "typography"


def _counted(change: Change) -> tuple[int, int]:
    """(words brought, words struck); of what moved only the words that are not the same."""
    parts = [(change.old, change.new)] if change.kind != "move" else change.edits
    return sum(count_words(new) for _, new in parts), sum(count_words(old) for old, _ in parts)


class _Found(NamedTuple):
    """A change with the place of its block, what of the block it is in ("words", "cell", "row", "table"), the number
    that both ends of a move share, and the stretch: no words that stay stand between two changes of one stretch."""

    change: Change
    place: int
    shape: str
    move: int
    stretch: int


def _found(blocks: Iterable[MarkedBlock], last_pass: bool) -> Iterator[_Found]:
    section = ""
    stretch = 0
    for place, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING and block.level <= 1 and block.label:
            section = ""  # an article or appendix begins: what stands there is no longer in the section above
        section = block.section or section
        if reads_alike(block):
            stretch += 1
            continue
        for shape, runs in _lines(block):
            for hunk in _hunks(runs, last_pass):
                if hunk is None:
                    stretch += 1
                    continue
                change = Change(_kind(block, *hunk), *hunk, block.old_index, block.new_index, section)
                yield _Found(change, place, shape, block.move, stretch)


def _kind(block: MarkedBlock, old: str, new: str) -> str:
    if block.moved:
        return "move"
    if plain_words(old) == plain_words(new):
        return _TYPOGRAPHY
    return "replace" if old and new else "delete" if old else "insert"


def _lines(block: MarkedBlock) -> Iterator[tuple[str, Sequence[MarkedRun]]]:
    """What is listed for itself: a paragraph, a cell, but a row or table that came or went whole in one."""
    if not block.rows:
        yield "words", block.runs
    elif block.start.mark is not Mark.SAME:
        ends = (("\t", "\n")[cell is row[-1]] for row in block.rows for cell in row)
        yield (
            "table",
            [
                part
                for runs, end in zip((cell for row in block.rows for cell in row), ends, strict=True)
                for part in (*runs, MarkedRun(end, block.start.writer, block.start.striker, block.start.fresh))
            ],
        )
        return
    for row, fate in zip(block.rows, block.row_fates, strict=True):
        if fate.mark is Mark.SAME:
            yield from (("cell", cell) for cell in row)
        else:
            tab = MarkedRun("\t", fate.writer, fate.striker, fate.fresh)
            yield "row", [run for cell in row for run in (*cell, tab)]


def _hunks(runs: Iterable[MarkedRun], last_pass: bool) -> Iterator[tuple[str, str] | None]:
    """(struck, new) words of each stretch of changes, None for words between that stay; white space alone is none."""
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
            yield None
            old = new = ""
    if old.split() != new.split():
        yield old.strip(), new.strip()


def _rows_moved(found: Sequence[_Found]) -> list[_Found]:
    """The same with each row that stands elsewhere in its table as one move."""
    left: dict[tuple[int, str], list[_Found]] = {}
    for one in found:
        if one.shape == "row" and one.change.kind == "delete":
            left.setdefault((one.place, one.change.old), []).append(one)
    gone: set[int] = set()
    out: list[_Found] = []
    for one in found:
        sources = left.get((one.place, one.change.new)) if one.shape == "row" and one.change.kind == "insert" else None
        if sources:
            gone.add(id(sources[-1].change))
            one = one._replace(change=replace(one.change, kind="move", old=sources.pop().change.old))
        out.append(one)
    return [one for one in out if id(one.change) not in gone]


def _without_layout(found: Sequence[_Found]) -> Iterator[_Found]:
    """The changes without those stretches in which the same words are only set otherwise: with other breaks, as a
    table, as a heading. Cells of a table that stands in both texts are never set otherwise: there the place counts."""
    for _, stretch in groupby(found, lambda one: one.stretch):
        together = list(stretch)
        free = all(one.shape in ("words", "table") and one.change.kind != "move" for one in together)
        old, new = (" ".join(getattr(one.change, side) for one in together) for side in ("old", "new"))
        if not free or plain_words(old) != plain_words(new):
            yield from together


def _joined(changes: Sequence[_Found]) -> Iterator[Change]:
    """A paragraph struck whole and the one new in its place are one change; the two ends of a move are one too."""
    sources = {one.move: one.change for one in changes if one.change.kind == "move" and not one.change.new}
    at = 0
    while at < len(changes):
        one, change = changes[at], changes[at].change
        at += 1
        if one.shape == "row":
            yield change
        elif change.kind == "move":
            if change.new:
                yield _moved(change, sources.get(one.move))
        elif _whole(change, "delete") and at < len(changes) and _follows(changes, at, one.place):
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
