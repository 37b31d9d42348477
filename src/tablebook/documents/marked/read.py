"""The door for marked papers: a file's path in, its readings out. Call it in the worker for files that others wrote."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from tablebook.documents.contract.furniture import without_furniture
from tablebook.documents.contract.paragraphs import group, join_runs, right_ends, words_of
from tablebook.documents.file_kinds import FileKind, opened
from tablebook.documents.lines import Line
from tablebook.documents.marked.meaning import read_marked
from tablebook.documents.marked.paper import ReadPaper, SeenBlock, SeenPaper
from tablebook.documents.marked.typed_marks import TypedMarks, typed_marks
from tablebook.documents.read import read_source, refuse_without_text
from tablebook.documents.reading import NoText, Warning_
from tablebook.domain.text import BlockKind, Run
from tablebook.errors import UserError
from tablebook.redline.marks import MarkedBlock, MarkedRun

_NUMBERED = re.compile(
    r"(?:(?i:article|section|appendix)\s+)?\d{1,3}(?:\.\d{1,3})+[.:]?\s+[A-Z]|[A-Z]{4,}\s+[A-Z\d]{1,4}\b"
)
Progress = Callable[[int, int], None]


def read_paper(path: Path, progress: Progress | None = None) -> ReadPaper:
    """A proposal that the other side marked, read. UserError says what is wrong with the file."""
    return read_marked(see_paper(path, progress))


def see_paper(path: Path, progress: Progress | None = None) -> SeenPaper:
    """A paper as it looks, whatever its kind."""
    kind, data = opened(path)
    try:
        seen = _seen_as(kind, data, path, progress)
    except NoText as error:
        raise _without_text(path.name, f"{error.what} {error.why}") from error
    if not any(block.text.strip() for block in seen.blocks):
        raise _without_text(path.name, "There are no words in it.")
    return seen


def _seen_as(kind: FileKind, data: bytes, path: Path, progress: Progress | None) -> SeenPaper:
    if kind is FileKind.DOCX:
        from tablebook.documents.word.marks import read_seen_docx

        return read_seen_docx(data, path.name)
    if kind is FileKind.PDF:
        from tablebook.documents.pdf.marks import read_seen_pdf

        return read_seen_pdf(data, path.name, progress)
    return _plainly_seen(path, kind)


def _plainly_seen(path: Path, kind: FileKind) -> SeenPaper:
    """A text or Markdown file: of its look no more is known than bold, italics and the signs typed around words."""
    source = read_source(path)
    refuse_without_text(source, path.name)
    notes = tuple(Warning_(code, page, message) for code, page, message in source.notes)
    lines = _paragraphs(source.lines)
    texts = _all_words(lines)
    marks = typed_marks(texts, markdown=kind is FileKind.MARKDOWN)
    if not any(map(marks.stand_in, _all_words(lines))):
        lines = source.lines
    blocks = tuple(_seen(line, marks) for line in lines)
    return SeenPaper(path.name, blocks, source.pages, (), (*notes, *marks.lone(texts)))


def _all_words(lines: tuple[Line, ...]) -> list[str]:
    """Each paragraph and each cell of a table."""
    return [*(line.text for line in lines), *(cell for line in lines for row in line.rows for cell in row)]


def _paragraphs(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The rows of a text file as paragraphs, so that what is marked may go on in the next row; page furniture is off,
    as in every text that is read."""
    lines = without_furniture(lines)[0]
    starts = {at for at, line in enumerate(lines) if _NUMBERED.match(line.text)}
    words = words_of(lines)
    found: list[Line] = []
    for start, stop in group(lines, right_ends(lines), starts, 0, len(lines)):
        first = lines[start]
        if stop - start > 1:
            runs = join_runs(lines[start:stop], words)
            first = replace(first, runs=runs, text="".join(run.text for run in runs))
        found.append(first)
    return tuple(found)


def _seen(line: Line, marks: TypedMarks) -> SeenBlock:
    rows = tuple(tuple(tuple(marks.looked((Run(cell),))) for cell in row) for row in line.rows)
    runs = tuple(marks.looked(line.runs or (Run(line.text),)))
    kind = BlockKind.TABLE if rows else BlockKind.HEADING if line.depth else BlockKind.PARAGRAPH
    return SeenBlock(
        () if rows else runs, kind, line.label, level=line.depth or line.level, rows=rows, page=line.page,
        source=line.source, centred=line.centred,
    )  # fmt: skip


def _without_text(name: str, why: str) -> UserError:
    return UserError(
        f"No text was found in {name}.",
        why,
        "Keep the file as an attachment and type its text beside it, or ask for the file it was made from.",
    )


def paper_json(paper: ReadPaper) -> dict[str, Any]:
    """A read paper as the command line prints it."""
    return {
        "header": [line.text for line in paper.header],
        "party": paper.party or None,
        "passes": [
            {"text": line.text, "party": line.party or None, "label": line.label, "date": line.date, "time": line.time}
            for line in paper.header
            if line.party or line.date or line.time
        ],
        "articles": list(paper.articles),
        "keys": [
            {
                "marking": key.name,
                "meaning": str(key.meaning),
                "why": key.why,
                "reason": key.reason,
                "party": key.party or None,
                "words": key.words,
            }
            for key in paper.keys
        ],
        "blocks": [
            _block_json(block, colours, header=index in paper.above, page=paper.seen.blocks[index].page)
            for index, (block, colours) in enumerate(zip(paper.blocks, paper.colours, strict=True))
            if block.label or any(run.text.strip() for run in block.all_runs)
        ],
        "accepted": paper.accepted_text,
        "rejected": paper.rejected_text,
        "pages": paper.seen.pages,
        "warnings": [{"code": w.code, "page": w.page, "message": w.message} for w in paper.warnings],
    }


def _block_json(block: MarkedBlock, colours: tuple[str, ...], *, header: bool, page: int | None) -> dict[str, Any]:
    """A block with all it prints; a table's cells are parted by tabs, its rows by newlines."""
    runs: list[dict[str, Any]] = []
    marks = {run.mark for run in block.all_runs if run.text.strip()}
    if block.label:
        runs.append(_run_json(f"{block.label} ", str(marks.pop()) if len(marks) == 1 else "same", ""))
    left = iter(colours)
    for row_number, row in enumerate(block.rows or ((block.runs,),)):
        for cell_number, cell in enumerate(row):
            if row_number or cell_number:
                runs.append(_run_json("\t" if cell_number else "\n", "same", ""))
            runs += [_run_json(run.text, str(run.mark), next(left), neither=_in_neither(run)) for run in cell]
    text = "".join(run["text"] for run in runs)
    return {"text": text, "runs": runs, "label": block.label, "header": header, "page": page}


def _in_neither(run: MarkedRun) -> bool:
    """Whether words were put in and struck again, so that neither clean text has them."""
    return run.writer is not None and run.striker is not None


def _run_json(text: str, mark: str, colour: str, *, neither: bool = False) -> dict[str, Any]:
    run: dict[str, Any] = {"text": text, "mark": mark, "colour": colour or None}
    return {**run, "neither": True} if neither else run
