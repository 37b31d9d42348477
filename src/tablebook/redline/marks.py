"""What a comparison gives back: blocks of marked words, ready to be drawn on a page or a screen."""

from __future__ import annotations

from enum import StrEnum

from tablebook.domain.dataclass import dataclass
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


def mark_of(writer: Author | None, striker: Author | None) -> Mark:
    """The plain reading: struck is deleted, what has a writer is inserted, the rest is the same."""
    if striker is not None:
        return Mark.DELETED
    return Mark.INSERTED if writer is not None else Mark.SAME


@dataclass(frozen=True, slots=True)
class MarkedRun:
    """Words with one fate.

    ``writer`` None: current contract language. ``striker`` set: struck by them. Both set: offered by the one and then
    struck by the other. ``fresh``: inserted, struck or restored by the latest of the compared texts ("since last
    pass"); current language that the last pass restored is fresh and has neither writer nor striker. ``restorer``
    brought words back that had been struck; they keep their first writer.
    """

    text: str
    writer: Author | None = None
    striker: Author | None = None
    fresh: bool = False
    bold: bool = False
    italic: bool = False
    restorer: Author | None = None

    @property
    def mark(self) -> Mark:
        """Struck words are deleted, words with a writer inserted, the rest the same."""
        return mark_of(self.writer, self.striker)


@dataclass(frozen=True, slots=True)
class Fate:
    """What happened to something that has no words: a paragraph's beginning, a table's row or cell."""

    writer: Author | None = None
    striker: Author | None = None
    fresh: bool = False
    restorer: Author | None = None

    @property
    def mark(self) -> Mark:
        """As for words: struck is deleted, with a writer inserted, else the same."""
        return mark_of(self.writer, self.striker)


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """One block of a redline.

    ``label`` is printed before the words; ``old_label`` is the label it had where that changed ("7.4" now "7.5"; ""
    where it had none), else None. ``old_index``/``new_index`` are the positions in the two compared texts, None where
    the block is in only one. ``moved`` says it stands elsewhere in the other text; both its ends have one ``move``.

    ``start`` is the fate of the paragraph's beginning. INSERTED before words that are the same: one paragraph was
    split here. DELETED before words that are the same: this paragraph was joined to the one above.

    Tables carry ``rows`` of cells, each a tuple of runs; a struck or new row has all its runs struck or new.
    ``row_fates`` and ``cell_fates`` say the same of rows and cells as a whole, because a cell may be empty; a cell
    fate is None where a short row has no cell in that column.

    ``margin_author`` is the pass for the label in the right margin: the last pass that changed this block, as long as
    it is the newest pass of its party. The bar beside it is drawn where ``fresh``, in ``margin_author``'s style.
    """

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
    start: Fate = Fate()
    row_fates: tuple[Fate, ...] = ()
    cell_fates: tuple[tuple[Fate | None, ...], ...] = ()
    fresh: bool = False
    move: int = 0

    @property
    def all_runs(self) -> tuple[MarkedRun, ...]:
        """Every run in reading order, a table's cells included."""
        return tuple(run for row in self.rows for cell in row for run in cell) or self.runs

    @property
    def restores(self) -> bool:
        """Whether the last pass brought words back here that had been struck."""
        return any(run.fresh and run.restorer is not None and not run.text.isspace() for run in self.all_runs)

    @property
    def changed(self) -> bool:
        """Whether any word, cell, paragraph break or the label differs. White space alone is no change."""
        if self.moved or self.old_label is not None or self.start.mark is not Mark.SAME:
            return True
        if any(fate.mark is not Mark.SAME for fate in self.row_fates):
            return True
        if any(fate is not None and fate.mark is not Mark.SAME for row in self.cell_fates for fate in row):
            return True
        return any(run.mark is not Mark.SAME and not run.text.isspace() for run in self.all_runs)


@dataclass(frozen=True, slots=True)
class Change:
    """One change in words, for lists, findings and JSON: kind is insert, delete, replace or move. ``section`` is the
    number of the section it stands in; ``edits`` are the words (old, new) that changed in what moved."""

    kind: str
    old: str
    new: str
    old_block: int | None
    new_block: int | None
    section: str = ""
    edits: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Redline:
    """A whole comparison: its blocks in reading order and its changes in the same order.

    Of two texts, ``changes`` are all that differs; over many passes, what the last pass changed. Labels, paragraph
    breaks and white space are in the blocks, not among the changes in words; words that moved are not counted. Where
    the same words are only set otherwise (in another break, as a table), there is none either; ``typography`` counts
    the places where quotes, hyphens or dashes alone differ.
    """

    blocks: tuple[MarkedBlock, ...]
    changes: tuple[Change, ...]
    words_inserted: int = 0
    words_deleted: int = 0
    typography: int = 0
