"""What stands beside the text: the bar of what changed since the last pass at the left, the pass at the right."""

from __future__ import annotations

from dataclasses import dataclass

from tablebook.redline.marks import MarkedBlock
from tablebook.reports import fonts
from tablebook.reports.flow import Draw
from tablebook.reports.lines import Span, break_lines
from tablebook.reports.pen import Pen

_BAR_AT, _LABEL_AT, _LABEL_WIDTH, _SIZE = -14.4, 6.0, 46.0, 7.5


def margin_words(block: MarkedBlock) -> tuple[str, ...]:
    """At most two short lines: the pass that changed the block, and whether it moved or has words brought back."""
    label = block.margin_author.label if block.margin_author is not None else ""
    what = "moved" if block.moved else "restored" if block.restores else ""
    words = " \n".join(filter(None, (label, what)))
    lines = break_lines([Span(words, fonts.SANS)], _LABEL_WIDTH, _SIZE)
    texts = ["".join(part.text for part in line.parts) for line in lines]
    if len(texts) > 2:
        texts = [texts[0], fonts.fitted(" ".join(texts[1:]), fonts.SANS, _SIZE, _LABEL_WIDTH)]
    return tuple(texts)


@dataclass(slots=True)
class Beside:
    """Draws a strip and what belongs in its margins: a party's bar (or none), and the words at the right."""

    inner: Draw
    height: float
    width: float
    base: float
    bar: str | None = None
    words: tuple[str, ...] = ()

    def __call__(self, pen: Pen, x: float, top: float) -> None:
        self.inner(pen, x, top)
        if self.bar is not None:
            pen.bar(x + _BAR_AT, top, top - self.height, self.bar)
        for index, word in enumerate(self.words):
            pen.text(x + self.width + _LABEL_AT, top - self.base - 8 * index, word, fonts.SANS, _SIZE)


def bar_of(block: MarkedBlock) -> str | None:
    """The party whose bar stands beside a block, if any."""
    return block.margin_author.party if block.fresh and block.margin_author is not None else None
