"""What a proof says: what each TA changed, what the final text has otherwise, and the whole text in colours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from itertools import groupby

from tablebook.domain.dataclass import dataclass
from tablebook.proof.lines import Place


class Kind(StrEnum):
    """How a difference stands to the TAs: no TA has it, a TA's change is not there, or it is there in other words."""

    UNTRACED = "untraced"
    MISSING = "missing"
    ALTERED = "altered"


class Nature(StrEnum):
    """What differs: the words, their place, or only a comma or stop between them."""

    WORDING = "wording"
    MOVED = "moved"
    PUNCTUATION = "punctuation"


@dataclass(frozen=True, slots=True)
class Source:
    """The TA that a place's words come from: the label of the accepted pass, the TA's own name ("TA 12"), and the
    page of the signed paper that the place stands on, where it is known."""

    label: str
    ta: str
    page: int | None = None

    @property
    def spoken(self) -> str:
        """How a sentence names it."""
        return self.ta if self.ta.upper().startswith(("TA", "CONFORMING")) else f"TA {self.ta}"


Sources = Mapping[tuple[str, str], Source]
"""The TA of each place under one, by the unit's key and the section ("" is what stands above the first section)."""


def source_at(sources: Sources, place: Place) -> Source | None:
    """The TA that a place is under."""
    return sources.get((place.unit, place.section))


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell that differs: the label of its row, the head of its column, what should stand in it, and what does."""

    row: str
    column: str
    old: str
    new: str


def in_rows(cells: Iterable[CellChange], words: Callable[[CellChange], str]) -> list[str]:
    """Words of cells that have some, each with its column, in a line for each row with its label."""
    lines = []
    for row, together in groupby(cells, lambda cell: cell.row):
        said = [f"{cell.column} {text}".strip() for cell in together if (text := words(cell))]
        if said:
            lines.append(f"{row}: {'; '.join(said)}")
    return lines


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference of the final text. ``old`` are the words that should stand there, ``new`` those that do;
    ``current`` is what the contract in force says there. ``before`` and ``after`` are the words around it. ``page`` is
    the page of the final text. ``cells`` are the cells of a table where several are told together, row by row."""

    kind: Kind
    nature: Nature
    place: Place
    old: str
    new: str
    sentence: str
    source: Source | None = None
    current: str = ""
    before: str = ""
    after: str = ""
    page: int | None = None
    cells: tuple[CellChange, ...] = ()

    @property
    def cells_by_row(self) -> tuple[str, ...]:
        """Cells of several rows, a line for each row; none where the sentence names them all."""
        said = in_rows(self.cells, lambda cell: f"{cell.new or 'nothing'}, not {cell.old or 'nothing'}")
        return tuple(said) if len({cell.row for cell in self.cells}) > 1 else ()


@dataclass(frozen=True, slots=True)
class Trace:
    """One change to the current contract and the TA it comes from, as a row of the table; None where no TA has it."""

    place: Place
    old: str
    new: str
    source: Source | None

    @property
    def sentence(self) -> str:
        """The row in words."""
        old, new = f"“{self.old}”", f"“{self.new}”"
        said = f"{old} is now {new}" if self.old and self.new else f"{new} is new" if self.new else f"{old} is struck"
        page = f", page {self.source.page} of its sheet" if self.source and self.source.page else ""
        return f"{spoken_place(self.place)}: {said} ({self.source.spoken if self.source else 'no TA'}{page})."


@dataclass(frozen=True, slots=True)
class Relabelled:
    """A number or letter in front of a paragraph that is another one in the final text."""

    place: Place
    old: str
    new: str

    @property
    def sentence(self) -> str:
        """The difference in words."""
        if self.old and self.new:
            return f"{spoken_place(self.place)}: “{self.old}” is “{self.new}” in the final text."
        if self.old:
            return f"{spoken_place(self.place)}: “{self.old}” is not printed in the final text."
        return f"{spoken_place(self.place)}: “{self.new}” is printed in front in the final text."


class Standing(StrEnum):
    """What a run of the coloured text is."""

    CURRENT = "current"
    TRACED = "traced"
    STRUCK = "struck"
    UNTRACED = "untraced"
    MISSING = "missing"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class ColouredRun:
    """Words of one standing; ``finding`` is the number of its finding, from 0, and ``gone`` says that the final text
    does not have these words."""

    text: str
    standing: Standing = Standing.CURRENT
    source: Source | None = None
    finding: int | None = None
    gone: bool = False


@dataclass(frozen=True, slots=True)
class ColouredLine:
    """A paragraph, heading or cell in runs; ``cell`` is its row and column in a table."""

    place: Place
    runs: tuple[ColouredRun, ...]
    heading: bool = False
    cell: tuple[int, int] | None = None
    block: int = 0


@dataclass(frozen=True, slots=True)
class Proof:
    """The whole result. ``relabelled`` are changed numbers and letters, which are no change of words; ``set_aside`` are
    words that stand in the final file where its reading does not count them as text; ``above`` is what stands above the
    first words that it has in common with the contract: a title page of its own. ``beside`` are
    sentences on what a title page has otherwise and may be no mistake."""

    findings: tuple[Finding, ...]
    traces: tuple[Trace, ...]
    relabelled: tuple[Relabelled, ...] = ()
    set_aside: tuple[str, ...] = ()
    above: str = ""
    lines: tuple[ColouredLine, ...] = ()
    beside: tuple[str, ...] = ()

    @property
    def matches(self) -> bool:
        """Whether every word is as signed, or as in the current contract where nothing was."""
        return not self.findings


def spoken_place(place: Place) -> str:
    """A place for a sentence: "Article 12.3", "Article 12, Section A", "Appendix B"."""
    itself = place.section == place.unit and not place.name.endswith(f" {place.unit}")  # Article 4 may have a Section 4
    if not place.section or itself:
        return place.name or "The text"
    number = place.name.split(" ")[-1]
    if place.section.startswith(f"{number}."):
        return f"{place.name}{place.section[len(number) :]}"
    return f"{place.name}, Section {place.section}"
