"""Outlines measured against gold files made by hand; ``python -m tests.integration.documents.scoring`` prints them."""

from __future__ import annotations

import csv
import difflib
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from tablebook.documents.reading import Reading
from tablebook.domain.text import BlockKind

ROOT = Path(__file__).resolve().parents[3]
OWN = ROOT / "tests" / "data"
SHARED = ROOT.parent / "shared" / "data"

OWN_PAPERS = (
    ("or-lane-paa/agreement.txt", "or-lane-paa/outline.tsv"),
    ("or-lane-paa/agreement.md", "or-lane-paa/outline.tsv"),
    ("or-lane-paa/mou-paa-25-02.txt", "or-lane-paa/mou-outline.tsv"),
    ("or-stea/agreement-unmarked.txt", "or-stea/outline.tsv"),
    ("or-kingsley-2023-2025/agreement-unmarked.txt", "or-kingsley-2023-2025/outline.tsv"),
    ("or-kingsley-2025-2027/agreement-unmarked.txt", "or-kingsley-2025-2027/outline.tsv"),
    ("or-kingsley-2025-2027/agreement.md", "or-kingsley-2025-2027/outline.tsv"),
)
SHARED_PAPERS = (
    ("or-stea/agreement.txt", "or-stea/outline.tsv"),
    ("or-stea/agreement.md", "or-stea/outline.tsv"),
    ("or-kingsley-2023-2025/agreement.txt", "or-kingsley-2023-2025/outline.tsv"),
    ("or-kingsley-2023-2025/agreement.md", "or-kingsley-2023-2025/outline.tsv"),
    ("or-kingsley-2025-2027/agreement.txt", "or-kingsley-2025-2027/outline.tsv"),
    ("grinnell-dining/contract-2024-2027.md", "grinnell-dining/outline.tsv"),
    ("grinnell-dining/contract-2021-2023.md", "grinnell-dining/outline-2021-2023.tsv"),
    ("portland-me-teachers/pea-contract-2019-2022.pdf", "portland-me-teachers/outline.tsv"),
)

Row = tuple[str, str, str]


@dataclass(frozen=True)
class Score:
    """Rows of one kind: how many the gold has, how many were found, and how many of these agree, in order."""

    gold: int
    found: int
    right: int

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0


def even(text: str) -> str:
    """Text without case, spaces, dashes and a last full stop."""
    return re.sub(r"[\s\-‐‑–—]+", "", text).lower().strip(".").replace("’", "'")


def gold_rows(path: Path) -> list[Row]:
    """The rows of a gold file."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["kind"], even(row["number"] or ""), even(row["title"] or "")) for row in rows]


def found_rows(reading: Reading) -> list[Row]:
    """The rows of a reading, in print order."""
    rows: list[Row] = []
    for article in reading.articles:
        rows.append((str(article.kind), even(article.number), even(article.title)))
        for block in article.blocks:
            if block.section:
                title = block.text if block.kind is BlockKind.HEADING else ""
                rows.append(("section", even(block.section), even(title)))
    return rows


def score(gold: list[Row], found: list[Row], kind: str) -> Score:
    """How far the rows of one kind agree: number and title, in order."""
    wanted = [row for row in gold if row[0] == kind]
    got = [row for row in found if row[0] == kind]
    blocks = difflib.SequenceMatcher(None, wanted, got, autojunk=False).get_matching_blocks()
    return Score(len(wanted), len(got), sum(block.size for block in blocks))


def main() -> None:
    """Prints the table of figures."""
    from tablebook.documents.read import read_contract

    for folder, papers in ((OWN, OWN_PAPERS), (SHARED, SHARED_PAPERS)):
        for paper, gold in papers:
            if not (folder / paper).is_file():
                continue
            wanted, got = gold_rows(folder / gold), found_rows(read_contract(folder / paper))
            cells = []
            for kind in ("article", "section", "appendix", "mou"):
                figures = score(wanted, got, kind)
                cells.append(f"{kind} {figures.right}/{figures.gold} of {figures.found}")
            sys.stdout.write(f"{paper:50} {'   '.join(cells)}\n")


if __name__ == "__main__":
    main()
