"""One entry of the history in full: the words, who wrote them down and when, the same place in every text, and the
place where a correction is added."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tablebook.domain import record as r
from tablebook.domain.language import pass_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.text import sections_of
from tablebook.ui import words
from tablebook.ui.desk import Desk
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.card import Card
from tablebook.ui.kit.chip import Chip
from tablebook.ui.kit.field import Field
from tablebook.ui.kit.label import Label, Panel, Rule
from tablebook.ui.kit.party import NAMES, PartyMark, party_role
from tablebook.ui.kit.scroll import ScrollArea
from tablebook.ui.kit.spacing import space
from tablebook.ui.kit.text_field import TextField
from tablebook.ui.models.history import HistoryRow
from tablebook.ui.stages.text_views import passes_with_text

Fact = tuple[str, str]


def facts_of(state: Negotiation, entry: r.Entry, today: date) -> tuple[Fact, ...]:
    """When it was said and written, what it is about, what was on the table, what corrects it."""
    body = entry.body
    found = [("Said" if isinstance(body, r.NoteTaken) else "At", _moment(entry, today))]
    session = state.sessions.get(state.session_of.get(entry.id, -1))
    taker = f" by {session.body.note_taker}" if session and session.body.note_taker else ""
    found.append(("Written", f"{words.clock(entry.recorded, seconds=True)}{taker}"))
    place = getattr(body, "place", "")
    if place:
        found.append(("About", place))
    fixes = state.corrections.get(entry.id, ())
    numbers = ", ".join(f"entry {state.number(one)}" for one in fixes)
    found.append(("Corrections", numbers or "none"))
    return tuple(found)


def _moment(entry: r.Entry, today: date) -> str:
    return f"{words.day(entry.at.date(), today)}, {words.clock(entry.at, seconds=True)}"


def same_place(state: Negotiation, key: str, place: str) -> tuple[tuple[str, str, str], ...]:
    """(party, label, words) of one section in every text of the article that changed it."""
    section = place.rstrip("abcdefghijklmnopqrstuvwxyz") if place else ""
    letter = place[len(section) :]
    found, last = [], ""
    for one in passes_with_text(state, key):
        blocks = sections_of(pass_blocks(state, one)).get(section, ())
        if letter:
            blocks = tuple(b for b in blocks if b.label.strip("().") == letter)
        text = " ".join(block.text for block in blocks if not block.section)
        if text and text != last:
            found.append((str(one.body.party), one.body.label, text))
        last = text
    return tuple(found)


class HistoryDetail(Panel):
    """`page_asked` when the text as it stood then is wanted."""

    page_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.desk = desk
        self._entry: r.Entry | None = None
        self._inside = QWidget()
        self._column = space(QVBoxLayout(self._inside), (20, 14, 20, 14), 10)
        self.area = ScrollArea(self._inside)
        self.show_page = Button("Show the page", "book-open-text")
        self.correct = Button("Add a correction", "pencil", "ghost")
        self.form = self._make_form()
        foot = space(QHBoxLayout(), (20, 8, 20, 12), 8)
        foot.addWidget(self.show_page)
        foot.addWidget(self.correct)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addWidget(self.form)
        column.addLayout(foot)
        self.show_page.clicked.connect(self.page_asked)
        self.correct.clicked.connect(self.ask_correction)
        self.form.hide()

    def _make_form(self) -> QWidget:
        form = QWidget()
        column = space(QVBoxLayout(form), (20, 8, 20, 4), 8)
        self.words = TextField("What is right", lines=3)
        self.reason = Field("Reason")
        self.author = Field("By")
        self.add = Button("Add the correction", kind="primary")
        for part in (Rule(), self.words, self.reason, self.author):
            column.addWidget(part)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignRight)
        self.add.clicked.connect(self._add)
        return form

    def show_entry(self, row: HistoryRow) -> None:
        """Show one entry."""
        self._entry = self.desk.state.entries.get(row.id)  # type: ignore[call-overload]
        self.form.hide()
        while (item := self._column.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        if self._entry is None:
            return
        self.correct.setEnabled(self.desk.writable)
        self._column.addWidget(self._head(row, self._entry))
        self._column.addWidget(self._words(row))
        self._column.addWidget(_table(facts_of(self.desk.state, self._entry, self.desk.now().date())))
        place = row.places[0] if row.places else ""
        texts = same_place(self.desk.state, self.desk.article, place) if place else ()
        if texts:
            self._column.addWidget(Rule())
            self._column.addWidget(Label(f"{place} in every text", "body_bold"))
            self._column.addWidget(_texts(texts))
        self._column.addStretch(1)

    def _head(self, row: HistoryRow, entry: r.Entry) -> QWidget:
        head = QWidget()
        line = space(QHBoxLayout(head), spacing=8)
        line.addWidget(Label(f"Entry {row.number}", "body_strong"))
        line.addStretch(1)
        line.addWidget(Chip.of_custody(str(entry.custody)))
        if row.exact:
            line.addWidget(Chip("Exact words", "quote"))
        return head

    def _words(self, row: HistoryRow) -> QWidget:
        card = Card(spacing=8)
        card.body.addWidget(Label(row.words or row.title, "words" if row.exact else "body", wrap=True))
        who = QWidget()
        line = space(QHBoxLayout(who), spacing=8)
        if row.side:
            line.addWidget(PartyMark(row.side, 16))
        body = self._entry.body if self._entry else None
        name = getattr(body, "who", "") or getattr(body, "author", "") or row.title
        side = f", for the {NAMES[row.side].lower()}" if row.side in NAMES else ""
        line.addWidget(Label(f"{name}{side}", "body_bold", party_role(row.side) if row.side else "text", wrap=True), 1)
        card.body.addWidget(who)
        return card

    # Correcting

    def ask_correction(self) -> None:
        """Open the form under the entry it corrects."""
        if self._entry is None:
            return
        session = self.desk.state.sessions.get(self.desk.state.open_session or -1)
        self.author.set_text(self.desk.preferences["author"] or (session.body.note_taker if session else ""))
        self.words.set_text("")
        self.reason.set_text("")
        self.form.show()
        self.words.setFocus()

    def _add(self) -> None:
        """Record it with its reason and author; what it corrects stays as it was."""
        from tablebook.jobs.correct import correct

        missing = False
        for field, what in ((self.words, "Say what is right."), (self.reason, "A correction keeps its reason."),
                            (self.author, "A correction names its author.")):  # fmt: skip
            field.set_error("" if field.text() else what)
            missing = missing or not field.text()
        if missing or self._entry is None:
            return
        self.desk.preferences["author"] = self.author.text()
        self.desk.act(
            correct, self._entry.id, author=self.author.text(), reason=self.reason.text(), text=self.words.text()
        )
        self.form.hide()


def _table(facts: tuple[Fact, ...]) -> QWidget:
    table = QWidget()
    grid = space(QGridLayout(table), spacing=4)
    grid.setColumnStretch(1, 1)
    for at, (name, value) in enumerate(facts):
        grid.addWidget(Label(name, "body", "secondary"), at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(value, "body_medium", wrap=True), at, 1)
    return table


def _texts(texts: tuple[tuple[str, str, str], ...]) -> QWidget:
    table = QWidget()
    grid = space(QGridLayout(table), spacing=8)
    grid.setColumnStretch(2, 1)
    for at, (side, label, text) in enumerate(texts):
        grid.addWidget(PartyMark(side, 15), at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(label, "body_bold", party_role(side)), at, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(text, "words", wrap=True), at, 2)
    return table
