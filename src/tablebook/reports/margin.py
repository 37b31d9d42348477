"""What stands beside the text: the bar of what changed since the last pass at the left, the pass at the right."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from tablebook.redline.marks import MarkedBlock
from tablebook.reports import fonts
from tablebook.reports.flow import Draw
from tablebook.reports.lines import Span, break_lines
from tablebook.reports.pen import Pen
from tablebook.reports.tags import Tag, inline

_BAR_AT, _LABEL_AT, _LABEL_WIDTH, _SIZE = -14.4, 6.0, 46.0, 7.5


def margin_words(block: MarkedBlock) -> tuple[str, ...]:
    """At most two short lines: the pass that changed the block, and whether it moved or has words brought back."""
    label = block.margin_author.label if block.margin_author is not None else ""
    what = "moved" if block.moved else "restored" if block.restores else ""
    words = " \n".join(filter(None, (label, what)))
    lines = break_lines([Span(words, fonts.SANS)], _LABEL_WIDTH, _SIZE)
    texts = ["".join(part.text for part in line.parts).rstrip() for line in lines]
    if len(texts) > 2:
        texts = [texts[0], fonts.fitted(" ".join(texts[1:]), fonts.SANS, _SIZE, _LABEL_WIDTH)]
    return tuple(texts)


@dataclass(slots=True)
class Beside:
    """Draws a strip and what belongs in its margins: a party's bar (or none), and the words at the right.

    The words are drawn and heard once the block that they are about is drawn, in the same ``home``: between its first
    line and its second they would part what belongs together, for an ear and for a search. Only before a table, whose
    rows are many, they come ``first``.
    """

    inner: Draw | None
    height: float
    width: float
    base: float
    bar: str | None = None
    words: tuple[str, ...] = ()
    home: Tag | None = None
    leads: Draw | None = None
    first: bool = False
    _tag: Tag | None = field(init=False, default=None)
    _own: Tag | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        if self.words:
            self._tag = Tag("P", self.home)
            said = " ".join(self.words)
            self._own = inline(f"Changed since the last pass, {said}" if self.bar is not None else f"Changed by {said}")

    def __call__(self, pen: Pen, x: float, top: float) -> None:
        if self.leads is not None:
            self.leads(pen, x, top)
        if self.words and self.first:
            self._draw_words(pen, x, top)
        elif self.words:
            pen.later(partial(self._draw_words, pen, x, top))
        if self.inner is not None:
            self.inner(pen, x, top)
        if self.bar is not None:
            pen.bar(x + _BAR_AT, top, top - self.height, self.bar)

    def _draw_words(self, pen: Pen, x: float, top: float) -> None:
        pen.say(self._tag)
        for index, word in enumerate(self.words):
            words = f"{word} " if index + 1 < len(self.words) else word
            y = top - self.base - 8 * index
            pen.texts(x + self.width + _LABEL_AT, y, _SIZE, [(0.0, 0.0, words, fonts.SANS, "text", self._own)])


def bar_of(block: MarkedBlock) -> str | None:
    """The party whose bar stands beside a block, if any."""
    return block.margin_author.party if block.fresh and block.margin_author is not None else None
