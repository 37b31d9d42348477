"""The file's own pages, brought off the window's thread: a picture for each page of a PDF, else the file's lines."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from tablebook.documents.contract.places import Printed
from tablebook.documents.sheets import FileLine
from tablebook.ui.dialogs.latest import Latest
from tablebook.ui.outline.lines_paper import LinesPaper
from tablebook.ui.outline.paper import Paper, PicturePaper
from tablebook.ui.outline.wishes import Wish

MOST_PIXELS = 30_000_000
"""Pages keep their pictures up to so many pixels in all, some 120 MB."""
BEFORE, AROUND, LONGEST_PAGE = 12, 56, 400
"""Lines shown before a place and in all, where the file has no pages; a page of more lines counts as none."""


class PageFile(QObject):
    """`came` says that what was asked for can be had now; `failed` what is wrong with the file."""

    came = Signal()
    failed = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._cancel = threading.Event()
        self._latest = Latest(20, self)
        self._latest.ready.connect(self._take)
        self._latest.failed.connect(lambda error: self.failed.emit(str(error)))

    @property
    def busy(self) -> bool:
        """Whether something is still to come."""
        return self._latest.busy

    def stop(self) -> None:
        """Give up what is under way, before the window goes."""
        self._cancel.set()
        self._latest.wait()

    def _ask(self, work: Callable[[threading.Event], Any]) -> None:
        self._cancel.set()  # a page that nobody waits for any longer is not painted to its end
        cancel = self._cancel = threading.Event()
        self._latest.ask(lambda: work(cancel))

    def _take(self, answer: Any) -> None:
        raise NotImplementedError


class PictureFile(PageFile):
    """A PDF. One picture is kept for each page, the finest that was asked for last."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(path, parent)
        self._kept: OrderedDict[int, tuple[int, PicturePaper]] = OrderedDict()

    def paper(self, page: int, width: int) -> PicturePaper | None:
        """The page if it is here, at whatever width; one of the width asked for comes if it is not."""
        kept = self._kept.get(page)
        if kept is None or kept[0] != width:
            self._ask(lambda cancel: (page, width, _sheet(self.path, page, width, cancel)))
        elif kept is not None:
            self._cancel.set()
            self._latest.drop()
        if kept is None:
            return None
        self._kept.move_to_end(page)
        return kept[1]

    def ahead(self, pages: Sequence[int], width: int) -> None:
        """Bring a page that will be wanted soon, while there is nothing else to do."""
        missing = next((page for page in pages if page not in self._kept), None)
        if missing is not None:
            self._ask(lambda cancel: (missing, width, _sheet(self.path, missing, width, cancel)))

    def _take(self, answer: Any) -> None:
        page, width, sheet = answer
        self._kept[page] = (width, PicturePaper(sheet))
        self._kept.move_to_end(page)
        while len(self._kept) > 1 and sum(paper.pixels for _, paper in self._kept.values()) > MOST_PIXELS:
            self._kept.popitem(last=False)
        self.came.emit()


class LinesFile(PageFile):
    """Any other file: all its lines, read once."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(path, parent)
        self.lines: tuple[FileLine, ...] | None = None
        self.printed = Printed([])
        self._pages: dict[int, range] = {}
        self._paper: tuple[range, Paper] | None = None
        self._sources: dict[int, int] = {}
        self._places: dict[Wish, range | None] = {}

    def want(self) -> bool:
        """Whether the lines are here; else they come."""
        if self.lines is None and not self.busy:
            self._ask(lambda cancel: _lines(self.path, cancel))
        return self.lines is not None

    def _take(self, answer: Any) -> None:
        self.lines = answer
        self.printed = Printed([line.words for line in answer])
        self._pages = _pages_of(answer)
        self._sources = {line.source: at for at, line in reversed(list(enumerate(answer))) if line.source >= 0}
        self.came.emit()

    @property
    def pages(self) -> int:
        """How many pages the file says it has; 0 where it has none."""
        return len(self._pages)

    def place(self, wish: Wish) -> range | None:
        """The lines of a place: by their position in the file where that is known, else by their words."""
        if wish not in self._places:  # asked of every doubt at every key
            self._places[wish] = self._place(wish)
        return self._places[wish]

    def _place(self, wish: Wish) -> range | None:
        if (at := self._sources.get(wish.source)) is not None:
            return range(at, at + 1)
        found = wish.found(self.printed, whole_file=True)
        page = self._pages.get(wish.page or 0)
        return found if found is not None or page is None else range(page.start, page.start)

    def span(self, at: int) -> range:
        """The lines that are shown together with line ``at``: its page, or those around it."""
        lines = self.lines or ()
        for page in self._pages.values():
            if at in page:
                return page
        start = max(0, min(at - BEFORE, len(lines) - AROUND))
        return range(start, min(len(lines), start + AROUND))

    def turned(self, span: range, by: int) -> range:
        """The next lines, or those before."""
        if self._pages:
            at = span.stop if by > 0 else span.start - 1
            return self.span(at) if 0 <= at < len(self.lines or ()) else span
        return self.span(max(0, span.start + BEFORE + by * (AROUND - BEFORE)))

    def page_of(self, span: range) -> int:
        """The number of the page that these lines are; 0 where the file has no pages."""
        return next((number for number, page in self._pages.items() if page == span), 0)

    def paper(self, span: range) -> Paper:
        """These lines as a sheet."""
        if self._paper is None or self._paper[0] != span:
            self._paper = span, LinesPaper((self.lines or ())[span.start : span.stop])
        return self._paper[1]


def _pages_of(lines: Sequence[FileLine]) -> dict[int, range]:
    """Page number to its lines; empty where the file has no pages, or pages too long to be any."""
    pages: dict[int, range] = {}
    for at, line in enumerate(lines):
        if line.page is None:
            return {}
        start = pages[line.page].start if line.page in pages else at
        pages[line.page] = range(start, at + 1)
    return pages if all(len(page) <= LONGEST_PAGE for page in pages.values()) else {}


def _sheet(path: Path, page: int, width: int, cancel: threading.Event) -> Any:
    from tablebook.documents.foreign import page_sheet

    return page_sheet(path, page, width, cancel)


def _lines(path: Path, cancel: threading.Event) -> Any:
    from tablebook.documents.foreign import file_lines

    return file_lines(path, cancel)
