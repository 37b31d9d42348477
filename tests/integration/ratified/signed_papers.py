"""One signed paper on many articles, made from two real editions of a contract: what the later one changed is marked by
hand (struck, and underlined in bold), under a cover, with headings, remarks and lines to sign between the articles."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph

from tablebook.domain.contract import Article
from tablebook.domain.text import Block, BlockKind, paragraph
from tablebook.redline.compare import compare
from tablebook.redline.marks import Mark, MarkedBlock

COVER = ("TENTATIVE AGREEMENT", "BETWEEN", "{employer}", "AND", "{union}", "March 2, 2027")
SIGN = (
    "For the Union: ______________________ Date: ________",
    "For the Employer: ______________________ Date: ________",
)

Pair = tuple[Article | None, Article | None]
"""An article before and after; None where it is new, or gone."""


def plain(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks as a typist has them: each label typed before its words."""
    return tuple(
        block if block.kind is BlockKind.TABLE else replace(paragraph(block.printed), page=None) for block in blocks
    )


def signed_paper(path: Path, pairs: Iterable[Pair], *, union: str, employer: str, gaps: bool = False) -> Path:
    """A Word file of TAs. With ``gaps`` an unchanged run of paragraphs is left out, and "* * *" stands for it."""
    document = docx.Document()
    for number, (old, new) in enumerate(pairs):
        for line in COVER:
            document.add_paragraph(line.format(union=union, employer=employer))
        _article(document, old, new, gaps=gaps, remark=number % 3 == 1)
        for line in SIGN:
            document.add_paragraph(line)
    document.save(str(path))
    return path


def _article(document: Document, old: Article | None, new: Article | None, *, gaps: bool, remark: bool) -> None:
    shown = new or old
    assert shown is not None
    head = document.add_paragraph()
    if old is None:
        head.add_run("NEW ")
    if old is not None and new is not None and old.number != new.number:
        head.add_run("ARTICLE ")
        _marked(head, old.number, Mark.DELETED)
        _marked(head, new.number, Mark.INSERTED)
        head.add_run(f" – {new.title}")
    else:
        run = head.add_run(f"ARTICLE {shown.number} – {shown.title}" + ("  TA 3/2/27" if remark else ""))
        run.font.strike = new is None
    before = plain(old.blocks) if old else ()
    after = plain(new.blocks) if new else ()
    left_out = False
    for block in compare(before, after).blocks:
        if gaps and all(run.mark is Mark.SAME for run in block.all_runs) and not _opens(old, block.old_index):
            left_out = True
            continue
        if left_out:
            document.add_paragraph("* * *")
            left_out = False
        _typed(document, block)
    if left_out:
        document.add_paragraph("* * *")


def _typed(document: Document, block: MarkedBlock) -> None:
    if not block.rows:
        line = document.add_paragraph()
        for piece in block.runs:
            _marked(line, piece.text, piece.mark)
        return
    table = document.add_table(len(block.rows), max(map(len, block.rows)))
    for row, cells in enumerate(block.rows):
        for column, cell in enumerate(cells):
            for piece in cell:
                _marked(table.cell(row, column).paragraphs[0], piece.text, piece.mark)


def _opens(old: Article | None, index: int | None) -> bool:
    return old is not None and index is not None and bool(old.blocks[index].section)


def _marked(line: Paragraph, text: str, mark: Mark) -> None:
    run = line.add_run(text)
    if mark is Mark.DELETED:
        run.font.strike = True
    elif mark is Mark.INSERTED:
        run.bold = run.underline = True


def as_pdf(path: Path) -> Path | None:
    """The same paper printed by an office program; None where there is none."""
    office = shutil.which("soffice")
    if office is None:
        return None
    profile = path.parent / "office"
    command = [office, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run([*command, str(path.parent), str(path)], check=True, capture_output=True)
    return path.with_suffix(".pdf")
