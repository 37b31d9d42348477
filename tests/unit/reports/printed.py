"""Papers printed into memory and read back with another library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from io import BytesIO
from typing import Any

import pypdfium2
from pypdf import PdfReader

from tablebook.domain.text import Block
from tablebook.redline.marks import MarkedBlock
from tablebook.reports import minutes, proposal, redline_paper, ta_sheet, ta_summary
from tablebook.reports.sheets import (
    JointMinutesSheet,
    MinutesSheet,
    ProposalSheet,
    RedlineSheet,
    Sheet,
    TaSheet,
    TaSummarySheet,
)

WRITERS = {
    ProposalSheet: proposal.write,
    TaSheet: ta_sheet.write,
    TaSummarySheet: ta_summary.write,
    MinutesSheet: minutes.write,
    JointMinutesSheet: minutes.write,
    RedlineSheet: redline_paper.write,
}


def pdf(sheet: Sheet, **settings: Any) -> bytes:
    buffer = BytesIO()
    WRITERS[type(sheet)](sheet, buffer, **settings)
    return buffer.getvalue()


def pages(data: bytes) -> list[str]:
    """The words of each page, one printed line a line (without the space that parts it from the next)."""
    document = pypdfium2.PdfDocument(data)
    try:
        texts = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return ["\n".join(line.rstrip() for line in text.split("\r\n")) for text in texts]


def words(data: bytes) -> str:
    """All words of all pages in one line."""
    return " ".join(" ".join(pages(data)).split())


@dataclass(frozen=True)
class Drawn:
    """A line on a page: where, how thick, and its red, green and blue."""

    x0: float
    y0: float
    x1: float
    y1: float
    colour: tuple[int, int, int]


def drawn_lines(data: bytes, page: int = 0) -> list[Drawn]:
    """Every stroked path of a page."""
    import ctypes

    import pypdfium2.raw as raw

    document = pypdfium2.PdfDocument(data)
    found = []
    for thing in document[page].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        parts = [ctypes.c_uint() for _ in range(4)]
        raw.FPDFPageObj_GetStrokeColor(thing.raw, *parts)
        red, green, blue = (part.value for part in parts[:3])
        found.append(Drawn(*thing.get_bounds(), (red, green, blue)))
    return found


def text_colours(data: bytes, page: int = 0) -> set[tuple[int, int, int]]:
    """The colours words are printed in."""
    import ctypes

    import pypdfium2.raw as raw

    document = pypdfium2.PdfDocument(data)
    found = set()
    for thing in document[page].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        parts = [ctypes.c_uint() for _ in range(4)]
        raw.FPDFPageObj_GetFillColor(thing.raw, *parts)
        found.add((parts[0].value, parts[1].value, parts[2].value))
    return found


def fonts(data: bytes) -> dict[str, bool]:
    """Name of each typeface and whether its outlines are in the file."""
    found: dict[str, bool] = {}
    for page in PdfReader(BytesIO(data)).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            descriptor = font.get_object().get("/FontDescriptor")
            found[str(font.get_object()["/BaseFont"])] = descriptor is not None and "/FontFile2" in descriptor
    return found


def filled(thing: Any, counter: Iterator[int], skip: frozenset[str]) -> Any:
    """The same sheet with every field of words set to a word of its own, so that a field that is not printed shows."""
    if isinstance(thing, tuple):
        return tuple(filled(part, counter, skip) for part in thing)
    if isinstance(thing, str):
        return f"Zq{next(counter)}q"
    if not is_dataclass(thing) or isinstance(thing, type | Block | MarkedBlock):
        return thing
    given = {
        field.name: filled(getattr(thing, field.name), counter, skip)
        for field in fields(thing)
        if field.name not in skip
    }
    return replace(thing, **given)


def markers(thing: Any) -> Iterator[str]:
    """Every word that :func:`filled` put in."""
    if isinstance(thing, tuple):
        for part in thing:
            yield from markers(part)
    elif isinstance(thing, str):
        if thing.startswith("Zq"):
            yield thing
    elif is_dataclass(thing) and not isinstance(thing, type | Block | MarkedBlock):
        for field in fields(thing):
            yield from markers(getattr(thing, field.name))
