"""The reading as it is being corrected: every step can be taken back until the book is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from tablebook.documents.reading import Doubt, Reading
from tablebook.domain.text import Block, BlockKind


@dataclass(frozen=True, slots=True)
class Stand:
    """One moment of the work: the reading, which unit is chosen, and the doubts that were left as they are."""

    reading: Reading
    chosen: int = 0
    left: frozenset[tuple[str, str]] = frozenset()

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What is still in doubt, in the order of the outline."""
        order = {key: at for at, key in enumerate(self.reading.contract.keys)}
        open_ = (doubt for doubt in self.reading.doubts if (doubt.code, doubt.message) not in self.left)
        return tuple(sorted(open_, key=lambda doubt: (order.get(doubt.article_key or "", -1), doubt.block)))

    def position_of(self, doubt: Doubt) -> int:
        """The place of the doubt's unit in the outline; -1 where it belongs to none."""
        keys = self.reading.contract.keys
        return keys.index(doubt.article_key) if doubt.article_key in keys else -1


@dataclass(slots=True)
class Steps:
    """The history. `do` takes a pure edit of :mod:`tablebook.documents.edit`."""

    now: Stand
    _back: list[tuple[str, Stand]] = field(default_factory=list)
    _forward: list[tuple[str, Stand]] = field(default_factory=list)

    def do(self, name: str, edit: Callable[..., Reading], *args: Any, chosen: int | None = None, **more: Any) -> None:
        """Take a step; its name is what undoing it is called."""
        reading = edit(self.now.reading, *args, **more)
        at = self.now.chosen if chosen is None else chosen
        self._step(name, replace(self.now, reading=reading, chosen=max(0, min(at, len(reading.articles) - 1))))

    def leave(self, doubt: Doubt) -> None:
        """Leave a doubt as it is; it is not shown again."""
        self._step("Leave as it is", replace(self.now, left=self.now.left | {(doubt.code, doubt.message)}))

    def choose(self, position: int) -> None:
        """Look at another unit; that is no step."""
        self.now = replace(self.now, chosen=position)

    def undo(self) -> str:
        """One step back; its name, or "" where there is none."""
        return self._move(self._back, self._forward)

    def redo(self) -> str:
        """One step forward again; its name, or "" where there is none."""
        return self._move(self._forward, self._back)

    @property
    def can_undo(self) -> bool:
        """Whether a step can be taken back."""
        return bool(self._back)

    def _step(self, name: str, after: Stand) -> None:
        self._back.append((name, self.now))
        self._forward.clear()
        self.now = after

    def _move(self, taken: list[tuple[str, Stand]], given: list[tuple[str, Stand]]) -> str:
        if not taken:
            return ""
        name, stand = taken.pop()
        given.append((name, self.now))
        self.now = stand
        return name


def with_block(reading: Reading, position: int, index: int, block: Block) -> Reading:
    """The reading with another block in this place of a unit. Doubts are found anew by renaming the unit as it is."""
    from tablebook.documents import edit

    unit = reading.articles[position]
    blocks = (*unit.blocks[:index], block, *unit.blocks[index + 1 :])
    articles = list(reading.articles)
    articles[position] = replace(unit, blocks=blocks)
    changed = replace(reading, contract=replace(reading.contract, articles=tuple(articles)))
    return edit.rename(changed, position, unit.title)


def with_section(reading: Reading, position: int, index: int, number: str) -> Reading:
    """The section that opens at this block gets another number, in its printed label too."""
    block = reading.articles[position].blocks[index]
    old = block.section
    label = block.label.replace(old, number) if old and old in block.label else block.label
    return with_block(reading, position, index, replace(block, section=number, label=label))


def with_cell(reading: Reading, position: int, index: int, row: int, column: int, text: str) -> Reading:
    """A table's cell gets other words; a short row is filled up with empty cells."""
    block = reading.articles[position].blocks[index]
    if block.kind is not BlockKind.TABLE:
        raise ValueError("the block is no table")
    rows = [list(cells) for cells in block.rows]
    rows[row].extend("" for _ in range(column + 1 - len(rows[row])))
    rows[row][column] = text
    return with_block(reading, position, index, replace(block, rows=tuple(map(tuple, rows))))
