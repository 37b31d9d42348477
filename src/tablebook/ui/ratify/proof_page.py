"""A final contract that somebody typed, held against the signed texts: what differs first, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, QStringListModel, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QListView,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from tablebook.errors import UserError
from tablebook.jobs.prove import Proving, prove_file
from tablebook.proof.lines import Place
from tablebook.proof.results import ColouredLine, Kind
from tablebook.ui import words
from tablebook.ui.delegates.plain_row import PlainDelegate
from tablebook.ui.delegates.wrapped import wrapped_height
from tablebook.ui.desk import Desk
from tablebook.ui.folders import ask_file
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.dialog import DialogShell
from tablebook.ui.kit.finding import FindingCard
from tablebook.ui.kit.label import IconLine, Label
from tablebook.ui.kit.scroll import ScrollArea
from tablebook.ui.kit.segmented import Segmented
from tablebook.ui.kit.spacing import space
from tablebook.ui.ratify.proof_rows import proof_rows
from tablebook.ui.text.redline_page import RedlinePage
from tablebook.ui.theme import theme

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify

KINDS = "Contracts and photos of sheets (*.docx *.pdf *.txt *.md *.markdown *.png *.jpg *.jpeg)"
TITLES = {
    Kind.UNTRACED: ("Changed, and no TA says so", "eye-off"),
    Kind.MISSING: ("Agreed, and not there", "circle-x"),
    Kind.ALTERED: ("Agreed in other words", "circle-alert"),
}
DIFFERS, TRACED = "differs", "traced"
HIGH = 300
"""The least height of the list and of the page beside it; they take what room there is."""
ROWS = 15
"""So many findings are shown at first, and so many more each time they are asked for."""


def choose(stage: Ratify) -> None:
    """Choose the file and prove it off the window."""
    path = ask_file(stage, "The final contract, or a signed sheet", KINDS)
    if path is not None:
        prove(stage, path)


def prove(stage: Ratify, path: Path) -> None:
    """Hold a file against the signed texts and show what differs."""

    def refused(error: UserError) -> None:
        stage.desk.refused.emit(error)

    def there(found: Any) -> None:
        ProofDialog(stage.desk, found, stage.window()).open()

    stage.desk.say(f"Reading {path.name}", "clock")
    stage.desk.bridge.run(prove_file, path, in_colour=True, then=there, failed=refused)


class ProofDialog(DialogShell):
    """What differs or what is traced at the left, the article of the chosen line at the right with its words in place.
    F3 and Shift+F3 go through the lines of the list that is shown."""

    def __init__(self, desk: Desk, found: Proving, parent: QWidget | None = None) -> None:
        super().__init__("Proof", found.summary, width=1180, cancel="Close", parent=parent)
        self.desk, self.found = desk, found
        self.findings, self.traces = found.proof.findings, found.proof.traces
        self.cards: list[FindingCard] = []
        self.at = -1
        self.page = RedlinePage()
        self.page.setAccessibleName("The text in its place")
        self.page.setMinimumHeight(theme().px(HIGH))
        self.switch = Segmented(
            [(DIFFERS, f"Differs {len(self.findings)}"), (TRACED, f"Traced {len(self.traces)}")],
            DIFFERS if self.findings or not self.traces else TRACED,
            name="What is listed",
        )
        self.list = _trace_list([trace.sentence for trace in self.traces])
        self.body.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        self.switch.setVisible(bool(self.findings or self.traces))  # a sheet that matches has neither
        if not self.findings:
            icon, colour = ("badge-check", "ta") if found.matches else ("circle-alert", "problem")
            self.body.addWidget(IconLine(icon, found.summary, colour, "body_strong", "text", wrap=True))
        self.body.addWidget(self._make_findings(), 1)
        self.body.addWidget(self.list, 1)
        if found.proof.lines:
            beside = QWidget()
            column = space(QVBoxLayout(beside), spacing=6)
            self.where = Label("", "body_bold", wrap=True)
            column.addWidget(self.where)
            column.addWidget(self.page, 1)
            self.set_side(beside, 620)
        traced = sum(one.source is not None for one in self.traces)
        self.set_footer(f"{words.count(traced, 'change')} traced to signed TAs." if traced else "", "info")
        self.switch.changed.connect(lambda _: self._switch())
        self.list.selectionModel().currentChanged.connect(lambda index, _: self.show_trace(index.row()))
        for key, by in (("F3", 1), ("Shift+F3", -1)):
            QShortcut(QKeySequence(key), self, partial(self._walk, by))
        self._switch()

    def showEvent(self, event: QShowEvent) -> None:
        """Only a page that has its place on the screen can be scrolled to the words."""
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self.step(0))

    def _make_findings(self) -> QWidget:
        self._holder = QWidget()
        self._column = space(QVBoxLayout(self._holder), spacing=10)
        self._more = Button("", "chevron-down", "ghost", size=28)
        self._more.clicked.connect(self._add_cards)
        self._column.addWidget(self._more)
        for one in self.found.proof.relabelled[:ROWS]:
            self._column.addWidget(IconLine("hash", one.sentence, "secondary", "small", "secondary", wrap=True))
        if len(self.found.proof.relabelled) > ROWS:
            left = len(self.found.proof.relabelled) - ROWS
            said = f"{words.count(left, 'more number is', 'more numbers are')} printed otherwise."
            self._column.addWidget(IconLine("hash", said, "secondary", "small", "secondary"))
        for sentence in self.found.notes:
            self._column.addWidget(IconLine("info", sentence, "secondary", "small", "secondary", wrap=True))
        self._add_cards()
        # The list scrolls by itself: were it as high as all its cards, the page beside it would be as high, and no
        # place of it could be brought into sight.
        self._area = ScrollArea(self._holder)
        self._area.setMinimumHeight(theme().px(HIGH))
        return self._area

    def _add_cards(self) -> None:
        """The next findings: a card for each of thousands would keep the window waiting."""
        start = len(self.cards)
        for number in range(start, min(start + ROWS, len(self.findings))):
            finding = self.findings[number]
            title, icon = TITLES[finding.kind]
            page = f" Page {finding.page}." if finding.page else ""
            card = FindingCard(title, f"{finding.sentence}{page}", icon, "problem", "Show")
            card.show_button.setAccessibleName(f"Show: {finding.sentence}")
            card.shown.connect(partial(self.go, number))
            self.cards.append(card)
            self._column.insertWidget(number, card)
        left = len(self.findings) - len(self.cards)
        self._more.set_words(f"Show {min(ROWS, left)} of {left} more", "chevron-down")
        self._more.setVisible(left > 0)

    def _switch(self) -> None:
        """Show the other list, on its first line."""
        differs = self.switch.value == DIFFERS
        self._area.setVisible(differs)
        self.list.setVisible(not differs and bool(self.traces))
        self.at = -1
        self.step(1)

    def step(self, by: int) -> None:
        """The next line of the list, or the one before; after the last comes the first. Back from the first it goes to
        the last that is shown: the rest comes by and by."""
        differs = self.switch.value == DIFFERS
        count = len(self.findings if differs else self.traces)
        if not count:
            return
        at = (self.at + by) % count if self.at >= 0 else 0
        if differs and self.at == 0 and by < 0:
            at = len(self.cards) - 1
        if differs:
            self.show_finding(at)
        else:
            self.list.setCurrentIndex(self.list.model().index(at, 0))
            self.show_trace(at)

    def _walk(self, by: int) -> None:
        self.step(by)
        self._bring_page()

    def go(self, number: int) -> None:
        """Show one finding in its place, as somebody asked for it."""
        self.show_finding(number)
        self._bring_page()

    def _bring_page(self) -> None:
        """Where the page stands below the list it is brought into sight: else nothing would be seen to happen."""
        if self.found.proof.lines and self._beside.direction() is QBoxLayout.Direction.TopToBottom:
            top = self.where.mapTo(self._content, QPoint(0, 0)).y()
            self.scroller.verticalScrollBar().setValue(top - theme().px(8))

    def show_finding(self, number: int) -> None:
        """Frame the words of one finding on the page, and mark its card."""
        self.at = number
        while number >= len(self.cards):
            self._add_cards()
        for at, card in enumerate(self.cards):
            card.set_selected(at == number)
        self._area.ensureWidgetVisible(self.cards[number])
        finding = self.findings[number]
        self._show(finding.place, lambda line: any(run.finding == number for run in line.runs))

    def show_trace(self, number: int) -> None:
        """The words that a TA brought, in their place."""
        if not 0 <= number < len(self.traces):
            return
        self.at = number
        trace = self.traces[number]
        words_of = trace.new or trace.old

        def has(line: ColouredLine) -> bool:
            return any(run.source == trace.source and words_of[:40] in run.text for run in line.runs)

        self._show(trace.place, has)

    def _show(self, place: Place, has: Callable[[ColouredLine], bool]) -> None:
        if not self.found.proof.lines:
            return
        lines = [one for one in self.found.proof.lines if one.place.unit == place.unit]
        shown = proof_rows(lines, self.findings)
        self.where.setText(place.name or "The text")
        self.page.show_rows(shown.rows)
        spots = list(zip(shown.places, lines, strict=True))
        wanted = [at for at, line in spots if has(line)] or [at for at, line in spots if line.place == place]
        if wanted:
            rect = self.page.cell_rect(*wanted[0])
            self.page.scroll_to(rect.top(), rect.bottom())


def _trace_list(sentences: list[str]) -> QListView:
    """A row for each change; laid out in batches, so that a thousand of them do not keep the window waiting."""
    view = QListView()
    view.setModel(QStringListModel(sentences, view))
    view.setAccessibleName("Changes and the TAs they come from")
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setWordWrap(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setLayoutMode(QListView.LayoutMode.Batched)
    view.setBatchSize(60)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setMinimumHeight(300)
    view.setItemDelegate(_TraceDelegate(view))
    return view


class _TraceDelegate(PlainDelegate):
    """A sentence, as high as it is in the width of the list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        view = self.parent()
        assert isinstance(view, QListView)
        width = view.viewport().width()
        return QSize(width, round(wrapped_height(str(index.data()), "body", width - theme().px(28))) + theme().px(15))
