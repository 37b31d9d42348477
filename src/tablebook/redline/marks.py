"""What a comparison gives back: blocks of marked words, ready to be drawn on a page or a screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tablebook.domain.text import BlockKind


class Mark(StrEnum):
    """What happened to words between two texts."""

    SAME = "same"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Author:
    """Who brought or struck words: the party's code ("union", "employer", "joint") and the label of the pass."""

    party: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class MarkedRun:
    """Words with one fate.

    ``writer`` None: current contract language. ``striker`` set: struck by them. Both set: offered by the one and then
    struck by the other. ``fresh``: inserted or struck by the latest of the compared texts ("since last pass").
    """

    text: str
    writer: Author | None = None
    striker: Author | None = None
    fresh: bool = False
    bold: bool = False
    italic: bool = False

    @property
    def mark(self) -> Mark:
        """The plain reading: struck words are deleted, words with a writer inserted, the rest the same."""
        if self.striker is not None:
            return Mark.DELETED
        return Mark.INSERTED if self.writer is not None else Mark.SAME


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """One block of a redline. ``label`` is printed before the words; ``old_label`` is the label it had where that
    changed ("7.4" now "7.5"). ``old_index``/``new_index`` are the positions in the two compared texts, None where the
    block is in only one. ``moved`` says it stands elsewhere in the other text. Tables carry ``rows`` of cells, each a
    tuple of runs; a struck or new row has all its runs struck or new. ``margin`` is the label for the right margin
    when the block changed since the last pass (its bar has ``margin_author``'s style)."""

    kind: BlockKind
    runs: tuple[MarkedRun, ...] = ()
    label: str = ""
    old_label: str | None = None
    section: str = ""
    level: int = 0
    rows: tuple[tuple[tuple[MarkedRun, ...], ...], ...] = ()
    old_index: int | None = None
    new_index: int | None = None
    moved: bool = False
    margin_author: Author | None = None

    @property
    def changed(self) -> bool:
        """Whether any word, cell or the label differs."""
        runs = [run for row in self.rows for cell in row for run in cell] or self.runs
        return self.moved or self.old_label is not None or any(run.mark is not Mark.SAME for run in runs)


@dataclass(frozen=True, slots=True)
class Change:
    """One change in words, for lists, findings and JSON: kind is insert, delete, replace or move."""

    kind: str
    old: str
    new: str
    old_block: int | None
    new_block: int | None
    section: str = ""


@dataclass(frozen=True, slots=True)
class Redline:
    """A whole comparison: its blocks in reading order and its changes in the same order."""

    blocks: tuple[MarkedBlock, ...]
    changes: tuple[Change, ...]
    words_inserted: int = 0
    words_deleted: int = 0
