"""One entry of the history in full: the words, who wrote them down and when, the same place in every text, and the
way to a correction."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tablebook.domain import record as r
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.text import Block, sections_of
from tablebook.ui import words
from tablebook.ui.desk import Desk
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.card import Card
from tablebook.ui.kit.chip import Chip
from tablebook.ui.kit.label import Label, Panel, Rule
from tablebook.ui.kit.party import NAMES, PartyMark, party_role
from tablebook.ui.kit.scroll import ScrollArea
from tablebook.ui.kit.spacing import space
from tablebook.ui.models.history import HistoryRow
from tablebook.ui.stages.text_views import passes_with_text
from tablebook.ui.theme import theme

Fact = tuple[str, str]


def on_table(state: Negotiation, key: str, entry: r.Entry) -> Pass | None:
    """The last text that had been passed on the article when an entry was made; none for a pass itself."""
    if isinstance(entry.body, r.TextPassed):
        return None
    return next((one for one in reversed(passes_with_text(state, key)) if one.at <= entry.at), None)


def facts_of(state: Negotiation, key: str, entry: r.Entry, today: date) -> tuple[Fact, ...]:
    """When it was said and written, what it is about, what was on the table, what corrects it."""
    body = entry.body
    found = [("Said" if isinstance(body, r.NoteTaken) else "At", _moment(entry, today))]
    session = state.sessions.get(state.session_of.get(entry.id, -1))
    taker = f" by {session.body.note_taker}" if session and session.body.note_taker else ""
    found.append(("Written", f"{words.clock(entry.recorded, seconds=True)}{taker}"))
    place = getattr(body, "place", "")
    if place:
        found.append(("About", place))
    if (lay := on_table(state, key, entry)) is not None:
        verb = "received" if lay.body.party is state.them else "passed"
        found.append(("On the table", f"{lay.body.label}, {verb} {words.moment(lay.at, entry.at.date())}"))
    fixes = state.corrections.get(entry.id, ())
    numbers = ", ".join(f"entry {state.number(one)}" for one in fixes)
    found.append(("Corrections", numbers or "none"))
    return tuple(found)


def _moment(entry: r.Entry, today: date) -> str:
    return f"{words.day(entry.at.date(), today)}, {words.clock(entry.at, seconds=True)}"


@dataclass(frozen=True, slots=True)
class PlaceText:
    """What one pass says at a place, and when it was passed."""

    side: str
    label: str
    text: str
    when: str


def same_place(state: Negotiation, key: str, place: str, today: date) -> tuple[PlaceText, ...]:
    """One place in every text of the article that changed it; of a lettered place only its own line."""
    from tablebook.jobs.redline_of import unit_text

    found, last = [], ""
    for one in passes_with_text(state, key):
        text = " ".join(block.text for block in _at(unit_text(state, one, key), place) if not block.section)
        if text and text != last:
            when = words.clock(one.at) if one.at.date() == today else words.short_day(one.at.date(), today)
            found.append(PlaceText(str(one.body.party), one.body.label, text, when))
        last = text
    return tuple(found)


def _at(blocks: tuple[Block, ...], place: str) -> tuple[Block, ...]:
    """The blocks of a section as cited, or the one line of it that a letter names ("12.1a", "12.1(a)")."""
    sections = sections_of(blocks)
    lettered = re.fullmatch(r"(.*?\d)\(?([a-z]{1,2})\)?", place)
    if place in sections or lettered is None:
        return sections.get(place, ())
    return tuple(b for b in sections.get(lettered[1], ()) if b.label.strip("().") == lettered[2])


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
        self._foot = foot = space(QBoxLayout(QBoxLayout.Direction.LeftToRight), (20, 8, 20, 12), 8)
        foot.addWidget(self.show_page)
        foot.addWidget(self.correct)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addLayout(foot)
        self.show_page.clicked.connect(self.page_asked)
        self.correct.clicked.connect(self.ask_correction)

    def show_entry(self, row: HistoryRow) -> None:
        """Show one entry."""
        self._entry = self.desk.state.entries.get(row.id)  # type: ignore[call-overload]
        while (item := self._column.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        if self._entry is None:
            return
        today = self.desk.now().date()
        self.correct.setEnabled(self.desk.writable)
        self._column.addWidget(self._head(row, self._entry))
        self._column.addWidget(self._words(row))
        self._column.addWidget(_table(facts_of(self.desk.state, self.desk.article, self._entry, today)))
        place = row.places[0] if row.places else ""
        texts = same_place(self.desk.state, self.desk.article, place, today) if place else ()
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

    def set_narrow(self, narrow: bool) -> None:
        """The two acts under each other where they have no room beside each other."""
        way = QBoxLayout.Direction
        self._foot.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def ask_correction(self) -> None:
        """Ask for the words, reason and author of a correction to the shown entry."""
        from tablebook.ui.dialogs.correct import correct_dialog

        if self._entry is not None and self.desk.writable:
            correct_dialog(self.desk, self._entry.id, self.window()).open()


def _table(facts: tuple[Fact, ...]) -> QWidget:
    table = QWidget()
    grid = space(QGridLayout(table), spacing=4)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, theme().px(96))
    for at, (name, value) in enumerate(facts):
        grid.addWidget(Label(name, "body", "secondary"), at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(value, "body_medium", wrap=True), at, 1)
    return table


def _texts(texts: tuple[PlaceText, ...]) -> QWidget:
    table = QWidget()
    grid = space(QGridLayout(table), spacing=8)
    grid.setColumnStretch(2, 1)
    top = Qt.AlignmentFlag.AlignTop
    for at, one in enumerate(texts):
        grid.addWidget(PartyMark(one.side, 15), at, 0, top)
        grid.addWidget(Label(one.label, "body_bold", party_role(one.side)), at, 1, top)
        grid.addWidget(Label(one.text, "words", wrap=True), at, 2)
        grid.addWidget(Label(one.when, "small_tabular", "tertiary"), at, 3, top)
    return table
