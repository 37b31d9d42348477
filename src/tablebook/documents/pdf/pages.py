"""PDF files as lines. Read foreign files in the worker only: the library is not safe against every broken file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from tablebook.documents.columns import gutters, measured, measured_step
from tablebook.documents.lines import Source
from tablebook.documents.pdf.beside import Heads, page_lines_beside
from tablebook.documents.pdf.frame import framed
from tablebook.documents.pdf.layout import rows_of_words, without_margin_numbers
from tablebook.documents.pdf.words import Fitting, Fonts, page_words
from tablebook.documents.sheets import PageSheet, PlacedWord
from tablebook.documents.words import Rows, Word
from tablebook.errors import UserError

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PAGES = 2000
MOST_PIXELS = 24_000_000
"""Of a page's picture: a strip of a page would else be painted as tall as a house."""


def opened_pdf(data: bytes, name: str) -> pdfium.PdfDocument:
    """The document, or UserError for a password, a damaged file or too many pages."""
    try:
        document = pdfium.PdfDocument(data)
        pages = len(document)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
            raise UserError(
                f"{name} is protected by a password.",
                "It opens only with its password.",
                "Open it in a PDF viewer, print it to a new PDF without a password, and choose that file.",
            ) from error
        raise UserError(f"{name} is damaged.", "It cannot be opened as a PDF.", "Ask for the file again.") from error
    if pages > MOST_PAGES:
        raise UserError(
            f"{name} has {pages:,} pages.",
            f"At most {MOST_PAGES:,} are read.",
            "Choose a file with the contract alone.",
        )
    return document


def read_pdf(data: bytes, name: str, progress: Callable[[int, int], None] | None = None) -> Source:
    """The lines of a PDF with text. Pages that hold only a picture are named."""
    fonts, document = Fonts(), opened_pdf(data, name)
    step = measured_step(len(document))  # of a long one these pages tell the measures, and need every word for it
    ours = document.get_metadata_value("Creator") == "Tablebook"
    heights = [document.get_page_size(index)[1] for index in range(len(document))] if ours else []
    source = source_of(document, lambda page, number: _words(page, fonts, (number - 1) % step > 0), progress)
    return replace(source, lines=framed(source.lines, heights)) if ours else source


def source_of(
    document: pdfium.PdfDocument,
    words_of: Callable[[pdfium.PdfPage, int], list[Word]],
    progress: Callable[[int, int], None] | None = None,
    is_head: Heads | None = None,
) -> Source:
    """The lines of a document's pages, whose words ``words_of`` reads of a page and its number. It is closed.
    ``is_head`` knows the heads of a table that sets two languages side by side."""
    pages: list[Rows] = []
    empty: list[int] = []
    notes: list[tuple[str, int | None, str]] = []
    count = len(document)
    for index in range(count):
        try:
            page = document[index]
            words = words_of(page, index + 1)
        except pdfium.PdfiumError:
            notes.append(("page-damaged", index + 1, f"Page {index + 1} is damaged. What stands there was not read."))
            pages.append([])
            continue
        if not words and _has_picture(page):
            empty.append(index + 1)
        elif len(words) < 80 and sum(word.text.count(" ") + 1 for word in words) < 80 and _large_picture(page):
            notes.append(
                ("picture-on-page", index + 1, f"Page {index + 1} holds a picture. What it shows was not read.")
            )
        pages.append(rows_of_words(words))
        page.close()
        if progress is not None:
            progress(index + 1, count)
    document.close()
    pages = without_margin_numbers(pages)
    scale = measured(pages)
    lines = [line for page in page_lines_beside(pages, scale, gutters(pages, scale), is_head) for line in page]
    return Source(tuple(lines), count, tuple(empty), tuple(notes))


def _words(page: pdfium.PdfPage, fonts: Fonts, whole_lines: bool = False) -> list[Word]:
    textpage = page.get_textpage()
    fitting = fitting_of(page)
    words = page_words(textpage.raw, fitting, fonts, whole_lines)
    textpage.close()
    return words


def fitting_of(page: pdfium.PdfPage) -> Fitting:
    """How a page is shown."""
    left, bottom, _, _ = page.get_bbox()
    width, height = page.get_size()
    return Fitting(width, height, page.get_rotation(), left, bottom)


def _has_picture(page: pdfium.PdfPage) -> bool:
    """Whether anything is painted on a page without text."""
    return next(iter(page.get_objects(max_depth=1)), None) is not None


def _large_picture(page: pdfium.PdfPage) -> bool:
    """Whether a picture covers a fifth of the page and more."""
    width, height = page.get_size()
    for image in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = image.get_bounds()
        if (right - left) * (top - bottom) > 0.2 * width * height:
            return True
    return False


def grey_page(document: pdfium.PdfDocument, page: int, dots: int, most_pixels: int) -> Image | None:
    """A page, counted from 1, in grey and so many dots an inch, or fewer where it would be too large. None where it
    is damaged."""
    try:
        sheet = document[page - 1]
        across, down = sheet.get_size()
        scale = min(dots / 72, (most_pixels / max(1.0, across * down)) ** 0.5)
        picture: Image = sheet.render(scale=scale, grayscale=True).to_pil().convert("L")
        sheet.close()
    except (pdfium.PdfiumError, ValueError):
        return None
    return picture


def page_sheet(data: bytes, name: str, page: int, width: int) -> PageSheet:
    """One page as a PNG of the given width in pixels, with the words on it and their places."""
    from io import BytesIO

    document = opened_pdf(data, name)
    if not 1 <= page <= len(document):
        raise UserError(f"{name} has no page {page}.", f"It has {len(document)} pages.", "Choose one of these.")
    try:
        sheet = document[page - 1]
        across, down = sheet.get_size()
        scale = max(16, min(width, 4000)) / max(1.0, across)
        scale = min(scale, (MOST_PIXELS / max(1.0, across * down)) ** 0.5)
        picture = sheet.render(scale=scale).to_pil()
    except (pdfium.PdfiumError, ValueError) as error:
        raise UserError(
            f"Page {page} of {name} cannot be shown.", "It is damaged or has no usual size.", "Open it in a PDF viewer."
        ) from error
    stream = BytesIO()
    picture.save(stream, format="PNG", compress_level=1)  # it goes through a pipe, not to a disk
    words = tuple(PlacedWord(w.text, w.left, w.top, w.right, w.bottom) for w in _words(sheet, Fonts()))
    return PageSheet(stream.getvalue(), across, down, words)
