"""The rows of the outline: units, their sections, and one line for a run of units without doubt."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from tablebook.documents.reading import Reading
from tablebook.domain.contract import Article, UnitKind
from tablebook.ui.outline.steps import Stand
from tablebook.ui.outline.ways import Way, word_of

FOLD_FROM = 6
"""So many units in a row without doubt become one line."""


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One row. ``kind`` is unit, section or fold; ``block`` is the section's first block; ``word`` says the doubt."""

    kind: str
    position: int
    number: str = ""
    title: str = ""
    word: str = ""
    icon: str = ""
    block: int = -1
    last: int = -1
    children: tuple[OutlineRow, ...] = ()
    chosen: bool = False
    proposed: bool = False

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        parts = [f"{self.number} {self.title}".strip(), f"in doubt: {self.word}" if self.word else ""]
        return ", ".join(part for part in parts if part)


def number_shown(unit: Article) -> str:
    """What stands in the number column: "12", "B"; nothing for a preamble."""
    return unit.number if unit.kind is not UnitKind.PREAMBLE else ""


def outline_rows(stand: Stand, *, only_doubts: bool, open_all: bool, way: Way | None = None) -> tuple[OutlineRow, ...]:
    """The top rows with their sections below them; folded where nothing is in doubt."""
    words: dict[int, str] = {}
    at_block: dict[tuple[int, int], str] = {}
    for doubt in stand.doubts:
        at = stand.position_of(doubt)
        words.setdefault(at, word_of(doubt))
        at_block.setdefault((at, doubt.block), word_of(doubt))
    rows = [_unit(stand, at, words.get(at, ""), at_block, way) for at in range(len(stand.reading.articles))]
    if only_doubts:
        return tuple(row for row in rows if row.word)
    return tuple(rows) if open_all or not words else _folded(stand.reading, rows, set(words))


def _unit(stand: Stand, at: int, word: str, at_block: dict[tuple[int, int], str], way: Way | None) -> OutlineRow:
    unit = stand.reading.articles[at]
    sections = [
        OutlineRow("section", at, block.section, block.text if block.kind == "heading" else _opening(block.text),
                   at_block.get((at, index), ""), block=index)
        for index, block in enumerate(unit.blocks)
        if block.section
    ]  # fmt: skip
    if way is not None and way.act == "split" and way.position == at and len(way.comes) > 1:
        number, title, _ = way.comes[1]
        new = OutlineRow("section", at, number, title, "proposed", "scissors", way.block, proposed=True)
        sections = sorted([*sections, new], key=lambda row: (row.block, not row.proposed))
    title = unit.title or (unit.name if not unit.number else "Without a title")
    return OutlineRow("unit", at, number_shown(unit), title, word, "circle-alert" if word else "",
                      children=tuple(sections), chosen=at == stand.chosen)  # fmt: skip


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")


def _folded(reading: Reading, rows: list[OutlineRow], in_doubt: Set[int]) -> tuple[OutlineRow, ...]:
    """Long runs without doubt become one line. Neighbours of a doubt and what is chosen stay in sight."""
    near = {at + step for at in in_doubt for step in (-2, -1, 0, 1, 2)}
    shown: list[OutlineRow] = []
    run: list[OutlineRow] = []
    for row in [*rows, None]:
        if row is not None and row.position not in near and not row.chosen:
            run.append(row)
            continue
        shown.extend(run if len(run) < FOLD_FROM else [_fold(reading, run)])
        run = []
        if row is not None:
            shown.append(row)
    return tuple(shown)


def _fold(reading: Reading, run: list[OutlineRow]) -> OutlineRow:
    first, last = run[0], run[-1]
    kinds = {reading.articles[row.position].kind for row in run}
    what = "articles" if kinds == {UnitKind.ARTICLE} else "parts"
    ends = [row.number or row.title for row in (first, last)]
    return OutlineRow("fold", first.position, "", f"{len(run)} {what} without doubt, {ends[0]} to {ends[1]}",
                      last=last.position)  # fmt: skip
