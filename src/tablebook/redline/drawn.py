"""The woven text as marked blocks, ready to be drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from tablebook.domain.text import BlockKind
from tablebook.redline.marks import Fate, MarkedBlock, MarkedRun
from tablebook.redline.offers import own_stroke, shown
from tablebook.redline.weave import Atom, Column, Row, Segment, Thread, Weave


def drawn(weave: Weave, *, fresh: bool = True) -> tuple[MarkedBlock, ...]:
    """Every block to draw, in reading order. Without ``fresh`` nothing counts as changed since the last pass."""
    drawing = _Drawing(weave, fresh)
    for segment in weave.segments:
        drawing.add(segment)
    return tuple(drawing.blocks)


_Table = tuple[tuple[tuple[tuple[MarkedRun, ...], ...], ...], tuple[Fate, ...], tuple[tuple[Fate | None, ...], ...]]


class _Drawing:
    """The blocks so far; a struck offer of a paragraph break that is no longer worth showing adds to the last one."""

    def __init__(self, weave: Weave, fresh: bool) -> None:
        self.weave = weave
        self.fresh = fresh
        self.blocks: list[MarkedBlock] = []
        self.live_index: int | None = None
        self.base_index: int | None = None
        newest = {author.party: number for number, author in enumerate(weave.authors) if author is not None}
        self.standing = frozenset(newest.values())

    def add(self, segment: Segment) -> None:
        """Draw one segment below the others."""
        if segment.alive:
            self.live_index = segment.new_index
        if segment.ours:
            self.base_index = segment.base_index
        if not self._worth(segment):
            left = [atom for atom in segment.atoms or () if self._stays(atom)]
            # Below a table nothing can be added to it: what is left there stands in a block of its own.
            if not left or self.blocks[-1].kind is not BlockKind.TABLE:
                self._carry_over(left)
                return
        last = self._last_change(segment)
        self.blocks.append(self._block(segment, last))

    def _worth(self, segment: Segment) -> bool:
        """Whether a struck offer of a paragraph is still shown: only whole, and only if the other side struck it."""
        if self._stays(segment) or not self.blocks:
            return True
        whole = not segment.has_life and segment.block.kind is not BlockKind.TABLE
        return whole and not own_stroke(self.weave, segment)

    def _carry_over(self, atoms: Sequence[Atom]) -> None:
        """Words behind a break that is no longer shown belong to the paragraph above."""
        if atoms:
            above = self.blocks[-1]
            fresh = above.fresh or (self.fresh and any(atom.events[-1] == self.weave.last for atom in atoms))
            self.blocks[-1] = replace(above, runs=above.runs + self._runs(atoms), fresh=fresh)

    def _block(self, segment: Segment, last: int) -> MarkedBlock:
        block, start = segment.block, self._fate(segment)
        has_life = segment.has_life
        label, old_label = block.label, None
        if segment.alive:
            old_label = segment.base_label if segment.ours and segment.base_label != label else None
        elif has_life:
            label, old_label = "", segment.base_label or None
        elif segment.ours:
            label = segment.base_label
        rows, row_fates, cell_fates = self._table(segment)
        return MarkedBlock(
            kind=block.kind,
            runs=self._words(segment, start) if block.kind is not BlockKind.TABLE else (),
            label=label,
            old_label=old_label,
            section=block.section,
            level=block.level,
            rows=rows,
            old_index=self.base_index if segment.ours or any(atom.ours for atom in segment.atoms or ()) else None,
            new_index=self.live_index if has_life else None,
            moved=segment.move > 0,
            move=segment.move,
            margin_author=self.weave.authors[last] if last in self.standing and self.fresh else None,
            start=start,
            row_fates=row_fates,
            cell_fates=cell_fates,
            fresh=self.fresh and last == self.weave.last > 0,
        )

    def _last_change(self, segment: Segment) -> int:
        """The pass that last changed anything here; 0 for the contract."""
        return max(segment.events[-1], segment.relabelled, *(thread.events[-1] for thread in segment.threads()), 0)

    def _fate(self, thread: Thread) -> Fate:
        fate = self.weave.fate(thread)
        return fate if self.fresh or not fate.fresh else Fate(fate.writer, fate.striker, False, fate.restorer)

    def _words(self, segment: Segment, start: Fate) -> tuple[MarkedRun, ...]:
        if segment.atoms is not None:
            return self._runs(shown(self.weave, segment.atoms))
        return tuple(
            MarkedRun(run.text, start.writer, start.striker, start.fresh, run.bold, run.italic, start.restorer)
            for run in segment.block.runs
            if run.text
        )

    def _runs(self, atoms: Sequence[Atom]) -> tuple[MarkedRun, ...]:
        """Atoms of one fate and style as one run."""
        return tuple(self._run(list(alike)) for _, alike in groupby(atoms, self._look))

    def _look(self, atom: Atom) -> tuple[int, bool, int, bool, bool, bool]:
        born, last = atom.events[0], atom.events[-1]
        return born, atom.alive, 0 if last == born else last, last == self.weave.last, atom.bold, atom.italic

    def _run(self, atoms: Sequence[Atom]) -> MarkedRun:
        fate, first = self._fate(atoms[0]), atoms[0]
        text = "".join(atom.text for atom in atoms)
        return MarkedRun(text, fate.writer, fate.striker, fate.fresh, first.bold, first.italic, fate.restorer)

    def _table(self, segment: Segment) -> _Table:
        if segment.block.kind is not BlockKind.TABLE:
            return (), (), ()
        segment.open()
        assert segment.grid is not None
        columns = [column for column in segment.grid.columns if self._stays(column)]
        rows = [row for row in segment.grid.rows if self._stays(row)]
        return (
            tuple(tuple(self._cell(row, column) for column in columns) for row in rows),
            tuple(self._fate(row) for row in rows),
            tuple(tuple(self._cell_fate(row, column) for column in columns) for row in rows),
        )

    def _stays(self, line: Thread) -> bool:
        return line.alive or line.ours or line.events[-1] == self.weave.last

    def _cell(self, row: Row, column: Column) -> tuple[MarkedRun, ...]:
        cell = row.cells.get(column)
        return self._runs(shown(self.weave, cell.atoms)) if cell else ()

    def _cell_fate(self, row: Row, column: Column) -> Fate | None:
        cell = row.cells.get(column)
        return self._fate(cell) if cell else None
