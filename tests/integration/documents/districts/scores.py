"""How the reader does on invented contracts, by style and kind of file.

``python -m tests.integration.documents.districts.scores [FILTER] [SEEDS] [-v]`` prints the table and what went wrong.
"""

from __future__ import annotations

import difflib
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tablebook.documents.read import read_contract
from tablebook.documents.reading import NoArticles
from tests.integration.documents.districts.making import Paper, made
from tests.integration.documents.districts.printing import as_markdown, as_pdf, as_text, as_word
from tests.integration.documents.districts.styles import STYLES, Style
from tests.integration.documents.scoring import Row, even, found_rows, score

Printer = Callable[[Paper, Path], Path]
PRINTERS: dict[str, Printer] = {
    "pdf": lambda paper, folder: as_pdf(paper, folder / "c.pdf"),
    "pdf sans": lambda paper, folder: as_pdf(paper, folder / "c.pdf", font="Helvetica", size=10),
    "layout text": lambda paper, folder: as_text(paper, folder / "c.txt"),
    "flat text": lambda paper, folder: as_text(paper, folder / "c.txt", pages=False, layout=False),
    "markdown": lambda paper, folder: as_markdown(paper, folder / "c.md"),
    "bold markdown": lambda paper, folder: as_markdown(paper, folder / "c.md", headings=False),
    "styled word": lambda paper, folder: as_word(paper, folder / "c.docx"),
    "plain word": lambda paper, folder: as_word(paper, folder / "c.docx", styled=False),
}  # fmt: skip
KINDS = ("article", "section", "appendix", "mou")


def wanted_rows(paper: Paper) -> list[Row]:
    """The rows the paper must give."""
    return [(kind, even(number), even(title)) for kind, number, title in paper.rows]


def found_in(path: Path) -> list[Row]:
    """The rows that are read, without the sections of appendices and memoranda."""
    try:
        rows = found_rows(read_contract(path))
    except NoArticles:
        return []
    kept: list[Row] = []
    inside = False
    for kind, number, title in rows:
        inside = kind == "article" or (inside and kind == "section")
        if kind not in ("section", "preamble") or (kind == "section" and inside):
            kept.append((kind, number.removesuffix(".0") if kind == "article" else number, title))
    return kept


def main(words: list[str]) -> None:
    """Prints the figures, and the differences with -v."""
    verbose = "-v" in words
    words = [word for word in words if word != "-v"]
    chosen, seeds = (words[0] if words else ""), int(words[1]) if len(words) > 1 else 1
    totals = {kind: [0, 0, 0] for kind in KINDS}
    for style in STYLES:
        for name in PRINTERS:
            if chosen in f"{style.name}/{name}":
                for seed in range(1, seeds + 1):
                    _scored(style, name, seed, totals, verbose)
    for kind, (gold, found, right) in totals.items():
        sys.stdout.write(f"{kind}: precision {right / max(1, found):.3f} recall {right / max(1, gold):.3f} ({gold})\n")


def _scored(style: Style, printer: str, seed: int, totals: dict[str, list[int]], verbose: bool) -> None:
    paper = made(style, seed)
    with tempfile.TemporaryDirectory() as folder:
        got = found_in(PRINTERS[printer](paper, Path(folder)))
    wanted = wanted_rows(paper)
    figures: list[str] = []
    for kind in KINDS:
        s = score(wanted, got, kind)
        for at, value in enumerate((s.gold, s.found, s.right)):
            totals[kind][at] += value
        if (s.gold, s.found) != (s.right, s.right):
            figures.append(f"{kind} {s.right}/{s.gold} of {s.found}")
    if figures:
        sys.stdout.write(f"{style.name:34} {printer:14} {seed}  {'   '.join(figures)}\n")
    if figures and verbose:
        for line in difflib.unified_diff([*map(str, wanted)], [*map(str, got)], lineterm="", n=0):
            sys.stdout.write(f"      {line}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
