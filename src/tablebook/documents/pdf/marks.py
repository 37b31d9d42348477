"""A PDF paper as it looks: every word with the strikes, underlines, colours and fonts that mark it.

Read foreign files in the worker only. Nothing here says what a marking means.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pypdfium2 as pdfium

from tablebook.documents.contract.contents import split_contents
from tablebook.documents.contract.furniture import without_furniture
from tablebook.documents.contract.outline import pages_without_text
from tablebook.documents.marked.paper import SeenPaper
from tablebook.documents.marked.seen_blocks import page_heads, seen_blocks
from tablebook.documents.marked.side_by_side import columns_of
from tablebook.documents.pdf.faces import Faces
from tablebook.documents.pdf.inks import Inker
from tablebook.documents.pdf.letters import Letters
from tablebook.documents.pdf.notes import Notes, notes_on
from tablebook.documents.pdf.pages import fitting_of, opened_pdf, source_of
from tablebook.documents.pdf.paths import Box, Drawing, Matrix, Painter, times
from tablebook.documents.pdf.rules import Page, by_place, mark_boxes, mark_lines, tinted
from tablebook.documents.pdf.words import Fitting, page_words
from tablebook.documents.read import refuse_without_text
from tablebook.documents.reading import Warning_
from tablebook.documents.words import Word
from tablebook.domain.phrases import shorten


def read_seen_pdf(data: bytes, name: str, progress: Callable[[int, int], None] | None = None) -> SeenPaper:
    """The paper in a PDF with the look of all its words. Pages that hold only a picture are named in the warnings."""
    document = opened_pdf(data, name)
    reader = _Reader()
    source = source_of(document, reader.words, progress, columns_of)
    refuse_without_text(source, name)
    body, furniture = without_furniture(source.lines)
    lines, contents = split_contents(body)
    warnings = [Warning_(code, page, message) for code, page, message in source.notes]
    warnings += pages_without_text(source)
    warnings += reader.warnings
    if contents:
        first = contents[0].page
        warnings.append(Warning_("contents-left-out", first, f"The table of contents on page {first} was left out."))
    # The place of each block on the paper tells which old words stand beside which new ones.
    blocks = tuple(replace(block, source=place) for place, block in enumerate(seen_blocks(lines)))
    return SeenPaper(name, blocks, source.pages, page_heads(furniture, lines), tuple(warnings))


class _Reader:
    """Reads page after page; what is common to all of them is asked once."""

    def __init__(self) -> None:
        self._faces = Faces()
        self._painter = Painter()
        self._inker = Inker()
        self._page = 0
        self.warnings: list[Warning_] = []

    def words(self, page: pdfium.PdfPage, number: int) -> list[Word]:
        """The words of the page as they look, those left out that nobody sees."""
        self._page = number
        textpage = page.get_textpage()
        fitting = fitting_of(page)
        shown = shown_matrix(fitting)
        drawing = self._painter.drawing(page.raw, shown)
        self._faces.twice = drawing.twice
        words = page_words(textpage.raw, fitting, self._faces)
        words = [word for word in words if -2 <= word.middle <= fitting.height + 2]
        words = self._visible(words, drawing, fitting.width * fitting.height)
        sheet = Page(words, Letters(textpage.raw, words, self._faces, shown))
        notes = notes_on(page.raw, shown)
        self._links(sheet, notes.links)
        sides = by_place(drawing.uprights)
        mark_lines(sheet, [*drawing.rules, *notes.rules], sides, notes.links)
        mark_boxes(sheet, drawing.boxes, sides)
        for what, box in notes.marks:
            sheet.mark(what, sheet.near(*box[:4]), box.left, box.right, box.top, box.colour)
        self._tell(notes)
        inked = self._inker.inked(sheet)
        textpage.close()
        return inked

    def _links(self, sheet: Page, links: list[Box]) -> None:
        """Notes links, whose colour marks nothing, unless the words around them have the same."""
        for link in links:
            inside = sheet.near(*link[:4])
            around = [index for index in inside for index in (index - 1, index + 1) if index not in inside]
            colours = {self._colour(sheet, index) for index in inside}
            if inside and not colours & {self._colour(sheet, index) for index in around if index < len(sheet.words)}:
                sheet.mark("link", inside, link.left - 3, link.right + 3, link.top, "")

    @staticmethod
    def _colour(sheet: Page, index: int) -> str:
        face = sheet.letters.face(index)
        return face.colour if face is not None else ""

    def _visible(self, words: list[Word], drawing: Drawing, area: float) -> list[Word]:
        """The words that can be seen. Letters without ink over a scan are what a program read in it: they stay."""
        if all(face.painted and tinted(face.colour) for face in self._faces.of_page()):
            return words
        scan = any((box.right - box.left) * (box.bottom - box.top) > 0.2 * area for box in drawing.pictures)
        kept, unseen, recognised = [], [], 0
        for word in words:
            face = self._faces.at(word.at)
            if face is None or (face.painted and tinted(face.colour)) or (face.painted and _backed(word, drawing)):
                kept.append(word)
            elif not face.painted and scan:
                kept.append(word)
                recognised += 1
            else:
                unseen.append(word.text)
        if recognised:
            self._warn(
                "marks-in-picture",
                f"Page {self._page} is a scan. Its words were read, the strikes and lines in the picture were not.",
            )
        if unseen:
            said = f"holds words that nobody can see (“{shorten(' '.join(unseen), 80)}”). They were left out."
            self._warn("unseen-words", f"Page {self._page} {said}")
        return kept

    def _tell(self, notes: Notes) -> None:
        """Says what lies on the page and is no part of its text."""
        if notes.typed:
            said = f"has notes on it (“{shorten('; '.join(notes.typed), 80)}”). They are no part of the text."
            self._warn("notes-on-page", f"Page {self._page} {said}")
        if notes.drawn:
            self._warn("drawn-on-page", f"Page {self._page} has something drawn or stamped on it. It was not read.")

    def _warn(self, code: str, message: str) -> None:
        self.warnings.append(Warning_(code, self._page, message))


def _backed(word: Word, drawing: Drawing) -> bool:
    """Whether white letters stand on a coloured box or a picture."""
    x = (word.left + word.right) / 2
    boxes = (box for box in drawing.boxes if tinted(box.colour))
    return any(box.holds(x, word.middle) for box in (*boxes, *drawing.pictures))


def shown_matrix(fitting: Fitting) -> Matrix:
    """What turns a page's own coordinates into those of the page as shown, origin at the top left."""
    width, height, rotation, x, y = fitting
    matrices: dict[int, Matrix] = {
        0: (1, 0, 0, -1, 0, height),
        90: (0, 1, 1, 0, 0, 0),
        180: (-1, 0, 0, 1, width, 0),
        270: (0, -1, -1, 0, width, height),
    }
    return times((1, 0, 0, 1, -x, -y), matrices[rotation])
