"""PDF files as lines. Read foreign files in the worker only: the library is not safe against every broken file."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from tablebook.documents.columns import gutters, measured
from tablebook.documents.lines import Line, Source
from tablebook.documents.pdf_layout import page_lines, rows_of_words, without_margin_numbers
from tablebook.documents.pdf_words import Fonts, page_words
from tablebook.documents.words import Rows, Word
from tablebook.errors import UserError

MOST_PAGES = 2000


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
    document = opened_pdf(data, name)
    fonts = Fonts()
    pages: list[Rows] = []
    empty: list[int] = []
    notes: list[tuple[str, int | None, str]] = []
    count = len(document)
    for index in range(count):
        try:
            page = document[index]
            words = _words(page, fonts)
        except pdfium.PdfiumError:
            notes.append(("page-damaged", index + 1, f"Page {index + 1} is damaged. What stands there was not read."))
            pages.append([])
            continue
        if not words and _has_picture(page):
            empty.append(index + 1)
        elif len(words) < 80 and _large_picture(page):
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
    lines: list[Line] = []
    for number, (rows, gutter) in enumerate(zip(pages, gutters(pages, scale), strict=True), 1):
        lines += page_lines(rows, number, scale, gutter)
    return Source(tuple(lines), count, tuple(empty), tuple(notes))


def _words(page: pdfium.PdfPage, fonts: Fonts) -> list[Word]:
    textpage = page.get_textpage()
    width, height = page.get_size()
    words = page_words(textpage.raw, width, height, page.get_rotation(), fonts)
    textpage.close()
    return words


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


def picture(data: bytes, name: str, page: int, width: int) -> bytes:
    """One page as a PNG of the given width in pixels."""
    from io import BytesIO

    document = opened_pdf(data, name)
    if not 1 <= page <= len(document):
        raise UserError(f"{name} has no page {page}.", f"It has {len(document)} pages.", "Choose one of these.")
    stream = BytesIO()
    try:
        sheet = document[page - 1]
        bitmap = sheet.render(scale=max(16, min(width, 4000)) / max(1.0, sheet.get_width()))
        bitmap.to_pil().save(stream, format="PNG")
    except (pdfium.PdfiumError, ValueError) as error:
        raise UserError(
            f"Page {page} of {name} cannot be shown.", "It is damaged or has no usual size.", "Open it in a PDF viewer."
        ) from error
    return stream.getvalue()
