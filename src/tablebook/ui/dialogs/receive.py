"""F6: receive a text. Left what to look at, right their words beside ours, every word compared; nothing is in the
record before the main act."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tablebook.domain.codes import Channel
from tablebook.errors import UserError
from tablebook.jobs.papers_received import receive_paper
from tablebook.ui import words as said
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.latest import Latest
from tablebook.ui.dialogs.receive_head import ReceiveHead
from tablebook.ui.dialogs.receive_kept import keep_typed, load_typed, show_typed, typed_of
from tablebook.ui.dialogs.receive_paper import (
    Paper,
    base_of,
    compared,
    not_on_paper,
    received_of,
    record_received,
    targets_of,
)
from tablebook.ui.dialogs.receive_side import FindingStrip, ReceiveSide
from tablebook.ui.dialogs.receive_words import FILE, OVER, WAYS, ReceiveWords
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.choice import Check
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.label import IconLine, Panel, Rule
from tablebook.ui.kit.segmented import Segmented
from tablebook.ui.kit.spacing import space
from tablebook.ui.pass_words import when_words
from tablebook.ui.text.legend import Legend, two_texts
from tablebook.ui.text.side_by_side import SideBySide
from tablebook.ui.text.side_titles import SideTitle
from tablebook.ui.theme import theme

if TYPE_CHECKING:
    from tablebook.ui.main_window import MainWindow

COMPARE_MS, KEEP_MS = 60, 300
WORDS, SIDES = "words", "sides"


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
        screen.left.connect(lambda: _leave(window, screen))
        screen.words.focus_words()

    desk.bridge.run(load_typed, key, then=there)


def _leave(window: MainWindow, screen: ReceiveScreen) -> None:
    screen.wait()
    window.workspace.stack.removeWidget(screen)
    screen.deleteLater()
    window.go_stage(window.workspace.stage)
    window.negotiate.focus_entry()


class ReceiveScreen(Panel):
    """`left` when it is done with, recorded or not."""

    left = Signal()

    def __init__(self, desk: Desk, key: str, kept: dict[str, Any] | None = None, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.desk, self.key = desk, key
        self.head = ReceiveHead(desk, key)
        self.words = ReceiveWords(desk.state, key)
        self.side = ReceiveSide()
        self.sides = SideBySide()
        self.way = Segmented(WAYS, name="How their words come in")
        self.way_drop = DropDown(WAYS, name="How their words come in")
        self.strip = FindingStrip()
        self.view = Segmented([(WORDS, "Their words"), (SIDES, "Compare")], name="View")
        self.line = IconLine("info", "", "secondary", wrap=True)
        self.refused = Check("Record that a paper was refused")
        self.discard = Button("Discard", "trash-2", kind="danger", size=36)
        self.record = Button("Record", "check", kind="primary", key="Ctrl+Enter", size=36)
        self.work = Latest(parent=self)
        self._found: tuple[Any, ...] = ()
        self._wrong = ""
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self._show_view(WORDS)
        show_typed(self, kept or {})
        self.check()

    def _build(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.words)
        self.stack.addWidget(self.sides)
        self.legend = Legend(two_texts(self.desk.state.them, findings=False))
        bar = space(QHBoxLayout(), (16, 8, 16, 8), 12)
        bar.addWidget(self.way)
        bar.addWidget(self.way_drop)
        bar.addWidget(self.view)
        bar.addStretch(1)
        bar.addWidget(self.sides.controls)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(Rule())
        column.addWidget(self.strip)
        column.addWidget(self.stack, 1)
        column.addWidget(self.legend)
        self.middle = QHBoxLayout()
        self.middle.setSpacing(0)
        for part, stretch in ((self.side, 0), (Rule(vertical=True), 0), (centre, 1)):
            self.middle.addWidget(part, stretch)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(Rule())
        whole.addLayout(self.middle, 1)
        whole.addWidget(Rule())
        whole.addWidget(self._foot())
        self._measure()

    def _foot(self) -> QWidget:
        foot = Panel("panel")
        row = space(QHBoxLayout(foot), (20, 12, 24, 12), 12)
        row.addWidget(self.line, 1, Qt.AlignmentFlag.AlignVCenter)
        for part in (self.refused, self.discard, self.record):
            row.addWidget(part)
        return foot

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
        self.side.chosen.connect(self._go_to)
        self.side.left_file.connect(self.words.leave_file_out)
        self.work.ready.connect(self._show_found)
        self.work.failed.connect(self._refuse)
        self.refused.toggled.connect(self._tell)
        self.discard.clicked.connect(self._discard)
        self.record.clicked.connect(self._record)
        theme().changed.connect(self._measure)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (("Ctrl+Return", self._record), ("Ctrl+Enter", self._record), ("Esc", self.leave)):
            QShortcut(QKeySequence(keys), self, act, context=context)

    def _measure(self) -> None:
        effective = self.width() / theme().scale
        narrow = effective < 1000
        self.side.setFixedWidth(theme().px(380 if effective >= 1400 else 300))
        for part in (self.side, self.legend, self.way):
            part.setVisible(not narrow)
        self.way_drop.setVisible(narrow)
        self.sides.controls.fold.setVisible(not narrow)
        self.strip.set_narrow(narrow)
        self.head.set_narrow(narrow)

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
        self._measure()

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
        self.check()
        if not self._wrong:
            self._show_view(SIDES)

    def _show_view(self, view: str) -> None:
        self.view.set_value(view)
        self.sides.controls.setVisible(view == SIDES)
        self.stack.setCurrentWidget(self.sides if view == SIDES else self.words)
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
            came.kept if came else None,
        )  # fmt: skip

    def check(self) -> tuple[Any, ...]:
        """Put the texts together: what would be recorded, or what is wrong. Comparing goes on aside."""
        self._rest.stop()
        self._wrong, self._found = "", ()
        for field in (self.head.articles, self.head.at, self.head.label):
            field.set_error("")
        now = self.desk.now()
        try:
            at = self._moment(now)
            paper = self.paper()
            if paper.blocks or paper.spoken:
                self._found = received_of(self.desk.state, paper, at or now)
        except UserError as error:
            self._wrong = " ".join(part for part in (error.what, error.why, error.todo) if part)
            if error.what.startswith(("The contract has no", "No article")):
                self.head.articles.set_error(error.what)
        if self._found:
            self.work.ask(partial(compared, self.desk.state, self._found[0], at or now))
        else:
            self.work.drop()
            self.side.show_found((), ())
            self.strip.show_cautions(())
        self._tell()
        return self._found

    def _moment(self, now: datetime) -> datetime | None:
        try:
            return self.head.at.moment(now)
        except ValueError as error:
            self.head.at.set_error(str(error))
            raise UserError(str(error)) from error

    def _show_found(self, found: Any) -> None:
        redline, cautions = found
        state, now = self.desk.state, self.desk.now()
        base = base_of(state, self.key)
        whose = "our last pass" if base and base.body.party is state.we else "their last pass"
        older = (SideTitle(base.body.party, base.body.label, f"{whose}, {when_words(base.at, now.date())}") if base
                 else SideTitle("joint", "Contract", "current language"))  # fmt: skip
        newer = SideTitle(state.them, self._label(), "as received, every word compared")
        self.sides.show_texts(redline.blocks, older, newer)
        self.side.show_found(cautions, redline.changes)
        self.strip.show_cautions(cautions)
        self._tell()

    def _go_to(self, at: int) -> None:
        self._show_view(SIDES)
        if self.sides.change_count:
            self.sides.go_to_change(min(at, self.sides.change_count - 1))

    def _missing(self) -> tuple[str, ...]:
        return not_on_paper(self.desk.state, self._found[0][0]) if self._found else ()

    def _label(self) -> str:
        if not self._found:
            return self.head.label.text()
        bodies, package = self._found
        return package.label if package else ", ".join(dict.fromkeys(body.label for body in bodies))

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
        name = self.desk.state.items[self.key].article.name
        saved = "The file is saved as it came. " if came else ""
        ready = f"{saved}Recording freezes this text as {label} and moves {name} to “With us”."
        if self._wrong:
            self.line.set_line("circle-alert", self._wrong, "problem", "secondary")
        else:
            self.line.set_line("info", ready if self._found else nothing, "secondary", "secondary")

    # The acts

    def _record(self) -> None:
        if self._rest.isActive() or not self._found:
            self.check()
        if not self._found or not self.record.isEnabled():
            return
        bodies, package = self._found
        came = self.words.kept
        self.record.set_working("Freezing")
        self._keep.stop()
        self.desk.act(record_received, bodies, package, came.data if came else b"", self._moment(self.desk.now()),
                      then=lambda _: self._done(), failed=self._refuse)  # fmt: skip

    def _refuse(self, error: UserError) -> None:
        self.record.set_working("")
        self._wrong = " ".join(part for part in (error.what, error.why, error.todo) if part)
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
        self.words.file.wait()


def refuse_paper(book: Any, party: Any, name: str, by: str) -> Any:
    """Record that a paper was held out to us and not taken."""
    return receive_paper(book, party, name, handed_by=by, note="Not taken.", refused=True)
