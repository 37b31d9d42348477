"""The door for papers: a file's path in, a reading out. Call these in the worker for files that others wrote."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tablebook.documents.contract import outline
from tablebook.documents.contract.contents import split_contents
from tablebook.documents.contract.furniture import without_furniture
from tablebook.documents.file_kinds import FileKind, opened
from tablebook.documents.lines import Source
from tablebook.documents.reading import NoArticles, NoText, Reading, Warning_
from tablebook.domain.contract import UnitKind
from tablebook.domain.text import Document

Progress = "Callable[[int, int], None]"


def read_source(path: Path, progress: Any = None) -> Source:
    """The lines of a file, whatever its kind. UserError says what is wrong with it."""
    kind, data = opened(path)
    if kind is FileKind.DOCX:
        from tablebook.documents.word.lines import read_docx

        return read_docx(data, path.name)
    if kind is FileKind.PDF:
        from tablebook.documents.pdf.pages import read_pdf

        return read_pdf(data, path.name, progress)
    if kind is FileKind.MARKDOWN:
        from tablebook.documents.markdown import read_markdown

        return read_markdown(data)
    from tablebook.documents.plain import read_plain

    return read_plain(data)


def read_contract(path: Path, progress: Any = None) -> Reading:
    """The contract in a file: its articles, appendices and memoranda with their sections, and the doubts about them."""
    source = read_source(path, progress)
    refuse_without_text(source, path.name)
    reading = outline.build(source, path.name)
    if not any(article.kind is not UnitKind.PREAMBLE for article in reading.articles):
        raise NoArticles(
            f"No articles were found in {path.name}.",
            "No line reads as the heading of an article, such as “Article 7”, or “7. Class size” in a text that binds.",
            "Choose the file of the whole contract, or number its headings and read it again.",
        )
    return reading


def read_text(path: Path, progress: Any = None) -> Document:
    """Any document as blocks, sections marked where they are found, page furniture left out."""
    return read_text_with_warnings(path, progress)[0]


def read_text_with_warnings(path: Path, progress: Any = None) -> tuple[Document, tuple[Warning_, ...]]:
    """A document and what had to be left out of its clean reading."""
    source = read_source(path, progress)
    refuse_without_text(source, path.name)
    body, _ = without_furniture(source.lines)
    lines, _ = split_contents(body)
    warnings = [Warning_(code, page, message) for code, page, message in source.notes]
    return Document(outline.section_blocks(lines), path.name), tuple(warnings)


def refuse_without_text(source: Source, name: str) -> None:
    """Raise UserError for a file in which nothing can be read."""
    if any(line.said.strip() or line.rows for line in source.lines):
        return
    if source.empty_pages:
        pages = ", ".join(map(str, source.empty_pages[:12])) + (" …" if len(source.empty_pages) > 12 else "")
        raise NoText(
            f"{name} holds pictures and no text.",
            f"Pages without text: {pages}.",
            "Ask for the file it was made from, or have the pages recognised (OCR) and choose the new file.",
        )
    raise NoText(f"{name} holds no text.", "The file is empty.", "Choose another file.")
