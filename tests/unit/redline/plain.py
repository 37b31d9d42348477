"""A redline as plain text that a person can check: "[-struck-]{+new+}", "[offered]" by one and struck by the other."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from tablebook.redline.marks import Mark, MarkedBlock, MarkedRun, Redline

GOLDEN = Path(__file__).resolve().parents[2] / "data" / "golden" / "redline"
_START = {Mark.SAME: " ", Mark.INSERTED: "+", Mark.DELETED: "-"}


def plain(redline: Redline) -> str:
    """One line for a block: how its beginning fared, "~" if it moved, labels, words, the pass in the margin ("*": bar).
    A party stands before a colon ("u:"), two for offered and struck ("u/e:"), a star for what the last pass did."""
    return "".join(f"{line}\n" for block in redline.blocks for line in _lines(block))


def listed(redline: Redline) -> str:
    """The changes, one a line."""
    lines = [f"{c.kind} [{c.section}] {c.old!r} -> {c.new!r} ({c.old_block} -> {c.new_block})" for c in redline.changes]
    if redline.typography:
        lines.append(f"typography: {redline.typography}")
    return "".join(f"{line}\n" for line in [*lines, f"words +{redline.words_inserted} -{redline.words_deleted}"])


def check(name: str, text: str) -> None:
    """Compare with the reviewed file of that name. TABLEBOOK_GOLDEN=write writes it, to be looked at and committed."""
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("TABLEBOOK_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def _lines(block: MarkedBlock) -> list[str]:
    label = block.label if block.old_label is None else f"({block.old_label}=>{block.label})"
    margin = f"   << {block.margin_author.label}{'*' if block.fresh else ''}" if block.margin_author else ""
    head = f"{_START[block.start.mark]}{'~' if block.moved else ' '}{label + ' ' if label else ''}"
    if not block.rows:
        return [f"{head}{words(block.runs)}{margin}"]
    rows = zip(block.rows, block.row_fates, block.cell_fates, strict=True)
    return [
        f"{head}|{_START[fate.mark]}"
        + " | ".join(
            f"{_START[cell.mark].strip()}{words(runs)}" if cell else "none"
            for runs, cell in zip(row, cells, strict=True)
        )
        for row, fate, cells in rows
    ] + ([margin] if margin else [])


def words(runs: Sequence[MarkedRun]) -> str:
    """The runs with their marks."""
    return "".join(map(_run, runs))


def _run(run: MarkedRun) -> str:
    star = "*" if run.fresh else ""
    writer = run.writer.party[0] if run.writer and run.writer.party != "joint" else ""
    striker = run.striker.party[0] if run.striker and run.striker.party != "joint" else ""
    who = "/".join(filter(None, (writer, striker))) + star
    who = f"{who}:" if who else ""
    if run.mark is Mark.INSERTED:
        return f"{{+{who}{run.text}+}}"
    if run.mark is Mark.DELETED:
        return f"[{who}{run.text}]" if run.writer else f"[-{who}{run.text}-]"
    return f"<{who}{run.text}>" if run.fresh else run.text
