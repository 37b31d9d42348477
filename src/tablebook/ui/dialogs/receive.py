"""F6: receive a text. Left what to look at, right their words beside what they started from, every word compared;
nothing is in the record before the main act."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from tablebook.domain.codes import Channel
from tablebook.domain.phrases import listed
from tablebook.errors import UserError
from tablebook.jobs.papers_received import receive_paper
from tablebook.jobs.pass_paper import header_left_out
from tablebook.ui import words as said
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.latest import Latest
from tablebook.ui.dialogs.receive_build import SIDES, WORDS, ReceiveParts
from tablebook.ui.dialogs.receive_exits import begin_note, leave, open_article
from tablebook.ui.dialogs.receive_findings import CardWords, question, reason_line
from tablebook.ui.dialogs.receive_kept import keep_typed, load_typed, show_typed, typed_of
from tablebook.ui.dialogs.receive_paper import (
    Made,
    Paper,
    fitted_keys,
    looked_at,
    not_in_text,
    not_on_paper,
    received_of,
    record_received,
    targets_of,
)
from tablebook.ui.dialogs.receive_words import FILE, OVER
from tablebook.ui.text.side_titles import SideTitle
from tablebook.ui.theme import theme

if TYPE_CHECKING:
    from tablebook.jobs.findings.received import Received
    from tablebook.ui.main_window import MainWindow

COMPARE_MS, KEEP_MS = 60, 300


def show(window: MainWindow) -> None:
    """Show it in the middle of the window, with what was half typed there before."""
    stack, desk = window.workspace.stack, window.desk
    key = desk.article
    for at in range(stack.count()):
        page = stack.widget(at)
        if isinstance(page, ReceiveScreen) and page.key == key:
            stack.setCurrentWidget(page)
            page.words.focus_words()
            return

    def there(kept: dict[str, Any]) -> None:
        screen = ReceiveScreen(desk, key, kept)
        stack.addWidget(screen)
        stack.setCurrentWidget(screen)
        screen.left.connect(lambda: leave(window, screen))
        screen.noted.connect(lambda line: begin_note(window, line))
        screen.article_asked.connect(lambda number: open_article(window, number))
        screen.words.focus_words()

    desk.bridge.run(load_typed, key, then=there)


class ReceiveScreen(ReceiveParts):
    """`left` when it is done with, recorded or not; `noted` with a line that goes to the note line; `article_asked`
    with the article that a finding leads to."""

    left = Signal()
    noted = Signal(str)
    article_asked = Signal(str)

    def __init__(self, desk: Desk, key: str, kept: dict[str, Any] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self.work = Latest(parent=self)
        self.again = Latest(parent=self)
        self.found: Received | None = None
        self._found: Made | None = None
        self._wrong = ""
        self._record_then = False
        self.setAcceptDrops(True)
        self._connect()
        self._show_view(WORDS)
        show_typed(self, kept or {})
        self.check()

    def _connect(self) -> None:
        self._rest = QTimer(self, singleShot=True, interval=COMPARE_MS)
        self._rest.timeout.connect(self.check)
        self._keep = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._keep.timeout.connect(self.save_now)
        self.head.changed.connect(self._changed)
        self.head.left.connect(self.leave)
        self.words.changed.connect(self._changed)
        self.words.arrived.connect(self._arrived)
        self.way.changed.connect(self._take_way)
        self.way_drop.changed.connect(self._take_way)
        self.view.changed.connect(self._show_view)
        self.keys.flipped.connect(self._flip)
        self.side.chosen.connect(self._go_to)
        self.side.place_asked.connect(self._show_place)
        self.side.acted.connect(self._act)
        self.strip.acted.connect(self._act)
        self.side.left_file.connect(self.words.leave_file_out)
        self.work.ready.connect(self._show_found)
        self.work.failed.connect(self._refuse)
        self.again.ready.connect(self._read_again)
        self.again.failed.connect(self._refuse)
        self.refused.toggled.connect(self._tell)
        self.discard.clicked.connect(self._discard)
        self.print.clicked.connect(self.print_compare)
        self.record.clicked.connect(self._record)
        theme().changed.connect(self.measure)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (("Ctrl+Return", self._record), ("Ctrl+Enter", self._record), ("Esc", self.leave)):
            QShortcut(QKeySequence(keys), self, act, context=context)

    def step_change(self, by: int) -> None:
        """F3 and Shift+F3: through the findings, or the changes where nothing was found."""
        self._show_view(SIDES)
        self.walk.step(by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F3 from wherever the keyboard is on the screen."""
        if event.key() == Qt.Key.Key_F3:
            self.step_change(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file can be dropped anywhere on the screen."""
        self.words.file.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read it."""
        self._take_way(FILE)
        self.words.file.dropEvent(event)

    def resizeEvent(self, event: Any) -> None:
        """Give the two texts the room where it is short."""
        super().resizeEvent(event)
        self.measure()

    # What stands there

    def _changed(self) -> None:
        self._rest.start()
        self._keep.start()

    def _take_way(self, way: str) -> None:
        self.words.show_way(way)
        self.way.set_value(way)
        self.way_drop.set_value(way)
        self._show_view(WORDS)
        self.words.focus_words()

    def _arrived(self) -> None:
        came = self.words.came if self.words.way == FILE else None
        if came is not None and came.paper is not None:
            self.head.propose(came.paper, self.desk.now())
        self.check()
        if came is not None and self._found is not None:
            self.again.ask(partial(fitted_keys, self.desk.state, self.head.articles.text(), came))
        if not self._wrong:
            self._show_view(WORDS if self.head.concept.isChecked() else SIDES)

    def _show_view(self, view: str) -> None:
        view = view if self._found else WORDS  # with nothing there, there is nothing to compare
        self.view.set_value(view)
        self.sides.controls.setVisible(view == SIDES)
        self.stack.setCurrentWidget(self.sides if view == SIDES else self.words)
        self.measure()
        if view == SIDES:
            self.sides.right.setFocus(Qt.FocusReason.OtherFocusReason)

    def paper(self) -> Paper:
        """What the screen says; UserError where it names no article."""
        head, words = self.head, self.words
        targets = targets_of(self.desk.state, head.articles.text())
        people = self.desk.state.teams.get(self.desk.state.we)
        to = people.people[0].name if people and people.people else ""
        came = words.kept
        return Paper(
            targets, head.label_typed, words.blocks(targets), words.spoken, words.way == OVER, head.by.text(), to,
            Channel(head.channel.value), head.answers.values, head.corrects.value, head.package.isChecked(),
            came.kept if came else None, words.old, words.nothing_marked, words.mended,
            head.concept.isChecked(),
        )  # fmt: skip

    def _flip(self, keys: Any) -> None:
        """A marking means something else: both readings are made anew, aside."""
        from tablebook.jobs.received_file import read_again

        if self.words.came is not None:
            self.again.ask(partial(read_again, self.words.came, keys))

    def _read_again(self, came: Any) -> None:
        if came is not self.words.came:
            self.words.take(came)
            self.check()

    def check(self) -> Made | None:
        """Put the texts together: what would be recorded, or what is wrong. Comparing goes on aside."""
        self._rest.stop()
        self._wrong, self._found = "", None
        for field in (self.head.articles, self.head.at, self.head.label):
            field.set_error("")
        now = self.desk.now()
        try:
            at = self._moment(now)
            paper = self.paper()
            if paper.blocks or paper.spoken:
                self._found = received_of(self.desk.state, paper, at or now)
        except UserError as error:
            self._wrong = str(error)
            if error.what.startswith(("The contract has no", "No article")):
                self.head.articles.set_error(error.what)
        if self._found:
            self.work.ask(partial(looked_at, self.desk.state, self._found, at or now))
        else:
            self.work.drop()
            self.found = None
            self.walk.show(())
            self.side.show_found((), (), ())
        came = self.words.came if self.words.way == FILE else None
        self.show_keys(came.paper.keys if came and came.paper and came.blocks else ())
        self._tell()
        return self._found

    def _moment(self, now: datetime) -> datetime | None:
        try:
            return self.head.at.moment(now)
        except ValueError as error:
            self.head.at.set_error(str(error))
            raise UserError(str(error)) from error

    def _show_found(self, found: Received) -> None:
        from tablebook.jobs.findings.base import whose

        self.found = found
        state, today, base = self.desk.state, self.desk.now().date(), found.first.base
        one = base.one if base else None
        older = (SideTitle(one.body.party, one.body.label, whose(state, base, today)) if one and base
                 else SideTitle("joint", "Contract", "current language"))  # fmt: skip
        newer = SideTitle(state.them, self._label(), "as received, every word compared")
        self.walk.show(found.findings)
        at = self.sides.right.verticalScrollBar().value()
        self.sides.show_texts(found.blocks, older, newer, notes=self.walk.notes())
        self.sides.right.verticalScrollBar().setValue(at)
        self.side.show_found(self.walk.cards, found.changes, found.marked)
        self.walk.begin(narrow=self._narrow)
        self._tell()
        if self._record_then:
            self._record_then = False
            self._record()

    def _go_to(self, at: int) -> None:
        self._show_view(SIDES)
        if self.sides.change_count:
            self.sides.go_to_change(min(at, self.sides.change_count - 1))

    def _show_place(self, what: Any) -> None:
        self._show_view(SIDES)
        if isinstance(what, CardWords):
            self.walk.show_card(what)
        else:
            self.walk.show_place(what)

    def _act(self, card: CardWords) -> None:
        """The way forward that a card offers."""
        if card.act == "open":
            self.save_now()
            self.article_asked.emit(card.places[0].old)
        elif card.act:
            self.save_now()
            self.noted.emit(question(card) if card.act == "ask" else reason_line(card))

    def print_compare(self) -> None:
        """Print the comparison as it stands, before it is recorded."""
        if self.found is None or self._found is None:
            return
        from tablebook.ui.dialogs.print_choice import compared_paper
        from tablebook.ui.dialogs.print_paper import PrintDialog

        paper = compared_paper(self.desk.state, self.found, self._found.bodies, self.desk.now())
        PrintDialog(self.desk, [paper], parent=self.window()).open()

    def _missing(self) -> tuple[str, ...]:
        if self._found is None:
            return ()
        found, came = self._found, self.words.kept
        headers = (header_left_out(came, paper.target) for paper in found.read) if came else ()
        return (
            *not_on_paper(self.desk.state, found.bodies[0]),
            *not_in_text(self.desk.state, found),
            *filter(None, headers),
        )

    def _label(self) -> str:
        if not self._found:
            return self.head.label.text()
        package = self._found.package
        return package.label if package else ", ".join(dict.fromkeys(body.label for body in self._found.bodies))

    def _tell(self) -> None:
        came = self.words.kept
        pages = f", {said.count(came.kept.pages, 'page')}" if came and came.kept.pages else ""
        self.side.show_file(
            f"{came.kept.name}{pages}, kept unchanged" if came else "",
            (*(came.left_out if came else ()), *self._missing()),
        )
        label = self._label()
        self.record.set_words(f"Record as {label}", "check")
        nothing = "" if self._found else "Their words are not here yet."
        self.record.set_reason(self._wrong or nothing)
        self.discard.set_words("Discard, record the refusal" if self.refused.isChecked() else "Discard")
        name = self._items_named()
        saved = "The file is saved as it came. " if came else ""
        ready = f"{saved}Recording freezes this text as {label} and moves {name} to “With us”."
        if self.head.concept.isChecked():
            ready = f"{saved}Recording keeps it as {label}, an offer in concept: words, not language."
        self.print.setEnabled(self.found is not None and bool(self.found.blocks))
        if self._wrong:
            self.line.set_line("circle-alert", self._wrong, "problem", "secondary")
        else:
            self.line.set_line("info", ready if self._found else nothing, "secondary", "secondary")

    def _items_named(self) -> str:
        keys = [body.article for body in self._found.bodies] if self._found else [self.key]
        items = self.desk.state.items
        names = [items[key].article.name if key in items else key for key in keys]
        return listed(names)

    # The acts

    def _record(self) -> None:
        if self._rest.isActive() or not self._found:
            self.check()
        if not self._found or not self.record.isEnabled():
            return
        if self.work.busy or self.found is None:
            self._record_then = True  # what is found belongs to the entry: it is awaited, and then recorded
            return
        came = self.words.kept
        self.record.set_working("Freezing")
        self._keep.stop()
        self.desk.act(record_received, self._found, self.found.findings, came.data if came else b"",
                      self._moment(self.desk.now()),
                      then=lambda _: self._done(), failed=self._refuse)  # fmt: skip

    def _refuse(self, error: UserError) -> None:
        self.record.set_working("")
        self._wrong = str(error)
        self.line.set_line("circle-alert", self._wrong, "problem", "secondary")

    def _discard(self) -> None:
        if not self.refused.isChecked():
            self._done()
            return
        came = self.words.came
        name = came.kept.name if came else f"Paper on {self.desk.state.items[self.key].article.name}"
        self.desk.act(refuse_paper, self.desk.state.them, name, self.head.by.text(), then=lambda _: self._done(),
                      failed=self._refuse)  # fmt: skip

    def _done(self) -> None:
        self._keep.stop()
        self.desk.bridge.run(keep_typed, self.key, None)
        self.left.emit()

    def leave(self) -> None:
        """Back to the table. Nothing is recorded, and nothing half typed is lost."""
        self.save_now()
        self.left.emit()

    def save_now(self) -> None:
        """Hand what is half typed to the book's thread."""
        self._keep.stop()
        self.desk.bridge.run(keep_typed, self.key, typed_of(self))

    def wait(self) -> None:
        """Let what runs aside come to its end, before the screen goes."""
        self.work.wait()
        self.again.wait()
        self.words.file.wait()


def refuse_paper(book: Any, party: Any, name: str, by: str) -> Any:
    """Record that a paper was held out to us and not taken."""
    return receive_paper(book, party, name, handed_by=by, note="Not taken.", refused=True)
