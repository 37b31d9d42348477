"""Marked words as HTML for the clipboard: colours, lines and brackets that a word processor keeps when pasted."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tablebook.domain.text import BlockKind
from tablebook.redline.marks import MarkedBlock, MarkedRun
from tablebook.ui.tokens import LIGHT

# Paper colours, also from a dark window: what is pasted lands on white.
COLORS = {"union": LIGHT.union, "employer": LIGHT.employer}
LINES = {"union": "solid", "employer": "double"}


def blocks_html(blocks: Sequence[MarkedBlock]) -> str:
    """Paragraphs, headings and tables, one after another."""
    body = "\n".join(_block(block) for block in blocks)
    return f'<html><head><meta charset="utf-8"></head><body>\n{body}\n</body></html>'


def _block(block: MarkedBlock) -> str:
    if block.kind is BlockKind.TABLE:
        rows = "".join("<tr>" + "".join(f"<td>{_runs(cell)}</td>" for cell in row) + "</tr>" for row in block.rows)
        return f'<table border="1" cellspacing="0" cellpadding="4">{rows}</table>'
    label = f"{escape(block.label)} " if block.label else ""
    if block.old_label and block.old_label != block.label:
        label = f"<s>{escape(block.old_label)}</s> {label}"
    words = _runs(block.runs)
    if block.kind is BlockKind.HEADING:
        return f"<h3>{label}{words}</h3>"
    indent = f' style="margin-left:{block.level * 24}pt"' if block.level else ""
    return f"<p{indent}>{label}{words}</p>"


def _runs(runs: Sequence[MarkedRun]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: MarkedRun) -> str:
    """One run; a union line is single, an employer line double, and what was offered and struck is in brackets."""
    words = escape(run.text, quote=False).replace("\n", "<br>")
    if run.bold:
        words = f"<b>{words}</b>"
    if run.italic:
        words = f"<i>{words}</i>"
    actor = run.striker or run.writer
    if actor is None:
        return words
    whose = (run.writer or run.striker or actor).party
    color = f"color:{COLORS[whose]};" if whose in COLORS else ""
    line = f"text-decoration-style:{LINES.get(actor.party, 'solid')}"
    if run.striker is None:
        return f'<u style="{color}{line}">{words}</u>'
    struck = f'<s style="{color}{line}">{words}</s>'
    return f"[{struck}]" if run.writer is not None else struck
