"""The coloured text of a proof as rows of a page: its tables as tables, what is wrong framed with its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import BlockKind
from tablebook.proof.results import ColouredLine, ColouredRun, Finding, Standing
from tablebook.redline.marks import Author, MarkedBlock, MarkedRun
from tablebook.ui.text.rows import Flag, Note, Row

WRONG = (Standing.UNTRACED, Standing.MISSING, Standing.ALTERED)
_SAID = 3
"""So many sentences stand under one paragraph or table; the list beside has them all."""

_Runs = tuple[MarkedRun, ...]


@dataclass(frozen=True, slots=True)
class ProofRows:
    """Rows of a page. ``places`` says for each line of the text its row, and its cell where that is a table."""

    rows: tuple[Row, ...]
    places: tuple[tuple[int, tuple[int, int] | None], ...]


def proof_rows(lines: Sequence[ColouredLine], findings: Sequence[Finding]) -> ProofRows:
    """What a TA brought is underlined with its label in the margin, what is wrong is framed with the sentences that
    say so: each once, under the first words that it is about."""
    rows: list[Row] = []
    places: list[tuple[int, tuple[int, int] | None]] = []
    said: set[int] = set()
    for _, together in groupby(enumerate(lines), _one_row):
        here = [line for _, line in together]
        places += [(len(rows), line.cell) for line in here]
        rows.append(Row(_block(here), len(rows), None, _note(here, findings, said)))
    return ProofRows(tuple(rows), tuple(places))


def _one_row(numbered: tuple[int, ColouredLine]) -> tuple[str, int, bool]:
    """What the lines of one table have in common, and of two paragraphs nothing."""
    number, line = numbered
    return (line.place.unit, line.block, True) if line.cell else ("", number, False)


def _block(lines: Sequence[ColouredLine]) -> MarkedBlock:
    source = next((run.source for line in lines for run in line.runs if run.source), None)
    author = Author("joint", source.ta) if source else None
    first = lines[0]
    if first.cell is None:
        kind = BlockKind.HEADING if first.heading else BlockKind.PARAGRAPH
        return MarkedBlock(kind, _marked(first), margin_author=author, fresh=bool(source))
    cells = _cells(lines)
    high, wide = (1 + max(cell[at] for cell in cells) for at in (0, 1))
    grid = tuple(tuple(_spaced(cells.get((down, across), [])) for across in range(wide)) for down in range(high))
    return MarkedBlock(BlockKind.TABLE, rows=grid, margin_author=author, fresh=bool(source))


def _cells(lines: Sequence[ColouredLine]) -> dict[tuple[int, int], list[ColouredLine]]:
    found: dict[tuple[int, int], list[ColouredLine]] = {}
    for line in lines:
        assert line.cell is not None
        found.setdefault(line.cell, []).append(line)
    return dict(sorted(found.items()))


def _spaced(lines: Sequence[ColouredLine]) -> _Runs:
    """The runs of a cell, a space between its paragraphs."""
    runs: list[MarkedRun] = []
    for at, line in enumerate(lines):
        runs += ([MarkedRun(" ")] if at else []) + list(_marked(line))
    return tuple(runs)


def _note(lines: Sequence[ColouredLine], findings: Sequence[Finding], said: set[int]) -> Note | None:
    """The frames of what is wrong, and the sentences that were not said yet."""
    flags: list[Flag] = []
    numbers: dict[int, None] = {}
    at = 0
    for together in _cells(lines).values() if lines[0].cell else (lines,):
        for nth, line in enumerate(together):
            at += 1 if nth else 0
            for run in line.runs:
                if run.standing in WRONG:
                    flags.append(Flag(at, at + len(run.text), "unmarked"))
                    if run.finding is not None and run.finding < len(findings):
                        numbers[run.finding] = None
                at += len(run.text)
    if not flags:
        return None
    new = [number for number in numbers if number not in said]
    said.update(new)
    sentences = [findings[number].sentence for number in new[:_SAID]]
    if len(new) > _SAID:
        sentences.append(f"{len(new) - _SAID} more in the list.")
    return Note(" ".join(sentences), "problem", "circle-alert" if sentences else "", True, tuple(flags))


def _marked(line: ColouredLine) -> _Runs:
    return tuple(map(_run, line.runs))


def _run(run: ColouredRun) -> MarkedRun:
    if run.standing is Standing.CURRENT:
        return MarkedRun(run.text)
    hand = Author("joint", run.source.ta if run.source else "")
    if run.gone or run.standing is Standing.STRUCK:
        return MarkedRun(run.text, None, hand)
    return MarkedRun(run.text, hand)
