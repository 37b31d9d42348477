"""Where words that moved begin and end: both places carry the same name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tablebook.documents.tracked.names import Element, W, make
from tablebook.redline.marks import Mark

if TYPE_CHECKING:
    from tablebook.documents.tracked.context import Sides
    from tablebook.documents.tracked.steps import Step


class Ranges:
    """The moves of one container."""

    def __init__(self, steps: Sequence[Step], sides: Sides) -> None:
        self._names: dict[int, str] = {}
        self._open: dict[int, Element] = {}
        self._sides = sides
        for step in steps:
            if step.move and step.move not in self._names:
                self._names[step.move] = f"move{next(sides.stamper.numbers)}"

    def start(self, end: Step) -> Element:
        """The mark before the words of a moved paragraph."""
        kind = "moveFrom" if end.mark is Mark.DELETED else "moveTo"
        mark = self._sides.stamp(f"{kind}RangeStart")
        mark.set(W + "name", self._names[end.move])
        self._open[id(end)] = make(f"{kind}RangeEnd", id=mark.get(W + "id") or "")
        return mark

    def end(self, step: Step) -> Element | None:
        """The mark after a moved paragraph."""
        return self._open.pop(id(step), None)
