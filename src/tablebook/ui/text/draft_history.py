"""Undo of a draft as steps over its blocks: plain data, kept with the draft, so that it outlives the program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tablebook.domain.plain import from_plain, to_plain
from tablebook.domain.text import Block, BlockKind, fingerprint
from tablebook.ui.text.draft_edits import Place

LIMIT = 500


@dataclass(frozen=True, slots=True)
class Step:
    """Some blocks became others; where the text cursor stood before and after. `typed`: by plain typing."""

    at: int
    old: tuple[Block, ...]
    new: tuple[Block, ...]
    before: Place
    after: Place
    typed: bool = False


@dataclass
class History:
    """Steps done and steps undone."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def add(self, step: Step) -> None:
        """Keep a step; letters of one word become one."""
        self.undone.clear()
        if self.done and _goes_on(self.done[-1], step):
            last = self.done.pop()
            step = Step(last.at, last.old, step.new, last.before, step.after, True)
        self.done.append(step)
        del self.done[:-LIMIT]

    def undo(self, blocks: Sequence[Block]) -> tuple[tuple[Block, ...], Step] | None:
        """The blocks before the last step, and that step."""
        if not self.done:
            return None
        step = self.done.pop()
        self.undone.append(step)
        return _spliced(blocks, step.at, len(step.new), step.old), step

    def redo(self, blocks: Sequence[Block]) -> tuple[tuple[Block, ...], Step] | None:
        """The blocks after the step that was undone last, and that step."""
        if not self.undone:
            return None
        step = self.undone.pop()
        self.done.append(step)
        return _spliced(blocks, step.at, len(step.old), step.new), step

    def to_plain(self, blocks: Sequence[Block]) -> dict[str, Any]:
        """The history as plain data, with the fingerprint of the text it belongs to."""
        return {
            "text": fingerprint(blocks),
            "done": [_step_out(step) for step in self.done],
            "undone": [_step_out(step) for step in self.undone],
        }

    @classmethod
    def from_plain(cls, data: dict[str, Any], blocks: Sequence[Block]) -> History:
        """The history kept for exactly this text; for any other text an empty one, since its steps would not fit."""
        if data.get("text") != fingerprint(blocks):
            return cls()
        return cls([_step_in(step) for step in data["done"]], [_step_in(step) for step in data["undone"]])


def _spliced(blocks: Sequence[Block], at: int, count: int, new: Sequence[Block]) -> tuple[Block, ...]:
    return (*blocks[:at], *new, *blocks[at + count :])


def _goes_on(last: Step, step: Step) -> bool:
    """Whether typing simply goes on: same block, from where it stopped, and no new word begins."""
    if not (last.typed and step.typed and last.at == step.at and last.after == step.before):
        return False
    if len(step.old) != 1 or len(step.new) != 1 or step.old[0].kind is BlockKind.TABLE:
        return len(step.old) == len(step.new) == 1
    added = step.after.offset - step.before.offset
    if added <= 0:
        return last.after.offset <= last.before.offset
    typed = step.new[0].text[step.before.offset : step.after.offset]
    before = step.old[0].text[: step.before.offset]
    return last.after.offset > last.before.offset and not (typed.isspace() and not before[-1:].isspace())


def _step_out(step: Step) -> dict[str, Any]:
    return {
        "at": step.at, "old": to_plain(step.old), "new": to_plain(step.new),
        "before": list(step.before), "after": list(step.after), "typed": step.typed,
    }  # fmt: skip


def _step_in(data: dict[str, Any]) -> Step:
    old, new = (tuple(from_plain(Block, block) for block in data[side]) for side in ("old", "new"))
    return Step(data["at"], old, new, Place(*data["before"]), Place(*data["after"]), data["typed"])
