"""Invented contracts in many shapes come in with the right outline, whatever file they are printed to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tablebook.documents.read import read_contract
from tablebook.domain.contract import UnitKind
from tests.unit.documents.invented import SHAPES, Part, Shape, invented
from tests.unit.documents.printed import as_markdown, as_pdf, as_text, as_word

Printer = Callable[[list[Part], Shape, Path], Path]

PRINTERS: dict[str, Printer] = {
    "paged text": lambda parts, shape, folder: as_text(parts, shape, folder / "c.txt"),
    "flat text": lambda parts, shape, folder: as_text(parts, shape, folder / "c.txt", paged=False),
    "markdown": lambda parts, shape, folder: as_markdown(parts, shape, folder / "c.md"),
    "styled word": lambda parts, shape, folder: as_word(parts, shape, folder / "c.docx", styled=True),
    "plain word": lambda parts, shape, folder: as_word(parts, shape, folder / "c.docx", styled=False),
    "pdf": lambda parts, shape, folder: as_pdf(parts, shape, folder / "c.pdf"),
    "pdf in two columns": lambda parts, shape, folder: as_pdf(parts, shape, folder / "c.pdf", columns=2),
    "pdf with line numbers": lambda parts, shape, folder: as_pdf(parts, shape, folder / "c.pdf", numbered=True),
}


def outline(path: Path) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    reading = read_contract(path)
    articles = [article for article in reading.articles if article.kind is UnitKind.ARTICLE]
    sections = [(section.number, section.title) for article in articles for section in article.sections]
    return [(article.number.removesuffix(".0"), article.title) for article in articles], sections


# Making Word and PDF files takes long; these shapes differ most there.
ON_PAPER = ("keyword roman below", "bare number", "section titled", "no keyword")


@pytest.mark.parametrize("printer", PRINTERS, ids=lambda name: name.replace(" ", "-"))
@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name.replace(" ", "-"))
def test_outline_is_found(shape: Shape, printer: str, tmp_path: Path) -> None:
    on_paper = "pdf" in printer or "styled" in printer
    if on_paper and shape.name not in ON_PAPER:
        printer = "flat text"
    parts = invented(shape, seed=SHAPES.index(shape) + (50 if on_paper else 1))
    articles, sections = outline(PRINTERS[printer](parts, shape, tmp_path))
    numbered = "{n}" in shape.article
    assert articles == [(part.number if numbered else "", part.title) for part in parts]
    assert sections == [(number, title) for part in parts for _, number, title, _ in part.sections]


@pytest.mark.parametrize("printer", PRINTERS, ids=lambda name: name.replace(" ", "-"))
def test_no_word_is_lost(printer: str, tmp_path: Path) -> None:
    shape = SHAPES[4]
    parts = invented(shape, seed=40)
    reading = read_contract(PRINTERS[printer](parts, shape, tmp_path))
    read = " ".join(block.text for _, _, block in reading.blocks).split()
    wanted = " ".join(f"{title} {text}" for part in parts for _, _, title, text in part.sections).split()
    assert read == wanted
