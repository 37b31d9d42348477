"""New negotiation: choose a contract, look its outline over, say who we are, make the book."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog, QWidget

from tablebook import paths
from tablebook.errors import UserError
from tablebook.ui.folders import ask_file

if TYPE_CHECKING:
    from tablebook.documents.reading import Reading
    from tablebook.ui.main_window import MainWindow
    from tablebook.ui.outline.reading_page import ReadingPage
    from tablebook.ui.outline.remembered import Remembered
    from tablebook.ui.outline.review import Review

FILES = "Contracts (*.docx *.pdf *.txt *.md *.markdown);;All files (*)"
DOUBTS = "reading-doubts"
"""The key in the plan under which the doubts that were left open are kept."""


def show(window: MainWindow, path: Path | None = None) -> object:
    """Choose a file, or take the one that was dropped, and read it."""
    if path is None:
        path = ask_file(window, "The contract in force", FILES)
        if path is None:
            return None
    return NewNegotiation(window, path)


class NewNegotiation:
    """The two pages of one new negotiation, over whatever the window showed before."""

    def __init__(self, window: MainWindow, path: Path) -> None:
        from tablebook.ui.outline.reading_page import ReadingPage

        self.window, self.path = window, path
        _put_away_older(window)
        self.before = window.pages.currentWidget() or window.workspace
        self.page: ReadingPage | Review = ReadingPage(path)
        self.remembered: Remembered
        self.page.read.connect(self._review)
        self.page.stopped.connect(self.leave)
        self.page.other_asked.connect(self._other)
        self._turn_to(self.page)
        self.page.start()

    def _turn_to(self, page: QWidget) -> None:
        page.setProperty("new_negotiation", self)
        self.window.pages.addWidget(page)
        self.window.pages.setCurrentWidget(page)

    def _review(self, reading: Reading) -> None:
        from tablebook.jobs.keep_corrections import KeptCorrections
        from tablebook.ui.outline.remembered import Remembered
        from tablebook.ui.outline.review import Review

        old: Any = self.page
        review = Review(reading, self.path)
        self.remembered = Remembered(review, KeptCorrections(old.digest, self.path.name), self.window.bridge.clock)
        review.made.connect(self._ask_name)
        review.left.connect(self.leave)
        review.other_asked.connect(self._other)
        review.private_asked.connect(lambda: self.window.acts.run("private"))
        self.page = review
        self._turn_to(review)
        _drop(self.window, old)
        review.start()

    def _other(self) -> None:
        self.leave()
        show(self.window)

    def leave(self) -> None:
        """Back to what was shown before; nothing was made."""
        self.window.pages.setCurrentWidget(self.before)
        _drop(self.window, self.page)

    # Making

    def _ask_name(self) -> None:
        review: Any = self.page
        folder = paths.books_folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            review.who.say(f"The folder {folder} cannot be made: {error.strerror}.", wrong=True)
        start = folder / f"{_stem(review.who.union.text(), review.who.term.text())}.tablebook"
        name, _ = QFileDialog.getSaveFileName(
            self.window, "Make the book", str(start), "Bargaining books (*.tablebook)",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if name:
            self._make(Path(name if name.endswith(".tablebook") else f"{name}.tablebook"))

    def _make(self, target: Path) -> None:
        review: Any = self.page
        who, stand, clock = review.who, review.stand, self.window.bridge.clock
        said = (who.union.text(), who.employer.text(), who.side.value, who.kind.value, who.term.text().strip())
        doubts = [
            {"code": one.code, "message": one.message, "page": one.page, "article": one.article_key}
            for one in stand.doubts
        ]
        contract, source = stand.reading.contract, self.path
        who.make.set_working("Making the book")

        def made(_: object) -> None:
            self.remembered.forget()
            who.make.set_working("")
            self.window.open_book(target)
            _drop(self.window, review)

        def failed(error: UserError) -> None:
            who.make.set_working("")
            who.say(str(error), wrong=True)

        self.window.bridge.aside(
            lambda: _make_book(target, contract, said, clock, source, doubts), then=made, failed=failed
        )


def _make_book(
    target: Path, contract: Any, said: tuple[str, ...], clock: Any, source: Path, doubts: list[dict[str, Any]]
) -> None:
    from tablebook.domain.codes import Party
    from tablebook.ids import SystemIds, installation_id
    from tablebook.jobs.new_book import Who, make_book

    ids = SystemIds()
    origin = installation_id(paths.rescue_folder() / "installation", ids)
    who = Who(said[0], said[1], Party(said[2]), said[3], said[4])
    book = make_book(target, contract, who, clock=clock, ids=ids, origin=origin, source=source)
    try:
        if doubts:
            book.plan.put(DOUBTS, doubts)
    finally:
        book.close()


def _stem(union: str, term: str) -> str:
    """A file's name from names and term, without what a disk does not take."""
    words = re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", f"{union} {term}")
    return " ".join(words.split())[:80].rstrip(". ") or "New negotiation"


def _put_away_older(window: MainWindow) -> None:
    for at in reversed(range(window.pages.count())):
        page = window.pages.widget(at)
        if page is not None and page.property("new_negotiation") is not None:
            _drop(window, page)


def _drop(window: MainWindow, page: QWidget) -> None:
    window.pages.removeWidget(page)
    page.hide()
    page.deleteLater()
