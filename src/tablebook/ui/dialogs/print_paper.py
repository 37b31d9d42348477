"""Ctrl+P: print a paper. One view: which paper, the very pages, a key each to print copies, save the PDF, and Word."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tablebook.domain.record import Agreed
from tablebook.errors import UserError
from tablebook.ui import words
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.latest import Latest
from tablebook.ui.dialogs.print_choice import PaperChoice, papers_of, ta_draft
from tablebook.ui.dialogs.print_out import original_asked
from tablebook.ui.dialogs.print_page import PagePreview
from tablebook.ui.folders import ask_target
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.choice import Check
from tablebook.ui.kit.dialog import DialogShell
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import Titled
from tablebook.ui.kit.label import IconLine
from tablebook.ui.kit.spacing import space

if TYPE_CHECKING:
    from tablebook.documents.tracked.paper import Original
    from tablebook.ui.main_window import MainWindow

NO_PRINTER = "No printer was found. Save a PDF and print it elsewhere."


def show(window: MainWindow) -> None:
    """Open it with the papers of what is on the screen; in the Ratify stage that is the packet."""
    desk = window.desk
    if window.workspace.stage == "ratify" and desk.state.agreements:
        importlib.import_module("tablebook.ui.ratify.packet").preview(window.workspace.stage_page("ratify"))
        return
    stage = window.workspace.stages.get("negotiate")
    shown = getattr(getattr(stage, "article", None), "shown", "") if window.workspace.stage == "negotiate" else ""

    def there(fingerprint: str) -> None:
        papers = papers_of(desk.state, desk.article, shown, desk.now(), fingerprint)
        PrintDialog(desk, papers, parent=window).open()

    desk.bridge.run(lambda book: book.fingerprint, then=there)


def ta_draft_paper(desk: Desk, body: Agreed) -> PaperChoice:
    """The TA sheet to sign, before the TA is recorded."""
    return ta_draft(desk.state, body, desk.now())


@dataclass(frozen=True, slots=True)
class _Job:
    """What to do with the finished pages, and the words for it."""

    verb: str
    act: Callable[[bytes], str]
    button: Button
    make: Callable[[PaperChoice, threading.Event], bytes]


class PrintDialog(DialogShell):
    """`papers` are what can be printed; the first is shown."""

    _progress = Signal(int, int)

    def __init__(
        self, desk: Desk, papers: Sequence[PaperChoice], copies: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__("Print", "What leaves is built from the shared record alone.", 940, parent=parent)
        self.desk, self.papers = desk, {paper.key: paper for paper in papers}
        self.paper = DropDown([(paper.key, paper.words) for paper in papers], name="Paper")
        self.format = DropDown([("letter", "Letter"), ("a4", "A4")], desk.preferences["paper"], name="Size")
        self.copies = DropDown([(str(n), words.count(n, "copy", "copies")) for n in range(1, 21)], str(copies),
                               name="Copies")  # fmt: skip
        self.printer = DropDown([], name="Printer")
        self.grey = Check("Show it in black and white")
        self.clean = Check("Word file without marks")
        self.facts = IconLine("lock", "", "secondary", "small", "secondary", wrap=True)
        self.note = IconLine("circle-alert", "", "attention", "small", "text", wrap=True)
        self.preview = PagePreview("As it will print", 470)
        self.word = self.add_button(Button("Save as Word", "file-text", key="Ctrl+Shift+S", size=36))
        self.save = self.add_button(Button("Save as PDF", "download", key="Ctrl+S", size=36))
        self.work = Latest(parent=self)
        self._asked = Latest(parent=self)
        self._looked = False
        self._stop = threading.Event()
        self._build()
        self._connect()
        self._renew()
        self._ask_printers()

    def _build(self) -> None:
        form = self.form = space(QVBoxLayout(), spacing=14)
        for title, drop in (("Paper", self.paper), ("Printer", self.printer), ("Copies", self.copies),
                            ("Size", self.format)):  # fmt: skip
            form.addWidget(Titled(title, drop))
        form.addWidget(self.grey)
        form.addWidget(self.clean)
        form.addWidget(self.facts)
        form.addWidget(self.note)
        form.addStretch(1)
        self.body.addLayout(form)
        self.set_side(self.preview, 520)
        self.set_main("Print", "printer")

    def _connect(self) -> None:
        for drop in (self.paper, self.format):
            drop.changed.connect(lambda _: self._renew())
        self.copies.changed.connect(lambda _: self._tell())
        self.grey.toggled.connect(self._renew)
        self.preview.failed.connect(self._refused)
        self.work.ready.connect(self._done)
        self.work.failed.connect(self._refused)
        self._asked.ready.connect(self._take_printers)
        self._progress.connect(self._say_page, Qt.ConnectionType.QueuedConnection)
        assert self.main is not None
        self.main.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.word.clicked.connect(self._save_word)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save.click)
        QShortcut(QKeySequence("Ctrl+Shift+S"), self, self.word.click)

    @property
    def chosen(self) -> PaperChoice:
        """The paper that is shown."""
        return self.papers[self.paper.value]

    def _ask_printers(self) -> None:
        from tablebook.ui.dialogs.print_send import printers

        self._asked.ask(printers)

    def _take_printers(self, names: tuple[str, ...]) -> None:
        self._looked = True
        self.printer.set_choices([(name, name) for name in names])
        self.printer.setEnabled(bool(names))
        self._tell()

    def _renew(self) -> None:
        """Draw the chosen paper as it is to be printed."""
        self.preview.page = 1
        self.preview.show_paper(partial(self.chosen.pdf, self.format.value, not self.grey.isChecked()))
        self.facts.set_line("files", self.chosen.custody, "secondary", "secondary")
        self.note.set_line("circle-alert", self.chosen.note, "attention", "text")
        self.note.setVisible(bool(self.chosen.note))
        word = self.chosen.has_word_form
        self.word.set_reason("" if word else "This paper is printed; it has no Word form.")
        self.clean.setEnabled(word)
        self._tell()

    def _tell(self) -> None:
        assert self.main is not None
        count = int(self.copies.value or 1)
        self.main.set_words(f"Print {words.count(count, 'copy', 'copies')}", "printer")
        none = self._looked_in_vain()
        self.main.set_reason(none)
        self.set_footer(none if none == NO_PRINTER else "", "info")

    def _looked_in_vain(self) -> str:
        if not self._looked:
            return "Looking for printers"
        return "" if self.printer.count() else NO_PRINTER

    # The acts

    def _print(self) -> None:
        printer, copies, title = self.printer.value, int(self.copies.value), self.chosen.name

        def act(pdf: bytes) -> str:
            from tablebook.ui.dialogs.print_send import send

            send(pdf, printer, copies, title=title, progress=self._progress.emit, cancelled=self._stop.is_set)
            return "" if self._stop.is_set() else f"{words.count(copies, 'copy', 'copies')} sent to {printer}."

        assert self.main is not None
        self._work(_Job("Printing", act, self.main, self._pdf(not self.grey.isChecked())))

    def _save(self) -> None:
        if path := ask_target(self, "Save as PDF", f"{self.chosen.name}.pdf", "PDF (*.pdf)", ".pdf"):
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Save the paper there, whole or not at all."""
        self.save_made(path, self.save, self._pdf(colour=True))

    def save_made(self, path: Path, button: Button, make: Callable[[PaperChoice, threading.Event], bytes]) -> None:
        """Save what is made there, whole or not at all; the button says that it works."""
        self._work(_Job("Saving", partial(_saved, path), button, make))

    def _save_word(self) -> None:
        if path := ask_target(self, "Save as Word", f"{self.chosen.name}.docx", "Word (*.docx)", ".docx"):
            self.save_word_to(path)

    def save_word_to(self, path: Path) -> None:
        """Save the paper there as a Word file, with tracked changes, in the contract’s own file if there is one."""
        size, clean = self.format.value, self.clean.isChecked()

        def save(original: Original | None) -> None:
            def make(paper: PaperChoice, _stop: threading.Event) -> bytes:
                return paper.docx(original, size, clean)

            self._work(_Job("Saving", partial(_saved, path), self.word, make))

        self.desk.bridge.run(original_asked, then=save, failed=self._refused)

    def _pdf(self, colour: bool) -> Callable[[PaperChoice, threading.Event], bytes]:
        size = self.format.value
        return lambda paper, stop: paper.pdf(size, colour, self._progress.emit, stop.is_set)

    def _work(self, job: _Job) -> None:
        """Make the pages and do it, off the window's thread; Cancel stops it."""
        self._stop = threading.Event()
        job.button.set_working(job.verb)
        self.cancel_button.set_words("Stop")
        paper, stop = self.chosen, self._stop
        self.work.ask(lambda: _make(paper, job, stop))

    def _say_page(self, page: int, pages: int) -> None:
        if self.work.busy:
            self.set_footer(f"Page {page} of {pages}", "clock")

    def _idle(self) -> None:
        assert self.main is not None
        for button in (self.main, self.save, self.word):
            button.set_working("")
        self.cancel_button.set_words("Cancel")

    def _done(self, said: str) -> None:
        self._idle()
        if not said:
            self.set_footer("Stopped before it was done.", "info")
            return
        asker = self.parentWidget()
        if isinstance(asker, DialogShell):  # a message of the window would lie behind it
            asker.set_footer(said, "printer")
        else:
            self.desk.say(said, "printer")
        self.accept()

    def _refused(self, error: UserError) -> None:
        self._idle()
        text = str(error)
        self.set_footer(text, "circle-alert", "problem")

    def reject(self) -> None:
        """While it works, Esc stops the work; then it closes."""
        if self.work.busy:
            self._stop.set()
            return
        super().reject()

    def done(self, result: int) -> None:
        """Nothing may still draw for a dialog that is gone."""
        self._stop.set()
        for work in (self.preview.work, self.work, self._asked):
            work.wait()
        super().done(result)


def _make(paper: PaperChoice, job: _Job, stop: threading.Event) -> str:
    from tablebook.reports.saving import PaperCancelled

    try:
        made = job.make(paper, stop)
    except PaperCancelled:
        return ""
    return "" if stop.is_set() else job.act(made)


def _saved(path: Path, made: bytes) -> str:
    from tablebook.reports.saving import save

    save(made, path)
    return f"Saved as {path.name}."
