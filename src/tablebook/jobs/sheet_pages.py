"""The page of the signed sheet that each change of a TA stands on: the sheet is printed again as it was, and read."""

from __future__ import annotations

from dataclasses import replace

from tablebook.book.book import Book
from tablebook.documents.pdf.pages import read_pdf
from tablebook.domain.negotiation import Agreement
from tablebook.domain.text import Block, paragraph
from tablebook.jobs.print_paper import paper_bytes
from tablebook.jobs.prove import signed_text
from tablebook.jobs.sheets.agreement import ta_sheet
from tablebook.proof.lines import Place
from tablebook.proof.results import Trace
from tablebook.proof.sheet_text import pages_of


def with_sheet_pages(book: Book, traces: tuple[Trace, ...]) -> tuple[Trace, ...]:
    """The rows of the table, each with the page of its TA's sheet."""
    state = book.negotiation
    labels = dict.fromkeys(one.source.ta for one in traces if one.source)
    pages = {label: _pages(book, state.agreements[label]) for label in labels}
    found = []
    for one in traces:
        page = pages[one.source.ta].get((one.place.unit, one.place.section)) if one.source else None
        found.append(replace(one, source=replace(one.source, page=page)) if one.source and page else one)
    return tuple(found)


def _pages(book: Book, agreement: Agreement) -> dict[tuple[str, str], int]:
    """The page that each place of a TA begins on, by unit and section."""
    text = signed_text(book.negotiation, agreement)
    sheet = ta_sheet(book.negotiation, agreement.body, book.clock.now(), agreement)
    lines = read_pdf(paper_bytes(sheet), agreement.body.label).lines
    blocks: list[Block] = [replace(paragraph(line.said), page=line.page) for line in lines]
    return {_key(place): page for place, page in pages_of(blocks, text).items()}


def _key(place: Place) -> tuple[str, str]:
    return place.unit, place.section
