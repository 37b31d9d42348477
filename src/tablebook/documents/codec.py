"""Readings and documents as plain JSON values, to cross from the worker to the program."""

from __future__ import annotations

from dataclasses import astuple
from typing import Any

from tablebook.documents.reading import Doubt, Reading, Warning_
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.text import Block, BlockKind, Document, Run

Plain = Any


def block_to_plain(block: Block) -> Plain:
    """A block as a list: kind, label, runs, section, level, rows, page, source."""
    runs = [[run.text, run.bold, run.italic] for run in block.runs]
    rows = [list(row) for row in block.rows]
    return [str(block.kind), block.label, runs, block.section, block.level, rows, block.page, block.source]


def block_from_plain(plain: Plain) -> Block:
    """The inverse of :func:`block_to_plain`."""
    kind, label, runs, section, level, rows, page, source = plain
    return Block(
        BlockKind(kind),
        label,
        tuple(Run(text, bold, italic) for text, bold, italic in runs),
        section,
        level,
        tuple(tuple(row) for row in rows),
        page,
        source,
    )


def article_to_plain(article: Article) -> Plain:
    """An article as a list: kind, number, title, blocks, page, what it is called."""
    blocks = [block_to_plain(block) for block in article.blocks]
    return [str(article.kind), article.number, article.title, blocks, article.page, article.called]


def article_from_plain(plain: Plain) -> Article:
    """The inverse of :func:`article_to_plain`."""
    kind, number, title, blocks, page, called = plain
    return Article(UnitKind(kind), number, title, tuple(map(block_from_plain, blocks)), page, called)


def contract_to_plain(contract: Contract) -> Plain:
    """A contract as its title and its articles."""
    return [contract.title, [article_to_plain(article) for article in contract.articles]]


def contract_from_plain(plain: Plain) -> Contract:
    """The inverse of :func:`contract_to_plain`."""
    title, articles = plain
    return Contract(title, tuple(map(article_from_plain, articles)))


def warning_from_plain(plain: Plain) -> Warning_:
    """A warning from the list of its fields."""
    code, page, message, words, pages = plain
    return Warning_(code, page, message, words, tuple(pages))


def reading_to_plain(reading: Reading) -> Plain:
    """A reading as an object of plain values."""
    return {
        "contract": contract_to_plain(reading.contract),
        "pages": reading.pages,
        "doubts": [list(astuple(doubt)) for doubt in reading.doubts],
        "warnings": [list(astuple(warning)) for warning in reading.warnings],
        "name": reading.name,
        "front": [block_to_plain(block) for block in reading.front],
        "contents": list(reading.contents),
    }


def reading_from_plain(plain: Plain) -> Reading:
    """The inverse of :func:`reading_to_plain`."""
    return Reading(
        contract_from_plain(plain["contract"]),
        plain["pages"],
        tuple(Doubt(*doubt) for doubt in plain["doubts"]),
        tuple(map(warning_from_plain, plain["warnings"])),
        plain["name"],
        tuple(map(block_from_plain, plain["front"])),
        tuple(plain["contents"]),
    )


def document_to_plain(document: Document, warnings: tuple[Warning_, ...] = ()) -> Plain:
    """A document with the warnings of its reading."""
    return {
        "blocks": [block_to_plain(block) for block in document.blocks],
        "name": document.name,
        "warnings": [list(astuple(warning)) for warning in warnings],
    }


def document_from_plain(plain: Plain) -> tuple[Document, tuple[Warning_, ...]]:
    """The inverse of :func:`document_to_plain`."""
    document = Document(tuple(map(block_from_plain, plain["blocks"])), plain["name"])
    return document, tuple(map(warning_from_plain, plain["warnings"]))
