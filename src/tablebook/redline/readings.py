"""Reading a redline as one of its two texts: with all changes accepted, or with all rejected."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tablebook.domain.text import Block, BlockKind, Run
from tablebook.redline.marks import Fate, MarkedBlock, MarkedRun, Redline


def accepted(redline: Redline) -> tuple[Block, ...]:
    """The new text, exactly: labels, words and cells without what is struck."""
    return _read(redline.blocks, lambda part: part.striker is None, lambda block: block.label)


def rejected(redline: Redline) -> tuple[Block, ...]:
    """The old text (over many passes: the contract), exactly: only what nobody brought, struck or not."""
    return _read(
        redline.blocks,
        lambda part: part.writer is None,
        lambda block: block.label if block.old_label is None else block.old_label,
    )


def _read(
    blocks: Iterable[MarkedBlock], keeps: Callable[[MarkedRun | Fate], bool], label: Callable[[MarkedBlock], str]
) -> tuple[Block, ...]:
    out: list[tuple[MarkedBlock, list[MarkedRun]]] = []
    for block in blocks:
        if keeps(block.start):
            out.append((block, []))
        if out:
            out[-1][1].extend(filter(keeps, block.runs))
    return tuple(_block(block, runs, keeps, label(block)) for block, runs in out)


def _block(
    block: MarkedBlock, runs: Iterable[MarkedRun], keeps: Callable[[MarkedRun | Fate], bool], label: str
) -> Block:
    rows: list[tuple[str, ...]] = []
    if block.kind is BlockKind.TABLE:
        for row, row_fate, fates in zip(block.rows, block.row_fates, block.cell_fates, strict=True):
            if keeps(row_fate):
                rows.append(
                    tuple(
                        "".join(run.text for run in cell if keeps(run))
                        for cell, fate in zip(row, fates, strict=True)
                        if fate is not None and keeps(fate)
                    )
                )
    words = tuple(Run(run.text, run.bold, run.italic) for run in _joined(runs))
    return Block(block.kind, label, words, block.section, block.level, tuple(rows))


def _joined(runs: Iterable[MarkedRun]) -> list[MarkedRun]:
    out: list[MarkedRun] = []
    for run in runs:
        if out and (out[-1].bold, out[-1].italic) == (run.bold, run.italic):
            out[-1] = MarkedRun(out[-1].text + run.text, bold=run.bold, italic=run.italic)
        else:
            out.append(run)
    return out
