"""What a page shows, row by row: a marked block with its chip, its note, the room under it; or a fold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import NamedTuple

from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Block
from tablebook.redline.marks import MarkedBlock, MarkedRun
from tablebook.ui.kit.chip import ChipLook


class Flag(NamedTuple):
    """Words that deserve a look: "unmarked" (changed without a mark) or "dead" (a reference to nothing). Positions are
    Python positions in the words of the marked block."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence under a paragraph in a tone ("problem", "attention"), with or without a frame round both."""

    text: str = ""
    tone: str = "attention"
    icon: str = ""
    framed: bool = False
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a page. `pad` is empty room under it, `index` its place in what was asked to be shown; with `fold` the
    row is a closed fold and says so in those words."""

    block: MarkedBlock
    index: int = -1
    chip: ChipLook | None = None
    note: Note | None = None
    pad: float = 0.0
    fold: str = ""


def ta_chip(text: str) -> ChipLook:
    """The chip of an agreed section, as "TA'd 2 Mar 16:05"."""
    return ChipLook(text, "circle-check", "ta")


def locked_chip(text: str = "TA’d, locked") -> ChipLook:
    """The chip of a section that cannot be edited because it is agreed."""
    return ChipLook(text, "lock", "ta")


def rows_of(
    blocks: Sequence[MarkedBlock],
    chips: Mapping[str, ChipLook] | None = None,
    notes: Mapping[int, Note] | None = None,
) -> tuple[Row, ...]:
    """The rows of a page: chips by section number, notes by the block's position."""
    chips, notes = chips or {}, notes or {}
    return tuple(
        Row(block, at, chips.get(block.section) if block.section else None, notes.get(at))
        for at, block in enumerate(blocks)
    )


def plain(block: Block) -> MarkedBlock:
    """A block without any marks, for clean reading."""
    runs = tuple(MarkedRun(run.text, bold=run.bold, italic=run.italic) for run in block.runs)
    cells = tuple(tuple((MarkedRun(cell),) if cell else () for cell in row) for row in block.rows)
    return MarkedBlock(block.kind, runs, block.label, None, block.section, block.level, cells)


@dataclass(frozen=True, slots=True)
class Ink:
    """How a stretch of words is drawn: who wrote it, who struck it, whether since the last pass, what is flagged."""

    writer: str = ""
    striker: str = ""
    fresh: bool = False
    flag: str = ""

    @property
    def plain(self) -> bool:
        """Whether there is nothing to draw beside the words."""
        return not (self.writer or self.striker or self.flag or self.fresh)

    @property
    def bracketed(self) -> bool:
        """Offered by the one and struck by the other."""
        return bool(self.writer and self.striker)

    @property
    def actor(self) -> str:
        """The party whose lines are drawn."""
        return self.striker or self.writer


def ink_of(run: MarkedRun) -> Ink:
    """How a run is drawn."""
    return Ink(run.writer.party if run.writer else "", run.striker.party if run.striker else "", run.fresh)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one ink in a Qt text block, in Qt positions. ``air`` stands behind its last letter."""

    start: int
    end: int
    ink: Ink
    air: bool = False


@dataclass(slots=True)
class Placed:
    """A row as it stands in the document: its first Qt block, how many there are, and the spans of each."""

    row: Row
    first: int
    count: int = 1
    spans: dict[int, tuple[Span, ...]] = field(default_factory=dict)
