"""How a redline is read aloud: "employer new: limits. end." around what changed, the rest as it stands."""

from __future__ import annotations

from collections.abc import Sequence

from tablebook.domain.text import BlockKind
from tablebook.redline.marks import MarkedBlock, MarkedRun
from tablebook.ui.text.rows import Note, Row

PARTY_WORDS = {"union": "union", "employer": "employer", "joint": "joint", "mediator": "mediator", "neutral": "neutral"}


def fate(run: MarkedRun) -> str:
    """What happened to a run in words; "" for current language."""
    writer = PARTY_WORDS.get(run.writer.party, run.writer.party) if run.writer else ""
    striker = PARTY_WORDS.get(run.striker.party, run.striker.party) if run.striker else ""
    if writer and striker:
        return f"{writer} offered, {striker} struck"
    if run.restorer is not None and (writer or run.fresh):
        restorer = PARTY_WORDS.get(run.restorer.party, run.restorer.party)
        return f"{writer} new, {restorer} restored" if writer else f"{restorer} restored"
    if writer:
        return f"{writer} new"
    return f"{striker} struck" if striker else ""


def spoken_runs(runs: Sequence[MarkedRun]) -> str:
    """Runs in one sentence."""
    parts = []
    for run in runs:
        words, said = run.text.strip(), fate(run)
        if words:
            parts.append(f"{said}: {words}. end." if said else words)
    return " ".join(parts)


def spoken_block(block: MarkedBlock, marks: bool = True) -> str:
    """A block as it is read: label, then words; a table row by row. Without `marks` only the words that stand."""

    def said(runs: Sequence[MarkedRun]) -> str:
        if marks:
            return spoken_runs(runs)
        return "".join(run.text for run in runs if run.striker is None).strip()

    if block.kind is BlockKind.TABLE:
        rows = "; ".join(", ".join(said(cell) for cell in row) for row in block.rows)
        return f"table, {len(block.rows)} rows. {rows}"
    label = block.label
    if marks and block.old_label is not None and block.old_label != block.label:
        label = f"{block.label} formerly {block.old_label}".strip() if block.old_label else block.label
    kind = "heading " if block.kind is BlockKind.HEADING else ""
    return f"{kind}{label} {said(block.runs)}".strip()


def spoken_row(row: Row, marks: bool = True) -> str:
    """A row with everything that is drawn beside it: pass label, chip, note."""
    if row.fold:
        return f"{row.fold}, folded"
    parts = [spoken_block(row.block, marks)]
    if marks:
        author = row.block.margin_author
        extras = [author.label if author else "", row.chip.text if row.chip else "", _note(row.note)]
        parts += [extra for extra in extras if extra]
    return ". ".join(part.rstrip(".") for part in parts) + "."


def _note(note: Note | None) -> str:
    return note.text if note else ""
