"""The reading as it is being corrected: every step can be taken back until the book is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from tablebook.documents.contract.corrections import LEAVE, Correction, corrected
from tablebook.documents.contract.warned import doubts_of_warnings
from tablebook.documents.reading import Doubt, Reading


@dataclass(frozen=True)
class Stand:
    """One moment of the work: the reading, which unit is chosen, and the doubts that were left as they are."""

    reading: Reading
    chosen: int = 0
    left: frozenset[tuple[str, str]] = frozenset()

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """What is still in doubt, in the order of the outline: the outline's own, and what the file warned of."""
        order = {key: at for at, key in enumerate(self.reading.contract.keys)}
        every = (*self.reading.doubts, *doubts_of_warnings(self.reading))
        open_ = (doubt for doubt in every if (doubt.code, doubt.message) not in self.left)
        return tuple(sorted(open_, key=lambda doubt: (order.get(doubt.article_key or "", -1), doubt.block)))

    def position_of(self, doubt: Doubt) -> int:
        """The place of the doubt's unit in the outline; -1 where it belongs to none."""
        keys = self.reading.contract.keys
        return keys.index(doubt.article_key) if doubt.article_key in keys else -1


@dataclass(slots=True)
class Steps:
    """The history. Each step is a correction, so that it can be kept and taken again on the same reading."""

    now: Stand
    changed: Callable[[], object] = lambda: None
    _back: list[tuple[Correction, Stand]] = field(default_factory=list)
    _forward: list[tuple[Correction, Stand]] = field(default_factory=list)

    @property
    def taken(self) -> tuple[Correction, ...]:
        """The steps that led here."""
        return tuple(correction for correction, _ in self._back)

    def do(self, name: str, act: str, *args: str | int, chosen: int) -> None:
        """Take a step; its name is what undoing it is called."""
        self._take(Correction(name, act, args, chosen))
        self._forward.clear()
        self.changed()

    def leave(self, doubt: Doubt, name: str = "Leave as it is") -> None:
        """Leave a doubt as it is; it is not shown again."""
        self.do(name, LEAVE, doubt.code, doubt.message, chosen=self.now.chosen)

    def again(self, kept: Iterable[Correction]) -> None:
        """Take steps that were kept."""
        for correction in kept:
            self._take(correction)

    def choose(self, position: int) -> None:
        """Look at another unit; that is no step."""
        self.now = replace(self.now, chosen=position)

    def undo(self) -> str:
        """One step back; its name, or "" where there is none."""
        return self._move(self._back, self._forward)

    def undo_all(self) -> int:
        """All steps back, as one; how many they were. Redo does them again one by one."""
        count = len(self._back)
        while self._back:
            correction, stand = self._back.pop()
            self._forward.append((correction, self.now))
            self.now = stand
        self.changed()
        return count

    def redo(self) -> str:
        """One step forward again; its name, or "" where there is none."""
        return self._move(self._forward, self._back)

    @property
    def can_undo(self) -> bool:
        """Whether a step can be taken back."""
        return bool(self._back)

    def _take(self, correction: Correction) -> None:
        before = self.now
        reading = corrected(before.reading, correction)
        left = (
            before.left | {(str(correction.args[0]), str(correction.args[1]))}
            if correction.act == LEAVE
            else before.left
        )
        self.now = Stand(reading, max(0, min(correction.chosen, len(reading.articles) - 1)), left)
        self._back.append((correction, before))

    def _move(self, taken: list[tuple[Correction, Stand]], given: list[tuple[Correction, Stand]]) -> str:
        if not taken:
            return ""
        correction, stand = taken.pop()
        given.append((correction, self.now))
        self.now = stand
        self.changed()
        return correction.name
