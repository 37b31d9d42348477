"""One comparison as two columns: level rows, numbered changes with a place on each side, and same sections folded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from tablebook.domain.text import BlockKind
from tablebook.redline.marks import Fate, Mark, MarkedBlock, MarkedRun
from tablebook.ui.kit.chip import ChipLook
from tablebook.ui.text.rows import Flag, Note, Row


class Spot(NamedTuple):
    """A stretch of one side's words: cell (-1 for a paragraph) and Python positions; empty where nothing stands."""

    cell: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ChangePair:
    """One change with its place in the older and in the newer text, and the tone of its connector."""

    row: int
    old: Spot
    new: Spot
    tone: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two columns of rows, as many on the one side as on the other, and the changes between them."""

    old: tuple[Row, ...]
    new: tuple[Row, ...]
    changes: tuple[ChangePair, ...]


def pair(
    blocks: Sequence[MarkedBlock],
    *,
    chips: Mapping[str, ChipLook] | None = None,
    notes: Mapping[int, Note] | None = None,
    fold: bool = True,
    opened: frozenset[int] = frozenset(),
) -> Pairing:
    """The two columns. `notes` stand at the newer text; `opened` names folds (by first block) that stay open."""
    chips, notes = chips or {}, notes or {}
    old, new, changes = list[Row](), list[Row](), list[ChangePair]()
    for start, end in _sections(blocks):
        noted = any(at in notes for at in range(start, end))
        if fold and start not in opened and not noted and not any(block.changed for block in blocks[start:end]):
            words = _fold_words(blocks[start])
            old.append(Row(blocks[start], start, fold=words))
            new.append(Row(blocks[start], start, fold=words))
            continue
        for at in range(start, end):
            block = blocks[at]
            changes += _changes(block, len(new), notes.get(at))
            chip = chips.get(block.section) if block.section else None
            old.append(Row(_side(block, Mark.INSERTED), at, chip))
            new.append(Row(_side(block, Mark.DELETED), at, chip, _on_new_side(notes.get(at), block)))
    return Pairing(tuple(old), tuple(new), tuple(changes))


def _sections(blocks: Sequence[MarkedBlock]) -> Iterator[tuple[int, int]]:
    """Stretches from one section's beginning to the next."""
    starts = [0, *(at for at, block in enumerate(blocks) if block.section and at), len(blocks)]
    for start, end in pairwise(starts):
        if end > start:
            yield start, end


def _fold_words(block: MarkedBlock) -> str:
    title = "".join(run.text for run in block.runs) if block.kind is BlockKind.HEADING else ""
    name = "  ".join(part for part in (block.label, title.strip()) if part)
    return f"{name or 'Text before the first section'}, the same, word for word"


def _side(block: MarkedBlock, absent: Mark) -> MarkedBlock:
    """What one side shows of a block: all but what stands only in the other text; an empty row where it has none."""
    older = absent is Mark.INSERTED
    gone = (block.old_index if older else block.new_index) is None and block.changed
    kept = _kept(block.runs, absent)
    rows = () if gone else tuple(tuple(_kept(cell, absent) for cell in row) for row in block.rows)
    label = block.label if block.old_label is None else (block.old_label if older else block.label)
    return replace(
        block,
        runs=() if gone and not kept else kept,
        rows=rows,
        label="" if gone and not kept else label,
        old_label=None,
        margin_author=None if older else block.margin_author,
        start=Fate() if block.start.mark is absent else block.start,
        fresh=not older and block.changed,
    )


def _kept(runs: Sequence[MarkedRun], absent: Mark) -> tuple[MarkedRun, ...]:
    """The runs of one side: struck words at the left without tint, new words at the right with it."""
    fresh = absent is Mark.DELETED
    return tuple(replace(run, fresh=fresh and run.mark is not Mark.SAME) for run in runs if run.mark is not absent)


def _on_new_side(note: Note | None, block: MarkedBlock) -> Note | None:
    """The note with its flags counted in the newer words alone."""
    if note is None or not note.flags:
        return note
    flags = tuple(Flag(_new_position(block, f.start), _new_position(block, f.end), f.kind) for f in note.flags)
    return replace(note, flags=flags)


def _new_position(block: MarkedBlock, position: int) -> int:
    at = new = 0
    for run in block.runs:
        inside = min(max(position - at, 0), len(run.text))
        new += inside if run.mark is not Mark.DELETED else 0
        at += len(run.text)
    return new


def _changes(block: MarkedBlock, row: int, note: Note | None) -> list[ChangePair]:
    """The changes of one block; one that moved, or whose label alone changed, counts once."""
    found: list[ChangePair] = []
    if block.kind is BlockKind.TABLE:
        width = max((len(line) for line in block.rows), default=0)
        for down, line in enumerate(block.rows):
            for across, cell in enumerate(line):
                found += _in_runs(cell, row, down * width + across, note)
    else:
        found = _in_runs(block.runs, row, -1, note)
    if not found and block.changed:
        found = [ChangePair(row, Spot(-1, 0, 0), Spot(-1, 0, 0), _tone(None, note, 0, 0))]
    return found


def _in_runs(runs: Sequence[MarkedRun], row: int, cell: int, note: Note | None) -> list[ChangePair]:
    found: list[ChangePair] = []
    old = new = whole = 0
    begun: tuple[int, int, int, MarkedRun] | None = None
    for run in (*runs, MarkedRun("\0")):
        same = run.mark is Mark.SAME
        if same and begun and (run.text.strip() or run.text == "\0"):
            low_old, low_new, low, first = begun
            tone = _tone(first, note, low, whole)
            found.append(ChangePair(row, Spot(cell, low_old, old), Spot(cell, low_new, new), tone))
            begun = None
        elif not same and begun is None and run.text.strip():
            begun = (old, new, whole, run)
        whole += len(run.text)
        old += len(run.text) if run.mark is not Mark.INSERTED else 0
        new += len(run.text) if run.mark is not Mark.DELETED else 0
    return found


def _tone(run: MarkedRun | None, note: Note | None, start: int, end: int) -> str:
    """The connector's tone: the finding's where there is one at these words, else the party's."""
    if note is not None:
        if any(f.kind == "unmarked" and f.start < end and f.end > start for f in note.flags):
            return "problem"
        if not note.flags:
            return note.tone
    author = (run.striker or run.writer) if run else None
    return author.party if author and author.party in ("union", "employer") else "neutral"
