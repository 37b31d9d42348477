"""The signed paper of a TA as it was kept: its pages as pictures, its name, and the fingerprint of its bytes."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.errors import UserError
from tablebook.jobs.signed_papers import SignedPaper, lay_out, pages_to_show, papers_on
from tablebook.ui import words
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.latest import Latest
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.dialog import DialogShell
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.label import IconLine, Label
from tablebook.ui.kit.spacing import space
from tablebook.ui.outline.page_view import PageView
from tablebook.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tablebook.ui.main_window import MainWindow

HIGH, LEAST, OTHER = 620, 140, 330
"""The height of the page, the least of it, and that of all around it."""


def show(window: MainWindow) -> None:
    """Open it on the papers of the chosen article."""
    papers = papers_on(window.desk.state, window.desk.article)
    if papers:
        SignedView(window.desk, papers, window).open()
    else:
        window.say("No signed paper is kept with a TA on this article.", "info")


class SignedView(DialogShell):
    """One kept paper at a time. Its bytes lie in a folder of their own while it is looked at; the pages are painted in
    the child process, as those of every file that somebody else made."""

    def __init__(self, desk: Desk, papers: Sequence[SignedPaper], parent: QWidget | None = None) -> None:
        super().__init__("Signed paper", " ", cancel="Close", parent=parent)
        self.desk, self.papers = desk, tuple(papers)
        self.page: PageView | None = None
        self._closed = False
        self._folder, self._opened = Path(tempfile.mkdtemp(prefix="tablebook-")), False
        self._pages = Latest(parent=self)
        self._pages.ready.connect(self._show_pages)
        self._pages.failed.connect(self._fail)
        self.path: Path | None = None
        self.choice = DropDown([(str(at), _named(one)) for at, one in enumerate(self.papers)], "0", name="Which paper")
        self.choice.changed.connect(lambda _at: self._bring())
        self.choice.setVisible(len(self.papers) > 1)
        self.facts = Label("", "body", "secondary", wrap=True)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.told = IconLine("", "", "secondary", wrap=True)
        self.where = Label("", "body")
        self.back, self.forth = Button("", "chevron-left", size=28), Button("", "chevron-right", size=28)
        self.smaller, self.larger = Button("", "minus", size=28), Button("", "plus", size=28)
        for button, said in ((self.back, "Page before"), (self.forth, "Next page"), (self.smaller, "Smaller"),
                             (self.larger, "Larger")):  # fmt: skip
            button.setAccessibleName(said)
            button.setToolTip(said)
        self.elsewhere = self.add_button(Button("Open in another program", "external-link", size=36))
        self._lay_out()
        self._connect()
        self._bring()

    def _lay_out(self) -> None:
        self.tools = QWidget()
        row = space(QHBoxLayout(self.tools), spacing=8)
        row.addWidget(self.back)
        row.addWidget(self.where)
        row.addWidget(self.forth)
        row.addStretch(1)
        row.addWidget(self.smaller)
        row.addWidget(self.larger)
        self.ground = QWidget()
        self.ground.setMinimumHeight(self._room())
        self._under = space(QVBoxLayout(self.ground), spacing=0)
        for part in (self.choice, self.facts, self.tools, self.told):
            self.body.addWidget(part)
        self.body.addWidget(self.ground, 1)

    def _room(self) -> int:
        """The height of the page: what the window leaves beside the rest, so that one thing scrolls and not two."""
        window = self.parentWidget()
        left = window.window().height() - theme().px(OTHER) if window is not None else theme().px(HIGH)
        return max(theme().px(LEAST), min(theme().px(HIGH), left))

    def _connect(self) -> None:
        self.elsewhere.clicked.connect(self._open_elsewhere)
        self.back.clicked.connect(lambda: self._turn(-1))
        self.forth.clicked.connect(lambda: self._turn(1))
        self.smaller.clicked.connect(lambda: self._zoom(-1))
        self.larger.clicked.connect(lambda: self._zoom(1))
        self.finished.connect(lambda _result: self._clear_away())

    @property
    def paper(self) -> SignedPaper:
        """The one that is looked at."""
        return self.papers[int(self.choice.value)]

    def _bring(self) -> None:
        """Fetch the kept bytes; the page comes when they are laid out."""
        paper = self.paper
        self._take_away()
        name = paper.ta or "the agreement"
        self.set_title(f"Signed paper of {name}", "" if len(self.papers) > 1 else paper.file.name)
        self.facts.setText(facts_of(paper, self.desk))
        self._tell("clock", "Fetching the paper")
        self.tools.hide()
        self.elsewhere.setEnabled(False)
        folder = Path(tempfile.mkdtemp(dir=self._folder))
        self.desk.bridge.run(
            lay_out, paper.file, folder,
            then=lambda path: self._count(path) if paper is self.paper else None, failed=self._fail,
        )  # fmt: skip

    def _count(self, path: Path) -> None:
        if self._closed:
            self._clear_away()
            return
        self.path = path
        self.elsewhere.setEnabled(True)
        self._pages.ask(lambda: pages_to_show(path))

    def _show_pages(self, pages: int) -> None:
        if self.path is None:
            return
        if not pages:
            self._tell(
                "info", "This kind of file cannot be shown here. It is kept as it came: open it in another program."
            )
            return
        self._tell("", "")
        self.page = PageView(self.path, pages)
        self.page.turned.connect(self._say_where)
        self.page.left.connect(self.reject)
        self.page.file.failed.connect(lambda said: self._tell("circle-alert", said, "problem"))
        self._under.addWidget(self.page)
        self.tools.show()
        for button in (self.back, self.forth):
            button.setVisible(pages > 1)
        self.page.setFocus(Qt.FocusReason.TabFocusReason)
        self._say_where()

    def _turn(self, by: int) -> None:
        if self.page is not None:
            self.page.turn(by)

    def _zoom(self, step: int) -> None:
        if self.page is not None:
            self.page.zoom(step)

    def _say_where(self) -> None:
        if self.page is not None:
            self.where.setText(self.page.told)
            self.page.setAccessibleName(f"{self.page.told} of the signed paper, a picture")

    def _fail(self, error: UserError) -> None:
        self._tell("circle-alert", str(error), "problem")

    def _tell(self, icon: str, said: str, role: str = "secondary") -> None:
        self.told.set_line(icon, said, role, "text" if role == "problem" else "secondary")
        self.told.setVisible(bool(said))

    def _open_elsewhere(self) -> None:
        if self.path is not None:
            self._opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path))) or self._opened

    def _take_away(self) -> None:
        self.path = None
        self._pages.drop()
        if self.page is not None:
            self.page.file.stop()
            self._under.removeWidget(self.page)
            self.page.deleteLater()
            self.page = None

    def _clear_away(self) -> None:
        """The copy goes with the dialog, unless another program has it open."""
        self._closed = True
        if self.page is not None:
            self.page.file.stop()
        self._pages.wait()
        if not self._opened:
            shutil.rmtree(self._folder, ignore_errors=True)


def _named(paper: SignedPaper) -> str:
    return f"{paper.ta}: {paper.file.name}" if paper.ta else paper.file.name


def facts_of(paper: SignedPaper, desk: Desk) -> str:
    """When it was kept, how large it is, and its fingerprint."""
    kept = f"{words.short_day(paper.kept, desk.now().date())} {words.clock(paper.kept)}"
    said = [
        f"Kept {kept}{f' by {paper.by}' if paper.by else ''}",
        f"{paper.file.size / 1000:,.0f} kB" if paper.file.size >= 1000 else f"{paper.file.size} bytes",
        f"SHA-256 {paper.file.digest[:16]}…",
        paper.note,
    ]
    return ". ".join(part for part in said if part)
